/** The output schemas of the acts and views of collective studies. */
import { Type } from "typebox";
import { Day, Moment, Nothing, orNull, Words, named } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { PROPOSAL_STATES } from "../rules/study.ts";

const State = oneOf(...PROPOSAL_STATES);

export const enterStudy = Type.Object({ study: Id });
export const judgeStudy = Type.Object({ state: State });
export const withdrawHost = Type.Object({ cancelled: Type.Integer() });
export const formStudyGroup = Type.Object({ group: Id });
export const memberMoved = Nothing;
export const drawUp = Type.Object({ agreement: Id, version: Type.Integer(), shown: Type.String() });
export const signAgreement = Type.Object({ complete: Type.Boolean() });
export const planStudyDays = Type.Object({ lessons: Type.Array(Id) });
export const depositReport = Type.Object({ pages: orNull(Type.Integer()), within: orNull(Type.Boolean()) });
export const withdrawReport = Nothing;

const Study = named("Study", {
  id: Id,
  diploma: Type.String(),
  organisation: Type.String(),
  object: Type.String(),
  place: Type.String(),
  state: State,
});

export const seeStudies = Type.Object({
  studies: Type.Array(Type.Object({ ...Study.properties, at: Moment, groups: Type.Integer() })),
  next: orNull(Id),
  waiting: Type.Integer(),
  diplomas: Type.Array(Type.Object({ diploma: Type.String(), label: Words })),
});

const Agreement = named("StudyAgreement", {
  id: Id,
  version: Type.Integer(),
  at: Moment,
  shown: Type.String(),
  current: Type.Boolean(),
  contents: Type.Object({
    signatory: Type.Object({ name: Type.String(), quality: Type.String() }),
    object: Type.String(),
    course: Type.String(),
    from: Day,
    until: Day,
    referents: Type.Array(Type.Object({ name: Type.String(), qualification: Type.String() })),
    members: Type.Array(Type.Object({ enrolment: Id, name: Type.String() })),
  }),
  /** In the order of signing; `scan`: the signed paper. */
  signed: Type.Array(Type.Object({ party: Type.String(), name: Type.String(), at: Moment, scan: orNull(Id) })),
  /** The parties still to sign; none once it is complete. */
  missing: Type.Array(Type.Object({ party: Type.String(), name: Type.String() })),
});

export const seeStudy = Type.Object({
  study: Type.Object({ ...Study.properties, contact: Type.String(), contactAddress: Type.String(), at: Moment }),
  facts: Type.Array(
    Type.Object({
      kind: oneOf("accepted", "declined", "withdrawn"),
      ground: Type.String(),
      /** Of a withdrawal: its day. */
      on: orNull(Day),
      name: Type.String(),
      at: Moment,
    }),
  ),
  partnership: orNull(Agreement),
  groups: Type.Array(
    Type.Object({ id: Id, name: Type.String(), cohort: Type.String(), members: Type.Array(Type.String()) }),
  ),
  /** Trainees in no group, by cohort. */
  free: Type.Array(
    Type.Object({
      cohort: Id,
      name: Type.String(),
      people: Type.Array(Type.Object({ enrolment: Id, name: Type.String() })),
    }),
  ),
});

const Gone = named("HostGone", { organisation: Type.String(), on: Day, ground: Type.String() });

const Lesson = named("StudyDay", {
  id: Id,
  on: Day,
  from: Type.String(),
  to: Type.String(),
  subject: Type.String(),
  trainerName: Type.String(),
  roomName: orNull(Type.String()),
  cancelledWhy: orNull(Type.String()),
});

const Group = {
  group: Type.Object({ id: Id, name: Type.String(), cohort: Type.String(), formedAt: Moment }),
  study: Study,
  unit: Type.Object({ unit: Type.String(), label: Words, hours: Type.Number() }),
  members: Type.Array(Type.Object({ enrolment: Id, name: Type.String(), since: Day })),
  agreement: orNull(Agreement),
  /** Where the organisation withdrew. */
  gone: orNull(Gone),
  days: Type.Array(Lesson),
  report: Type.Object({
    least: orNull(Type.Integer()),
    most: orNull(Type.Integer()),
    measure: Words,
    article: Type.String(),
    deposit: orNull(
      Type.Object({
        file: Id,
        pages: orNull(Type.Integer()),
        within: orNull(Type.Boolean()),
        by: Type.String(),
        at: Moment,
      }),
    ),
    /** Earlier deposits and withdrawals, oldest first. */
    before: Type.Array(
      Type.Object({ kind: oneOf("deposited", "withdrawn"), by: Type.String(), reason: Type.String(), at: Moment }),
    ),
  }),
};

export const seeStudyGroup = Type.Object({
  ...Group,
  left: Type.Array(Type.Object({ enrolment: Id, name: Type.String(), on: Day, reason: Type.String() })),
  partnership: orNull(Agreement),
  free: Type.Array(Type.Object({ enrolment: Id, name: Type.String() })),
  trainers: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  rooms: Type.Array(Type.Object({ id: Id, name: Type.String() })),
});

/** `mine`: null while the trainee is in no group; `gone`: the organisation whose withdrawal is why. */
export const myStudy = Type.Object({
  enrolment: Id,
  mine: orNull(Type.Object(Group)),
  gone: orNull(Gone),
});

export const agreementPaper = Type.Object({
  kind: oneOf("partnership", "agreement"),
  diploma: Type.String(),
  lawVersion: Type.String(),
  study: Study,
  group: orNull(Type.String()),
  groupId: orNull(Id),
  gone: orNull(Gone),
  agreement: Agreement,
});
