/** The attendance list of a lesson: who must follow it, how each is marked, and its fingerprint. */
import type { Tx } from "../../db/school.ts";
import { shownAs } from "../../issued-documents/sign.ts";
import { accountsOf } from "../../people/contact.ts";
import { followersOf, type Member, membersOf } from "../followers.ts";
import type { Lesson } from "../lessons/store.ts";
import { type Standing, standingIn } from "./store.ts";

export type Listed = Pick<Member, "enrolment" | "name" | "account" | "number"> & {
  readonly record: Standing | undefined;
};

/** Those who must follow the lesson, and any others marked in it. */
export async function listOf(tx: Tx, lesson: Lesson): Promise<readonly Listed[]> {
  const members = await membersOf(tx, lesson.cohort);
  const records = new Map((await standingIn(tx, lesson.id)).map((one) => [one.enrolment, one]));
  const due = new Set(followersOf(lesson, members).map(({ enrolment }) => enrolment));
  return members
    .filter(({ enrolment }) => due.has(enrolment) || records.has(enrolment))
    .map(({ enrolment, name, account, number }) => ({
      enrolment,
      name,
      account,
      number,
      record: records.get(enrolment),
    }));
}

/** The actor's own enrolments on a list: an actor may neither mark themself nor countersign marks about themself. */
export async function ownOn(
  tx: Tx,
  actor: string,
  people: readonly Pick<Listed, "enrolment" | "account">[],
): Promise<ReadonlySet<string>> {
  const accounts = people.flatMap(({ account }) => account ?? []);
  const own = await accountsOf(tx, actor, accounts);
  return new Set(
    people.filter(({ account }) => account !== null && own.has(account)).map(({ enrolment }) => enrolment),
  );
}

export function listShown({ id, on, from, to, unit }: Lesson, people: readonly Listed[]): string {
  const marks = people.map(({ enrolment, name, record }) => ({
    enrolment,
    name,
    number: record?.number ?? 0,
    status: record?.status ?? null,
    minutesMissed: record?.minutesMissed ?? null,
  }));
  return shownAs({ lesson: { id, on, from, to, unit }, marks });
}
