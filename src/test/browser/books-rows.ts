/** The rows of the pages for the accountant: a month with entries, one without, a period that ends before it begins; and a closing. */
import type { Page } from "playwright-core";
import { recordPayment } from "../../billing/charges/acts.ts";
import { closeBooks } from "../../books/acts.ts";
import { noteHandedOn } from "../../books/third/acts.ts";
import { addDays } from "../../kit/day.ts";
import { owes } from "../charging.ts";
import { draft, issued, selling } from "../invoicing.ts";
import { actorOf, deed, openedSession } from "../people.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const PATH = "/finances/ecritures";
const INCOME = "/finances/ecritures/produits";
const THIRD = "/finances/ecritures/tiers";
const CLOSE = "/finances/ecritures/cloture";
const SCHOOL = "faire-ess";
const LONG = "Marie-Antoinette-Joséphine de Villeneuve-Saint-Georges d’Aumont-Montmorency-Luxembourg";
const OFFICER: Who = { key: "accounts", name: "Paule Comptable", roles: ["finance"] };

type Open = (tab: Page, place: Place) => Promise<unknown>;
const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

/** Something paid today; and all that was before the day before is closed, once. */
async function booked(tab: Page, place: Place): Promise<string> {
  if (!place.served.people) throw new NobodyToSignIn("it needs entries, and the database is out of reach");
  const { world } = place.served.people;
  const officer = await signedIn(tab, place, OFFICER);
  const actor = await actorOf(world, await openedSession(world, officer, ["password", "totp"]));
  const today = world.now().toISOString().slice(0, 10);
  const { id: charge } = await owes(world, SCHOOL, { name: LONG, called: "D-2026-000042" });
  await deed(world, recordPayment, actor, { charge, amount: 17_000, paidOn: today, means: "cash" });
  closing ??= deed(world, closeBooks, actor, { until: addDays(today, -2), yearEnd: true });
  await closing.catch(() => undefined);
  return today;
}
let closing: Promise<unknown> | undefined;

/** A university's fee is invoiced, and a part of it handed on. */
async function collected(tab: Page, place: Place): Promise<void> {
  if (!place.served.people) throw new NobodyToSignIn("it needs an invoice, and the database is out of reach");
  const { world } = place.served.people;
  const officer = await signedIn(tab, place, OFFICER);
  const actor = await actorOf(world, await openedSession(world, officer, ["password", "totp"]));
  const basis = { by: "agreed", amount: 34_000 } as const;
  const asked = draft({ nature: "third", basis, debtorName: LONG });
  const outcome = await issued(selling(world), SCHOOL, asked);
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  const today = world.now().toISOString().slice(0, 10);
  const handed = { amount: 10_000, on: today, payee: "Université de Montpellier", piece: "VIR 2026-0042" };
  await deed(world, noteHandedOn, actor, handed);
}

async function sent(tab: Page, button: string): Promise<void> {
  const loaded = tab.waitForEvent("load");
  await tab.locator(button).first().click();
  await loaded;
}

export const booksRows: readonly PageRow[] = [
  ...rows("finances-ecritures", PATH, "empty", async (tab, place) => {
    await signedIn(tab, place, OFFICER);
    await tab.goto(place.at(`${PATH}?du=2001-01-01&au=2001-01-31`));
  }),
  ...rows("finances-ecritures", PATH, "full", async (tab, place) => {
    const today = await booked(tab, place);
    await tab.goto(place.at(`${PATH}?du=${addDays(today, -40)}&au=${today}`));
  }),
  ...rows(
    "finances-ecritures",
    PATH,
    "error",
    async (tab, place) => {
      await signedIn(tab, place, OFFICER);
      await tab.goto(place.at(PATH));
      await tab.locator("#from-year").fill("2199");
      await sent(tab, 'main button[value="see"]');
    },
    422,
  ),
  ...rows("finances-produits", INCOME, "empty", async (tab, place) => {
    await signedIn(tab, place, OFFICER);
    await tab.goto(place.at(`${INCOME}?au=2001-01-31`));
  }),
  ...rows("finances-produits", INCOME, "full", async (tab, place) => {
    const today = await booked(tab, place);
    await tab.goto(place.at(`${INCOME}?au=${today}`));
  }),
  ...rows(
    "finances-produits",
    INCOME,
    "error",
    async (tab, place) => {
      await signedIn(tab, place, OFFICER);
      await tab.goto(place.at(INCOME));
      await tab.locator("#on-year").fill("2199x");
      await sent(tab, 'main button[value="see"]');
    },
    422,
  ),
  ...rows("finances-tiers", THIRD, "empty", async (tab, place) => {
    await signedIn(tab, place, OFFICER);
    await tab.goto(place.at(THIRD));
  }),
  ...rows("finances-tiers", THIRD, "full", async (tab, place) => {
    await collected(tab, place);
    await tab.goto(place.at(THIRD));
  }),
  ...rows(
    "finances-tiers",
    THIRD,
    "error",
    async (tab, place) => {
      await collected(tab, place);
      await tab.goto(place.at(THIRD));
      await tab.locator("#amount").fill("9999999");
      await sent(tab, "main form:has(#piece) button");
    },
    422,
  ),
  ...rows("finances-cloture", CLOSE, "empty", async (tab, place) => {
    await booked(tab, place);
    await tab.goto(place.at(CLOSE));
  }),
  ...rows("finances-cloture", CLOSE, "full", async (tab, place) => {
    await booked(tab, place);
    await tab.goto(place.at(CLOSE));
    const yesterday = addDays(place.served.people!.world.now().toISOString().slice(0, 10), -1);
    for (const [at, part] of (["year", "month", "day"] as const).entries())
      await tab.locator(`#until-${part}`).fill(yesterday.split("-")[at]!);
    await tab.locator("#yearEnd-yes, input[name=yearEnd]").first().check();
    await sent(tab, "main form:has(#until-year) button");
  }),
  ...rows(
    "finances-cloture",
    CLOSE,
    "error",
    async (tab, place) => {
      await signedIn(tab, place, OFFICER);
      await tab.goto(place.at(CLOSE));
      await tab.locator("#until-year").fill("2199");
      await sent(tab, "main form:has(#until-year) button");
    },
    422,
  ),
];
