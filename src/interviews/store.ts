/** The SQL of interviews, their facts and their bookings. */
import { newId } from "../kit/id.ts";
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { change, dropping, keep, keeping } from "../act/keep.ts";
import type { Day } from "../kit/day.ts";
import { json } from "../kit/sql.ts";
import type { InterviewFactKind, InterviewState } from "./rules/state.ts";
import type { Appreciations } from "./grids/store.ts";

export type Interview = {
  readonly id: string;
  readonly dossier: string;
  readonly intake: string;
  readonly day: string;
  readonly state: InterviewState;
  /** The preparation's room; null if the law has none, and its hours are then the interview's. */
  readonly analysisRoom: string | null;
  readonly analysisSeat: number | null;
  readonly analysisAt: Date;
  readonly analysisUntil: Date;
  readonly room: string;
  readonly pair: string;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly text: string | null;
  readonly sequence: number;
  readonly version: number;
  /** The candidate's account; null if they have none. */
  readonly account: string | null;
  readonly number: string;
  /** The name shown in lists. */
  readonly name: string;
  /** The interviewers, as actors. */
  readonly examiners: readonly string[];
};

const INTERVIEW = sql`i.id, i.dossier, i.intake, i.day, i.state, i.analysis_room as "analysisRoom",
  i.analysis_seat as "analysisSeat", i.analysis_at as "analysisAt", i.analysis_until as "analysisUntil", i.room, i.pair,
  i.begins_at as "beginsAt", i.ends_at as "endsAt", i.text, i.sequence, i.version, d.account, d.number,
  coalesce(s.name, d.number) as name,
  coalesce((select json_agg(e.who order by e.who) from interview_examiner e where e.interview = i.id), '[]') as examiners`;

const FROM = sql`from interview i join dossier d on d.id = i.dossier join dossier_state s on s.id = i.dossier`;

export async function findInterview(tx: Tx, id: string): Promise<Interview | undefined> {
  return (await sql<Interview>`select ${INTERVIEW} ${FROM} where i.id = ${id}::uuid`.execute(tx)).rows[0];
}

export async function interviewsOfDay(tx: Tx, day: string): Promise<readonly Interview[]> {
  const { rows } = await sql<Interview>`
    select ${INTERVIEW} ${FROM} where i.day = ${day}::uuid order by i.begins_at, i.room, i.id`.execute(tx);
  return rows;
}

/** One candidate's interviews, in chronological order. */
export async function interviewsOf(tx: Tx, dossier: string): Promise<readonly Interview[]> {
  const { rows } = await sql<Interview>`
    select ${INTERVIEW} ${FROM} where i.dossier = ${dossier}::uuid order by i.begins_at, i.id`.execute(tx);
  return rows;
}

/** Each candidate's current interview, or else the last, with the grid all agreed on. */
export async function lastInterviews(tx: Tx, dossiers: readonly string[]) {
  const { rows } = await sql<
    Pick<Interview, "id" | "dossier" | "state" | "beginsAt" | "examiners"> & {
      readonly day: Day;
      readonly agreedAt: Date | null;
      readonly appreciations: Appreciations | null;
      readonly remark: string | null;
    }
  >`
    select distinct on (i.dossier) i.dossier, i.id, i.state, to_char(day.on_day, 'YYYY-MM-DD') as day, i.begins_at as "beginsAt",
      coalesce((select json_agg(e.who order by e.who) from interview_examiner e where e.interview = i.id), '[]') as examiners,
      agreed.at as "agreedAt", agreed.appreciations, agreed.remark
    from interview i join interview_day day on day.id = i.day
      left join lateral (
        select f.at, p.appreciations, p.remark
        from interview_fact f join interview_proposal p on p.id = (f.details ->> 'proposal')::uuid
        where f.interview = i.id and f.kind = 'agreed' and f.details ->> 'all' = 'true'
        order by f.place desc limit 1
      ) agreed on true
    where i.dossier = any (${[...dossiers]}::uuid[])
    order by i.dossier, i.state in ('missed', 'postponed', 'cancelled'), i.begins_at desc, i.id desc`.execute(tx);
  return rows;
}

/** An interviewer's interviews, the last `limit` in chronological order. */
export async function interviewsHeldBy(tx: Tx, who: string, limit: number): Promise<readonly Interview[]> {
  const { rows } = await sql<Interview>`
    select ${INTERVIEW} ${FROM} join interview_examiner own on own.interview = i.id
    where own.who = ${who} order by i.begins_at desc, i.id limit ${limit}`.execute(tx);
  return rows.toReversed();
}

export type Placed = Pick<
  Interview,
  "analysisRoom" | "analysisSeat" | "analysisAt" | "analysisUntil" | "room" | "pair" | "beginsAt" | "endsAt" | "text"
>;

function placedRow({
  analysisRoom,
  analysisSeat,
  analysisAt,
  analysisUntil,
  room,
  pair,
  beginsAt,
  endsAt,
  text,
}: Placed) {
  const analysis = { analysis_room: analysisRoom, analysis_seat: analysisSeat, analysis_at: analysisAt };
  return { ...analysis, analysis_until: analysisUntil, room, pair, begins_at: beginsAt, ends_at: endsAt, text };
}

/** False if the candidate already has one to come. */
export async function insertInterview(
  tx: Tx,
  {
    id,
    dossier,
    intake,
    day,
    of,
    ...placed
  }: Placed & Pick<Interview, "id" | "dossier" | "intake" | "day"> & { of: string },
): Promise<boolean> {
  const row = { id, dossier, intake, day, state: "placed", version: 1, ...placedRow(placed) };
  const first = tx
    .insertInto("interview")
    .values(row)
    .onConflict((or) => or.doNothing());
  return (await keeping(tx, "interview", first, { of })).length > 0;
}

