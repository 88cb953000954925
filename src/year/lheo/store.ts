/** The SQL of the offer: the cohorts and the intakes that are announced. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { CHOSEN } from "../../intake/intake.ts";
import type { Day } from "../../kit/day.ts";
import type { ComingCohort, ComingIntake } from "./rules/coming.ts";

/** Those that have not begun: fixed entries are over on the first day. */
export async function comingCohorts(tx: Tx, today: Day): Promise<readonly ComingCohort[]> {
  const { rows } = await sql<ComingCohort>`
    select c.id, c.diploma, c.name, to_char(c.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(c.ends_on, 'YYYY-MM-DD') as "endsOn",
      (select p.campus from cohort_plan p where p.cohort = c.id order by p.version desc limit 1) as campus
    from cohort c where c.starts_on >= ${today}::date order by c.starts_on, lower(c.name), c.id`.execute(tx);
  return rows;
}

/** Opened by the school, with an entry still to come. */
export async function comingIntakes(tx: Tx, zone: string, today: Day): Promise<readonly ComingIntake[]> {
  const { rows } = await sql<ComingIntake>`
    select id, diploma, settings -> 'label' as label, settings ->> 'entryOn' as "entryOn", opens_at as "opensAt", closes_at as "closesAt",
      to_char(opens_at at time zone ${zone}, 'YYYY-MM-DD') as "opensOn", to_char(closes_at at time zone ${zone}, 'YYYY-MM-DD') as "closesOn"
    from intake where state <> 'preparing' and ${sql.raw(CHOSEN)} and opens_at is not null and closes_at is not null and settings ->> 'entryOn' >= ${today}
    order by settings ->> 'entryOn', opens_at, id`.execute(tx);
  return rows;
}
