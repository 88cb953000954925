/**
 * Verifies the audit records: each chain whole, each hash right, each row as recorded. A chain erased by an act is reported as erased,
 * with day and actor; any other difference is tampering. A row may be recorded in one chain and erased with another subject (a payment,
 * recorded in the chain of a bank file, with its charge), so a missing row is first looked up in the records of erasing acts. A chain cut
 * short together with its head is consistent: the checkpoints reveal it.
 */
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { asRecorded } from "../db/as-recorded.ts";
import type { Database } from "../db/open.ts";
import { type Tx, withSchool } from "../db/school.ts";
import type { Tables } from "../db/tables.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { sayDay } from "../kit/lang.ts";
import { json, type Row } from "../kit/sql.ts";
import { dayIn } from "../kit/zone.ts";
import { disagreements, type Disagreement, RECORDED_LATER } from "./agreements.ts";
import { type Seal, sealRecord, sealRow } from "../act/chain.ts";
import { countUnsealed } from "../openings/openings.ts";
import { type CheckpointReport, type CheckpointWhy, verifyCheckpoints } from "./checkpoint-verify.ts";

type ChainWhy =
  | "gap"
  | "link"
  | "record"
  | "head"
  | "headless"
  | "salt"
  | "changed"
  | "missing"
  | "left"
  | "unrecorded";
type Why = ChainWhy | CheckpointWhy | Disagreement;
/** `seq` is 0 where no particular record is at fault; `checkpoint` is the one that reveals it. */
export type Tampered = {
  readonly chain: string;
  readonly seq: number;
  readonly why: Why;
  readonly checkpoint?: number;
};
export type Erased = { readonly chain: string; readonly on: Day; readonly by: string; readonly act: string };
export type AuditReport = {
  readonly chains: number;
  readonly records: number;
  readonly erased: readonly Erased[];
  readonly tampered: readonly Tampered[];
  readonly checkpoints: Omit<CheckpointReport, "faults">;
  /** File openings that are not recorded yet. */
  readonly unsealed: number;
};

type Given = {
  readonly establishment: string;
  readonly zone: string;
  readonly tables: readonly string[];
  /** Tables whose rows may outlive the erasure of the chain that recorded them. */
  readonly outliving?: readonly string[];
};

/** Chains per page, so that memory does not grow with the school. */
const PAGE = 500;
/** Missing rows are looked up in batches of this size, since each lookup reads every erasing act. */
const MANY_GONE = 10_000;

/** `tables`: those whose every row is recorded by an act. All is read in one snapshot. */
export async function verifyAudit(
  db: Database,
  { establishment, zone, tables, outliving = [] }: Given,
): Promise<AuditReport> {
  return withSchool(
    db,
    establishment,
    async (tx) => {
      const report = await readChains(tx, { zone, outliving });
      const { tampered } = report;
      tampered.push(...(await headless(tx, report.records)));
      tampered.push(...(await unrecorded(tx, tables)));
      tampered.push(...(await disagreements(tx)));
      const { faults, ...checkpoints } = await verifyCheckpoints(tx, establishment);
      return { ...report, tampered: [...tampered, ...faults], checkpoints, unsealed: await countUnsealed(tx) };
    },
    { snapshot: true },
  );
}

async function readChains(tx: Tx, how: Judging) {
  const report = { chains: 0, records: 0, erased: [] as Erased[], tampered: [] as Tampered[] };
  let gone: Gone[] = [];
  for (let after = ""; ; ) {
    const page = await readPage(tx, after);
    if (page.length === 0 || gone.length >= MANY_GONE) {
      report.tampered.push(...(await missing(tx, gone)));
      gone = [];
    }
    if (page.length === 0) return report;
    for (const chain of page) {
      const verdict = judge(chain, how);
      report.chains++;
      report.records += chain.records.length;
      if (verdict.erased) report.erased.push(verdict.erased);
      report.tampered.push(...verdict.tampered);
      gone.push(...verdict.gone);
    }
    after = page.at(-1)!.chain;
    // PGlite answers without letting the event loop turn.
    await setImmediate();
  }
}

