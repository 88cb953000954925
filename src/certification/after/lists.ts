/** After juries: clocks running or over, and diplomas awaited or handed over; each list is paged. */
import { sql } from "kysely";
import type { Performing } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { broughtBy } from "../brought.ts";
import { daysOf } from "../presenting.ts";
import { holdingOf } from "../rules/deliberation.ts";
import { lapses, toSit } from "../rules/standing.ts";
import { entriesToRule, presentedTo, sessionsAwaited } from "../store.ts";
import { lawOf } from "../load.ts";

export type AfterResult = { readonly on: Day; readonly result: string };

/**
 * `after`: the row the page starts after. `sessions`: only candidates presented to these; undefined means all. `enrolment`: only this one.
 */
type ListFilter = {
  readonly after: AfterResult | undefined;
  readonly sessions: readonly string[] | undefined;
  readonly enrolment: string | undefined;
};

/** Of results that stand, the last: none was notified later for the same enrolment. */
const LAST = sql`not exists (select from standing_result l
  where l.enrolment = r.enrolment and (l.notified_on, l.published_at) > (r.notified_on, r.published_at))`;

type Clock = {
  readonly result: string;
  readonly enrolment: string;
  readonly name: string;
  readonly number: string | null;
  /** `notified`: the deadline as notified, the paging key. `completeBy`: the deadline in force, later if the authority extended it. */
  readonly notified: Day;
  readonly completeBy: Day;
};

type LapseAwaited = {
  readonly enrolment: string;
  readonly name: string;
  readonly number: string | null;
  readonly session: string;
  /** The deadline to complete, and the day on which the jury is to deliberate. */
  readonly completeBy: Day;
  readonly deliberatesOn: Day;
};

/** Candidates whose five years are over by the day of the jury, while the authority has not decided: the jury must wait for it. */
export async function listAwaited(
  context: Performing<unknown>,
  among: readonly string[] | undefined,
): Promise<readonly LapseAwaited[]> {
  const { tx, today } = context;
  const all = await sessionsAwaited(tx, today);
  const sessions = among ? all.filter(({ id }) => among.includes(id)) : all;
  const entries = await entriesToRule(
    tx,
    sessions.map(({ id }) => id),
  );
  const brought = await broughtBy(
    context,
    entries.map(({ enrolment }) => enrolment),
  );
  const awaited: LapseAwaited[] = [];
  for (const session of sessions) {
    const law = lawOf(context, session);
    const { until } = await daysOf(tx, session);
    for (const { enrolment, name, number } of entries.filter((one) => one.session === session.id)) {
      const then = law && toSit(law, holdingOf(brought, enrolment), until);
      if (!then?.clock || lapses(then).length === 0) continue;
      awaited.push({
        enrolment,
        name,
        number,
        session: session.name,
        completeBy: then.clock.end,
        deliberatesOn: until,
      });
    }
  }
  return awaited;
}

/** Partial validations without a lapse decided since, earliest deadline first. */
export async function listClocks(
  tx: Tx,
  { after, sessions, enrolment }: ListFilter,
  limit: number,
): Promise<readonly Clock[]> {
  const from = after ? sql`(r.complete_by, r.id) > (${after.on}::date, ${after.result}::uuid)` : sql`true`;
  const { rows } = await sql<Clock>`
    select r.id as result, r.enrolment, coalesce(e.name, '–') as name, (select d.number from dossier d where d.id = e.dossier) as number,
      to_char(r.complete_by, 'YYYY-MM-DD') as notified,
      to_char(greatest(r.complete_by, (
        select max((a.said->>'until')::date) from exam_after a where a.enrolment = r.enrolment and a.kind = 'kept'
      )), 'YYYY-MM-DD') as "completeBy"
    from standing_result r left join enrolment e on e.id = r.enrolment
    where r.complete_by is not null and r.outcome <> 'diploma' and ${from} and ${LAST} and ${presentedTo("r.enrolment", sessions)}
      and (${enrolment ?? null}::uuid is null or r.enrolment = ${enrolment ?? null}::uuid)
      and not exists (
        select from exam_after a where a.enrolment = r.enrolment and a.kind = 'lapsed' and a.on_day >= r.notified_on)
    order by r.complete_by, r.id limit ${limit}`.execute(tx);
  return rows;
}

type Diploma = {
  readonly result: string;
  readonly enrolment: string;
  readonly name: string;
  readonly number: string | null;
  readonly notifiedOn: Day;
  readonly received: Day | null;
  readonly handedOver: Day | null;
};

/** Most recently notified first. */
export async function listDiplomas(
  tx: Tx,
  { after, sessions, enrolment }: ListFilter,
  limit: number,
): Promise<readonly Diploma[]> {
  const from = after ? sql`(r.notified_on, r.id) < (${after.on}::date, ${after.result}::uuid)` : sql`true`;
  const on = (kind: string) => sql`(
    select to_char(a.on_day, 'YYYY-MM-DD') from standing_after a where a.enrolment = r.enrolment and a.kind = ${kind}
    order by a.noted_at, a.id limit 1)`;
  const { rows } = await sql<Diploma>`
    select r.id as result, r.enrolment, coalesce(e.name, '–') as name, (select d.number from dossier d where d.id = e.dossier) as number,
      to_char(r.notified_on, 'YYYY-MM-DD') as "notifiedOn",
      ${on("parchment-received")} as received, ${on("parchment-handed-over")} as "handedOver"
    from standing_result r left join enrolment e on e.id = r.enrolment
    where r.outcome = 'diploma' and ${from} and ${LAST} and ${presentedTo("r.enrolment", sessions)}
      and (${enrolment ?? null}::uuid is null or r.enrolment = ${enrolment ?? null}::uuid)
    order by r.notified_on desc, r.id desc limit ${limit}`.execute(tx);
  return rows;
}
