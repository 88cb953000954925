/**
 * Prepares repeated statements, once per connection: under row security, planning costs a server several times the
 * execution. A statement's name is the hash of its text, so that two texts never share a name.
 */
import { createHash } from "node:crypto";
import type pg from "pg";

/** Every connection keeps them all; the application has fewer texts, so more would be generated ones. */
export const MOST = 1_000;
/** A list as long as the input makes another text each time. */
const MOST_VALUES = 24;

/** A text without values is no query, or generated. */
export const isWorthPreparing = (values: readonly unknown[]) => values.length > 0 && values.length <= MOST_VALUES;

/** A `pg` client that prepares statements with values. */
export function preparing(Client: typeof pg.Client): typeof pg.Client {
  const names = new Map<string, string>();
  /** Part of each name; raised after a migration, which makes the plans of every connection stale. */
  let generation = 0;
  const forget = () => {
    generation++;
    names.clear();
  };

  const nameOf = (text: string) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST) return known;
    const name = createHash("sha256").update(`${generation} ${text}`).digest("base64url").slice(0, 32);
    names.set(text, name);
    return name;
  };

  return class extends Client {
    override query(...call: unknown[]): never {
      const [text, values] = call;
      const isWorth = typeof text === "string" && Array.isArray(values) && isWorthPreparing(values);
      const name = isWorth ? nameOf(text) : undefined;
      const named = name === undefined ? call : [{ name, text, values }, ...call.slice(2)];
      const answer = (super.query as (...call: unknown[]) => unknown)(...named);
      if (name === undefined) return answer as never;
      return (answer as Promise<unknown>).catch((fault: unknown) => {
        if (isStalePlan(fault) && names.get(text as string) === name) forget();
        throw fault;
      }) as never;
    }
  };
}

/** A statement returning all columns was prepared before a migration added one. `withSchool` retries the transaction. */
export function isStalePlan(fault: unknown): boolean {
  const { code, message } = fault as { code?: unknown; message?: unknown };
  return code === "0A000" && message === "cached plan must not change result type";
}
