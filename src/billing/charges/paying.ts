/** Records payments of any kind: inserts them, recomputes the charges' states, mails receipts. */
import type { Performing, Reached } from "../../act/act.ts";
import { newId } from "../../kit/id.ts";
import type { Tx } from "../../db/school.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { postMail, postMails } from "../../mail/post.ts";
import type { Posting } from "../../mail/posting.ts";
import type { Link } from "../../mail/rules/letter.ts";
import type { ChargeState } from "../rules/charge-state.ts";
import { howToPay } from "./how-to-pay.ts";
import { accountReceiptMail, bouncedMail, givenBackMail, refundMail, receiptMail } from "./mails.ts";
import {
  type FoundPayment,
  insertPayments,
  type GivenBackBy,
  type Names,
  type NewPayment,
  type NewRefund,
} from "./movements/store.ts";
import { accountsOf, findState, keepChargeStates, lockCharges } from "./states/store.ts";
import {
  type Debtor,
  debtorsOf,
  findCharge,
  latestCharges,
  owedByNoAccount,
  owedByPayers,
  payersReached,
} from "./store.ts";

export const chargeChain = (id: string) => `charge:${id}`;

/** A payer's own chain; a person's latest charge, with which it is erased. */
export async function debtorChain(tx: Tx, debtor: string): Promise<string> {
  return debtor.startsWith("payer:") ? debtor : chargeChain((await latestCharges(tx, [debtor])).get(debtor)!);
}

export type Paid = Names & Omit<NewPayment, keyof Names | "id" | "recordedOn">;
type Context = Pick<Performing<unknown>, "tx" | "at" | "today" | "reached">;

/**
 * Inserts payments in the caller's transaction, of a charge or of a debtor alone, and returns their receipt numbers; the act names
 * `"payment"` and `"mail"` among its `writes`. The charges and debtors must exist: see `lockCharges`.
 */
export async function recordPayments(context: Context, paid: readonly Paid[], chain: string): Promise<string[]> {
  const { tx, at, today } = context;
  const charges = [...new Set(paid.flatMap(({ charge }) => charge ?? []))];
  const debtorsAlone = [...new Set(paid.flatMap(({ debtor }) => debtor ?? []))];
  await lockCharges(tx, charges, debtorsAlone);
  const numbers = await insertPayments(
    tx,
    paid.map((one) => ({ ...one, id: newId(), recordedOn: today })),
  );
  const states = await keepChargeStates(tx, charges, debtorsAlone);
  const owing = await whoOwes(context, charges);
  const alone = await debtorsReached(context, debtorsAlone);
  const accounts = await accountsOf(tx, debtorsAlone);
  const mails: Posting[] = [];
  for (const [index, payment] of paid.entries()) {
    const number = numbers[index]!;
    const debtor = payment.charge === undefined ? alone.get(payment.debtor) : owing.get(payment.charge);
    if (!debtor) continue;
    const words =
      payment.charge === undefined
        ? accountReceiptMail(debtor.language, { number, paid: payment, account: accounts.get(payment.debtor)! })
        : receiptMail(debtor.language, { number, paid: payment, state: states.get(payment.charge)! });
    const path = pathFor(debtor, `/compte/paiements/recu/${number}`);
    mails.push(letterTo(debtor, { ...words, path, at, chain }));
  }
  await postMails(tx, mails);
  return numbers;
}

/** Mails the debtor about a refund of what served nothing. */
export async function tellGivenBack(
  context: Context,
  refund: {
    readonly debtor: string;
    readonly amount: number;
    readonly means: GivenBackBy;
    readonly reason: string;
  },
  chain: string,
): Promise<void> {
  const { tx, at } = context;
  const debtor = (await debtorsReached(context, [refund.debtor])).get(refund.debtor);
  if (!debtor) return;
  const words = givenBackMail(debtor.language, refund, (await accountsOf(tx, [refund.debtor])).get(refund.debtor)!);
  await mailTo(tx, debtor, { ...words, path: pathFor(debtor, "/compte/paiements"), at, chain });
}

/** Mails the debtor about a refund. */
export async function tellRefund(
  context: Context,
  refund: Pick<NewRefund, "charge" | "amount" | "means" | "reason">,
  state: ChargeState,
  chain: string,
): Promise<void> {
  const { tx, at } = context;
  const debtor = (await whoOwes(context, [refund.charge])).get(refund.charge);
  if (!debtor) return;
  const path = pathFor(debtor, "/compte/paiements");
  await mailTo(tx, debtor, { ...refundMail(debtor.language, refund, state), path, at, chain });
}

