/**
 * Recent authentication, required by acts that bind a person (a submission, a signature, a change of address), so that a telephone
 * left on a table does not sign.
 *
 * A page that performs an act that binds needs to say nothing: if the person last authenticated more than thirty minutes ago, the page asks for
 * their password (or a code of their generator) on the spot, then sends the form by itself. And the act binds by what it writes (`binding.ts`):
 * `perform` refuses a stale session on doors without a page, and every token. A guest has no password: the link of their
 * invitation sends a new code.
 */
import type { Actor } from "./permissions.ts";

const FRESH_FOR = 30 * 60_000;

export function isFresh(actor: Actor, at: Date): boolean {
  // A token is no authentication.
  const recognised = (actor.kind === "account" && !actor.token) || actor.kind === "guest";
  return recognised && at.getTime() - actor.authenticatedAt.getTime() < FRESH_FOR;
}
