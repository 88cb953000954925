/**
 * Prepared statements for the embedded database, as on a server (`prepared.ts`). PGlite's `query` parses and plans each
 * statement anew, in six calls: a prepared statement takes a fifth of that time.
 */
import { type PGlite, protocol } from "@electric-sql/pglite";
import type { PGlite as Driven, PGliteQueryResults, PGliteTransaction } from "kysely";
import { type Answer, bound, readAnswer } from "./answer.ts";
import { isStalePlan, isWorthPreparing, MOST } from "./prepared.ts";

/** PGlite has no autovacuum to analyze tables: a plan made for a small table is remade after so many uses. */
const USES = 200;

type Prepared = { readonly name: string; readonly described: Answer; uses: number };

const { serialize } = protocol;
/** The constant messages of each execution. */
const RUN = Buffer.concat([serialize.execute({}), serialize.sync()]);

/** A PGlite for Kysely's dialect: within a transaction, it prepares statements with values. */
export function preparingEmbedded(pglite: PGlite): Driven {
  const kept = new Map<string, Prepared>();
  let names = 0;

  /** PGlite has answered when this returns, before anything else can be asked. */
  const ask = async (known: Answer | undefined, ...parts: Uint8Array[]) => {
    const chunks: Uint8Array[] = [];
    const onRawData = (chunk: Uint8Array) => void chunks.push(chunk.slice());
    await pglite.execProtocolRawStream(Buffer.concat(parts), { syncToFs: false, onRawData });
    return readAnswer(Buffer.concat(chunks), pglite.parsers, known);
  };

  const prepare = async (text: string): Promise<Prepared> => {
    const name = `p${++names}`;
    const old = kept.get(text);
    kept.delete(text);
    const described = await ask(
      undefined,
      ...(old ? [serialize.close({ type: "S", name: old.name })] : []),
      serialize.parse({ name, text }),
      serialize.describe({ type: "S", name }),
      serialize.sync(),
    );
    const statement = { name, described, uses: 0 };
    kept.set(text, statement);
    return statement;
  };

  const run = async (text: string, parameters: readonly unknown[]) => {
    const known = kept.get(text);
    const statement = known && known.uses < USES ? known : await prepare(text);
    statement.uses++;
    const { name, described } = statement;
    const values = parameters.map((value, index) =>
      value === null || value === undefined ? null : (pglite.serializers[described.types[index]!] ?? String)(value),
    );
    return ask(described, bound(name, values), RUN);
  };

  const runAlone = (text: string) => ask(undefined, serialize.query(text));

  const within = (tx: PGliteTransaction): PGliteTransaction => ({
    rollback: () => tx.rollback(),
    query: <T>(text: string, values: unknown[] = []): Promise<PGliteQueryResults<T>> => {
      const isKept = isWorthPreparing(values) && (kept.has(text) || kept.size < MOST);
      if (!isKept && values.length > 0) return tx.query<T>(text, values);
      const answer = pglite.runExclusive(() => (isKept ? run(text, values) : runAlone(text))) as Promise<
        PGliteQueryResults<T>
      >;
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
