/** What the acts and views of this room give back, as programs receive it. */
import { Type } from "typebox";
import { Id } from "../kit/shapes.ts";
import { Day, Moment, Nothing, orNull, Words } from "../kit/output.ts";

export const nothing = Nothing;
export const openExamSession = Type.Object({ session: Id });
export const presentCandidate = Type.Object({ entry: Id, exams: Type.Array(Type.String()) });
export const enterExamPerson = Type.Object({ person: Id });
export const enterOrder = Type.Object({ order: Id });
export const arrangeGroup = Type.Object({ group: Id });
export const openJury = Type.Object({ jury: Id });
export const closeJury = Type.Object({ sealed: Type.Integer() });
/** `overtaken`: what a later jury decided anew, which that one publishes. */
export const publishResults = Type.Object({ published: Type.Integer(), overtaken: Type.Integer() });

/** A condition as it is found, in both languages. */
const Said = Type.Object({
  condition: Type.String(),
  met: orNull(Type.Boolean()),
  reason: Words,
  source: Words,
});

/** Where what is held comes from: a title that dispenses, or who validated; what decided it, and where it is written. */
const Origin = Type.Object({
  by: Words,
  validatedOn: orNull(Day),
  contested: Type.Boolean(),
  answer: orNull(Type.Object({ granted: Type.Boolean(), by: Type.String(), on: orNull(Day) })),
  decidedOn: orNull(Day),
  paper: orNull(Type.String()),
  source: orNull(Words),
});

const Person = Type.Object({
  id: Id,
  name: Type.String(),
  actors: Type.Array(Type.String()),
  address: orNull(Type.String()),
  college: orNull(Type.String()),
  seat: orNull(Type.String()),
  side: orNull(Type.String()),
  employer: Type.String(),
  version: Type.Integer(),
});

const Session = Type.Object({
  id: Id,
  diploma: Type.String(),
  lawVersion: Type.String(),
  name: Type.String(),
  from: Day,
  until: Day,
  receivesBy: Day,
});

export const seeSessions = Type.Object({
  sessions: Type.Array(Session),
  /** Where the rest of the list begins. */
  next: orNull(Type.Object({ until: Day, session: Id })),
});

const Examiner = Type.Object({ person: Id, name: Type.String(), by: Type.String(), finished: Type.Boolean() });
/** Whoever comes before a group, and when they pass. */
const Candidate = Type.Object({ entry: Id, sitting: Id, name: Type.String(), from: Moment, until: Moment });
const Group = Type.Object({
  id: Id,
  exam: Type.String(),
  name: Type.String(),
  room: orNull(Type.String()),
  heldOn: Day,
  from: Moment,
  until: Moment,
  examiners: Type.Array(Examiner),
  candidates: Type.Array(Candidate),
  /** What § the decision on juries finds of it, as it stands. */
  findings: Type.Array(Said),
});

const Jury = Type.Object({
  id: Id,
  on: Day,
  place: Type.String(),
  corrects: Type.Boolean(),
  closedAt: orNull(Moment),
  notifiedOn: orNull(Day),
});

export const seeSession = Type.Object({
  session: Session,
  entries: Type.Array(
    Type.Object({
      id: Id,
      enrolment: Id,
      name: Type.String(),
      exams: Type.Array(Type.String()),
      director: orNull(Type.String()),
      links: Type.Array(Type.Object({ person: Type.String(), kind: Type.String() })),
      /** What is missing of them today, and whose five years end before the jury decides; it warns and bars nobody. */
      findings: Type.Array(Said),
      /** Arrangements were asked for, and are not decided. */
      toArrange: Type.Boolean(),
    }),
  ),
  presentable: Type.Array(
    Type.Object({ enrolment: Id, name: Type.String(), exams: Type.Array(Type.String()), findings: Type.Array(Said) }),
  ),
  groups: Type.Array(Group),
  orders: Type.Array(
    Type.Object({ id: Id, number: Type.String(), signedOn: Day, amends: Type.Boolean(), scan: orNull(Id) }),
  ),
  designations: Type.Array(
    Type.Object({ person: Id, name: Type.String(), exam: orNull(Type.String()), by: Type.String(), on: Day }),
  ),
  persons: Type.Array(Person),
  /** Of the jury as it is appointed so far. */
  composition: Type.Array(Said),
  sent: Type.Array(Type.Object({ what: Type.String(), on: Day, note: Type.String() })),
  juries: Type.Array(Jury),
  /** For whoever lets them in: those who act for the State as guests. */
  guests: Type.Array(Type.Object({ guest: Id, name: Type.String(), isIn: Type.Boolean() })),
  rooms: Type.Array(Type.Object({ id: Id, name: Type.String() })),
});

