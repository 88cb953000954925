/** The days on which somebody's training is interrupted, and the lessons that they must follow. */
import { sql } from "kysely";
import type { Engaged, Engagements } from "../act/engaged.ts";
import type { Tx } from "../db/school.ts";
import { addDays, type Day } from "../kit/day.ts";
import { factsOf } from "./cohorts/store.ts";
import { enrolmentChain } from "./enrolled.ts";
import { memberOf } from "./followers.ts";
import { lessonChain } from "./lessons/planned.ts";
import { lessonsOf } from "./lessons/store.ts";
import { mustFollow } from "./rules/following.ts";

type Enrolment = { readonly id: string; readonly dossier: string; readonly diploma: string };

export const interruptionsEngaged: Engagements["read"] = async ({ tx }, dossiers, { from, until }) => {
  const all = await enrolmentsOf(
    tx,
    dossiers,
    sql<boolean>`exists (select from enrolment_fact f where f.enrolment = e.id)`,
  );
  const facts = Map.groupBy(
    await factsOf(
      tx,
      all.map(({ id }) => id),
    ),
    ({ enrolment }) => enrolment,
  );
  return all.flatMap(({ id, dossier, diploma }) =>
    awayIn(facts.get(id) ?? [])
      .filter(({ on, through }) => on <= until && (through === null || through >= from))
      .map((away): Engaged => {
        const chain = `${enrolmentChain(id)}#${away.on}`;
        return { dossier, diploma, kind: "away", chain, ...away, from: null, until: null, what: INTERRUPTED };
      }),
  );
};

/** From an interruption, or a training put off, to the day before the return. */
function awayIn(facts: readonly { readonly kind: string; readonly on: Day }[]) {
  return facts.flatMap(({ kind, on }, at) => {
    if (kind !== "interrupted" && kind !== "deferred") return [];
    const next = facts[at + 1];
    return [{ on, through: next ? addDays(next.on, -1) : null }];
  });
}

export const lessonsEngaged: Engagements["read"] = async ({ tx }, dossiers, days) => {
  const all = await enrolmentsOf(tx, dossiers, sql<boolean>`e.state = 'in-training'`);
  const engaged = await Promise.all(
    all.map(async ({ id, dossier, diploma }): Promise<Engaged[]> => {
      const member = (await memberOf(tx, id))!;
      const lessons = await lessonsOf(tx, member.cohorts, days);
      return lessons
        .filter((lesson) => lesson.cancelledWhy === null && mustFollow(lesson, member))
        .map(({ id: lesson, on, from, to }) => {
          const chain = lessonChain(lesson);
          return { dossier, diploma, kind: "lesson", chain, on, through: on, from, until: to, what: LESSON };
        });
    }),
  );
  return engaged.flat();
};

async function enrolmentsOf(tx: Tx, dossiers: readonly string[], which: ReturnType<typeof sql<boolean>>) {
  const { rows } = await sql<Enrolment>`
    select e.id, e.dossier, c.diploma from enrolment e join cohort c on c.id = e.cohort
    where e.dossier = any(${[...dossiers]}::uuid[]) and ${which}`.execute(tx);
  return rows;
}

const INTERRUPTED = { fr: "formation interrompue", en: "training interrupted" };
const LESSON = { fr: "séance de formation", en: "lesson" };
