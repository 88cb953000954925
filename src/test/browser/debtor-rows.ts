/** The rows of debtors' accounts: a fund with money to spare, a person, and what two people decide. */
import type { Page } from "playwright-core";
import { addPayer } from "../../billing/payers/acts.ts";
import { agreeToProposal, proposeRefund, proposeWriteOff, recordDebtorPayment } from "../../billing/debtors/acts.ts";
import { recordPayment } from "../../billing/charges/acts.ts";
import { noteMoneyGiven } from "../../bank/giving/acts.ts";
import { withSchool } from "../../db/school.ts";
import type { World } from "../../act/world.ts";
import { owes, someone } from "../charging.ts";
import { deed } from "../people.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const SCHOOL = "faire-ess";
const LONG = "Association départementale de sauvegarde de l’enfance, de l’adolescence et des adultes de l’Hérault";
const OFFICER: Who = { key: "accounts", name: "Paule Comptable", roles: ["finance"] };
const READER: Who = { key: "money-reader", name: "Aude Lectrice", roles: ["auditor"] };
const finance = someone("00000000-0000-4000-8000-0000000000f1", "finance");
const second = someone("00000000-0000-4000-8000-0000000000f2", "finance");

type Accounts = {
  /** In an address: its colon is a dash. */
  readonly fund: string;
  readonly payment: string;
  readonly person: string;
  readonly owed: string;
  readonly refund: string;
  readonly lost: string;
  readonly late: string;
  /** Agreed to, and not given yet; and one that left. */
  readonly agreed: string;
  readonly given: string;
};
const accounts = new WeakMap<World, Promise<Accounts>>();

function accountsOf({ served }: Place): Promise<Accounts> {
  if (!served.people) throw new NobodyToSignIn("the database of this Livret is out of reach");
  const { world } = served.people;
  const made = accounts.get(world) ?? make(world);
  accounts.set(world, made);
  return made;
}

async function make(world: World): Promise<Accounts> {
  const today = world.now().toISOString().slice(0, 10);
  const { payer } = await deed(world, addPayer, finance, { name: LONG, auxiliary: "COMPTE-LONG", byDossier: true });
  const fees = [{ key: "part", label: { fr: "formation, période 1", en: "training, period 1" }, amount: 137200 }];
  const asked = (called: string, days: number) => owes(world, SCHOOL, { name: LONG, payer, called, days, fees });
  const first = await asked("D-2026-000501", -25);
  await asked("D-2026-000502", 20);
  await deed(world, recordPayment, finance, { charge: first.id, amount: 100000, paidOn: today, means: "transfer" });
  const alone = { debtor: `payer:${payer}`, paidOn: today, means: "transfer" } as const;
  await deed(world, recordDebtorPayment, finance, { ...alone, amount: 50000, note: "virement sans motif" });
  const payment = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("payment").select("id").where("debtor", "=", alone.debtor).executeTakeFirstOrThrow(),
  );
  const refund = { payment: payment.id, amount: 20000, means: "transfer", reason: "Payé deux fois." } as const;
  const person = await owes(world, SCHOOL, { name: "Inès Vidal", days: -40 });
  const lost = {
    charge: person.id,
    amount: 16000,
    kind: "bad-debt",
    reason: `Partie sans adresse, selon ${LONG}`,
  } as const;
  const agreed = async (amount: number) => {
    const { proposal } = await deed(world, proposeRefund, finance, { ...refund, amount });
    await deed(world, agreeToProposal, second, { proposal });
    return proposal;
  };
  const given = await agreed(7000);
  await deed(world, noteMoneyGiven, finance, { proposal: given, madeOn: today });
  return {
    agreed: await agreed(9000),
    given,
    fund: `payer-${payer}`,
    payment: payment.id,
    person: person.about.replace(":", "-"),
    owed: person.id,
    refund: (await deed(world, proposeRefund, finance, refund)).proposal,
    late: first.id,
    lost: (await deed(world, proposeWriteOff, finance, lost)).proposal,
  };
}

type To = (made: Accounts) => string;
const at =
  (to: To, who: Who = OFFICER) =>
  async (tab: Page, place: Place) => {
    const made = await accountsOf(place);
    await signedIn(tab, place, who);
    await tab.goto(place.at(to(made)));
  };
