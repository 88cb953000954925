/** The output schema of the livret, also attached to the issued paper. */
import { Type } from "typebox";
import { ShownLines } from "../act/shows.ts";
import { Day, Moment, Nothing, orNull, Words, named } from "../kit/output.ts";
import { Id } from "../kit/shapes.ts";
import { oneOf } from "../law/entry.ts";
import { Hours } from "../training/hours/output.ts";
import { OUTCOMES } from "../training/results/enter.ts";
import { ENROLMENT_FACTS, ENROLMENT_STATES } from "../training/rules/enrolment.ts";
import { MISSING } from "./livret.ts";

export const Livret = named("Livret", {
  enrolment: Id,
  name: Type.String(),
  identity: Type.Object({
    birthName: Type.String(),
    usedName: Type.String(),
    givenNames: Type.String(),
    bornOn: orNull(Type.String()),
  }),
  diploma: Type.Object({ key: Type.String(), label: Words, version: Type.String(), abbreviation: Type.String() }),
  cohort: Type.Object({ id: Id, name: Type.String(), startsOn: Day, endsOn: Day }),
  contractOn: orNull(Day),
  state: oneOf(...ENROLMENT_STATES),
  /** Whether the cohort's first day has come, and whether the trainee ever attended a lesson. */
  begun: Type.Boolean(),
  came: Type.Boolean(),
  /** Whether the last day of the cohort is past, or every exam decided. Left out of livrets issued before it was said. */
  ended: Type.Optional(Type.Boolean()),
  facts: Type.Array(Type.Object({ kind: oneOf(...ENROLMENT_FACTS), on: Day })),
  titles: Type.Array(Type.Object({ label: Words, awardedOn: Type.String() })),
  programme: orNull(Type.Object({ version: Type.Integer(), name: Type.String(), at: Moment, shown: Type.String() })),
  reliefs: Type.Array(
    Type.Object({
      unit: Type.String(),
      label: Words,
      relief: Type.Number(),
      hours: Type.Number(),
      by: Type.Array(Type.String()),
    }),
  ),
  hours: orNull(Hours),
  works: Type.Array(
    Type.Object({
      exam: Type.String(),
      subject: orNull(Type.String()),
      director: orNull(Type.String()),
      /** The unit of `count`. */
      length: oneOf("pages", "signs"),
      count: orNull(Type.Integer()),
      deposited: Type.Boolean(),
      /** Its exam was marked, so that its text was handed in otherwise. */
      elsewhere: Type.Optional(Type.Boolean()),
      /** Its exam was held, and has no mark yet. */
      closed: Type.Optional(Type.Boolean()),
    }),
  ),
  study: orNull(
    Type.Object({
      organisation: Type.String(),
      object: Type.String(),
      place: Type.String(),
      group: Type.String(),
      members: Type.Integer(),
      agreement: orNull(
        Type.Object({
          version: Type.Integer(),
          from: Day,
          until: Day,
          referents: Type.Array(Type.Object({ name: Type.String(), qualification: Type.String() })),
          signed: Type.Boolean(),
        }),
      ),
      report: orNull(Type.Object({ pages: orNull(Type.Integer()), at: Moment })),
    }),
  ),
  domains: Type.Array(
    Type.Object({
      domain: Type.String(),
      label: Words,
      examLabel: Words,
      exam: oneOf("to-sit", "dispensed", "contested", "held"),
      /** The dispensing title or validating body, with the decision and its source. */
      from: orNull(Type.String()),
      result: orNull(
        Type.Object({
          outcome: oneOf(...OUTCOMES),
          on: Day,
          notifiedOn: orNull(Day),
          decision: Type.String(),
          marks: Type.Array(Type.Object({ component: Type.String(), label: Words, hundredths: Type.Integer() })),
        }),
      ),
      validated: Type.Boolean(),
    }),
  ),
  /** `not-asked`: the school wants one that was not requested yet. */
  appreciations: Type.Array(
    Type.Object({
      kind: Type.String(),
      label: Words,
      state: oneOf("not-asked", "asked", "written"),
      name: orNull(Type.String()),
      dueOn: orNull(Day),
      words: orNull(Type.String()),
      at: orNull(Moment),
    }),
  ),
  /** The partner university's own teaching: listed, never counted in the school’s hours. */
  partner: orNull(Type.Object({ university: Type.String(), title: Type.String(), holds: Type.String() })),
  /** `lesson`: the first with a list to countersign. */
  missing: Type.Array(Type.Object({ what: oneOf(...MISSING), about: Type.String(), lesson: orNull(Id) })),
});

export const seeLivrets = Type.Object({
  people: Type.Array(
    Type.Object({
      enrolment: Id,
      name: Type.String(),
      cohort: Type.String(),
      startsOn: Day,
      state: oneOf(...ENROLMENT_STATES),
    }),
  ),
  next: orNull(Type.Object({ name: Type.String(), enrolment: Id })),
});

export const issueLivret = Type.Object({ code: Type.String() });

/** Null if none was issued, or none is valid any more. */
const Issued = orNull(Type.Object({ code: Type.String(), at: Moment, on: Day, livret: Livret }));
/** `issuing`: what issuing it today would say, for those who may. */
export const issuedLivret = Type.Object({ issued: Issued, issuing: orNull(ShownLines) });
export const myIssuedLivret = Type.Object({ issued: Issued });

export const withdrawLivret = Nothing;
