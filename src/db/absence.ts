/** What whoever runs the service is told of a server that is away: not each statement, but that it went and is back. */
import type { PostgresPool } from "kysely";
import type pg from "pg";
import { DatabaseAway, FULL, toldFault } from "./away.ts";

/** Hears that the server went, and that it is back after so many statements without an answer: once each, whoever asked. */
export type Tells = { readonly onLost?: (code: string) => void; readonly onBack?: (unanswered: number) => void };

/** A server that comes and goes is told of once a minute at most. */
const QUIET_MS = 60_000;

export type Absence = {
  /** A connection broke that nobody may have been asking. */
  readonly broke: (cause: Error) => void;
  readonly unanswered: (cause: Error) => void;
  /** To be had before a statement is sent, and called once it is answered. */
  readonly asking: () => () => void;
};

export function newAbsence({ onLost, onBack }: Tells, now: () => number = () => performance.now()): Absence {
  let unanswered = 0;
  let lost = false;
  let losses = 0;
  let quietUntil = Number.NEGATIVE_INFINITY;
  const broke = ({ code, message }: Error & { code?: string }) => {
    // All connections are in use: the server is there.
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
      const asked = losses;
      return () => {
        // What was on its way when the server went says nothing of whether it is back.
        if (!lost || asked !== losses) return;
        lost = false;
        quietUntil = now() + QUIET_MS;
        onBack?.(unanswered);
        unanswered = 0;
      };
    },
  };
}

/** The driver's client, whose faults are told as this program tells them, whatever asks it: a transaction or one statement. */
export function telling(Client: typeof pg.Client, absence: Absence): typeof pg.Client {
  return class extends Client {
    override query(...given: unknown[]): never {
      return this.#ask(given) as never;
    }

    async #ask(given: unknown[]): Promise<unknown> {
      const answered = absence.asking();
      try {
        const answer = await (super.query as (...all: unknown[]) => Promise<unknown>)(...given);
        answered();
        return answer;
      } catch (fault) {
        throw heard(fault, absence);
      }
    }
  };
}

/** What kysely takes of a pool: getting a connection is told like asking one. */
export function tellingPool(pool: pg.Pool, absence: Absence): PostgresPool {
  const connect = async () => {
    try {
      return await pool.connect();
    } catch (fault) {
      throw heard(fault, absence);
    }
  };
  return { connect, end: () => pool.end(), options: pool.options };
}

function heard(fault: unknown, absence: Absence): unknown {
  const told = toldFault(fault);
  if (told instanceof DatabaseAway) absence.unanswered(told.cause as Error);
  return told;
}
