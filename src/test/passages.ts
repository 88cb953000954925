/** Decisions of a jury for tests, as publishing leaves them. */
import { sql } from "kysely";
import { type Deriving, deriveWaiting } from "../act/waiting.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { newId } from "../kit/id.ts";
import { dayIn } from "../kit/zone.ts";

const SCHOOL = "faire-ess";

type Decided = {
  readonly enrolment: string;
  readonly outcome: "diploma" | "part" | "none";
  /** The earlier decision that this one replaces. */
  readonly replaces?: string;
};

/** Of one jury of that day, notified on another; gives the results’ ids. */
export async function ruled(
  world: World,
  days: { readonly jury: string; readonly notified: string },
  decided: readonly Decided[],
): Promise<readonly string[]> {
  const at = world.now();
  return withSchool(world.db, SCHOOL, async (tx) => {
    const [session, jury] = [newId(), newId()];
    await sql`insert into exam_session (id, diploma, law_version, name, from_day, until_day, receives_by, opened_by, opened_at)
      values (${session}::uuid, 'deis', '2006', ${session}, ${days.jury}, ${days.jury}, ${days.jury}, '', ${at})`.execute(
      tx,
    );
    await sql`insert into jury (id, session, on_day, opened_by, opened_at)
      values (${jury}::uuid, ${session}::uuid, ${days.jury}, '', ${at})`.execute(tx);
    const results: string[] = [];
    for (const { enrolment, outcome, replaces = null } of decided) {
      const id = newId();
      results.push(id);
      await sql`insert into jury_result (id, enrolment, entry, jury, sealed, replaces, notified_on, outcome, result, published_at)
        values (${id}::uuid, ${enrolment}::uuid, ${newId()}::uuid, ${jury}::uuid, ${newId()}::uuid, ${replaces}::uuid, ${days.notified},
          ${outcome}, '{"validated":[],"acquired":[],"domains":[]}', ${at})`.execute(tx);
    }
    const law: Deriving["law"] = (diploma, which) => world.law(SCHOOL, diploma, which);
    const zone = world.zone(SCHOOL);
    const given = { tx, establishment: SCHOOL, zone, law, today: dayIn(at, zone) };
    const chains = decided.map(({ enrolment }) => `enrolment:${enrolment}`);
    await deriveWaiting(given, world.waits, chains);
    return results;
  });
}
