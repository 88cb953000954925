/** The rows of the first pages: one's own at each stage, and that of staff. */
import type { Page } from "playwright-core";
import { addDays } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { planLessons } from "../../training/lessons/acts.ts";
import { anInterviewDay, conforming, placed } from "../interviewing.ts";
import { deed, freshly } from "../people.ts";
import { HANDED_IN, LONG_HANDED_IN, NOBODY_YET } from "./dossier-rows.ts";
import type { Who } from "./people.ts";
import { inBothLanguages, type PageRow, type Place, signedIn } from "./pages.ts";

const HEAD: Who = { key: "first-page-head", name: "Inès Vidal", roles: ["head-of-training", "director"] };
const IDLE: Who = { key: "first-page-idle", name: "Louis Fabre", roles: ["memoire-director"] };

const WEEK: Who = {
  key: "first-page-week",
  name: "Maud Lacaze",
  roles: ["head-of-training", "admission-officer", "trainer"],
};

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
    .getByRole("link", { name: /^(?:Reporter…|Put off…)/ })
    .first()
    .click();
};
/** A lesson and an interview of the next seven days. */
const aWeek = async (tab: Page, place: Place) => {
  const who = await signedIn(tab, place, WEEK);
  const { world } = place.served.people!;
  weekMade ??= (async () => {
    const actor = await freshly(world, who);
    const today = dayIn(world.now(), world.zone("faire-ess"));
    const on = addDays(today, 4);
    const days = { startsOn: addDays(today, -30), endsOn: addDays(today, 900) };
    const { cohort } = await deed(world, openCohort, actor, { diploma: "deis", name: "La semaine", ...days });
    const lesson = { unit: "UF1.1", on, from: "13:30", to: "16:30", trainer: `account:${who.account}` as const };
    await deed(world, planLessons, actor, { cohort, lessons: [lesson] });
    const { dossier } = await conforming(world, actor, { name: "Lacroix" });
    await placed(world, actor, await anInterviewDay(world, actor, { on }), { dossier });
  })();
  await weekMade;
  await tab.goto(place.at("/a-faire"));
  await tab.locator("table.soon").waitFor();
};
let weekMade: Promise<void> | undefined;
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

const remindAt = "/a-faire/8a1d7c52-6b7e-4a53-9e0f-2f3a1b0c9d44/rappel";
const remindGone = async (tab: Page, place: Place) => {
  await as(HEAD, remindAt)(tab, place);
  await tab.getByRole("button", { name: /^(?:Rappeler maintenant|Remind now)$/ }).click();
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
  ...inBothLanguages({ page: "desk", path: "/a-faire", state: "full", open: aWeek }),
  ...inBothLanguages({ page: "desk-of-a-key", path: "/a-faire", state: "full", open: ofAKey }),
  ...inBothLanguages({ page: "desk-line", path: "/a-faire/:line", state: "full", open: arranging }),
  ...inBothLanguages({ page: "desk-line", path: "/a-faire/:line", state: "error", open: pastDay, status: 422 }),
  ...inBothLanguages({ page: "remind-now", path: "/a-faire/:line/rappel", state: "full", open: as(HEAD, remindAt) }),
  ...inBothLanguages({
    page: "remind-now",
    path: "/a-faire/:line/rappel",
    state: "error",
    open: remindGone,
    status: 422,
  }),
];
