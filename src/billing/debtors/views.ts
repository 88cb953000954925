/** A debtor's account: what was asked, what was paid and what it served, what comes next. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { chargesSought } from "../charges/store.ts";
import { DEBTOR } from "../charges/forms.ts";
import { computeLedgers, ledgerFacts } from "../charges/states/store.ts";
import { listed } from "../payers/store.ts";
import { DebtorKey } from "./acts.ts";
import * as output from "./output.ts";
import { findProposal, proposalsOf } from "./proposals.ts";
import { charged, chargesOfDebtor, type DebtorCharge, knownDebtors, paymentsOfDebtor, sumsOf } from "./store.ts";

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
  read: async ({ tx, today, input: { debtor, all } }) => accountOf(tx, debtor, { today, limit: all ? ALL : SHOWN }),
});

export type SeenDebtor = NonNullable<Awaited<ReturnType<typeof accountOf>>>;

async function accountOf(tx: Tx, debtor: string, { today, limit }: { today: string; limit: number }) {
  const [known] = await knownDebtors(tx, [debtor]);
  if (!known) return undefined;
  const { byReference } = (await ledgerFacts(tx, [debtor])).get(debtor)!;
  const { payments: served } = (await computeLedgers(tx, [debtor])).get(debtor)!;
  const charges = await chargesOfDebtor(tx, debtor, limit);
  const payments = await paymentsOfDebtor(tx, debtor, limit);
  const names = await charged(tx, [
    ...new Set([...served.values()].flatMap(({ allocated }) => allocated.map(({ charge }) => charge))),
  ]);
  return {
    ...known,
    ...(await sumsOf(tx, debtor, today)),
    byDossier: byReference,
    next: nextOf(charges, today),
    charges,
    payments: payments.map((one) => {
      const { allocated, left } = served.get(one.id) ?? { allocated: [], left: 0 };
      return { ...one, served: allocated.map((part) => ({ ...part, ...names.get(part.charge)! })), left };
    }),
    proposals: await proposalsOf(tx, debtor),
  };
}

/** What is due next: all of the first day from today on. */
function nextOf(charges: readonly DebtorCharge[], today: string) {
  const coming = charges.filter(({ balance, suspended, dueOn }) => balance > 0 && !suspended && dueOn >= today);
  const [first] = coming.map(({ dueOn }) => dueOn).sort();
  if (first === undefined) return null;
  const amount = coming.reduce((sum, { dueOn, balance }) => (dueOn === first ? sum + balance : sum), 0);
  return { dueOn: first, amount };
}

export const myAccount = defineView({
  name: "myAccount",
  label: { fr: "Voir mon compte", en: "See my account" },
  who: "pay what one owes",
  form: Type.Object({}, closed),
  output: output.myAccount,
  read: async ({ tx, today, actor }) => accountOf(tx, actorName(actor), { today, limit: ALL }),
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
  read: ({ tx, input: { proposal } }) => findProposal(tx, proposal),
});
