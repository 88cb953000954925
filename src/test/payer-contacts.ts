/** Lets a contact of a payer in, as two people do: one enters the address, another confirms it. */
import type { Actor } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { confirmPayerMailbox, invitePayer } from "../billing/payers/guest-acts.ts";
import { seePayerGuests } from "../billing/payers/guest-views.ts";
import { view } from "../act/act.ts";
import { deed } from "./people.ts";

type Contact = {
  readonly payer: string;
  readonly name: string;
  readonly address: string;
  readonly language: "fr" | "en";
};

/** Somebody else of the school, whose account need not exist. */
const SECOND = "00000000-0000-4000-8000-0000000000d2";
export const secondOf = (actor: Actor): Actor => ({ ...actor, account: SECOND, roles: ["director"] }) as Actor;

/** The guest's id. */
export async function contactIn(world: World, by: Actor, contact: Contact, second = secondOf(by)): Promise<string> {
  await deed(world, invitePayer, by, contact);
  return (await deed(world, invitePayer, second, contact)).guest!;
}

/** The second person for whatever one alone entered for this payer, such as its address of the register. */
export async function confirmAll(world: World, payer: string, second: Actor): Promise<void> {
  const seen = await view(world, seePayerGuests, { actor: second, establishment: "faire-ess", input: { payer } });
  if (seen.kind !== "found") throw new Error(seen.kind);
  for (const { mailbox, confirmedBy } of seen.value.mailboxes)
    if (confirmedBy === null) await deed(world, confirmPayerMailbox, second, { payer, mailbox });
}
