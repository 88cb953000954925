/**
 * `begin` travels with the statement that follows it: on a server a transaction costs a round trip less, and every page and
 * every act has one.
 */
import type pg from "pg";

const BEGINS = /^(begin|start transaction\b[a-z ]*)$/;
const ENDS = /^(commit|rollback)$/;

type Result = Pick<pg.QueryResult, "command" | "rowCount" | "rows">;

/** The driver's client, that keeps `begin` until it knows what is asked next. */
export function joining(Client: typeof pg.Client): typeof pg.Client {
  return class extends Client {
    #begin: string | undefined;

    override query(...given: unknown[]): never {
      return this.#ask(given) as never;
    }

    #ask(given: unknown[]): unknown {
      const ask = (...asked: unknown[]) => (super.query as (...all: unknown[]) => unknown)(...asked);
      const [text, values] = given;
      if (typeof text === "string" && BEGINS.test(text)) {
        this.#begin = text;
        return Promise.resolve(nothing("BEGIN"));
      }
      const begin = this.#begin;
      if (begin === undefined) return ask(...given);
      this.#begin = undefined;
      // Nobody asked anything in between: there is no transaction to end.
      if (typeof text === "string" && ENDS.test(text)) return Promise.resolve(nothing(text.toUpperCase()));
      const alone = typeof text === "string" && !(Array.isArray(values) && values.length > 0);
      // One message holds several statements only where none has values.
      if (alone) return (ask(`${begin}; ${text}`) as Promise<unknown>).then(lastOf);
      return (ask(begin) as Promise<unknown>).then(() => ask(...given));
    }
  };
}

function nothing(command: string): Result {
  return { command, rowCount: null, rows: [] };
}

function lastOf(results: unknown): unknown {
  return Array.isArray(results) ? results.at(-1) : results;
}
