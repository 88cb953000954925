/**
 * The people of a life, let in as everybody is: an account by a code that its address received, roles given by whoever runs
 * the service, a session with the proofs that their work asks for, opened anew for what binds them; a guest by the link of an invitation and a code.
 */
import { randomUUID } from "node:crypto";
import type { TSchema, Static } from "typebox";
import { type Act, type Actor, perform, surroundings, view } from "../../act/act.ts";
import { isFresh } from "../../act/freshness.ts";
import { type GuestRole, may, type Means, type Permission, type Role } from "../../act/permissions.ts";
import { withSchool } from "../../db/school.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { settleAccount } from "../../people/acts.ts";
import { askCode, readOutCode, tryCode } from "../../people/codes/acts.ts";
import { makeDemoAccount } from "../../people/demo/acts.ts";
import { confirmGuest, enterAsGuest, inviteGuest } from "../../people/guests/acts.ts";
import { guestOf, seeInvitation } from "../../people/guests/views.ts";
import { acceptRole } from "../../people/offers/acts.ts";
import { isOfState } from "../../people/offers/rules/by-two.ts";
import { seeOffers } from "../../people/offers/views.ts";
import { sayRole } from "../../people/sentences.ts";
import { startSession } from "../../people/sessions/acts.ts";
import { confirmRole, giveRole } from "../../people/staff/acts.ts";
import { personOf } from "../../people/views.ts";
import type { WrittenPerson } from "./life.ts";
import type { Stage } from "./stage.ts";

type Invitation = { readonly guest: string; readonly link: string; readonly until: Day; token?: string };

export type Member = {
  readonly name: string;
  readonly address: string;
  readonly written: WrittenPerson;
  account?: string;
  token?: string;
  readonly invitations: Map<GuestRole, Invitation>;
};

/** `of`: the life, so that nobody has the address of somebody in another; who works in the school is one person in all. */
export function member(key: string, written: WrittenPerson, of: string): Member {
  const { given, birth, roles, guest } = written;
  const [role] = [...(roles ?? []), ...(guest ?? [])];
  const name = given && birth ? `${given[0]} ${birth}` : role ? sayRole(role, "fr") : key;
  const apart = roles && given ? plain(name) : of;
  return {
    name,
    address: `${plain(key)}.${apart}@demonstration.invalid`.toLowerCase(),
    written,
    invitations: new Map(),
  };
}

/** A name as a mail address writes it. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^A-Za-z0-9]+/g, "-");
}

/** Long enough, and of nobody who could be met. */
const PASSWORD = "une vie qui se joue pas à pas";
const DEVICE = "";
const OPERATOR: Actor = { kind: "operator" };
const ANYONE: Actor = { kind: "anyone" };

/** Who lets others in: by the role that lets them. */
export type Hosts = Readonly<Record<"head-of-training" | "director", Member>>;

/** Makes the account of somebody who has none yet, with their roles. */
export async function makeAccount(stage: Stage, one: Member, hosts: Hosts): Promise<string> {
  if (one.account !== undefined) return one.account;
  const { name, address, written } = one;
  const account = stage.world.demo
    ? (await deed(stage, makeDemoAccount, OPERATOR, { address, name, language: "fr" })).account
    : await settle(stage, one);
  one.account = account;
  for (const role of written.roles ?? [])
    if (isOfState(role)) await appoint(stage, one, role, hosts);
    else await deed(stage, giveRole, OPERATOR, { address, role });
  return account;
}

/** Whoever acts for the State: offered by the director, confirmed by whoever runs the service, and accepted. */
async function appoint(stage: Stage, one: Member, role: Role, hosts: Hosts): Promise<void> {
  const director = await accountActor(stage, hosts.director, { binds: true }, hosts);
  await deed(stage, giveRole, director, { address: one.address, role });
  const { world, establishment } = stage;
  const seen = await view(world, seeOffers, { actor: director, establishment, input: {} });
  const offer =
    seen.kind === "found" && seen.value.offers.find((its) => its.account === one.account && its.role === role);
  // Of somebody who works in several lives, the first gave it.
  if (!offer) return;
  await deed(stage, confirmRole, OPERATOR, { id: offer.id });
  await deed(stage, acceptRole, await accountActor(stage, one, { binds: true }, hosts), { id: offer.id });
}

async function settle(stage: Stage, { name, address }: Member): Promise<string> {
  const ticket = await prove(stage, address);
  const chosen = { name, password: PASSWORD, language: "fr", device: DEVICE } as const;
  return (await deed(stage, settleAccount, { kind: "holder", secret: ticket }, chosen)).account;
}

/** The ticket of an address, whose owner was read out the code sent to it. */
async function prove(stage: Stage, address: string): Promise<string> {
  const school = stage.establishment;
  const { request } = await deed(stage, askCode, ANYONE, { address, language: "fr", school });
  const { code } = await deed(stage, readOutCode, OPERATOR, { address });
  const { ticket } = await deed(stage, tryCode, ANYONE, { request, code });
  return ticket!;
}

