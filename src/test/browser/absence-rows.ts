/** The rows of absences: who is away, entering days, and what is wrong with them. */
import type { Page } from "playwright-core";
import { enterAbsence } from "../../office/absences/acts.ts";
import { actorOf, deed, giveRoles, makeAccount, openedSession } from "../people.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const PATH = "/equipe/absences";
const LONG = "Marie-Antoinette-Joséphine de Villeneuve-Saint-Georges d’Aumont-Montmorency-Luxembourg";
const AUDITOR: Who = { key: "auditor", roles: ["auditor"] };
const HEAD: Who = { key: "arranging", name: "Camille Vidal", roles: ["head-of-training"] };

type Open = (tab: Page, place: Place) => Promise<unknown>;
const rows = (state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page: "absences", path: PATH, state, open, ...(status && { status }) });

let away = 0;

/** Somebody else each time: nobody is away twice. */
const full: Open = async (tab, place) => {
  if (!place.served.people) throw new NobodyToSignIn("it needs somebody away, and the database is out of reach");
  const { world } = place.served.people;
  const head = await signedIn(tab, place, HEAD);
  const who = await makeAccount(world, { name: LONG, address: `away-${(away += 1)}@exemple.fr` });
  await giveRoles(world, who, ["head-of-training"]);
  const actor = await actorOf(world, await openedSession(world, head, ["password", "totp"]));
  const days = { from: "2026-11-20", until: "2027-01-04" };
  await deed(world, enterAbsence, actor, { account: who.account, standIn: head.account, ...days });
  await tab.goto(place.at(PATH));
};

export const absenceRows: readonly PageRow[] = [
  ...rows("empty", async (tab, place) => {
    await signedIn(tab, place, AUDITOR);
    await tab.goto(place.at(PATH));
  }),
  ...rows("full", full),
  ...rows(
    "error",
    async (tab, place) => {
      await full(tab, place);
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form:has(#standIn) button").click();
      await loaded;
    },
    422,
  ),
];
