/** The output schemas of the acts and views of cohorts. */
import { Type } from "typebox";
import { Day, Kept, Nothing, orNull, Words, named, Moment } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { ENROLMENT_FACTS, ENROLMENT_STATES } from "../rules/enrolment.ts";

export const openCohort = Type.Object({ cohort: Id });
export const recordPartnerTrack = Nothing;
export const moveEnrolment = Type.Object({ state: oneOf(...ENROLMENT_STATES) });

const Cohort = named("Cohort", {
  id: Id,
  diploma: Type.String(),
  lawVersion: Type.String(),
  name: Type.String(),
  startsOn: Day,
  endsOn: Day,
});

const Person = named("Trainee", {
  enrolment: Id,
  name: Type.String(),
  /** Null of a trainee enrolled before their contract was concluded. */
  contractOn: orNull(Day),
  givenOn: orNull(Day),
  state: oneOf(...ENROLMENT_STATES),
});

export const seeCohorts = Type.Object({
  cohorts: Type.Array(Type.Object({ ...Cohort.properties, people: Type.Integer() })),
  diplomas: Type.Array(Type.Object({ diploma: Type.String(), label: Words })),
});

export const seeCohort = Type.Object({
  cohort: Cohort,
  units: Type.Array(Type.Object({ unit: Type.String(), label: Words, hours: Type.Number() })),
  partner: orNull(Type.Object({ university: Type.String(), title: Type.String(), holds: Type.String() })),
  people: Type.Array(
    Type.Object({
      ...Person.properties,
      programme: orNull(Type.Integer()),
      /** In training before the school used this service. */
      carried: Type.Boolean(),
    }),
  ),
  /** `relief`: still to be decided, which bars enrolment; `contested`: domains on which the authority has not answered. */
  accepted: Type.Array(
    Type.Object({
      dossier: Id,
      name: Type.String(),
      number: Type.String(),
      relief: Type.Boolean(),
      contested: Type.Array(Type.String()),
    }),
  ),
});

/** The number of the plan, from 1. */
export const planCohort = Type.Object({ version: Type.Integer() });

const PlannedPeriod = named("PlannedPeriod", {
  place: Type.Integer(),
  from: Day,
  to: Day,
  units: Type.Array(Type.Object({ unit: Type.String(), minutes: Type.Integer() })),
});

export const seeCohortPlan = Type.Object({
  cohort: Cohort,
  campuses: Type.Array(Type.Object({ campus: Type.String(), name: Type.String() })),
  /** The minutes that each unit has by the maquette of the cohort. */
  units: Type.Array(Type.Object({ unit: Type.String(), label: Words, minutes: Type.Integer() })),
  plan: orNull(
    named("CohortPlan", {
      version: Type.Integer(),
      campus: Type.String(),
      periods: Type.Array(PlannedPeriod),
      plannedAt: Moment,
    }),
  ),
  /** By semester, where nothing is planned yet. */
  proposed: Type.Array(PlannedPeriod),
});

export const seeEnrolmentsOf = Type.Object({
  enrolments: Type.Array(
    Type.Object({
      enrolment: Id,
      dossier: Id,
      state: oneOf(...ENROLMENT_STATES),
      /** The name of the cohort. */
      cohort: Type.String(),
      enrolledAt: Moment,
      /** Interruptions, returns and endings, as they happened. */
      facts: Type.Array(Type.Object({ kind: oneOf(...ENROLMENT_FACTS), on: Day })),
    }),
  ),
});

export const seeEnrolment = Type.Object({
  ...Person.properties,
  dossier: Id,
  cohort: Cohort,
  others: Type.Array(Cohort),
  /** Whether the cohort has begun; until then the state is "in training" although nothing has begun. */
  begun: Type.Boolean(),
  contested: Type.Array(Type.String()),
  /** The last day of attendance; null of a trainee who never came. */
  lastThere: orNull(Day),
  kept: Kept,
  /** Whether the référentiel asks for written works. */
  works: Type.Boolean(),
  study: orNull(Type.Object({ group: Id, name: Type.String(), organisation: Type.String() })),
  facts: Type.Array(
    Type.Object({
      kind: oneOf(...ENROLMENT_FACTS),
      on: Day,
      cohort: orNull(Id),
      reason: Type.String(),
      paper: orNull(Type.String()),
      destination: orNull(Type.String()),
    }),
  ),
});
