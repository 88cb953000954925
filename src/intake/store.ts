/** The SQL of intakes. Others of admission read them here; none of them sees an intake that is still being prepared. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { json, wholeRow } from "../kit/sql.ts";
import type { Basis } from "../law/law.ts";
import { type Stored, storedRow } from "../act/chain.ts";
import type { IntakeFee, IntakePiece, Settings, Settled } from "./rules/settings.ts";

export type IntakeState = "preparing" | "open" | "closed";

/** An intake that was opened: what candidates apply to, and on which terms. Whether it takes applications is `takes()`. */
export type Intake = {
  readonly id: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly state: "open" | "closed";
  readonly label: Label;
  readonly opensAt: Date;
  /** The last instant at which an application is in time. */
  readonly closesAt: Date;
  readonly entryOn: Day;
  readonly answerBy: Day | null;
  readonly interviewsFrom: Day | null;
  readonly interviewsTo: Day | null;
  readonly places: number;
  /** In cents. */
  readonly fees: readonly IntakeFee[];
  readonly pieces: readonly IntakePiece[];
  readonly pagesOutside: Settings["pagesOutside"];
  readonly interview: Settings["interview"];
  readonly admissionValidity: Settled["admissionValidity"];
  readonly waitingListRule: Settled["waitingList"];
  readonly appeal: Label;
  readonly version: number;
};

/** Judged on the server's clock, to the last instant. */
export function takes(intake: Pick<Intake, "opensAt" | "closesAt">, at: Date): boolean {
  return intake.opensAt <= at && at <= intake.closesAt;
}

/** The row as whoever prepares it sees it. */
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

export async function findIntake(tx: Tx, id: string): Promise<Intake | undefined> {
  const row = await findIntakeRow(tx, id);
  return row && row.state !== "preparing" ? openedOf(row) : undefined;
}

/** Those that take applications at this instant, the one that closes first before the others. */
export async function openIntakes(tx: Tx, diploma: string, at: Date): Promise<Intake[]> {
  const open = tx.selectFrom("intake").select(ROW).where("diploma", "=", diploma).where("state", "<>", "preparing");
  const rows = await open
    .where("opens_at", "<=", at)
    .where("closes_at", ">=", at)
    .orderBy("closes_at")
    .orderBy("id")
    .execute();
  return (rows as IntakeRow[]).map(openedOf);
}

/** Those that are announced and do not take applications yet, the next first. */
export async function comingIntakes(tx: Tx, diploma: string, at: Date): Promise<Intake[]> {
  const coming = tx.selectFrom("intake").select(ROW).where("diploma", "=", diploma).where("state", "=", "open");
  const rows = await coming.where("opens_at", ">", at).orderBy("opens_at").orderBy("id").limit(3).execute();
  return (rows as IntakeRow[]).map(openedOf);
}

export async function findIntakeRow(tx: Tx, id: string): Promise<IntakeRow | undefined> {
  return (await tx.selectFrom("intake").select(ROW).where("id", "=", id).executeTakeFirst()) as IntakeRow | undefined;
}

/** The same, locked: two saves go one after the other. */
export async function lockIntake(tx: Tx, id: string): Promise<IntakeRow | undefined> {
  const row = tx.selectFrom("intake").select(ROW).where("id", "=", id).forUpdate();
  return (await row.executeTakeFirst()) as IntakeRow | undefined;
}

