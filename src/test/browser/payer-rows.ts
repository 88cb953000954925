/** The rows of the register of payers: a search that finds none, several with one that is closed, and what is wrong with one that is added. */
import type { Page } from "playwright-core";
import { addPayer, closePayer } from "../../billing/payers/acts.ts";
import { actorOf, deed, openedSession } from "../people.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const PATH = "/finances/payeurs";
const LONG = "Association départementale de sauvegarde de l’enfance, de l’adolescence et des adultes de l’Hérault";
const OFFICER: Who = { key: "accounts", name: "Paule Comptable", roles: ["finance"] };

type Open = (tab: Page, place: Place) => Promise<unknown>;
const rows = (state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page: "finances-payeurs", path: PATH, state, open, ...(status && { status }) });
const rowsOfOne = (state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page: "finances-payeur", path: `${PATH}/:payer`, state, open, ...(status && { status }) });

let added = 0;

/** Others each time: an account is one payer's. */
async function entered(tab: Page, place: Place): Promise<string> {
  if (!place.served.people) throw new NobodyToSignIn("it needs payers, and the database is out of reach");
  const { world } = place.served.people;
  const officer = await signedIn(tab, place, OFFICER);
  const actor = await actorOf(world, await openedSession(world, officer, ["password", "totp"]));
  const one = (added += 1);
  const { payer: long } = await deed(world, addPayer, actor, {
    name: `${LONG} ${one}`,
    form: "Association déclarée",
    siren: "732829320",
    address: "1011 rue du Pont de Lavérune\nCS 70022\n34077 Montpellier cedex 3",
    contact: "Marie-Antoinette de Villeneuve-Saint-Georges",
    email: "service.formation.et.competences@sauvegarde-de-l-enfance.exemple.fr",
    phone: "04 00 00 00 00",
    service: `SERVICE-${one}`,
    auxiliary: `SAUVEGARDE${one}`,
    daysToPay: 50,
  });
  await deed(world, addPayer, actor, { name: `A${one}` });
  const { payer } = await deed(world, addPayer, actor, { name: `Z${one}` });
  await deed(world, closePayer, actor, { id: payer });
  return long;
}

export const payerRows: readonly PageRow[] = [
  ...rows("empty", async (tab, place) => {
    await signedIn(tab, place, OFFICER);
    await tab.goto(place.at(`${PATH}?q=personne`));
  }),
  ...rows("full", async (tab, place) => {
    await entered(tab, place);
    await tab.goto(place.at(PATH));
  }),
  ...rowsOfOne("full", async (tab, place) => {
    await tab.goto(place.at(`${PATH}/${await entered(tab, place)}`));
  }),
  ...rowsOfOne(
    "error",
    async (tab, place) => {
      await tab.goto(place.at(`${PATH}/${await entered(tab, place)}`));
      await tab.locator("#siren").fill("123 456 789");
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form:has(#siren) button").click();
      await loaded;
    },
    422,
  ),
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
