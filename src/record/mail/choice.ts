/**
 * Whether somebody who has no account wants to be reminded of one thing: kept as for an account, under the id of that thing. For
 * the acts of its subject, which chain and erase the row with the rest.
 */
import type { Tx } from "../../db/school.ts";
import { choiceOf, deleteChoice, giveChoiceTo, type MailChoice, putChoice } from "./store.ts";

export async function choiceAbout(tx: Tx, thing: string): Promise<MailChoice> {
  return choiceOf(tx, thing);
}

/** `undefined` where it was chosen otherwise since. */
export async function chooseAbout(tx: Tx, thing: string, choice: MailChoice, at: Date): Promise<boolean> {
  return putChoice(tx, thing, choice, at);
}

/** With the thing, into somebody’s account: there what was chosen last counts. */
export async function carryChoiceAbout(tx: Tx, thing: string, account: string): Promise<void> {
  return giveChoiceTo(tx, thing, account);
}

export async function dropChoiceAbout(tx: Tx, thing: string): Promise<void> {
  await deleteChoice(tx, thing);
}
