/** What every way of paying ends in: payments written, where the charges stand computed again, a receipt sent. */
import type { Performing, Reached } from "../../act/act.ts";
import { newId } from "../../kit/id.ts";
import type { Tx } from "../../db/school.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { type Posting, postMail, postMails } from "../../mail/post.ts";
import type { Link } from "../../mail/rules/letter.ts";
import type { ChargeState } from "../rules/charge-state.ts";
import { refundMail, receiptMail } from "./mails.ts";
import { insertPayments, type NewPayment, type NewRefund } from "./movements/store.ts";
import { keepChargeStates, lockCharges } from "./states/store.ts";
import { type Debtor, debtorsOf, owedByNoAccount } from "./store.ts";

export const chargeChain = (id: string) => `charge:${id}`;

export type Paid = Omit<NewPayment, "id" | "recordedOn">;
type Given = Pick<Performing<unknown>, "tx" | "at" | "today" | "reached">;

/**
 * Writes payments in the caller's transaction, and gives the numbers of their receipts: `"payment"` and `"mail"` are to be in
 * what the act `writes`. The charges must be there; `lockCharges` tells.
 */
export async function recordPayments(given: Given, paid: readonly Paid[], chain: string): Promise<string[]> {
  const { tx, at, today } = given;
  const charges = [...new Set(paid.map(({ charge }) => charge))];
  await lockCharges(tx, charges);
  const numbers = await insertPayments(
    tx,
    paid.map((one) => ({ ...one, id: newId(), recordedOn: today })),
  );
  const states = await keepChargeStates(tx, charges);
  const debtors = await whoOwes(given, charges);
  const mails: Posting[] = [];
  for (const [place, one] of paid.entries()) {
    const debtor = debtors.get(one.charge);
    const state = states.get(one.charge);
    if (!debtor || !state) continue;
    const number = numbers[place]!;
    const words = receiptMail(debtor.language, { number, paid: one, state });
    const path = pathFor(debtor, `/compte/paiements/recu/${number}`);
    mails.push(letterTo(debtor, { ...words, path, at, chain }));
  }
  await postMails(tx, mails);
  return numbers;
}

/** Tells whoever was given money back. */
export async function tellRefund(
  given: Given,
  refund: Pick<NewRefund, "charge" | "amount" | "means" | "reason">,
  state: ChargeState,
  chain: string,
): Promise<void> {
  const { tx, at } = given;
  const debtor = (await whoOwes(given, [refund.charge])).get(refund.charge);
  if (!debtor) return;
  const path = pathFor(debtor, "/compte/paiements");
  await mailTo(tx, debtor, { ...refundMail(debtor.language, refund, state), path, at, chain });
}

/** As they are written to: by their account, or else as the room of what is charged for reaches them. */
type Owing = Pick<Debtor, "school" | "language"> & { readonly reader: string | null; readonly address: Reached["to"] };

/** By charge. */
export async function whoOwes(
  { tx, reached }: Pick<Given, "tx" | "reached">,
  charges: readonly string[],
): Promise<ReadonlyMap<string, Owing>> {
  const found = new Map<string, Owing>(await debtorsOf(tx, charges));
  for (const { id, about, school } of await owedByNoAccount(tx, charges)) {
    const by = await reached(tx, about);
    if (by) found.set(id, { school, reader: by.reader, address: by.to, language: by.lang });
  }
  return found;
}

export function pathFor({ school, language }: Pick<Debtor, "school" | "language">, path: string): string {
  return schoolPath(school, language, path);
}

type Telling = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
  readonly path: string;
  /** Where whoever wants no reminders says so; of reminders alone. */
  readonly stop?: Link;
  readonly at: Date;
  readonly chain: string;
};

export function mailTo(tx: Tx, debtor: Owing, telling: Telling): Promise<string> {
  return postMail(tx, letterTo(debtor, telling));
}

function letterTo(debtor: Owing, { subject, paragraphs, label, path, stop, at, chain }: Telling): Posting {
  const { reader, address: to, language: lang } = debtor;
  const link = { path, label, ...(stop && { stop }) };
  return { reader, to, lang, subject, paragraphs, link, about: chain, at };
}