/** The report on one chain: its records, its faults, and the last checkpoint that covers it. */
export type ChainReport = {
  readonly records: readonly {
    readonly seq: number;
    readonly act: string;
    readonly actor: string;
    readonly at: Date;
    readonly hash: string;
  }[];
  readonly tampered: readonly Tampered[];
  readonly covered: { readonly number: number; readonly seq: number; readonly hash: string } | undefined;
};

export async function verifyChain(tx: Tx, chain: string, zone: string): Promise<ChainReport> {
  const [read] = await readChainsOf(tx, (heads) => heads.where("chain", "=", chain));
  if (!read) return { records: [], tampered: [], covered: undefined };
  const verdict = judge(read, { zone, outliving: [] });
  const tampered = [...verdict.tampered, ...(await missing(tx, verdict.gone))];
  const covered = await tx
    .selectFrom("checkpoint_head")
    .innerJoin("checkpoint", "checkpoint.id", "checkpoint_head.checkpoint")
    .select(["checkpoint.id as number", "checkpoint_head.seq", "checkpoint.hash"])
    .where("chain", "=", chain)
    .orderBy("checkpoint.id", "desc")
    .limit(1)
    .executeTakeFirst();
  const records = read.records.map(({ seq, act, actor, at, hash }) => ({ seq, act, actor, at, hash: hexOf(hash) }));
  return { records, tampered, covered: covered && { ...covered, hash: `sha256:${hexOf(covered.hash)}` } };
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

type AuditRecord = Omit<Tables["audit_record"], "establishment_id" | "stored"> & { stored: readonly Seal[] };
type Chain = {
  readonly chain: string;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly salt: Uint8Array | null;
  readonly records: readonly AuditRecord[];
  /** The present rows that its records name, by table and id. */
  readonly rows: ReadonlyMap<string, Row>;
};

function readPage(tx: Tx, after: string): Promise<Chain[]> {
  return readChainsOf(tx, (heads) => heads.where("chain", ">", after).orderBy("chain").limit(PAGE));
}

function headsIn(tx: Tx) {
  return tx.selectFrom("audit_chain").select(["chain", "seq", "hash", "salt"]);
}
type Heads = ReturnType<typeof headsIn>;

async function readChainsOf(tx: Tx, which: (heads: Heads) => Heads): Promise<Chain[]> {
  const heads = await which(headsIn(tx)).execute();
  if (heads.length === 0) return [];
  const names = heads.map(({ chain }) => chain);
  const records = (await tx
    .selectFrom("audit_record")
    .selectAll()
    .where("chain", "in", names)
    .orderBy("chain")
    .orderBy("seq")
    .execute()) as AuditRecord[];
  const rows = await readRows(
    tx,
    records.flatMap(({ stored }) => stored),
  );
  const byChain = Map.groupBy(records, ({ chain }) => chain);
  return heads.map((head) => ({ ...head, rows, records: byChain.get(head.chain) ?? [] }));
}

async function readRows(tx: Tx, seals: readonly Seal[]): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const [table, ofTable] of Map.groupBy(seals, (seal) => seal.table)) {
    const ids = [...new Set(ofTable.map(({ id }) => id))];
    const found = await sql<{
      row: Row;
    }>`select row_to_json(t) as row from ${sql.table(table)} t where t.id in (${sql.join(ids)})`.execute(tx);
    for (const { row } of found.rows) rows.set(keyOf({ table, id: row.id as string }), row);
  }
  return rows;
}

type Judging = { readonly zone: string; readonly outliving: readonly string[] };

/** A missing row, and the last record that names it. */
type Gone = { readonly chain: string; readonly seq: number; readonly table: string; readonly id: string };

type Verdict = {
  readonly erased?: Erased;
  readonly tampered: Tampered[];
  /** Tampering, unless an act erased them with another subject. */
  readonly gone: Gone[];
};

