/** The rows of the first pages: one's own at each stage, and that of staff. */
import type { Page } from "playwright-core";
import { HANDED_IN, LONG_HANDED_IN, NOBODY_YET } from "./dossier-rows.ts";
import type { Who } from "./people.ts";
import { inBothLanguages, type PageRow, type Place, signedIn } from "./pages.ts";

const HEAD: Who = { key: "first-page-head", name: "Inès Vidal", roles: ["head-of-training", "director"] };
const IDLE: Who = { key: "first-page-idle", name: "Louis Fabre", roles: ["memoire-director"] };

const as = (who: Who, path: string) => async (tab: Page, place: Place) => {
  await signedIn(tab, place, who);
  await tab.goto(place.at(path));
};
const rows = (page: string, path: string, state: PageRow["state"], who: Who) =>
  inBothLanguages({ page, path, state, open: as(who, path) });

const arranging = async (tab: Page, place: Place) => {
  // Whose application waits to be examined.
  await as(HANDED_IN, "/mon-parcours")(tab, place);
  await as(HEAD, "/a-faire")(tab, place);
  await tab
    .getByRole("link", { name: /^(?:Remettre ou confier|Put off or give)/ })
    .first()
    .click();
};
const ofAKey = async (tab: Page, place: Place) => {
  await as(HANDED_IN, "/mon-parcours")(tab, place);
  await as(HEAD, "/a-faire?quoi=examine")(tab, place);
};
const pastDay = async (tab: Page, place: Place) => {
  await arranging(tab, place);
  for (const [part, value] of Object.entries({ day: "1", month: "1", year: "2020" }))
    await tab.locator(`[name=until-${part}]`).fill(value);
  await tab.getByRole("button", { name: /^(?:Enregistrer|Save)$/ }).click();
};

export const mineRows: readonly PageRow[] = [
  ...rows("my-way", "/mon-parcours", "empty", NOBODY_YET),
  ...rows("my-way", "/mon-parcours", "full", HANDED_IN),
  ...rows("my-way", "/mon-parcours", "very long", LONG_HANDED_IN),
  ...rows("my-papers", "/mes-documents", "empty", NOBODY_YET),
  ...rows("my-papers", "/mes-documents", "full", HANDED_IN),
  ...rows("my-papers", "/mes-documents", "very long", LONG_HANDED_IN),
  ...rows("desk", "/a-faire", "empty", IDLE),
  ...rows("desk", "/a-faire", "full", HEAD),
  ...inBothLanguages({ page: "desk-of-a-key", path: "/a-faire", state: "full", open: ofAKey }),
  ...inBothLanguages({ page: "desk-line", path: "/a-faire/:line", state: "full", open: arranging }),
  ...inBothLanguages({ page: "desk-line", path: "/a-faire/:line", state: "error", open: pastDay, status: 422 }),
];
