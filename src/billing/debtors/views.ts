/** A debtor's account: what was asked, what was paid and what it served, what comes next. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { AccountAnswer } from "../../decisions/account/rule.ts";
import { addDays } from "../../kit/day.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { noteOpening } from "../../openings/openings.ts";
import { namesOf } from "../../people/contact.ts";
import { isSecond } from "../../people/second.ts";
import { chargesSought } from "../charges/store.ts";
import { DEBTOR } from "../charges/forms.ts";
import { computeLedgers, ledgerFacts } from "../charges/states/store.ts";
import { findPayer, listed } from "../payers/store.ts";
import { accountInput, type LedgerFacts } from "../rules/ledger.ts";
import { penaltyRate } from "../rules/penalty-rate.ts";
import { DebtorKey } from "./acts.ts";
import * as output from "./output.ts";
import { findProposal, proposalsOf } from "./proposals.ts";
import {
  charged,
  chargesOfDebtor,
  type DebtorCharge,
  knownDebtors,
  paymentsOfDebtor,
  sentTo,
  sumsOf,
} from "./store.ts";

/** On a page; the statement has all. */
const SHOWN = 100;
const ALL = 100_000;
const FOUND = 10;

export const seeDebtor = defineView({
  name: "seeDebtor",
  label: { fr: "Voir le compte d’un débiteur", en: "See a debtor’s account" },
  who: "see the accounts",
  form: Type.Object({ debtor: DebtorKey, all: Type.Optional(Type.Literal(true)) }, closed),
  output: output.seeDebtor,
  read: async (context) => {
    const { debtor, all } = context.input;
    return accountOf(context, debtor, all ? ALL : SHOWN);
  },
});

export type SeenDebtor = NonNullable<Awaited<ReturnType<typeof accountOf>>>;

type Context = Pick<Performing<unknown>, "tx" | "today" | "decide" | "establishment" | "payee">;

async function accountOf(context: Context, debtor: string, limit: number) {
  const { tx, today } = context;
  const [known] = await knownDebtors(tx, [debtor]);
  if (!known) return undefined;
  const facts = (await ledgerFacts(tx, [debtor])).get(debtor)!;
  const { payments: served } = (await computeLedgers(tx, [debtor])).get(debtor)!;
  const charges = await chargesOfDebtor(tx, debtor, limit);
  const payments = await paymentsOfDebtor(tx, debtor, limit);
  const names = await charged(tx, [
    ...new Set([...served.values()].flatMap(({ allocated }) => allocated.map(({ charge }) => charge))),
  ]);
  return {
    ...known,
    ...(await sumsOf(tx, debtor, today)),
    byDossier: facts.byReference,
    ...(debtor.startsWith("payer:") ? await claimable(context, debtor, facts) : NOTHING),
    next: nextOf(charges, today),
    charges,
    payments: payments.map((one) => {
      const { allocated, left } = served.get(one.id) ?? { allocated: [], left: 0 };
      return { ...one, served: allocated.map((part) => ({ ...part, ...names.get(part.charge)! })), left };
    }),
    proposals: await proposalsOf(tx, debtor),
  };
}

/** By the decision `account`, which takes so many documents of each kind. */
const MOST = 500;

const NOTHING = { recovery: null, penalties: null };

/** What a body that was late may be asked for besides; nothing bills it by itself. */
async function claimable({ tx, decide, today, establishment, payee }: Context, debtor: string, facts: LedgerFacts) {
  const input = accountInput(facts);
  const lists = [input.invoices, input.credits, input.payments, input.returned, input.adjustments];
  if (lists.some((list) => list.length > MOST)) return NOTHING;
  const decided = (rate: number) => {
    const asked = { ...input, id: "claimable", on: today, establishment, professional: true, rate };
    const answered = decide("account", asked);
    return !answered || "fault" in answered ? undefined : (answered.answer("fr") as unknown as AccountAnswer).invoices;
  };
  const answered = decided(0);
  if (!answered) return NOTHING;
  const late = answered.filter(({ recovery }) => recovery > 0);
  const recovery = late.reduce((sum, one) => sum + one.recovery, 0);
  const money = payee?.money;
  if (late.length === 0 || !money) return { recovery, penalties: null };
  const due = new Map(input.invoices.map(({ number, due: on }) => [number, on]));
  const [first] = late.map(({ number }) => addDays(due.get(number)!, 1)).toSorted();
  const last = late
    .map(({ closedOn }) => closedOn ?? today)
    .toSorted()
    .at(-1)!;
  const isPublic = ((await findPayer(tx, debtor.slice("payer:".length)))?.service ?? "") !== "";
  const rate = penaltyRate(money, { from: first!, to: last, isPublic });
  const { confidence } = money.invoices.penalties.source;
  if (typeof rate === "string") return { recovery, penalties: { why: rate, amount: null, rate: null, confidence } };
  const amount = (decided(rate) ?? []).reduce((sum, { penalty }) => sum + penalty, 0);
  return { recovery, penalties: { why: null, amount, rate, confidence } };
}