/** The form that has this field, sent as it stands. */
const sent = (to: To, field: string) => async (tab: Page, place: Place) => {
  await at(to)(tab, place);
  await tab.locator("main details").evaluateAll((all) => {
    for (const folded of all) folded.setAttribute("open", "");
  });
  const loaded = tab.waitForEvent("load");
  await tab.locator(`main form:has(${field}) button`).last().click();
  await loaded;
};

type Open = (tab: Page, place: Place) => Promise<unknown>;
const rows = (page: string, path: string, state: PageRow["state"], open: Open): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(state === "error" && { status: 422 }) });

const GIVING = "/finances/decisions/:proposal/versement";
const ACCOUNT = "/finances/comptes/:debtor";
const account: To = ({ fund }) => `/finances/comptes/${fund}`;
const giveBack: To = ({ fund, payment }) => `/finances/comptes/${fund}/rendre/${payment}`;
const reverse: To = ({ fund, payment }) => `/finances/comptes/${fund}/annuler/${payment}`;
const dispute: To = ({ late }) => `/finances/frais/${late}/contester`;
const lose: To = ({ owed }) => `/finances/frais/${owed}/perte`;

export const debtorRows: readonly PageRow[] = [
  ...rows("finances-compte", ACCOUNT, "full", at(account)),
  ...rows(
    "finances-compte",
    ACCOUNT,
    "empty",
    at(({ person }) => `/finances/comptes/${person}`, READER),
  ),
  ...rows("finances-compte", ACCOUNT, "error", sent(account, "#note")),
  ...rows(
    "finances-courriers",
    `${ACCOUNT}/courriers`,
    "full",
    at((made) => `${account(made)}/courriers`),
  ),
  ...rows(
    "finances-courriers",
    `${ACCOUNT}/courriers`,
    "empty",
    at(({ person }) => `/finances/comptes/${person}/courriers`, READER),
  ),
  ...rows("finances-compte-rendre", `${ACCOUNT}/rendre/:payment`, "full", at(giveBack)),
  ...rows("finances-compte-rendre", `${ACCOUNT}/rendre/:payment`, "error", sent(giveBack, "#reason")),
  ...rows("finances-compte-annuler", `${ACCOUNT}/annuler/:payment`, "full", at(reverse)),
  ...rows("finances-compte-annuler", `${ACCOUNT}/annuler/:payment`, "error", sent(reverse, "#reason")),
  ...rows(
    "finances-relances",
    "/finances/relances",
    "full",
    at(() => "/finances/relances"),
  ),
  ...rows("finances-relances", "/finances/relances", "error", async (tab, place) => {
    await at(() => "/finances/relances")(tab, place);
    await tab.locator("main input[type=checkbox]").evaluateAll((boxes) => {
      for (const box of boxes) (box as unknown as { checked: boolean }).checked = false;
    });
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button.ds-button").last().click();
    await loaded;
  }),
  ...rows(
    "finances-anciennete",
    "/finances/anciennete",
    "full",
    at(() => "/finances/anciennete", READER),
  ),
  ...rows("finances-contester", "/finances/frais/:charge/contester", "full", at(dispute)),
  ...rows("finances-contester", "/finances/frais/:charge/contester", "error", sent(dispute, "#reason")),
  ...rows("finances-perte", "/finances/frais/:charge/perte", "full", at(lose)),
  ...rows("finances-perte", "/finances/frais/:charge/perte", "error", sent(lose, "#reason")),
  ...rows(
    "finances-decision",
    "/finances/decisions/:proposal",
    "full",
    at(({ refund }) => `/finances/decisions/${refund}`),
  ),
  ...rows(
    "finances-decision-versement",
    GIVING,
    "full",
    at(({ agreed }) => `/finances/decisions/${agreed}/versement`),
  ),
  ...rows(
    "finances-decision-versement",
    GIVING,
    "empty",
    at(({ given }) => `/finances/decisions/${given}/versement`),
  ),
  ...rows("finances-decision-versement", GIVING, "error", async (tab, place) => {
    await at(({ agreed }) => `/finances/decisions/${agreed}/versement`)(tab, place);
    await tab.locator("#madeOn-y, #madeOn-year, input[name^=madeOn]").last().fill("");
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button.ds-button").last().click();
    await loaded;
  }),
  ...rows(
    "finances-decision",
    "/finances/decisions/:proposal",
    "error",
    sent(({ lost }) => `/finances/decisions/${lost}`, "#reason"),
  ),
];