/** Mails the debtor that a payment of theirs was not honoured. */
export async function tellBounce(
  context: Context & Pick<Performing<unknown>, "payee" | "opened" | "establishment">,
  payment: Pick<FoundPayment, "charge" | "debtor" | "amount" | "means"> & { readonly reason: string },
  chain: string,
): Promise<void> {
  const { tx, at } = context;
  const told = await bounceTold(context, payment);
  if (!told) return;
  const { debtor, balance } = told;
  const charge = payment.charge === null || balance <= 0 ? undefined : await findCharge(tx, payment.charge);
  const { payee, opened, establishment } = context;
  const by = { lang: debtor.language, online: opened(establishment).paysOnline };
  const ways = charge ? howToPay(payee, charge, by) : [];
  const path = pathFor(debtor, "/compte/paiements");
  await mailTo(tx, debtor, { ...bouncedMail(debtor.language, payment, { balance, ways }), path, at, chain });
}

async function bounceTold(context: Context, { charge, debtor }: Pick<FoundPayment, "charge" | "debtor">) {
  const { tx } = context;
  if (charge !== null) {
    const owing = (await whoOwes(context, [charge])).get(charge);
    const state = await findState(tx, charge);
    return owing && state && { debtor: owing, balance: state.balance };
  }
  const alone = (await debtorsReached(context, [debtor!])).get(debtor!);
  return alone && { debtor: alone, balance: (await accountsOf(tx, [debtor!])).get(debtor!)!.open };
}

/** The debtor's contact: their account, or the register's for a payer, or else the contact of the subject's module. */
type Owing = Pick<Debtor, "school" | "language"> & {
  readonly reader: string | null;
  readonly address: Reached["to"];
  /** Of the register: it has no account, and comes in by a link of its own. */
  readonly payer?: string;
};

/** By charge. */
export async function whoOwes(
  { tx, reached }: Pick<Context, "tx" | "reached">,
  charges: readonly string[],
): Promise<ReadonlyMap<string, Owing>> {
  const debtors = new Map<string, Owing>(await debtorsOf(tx, charges));
  for (const { id, school, ...contact } of await owedByPayers(tx, charges))
    debtors.set(id, {
      school,
      reader: null,
      address: addressOf(contact),
      language: PAYERS_LANGUAGE,
      payer: contact.payer,
    });
  for (const { id, about, school } of await owedByNoAccount(tx, charges)) {
    const by = await reached(tx, about);
    if (by) debtors.set(id, { school, reader: by.reader, address: by.to, language: by.lang });
  }
  return debtors;
}

/** How each of these debtors is reached, whatever they owe. */
async function debtorsReached(
  context: Pick<Context, "tx" | "reached">,
  debtors: readonly string[],
): Promise<ReadonlyMap<string, Owing>> {
  const found = new Map<string, Owing>();
  for (const { debtor, school, ...contact } of await payersReached(context.tx, debtors))
    found.set(debtor, {
      school,
      reader: null,
      address: addressOf(contact),
      language: PAYERS_LANGUAGE,
      payer: contact.payer,
    });
  const latest = await latestCharges(
    context.tx,
    debtors.filter((one) => !found.has(one)),
  );
  const owing = await whoOwes(context, [...latest.values()]);
  for (const [debtor, charge] of latest) if (owing.has(charge)) found.set(debtor, owing.get(charge)!);
  return found;
}

/** The register has no language of its payers: they are bodies under French law. */
const PAYERS_LANGUAGE = "fr";

/** Without a mail address, a letter to hand over to the post. */
function addressOf({
  payer,
  name,
  contact,
  email,
  address,
}: {
  payer: string;
  name: string;
  contact: string;
  email: string;
  address: string;
}) {
  if (email !== "") return email;
  return { name, lines: [contact, ...address.split("\n")].filter(Boolean), of: `payer:${payer}` };
}

export function pathFor({ school, language }: Pick<Debtor, "school" | "language">, path: string): string {
  return schoolPath(school, language, path);
}

type Telling = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
  readonly path: string;
  /** Of a payer of the register, where it comes in by a link. */
  readonly payerPath?: string;
  /** The unsubscribe link, of reminders only. */
  readonly stop?: Link;
  readonly at: Date;
  readonly chain: string;
  /** The chain that records it, where it is not the act's. */
  readonly of?: string;
};

export async function mailTo(tx: Tx, debtor: Owing, telling: Telling): Promise<void> {
  await postMail(tx, letterTo(debtor, telling));
}

function letterTo(
  debtor: Owing,
  { subject, paragraphs, label, path, payerPath, stop, at, chain, of }: Telling,
): Posting {
  const { reader, address: to, language: lang, payer } = debtor;
  const own = payer === undefined ? path : payerPath;
  const link = own === undefined ? {} : { link: { path: own, label, ...(stop && { stop }) } };
  // After a death the heirs are sent what was asked and paid, and no reminder.
  const estate = stop === undefined;
  return { reader, to, lang, subject, paragraphs, ...link, about: chain, ...(of !== undefined && { of }), at, estate };
}
