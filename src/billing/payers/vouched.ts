/** What the room of contracts asks of a payer's mailboxes: whether a paper goes to one, and who vouched for the one that it is signed from. */
import type { Performing } from "../../act/act.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import type { Tx } from "../../db/school.ts";
import { dayIn } from "../../kit/zone.ts";
import { doerNamed } from "../../people/contact.ts";
import { payerAddressIssue } from "../../people/guests/paying.ts";
import { confirmed } from "./guest-acts.ts";
import type { SignedFrom } from "../rules/signed-from.ts";
import { isRegisters, mailboxAt, maySecond } from "./mailboxes.ts";
import { findPayer, lockPayer } from "./store.ts";

/**
 * For a paper that is sent to this address: `confirm` is called once the act holds its chains, and makes the sender the second of two where
 * somebody else entered the address.
 */
export async function vouchedFor(
  context: Performing<unknown>,
  { payer: id, address }: { readonly payer: string; readonly address: string },
): Promise<{ readonly issues: readonly Issue[] } | { readonly confirm: () => Promise<void> }> {
  const payer = await lockPayer(context.tx, id);
  if (!payer) return { issues: [NOT_PROPOSED] };
  const unfit = await payerAddressIssue(context, "address", address);
  if (unfit) return { issues: [unfit] };
  const mailbox = await mailboxAt(context.tx, id, address);
  if (!mailbox) return { issues: [NOT_PROPOSED] };
  if (mailbox.confirmedBy !== null) return { confirm: async () => {} };
  if (!(await maySecond(context, mailbox))) return { issues: [OTHER] };
  return { confirm: () => confirmed(context, payer, mailbox) };
}

/** Undefined where two do not vouch for the mailbox of this guest. */
export async function signedFrom(
  context: Pick<Performing<unknown>, "tx" | "actor" | "zone">,
  payer: string,
): Promise<SignedFrom | undefined> {
  const { tx, actor, zone } = context;
  if (actor.kind !== "guest") return undefined;
  const found = await findPayer(tx, payer);
  const address = (await doerNamed(tx, `guest:${actor.guest}`))?.address ?? "";
  const mailbox = found && (await mailboxAt(tx, payer, address));
  if (!mailbox || mailbox.confirmedBy === null) return undefined;
  return {
    address: mailbox.address,
    contact: mailbox.name,
    isRegisters: isRegisters(found, address),
    enteredBy: await nameOf(tx, mailbox.enteredBy),
    enteredOn: dayIn(mailbox.enteredAt, zone),
    confirmedBy: await nameOf(tx, mailbox.confirmedBy),
    provedAt: actor.authenticatedAt.toISOString(),
  };
}

async function nameOf(tx: Tx, actor: string): Promise<string> {
  return (await doerNamed(tx, actor))?.name ?? "–";
}

const NOT_PROPOSED = issue(
  "address",
  "Cette adresse n’est pas de ce payeur : proposez-la d’abord sur la page « Qui entre pour lui ». Une autre personne de l’école, ou le payeur lui-même, la confirme.",
  "This address is not of this payer: first propose it on the page “Who comes in for it”. Another person of the school, or the payer, confirms it.",
);
const OTHER = issue(
  "address",
  "Vous avez entré cette adresse : une autre personne l’envoie, ou la confirme sur la page « Qui entre pour lui ». Le payeur le peut aussi.",
  "You entered this address: another person sends it, or confirms the address on the page “Who comes in for it”. The payer may too.",
);
