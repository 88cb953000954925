/**
 * Databases that a test has done with, emptied for one that comes after it in the same process: to make another takes
 * thirty times as long. One whose owner changed more than rows (a policy, a column, statistics) is not given again.
 */
import { after } from "node:test";
import type { KyselyPlugin } from "kysely";
import type { Opened, Owner } from "../db/open.ts";

/** A database where every migration has run, which outlives those it is lent to. */
export type Whole = {
  readonly open: () => Promise<Opened>;
  /** Once nobody it was lent to may use it, and before it is emptied. */
  readonly leave: (opened: Opened) => Promise<void>;
  readonly drop: () => Promise<void>;
};

const spares: Whole[] = [];

/* What is open keeps a process waiting whose tests are done; and a program that is no test closes what it has opened. */
let keeps = process.env.NODE_TEST_CONTEXT !== undefined;
if (keeps)
  after(async () => {
    keeps = false;
    for (const { drop } of spares.splice(0)) await drop();
  });

/** Whether this process lends a database twice. */
export const lendsAgain = () => keeps;

/** One that was closed before, or a new one, for the time until it is closed. Whoever still uses it then fails, as if it were gone. */
export async function lend(make: () => Promise<Whole>): Promise<Opened> {
  const whole = spares.pop() ?? (await make());
  const opened = await whole.open();
  let isAltered = false;
  let closing: Promise<void> | undefined;
  const note = (text: string) => {
    isAltered ||= ALTERS.test(text);
    return text;
  };
  const asOwner: Opened["asOwner"] = (work) => {
    if (closing) return Promise.reject(new Error(CLOSED));
    return opened.asOwner(({ run, query, ...copying }: Owner) =>
      work({ run: (text) => run(note(text)), query: (text, values) => query(note(text), values), ...copying }),
    );
  };
  const close = async () => {
    await whole.leave(opened);
    if (isAltered || !keeps) return whole.drop();
    await empty(opened);
    spares.push(whole);
  };
  const db = opened.db.withPlugin(whileOpen(() => closing === undefined));
  return { ...opened, db, asOwner, close: () => (closing ??= close()) };
}

/** What no emptying takes back. Where one of these words is only said, no harm is done but another database made. */
const ALTERS = /\b(?:alter|create|drop|grant|revoke|comment on|analyze|vacuum|do \$)/i;
const CLOSED = "This database was closed";

function whileOpen(isOpen: () => boolean): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      if (!isOpen()) throw new Error(CLOSED);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

/** What the migrations themselves leave. */
const SEEDED = ["migration"];

/** Where no row was ever written, the file of a table has no length; and truncated, it is again as it was. */
export const WRITTEN = `
  select format('%I', relname) as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0
    and relname <> all (array[${SEEDED.map((name) => `'${name}'`).join()}])`;
const SEQUENCES = `
  select setval(seqrelid::regclass, seqstart, false) from pg_sequence join pg_class c on c.oid = seqrelid
  where relnamespace = 'public'::regnamespace`;

/** Leaves a database as the migrations made it. */
export function empty({ asOwner }: Opened): Promise<void> {
  return asOwner(async (owner) => {
    await owner.run("discard temp");
    const written = await owner.query<{ name: string }>(WRITTEN);
    if (written.length > 0) await owner.run(`truncate ${written.map(({ name }) => name).join()} cascade`);
    await owner.run(SEQUENCES);
  });
}
