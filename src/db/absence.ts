/** Reports a lost database server to the operator: once when it is lost and once when it is back, not for each statement. */
import type { PostgresPool } from "kysely";
import type pg from "pg";
import { DatabaseAway, FULL, toldFault } from "./away.ts";

/** Called once when the server is lost, and once when it is back, with the number of statements that failed meanwhile. */
export type Tells = { readonly onLost?: (code: string) => void; readonly onBack?: (unanswered: number) => void };

/** A flapping server is reported once a minute at most. */
const QUIET_MS = 60_000;

export type Absence = {
  /** A connection broke, perhaps while idle. */
  readonly broke: (cause: Error) => void;
  /** A statement failed because of the server. */
  readonly unanswered: (cause: Error) => void;
  /** Called before a statement is sent; the result is called once it is answered. */
  readonly asking: () => () => void;
};

export function newAbsence({ onLost, onBack }: Tells, now: () => number = () => performance.now()): Absence {
  let unanswered = 0;
  let lost = false;
  let losses = 0;
  let quietUntil = Number.NEGATIVE_INFINITY;
  const broke = ({ code, message }: Error & { code?: string }) => {
    // All connections of the pool are in use: the server is not lost.
    if (lost || message === FULL || now() < quietUntil) return;
    lost = true;
    losses++;
    onLost?.(code ?? "closed");
  };
  return {
    broke,
    unanswered: (cause) => {
      unanswered++;
      broke(cause);
    },
    asking: () => {
      const lossesBefore = losses;
      return () => {
        // A statement sent before the loss does not prove that the server is back.
        if (!lost || lossesBefore !== losses) return;
        lost = false;
        quietUntil = now() + QUIET_MS;
        onBack?.(unanswered);
        unanswered = 0;
      };
    },
  };
}

/** A `pg` client that translates the driver's errors (`toldFault`) and reports losses, for every query. */
export function telling(Client: typeof pg.Client, absence: Absence): typeof pg.Client {
  return class extends Client {
    override query(...call: unknown[]): never {
      return this.#ask(call) as never;
    }

    async #ask(call: unknown[]): Promise<unknown> {
      const answered = absence.asking();
      try {
        const answer = await (super.query as (...all: unknown[]) => Promise<unknown>)(...call);
        answered();
        return answer;
      } catch (fault) {
        throw translate(fault, absence);
      }
    }
  };
}

/** The pool for Kysely: a failure to connect is translated and reported as well. */
export function tellingPool(pool: pg.Pool, absence: Absence): PostgresPool {
  const connect = async () => {
    try {
      return await pool.connect();
    } catch (fault) {
      throw translate(fault, absence);
    }
  };
  return { connect, end: () => pool.end(), options: pool.options };
}

function translate(fault: unknown, absence: Absence): unknown {
  const translated = toldFault(fault);
  if (translated instanceof DatabaseAway) absence.unanswered(translated.cause as Error);
  return translated;
}
