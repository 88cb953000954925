/** What is being done when the service is killed, and what must be there afterwards. */
import type { Database } from "../../db/open.ts";
import type { World } from "../../act/world.ts";

/** One person who does one thing after another, and remembers each answer. */
export type Lane = {
  /** Does the next thing, and resolves once it is acknowledged: how many acts that was. `Lost` leaves it in doubt. */
  readonly step: (origin: string) => Promise<number>;
  /**
   * After a kill: reads back what was acknowledged, finds out what became of what was in doubt, sends that again and sees
   * that it is then done once. Tells each thing that is not so.
   */
  readonly recover: (origin: string) => Promise<{ readonly faults: readonly string[]; readonly doubts: number }>;
};

export type Scenario = {
  readonly name: string;
  /** What must be there before the service starts: done in this process, by the real acts. */
  readonly prepare?: (world: World) => Promise<void>;
  readonly lanes: () => readonly Lane[];
  /** Resolves once what follows the acts (mails, other work) is done, while the service runs. */
  readonly settled?: (origin: string) => Promise<string[]>;
  /** What must be so when everything is over and the service stopped, read from the database itself. */
  readonly settle: (db: Database) => Promise<string[]>;
  /** What this scenario counted, for the last lines. */
  readonly counts?: () => Readonly<Record<string, number>>;
};

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
