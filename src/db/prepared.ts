/**
 * Statements that come again are prepared once a connection: under row security, planning one costs a server several times
 * what running it does. A name is the hash of its text, so that no two texts can ever share one.
 */
import { createHash } from "node:crypto";
import type pg from "pg";

/** Each is kept by every connection: more texts than an application has would be texts made up on the way. */
export const MOST = 1_000;
/** A list as long as the input is another text each time. */
const MOST_VALUES = 24;

/** Without values it is no query, or made up on the way. */
export const isWorthPreparing = (values: readonly unknown[]) => values.length > 0 && values.length <= MOST_VALUES;

/** The driver's client, that prepares by itself what is asked with values. */
export function preparing(Client: typeof pg.Client): typeof pg.Client {
  const names = new Map<string, string>();
  /** A migration came between: every name stands for a plan of before it, on every connection. */
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
    override query(...given: unknown[]): never {
      const [text, values] = given;
      const again = typeof text === "string" && Array.isArray(values) && isWorthPreparing(values);
      const name = again ? nameOf(text) : undefined;
      const asked = name === undefined ? given : [{ name, text, values }, ...given.slice(2)];
      const answer = (super.query as (...asked: unknown[]) => unknown)(...asked);
      if (name === undefined) return answer as never;
      return (answer as Promise<unknown>).catch((fault: unknown) => {
        if (isStalePlan(fault) && names.get(text as string) === name) forget();
        throw fault;
      }) as never;
    }
  };
}

/** A statement that gives all columns was prepared before a migration added one. Its transaction is begun again (`withSchool`). */
export function isStalePlan(fault: unknown): boolean {
  const { code, message } = fault as { code?: unknown; message?: unknown };
  return code === "0A000" && message === "cached plan must not change result type";
}
