/** The rows of a school's rooms: none yet, several with one that is closed, and what is wrong with one that is added. */
import type { Page } from "playwright-core";
import { addRoom, closeRoom } from "../../agenda/acts.ts";
import { actorOf, deed, openedSession } from "../people.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const PATH = "/salles";
const LONG = "Salle polyvalente Marie-Antoinette-Joséphine de Villeneuve-Saint-Georges d’Aumont";
const AUDITOR: Who = { key: "auditor", roles: ["auditor"] };
const OFFICER: Who = { key: "officer", roles: ["admission-officer"] };

type Open = (tab: Page, place: Place) => Promise<unknown>;
const rows = (state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page: "salles", path: PATH, state, open, ...(status && { status }) });

let added = 0;

/** Others each time: no two in use have one name. */
const full: Open = async (tab, place) => {
  if (!place.served.people) throw new NobodyToSignIn("it needs rooms, and the database is out of reach");
  const { world } = place.served.people;
  const officer = await signedIn(tab, place, OFFICER);
  const actor = await actorOf(world, await openedSession(world, officer, ["password", "totp"]));
  const one = (added += 1);
  await deed(world, addRoom, actor, { name: `${LONG} ${one}`, seats: 120, site: "" });
  await deed(world, addRoom, actor, { name: `A${one}`, seats: 8, site: "Antenne de Clermont-l’Hérault" });
  const { room } = await deed(world, addRoom, actor, { name: `Z${one}`, seats: 8, site: "" });
  await deed(world, closeRoom, actor, { id: room });
  await tab.goto(place.at(PATH));
  await tab.locator("details").first().locator("summary").click();
};

export const agendaRows: readonly PageRow[] = [
  ...rows("empty", async (tab, place) => {
    await signedIn(tab, place, AUDITOR);
    await tab.goto(place.at(PATH));
  }),
  ...rows("full", full),
  ...rows(
    "error",
    async (tab, place) => {
      await signedIn(tab, place, OFFICER);
      await tab.goto(place.at(PATH));
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form:has(#name) button").click();
      await loaded;
    },
    422,
  ),
];
