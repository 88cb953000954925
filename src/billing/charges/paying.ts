/** Records payments of any kind: inserts them, recomputes the charges' states, mails receipts. */
import type { Performing, Reached } from "../../act/act.ts";
import { newId } from "../../kit/id.ts";
import type { Tx } from "../../db/school.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { type Posting, postMail, postMails } from "../../mail/post.ts";
import type { Link } from "../../mail/rules/letter.ts";
import type { ChargeState } from "../rules/charge-state.ts";
import { bouncedMail, refundMail, receiptMail } from "./mails.ts";
import { insertPayments, type Means, type NewPayment, type NewRefund } from "./movements/store.ts";
import { findState, keepChargeStates, lockCharges } from "./states/store.ts";
import { type Debtor, debtorsOf, owedByNoAccount, owedByPayers } from "./store.ts";

export const chargeChain = (id: string) => `charge:${id}`;

export type Paid = Omit<NewPayment, "id" | "recordedOn">;
type Context = Pick<Performing<unknown>, "tx" | "at" | "today" | "reached">;

/**
 * Inserts payments in the caller's transaction and returns their receipt numbers; the act names `"payment"` and `"mail"` among its
 * `writes`. The charges must exist: see `lockCharges`.
 */
export async function recordPayments(context: Context, paid: readonly Paid[], chain: string): Promise<string[]> {
  const { tx, at, today } = context;
  const charges = [...new Set(paid.map(({ charge }) => charge))];
  await lockCharges(tx, charges);
  const numbers = await insertPayments(
    tx,
    paid.map((one) => ({ ...one, id: newId(), recordedOn: today })),
  );
  const states = await keepChargeStates(tx, charges);
  const debtors = await whoOwes(context, charges);
  const mails: Posting[] = [];
  for (const [index, payment] of paid.entries()) {
    const debtor = debtors.get(payment.charge);
    const state = states.get(payment.charge);
    if (!debtor || !state) continue;
    const number = numbers[index]!;
    const words = receiptMail(debtor.language, { number, paid: payment, state });
    const path = pathFor(debtor, `/compte/paiements/recu/${number}`);
    mails.push(letterTo(debtor, { ...words, path, at, chain }));
  }
  await postMails(tx, mails);
  return numbers;
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
  context: Context,
  payment: { readonly charge: string; readonly amount: number; readonly means: Means; readonly reason: string },
  chain: string,
): Promise<void> {
  const { tx, at } = context;
  const debtor = (await whoOwes(context, [payment.charge])).get(payment.charge);
  const state = await findState(tx, payment.charge);
  if (!debtor || !state) return;
  const path = pathFor(debtor, "/compte/paiements");
  await mailTo(tx, debtor, { ...bouncedMail(debtor.language, payment, state), path, at, chain });
}

/** The debtor's contact: their account, or the register's for a payer, or else the contact of the subject's module. */
type Owing = Pick<Debtor, "school" | "language"> & {
  readonly reader: string | null;
  readonly address: Reached["to"];
  /** It has no page here to link to. */
  readonly payer?: true;
};

/** By charge. */
export async function whoOwes(
  { tx, reached }: Pick<Context, "tx" | "reached">,
  charges: readonly string[],
): Promise<ReadonlyMap<string, Owing>> {
  const debtors = new Map<string, Owing>(await debtorsOf(tx, charges));
  for (const { id, school, ...payer } of await owedByPayers(tx, charges))
    debtors.set(id, { school, reader: null, address: addressOf(payer), language: PAYERS_LANGUAGE, payer: true });
  for (const { id, about, school } of await owedByNoAccount(tx, charges)) {
    const by = await reached(tx, about);
    if (by) debtors.set(id, { school, reader: by.reader, address: by.to, language: by.lang });
  }
  return debtors;
}

/** The register has no language of its payers: they are bodies under French law. */
const PAYERS_LANGUAGE = "fr";

/** Without a mail address, a letter to hand over to the post. */
function addressOf({
  name,
  contact,
  email,
  address,
}: {
  name: string;
  contact: string;
  email: string;
  address: string;
}) {
  if (email !== "") return email;
  return { name, lines: [contact, ...address.split("\n")].filter(Boolean) };
}

export function pathFor({ school, language }: Pick<Debtor, "school" | "language">, path: string): string {
  return schoolPath(school, language, path);
}

type Telling = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
  readonly path: string;
  /** The unsubscribe link, of reminders only. */
  readonly stop?: Link;
  readonly at: Date;
  readonly chain: string;
};

export function mailTo(tx: Tx, debtor: Owing, telling: Telling): Promise<string> {
  return postMail(tx, letterTo(debtor, telling));
}

function letterTo(debtor: Owing, { subject, paragraphs, label, path, stop, at, chain }: Telling): Posting {
  const { reader, address: to, language: lang, payer } = debtor;
  const link = payer ? {} : { link: { path, label, ...(stop && { stop }) } };
  return { reader, to, lang, subject, paragraphs, ...link, about: chain, at };
}