export async function updateInterview(
  tx: Tx,
  { id, version }: Pick<Interview, "id" | "version">,
  { state, sequence, placed, of }: { state?: InterviewState; sequence?: number; placed?: Placed; of: string },
): Promise<void> {
  const values = {
    version: version + 1,
    ...(state && { state }),
    ...(sequence !== undefined && { sequence }),
    ...(placed && placedRow(placed)),
  };
  await change(tx, "interview", id, values, { of });
}

export async function putExaminers(tx: Tx, interview: string, members: readonly string[], of: string): Promise<void> {
  const others = tx.deleteFrom("interview_examiner").where("interview", "=", interview);
  await dropping(tx, "interview_examiner", members.length > 0 ? others.where("who", "not in", members) : others, {
    of,
  });
  const rows = members.map((who) => ({ id: newId(), interview, who }));
  const first = tx
    .insertInto("interview_examiner")
    .values(rows)
    .onConflict((or) => or.doNothing());
  await keeping(tx, "interview_examiner", first, { of });
}

export type KeptFact = {
  readonly place: number;
  readonly kind: InterviewFactKind;
  readonly at: Date;
  readonly by: string;
  readonly details: FactDetails;
};

export type FactDetails = {
  readonly all?: boolean;
  readonly proposal?: string;
  /** The reason stated for a move or a cancellation. */
  readonly reason?: string;
  /** For a convocation: why a candidate not found eligible is convoked. */
  readonly ground?: string;
};

export async function factsOf(tx: Tx, interview: string): Promise<readonly KeptFact[]> {
  const { rows } = await sql<KeptFact>`
    select place, kind, at, by, details from interview_fact where interview = ${interview}::uuid order by place`.execute(
    tx,
  );
  return rows;
}

/** When each candidate was last told their hour. */
export async function toldAt(tx: Tx, interviews: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ interview: string; at: Date }>`
    select distinct on (interview) interview, at from interview_fact
    where interview = any (${[...interviews]}::uuid[]) and kind in ('convoked', 'moved', 'move-declined')
    order by interview, place desc`.execute(tx);
  return new Map(rows.map(({ interview, at }) => [interview, at]));
}

export async function insertFact(
  tx: Tx,
  interview: string,
  { place, kind, at, by, details }: KeptFact,
  of: string,
): Promise<void> {
  await keep(tx, "interview_fact", { id: newId(), interview, place, kind, at, by, details: json(details) }, { of });
}

/** Bookings of these persons and seats in a period, from any room. */
export async function takenOn(
  tx: Tx,
  taken: readonly string[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<readonly { readonly taken: string; readonly from: Date; readonly until: Date }[]> {
  if (taken.length === 0) return [];
  const { rows } = await sql<{ taken: string; from: Date; until: Date }>`
    select taken, from_at as from, until_at as until from booking
    where taken in (${sql.join(taken)}) and from_at < ${until}::timestamptz and until_at > ${from}::timestamptz
    order by from_at, taken, id`.execute(tx);
  return rows;
}

/** An account's dossiers with data about interviews. */
export async function dossiersOf(tx: Tx, account: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from dossier d where d.account = ${account}::uuid and (
      exists (select from interview i where i.dossier = d.id) or exists (select from interview_need n where n.id = d.id)
      or exists (select from interview_link l where l.dossier = d.id)) order by d.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Interviews of intakes that closed before a day, first closed first. */
export async function closedBefore(tx: Tx, before: Day, limit: number): Promise<{ dossier: string; closed: Day }[]> {
  const { rows } = await sql<{ dossier: string; closed: Day }>`
    select i.dossier, t.closes_at::date::text as closed from interview i join intake t on t.id = i.intake
    where t.closes_at < ${before}::date and not exists (select from kept_longer k where k.id = i.dossier)
    group by i.dossier, t.closes_at order by t.closes_at, i.dossier limit ${limit}`.execute(tx);
  return rows;
}

export async function deleteInterviews(tx: Tx, dossier: string): Promise<string[]> {
  const own = tx.selectFrom("interview").select("id").where("dossier", "=", dossier);
  for (const table of ["interview_examiner", "interview_fact", "interview_grid", "interview_proposal"] as const)
    await dropping(tx, table, tx.deleteFrom(table).where("interview", "in", own));
  await dropping(tx, "interview_link", tx.deleteFrom("interview_link").where("dossier", "=", dossier));
  await dropping(tx, "interview_need", tx.deleteFrom("interview_need").where("id", "=", dossier));
  return dropping(tx, "interview", tx.deleteFrom("interview").where("dossier", "=", dossier));
}

/** A page for the doctor: stored states, with their facts. */
export async function pageOfInterviews(
  tx: Tx,
  after: string | undefined,
  limit: number,
): Promise<{ id: string; state: InterviewState; facts: KeptFact[] }[]> {
  const { rows } = await sql<{ id: string; state: InterviewState; facts: KeptFact[] }>`
    select i.id, i.state, (select coalesce(json_agg(f order by f.place), '[]') from interview_fact f where f.interview = i.id) as facts
    from interview i where ${after ?? null}::uuid is null or i.id > ${after ?? null}::uuid order by i.id limit ${limit}`.execute(
    tx,
  );
  return rows;
}
