/**
 * What many people in training follow, and what was held and followed of it: the same as `personPeriods` and `billedMinutes` of each, which ask
 * some ten statements a person, in some ten statements for all of them.
 */
import { decidedPathways } from "../../admission/accepted.ts";
import type { Performing } from "../../act/act.ts";
import { type Day, FIRST_DAY } from "../../kit/day.ts";
import type { Law } from "../../law/law.ts";
import { standingAmong } from "../attendance/latest.ts";
import { billedPeriods, minutesLeft, type PersonPeriod, periodsOf } from "../cohorts/periods.ts";
import { type Cohort, findCohort } from "../cohorts/store.ts";
import { membersAmong } from "../followers.ts";
import { inputFrom } from "../hours/hours.ts";
import { carriedHoursAmong } from "../hours/store.ts";
import { lessonsOf } from "../lessons/store.ts";
import { type ProgrammeInput, programmeInput } from "../programmes/brought.ts";
import type { Pathway } from "../programmes/computed.ts";
import { lastProgrammes } from "../programmes/store.ts";
import type { Follower } from "../rules/following.ts";
import type { CohortPeriod } from "../rules/periods.ts";
import { billedIn, type BilledMinutes, billedUnits } from "./billed.ts";

type Context = Pick<Performing<unknown>, "tx" | "decide" | "law" | "today">;
type Person = { readonly enrolment: string; readonly dossier: string };

export type Trained = {
  readonly member: Follower;
  /** Undefined until their cohort is planned, or where its version is gone. */
  readonly periods: readonly PersonPeriod[] | undefined;
  /** Until a day that is not after the one asked for; undefined if nothing can be computed under the version of their cohort. */
  readonly minutes: (until: Day) => BilledMinutes | undefined;
};

type Known = {
  readonly cohort: Cohort;
  readonly law: Law;
  readonly billed: ReadonlySet<string>;
  readonly periods: readonly CohortPeriod[];
};

/** For one page of people after the other: what belongs to a cohort is read once, and equal paths are decided once. */
export function billedAmong(
  context: Context,
  until: Day,
): (people: readonly Person[]) => Promise<ReadonlyMap<string, Trained>> {
  const { tx } = context;
  const cohorts = once((id: string) => cohortKnown(context, id));
  const lessons = once((id: string) => lessonsOf(tx, [id], { from: FIRST_DAY, until }));
  const decided = once((input: string) => decidedOn(context, JSON.parse(input) as ProgrammeInput));
  const path = (input: ProgrammeInput) => decided(JSON.stringify(input));
  return async (people) => {
    const enrolments = people.map(({ enrolment }) => enrolment);
    const members = await membersAmong(tx, enrolments);
    const taughtIn = new Set([...members.values()].flatMap((member) => member.cohorts));
    const [records, earlier, pathways] = await Promise.all([
      standingAmong(tx, [...taughtIn], until),
      carriedHoursAmong(tx, enrolments),
      decidedPathways(
        tx,
        people.map(({ dossier }) => dossier),
      ),
    ]);
    // Of candidacies that are erased, what the programme says.
    const erased = people.filter(({ dossier }) => pathways.get(dossier)!.decision === null);
    const signed = await lastProgrammes(
      tx,
      erased.map(({ enrolment }) => enrolment),
    );
    const trained = async ({ enrolment, dossier }: Person): Promise<Trained | undefined> => {
      const member = members.get(enrolment);
      if (!member) return undefined;
      const known = await cohorts(member.cohort);
      if (!known) return { member, periods: undefined, minutes: () => undefined };
      const taught = (await Promise.all(member.cohorts.map(lessons))).flat();
      const pathway = pathways.get(dossier)!;
      const brought = (since: Day, version?: ProgrammeInput) =>
        programmeInput(known.law, { since }, known.cohort, { decided: pathway, signed: version });
      const now = path(brought(context.today));
      return {
        member,
        periods: now && billedPeriods({ law: known.law, minutes: minutesLeft(now) }, known.periods),
        minutes: (day) => {
          const programme = brought(member.since, signed.get(enrolment)?.input as ProgrammeInput | undefined);
          if (!path(programme)) return undefined;
          const input = inputFrom(programme, {
            member,
            records: records.get(enrolment) ?? [],
            earlier: earlier.get(enrolment),
            lessons: taught,
            today: context.today,
          });
          return billedIn(input, known.billed, { from: FIRST_DAY, until: day });
        },
      };
    };
    const all = await Promise.all(people.map(async (one) => [one.enrolment, await trained(one)] as const));
    return new Map(all.flatMap(([enrolment, one]) => (one ? [[enrolment, one] as const] : [])));
  };
}

async function cohortKnown({ tx, law: lawOf }: Context, id: string): Promise<Known | undefined> {
  const cohort = await findCohort(tx, id);
  const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
  return cohort && law && { cohort, law, billed: billedUnits(law), periods: await periodsOf(tx, id) };
}

function decidedOn({ decide }: Context, input: ProgrammeInput): Pathway | undefined {
  const decided = decide("pathway", input);
  return decided && "answer" in decided ? (decided.answer("fr") as unknown as Pathway) : undefined;
}

function once<T>(find: (key: string) => T): (key: string) => T {
  const found = new Map<string, T>();
  return (key) => {
    if (!found.has(key)) found.set(key, find(key));
    return found.get(key)!;
  };
}
