/**
 * After a fault a transaction refuses all that follows, and statements that went out together may report that first: «current
 * transaction is aborted», or that a statement was never prepared. Each of them throws the fault behind it, by which a repeated
 * attempt, a deadlock and a stale plan are known.
 */
import type pg from "pg";

const BEGINS = /^(?:begin|start transaction)\b/;
const ENDS = /^(?:commit|rollback)$/;

/** A `pg` client. Nothing stands between it and the driver, whose answers come in the order of the statements. */
export function throwingFirst(Client: typeof pg.Client): typeof pg.Client {
  return class extends Client {
    #transaction: { first?: unknown } | undefined;

    override query(...call: unknown[]): never {
      return this.#ask(call) as never;
    }

    async #ask(call: unknown[]): Promise<unknown> {
      const text = typeof call[0] === "string" ? call[0] : "";
      if (BEGINS.test(text)) this.#transaction = {};
      const own = this.#transaction;
      if (ENDS.test(text)) this.#transaction = undefined;
      try {
        return await (super.query as (...all: unknown[]) => Promise<unknown>)(...call);
      } catch (fault) {
        throw own ? (own.first ??= fault) : fault;
      }
    }
  };
}