/** For what binds them they have just shown who they are; for all else in the session that they opened. */
export async function accountActor(
  stage: Stage,
  one: Member,
  { binds }: { readonly binds: boolean },
  hosts: Hosts,
): Promise<Actor> {
  const account = await makeAccount(stage, one, hosts);
  const held = one.token === undefined ? undefined : await holder(stage, one.token);
  if (held && (!binds || isFresh(held, stage.world.now()))) return held;
  const { token } = await deed(
    stage,
    startSession,
    { kind: "proven", account, means: meansOf(stage, one) },
    { device: DEVICE },
  );
  one.token = token;
  return (await holder(stage, token))!;
}

function meansOf({ world }: Stage, { written }: Member): Means[] {
  if (world.demo) return ["demo"];
  return written.roles ? ["password", "totp"] : ["password"];
}

async function holder({ world, establishment }: Stage, token: string) {
  return (await personOf(world.db, token, { establishment, at: world.now() }))?.actor;
}

type Wanted = { readonly who: Permission; readonly binds: boolean };

/** As what lets them do it, where they are invited for several things; for what binds them they have just given a new code. */
export async function guestActor(stage: Stage, one: Member, { who, binds }: Wanted, hosts: Hosts): Promise<Actor> {
  const invited = invitedFor(one);
  const lets = (role: GuestRole) =>
    may({ kind: "guest", guest: "", session: "", roles: [role], authenticatedAt: new Date(0) }, who);
  const role = invited.find(lets) ?? invited[0]!;
  const known = one.invitations.get(role);
  const held = known?.token === undefined ? undefined : await guestIn(stage, known.token);
  if (held && (!binds || isFresh(held, stage.world.now()))) return held;
  const isOpen = known && (await isInForce(stage, known));
  return enter(stage, one, isOpen ? known : await invite(stage, one, hosts));
}

/** Invited anew where the last invitation is over: who is named is to come. */
export async function guestId(stage: Stage, one: Member, hosts: Hosts): Promise<string> {
  const [role] = invitedFor(one);
  const known = one.invitations.get(role!);
  return (known && (await isInForce(stage, known)) ? known : await invite(stage, one, hosts)).guest;
}

const invitedFor = ({ written }: Member) => written.guest ?? [];

/** For as long as the school takes anybody. */
async function invite(stage: Stage, one: Member, hosts: Hosts): Promise<Invitation> {
  const { world, establishment } = stage;
  const { today, opened } = surroundings(world, establishment, world.now());
  const until = addDays(today, opened(establishment).guestDays ?? 0);
  const { name, address } = one;
  const roles = [...invitedFor(one)];
  const host = hosts[roles.some(isOfState) ? "director" : "head-of-training"];
  const actor = await accountActor(stage, host, { binds: true }, hosts);
  const asked = await deed(stage, inviteGuest, actor, { name, address, language: "fr", roles, until });
  const { guest } = asked.waits === null ? asked : await deed(stage, confirmGuest, OPERATOR, { id: asked.waits });
  const invitation = { guest, link: await linkSent(stage, { guest, address }), until };
  for (const role of roles) one.invitations.set(role, invitation);
  return invitation;
}

async function isInForce({ world, establishment }: Stage, { link }: Invitation): Promise<boolean> {
  const actor: Actor = { kind: "holder", secret: link };
  return (await view(world, seeInvitation, { actor, establishment, input: {} })).kind === "found";
}

/** What stands in the mail that the guest received. */
async function linkSent(
  { world, establishment }: Stage,
  { guest, address }: { readonly guest: string; readonly address: string },
): Promise<string> {
  const mail = await withSchool(world.db, establishment, (tx) =>
    tx
      .selectFrom("mail")
      .select("link")
      .where("about", "=", `guest:${guest}`)
      .where("to_address", "=", address)
      .orderBy("queued_at", "desc")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow(),
  );
  const { path } = mail.link as { readonly path: string };
  return path.slice(path.lastIndexOf("/") + 1);
}

async function enter(stage: Stage, { address }: Member, invitation: Invitation): Promise<Actor> {
  const ticket = await prove(stage, address);
  const holds: Actor = { kind: "holder", secret: invitation.link };
  invitation.token = (await deed(stage, enterAsGuest, holds, { ticket, device: DEVICE })).token;
  return (await guestIn(stage, invitation.token))!;
}

async function guestIn({ world, establishment }: Stage, token: string) {
  const { today } = surroundings(world, establishment, world.now());
  return (await guestOf(world.db, token, { establishment, at: world.now(), today }))?.actor;
}

async function deed<F extends TSchema, V>(
  { world, establishment }: Stage,
  act: Act<F, V>,
  actor: Actor,
  input: Static<F>,
): Promise<V> {
  const outcome = await perform(world, act, { actor, establishment, attempt: randomUUID(), input });
  if (outcome.kind !== "done") throw new Error(`${act.name}: ${JSON.stringify(outcome)}`);
  return outcome.value;
}
