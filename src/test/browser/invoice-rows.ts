/** The rows of invoices: a list of open, late and credited ones, one with a long name, an employer's of two trainees, and one's own. */
import type { Page } from "playwright-core";
import { creditInvoice } from "../../billing/invoices/acts.ts";
import { recordPayment } from "../../billing/charges/acts.ts";
import { noteOnlineEvent, wishOnlinePayment } from "../../billing/online/acts.ts";
import { withSchool } from "../../db/school.ts";
import type { World } from "../../act/world.ts";
import { draft, employer, FINANCE, issueDrafts, selling } from "../invoicing.ts";
import { newAccount, someone } from "../charging.ts";
import { deed } from "../people.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const SCHOOL = "faire-ess";
const LONG = "Marie-Antoinette-Joséphine de Villeneuve-Saint-Georges d’Aumont-Montmorency-Luxembourg";
const OFFICER: Who = { key: "accounts", name: "Paule Comptable", roles: ["finance"] };
const READER: Who = { key: "money-reader", name: "Aude Lectrice", roles: ["auditor"] };
const LIST = "/finances/factures";
const ONE = `${LIST}/:number`;
const ONLINE = "/finances/frais/:charge/rendre-en-ligne/:payment";
const MINE = "/compte/paiements/factures/:number";

type Issued = Readonly<Record<"long" | "several" | "credit" | "paid" | "replacing" | "online", string>>;

const made = new WeakMap<World, Promise<Issued>>();

function issuedIn({ served }: Place): Promise<Issued> {
  if (!served.people) throw new NobodyToSignIn("the database of this Livret is out of reach");
  const { world } = served.people;
  const known = made.get(world) ?? issueAll(world);
  made.set(world, known);
  return known;
}

/** In a school that says all that an invoice wants, be it now or a month and a half ago. */
async function issueAll(world: World): Promise<Issued> {
  const now = selling(world);
  const [line] = draft().lines;
  const payer = await employer(world, SCHOOL, { name: `${LONG} et associés`, siren: "404833048" });
  const about = (nth: number) => `contract:00000000-0000-4000-8000-0000000000e${nth}`;
  const lines = [1, 2].map((nth) => ({ ...line!, about: about(nth), amount: 68_601 + (nth % 2) }));
  const several = draft({
    source: "employer-plan",
    debtor: { payer },
    lines,
    basis: { by: "agreed", amount: lines.reduce((sum, { amount }) => sum + amount, 0) },
  });
  const { numbers, ids, charges } = await deed(now, issueDrafts, FINANCE, {
    drafts: [draft({ debtorName: LONG }), several, draft({ debtorName: "Nadia Benali" })],
  });
  const today = world.now().toISOString().slice(0, 10);
  await deed(now, recordPayment, FINANCE, { charge: charges[0]!, amount: 37_200, paidOn: today, means: "cash" });
  const { number } = await deed(now, creditInvoice, FINANCE, {
    invoice: ids[0]!,
    amount: 20_000,
    reason: "allègement accordé par la commission après l’émission, pour la période entière",
    then: "remitted",
  });
  const wrong = draft({ debtorName: "Inès Da Silva", about: about(9), lines: [{ ...line!, about: about(9) }] });
  const before = await deed(now, issueDrafts, FINANCE, { drafts: [wrong] });
  await deed(now, recordPayment, FINANCE, { charge: before.charges[0]!, amount: 90_000, paidOn: today, means: "cash" });
  await deed(now, creditInvoice, FINANCE, {
    invoice: before.ids[0]!,
    amount: 137_200,
    reason: "adresse fausse sur la facture",
    then: "asked-again",
  });
  const right = await deed(now, issueDrafts, FINANCE, { drafts: [wrong] });
  return {
    long: numbers[0]!,
    several: numbers[1]!,
    credit: number,
    paid: charges[0]!,
    replacing: right.numbers[0]!,
    online: await paidOnline(now, world),
  };
}

