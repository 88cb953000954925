/**
 * Whoever joins a cohort, or a group of it, is placed in the lessons to come that they must follow: refused where they are elsewhere then, or
 * where a room has a seat too few. An exam that they sit again takes precedence, and is told beside the lesson.
 */
import type { Performing } from "../../act/act.ts";
import { takeTurns } from "../../agenda/book.ts";
import { conflictsNow } from "../../agenda/placing.ts";
import { isImpossible } from "../../agenda/rules/placing.ts";
import { sayConflict } from "../../agenda/words.ts";
import type { Issue } from "../../kit/schema.ts";
import { traineeKey } from "../enrolled.ts";
import { findCohort } from "../cohorts/store.ts";
import { followersOf } from "../followers.ts";
import { around, placingOf } from "./planned.ts";
import { lessonsOf } from "./store.ts";
import { sayWhen } from "./words.ts";

type Joining = {
  readonly cohort: string;
  readonly enrolments: readonly string[];
  /** The field that a conflict is shown at. */
  readonly path: string;
};

/** After they are written, and before the act is done: it has locked the chain of the cohort. */
export async function joinIssues(
  context: Pick<Performing<unknown>, "tx" | "zone" | "today" | "timetable" | "law">,
  { cohort: id, enrolments, path }: Joining,
): Promise<readonly Issue[]> {
  const { tx, zone, today, law: lawOf } = context;
  const cohort = (await findCohort(tx, id))!;
  const law = lawOf(cohort.diploma, { version: cohort.lawVersion });
  const lessons = await lessonsOf(tx, [id], { from: today, until: cohort.endsOn });
  const held = lessons.filter(({ cancelledWhy }) => cancelledWhy === null);
  if (!law || held.length === 0) return [];
  const where = await around(tx, cohort, law, zone);
  const joining = where.members.filter(({ enrolment }) => enrolments.includes(enrolment));
  const keys = new Set(joining.map(traineeKey));
  // Nobody else knows of an enrolment without an account before it is written.
  await takeTurns(
    tx,
    [...keys].filter((key) => key.startsWith("account:")),
  );
  const theirs = held.filter((lesson) => followersOf(lesson, joining).length > 0);
  const placings = theirs.map((lesson) => {
    const placing = placingOf(lesson, where, { day: "stays" });
    return { ...placing, people: placing.people.filter(({ taken, follows }) => follows && keys.has(taken)) };
  });
  const byWhat = new Map(placings.map(({ what }, at) => [what, theirs[at]!]));
  const conflicts = (await conflictsNow(context, placings, where.school)).filter(isImpossible);
  return conflicts.slice(0, MOST).map((one) => {
    const said = sayConflict(one, { zone });
    const lesson = byWhat.get(one.placing.what)!;
    return {
      path,
      message: (lang) =>
        `${lang === "fr" ? "Séance du" : "Lesson of"} ${sayWhen(lesson, lang)} – ${said.message(lang)}`,
    };
  });
}

const MOST = 5;
