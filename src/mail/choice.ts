/**
 * A choice on reminders by a person without an account: the same table, under the id of the thing. The acts of its subject record and
 * erase the row.
 */
import type { Tx } from "../db/school.ts";
import { choiceOf, deleteChoice, giveChoiceTo, type MailChoice, putChoice } from "./store.ts";

export async function choiceAbout(tx: Tx, thing: string): Promise<MailChoice> {
  return choiceOf(tx, thing);
}

/** False where it was changed meanwhile. */
export async function chooseAbout(tx: Tx, thing: string, choice: MailChoice, at: Date): Promise<boolean> {
  return putChoice(tx, thing, choice, at);
}

/** Moves the choice to the account that the thing passes to; the latest choice counts. */
export async function carryChoiceAbout(tx: Tx, thing: string, account: string): Promise<void> {
  return giveChoiceTo(tx, thing, account);
}

export async function dropChoiceAbout(tx: Tx, thing: string): Promise<void> {
  await deleteChoice(tx, thing);
}