/** The page on which it is asked to give back what was paid of an invoice on the provider’s page. */
async function paidOnline(now: World, world: World): Promise<string> {
  const account = await newAccount(world, "facture-en-ligne@exemple.fr");
  const { charges } = await deed(now, issueDrafts, FINANCE, { drafts: [draft({ debtor: { account } })] });
  const charge = charges[0]!;
  const provider = { kind: "payment-provider" } as const;
  const { wish, amount } = await deed(world, wishOnlinePayment, someone(account), { charge });
  const page = { id: "evt_invoiced", kind: "checkout.session.completed", session: "cs_invoiced", wish, paid: true };
  await deed(world, noteOnlineEvent, provider, { ...page, amount, currency: "eur", intent: "pi_invoiced" });
  const { id } = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("payment").select("id").where("online", "=", page.session).executeTakeFirstOrThrow(),
  );
  return `/finances/frais/${charge}/rendre-en-ligne/${id}`;
}

type Open = (tab: Page, place: Place) => Promise<unknown>;
const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

const at =
  (where: (issued: Issued) => string, who: Who = OFFICER): Open =>
  async (tab, place) => {
    await signedIn(tab, place, who);
    await tab.goto(place.at(where(await issuedIn(place))));
  };

/** A person who is asked for a part of their training. */
const ASKED: Who = {
  key: "invoiced",
  name: "Camille Durand",
  prepare: (world, { account }) =>
    deed(selling(world), issueDrafts, FINANCE, { drafts: [draft({ debtor: { account } })] }),
};

const own: Open = async (tab, place) => {
  const { account } = await signedIn(tab, place, ASKED);
  const { number } = await withSchool(place.served.people!.world.db, SCHOOL, (tx) =>
    tx
      .selectFrom("invoice")
      .innerJoin("charge", "charge.id", "invoice.charge")
      .select("invoice.number")
      .where("charge.debtor", "=", `account:${account}`)
      .executeTakeFirstOrThrow(),
  );
  await tab.goto(place.at(MINE.replace(":number", number)));
};

export const invoiceRows: readonly PageRow[] = [
  ...rows(
    "finances-factures",
    LIST,
    "full",
    at(() => LIST),
  ),
  ...rows(
    "finances-factures",
    LIST,
    "empty",
    at(() => `${LIST}?q=personne-ainsi`),
  ),
  ...rows(
    "finances-factures",
    LIST,
    "very long",
    at(() => `${LIST}?q=Villeneuve`, READER),
  ),
  ...rows(
    "finances-facture",
    ONE,
    "very long",
    at(({ long }) => `${LIST}/${long}`),
  ),
  ...rows(
    "finances-facture",
    ONE,
    "full",
    at(({ several }) => `${LIST}/${several}`),
  ),
  ...inBothLanguages({
    page: "finances-facture",
    path: ONE,
    state: "full",
    apart: "replacing",
    open: at(({ replacing }) => `${LIST}/${replacing}`),
  }),
  ...rows(
    "finances-facture-avoir",
    ONE,
    "full",
    at(({ credit }) => `${LIST}/${credit}`, READER),
  ),
  ...rows(
    "finances-avoir",
    `${ONE}/avoir`,
    "full",
    at(({ several }) => `${LIST}/${several}/avoir`),
  ),
  ...rows(
    "finances-avoir",
    `${ONE}/avoir`,
    "error",
    async (tab, place) => {
      await at(({ several }) => `${LIST}/${several}/avoir`)(tab, place);
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form:has(#amount) button").click();
      await loaded;
    },
    422,
  ),
  ...rows(
    "finances-frais-rendre",
    "/finances/frais/:charge/rendre",
    "full",
    at(({ paid }) => `/finances/frais/${paid}/rendre`),
  ),
  ...rows(
    "finances-frais-rendre",
    "/finances/frais/:charge/rendre",
    "error",
    async (tab, place) => {
      await at(({ paid }) => `/finances/frais/${paid}/rendre`)(tab, place);
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form:has(#amount) button").click();
      await loaded;
    },
    422,
  ),
  ...rows(
    "finances-frais-rendre-en-ligne",
    ONLINE,
    "full",
    at(({ online }) => online),
  ),
  ...rows(
    "finances-frais-rendre-en-ligne",
    ONLINE,
    "error",
    async (tab, place) => {
      await at(({ online }) => online)(tab, place);
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form:has(#amount) button").click();
      await loaded;
    },
    422,
  ),
  ...rows("compte-facture", MINE, "full", own),
  ...inBothLanguages({
    page: "compte-paiements",
    path: "/compte/paiements",
    state: "full",
    apart: "invoiced",
    open: async (tab, place) => {
      await signedIn(tab, place, ASKED);
      await tab.goto(place.at("/compte/paiements"));
    },
  }),
];
