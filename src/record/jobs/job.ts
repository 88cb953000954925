/**
 * Work that follows an act: asked for in its transaction (`enqueue`), done after it by whichever process is free, at
 * least once. A worker must bear being run again: the process may be killed between the work and the note that it is done.
 */
import type { Tx } from "../../db/school.ts";
import type { World } from "../../act/world.ts";

/** What to work on. Ids only: whatever else is needed is read when the work is done. */
export type Ids = { readonly [name: string]: string };

/** The name of a kind of work, apart from its worker, so that an act can ask for it without knowing who does it. */
export type Errand<I extends Ids = Ids> = {
  readonly name: string;
  /** Of no use but to tell the compiler which ids it takes. */
  readonly takes?: I;
};

export type Job<I extends Ids = Ids> = {
  readonly errand: Errand<I>;
  /** How many one process does at a time; each kind of work has its own places, so that none waits behind another's. */
  readonly atOnce?: number;
  work(given: Working<I>): Promise<Worked>;
};

export type Working<I extends Ids = Ids> = {
  readonly world: World;
  readonly establishment: string;
  readonly ids: I;
  /** Which try this is; the first is 1. */
  readonly attempt: number;
  readonly queuedAt: Date;
  /** Given when another process has taken the work over, because this one seemed dead; or when the service ends and waits no longer. */
  readonly signal: AbortSignal;
  /** Whether the work is still ours, held so until the transaction ends. */
  readonly stillOurs: (tx: Tx) => Promise<boolean>;
};

/** What is thrown is tried again like `later`, and given up after two days. */
export type Worked =
  | { readonly kind: "done" }
  | { readonly kind: "later"; readonly at: Date; readonly problem: string }
  | { readonly kind: "failed"; readonly problem: string };

export const DONE: Worked = { kind: "done" };

const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;

/** How long trying again makes sense. */
export const PATIENCE = 48 * 3_600_000;

/** When to try again: after half a minute, then twice as long each time, an hour at most. */
export function nextTry(at: Date, attempt: number): Date {
  return new Date(at.getTime() + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempt - 1, 20)));
}
