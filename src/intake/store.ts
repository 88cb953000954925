/** The SQL of intakes for staff; later modules use `intake.ts`. */
import { sql } from "kysely";
import { lockChain } from "../act/chain.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { json } from "../kit/sql.ts";
import type { Basis } from "../law/law.ts";
import { change, dropping, keep } from "../act/keep.ts";
import type { Settings } from "./rules/settings.ts";
import { intakeChain, type IntakeState } from "./rules/states.ts";

/** The row, for staff. */
export type IntakeRow = {
  readonly id: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly state: IntakeState;
  readonly version: number;
  readonly settings: Settings;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly preparedFrom: string | null;
  readonly preparedAt: Date;
  readonly openedAt: Date | null;
};

const ROW = [
  "id",
  "diploma",
  "law_version as lawVersion",
  "state",
  "version",
  "settings",
  "opens_at as opensAt",
  "closes_at as closesAt",
  "prepared_from as preparedFrom",
  "prepared_at as preparedAt",
  "opened_at as openedAt",
] as const;

/**
 * Rows stay as their acts recorded them: the former `answerBy` is read under its present name, because a migration that rewrote it would
 * look like tampering.
 */
function named<T extends Partial<Settings>>(stored: T & { readonly answerBy?: Settings["decidesBy"] }): T {
  const { answerBy, ...settings } = stored;
  return (answerBy === undefined ? stored : { ...settings, decidesBy: answerBy }) as T;
}

/** The columns, for a later module’s statement that also reads its own rows (`intakeIn`). */
export const INTAKE = `select id, diploma, law_version as "lawVersion", state, version, settings, opens_at as "opensAt",
  closes_at as "closesAt", prepared_from as "preparedFrom", prepared_at as "preparedAt", opened_at as "openedAt" from intake`;

const moment = (text: unknown) => (text === null ? null : new Date(text as string));

export function readJson(json: unknown): IntakeRow {
  const row = read(json);
  const { opensAt, closesAt, preparedAt, openedAt } = row;
  const moments = { opensAt: moment(opensAt), closesAt: moment(closesAt), openedAt: moment(openedAt) };
  return { ...row, ...moments, preparedAt: moment(preparedAt)! };
}

function read(row: unknown): IntakeRow {
  const unnamed = row as IntakeRow;
  return { ...unnamed, settings: named(unnamed.settings) };
}

/** Intakes that accept applications at this instant, earliest closing first. */
export async function openRows(tx: Tx, diploma: string, at: Date): Promise<IntakeRow[]> {
  const open = tx.selectFrom("intake").select(ROW).where("diploma", "=", diploma).where("state", "<>", "preparing");
  const rows = open.where("opens_at", "<=", at).where("closes_at", ">=", at).orderBy("closes_at").orderBy("id");
  return (await rows.execute()).map(read);
}

/** Intakes announced but not open yet, earliest first. */
export async function comingRows(tx: Tx, diploma: string, at: Date): Promise<IntakeRow[]> {
  const coming = tx.selectFrom("intake").select(ROW).where("diploma", "=", diploma).where("state", "=", "open");
  const rows = coming.where("opens_at", ">", at).orderBy("opens_at").orderBy("id").limit(3);
  return (await rows.execute()).map(read);
}

export async function findIntakeRow(tx: Tx, id: string): Promise<IntakeRow | undefined> {
  const row = await tx.selectFrom("intake").select(ROW).where("id", "=", id).executeTakeFirst();
  return row && read(row);
}

/** The same, locked: concurrent saves run one after the other. */
export async function lockIntake(tx: Tx, id: string): Promise<IntakeRow | undefined> {
  await lockChain(tx, intakeChain(id));
  const row = await tx.selectFrom("intake").select(ROW).where("id", "=", id).executeTakeFirst();
  return row && read(row);
}

/**
 * In SQL, of the table `intake`: one that is chosen, since candidates go through it. Those of people carried over are opened by the act that
 * prepares them and close in the minute in which they open (`carried.ts`); whatever lists or defaults an intake leaves them out.
 */
export const CHOSEN =
  "not (opened_at is not distinct from prepared_at and settings -> 'opens' is not distinct from settings -> 'closes')";

/** All intakes of the school that are chosen, latest first: one or two a year. */
export async function allIntakes(tx: Tx): Promise<IntakeRow[]> {
  const all = tx.selectFrom("intake").select(ROW).where(sql.raw<boolean>(CHOSEN));
  const rows = all.orderBy("prepared_at", "desc").orderBy("id", "desc").limit(200);
  return (await rows.execute()).map(read);
}

