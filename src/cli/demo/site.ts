/** A school of a demonstration under construction, and how acts are done in it: each by an actor, at a moment of its own. */
import { randomUUID } from "node:crypto";
import { type Act, type Actor, perform, performWithin, type Request } from "../../act/act.ts";
import type { SeenIntake } from "../../intake/views.ts";
import type { SHOWN_GROUPS } from "../../deployment/birth/birth.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { NOBODY } from "../../kit/shapes.ts";
import type { Law } from "../../law/law.ts";
import type { Role } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";

export const OPERATOR: Actor = { kind: "operator" };
const DAY = 86_400_000;

/** In days: the intake opened 45 days ago, was to close 12 days ago, was prolonged 10 days ago, and closes in 50. */
export const OPENED = 45;
export const CLOSED = 12;
export const PROLONGED = 10;
export const CLOSES = 50;

type Shown = {
  readonly school: string;
  readonly account: string;
  readonly label: Label;
  readonly group: (typeof SHOWN_GROUPS)[number];
  readonly link?: string;
  readonly place: number;
};

export type Site = {
  readonly world: World;
  readonly school: string;
  readonly seed: number;
  readonly now: Date;
  readonly today: Day;
  readonly law: Law;
  readonly shown: Shown[];
  readonly staff: Map<Role, string>;
};
/** A payment that will come through the bank. */
export type Expected = {
  readonly number: number;
  readonly way: string;
  readonly actor: Actor;
  readonly name: string;
  readonly reference: string;
  readonly amount: number;
  readonly on: Day;
};

export type OpenSite = Site & {
  readonly intake: { readonly id: string; readonly version: number; readonly closesAt: Date };
  readonly pieces: SeenIntake["intake"]["settings"]["pieces"];
  readonly files: readonly { readonly sha256: string; readonly pages: number }[];
  /** Payments for the bank file and the cheque deposits, made after all candidates. */
  readonly expected: Expected[];
};

export function before({ now }: Pick<Site, "now">, days: number, minutes = 600): Date {
  return new Date(now.getTime() - days * DAY - minutes * 60_000);
}

export function atMoment({ world }: Pick<Site, "world">, at: Date): World {
  return { ...world, now: () => at };
}

export function staffOf({ staff }: Site, role: Role): Actor {
  return { kind: "account", account: staff.get(role)!, session: NOBODY, roles: [role], authenticatedAt: new Date(0) };
}

/** Whoever acts in a demonstration has just shown who they are. */
function justShown(actor: Actor, at: Date): Actor {
  return actor.kind === "account" || actor.kind === "guest" ? { ...actor, authenticatedAt: at } : actor;
}

export async function doing<V>(site: Site, act: unknown, actor: Actor, input: object, at: Date): Promise<V> {
  const call = { ...request(justShown(actor, at), site.school, input), attempt: randomUUID() };
  return outcomeOf(act as Act, await perform(atMoment(site, at), act as Act, call)) as V;
}

export async function within<V>(tx: Tx, site: Site, act: unknown, actor: Actor, input: object, at: Date): Promise<V> {
  const call = { ...request(justShown(actor, at), site.school, input), attempt: randomUUID() };
  return outcomeOf(act as Act, await performWithin(tx, atMoment(site, at), act as Act, call)) as V;
}

export function request<I>(actor: Actor, establishment: string, input: I): Request<I> {
  return { actor, establishment, input };
}

function outcomeOf(act: Act, outcome: Awaited<ReturnType<typeof perform>>): unknown {
  if (outcome.kind === "done") return outcome.value;
  const why = outcome.kind === "invalid" ? outcome.issues.map(({ path, message }) => `${path}: ${message("en")}`) : [];
  throw new Error(`${act.name} in the demonstration: ${outcome.kind} ${why.join("; ")}`);
}
