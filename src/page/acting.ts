/** How a page does an act and reads a view: as whoever visits, in the school of its address, once for one sending. */
import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, type Outcome, perform, type Seen, type View, view } from "../act/act.ts";
import { isDiskFull } from "../kit/disk.ts";
import type { Lang } from "../kit/lang.ts";
import { networkOf } from "../kit/network.ts";
import type { Issue } from "../kit/schema.ts";
import type { FieldError } from "./form.ts";
import type { Form, Visit } from "./page.ts";

type How = {
  /** The form as it was sent: sent twice, it does once. */
  readonly sent?: Form;
  /** Of a form that asks for several deeds, which of them this is: each is done once, and one that failed may be done again. */
  readonly part?: string;
  /** Whoever a page knows better than the visit does: the holder of a secret, a person just proven. */
  readonly actor?: Actor;
};

export function act<F extends TSchema, V>(
  visit: Visit,
  deed: Act<F, V>,
  input: Static<F>,
  { sent, part, actor = visit.actor }: How = {},
): Promise<Outcome<V>> {
  const establishment = visit.school.establishment;
  const attempt = part === undefined ? attemptOf(sent) : `${attemptOf(sent)}:${part}`;
  return perform(visit.world, deed, { actor, establishment, attempt, input });
}

/** An act with what it is given, still to be done. */
export type Deed<V> = (visit: Visit, how: How) => Promise<Outcome<V>>;
export function deed<F extends TSchema, V>(one: Act<F, V>, input: Static<F>): Deed<V> {
  return (visit, how) => act(visit, one, input, how);
}

/** What a view shows, `undefined` where there is nothing, or nothing for this visitor. */
export async function see<F extends TSchema, V>(
  visit: Visit,
  seen: View<F, V>,
  input: Static<F>,
  { actor = visit.actor }: Pick<How, "actor"> = {},
): Promise<V | undefined> {
  const found: Seen<V> = await view(visit.world, seen, { actor, establishment: visit.school.establishment, input });
  return found.kind === "found" ? found.value : undefined;
}

const ATTEMPT = /^[\w-]{16,120}$/;

/** The attempt that a form carries: sent twice, it is done once. */
export function attemptOf(sent: Form | undefined): string {
  const given = sent?.get("_attempt") ?? "";
  return ATTEMPT.test(given) ? given : randomUUID();
}

/**
 * A document as it is printed, in turn with those of others: of an account wherever it asks from, of a stranger by the network,
 * so that whoever asks for a hundred keeps nobody waiting behind them.
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

/** Beside the fields: what an act says of its input, whose keys are the names of the fields. */
export function fieldErrors(issues: readonly Issue[], lang: Lang): FieldError[] {
  return issues.map(({ path, message }) => ({ field: path.split(/[.[]/)[0]!, message: message(lang) }));
}

/** A bug, as the log keeps it: which and where, and no value that somebody typed. */
export function logFault({ log }: Pick<FastifyRequest, "log">, error: Error & { readonly code?: string }): void {
  const said = isDiskFull(error) ? "fault: the disk is full, free some of it" : "fault";
  log.error({ fault: error.name, code: error.code, at: error.stack?.split("\n").slice(1, 6) }, said);
}
