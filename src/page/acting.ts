/** How a page performs an act and reads a view: as the visitor, in the school of the address, once per form sent. */
import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Static, TSchema } from "typebox";
import {
  type Act,
  type Actor,
  hasOutcome,
  inOneReading,
  type Outcome,
  perform,
  type Reading,
  type Seen,
  type View,
  view,
} from "../act/act.ts";
import { isFresh } from "../act/freshness.ts";
import { isDiskFull } from "../kit/disk.ts";
import type { Lang } from "../kit/lang.ts";
import { networkOf } from "../kit/network.ts";
import type { Issue } from "../kit/schema.ts";
import type { FieldError } from "./form.ts";
import type { Form, Visit } from "./page.ts";

type How = {
  /** The form as posted; its attempt makes a second sending a no-op. */
  readonly sent?: Form;
  /** For a form that performs several acts, which one this is: each is done once, and one that failed may be retried. */
  readonly part?: string;
  /** An actor the page knows better than the visit does: the holder of a secret, a person who has just signed in. */
  readonly actor?: Actor;
};

/**
 * Thrown instead of performing an act that binds, where its person showed too long ago who they are: the server asks on the spot and goes on
 * with the form as sent (`web/routes.ts`).
 */
export class ProofAsked extends Error {}

export async function act<F extends TSchema, V>(
  visit: Visit,
  deed: Act<F, V>,
  input: Static<F>,
  { sent, part, actor = visit.actor }: How = {},
): Promise<Outcome<V>> {
  const establishment = visit.school.establishment;
  // A guest has no password to type here: the act says how they get a new code.
  if (deed.binds && actor.kind === "account" && !isFresh(actor, visit.world.now())) throw new ProofAsked(deed.name);
  const attempt = part === undefined ? attemptOf(sent) : `${attemptOf(sent)}:${part}`;
  // A page that shows nothing of what the act asks about has its form answered as changed: it cannot go unnoticed.
  const shown = deed.shows && "lines" in deed.shows ? { shown: sent?.get(SHOWN) ?? "" } : {};
  return perform(visit.world, deed, { actor, establishment, attempt, input, ...shown });
}

/** Whether this very form was sent before, and had its outcome. */
export function wasAnswered(visit: Visit, sent: Form, actor: Actor = visit.actor): Promise<boolean> {
  return hasOutcome(visit.world, { actor, establishment: visit.school.establishment, attempt: attemptOf(sent) });
}

/** An act with its input, not yet performed. */
export type Deed<V> = (visit: Visit, how: How) => Promise<Outcome<V>>;
export function deed<F extends TSchema, V>(one: Act<F, V>, input: Static<F>): Deed<V> {
  return (visit, how) => act(visit, one, input, how);
}

/** The value of a view; `undefined` where there is none, or this visitor may not see it. */
export async function see<F extends TSchema, V>(
  visit: Visit,
  seen: View<F, V>,
  input: Static<F>,
  { actor = visit.actor }: Pick<How, "actor"> = {},
): Promise<V | undefined> {
  const request = { actor, establishment: visit.school.establishment, input };
  const ask = (reading?: Reading) => view(visit.world, seen, request, reading);
  // What a page counts for its reader beside the first thing that it reads costs no transaction of its own.
  const isAlone =
    visit.reading !== undefined || !visit.due || seen.scope === "deployment" || visit.request.method !== "GET";
  const outcome: Seen<V> = await (isAlone ? ask(visit.reading) : readTogether(visit, ({ reading }) => ask(reading)));
  return outcome.kind === "found" ? outcome.value : undefined;
}

/** The visit of a page that shows parts of many rooms: all read in one transaction, the same question once. */
export function readTogether<V extends Visit, T>(visit: V, work: (visit: V) => Promise<T>): Promise<T> {
  return inOneReading(visit.world, visit.school.establishment, async (reading) => {
    const [result] = await Promise.all([work({ ...visit, reading }), visit.due?.(reading)]);
    return result;
  });
}

/** What each subject gives, in their order: all are asked at once, so that their statements reach the database together. */
export async function fromEach<A extends readonly unknown[], T>(
  subjects: readonly ((...given: A) => readonly T[] | Promise<readonly T[]>)[],
  ...given: A
): Promise<T[]> {
  return (await Promise.all(subjects.map(async (one) => one(...given)))).flat();
}

/** The hidden field with what the page showed of what its act signs. */
export const SHOWN = "_shown";

const ATTEMPT = /^[\w-]{16,120}$/;

/** The attempt in the form (its idempotency key), or a new one. */
export function attemptOf(sent: Form | undefined): string {
  const attempt = sent?.get("_attempt") ?? "";
  return ATTEMPT.test(attempt) ? attempt : randomUUID();
}

/**
 * Prints a document. The queue is fair: per account, or per network for strangers, so that a hundred documents for one caller delay no
 * other.
 */
export function printFor<D>(
  { person, guest, request }: Pick<Visit, "person" | "guest" | "request">,
  documents: Prints<D>,
  template: string,
  data: D,
): Promise<Buffer> {
  return documents.render(template, data, person?.account ?? guest?.actor.guest ?? networkOf(request.ip));
}

type Prints<D> = { readonly render: (template: string, data: D, caller: string) => Promise<Buffer> };

/** An act’s issues as errors of a form: the first part of a path is the name of the field. */
export function fieldErrors(issues: readonly Issue[], lang: Lang): FieldError[] {
  return issues.map(({ path, message }) => ({ field: path.split(/[.[]/)[0]!, message: message(lang) }));
}

/** Logs a bug: which and where, and no value that a person typed. */
export function logFault({ log }: Pick<FastifyRequest, "log">, error: Error & { readonly code?: string }): void {
  // One of several acts that a form does: all of them wait for the proof.
  if (error instanceof ProofAsked) throw error;
  const message = isDiskFull(error) ? "fault: the disk is full, free some of it" : "fault";
  log.error({ fault: error.name, code: error.code, at: error.stack?.split("\n").slice(1, 6) }, message);
}
