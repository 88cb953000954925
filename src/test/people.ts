/**
 * Invented people for tests, made by the real acts: an account by a code read in its mail, roles by the operator, sessions
 * as if the pages that check each proof had checked it.
 */
import { randomUUID } from "node:crypto";
import { type Act, type ActWorld, type Actor, perform } from "../act.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { askCode, giveRole, settleAccount, startSession, tryCode } from "../people/acts.ts";
import type { Means, Role } from "../people/rules/permissions.ts";

export type Invented = { readonly account: string; readonly name: string; readonly address: string };

/** Long enough, and nobody's. */
export const PASSWORD = "trois chats et un tambour";

export async function makeAccount(
  world: ActWorld,
  { name, address, school = "faire-ess" }: { name: string; address: string; school?: string },
): Promise<Invented> {
  const anyone: Actor = { kind: "anyone" };
  const asked = await deed(world, askCode, anyone, { address, language: "fr", school });
  const code = await lastCode(world, address);
  const { ticket } = await deed(world, tryCode, anyone, { request: asked.request, code });
  const holder: Actor = { kind: "holder", secret: ticket! };
  const settled = await deed(world, settleAccount, holder, { name, password: PASSWORD, language: "fr", device: "" });
  return { account: settled.account, name, address };
}

/** The code of the last mail to an address. */
export async function lastCode(world: ActWorld, address: string): Promise<string> {
  const [mail] = await withSchool(world.db, DEPLOYMENT, (tx) =>
    tx
      .selectFrom("mail")
      .select("subject")
      .where("to_address", "=", address)
      .orderBy("queued_at", "desc")
      .orderBy("id")
      .limit(1)
      .execute(),
  );
  return /^\d{6}/.exec(mail?.subject ?? "")?.[0] ?? "";
}

export async function giveRoles(
  world: ActWorld,
  { address }: Pick<Invented, "address">,
  roles: readonly Role[],
  school = "faire-ess",
): Promise<void> {
  for (const role of roles) await deed(world, giveRole, { kind: "operator" }, { address, role }, school);
}

/** The token of a session: the value of the cookie. */
export async function openedSession(
  world: ActWorld,
  { account }: Pick<Invented, "account">,
  means: readonly Means[] = ["password"],
): Promise<string> {
  const proven: Actor = { kind: "proven", account, means };
  return (await deed(world, startSession, proven, { device: "Firefox, Android" })).token;
}

/** Does an act that must succeed. */
export async function deed<V>(
  world: ActWorld,
  // oxlint-disable-next-line typescript/no-explicit-any -- the form is checked by the act itself
  act: Act<any, V>,
  actor: Actor,
  input: object,
  establishment = "faire-ess",
): Promise<V> {
  const outcome = await perform(world, act, { actor, establishment, attempt: randomUUID(), input });
  if (outcome.kind !== "done") throw new Error(`${act.name}: ${JSON.stringify(outcome)}`);
  return outcome.value;
}