export const seeGroupsToHear = Type.Object({
  groups: Type.Array(
    Type.Object({
      group: Id,
      name: Type.String(),
      organisation: Type.String(),
      exam: Type.String(),
      candidates: Type.Array(Type.Object({ entry: Id, name: Type.String() })),
      /** In it, and not presented to this exam or heard by another group already. */
      others: Type.Array(Type.String()),
    }),
  ),
});

export const seeRegister = Type.Object({
  persons: Type.Array(Person),
  /** Where the rest of the register begins. */
  next: orNull(Type.Object({ name: Type.String(), person: Id })),
  doers: Type.Array(Type.Object({ actor: Type.String(), name: Type.String(), address: Type.String() })),
});

export const myExams = Type.Object({
  groups: Type.Array(
    Type.Object({
      id: Id,
      exam: Type.String(),
      diploma: Type.String(),
      name: Type.String(),
      session: Type.String(),
      from: Moment,
      until: Moment,
      finished: Type.Boolean(),
      /** Awaited as the director of a work that is defended there: nothing is theirs to mark. */
      directs: Type.Boolean(),
    }),
  ),
  juries: Type.Array(
    Type.Object({ id: Id, session: Type.String(), on: Day, place: Type.String(), closed: Type.Boolean() }),
  ),
  /** There are older ones that are not told. */
  left: Type.Boolean(),
});

const GivenMark = Type.Object({
  component: Type.String(),
  mark: orNull(Type.Integer()),
  missed: orNull(Type.String()),
  seen: Type.Integer(),
});
export const seeGroup = Type.Object({
  group: Type.Object({
    id: Id,
    exam: Type.String(),
    name: Type.String(),
    room: orNull(Type.String()),
    heldOn: Day,
    from: Moment,
    until: Moment,
  }),
  session: Session,
  /** Who looks, of the register; nobody where they only see. */
  me: orNull(Id),
  examiners: Type.Array(Examiner),
  /** Whether each marks apart, and whether all have. */
  apart: Type.Boolean(),
  allFinished: Type.Boolean(),
  finished: Type.Boolean(),
  /** What is sent back by who says that they have finished. */
  shown: Type.String(),
  /** Who was designated for this exam, and may come in somebody’s place. */
  designated: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  candidates: Type.Array(
    Type.Object({
      entry: Id,
      sitting: Id,
      name: Type.String(),
      /** Whoever has the same comes with one collective work, which has one mark. */
      report: Id,
      from: Moment,
      until: Moment,
      directorThere: orNull(Type.Boolean()),
      director: orNull(Type.String()),
      arranged: orNull(Words),
      /** What they deposited for this exam, to be read beforehand. */
      work: orNull(Type.Object({ file: Id, count: orNull(Type.Integer()), at: Moment })),
      marks: Type.Array(GivenMark),
      /** Those of the others, once all have marked apart. */
      others: Type.Array(
        Type.Object({ name: Type.String(), mark: orNull(Type.Integer()), missed: orNull(Type.String()) }),
      ),
      agreed: orNull(GivenMark),
    }),
  ),
});

