/**
 * Prepared statements for the embedded database, as on a server (`prepared.ts`). PGlite's `query` parses and plans each
 * statement anew, in six calls: a prepared statement takes a fifth of that time.
 */
import { parse, type PGlite, protocol, type Results } from "@electric-sql/pglite";
import type { PGlite as Driven, PGliteTransaction } from "kysely";
import { isStalePlan, isWorthPreparing, MOST } from "./prepared.ts";

/** PGlite has no autovacuum to analyze tables: a plan made for a small table is remade after so many uses. */
const USES = 200;

type Message = Awaited<ReturnType<PGlite["execProtocol"]>>["messages"][number];
type Prepared = { readonly name: string; readonly types: readonly number[]; readonly columns: Message[]; uses: number };

const { serialize } = protocol;
/** The constant messages of each execution. */
const RUN = joined(serialize.execute({}), serialize.sync());

/** A PGlite for Kysely's dialect: within a transaction, it prepares statements with values. */
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
    const columns = messages.filter((message) => message.name === "rowDescription");
    const statement = { name, types, columns, uses: 0 };
    kept.set(text, statement);
    return statement;
  };

  const run = async (text: string, parameters: readonly unknown[]) => {
    const known = kept.get(text);
    const statement = known && known.uses < USES ? known : await prepare(text);
    statement.uses++;
    const { name, types, columns } = statement;
    const values = parameters.map((value, index) =>
      value === null || value === undefined ? null : (pglite.serializers[types[index]!] ?? String)(value),
    );
    const messages = await ask(serialize.bind({ statement: name, values }), RUN);
    return parse.parseResults([...columns, ...messages], pglite.parsers, { rowMode: "object" })[0]!;
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
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
