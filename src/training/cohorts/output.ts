/** What the acts and views of cohorts give back, as programs receive it. */
import { Type } from "typebox";
import { Day, Kept, Nothing, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { ENROLMENT_FACTS, ENROLMENT_STATES } from "../rules/enrolment.ts";

export const openCohort = Type.Object({ cohort: Id });
export const recordPartnerTrack = Nothing;
/** `contested`: domains whose exam the authority has not dispensed from yet, and which stays to be sat. */
export const enrol = Type.Object({ enrolment: Id, contested: Type.Array(Type.String()) });
export const moveEnrolment = Type.Object({ state: oneOf(...ENROLMENT_STATES) });

const Cohort = Type.Object({
  id: Id,
  diploma: Type.String(),
  lawVersion: Type.String(),
  name: Type.String(),
  startsOn: Day,
  endsOn: Day,
});

const Person = Type.Object({
  enrolment: Id,
  name: Type.String(),
  contractOn: Day,
  givenOn: Day,
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
  people: Type.Array(Type.Object({ ...Person.properties, programme: orNull(Type.Integer()) })),
  /** `relief`: still to be decided, before which nobody is enrolled; `contested`: domains on which the authority has not answered. */
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

export const seeEnrolment = Type.Object({
  ...Person.properties,
  dossier: Id,
  cohort: Cohort,
  others: Type.Array(Cohort),
  /** Whether the cohort has begun; until then, the training is running and has not begun. */
  begun: Type.Boolean(),
  contested: Type.Array(Type.String()),
  /** The last day on which they were in a lesson; nothing of whoever never came. */
  lastThere: orNull(Day),
  kept: Kept,
  /** Their référentiel asks for written works. */
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
