/**
 * The same of the embedded database (`prepared.ts`): its driver reads and plans each statement anew and exchanges six messages for
 * it; one that is prepared takes one exchange, and a seventh of the time.
 */
import type { messages, PGlite, protocol, Results, Transaction } from "@electric-sql/pglite";
import type { PGliteDialectConfig } from "kysely";

/** Each is kept as long as the database is open: more texts than an application has would be texts made up on the way. */
const MOST = 1_000;
/** A list as long as the input is another text each time. */
const MOST_VALUES = 24;

type Statement = { readonly name: string; readonly types: readonly number[]; readonly fields: readonly Field[] };
type Field = { readonly name: string; readonly read: (text: string) => unknown };
type Driver = Exclude<PGliteDialectConfig["pglite"], (...given: never) => unknown>;
type Serialize = typeof protocol.serialize;

/** The driver as kysely takes it, that prepares by itself what is asked inside a transaction, which is nearly all. */
export function preparingEmbedded(pglite: PGlite, serialize: Serialize): Driver {
  const known = new Map<string, Statement>();

  const exchange = async (...asked: Uint8Array[]) =>
    (await pglite.execProtocol(Buffer.concat([...asked, serialize.sync()]), { syncToFs: false })).messages;

  const prepare = async (text: string): Promise<Statement> => {
    const name = `s${known.size}`;
    const said = await exchange(serialize.parse({ name, text }), serialize.describe({ type: "S", name }));
    const types = named<messages.ParameterDescriptionMessage>(said, "parameterDescription")[0]?.dataTypeIDs ?? [];
    const fields = (named<messages.RowDescriptionMessage>(said, "rowDescription")[0]?.fields ?? []).map((field) => {
      const parser = pglite.parsers[field.dataTypeID];
      const read = (value: string) => (parser ? parser(value, field.dataTypeID) : value);
      return { name: field.name, read };
    });
    const statement = { name, types, fields };
    known.set(text, statement);
    return statement;
  };

  const run = async (text: string, values: readonly unknown[]): Promise<Asked> => {
    const { name, types, fields } = known.get(text) ?? (await prepare(text));
    const written = values.map((value, at) => {
      if (value === null || value === undefined) return null;
      return pglite.serializers[types[at]!]?.(value) ?? (value as string | number | boolean).toString();
    });
    const said = await exchange(serialize.bind({ statement: name, values: written }), serialize.execute({}));
    const rows = named<messages.DataRowMessage>(said, "dataRow").map(({ fields: given }) => readRow(fields, given));
    const [done] = named<messages.CommandCompleteMessage>(said, "commandComplete");
    return { rows, affectedRows: rowsWritten(done?.text) };
  };

  const inside = (tx: Transaction): Transaction => ({
    ...tx,
    query: <T>(text: string, values: unknown[] = [], how?: object) => {
      // Without values it is asked as it stands: a setting, and nothing comes back.
      if (values.length === 0 && text.startsWith("set local ")) return tx.exec(text) as never;
      const again = values.length > 0 && values.length <= MOST_VALUES && (known.has(text) || known.size < MOST);
      return again
        ? (pglite.runExclusive(() => run(text, values)) as Promise<Results<T>>)
        : tx.query<T>(text, values, how);
    },
  });

  return {
    get closed() {
      return pglite.closed;
    },
    get ready() {
      return pglite.ready;
    },
    waitReady: pglite.waitReady,
    close: () => pglite.close(),
    query: (text: string, values?: unknown[], how?: object) => pglite.query(text, values, how),
    transaction: (work: (tx: never) => Promise<unknown>) => pglite.transaction((tx) => work(inside(tx) as never)),
  } as Driver;
}

type Asked = { readonly rows: object[]; readonly affectedRows: number };

function named<M>(said: readonly { readonly name: string }[], name: string): M[] {
  return said.filter((one) => one.name === name) as M[];
}

function readRow(fields: readonly Field[], given: readonly (string | null)[]): object {
  const row: Record<string, unknown> = {};
  for (const [at, { name, read }] of fields.entries()) row[name] = given[at] === null ? null : read(given[at]!);
  return row;
}

/** How many rows a command wrote: `INSERT 0 2`. */
function rowsWritten(command = ""): number {
  return /^(INSERT|UPDATE|DELETE|MERGE|COPY)\b/.test(command) ? Number(command.split(" ").at(-1)) : 0;
}
