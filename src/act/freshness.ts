/**
 * Whether a person showed who they are a moment ago: what binds them (a submission, a signature, a change of address) asks
 * for it, so that a telephone left on a table does not sign.
 *
 * How to use it. On the page: `fresh: true` in its declaration, and nothing else: where whoever sends the form was last
 * recognised more than thirty minutes ago, they are asked for their password (or a code of their generator) on the spot,
 * and what they had sent goes on by itself once it is right. In the act: `binds: true` in its declaration, and nothing else:
 * `perform` refuses whoever is not fresh, for the doors that have no page, and a program that comes with a token. A guest has no
 * password: the link of their invitation sends them a new code.
 */
import type { Actor } from "./permissions.ts";

const FRESH_FOR = 30 * 60_000;

export function isFresh(actor: Actor, at: Date): boolean {
  // A program was never recognised as anybody.
  const recognised = (actor.kind === "account" && !actor.token) || actor.kind === "guest";
  return recognised && at.getTime() - actor.authenticatedAt.getTime() < FRESH_FOR;
}