const Votes = Type.Object({
  exam: Type.String(),
  for: Type.Integer(),
  against: Type.Integer(),
  abstain: Type.Integer(),
});
export const seeJury = Type.Object({
  jury: Jury,
  ground: orNull(Type.String()),
  session: Session,
  presiding: Type.Boolean(),
  mayHold: Type.Boolean(),
  members: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      college: orNull(Type.String()),
      appointed: Type.Boolean(),
      present: Type.Boolean(),
      presides: Type.Boolean(),
    }),
  ),
  adopted: Type.Boolean(),
  /** What is sent back by who adopts the proposals, and by who closes, while it deliberates. */
  shown: Type.String(),
  toClose: Type.String(),
  findings: Type.Array(Said),
  /** What stands against closing, today. */
  against: Type.Array(Said),
  candidates: Type.Array(
    Type.Object({
      entry: Id,
      name: Type.String(),
      exams: Type.Array(Type.String()),
      left: Type.Boolean(),
      /** For the authority to decide on the end of their five years: nothing is decided of them until it has. */
      waits: Type.Boolean(),
      director: orNull(Type.Object({ name: Type.String(), there: Type.Boolean() })),
      findings: Type.Array(Said),
      outcome: Type.String(),
      domains: Type.Array(
        Type.Object({
          domain: Type.String(),
          status: Type.String(),
          points: orNull(Type.Number()),
          threshold: orNull(Type.Number()),
          findings: Type.Array(Said),
          origin: orNull(Origin),
          /** What is sent back by who notes a vote. */
          shown: Type.String(),
          decided: orNull(Type.String()),
          entitled: Type.Array(Type.String()),
          votes: orNull(Votes),
          marks: Type.Array(
            Type.Object({
              component: Type.String(),
              by: orNull(Type.String()),
              mark: orNull(Type.Integer()),
              missed: orNull(Type.String()),
              anew: orNull(Type.Object({ mark: Type.Integer(), ground: Type.String() })),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Of a closed jury, what was sealed, with its version and what it replaces. */
  sealed: Type.Array(
    Type.Object({
      id: Id,
      entry: orNull(Id),
      version: Type.Integer(),
      replaces: orNull(Id),
      hash: Type.String(),
      sealed: Type.Unknown(),
    }),
  ),
});

export const myResults = Type.Object({
  entries: Type.Array(
    Type.Object({
      session: Type.String(),
      exams: Type.Array(Type.String()),
      diploma: Type.String(),
      lawVersion: Type.String(),
      groups: Type.Array(
        Type.Object({ exam: Type.String(), from: Moment, until: Moment, room: orNull(Type.String()) }),
      ),
      /** What is missing of one today; it warns and bars nobody. */
      findings: Type.Array(Said),
    }),
  ),
  results: Type.Array(
    Type.Object({
      id: Id,
      session: Type.String(),
      diploma: Type.String(),
      lawVersion: Type.String(),
      notifiedOn: Day,
      outcome: Type.String(),
      completeBy: orNull(Day),
      validated: Type.Array(Type.String()),
      acquired: Type.Array(Type.String()),
      domains: Type.Array(
        Type.Object({
          domain: Type.String(),
          status: Type.String(),
          points: orNull(Type.Number()),
          threshold: orNull(Type.Number()),
          origin: orNull(Origin),
          marks: Type.Array(
            Type.Object({ component: Type.String(), mark: orNull(Type.Integer()), missed: orNull(Type.String()) }),
          ),
        }),
      ),
    }),
  ),
  /** Of each training, the paper that holds. */
  attestations: Type.Array(Type.Object({ enrolment: Id, code: Type.String(), outcome: Type.String(), at: Moment })),
  /** To which whoever has a part to complete may ask to be presented. */
  next: Type.Array(Type.Object({ name: Type.String(), from: Day, until: Day })),
  parchment: orNull(Type.Object({ received: orNull(Day), handedOver: orNull(Day) })),
});

export const myAttestation = Type.Object({
  issued: orNull(
    Type.Object({
      code: Type.String(),
      at: Moment,
      attested: Type.Object({
        on: Day,
        identity: Type.Object({
          birthName: Type.String(),
          usedName: Type.String(),
          givenNames: Type.String(),
          bornOn: orNull(Day),
        }),
        diploma: Type.Object({ key: Type.String(), version: Type.String(), label: Words }),
        session: Type.String(),
        decidedOn: Day,
        notifiedOn: Day,
        outcome: Type.String(),
        completeBy: orNull(Day),
        acquired: Type.Array(
          Type.Object({ domain: Type.String(), label: Words, status: Type.String(), origin: orNull(Origin) }),
        ),
      }),
    }),
  ),
});

export const seeAfter = Type.Object({
  /** For whom a jury waits, or will, until the authority decides on the end of their time. */
  awaited: Type.Array(
    Type.Object({
      enrolment: Id,
      name: Type.String(),
      session: Type.String(),
      completeBy: Day,
      deliberatesOn: Day,
      over: Type.Boolean(),
    }),
  ),
  clocks: Type.Array(Type.Object({ enrolment: Id, name: Type.String(), completeBy: Day, over: Type.Boolean() })),
  /** Where each list goes on. */
  moreClocks: orNull(Type.Object({ on: Day, result: Id })),
  diplomas: Type.Array(
    Type.Object({ enrolment: Id, name: Type.String(), received: orNull(Day), handedOver: orNull(Day) }),
  ),
  moreDiplomas: orNull(Type.Object({ on: Day, result: Id })),
});

export const seeCandidate = Type.Object({
  session: Session,
  name: Type.String(),
  held: Type.Array(Type.Object({ domain: Type.String(), origin: Origin })),
  results: Type.Array(Type.Object({ notifiedOn: Day, outcome: Type.String(), completeBy: orNull(Day) })),
  entry: orNull(
    Type.Object({
      id: Id,
      exams: Type.Array(Type.String()),
      director: orNull(Type.String()),
      links: Type.Array(Type.Object({ person: Type.String(), kind: Type.String() })),
      /** What was missing of them when they were presented. */
      findings: Type.Array(Said),
    }),
  ),
  persons: Type.Array(Type.Object({ id: Id, name: Type.String() })),
});
