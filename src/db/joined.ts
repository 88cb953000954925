/**
 * Batches fire-and-forget statements with the next one: `begin`, the setting of the school, and writes without a result
 * (`alongside`). Each saves a round trip to the server, in the transaction of every page and every act. Statements that are asked
 * at once go out in one packet.
 */
import { CompiledQuery } from "kysely";
import type pg from "pg";

const BEGINS = /^(begin|start transaction\b[a-z ]*)$/;
const SETS = /^set local /;
const ENDS = /^(commit|rollback)$/;
const ALONG = "/* along */ ";

type Result = Pick<pg.QueryResult, "command" | "rowCount" | "rows">;

/** A write without a result: its error surfaces on the next statement of the transaction, at the latest on commit. */
export function alongside({ sql, parameters }: Pick<CompiledQuery, "sql" | "parameters">): CompiledQuery {
  return CompiledQuery.raw(`${ALONG}${sql}`, [...parameters]);
}

/** A `pg` client that batches fire-and-forget statements with the next one; the client must be in pipeline mode. */
export function joining(Client: typeof pg.Client): typeof pg.Client {
  return class extends Client {
    /** The statements that begin the transaction, until they are sent. */
    #begin: string[] = [];
    #along: unknown[][] = [];
    #holdsBack = false;

    override query(...call: unknown[]): never {
      return this.#ask(call) as never;
    }

    #ask(call: unknown[]): unknown {
      const [text, values] = call;
      if (typeof text !== "string") return this.#send(call);
      const beginning = this.#begin.length > 0;
      if (BEGINS.test(text) || (beginning && SETS.test(text))) {
        this.#begin.push(text);
        return Promise.resolve(nothing(beginning ? "SET" : "BEGIN"));
      }
      if (text.startsWith(ALONG)) {
        this.#along.push(call);
        return Promise.resolve(nothing("ALONG"));
      }
      const along = this.#along.splice(0);
      const begin = this.#begin.splice(0).join("; ");
      // A rollback discards pending writes unsent.
      if (text === "rollback") along.length = 0;
      // An empty transaction: `begin` was never sent, so there is nothing to end.
      if (begin !== "" && along.length === 0 && ENDS.test(text)) return Promise.resolve(nothing(text.toUpperCase()));
      if (begin === "" && along.length === 0) return this.#send(call);
      const alone = along.length === 0 && !(Array.isArray(values) && values.length > 0);
      // A message may hold several statements only if none has values.
      if (alone) return (this.#send([`${begin}; ${text}`]) as Promise<unknown>).then(lastOf);
      return this.#sendAll([...(begin === "" ? [] : [[begin]]), ...along, call]);
    }

    #send(call: unknown[]): unknown {
      this.#holdBack();
      return (super.query as (...all: unknown[]) => unknown)(...call);
    }

    /** What is sent before the event loop turns leaves in one packet: each would cost both sides a call to the system. */
    #holdBack(): void {
      if (this.#holdsBack) return;
      const { stream } = (this as unknown as { readonly connection: { readonly stream: import("node:net").Socket } })
        .connection;
      this.#holdsBack = true;
      stream.cork();
      process.nextTick(() => {
        this.#holdsBack = false;
        stream.uncork();
      });
    }

    /** Returns the last answer, or throws the first error: the later ones only follow from it. */
    async #sendAll(all: readonly unknown[][]): Promise<unknown> {
      const answers = all.map((call) => this.#send(call) as Promise<unknown>);
      const results = await Promise.allSettled(answers);
      const failed = results.find((result) => result.status === "rejected");
      if (failed) throw failed.reason;
      return (results.at(-1) as PromiseFulfilledResult<unknown>).value;
    }
  };
}

function nothing(command: string): Result {
  return { command, rowCount: null, rows: [] };
}

function lastOf(results: unknown): unknown {
  return Array.isArray(results) ? results.at(-1) : results;
}
