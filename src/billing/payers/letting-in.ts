/** The contacts of a payer, who come in by a link: let in by an act, or by the first mail that asks the payer for money. */
import type { Performing } from "../../act/act.ts";
import { letInPayer, PAYING_TABLES } from "../../people/guests/paying.ts";
import { payerChain } from "./acts.ts";
import { findPayer } from "./store.ts";

/** The tables that `payerLink` writes in. */
export { PAYING_TABLES };

type Context = Pick<Performing<unknown>, "tx" | "actor" | "at" | "today" | "establishment" | "opened">;

/** The register has no language of its payers: they are bodies under French law. */
const LANGUAGE = "fr";

/**
 * The path of a new link for the mail address of the register, which may so read what it is asked for; undefined without an address, or in a
 * school that takes no guests: the mail then says all by itself.
 */
export async function payerLink(context: Context, payer: string): Promise<string | undefined> {
  const found = await findPayer(context.tx, payer);
  if (!found || found.email === "" || context.opened(context.establishment).guestDays === undefined) return undefined;
  const { name, contact, email: address } = found;
  const contactHere = { name: contact === "" ? name : contact, address, language: LANGUAGE } as const;
  const given = await letInPayer(context, contactHere, payerChain(payer));
  return "issues" in given ? undefined : given.path;
}
