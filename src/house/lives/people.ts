/**
 * Lets the people of a life in as real people are: an account by the code sent to its address, roles given by the operator, a session with
 * the proofs their work needs, opened anew for acts that bind; a guest by the link of an invitation and a code.
 */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { TSchema, Static } from "typebox";
import { type Act, type Actor, perform, surroundings, view } from "../../act/act.ts";
import { isFresh } from "../../act/freshness.ts";
import {
  type GuestRole,
  type InvitedRole,
  may,
  type Means,
  type Permission,
  type Role,
} from "../../act/permissions.ts";
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

/** With a name, one person in all lives; without one, a person of the life `of`. */
export function member(key: string, written: WrittenPerson, of: string): Member {
  const { given, birth, roles, guest } = written;
  const [role] = [...(roles ?? []), ...(guest ?? [])];
  const name = given && birth ? `${given[0]} ${birth}` : role ? sayRole(role, "fr") : key;
  const local = given && birth ? `${plain(given[0]!)}.${plain(birth)}` : `${plain(key)}.${of}`;
  return {
    name,
    address: `${local}@demonstration.invalid`.toLowerCase(),
    written,
    invitations: new Map(),
  };
}

/** A name in the form of a mail address. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^A-Za-z0-9]+/g, "-");
}

/** Long enough, and used by no real person. */
const PASSWORD = "une vie qui se joue pas à pas";
const DEVICE = "";
const OPERATOR: Actor = { kind: "operator" };
const ANYONE: Actor = { kind: "anyone" };

/** Those who invite guests, by the role that may. */
export type Hosts = Readonly<Record<"head-of-training" | "director", Member>>;

/** Makes the account of a member without one, with their roles. */
export async function makeAccount(stage: Stage, person: Member, hosts: Hosts): Promise<string> {
  if (person.account !== undefined) return person.account;
  const { name, address, written } = person;
  const account = stage.world.demo
    ? (await deed(stage, makeDemoAccount, OPERATOR, { address, name, language: "fr" })).account
    : await settle(stage, person);
  person.account = account;
  for (const role of written.roles ?? [])
    if (isOfState(role)) await appoint(stage, person, role, hosts);
    else await deed(stage, giveRole, OPERATOR, { address, role });
  return account;
}

/** A role of the State: offered by the director, confirmed by the operator, accepted by its holder. */
async function appoint(stage: Stage, person: Member, role: Role, hosts: Hosts): Promise<void> {
  const director = await accountActor(stage, hosts.director, { binds: true }, hosts);
  await deed(stage, giveRole, director, { address: person.address, role });
  const { world, establishment } = stage;
  const seen = await view(world, seeOffers, { actor: director, establishment, input: {} });
  const offer =
    seen.kind === "found" && seen.value.offers.find((its) => its.account === person.account && its.role === role);
  // No offer: a member of several lives got the role in the first one.
  if (!offer) return;
  await deed(stage, confirmRole, OPERATOR, { id: offer.id });
  await deed(stage, acceptRole, await accountActor(stage, person, { binds: true }, hosts), { id: offer.id });
}

async function settle(stage: Stage, { name, address }: Member): Promise<string> {
  const ticket = await prove(stage, address);
  const chosen = { name, password: PASSWORD, language: "fr", device: DEVICE } as const;
  return (await deed(stage, settleAccount, { kind: "holder", secret: ticket }, chosen)).account;
}

/** The ticket of an address, by the code sent to it. */
async function prove(stage: Stage, address: string): Promise<string> {
  const school = stage.establishment;
  const { request } = await deed(stage, askCode, ANYONE, { address, language: "fr", school });
  const { code } = await deed(stage, readOutCode, OPERATOR, { address });
  const { ticket } = await deed(stage, tryCode, ANYONE, { request, code });
  return ticket!;
}