/** Every intake of the school, the latest first: one or two a year. */
export async function allIntakes(tx: Tx): Promise<IntakeRow[]> {
  const rows = tx.selectFrom("intake").select(ROW).orderBy("prepared_at", "desc").orderBy("id").limit(200);
  return (await rows.execute()) as IntakeRow[];
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

export async function insertIntake(tx: Tx, intake: NewIntake): Promise<Stored> {
  const { id, diploma, lawVersion, settings, preparedFrom, at, by } = intake;
  const row = {
    id,
    diploma,
    law_version: lawVersion,
    state: "preparing",
    version: 1,
    settings: json(settings),
    prepared_from: preparedFrom,
    prepared_at: at,
    prepared_by: by,
  };
  return storedRow(
    "intake",
    await tx.insertInto("intake").values(row).returning(wholeRow("intake")).executeTakeFirstOrThrow(),
  );
}

export type IntakeUpdate = {
  readonly version: number;
  readonly settings?: Settings;
  readonly state?: IntakeState;
  readonly opensAt?: Date | null;
  readonly closesAt?: Date | null;
  readonly opened?: { readonly at: Date; readonly by: string; readonly basis: Basis };
};

export async function updateIntake(tx: Tx, id: string, update: IntakeUpdate): Promise<Stored> {
  const { version, settings, state, opensAt, closesAt, opened } = update;
  const changed = tx
    .updateTable("intake")
    .set({
      version,
      ...(settings && { settings: json(settings) }),
      ...(state && { state }),
      ...(opensAt !== undefined && { opens_at: opensAt }),
      ...(closesAt !== undefined && { closes_at: closesAt }),
      ...(opened && { opened_at: opened.at, opened_by: opened.by, basis: json(opened.basis) }),
    })
    .where("id", "=", id);
  return storedRow("intake", await changed.returning(wholeRow("intake")).executeTakeFirstOrThrow());
}

export async function deletePreparing(tx: Tx, id: string): Promise<boolean> {
  const gone = tx.deleteFrom("intake").where("id", "=", id).where("state", "=", "preparing").returning("id");
  return (await gone.executeTakeFirst()) !== undefined;
}

export type IntakeChange = {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly before: Partial<Settings>;
  readonly after: Partial<Settings>;
};

export async function insertChange(tx: Tx, intake: string, change: IntakeChange): Promise<Stored> {
  const { id, at, by, reason, before, after } = change;
  const row = {
    id,
    intake,
    changed_at: at,
    changed_by: by,
    reason,
    before: json(before),
    after: json(after),
  };
  const inserted = tx.insertInto("intake_change").values(row).returning(wholeRow("intake_change"));
  return storedRow("intake_change", await inserted.executeTakeFirstOrThrow());
}

export async function changesOf(tx: Tx, intake: string): Promise<IntakeChange[]> {
  const changes = tx
    .selectFrom("intake_change")
    .select(["id", "changed_at as at", "changed_by as by", "reason", "before", "after"])
    .where("intake", "=", intake);
  return (await changes.orderBy("changed_at", "desc").orderBy("id").execute()) as unknown as IntakeChange[];
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

/** Late and not taken as in time, by when they were sent. */
export async function lateIn(tx: Tx, intake: string): Promise<{ number: string; at: Date }[]> {
  const late = tx
    .selectFrom("dossier_state as s")
    .innerJoin("dossier as d", "d.id", "s.id")
    .select(["d.number", "s.submitted_at as at"])
    .where("s.intake", "=", intake)
    // By its group, which has an index: what is late and was asked something is among the answered.
    .where("s.standing", "in", ["late", "declined", "answered"])
    .where("s.state", "in", ["late", "declined"]);
  return (await late.orderBy("s.submitted_at").orderBy("s.id").execute()) as { number: string; at: Date }[];
}

/** Begun and not handed in, of somebody who can be written to. */
export async function unsentIn(tx: Tx, intake: string): Promise<number> {
  const unsent = tx
    .selectFrom("dossier_state as s")
    .innerJoin("dossier as d", "d.id", "s.id")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("s.intake", "=", intake)
    .where("s.standing", "in", ["draft", "entering"])
    .where((eb) => eb.or([eb("d.account", "is not", null), eb("d.address", "is not", null)]));
  return (await unsent.executeTakeFirstOrThrow()).count;
}

/**
 * Of a dossier `s`, whose fee was charged when it was first handed in: that was in time, and the fee is due at the closing. What
 * came late was due on its own day, which no closing moves.
 */
export const DUE_AT_CLOSING = sql`exists (
  select from (
    select w.late from submission w
    where w.establishment_id = s.establishment_id and w.dossier = s.id and w.kind = 'whole' order by w.place limit 1
  ) f where not f.late)`;

/** The dossiers whose fee is due at the closing and not paid. */
export async function unpaidIn(tx: Tx, intake: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct s.id)::integer as count from charge_state b
    join charge c on c.establishment_id = b.establishment_id and c.id = b.id
    join dossier_state s on s.establishment_id = c.establishment_id and c.about = 'dossier:' || s.id
    where b.balance > 0 and s.intake = ${intake} and ${DUE_AT_CLOSING}`.execute(tx);
  return rows[0]!.count;
}

function openedOf(row: IntakeRow): Intake {
  const { id, diploma, lawVersion, version } = row;
  // An intake is opened when all of it is there: the act and the table both see to it.
  const settings = row.settings as Settled;
  const { label, entryOn, answerBy, interviewsFrom, interviewsTo, places, fees, pieces } = settings;
  const { pagesOutside, interview, admissionValidity, waitingList, appeal } = settings;
  return {
    id,
    diploma,
    lawVersion,
    state: row.state as Intake["state"],
    label,
    opensAt: row.opensAt!,
    closesAt: row.closesAt!,
    entryOn,
    answerBy,
    interviewsFrom,
    interviewsTo,
    places,
    fees,
    pieces,
    pagesOutside,
    interview,
    admissionValidity,
    waitingListRule: waitingList,
    appeal,
    version,
  };
}
