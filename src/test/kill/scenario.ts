/** What is being done when the service is killed, and what must be there afterwards. */
import type { Database } from "../../db/open.ts";
import type { Caller, Try } from "./call.ts";

/** One person who does one thing after another, and remembers each answer. */
export type Lane = {
  /** What to do next; `undefined` where there is something to wait for first. */
  readonly next: () => Try | undefined;
  /** The service said that it is done. */
  readonly acknowledge: (tried: Try, value: unknown) => void;
  /**
   * Reads back what was acknowledged and tells each thing that is not so. An act in doubt may be done or not, and nothing
   * in between.
   */
  readonly look: (caller: Caller, doubt: Try | undefined) => Promise<string[]>;
};

export type Scenario = {
  readonly name: string;
  readonly lanes: readonly Lane[];
  /** What must be there before people work, written while no service runs. */
  readonly prepare?: (db: Database) => Promise<void>;
  /** What must be so when everything is over and the service stopped, read from the database itself. */
  readonly settle: (db: Database) => Promise<string[]>;
  /** Resolves once what follows the acts (mails, other work) is done, while the service runs. */
  readonly settled: () => Promise<string[]>;
  /** What this scenario counted, for the last lines. */
  readonly counts: () => Readonly<Record<string, number>>;
};