/** For an act that binds, a session just opened; otherwise the open one. */
export async function accountActor(
  stage: Stage,
  person: Member,
  { binds }: { readonly binds: boolean },
  hosts: Hosts,
): Promise<Actor> {
  const account = await makeAccount(stage, person, hosts);
  const held = person.token === undefined ? undefined : await holder(stage, person.token);
  if (held && (!binds || isFresh(held, stage.world.now()))) return held;
  const { token } = await deed(
    stage,
    startSession,
    { kind: "proven", account, means: meansOf(stage, person) },
    { device: DEVICE },
  );
  person.token = token;
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

/** In the role that permits it, where the guest is invited for several; for an act that binds, after a new code. */
export async function guestActor(stage: Stage, person: Member, { who, binds }: Wanted, hosts: Hosts): Promise<Actor> {
  const invited = invitedFor(person);
  const lets = (role: GuestRole) =>
    may({ kind: "guest", guest: "", session: "", roles: [role], authenticatedAt: new Date(0) }, who);
  const role = invited.find(lets) ?? invited[0]!;
  const known = person.invitations.get(role);
  const held = known?.token === undefined ? undefined : await guestIn(stage, known.token);
  if (held && (!binds || isFresh(held, stage.world.now()))) return held;
  const isOpen = known && (await isInForce(stage, known));
  return enter(stage, person, isOpen ? known : await invite(stage, person, hosts));
}

/** Invites anew where the invitation has ended: a guest named in a step is about to come. */
export async function guestId(stage: Stage, person: Member, hosts: Hosts): Promise<string> {
  const [role] = invitedFor(person);
  const known = person.invitations.get(role!);
  return (known && (await isInForce(stage, known)) ? known : await invite(stage, person, hosts)).guest;
}

const invitedFor = ({ written }: Member) => written.guest ?? [];

/** For as long as the school allows. */
async function invite(stage: Stage, person: Member, hosts: Hosts): Promise<Invitation> {
  const { world, establishment } = stage;
  const { today, opened } = surroundings(world, establishment, world.now());
  const until = addDays(today, opened(establishment).guestDays ?? 0);
  const { name, address } = person;
  const roles = invitedFor(person).filter((role): role is InvitedRole => role !== "payer");
  // Who pays is let in by a mail about what it pays for: a step before sent it.
  if (roles.length === 0) return alreadySent(stage, person);
  const host = hosts[roles.some(isOfState) ? "director" : "head-of-training"];
  const actor = await accountActor(stage, host, { binds: true }, hosts);
  const asked = await deed(stage, inviteGuest, actor, { name, address, language: "fr", roles, until });
  const { guest } = asked.waits === null ? asked : await deed(stage, confirmGuest, OPERATOR, { id: asked.waits });
  const invitation = { guest, link: await linkSent(stage, address), until };
  for (const role of roles) person.invitations.set(role, invitation);
  return invitation;
}

async function alreadySent(stage: Stage, { address, invitations }: Member): Promise<Invitation> {
  const { world, establishment } = stage;
  const found = await withSchool(world.db, establishment, (tx) =>
    tx
      .selectFrom("guest")
      .select(["id", "until"])
      .where("address", "=", address)
      .where("ended_at", "is", null)
      .execute(),
  );
  const [guest] = found;
  if (!guest) throw new Error(`${address} was sent no link yet`);
  const link = await linkSent(stage, address);
  const invitation = { guest: guest.id, link, until: guest.until };
  invitations.set("payer", invitation);
  return invitation;
}

async function isInForce({ world, establishment }: Stage, { link }: Invitation): Promise<boolean> {
  const actor: Actor = { kind: "holder", secret: link };
  return (await view(world, seeInvitation, { actor, establishment, input: {} })).kind === "found";
}

/** The secret in the last mail that let the guest in, whatever it was about: who pays is written to of what it pays for. */
async function linkSent({ world, establishment }: Stage, address: string): Promise<string> {
  const mail = await withSchool(world.db, establishment, (tx) =>
    tx
      .selectFrom("mail")
      .select("link")
      .where("to_address", "=", address)
      .where(sql`link ->> 'path'`, "like", "%/invitation/%")
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
