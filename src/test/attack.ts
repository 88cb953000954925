/**
 * An attack on the answers to surveys by somebody who has every row of every table, with the ids of transactions and the places of rows, and
 * knows who answered in which order. It returns the ways in which an answer leads to who gave it.
 */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { canonical } from "../kit/canonical.ts";
import type { Row } from "../kit/sql.ts";

/** A row with what PostgreSQL keeps beside it: the transaction that wrote it, and its place. */
export type Found = { readonly table: string; readonly row: Row; readonly xmin: string; readonly ctid: string };

export async function everyRow(tx: Tx): Promise<Found[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege(c.oid, 'select') order by c.relname`.execute(
    tx,
  );
  const all: Found[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<Omit<Found, "table">>`
      select to_jsonb(t) as row, t.xmin::text as xmin, t.ctid::text as ctid from ${sql.table(name)} t order by t.ctid`.execute(
      tx,
    );
    all.push(...rows.map((one) => ({ table: name, ...one })));
  }
  return all;
}

/** Somebody who answered: what tells of them, and what they wrote, which nobody else did. The people stand in the order in which they answered. */
export type Answerer = { readonly known: readonly string[]; readonly wrote: string };

export function attack(rows: readonly Found[], people: readonly Answerer[]): string[] {
  const bearing = rows.filter(({ row }) => people.some(({ wrote }) => textOf(row).includes(wrote)));
  return [
    ...new Set([
      ...sameRow(bearing, people),
      ...sameWrite(rows, bearing, people),
      ...byOrder(bearing, people),
      ...byPlace(bearing, people),
      ...recorded(rows, bearing, people),
    ]),
  ];
}

/** A row is read for every person. */
const texts = new WeakMap<Row, string>();
const textOf = (row: Row) => texts.get(row) ?? texts.set(row, canonical(row)).get(row)!;
const wroteIn = ({ row }: Found, people: readonly Answerer[]) =>
  people.filter(({ wrote }) => textOf(row).includes(wrote));

/** A row has an answer and something of who gave it. */
function sameRow(bearing: readonly Found[], people: readonly Answerer[]): string[] {
  return bearing.flatMap((one) =>
    people.some(({ known }) => known.some((id) => textOf(one.row).includes(id)))
      ? [`${one.table}: names a person beside an answer`]
      : [],
  );
}

/** One answer alone was written by a transaction, or at a moment or day, that also wrote about one person alone. */
function sameWrite(rows: readonly Found[], bearing: readonly Found[], people: readonly Answerer[]): string[] {
  const about = rows.filter(
    (one) =>
      !bearing.includes(one) &&
      people.filter(({ known }) => known.some((id) => textOf(one.row).includes(id))).length === 1,
  );
  const alone = bearing.filter((one) => wroteIn(one, people).length === 1);
  return alone.flatMap((one) => [
    ...(about.some(({ xmin }) => xmin === one.xmin) ? [`${one.table}: written by the transaction of one person`] : []),
    ...momentsIn(one.row).flatMap((moment) =>
      about.some(({ row }) => momentsIn(row).includes(moment))
        ? [`${one.table}: a moment at which one person did something`]
        : [],
    ),
  ]);
}

/** Moments, and their days, that a row holds anywhere. */
function momentsIn(row: Row): string[] {
  return [...textOf(row).matchAll(/\d{4}-\d{2}-\d{2}(?:T[\d:.]+)?/g)].flatMap(([found]) => [found, found.slice(0, 10)]);
}

/** Rows of one answer each, sorted by anything that they have, stand in the order in which people answered, or in its reverse. */
function byOrder(bearing: readonly Found[], people: readonly Answerer[]): string[] {
  return [...Map.groupBy(bearing, ({ table }) => table)].flatMap(([table, all]) => {
    const alone = all.filter((one) => wroteIn(one, people).length === 1);
    if (alone.length < 3) return [];
    const columns = new Set(alone.flatMap(({ row }) => Object.keys(row)));
    const keys: [string, (one: Found) => string][] = [
      ["ctid", ({ ctid }) => ctid.replaceAll(/\d+/g, (digits) => digits.padStart(8, "0"))],
      ["xmin", ({ xmin }) => xmin.padStart(12, "0")],
      ...[...columns].map((name): [string, (one: Found) => string] => [
        name,
        ({ row }) => JSON.stringify(row[name] ?? null).padStart(40, " "),
      ]),
    ];
    return keys.flatMap(([name, keyOf]) => {
      const values = new Set(alone.map(keyOf));
      if (values.size < alone.length || alone.some((one) => wroteIn(one, people)[0]!.wrote === unquoted(one.row[name])))
        return [];
      const sorted = alone.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      return inOrder(sorted.map((one) => people.indexOf(wroteIn(one, people)[0]!)))
        ? [`${table}: in the order of ${name}`]
        : [];
    });
  });
}

const unquoted = (value: unknown) => (typeof value === "string" ? value : "");

/** Answers that stand together in one row come in the order in which people answered, or in its reverse. */
function byPlace(bearing: readonly Found[], people: readonly Answerer[]): string[] {
  return bearing.flatMap((one) => {
    const text = textOf(one.row);
    const places = wroteIn(one, people).map((person) => ({
      at: text.indexOf(person.wrote),
      nth: people.indexOf(person),
    }));
    if (places.length < 3) return [];
    const order = places.toSorted((a, b) => a.at - b.at).map(({ nth }) => nth);
    return inOrder(order) ? [`${one.table}: answers in the order in which they came`] : [];
  });
}

function inOrder(places: readonly number[]): boolean {
  const rising = places.every((place, nth) => nth === 0 || place > places[nth - 1]!);
  const falling = places.every((place, nth) => nth === 0 || place < places[nth - 1]!);
  return rising || falling;
}

/**
 * The record of an act has a salted hash of a row with answers, step by step: from one to the next, an answer can be guessed. The closing
 * records of several years and sites are each written once, with the answers of many, and are no steps.
 */
function recorded(rows: readonly Found[], bearing: readonly Found[], people: readonly Answerer[]): string[] {
  const tables = new Set(bearing.map(({ table }) => table));
  const named = ({ table, id }: { readonly table: string; readonly id: unknown }) => `${table} ${String(id)}`;
  const ofOne = new Set(
    bearing.filter((one) => wroteIn(one, people).length === 1).map(({ table, row }) => named({ table, id: row.id })),
  );
  const steps = rows
    .filter(({ table }) => table === "audit_record")
    .flatMap(({ row }) => row.stored as readonly { readonly table: string; readonly id: string }[])
    .filter(({ table }) => tables.has(table));
  const often = [...Map.groupBy(steps, named)].filter(([, all]) => all.length > 1);
  const alone = steps.filter((one) => ofOne.has(named(one)));
  const each = [...Map.groupBy(alone, ({ table }) => table)].filter(([, all]) => all.length > 2);
  return [...often, ...each].map(([name]) => `audit_record: hashes of ${name.split(" ")[0]!}, answer by answer`);
}
