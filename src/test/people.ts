/**
 * Invented people for tests, made by the real acts: an account by a code read in its mail, roles by the operator, sessions
 * as if the pages that check each proof had checked it.
 */
import { randomUUID } from "node:crypto";
import { type Act, type ActWorld, type Actor, perform, view } from "../act/act.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { addDays } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import { settleAccount } from "../people/acts.ts";
import { askCode, tryCode } from "../people/codes/acts.ts";
import { confirmGuest, inviteGuest } from "../people/guests/acts.ts";
import { startSession } from "../people/sessions/acts.ts";
import { acceptRole } from "../people/offers/acts.ts";
import { isOfState } from "../people/offers/rules/by-two.ts";
import { seeOffers } from "../people/offers/views.ts";
import { confirmRole, giveRole } from "../people/staff/acts.ts";
import { addGenerator, beginGenerator } from "../people/proofs/acts.ts";
import { seeNewGenerator } from "../people/proofs/views.ts";
import { generatedCode } from "../people/rules/one-time-code.ts";
import { personOf } from "../people/views.ts";
import type { Means, Role } from "../act/permissions.ts";
import type { Static, TSchema } from "typebox";

export type Invented = { readonly account: string; readonly name: string; readonly address: string };

/** Long enough, and nobody's. */
export const PASSWORD = "trois chats et un tambour";

export async function makeAccount(
  world: ActWorld,
  {
    name,
    address,
    school = "faire-ess",
    language = "fr",
  }: { name: string; address: string; school?: string; language?: Lang },
): Promise<Invented> {
  const anyone: Actor = { kind: "anyone" };
  const asked = await deed(world, askCode, anyone, { address, language, school });
  const code = await lastCode(world, address);
  const { ticket } = await deed(world, tryCode, anyone, { request: asked.request, code });
  const holder: Actor = { kind: "holder", secret: ticket! };
  const settled = await deed(world, settleAccount, holder, { name, password: PASSWORD, language, device: "" });
  return { account: settled.account, name, address };
}

/** The code of the last mail to an address. */
export async function lastCode(world: ActWorld, address: string): Promise<string> {
  const [mail] = await withSchool(world.db, DEPLOYMENT, (tx) =>
    tx
      .selectFrom("mail")
      .select("subject")
      .where("to_address", "=", address)
      .where("about", "like", "address-code:%")
      .orderBy("id", "desc")
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
  for (const role of roles)
    if (isOfState(role)) await appointed(world, address, role, school);
    else await deed(world, giveRole, OPERATOR, { address, role }, school);
}

const OPERATOR: Actor = { kind: "operator" };

/** Whoever acts for the State: offered by a director, confirmed by the operator, and accepted. */
async function appointed(world: ActWorld, address: string, role: Role, school: string): Promise<void> {
  const someone = (account: string, own: readonly Role[]): Actor => {
    return { kind: "account", account, session: account, roles: own, authenticatedAt: world.now() };
  };
  await deed(world, giveRole, someone(randomUUID(), ["director"]), { address, role }, school);
  const seen = await view(world, seeOffers, { actor: OPERATOR, establishment: school, input: {} });
  if (seen.kind !== "found") throw new Error(`seeOffers: ${seen.kind}`);
  const { id, account } = seen.value.offers.find((one) => one.address === address && one.role === role)!;
  await deed(world, confirmRole, OPERATOR, { id }, school);
  await deed(world, acceptRole, someone(account, []), { id }, school);
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

/** Who holds a session, as acts take them. */
export async function actorOf(world: ActWorld, token: string, establishment = "faire-ess"): Promise<AccountActor> {
  const person = await personOf(world.db, token, { establishment, at: world.now() });
  if (!person) throw new Error("this token opens no session");
  return person.actor;
}

export type AccountActor = Extract<Actor, { kind: "account" }>;

/** By account and moment: to sign in is an act, and most people do several at one moment. */
const signedIn = new WeakMap<ActWorld, Map<string, string>>();

/** Somebody who has just signed in with both proofs: once for all that they do at that moment. */
export async function freshly(world: ActWorld, person: Pick<Invented, "account">): Promise<AccountActor> {
  const tokens = signedIn.get(world) ?? new Map<string, string>();
  signedIn.set(world, tokens);
  const at = world.now();
  const key = `${person.account} ${at.getTime()}`;
  const known = tokens.get(key);
  const still = known && (await personOf(world.db, known, { establishment: "faire-ess", at }));
  if (still) return still.actor;
  const token = await openedSession(world, person, ["password", "totp"]);
  tokens.set(key, token);
  return actorOf(world, token);
}

/** Adds a generator of codes to somebody; gives its secret and the recovery codes. */
export async function addGeneratorTo(
  world: ActWorld,
  person: Pick<Invented, "account">,
  label = "mon téléphone",
): Promise<{ secret: string; codes: readonly string[]; token: string }> {
  const actor = await actorOf(world, await openedSession(world, person));
  await deed(world, beginGenerator, actor, {});
  const seen = await view(world, seeNewGenerator, { actor, establishment: "faire-ess", input: {} });
  const { secret } = (seen as { value: { secret: string } }).value;
  const code = generatedCode(secret, world.now());
  const { codes, token } = await deed(world, addGenerator, actor, { code, label, device: "" });
  return { secret, codes, token: token! };
}

/** Does an act that must succeed. */
/** Invited by the director to act for the State, and confirmed by whoever runs the service: let in for nothing yet. */
export async function stateGuest(world: ActWorld, name: string, school = "faire-ess") {
  const [account, authenticatedAt] = [randomUUID(), world.now()];
  const director: Actor = { kind: "account", account, session: account, roles: ["director"], authenticatedAt };
  const address = `${account}@exemple.fr`;
  const until = addDays(dayIn(authenticatedAt, world.zone(school)), 30);
  const asked = { name, address, language: "fr", roles: ["authority"], until } as const;
  const { guest, waits } = await deed(world, inviteGuest, director, { ...asked, roles: [...asked.roles] });
  await deed(world, confirmGuest, { kind: "operator" }, { id: waits! });
  const actor = { kind: "guest", guest, session: randomUUID(), roles: asked.roles, authenticatedAt } as const;
  return { actor, address };
}

/** Of who has just shown who they are, whenever a test asks. */
export const ALWAYS_SHOWN = new Date("2199-01-01T00:00:00Z");

/** What was done then, such as planning a lesson that is over by now: nobody plans one on a day gone by. */
export function daysAgo<W extends ActWorld>(world: W, days: number): W {
  return { ...world, now: () => new Date(world.now().getTime() - days * 86_400_000) };
}

/** As they are where they have just shown who they are; of a program there is nobody to ask. */
function justShown(actor: Actor, at: Date): Actor {
  const recognised = actor.kind === "guest" || (actor.kind === "account" && !actor.token);
  return recognised ? { ...actor, authenticatedAt: at } : actor;
}

/** What somebody does who has just shown who they are: a test of the proof itself performs. */
export async function deed<F extends TSchema, V>(
  world: ActWorld,
  act: Act<F, V>,
  actor: Actor,
  input: Static<F>,
  establishment = "faire-ess",
): Promise<V> {
  const shown = justShown(actor, world.now());
  const outcome = await perform(world, act, { actor: shown, establishment, attempt: randomUUID(), input });
  if (outcome.kind !== "done") throw new Error(`${act.name}: ${JSON.stringify(outcome)}`);
  return outcome.value;
}
