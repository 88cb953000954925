/** The output schemas of the director's year. */
import { Type } from "typebox";
import { Cents, Day, named, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { STEPS } from "./rules/steps.ts";
import { DEADLINES } from "./store.ts";

const Count = Type.Integer();
const Minutes = Type.Integer();

const FunnelIntake = named("FunnelIntake", { id: Id, diploma: Type.String(), label: Words, opensOn: Day });

const FunnelStep = Type.Object({ step: oneOf(...STEPS), count: Count, before: orNull(Count) });

export const seeFunnel = Type.Object({
  intakes: Type.Array(FunnelIntake),
  intake: orNull(FunnelIntake),
  /** That of the same diploma before it, as many days after it opened. */
  earlier: orNull(FunnelIntake),
  earlierOn: orNull(Day),
  /** The day on which both are counted: today, or the last of a month that is over. */
  asOf: Day,
  steps: Type.Array(FunnelStep),
  carried: Count,
});

export const whoReachedStep = Type.Object({
  intake: FunnelIntake,
  people: Type.Array(
    named("FunnelPerson", { dossier: Id, number: Type.String(), name: orNull(Type.String()), on: Day }),
  ),
  more: Type.Boolean(),
});

const UnitHours = named("DirectorUnitHours", {
  unit: Type.String(),
  label: Words,
  due: Minutes,
  held: Minutes,
  unsigned: Minutes,
  unnoted: Minutes,
  planned: Minutes,
  missing: Minutes,
  apart: Minutes,
});

export const seeHoursByUnit = Type.Object({
  cohorts: Type.Array(
    named("DirectorCohortHours", {
      id: Id,
      name: Type.String(),
      startsOn: Day,
      endsOn: Day,
      units: Type.Array(UnitHours),
    }),
  ),
});

export const lessonsOfUnit = Type.Object({
  cohort: Type.String(),
  label: Words,
  lessons: Type.Array(
    named("DirectorLesson", {
      id: Id,
      on: Day,
      from: Type.String(),
      to: Type.String(),
      minutes: Minutes,
      state: oneOf("held", "unsigned", "unnoted", "planned", "apart"),
    }),
  ),
  more: Type.Boolean(),
});

const Facts = Type.Record(Type.String(), Type.Union([Type.Number(), Type.String(), Type.Null()]));
const OfKind = { key: Type.String(), permission: Type.String(), count: Count, facts: Facts };

export const countWaiting = Type.Object({
  kinds: Type.Array(named("CountedKind", { ...OfKind, since: Day, first: orNull(Day) })),
});

export const seeDeadlines = Type.Object({
  from: Day,
  until: Day,
  dates: Type.Array(named("SchoolDeadline", { kind: oneOf(...DEADLINES), id: Type.String(), on: Day, name: Words })),
  /** What the reader may do of what is due in those days. */
  due: Type.Array(named("DueKind", { ...OfKind, on: Day })),
  /** Lines, each once; `mine`: of those that are late, in the reader’s own list. */
  totals: Type.Object({ late: Count, soon: Count, mine: Count }),
  waiting: Type.Array(
    named("WaitingKind", {
      key: Type.String(),
      permission: Type.String(),
      late: Count,
      soon: Count,
      first: Day,
      facts: Facts,
      /** Late too, and back in «À faire» on a day to come. */
      resting: Count,
      backOn: orNull(Day),
    }),
  ),
});

export const seeMoneyByMonth = Type.Object({
  months: Type.Array(Type.Object({ month: Type.String(), charged: Cents, received: Cents })),
});