/** Judges a chain by its records and rows. Pure. */
function judge(chain: Chain, { zone, outliving }: Judging): Verdict {
  const last = chain.records.at(-1);
  const tampered = [...chainFaults(chain)];
  const latest = new Map<string, Seal & { seq: number }>();
  for (const { seq, stored } of chain.records) for (const seal of stored) latest.set(keyOf(seal), { ...seal, seq });
  const tell = (seq: number, why: Why) => void tampered.push({ chain: chain.chain, seq, why });
  const gone: Gone[] = [];
  for (const [key, { seq, ...seal }] of latest) {
    const row = chain.rows.get(key);
    const outlives = last?.erases && seal.hash !== null && outliving.includes(seal.table);
    const why = outlives ? (row ? undefined : "missing") : rowFault(seal, row, chain.salt, last?.erases ?? false);
    if (why === "missing") gone.push({ chain: chain.chain, seq, table: seal.table, id: seal.id });
    else if (why) tell(seq, why);
  }
  if (!last?.erases || tampered.length > 0) return { tampered, gone };
  const { act, actor, at } = last;
  // The day of the erasure itself, which may be later than its due day.
  return { tampered, gone, erased: { chain: chain.chain, on: dayIn(at, zone), by: actor, act } };
}

function* chainFaults({ chain, seq: headSeq, hash: headHash, salt, records }: Chain): Generator<Tampered> {
  let prev: Uint8Array = Buffer.alloc(32);
  let expected = 1;
  for (const record of records) {
    const { seq, hash } = record;
    if (seq !== expected) yield { chain, seq: expected, why: "gap" };
    else if (!same(record.prev, prev)) yield { chain, seq, why: "link" };
    if (!same(sealRecord(record), hash)) yield { chain, seq, why: "record" };
    prev = hash;
    expected = seq + 1;
  }
  const last = records.at(-1);
  if (headSeq !== (last?.seq ?? -1) || !same(headHash, prev)) yield { chain, seq: headSeq, why: "head" };
  // A salt exists exactly as long as its chain is not erased.
  if ((salt === null) !== (last?.erases ?? false)) yield { chain, seq: headSeq, why: "salt" };
}

function rowFault(seal: Seal, row: Row | undefined, salt: Uint8Array | null, erased: boolean): Why | undefined {
  if (erased || seal.hash === null) return row ? "left" : undefined;
  if (!row) return "missing";
  // A row cannot be checked without its salt; the missing salt is reported already.
  return salt === null || isAsRecorded(salt, seal, row) ? undefined : "changed";
}

/** As it is now, or as it was before a migration rewrote it. */
function isAsRecorded(salt: Uint8Array, { table, hash }: Seal, row: Row): boolean {
  for (const read of asRecorded(table, row)) if (sealRow(salt, read) === hash) return true;
  return false;
}

/** The missing rows that no erasing act names. */
async function missing(tx: Tx, gone: readonly Gone[]): Promise<Tampered[]> {
  if (gone.length === 0) return [];
  const { rows } = await sql<{ table: string; id: string }>`
    select g."table", g.id
    from jsonb_to_recordset(${json(gone)}) as g("table" text, id text)
    join (
      select s ->> 'table' as "table", s ->> 'id' as id from audit_record r, jsonb_array_elements(r.stored) s
      where r.erases and s ->> 'hash' is null
    ) e using ("table", id)`.execute(tx);
  const erased = new Set(rows.map(keyOf));
  return gone.filter((row) => !erased.has(keyOf(row))).map(({ chain, seq }) => ({ chain, seq, why: "missing" }));
}