type Named = {
  readonly id: string;
  readonly label: Label;
  readonly diploma: string;
  readonly entryOn: Day;
  readonly closesAt: Date | null;
};

/** Of all that were opened, what tells them apart: without the rest of their settings, for lists. */
export async function namedIntakes(tx: Tx): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select id, settings -> 'label' as label, diploma, settings ->> 'entryOn' as "entryOn", closes_at as "closesAt"
    from intake where state <> 'preparing' order by prepared_at desc, id desc limit 200`.execute(tx);
  return rows;
}

export type NewIntake = {
  readonly id: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly settings: Settings;
  readonly preparedFrom: string | null;
  readonly at: Date;
  readonly by: string;
};

export async function insertIntake(tx: Tx, intake: NewIntake): Promise<void> {
  const { id, diploma, lawVersion, settings, preparedFrom, at, by } = intake;
  await keep(tx, "intake", {
    id,
    diploma,
    law_version: lawVersion,
    state: "preparing",
    version: 1,
    settings: json(settings),
    prepared_from: preparedFrom,
    prepared_at: at,
    prepared_by: by,
  });
}

type CarriedIntake = Omit<NewIntake, "preparedFrom"> & {
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly basis: Basis;
};

/** Closed from the beginning. */
export async function insertCarried(tx: Tx, intake: CarriedIntake, chain: string): Promise<void> {
  const { id, diploma, lawVersion, settings, opensAt, closesAt, at, by, basis } = intake;
  const opened = { opens_at: opensAt, closes_at: closesAt, opened_at: at, opened_by: by, basis: json(basis) };
  const prepared = { settings: json(settings), prepared_from: null, prepared_at: at, prepared_by: by };
  const row = { id, diploma, law_version: lawVersion, state: "closed", version: 1, ...prepared, ...opened };
  await keep(tx, "intake", row, { of: chain });
}

export type IntakeUpdate = {
  readonly version: number;
  readonly settings?: Settings;
  readonly state?: IntakeState;
  readonly opensAt?: Date | null;
  readonly closesAt?: Date | null;
  readonly opened?: { readonly at: Date; readonly by: string; readonly basis: Basis };
};

export async function updateIntake(tx: Tx, id: string, update: IntakeUpdate): Promise<void> {
  const { version, settings, state, opensAt, closesAt, opened } = update;
  await change(tx, "intake", id, {
    version,
    ...(settings && { settings: json(settings) }),
    ...(state && { state }),
    ...(opensAt !== undefined && { opens_at: opensAt }),
    ...(closesAt !== undefined && { closes_at: closesAt }),
    ...(opened && { opened_at: opened.at, opened_by: opened.by, basis: json(opened.basis) }),
  });
}

export async function deletePreparing(tx: Tx, id: string): Promise<boolean> {
  const preparing = tx.deleteFrom("intake").where("id", "=", id).where("state", "=", "preparing");
  return (await dropping(tx, "intake", preparing)).length > 0;
}

export type IntakeChange = {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly before: Partial<Settings>;
  readonly after: Partial<Settings>;
};

export async function insertChange(tx: Tx, intake: string, change: IntakeChange): Promise<void> {
  const { id, at, by, reason, before, after } = change;
  const row = { id, intake, changed_at: at, changed_by: by, reason, before: json(before), after: json(after) };
  await keep(tx, "intake_change", row);
}

export async function changesOf(tx: Tx, intake: string): Promise<IntakeChange[]> {
  const changes = tx
    .selectFrom("intake_change")
    .select(["id", "changed_at as at", "changed_by as by", "reason", "before", "after"])
    .where("intake", "=", intake);
  const rows = await changes.orderBy("changed_at", "desc").orderBy("id", "desc").execute();
  return (rows as unknown as IntakeChange[]).map((change) => ({
    ...change,
    before: named(change.before),
    after: named(change.after),
  }));
}

export async function intakesToClose(tx: Tx, at: Date, limit: number): Promise<{ id: string; closesAt: Date }[]> {
  const over = tx
    .selectFrom("intake")
    .select(["id", "closes_at as closesAt"])
    .where("state", "=", "open")
    .where("closes_at", "<", at);
  const rows = await over.orderBy("closes_at").orderBy("id").limit(limit).execute();
  return rows.map(({ id, closesAt }) => ({ id, closesAt: closesAt! }));
}

export async function diplomasOpened(tx: Tx): Promise<string[]> {
  const all = tx.selectFrom("intake").select("diploma").distinct().where("state", "<>", "preparing").orderBy("diploma");
  return (await all.execute()).map(({ diploma }) => diploma);
}
