/** What is asked of the server while something is shown: each statement with its values, and the school that is set. */
import pg from "pg";

export type Heard = {
  readonly text: string;
  readonly values: readonly unknown[];
  /** `undefined` outside of any school. */
  readonly school: string | undefined;
  /** What was shown when it was first asked. */
  readonly shown: string;
};

const SETS = /set local livret\.establishment to '([^']+)'/;
/* What a view writes is that it was opened; a session that is begun is no reading. */
const READS = /^(?:\/\* along \*\/)?\s*(?:with|select|\(|insert into file_opening)/i;
/** Of the same statement, with other values it may go another way. */
const MOST_OF_ONE = 2;

/** From now on; `shows` says what is about to be shown, and with nothing that nobody listens. */
export function hearing(): { readonly heard: Heard[]; readonly shows: (what: string) => void } {
  const heard: Heard[] = [];
  const times = new Map<string, number>();
  let shown = "";
  const schools = new WeakMap<object, string>();
  const driver: { query: unknown } = pg.Client.prototype;
  const ask = driver.query as (this: object, ...given: unknown[]) => unknown;
  const note = (client: object, text: string, values: readonly unknown[]) => {
    const set = SETS.exec(text)?.[1];
    if (set !== undefined) schools.set(client, set);
    if (/^(?:commit|rollback)$/.test(text)) schools.delete(client);
    const known = times.get(text) ?? 0;
    if (shown === "" || !READS.test(text) || known >= MOST_OF_ONE) return;
    times.set(text, known + 1);
    heard.push({ text, values, school: schools.get(client), shown });
  };
  function query(this: object, ...given: unknown[]): unknown {
    const [first, second] = given;
    if (typeof first === "string") note(this, first, (Array.isArray(second) ? second : []) as unknown[]);
    else if (typeof first === "object" && first !== null && "text" in first)
      note(this, first.text as string, (first as { values?: unknown[] }).values ?? []);
    return ask.apply(this, given);
  }
  driver.query = query;
  return { heard, shows: (what) => void (shown = what) };
}