/** Chains whose head was deleted and whose records remain; searched only where the number of records shows that there are some. */
async function headless(tx: Tx, read: number): Promise<Tampered[]> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from audit_record`.execute(tx);
  if (rows[0]!.count === read) return [];
  const found = await sql<{ chain: string; seq: number }>`
    select r.chain, max(r.seq) as seq from audit_record r
    where not exists (select from audit_chain c where c.chain = r.chain)
    group by r.chain order by r.chain limit 100`.execute(tx);
  return found.rows.map((row) => ({ ...row, why: "headless" }));
}

const MOST_REPORTED = 1_000;

/** Rows that no record names. Comparing counts would not do: a row named by two chains would hide an unrecorded one. */
async function unrecorded(tx: Tx, tables: readonly string[]): Promise<Tampered[]> {
  if (tables.length === 0) return [];
  // All tables at once, so that the record is scanned once.
  const there = tables.map(
    (table) => sql`select ${sql.lit(table)}::text as "table", t.id::text as id from ${sql.table(table)} t
      where ${RECORDED_LATER[table] ?? sql`true`}`,
  );
  const { rows } = await sql<{ table: string; id: string }>`
    select * from (${sql.join(there, sql` union all `)}) as there
    except select s ->> 'table', s ->> 'id' from audit_record r, jsonb_array_elements(r.stored) s
    order by 1, 2 limit ${MOST_REPORTED}`.execute(tx);
  return rows.map(({ table, id }) => ({ chain: `${table}:${id}`, seq: 0, why: "unrecorded" }));
}

function keyOf({ table, id }: { table: string; id: string }): string {
  return `${table} ${id}`;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

const WHY: Readonly<Record<Why, Label>> = {
  gap: { fr: "un enregistrement manque", en: "a record is missing" },
  link: { fr: "l’enregistrement ne suit pas le précédent", en: "the record does not follow the one before" },
  record: { fr: "l’enregistrement a été modifié", en: "the record was changed" },
  headless: { fr: "la chaîne a perdu sa tête", en: "the chain has lost its head" },
  head: { fr: "la fin de la chaîne a été modifiée", en: "the end of the chain was changed" },
  salt: {
    fr: "le sel ne correspond pas à l’état de la chaîne",
    en: "the salt does not go with the state of the chain",
  },
  changed: { fr: "les données ne sont plus celles enregistrées", en: "the data are no longer those recorded" },
  missing: { fr: "les données ont disparu sans qu’un acte les efface", en: "the data are gone and no act erased them" },
  left: { fr: "les données sont encore là après leur effacement", en: "the data are still there after being erased" },
  unrecorded: { fr: "aucun acte n’a écrit ces données", en: "no act wrote these data" },
  verdict: {
    fr: "le résultat de l’analyse n’est plus celui qui a été enregistré",
    en: "the verdict of the search is no longer the one recorded",
  },
  unsent: { fr: "rien ne dit plus si ce courriel est parti", en: "nothing says any more whether this mail was sent" },
  returned: {
    fr: "ce courriel est revenu, et il n’est plus dit qu’il l’est",
    en: "this mail came back, and that is no longer said",
  },
  sequence: { fr: "ce point de contrôle manque", en: "this checkpoint is missing" },
  order: { fr: "ce point de contrôle ne suit pas le précédent", en: "this checkpoint does not follow the one before" },
  seal: { fr: "ce point de contrôle a été modifié", en: "this checkpoint was changed" },
  heads: { fr: "la liste qu’il scelle a été modifiée", en: "the list that it seals was changed" },
  cut: { fr: "la chaîne a été raccourcie", en: "the chain was cut short" },
  gone: { fr: "la chaîne entière a disparu", en: "the whole chain is gone" },
  rewritten: { fr: "la chaîne a été réécrite", en: "the chain was rewritten" },
};

export function sayTampered({ chain, seq, why, checkpoint }: Tampered): Label {
  const place = seq === 0 ? { fr: "", en: "" } : { fr: `, n°\u00a0${seq}`, en: `, no. ${seq}` };
  // A fault of a checkpoint names it already.
  const teller =
    seq === 0 || checkpoint === undefined
      ? { fr: "", en: "" }
      : { fr: ` depuis le point de contrôle n°\u00a0${checkpoint}`, en: ` since checkpoint no. ${checkpoint}` };
  return {
    fr: `${chain}${place.fr}\u00a0: altéré\u00a0; ${WHY[why].fr}${teller.fr}.`,
    en: `${chain}${place.en}: tampered; ${WHY[why].en}${teller.en}.`,
  };
}

export function sayErased({ chain, on, by, act }: Erased): Label {
  return {
    fr: `${chain}\u00a0: effacé le ${sayDay(on, "fr")} par ${by} (${act}).`,
    en: `${chain}: erased on ${sayDay(on, "en")} by ${by} (${act}).`,
  };
}
