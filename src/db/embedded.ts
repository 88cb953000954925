/**
 * The embedded database, that keeps what it has prepared as a connection to a server does (`prepared.ts`). Its own `query` has
 * each statement read and planned anew, in six calls: one that comes again takes a fifth of that.
 */
import { parse, type PGlite, protocol, type Results } from "@electric-sql/pglite";
import type { PGlite as Driven, PGliteTransaction } from "kysely";
import { isStalePlan, isWorthPreparing, MOST } from "./prepared.ts";

/** Nobody gathers statistics here: a plan made while a table was small is made again after so many uses. */
const USES = 200;

type Message = Awaited<ReturnType<PGlite["execProtocol"]>>["messages"][number];
type Prepared = { readonly name: string; readonly types: readonly number[]; readonly columns: Message[]; uses: number };

const { serialize } = protocol;
/** Of the call that runs a statement, what is the same each time. */
const RUN = joined(serialize.execute({}), serialize.sync());

/** As Kysely's dialect takes it: within a transaction, what is asked with values is prepared. */
export function preparingEmbedded(pglite: PGlite): Driven {
  const kept = new Map<string, Prepared>();
  let names = 0;

  const ask = async (...parts: Uint8Array[]) =>
    (await pglite.execProtocol(joined(...parts), { syncToFs: false })).messages;

  const prepare = async (text: string): Promise<Prepared> => {
    const name = `p${++names}`;
    const old = kept.get(text);
    kept.delete(text);
    const messages = await ask(
      ...(old ? [serialize.close({ type: "S", name: old.name })] : []),
      serialize.parse({ name, text }),
      serialize.describe({ type: "S", name }),
      serialize.sync(),
    );
    const types = parse.parseDescribeStatementResults(messages);
    const one = { name, types, columns: messages.filter((message) => message.name === "rowDescription"), uses: 0 };
    kept.set(text, one);
    return one;
  };

  const run = async (text: string, given: readonly unknown[]) => {
    const known = kept.get(text);
    const one = known && known.uses < USES ? known : await prepare(text);
    one.uses++;
    const values = given.map((value, at) =>
      value === null || value === undefined ? null : (pglite.serializers[one.types[at]!] ?? String)(value),
    );
    const messages = await ask(serialize.bind({ statement: one.name, values }), RUN);
    return parse.parseResults([...one.columns, ...messages], pglite.parsers, { rowMode: "object" })[0]!;
  };

  const runAlone = async (text: string) =>
    parse.parseResults(await ask(serialize.query(text)), pglite.parsers, { rowMode: "object" }).at(-1)!;

  const within = (tx: PGliteTransaction): PGliteTransaction => ({
    rollback: () => tx.rollback(),
    query: <T>(text: string, values: unknown[] = []): Promise<Results<T>> => {
      const isKept = isWorthPreparing(values) && (kept.has(text) || kept.size < MOST);
      if (!isKept && values.length > 0) return tx.query<T>(text, values);
      const answer = pglite.runExclusive(() => (isKept ? run(text, values) : runAlone(text))) as Promise<Results<T>>;
      return answer.catch((fault: unknown) => {
        if (isStalePlan(fault)) kept.clear();
        throw fault;
      });
    },
  });

  return {
    get ready() {
      return pglite.ready;
    },
    get closed() {
      return pglite.closed;
    },
    get waitReady() {
      return pglite.waitReady;
    },
    query: (...asked) => pglite.query(...asked),
    transaction: (work) => pglite.transaction((tx) => work(within(tx))),
    close: () => pglite.close(),
  };
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
