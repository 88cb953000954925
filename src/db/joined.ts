/**
 * What nobody waits for travels with the statement that follows it: `begin`, the setting of the school, and writes that give nothing
 * back (`alongside`). On a server a transaction costs a round trip less for each, and every page and every act has one.
 */
import { CompiledQuery } from "kysely";
import type pg from "pg";

const BEGINS = /^(begin|start transaction\b[a-z ]*)$/;
const SETS = /^set local /;
const ENDS = /^(commit|rollback)$/;
const ALONG = "/* along */ ";

type Result = Pick<pg.QueryResult, "command" | "rowCount" | "rows">;

/** A write whose answer says nothing: its fault is that of whatever follows it in the transaction, at the latest of its end. */
export function alongside({ sql, parameters }: Pick<CompiledQuery, "sql" | "parameters">): CompiledQuery {
  return CompiledQuery.raw(`${ALONG}${sql}`, [...parameters]);
}

/** The driver's client, that keeps what nobody waits for until it knows what is asked next; it is one that pipelines. */
export function joining(Client: typeof pg.Client): typeof pg.Client {
  return class extends Client {
    /** What begins the transaction; nothing where it has begun. */
    #begin: string[] = [];
    #along: unknown[][] = [];

    override query(...given: unknown[]): never {
      return this.#ask(given) as never;
    }

    #ask(given: unknown[]): unknown {
      const [text, values] = given;
      if (typeof text !== "string") return this.#send(given);
      const beginning = this.#begin.length > 0;
      if (BEGINS.test(text) || (beginning && SETS.test(text))) {
        this.#begin.push(text);
        return Promise.resolve(nothing(beginning ? "SET" : "BEGIN"));
      }
      if (text.startsWith(ALONG)) {
        this.#along.push(given);
        return Promise.resolve(nothing("ALONG"));
      }
      const along = this.#along.splice(0);
      const begin = this.#begin.splice(0).join("; ");
      // Undone with the rest, it need not be written.
      if (text === "rollback") along.length = 0;
      // Nobody asked anything in between: there is no transaction to end.
      if (begin !== "" && along.length === 0 && ENDS.test(text)) return Promise.resolve(nothing(text.toUpperCase()));
      if (begin === "" && along.length === 0) return this.#send(given);
      const alone = along.length === 0 && !(Array.isArray(values) && values.length > 0);
      // One message holds several statements only where none has values.
      if (alone) return (this.#send([`${begin}; ${text}`]) as Promise<unknown>).then(lastOf);
      return this.#sendAll([...(begin === "" ? [] : [[begin]]), ...along, given]);
    }

    #send(given: unknown[]): unknown {
      return (super.query as (...all: unknown[]) => unknown)(...given);
    }

    /** In one packet; the answer of the last, or the fault of the first that has one: those after it only say that one failed. */
    async #sendAll(all: readonly unknown[][]): Promise<unknown> {
      const { stream } = (this as unknown as { readonly connection: { readonly stream: import("node:net").Socket } })
        .connection;
      stream.cork();
      const answers = all.map((given) => this.#send(given) as Promise<unknown>);
      stream.uncork();
      const told = await Promise.allSettled(answers);
      const failed = told.find((one) => one.status === "rejected");
      if (failed) throw failed.reason;
      return (told.at(-1) as PromiseFulfilledResult<unknown>).value;
    }
  };
}

function nothing(command: string): Result {
  return { command, rowCount: null, rows: [] };
}

function lastOf(results: unknown): unknown {
  return Array.isArray(results) ? results.at(-1) : results;
}