/** What is due next: all of the first day from today on. */
function nextOf(charges: readonly DebtorCharge[], today: string) {
  const coming = charges.filter(({ balance, suspended, dueOn }) => balance > 0 && !suspended && dueOn >= today);
  const [first] = coming.map(({ dueOn }) => dueOn).sort();
  if (first === undefined) return null;
  const amount = coming.reduce((sum, { dueOn, balance }) => (dueOn === first ? sum + balance : sum), 0);
  return { dueOn: first, amount };
}

/** The letters and mails of the accounts to a debtor. Reading them is noted, for the person to see. */
export const seeSentTo = defineView({
  name: "seeSentTo",
  label: { fr: "Lire ce qui a été écrit à un débiteur", en: "Read what was written to a debtor" },
  who: "see the accounts",
  form: Type.Object({ debtor: DebtorKey }, closed),
  output: output.seeSentTo,
  async read({ tx, input: { debtor }, actor, at }) {
    const [known] = await knownDebtors(tx, [debtor]);
    if (!known) return undefined;
    const sent = await sentTo(tx, debtor, SHOWN);
    if (sent.length > 0) {
      const what = { fr: "les courriers sur ce qui est dû", en: "the letters about what is owed" };
      await noteOpening(tx, { about: debtor, whose: debtor.startsWith("account:") ? debtor : null, actor, what, at });
    }
    return { ...known, sent: sent.map((one) => ({ ...one, queuedAt: one.queuedAt.toISOString() })) };
  },
});

export const myAccount = defineView({
  name: "myAccount",
  label: { fr: "Voir mon compte", en: "See my account" },
  who: "pay what one owes",
  form: Type.Object({}, closed),
  output: output.myAccount,
  read: (context) => accountOf(context, actorName(context.actor), ALL),
});

/** By a part of the name, the SIREN or the account of a payer; or by the name of a person who owes several things. */
export const findDebtors = defineView({
  name: "findDebtors",
  label: { fr: "Chercher un débiteur", en: "Find a debtor" },
  who: "see the accounts",
  form: Type.Object({ text: Type.String({ maxLength: 200 }) }, closed),
  output: output.findDebtors,
  async read({ tx, input: { text } }) {
    const sought = text.replaceAll(/\s+/gu, " ").trim();
    if (DEBTOR.test(sought)) return { debtors: await knownDebtors(tx, [sought]) };
    if (sought.length < 2) return { debtors: [] };
    const payers = (await listed(tx, sought, FOUND)).filter(({ closedAt }) => closedAt === null);
    const parts = sought.split(" ").filter((one) => /\p{L}/u.test(one));
    const owed = parts.join("").length > 1 ? await chargesSought(tx, { parts: parts.slice(0, 8) }, FOUND * 2) : [];
    const keys = owed.map(({ debtor, about }) => debtor ?? about);
    const several = keys.filter((one, at) => keys.indexOf(one) < at && keys.indexOf(one, at + 1) < 0);
    const found = [...payers.map(({ id }) => `payer:${id}`), ...several];
    return { debtors: (await knownDebtors(tx, [...new Set(found)])).slice(0, FOUND) };
  },
});

export const seeProposal = defineView({
  name: "seeProposal",
  label: {
    fr: "Voir ce qu’il est demandé de rendre ou de passer en perte",
    en: "See what is asked to be given back or written off",
  },
  who: "see the accounts",
  form: Type.Object({ proposal: Id }, closed),
  output: output.seeProposal,
  async read({ tx, input, actor }) {
    const proposal = await findProposal(tx, input.proposal);
    if (!proposal) return undefined;
    const { by, madeBy } = proposal;
    const names = await namesOf(tx, madeBy === null ? [by] : [by, madeBy]);
    const own = !(await isSecond(tx, actor, { by }));
    return { ...proposal, own, byName: names[by] ?? null, madeByName: (madeBy !== null && names[madeBy]) || null };
  },
});
