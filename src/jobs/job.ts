/**
 * Jobs follow an act: enqueued in its transaction, run after it by any free process, at least once. A worker must be idempotent: the
 * process may be killed between the work and the note that it is done.
 */
import type { Tx } from "../db/school.ts";
import type { World } from "../act/world.ts";

/** A job's parameters. Ids only: everything else is read when the job runs. */
export type Ids = { readonly [name: string]: string };

/** The name of a kind of job, apart from its worker, so that an act can enqueue it without knowing the worker. */
export type Errand<I extends Ids = Ids> = {
  readonly name: string;
  /** Phantom type: tells the compiler which ids it takes. */
  readonly takes?: I;
};

export type Job<I extends Ids = Ids> = {
  readonly errand: Errand<I>;
  /** How many one process runs at a time; each kind has its own slots, so that none waits behind another. */
  readonly atOnce?: number;
  work(given: Working<I>): Promise<Worked>;
};

export type Working<I extends Ids = Ids> = {
  readonly world: World;
  readonly establishment: string;
  readonly ids: I;
  /** The number of this try, from 1. */
  readonly attempt: number;
  readonly queuedAt: Date;
  /** Aborted when another process has taken the job over because this one seemed dead, or when the service stops. */
  readonly signal: AbortSignal;
  /** Whether the claim still holds; locked until the transaction ends. */
  readonly stillOurs: (tx: Tx) => Promise<boolean>;
};

/** An exception is retried like `later`, and given up after two days. */
export type Worked =
  | { readonly kind: "done" }
  | { readonly kind: "later"; readonly at: Date; readonly problem: string }
  | { readonly kind: "failed"; readonly problem: string };

export const DONE: Worked = { kind: "done" };

const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;

/** How long retries go on. */
export const PATIENCE = 48 * 3_600_000;

/** Exponential backoff: half a minute, doubled each time, an hour at most. */
export function nextTry(at: Date, attempt: number): Date {
  return new Date(at.getTime() + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempt - 1, 20)));
}
