/** The outputs of this room's acts and views, as API clients receive them. */
import { Type } from "typebox";
import { ShownLines } from "../act/shows.ts";
import { convocation } from "../agenda/output.ts";
import { Id } from "../kit/shapes.ts";
import { Day, Moment, Nothing, orNull, Words, named } from "../kit/output.ts";
import { oneOf } from "../law/entry.ts";
import { APPEAL_OUTCOMES } from "./rules/appeal.ts";
import { Origin } from "../training/rules/origin.ts";

export const nothing = Nothing;
export const openExamSession = Type.Object({ session: Id });
export const presentCandidate = Type.Object({ entry: Id, exams: Type.Array(Type.String()) });
export const enterExamPerson = Type.Object({ person: Id });
export const enterOrder = Type.Object({ order: Id });
export const arrangeGroup = Type.Object({ group: Id });
export const openJury = Type.Object({ jury: Id });
export const closeJury = Type.Object({ sealed: Type.Integer() });
/** `overtaken`: decisions left out because a later jury, which publishes them, ruled again. */
export const publishResults = Type.Object({ published: Type.Integer(), overtaken: Type.Integer() });

/** `missing`: candidates without a mark, which kept it from being finished. `reopened`: somebody who had finished has to say it again. */
export const giveMarks = Type.Object({
  finished: Type.Boolean(),
  missing: Type.Array(Type.String()),
  reopened: Type.Boolean(),
});

/** A finding, in both languages. */
const Said = named("BilingualFinding", {
  condition: Type.String(),
  met: orNull(Type.Boolean()),
  reason: Words,
  source: Words,
});

const Person = named("RegisteredPerson", {
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

const Session = named("ExamSession", {
  id: Id,
  diploma: Type.String(),
  lawVersion: Type.String(),
  name: Type.String(),
  from: Day,
  until: Day,
  receivesBy: Day,
});

/** Invitations that end before the work for which the person is expected. */
const Short = Type.Array(
  named("ShortInvitation", { person: Id, name: Type.String(), guest: Id, until: Day, needed: Day }),
);

export const seeSessions = Type.Object({
  sessions: Type.Array(Session),
  /** The cursor of the next page. */
  next: orNull(Type.Object({ until: Day, session: Id })),
});

const Examiner = named("ExamExaminer", {
  person: Id,
  name: Type.String(),
  by: Type.String(),
  finished: Type.Boolean(),
});
/** A candidate of a group, with their hours. */
const Candidate = named("ExamCandidate", { entry: Id, sitting: Id, name: Type.String(), from: Moment, until: Moment });
const Group = named("ExamGroup", {
  id: Id,
  exam: Type.String(),
  name: Type.String(),
  room: orNull(Type.String()),
  heldOn: Day,
  from: Moment,
  until: Moment,
  examiners: Type.Array(Examiner),
  candidates: Type.Array(Candidate),
  /** The jury decision's findings on the group as it stands. */
  findings: Type.Array(Said),
});

/** By whom a jury was annulled, and from which day what it decided is void. */
const ANNULMENT = {
  from: Day,
  by: oneOf("court", "state"),
  authority: Type.String(),
  reference: Type.String(),
  ground: Type.String(),
};
export const annulJury = Type.Object({ fallen: Type.Integer(), told: Type.Integer() });
export const seeToAnnul = Type.Object({
  session: Type.Object({ id: Id, name: Type.String() }),
  on: Day,
  falls: ShownLines,
});

const Jury = named("Jury", {
  id: Id,
  on: Day,
  place: Type.String(),
  corrects: Type.Boolean(),
  closedAt: orNull(Moment),
  notifiedOn: orNull(Day),
  annulment: orNull(Type.Object(ANNULMENT)),
});

export const seeSession = Type.Object({
  session: Session,
  entries: Type.Array(
    Type.Object({
      id: Id,
      enrolment: Id,
      dossier: Id,
      name: Type.String(),
      exams: Type.Array(Type.String()),
      director: orNull(Type.String()),
      links: Type.Array(Type.Object({ person: Type.String(), kind: Type.String() })),
      /** What is missing today, including a five-year limit that ends before the jury: warnings only. */
      findings: Type.Array(Said),
      /** Whether an arrangement was requested and is not decided. */
      toArrange: Type.Boolean(),
      /** How their training stands, where it does not run. */
      training: orNull(Words),
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
  /** Of those who come in by invitation alone, their last day. */
  accesses: Type.Array(Type.Object({ person: Id, until: Day })),
  short: Short,
  /** The findings on the jury as appointed so far. */
  composition: Type.Array(Said),
  sent: Type.Array(Type.Object({ what: Type.String(), on: Day, note: Type.String() })),
  /** `toPublish`: what publishing would publish, for those who may. */
  juries: Type.Array(Type.Object({ ...Jury.properties, toPublish: orNull(ShownLines) })),
  /** The State's guests, shown to those who may open the session to them. */
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
      /** Members not presented to this exam, or already heard by another group. */
      others: Type.Array(Type.String()),
    }),
  ),
});

export const seeRegister = Type.Object({
  persons: Type.Array(Person),
  /** The cursor of the next page. */
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
      room: orNull(Type.String()),
      from: Moment,
      until: Moment,
      /** Whether its day is past or today. */
      held: Type.Boolean(),
      finished: Type.Boolean(),
      /** Expected as the director of a work, with nothing to mark. */
      directs: Type.Boolean(),
    }),
  ),
  juries: Type.Array(
    Type.Object({ id: Id, session: Type.String(), on: Day, place: Type.String(), closed: Type.Boolean() }),
  ),
  /** Whose jury they are appointed to, whose deliberation is not opened yet. */
  sessions: Type.Array(Type.Object({ name: Type.String(), from: Day, until: Day })),
  /** Whether older ones are left out. */
  left: Type.Boolean(),
});

const GivenMark = named("Mark", {
  component: Type.String(),
  mark: orNull(Type.Integer()),
  missed: orNull(Type.String()),
  seen: Type.Integer(),
});
export const seeGroup = Type.Object({
  short: Short,
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
  /** The viewer's register entry as an examiner; null if they only read. */
  me: orNull(Id),
  examiners: Type.Array(Examiner),
  /** Whether examiners mark apart, and whether all have finished. */
  apart: Type.Boolean(),
  allFinished: Type.Boolean(),
  finished: Type.Boolean(),
  /** The fingerprint to send back when declaring marking finished. */
  shown: Type.String(),
  /** Persons designated for this exam, who may replace an examiner. */
  designated: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  candidates: Type.Array(
    Type.Object({
      entry: Id,
      sitting: Id,
      name: Type.String(),
      /** Candidates with the same report share its one mark. */
      report: Id,
      from: Moment,
      until: Moment,
      directorThere: orNull(Type.Boolean()),
      director: orNull(Type.String()),
      arranged: orNull(Words),
      /** The work deposited for this exam, to be read beforehand. */
      work: orNull(Type.Object({ file: Id, count: orNull(Type.Integer()), at: Moment })),
      marks: Type.Array(GivenMark),
      /** The other examiners' marks, once all have finished. */
      others: Type.Array(
        Type.Object({ name: Type.String(), mark: orNull(Type.Integer()), missed: orNull(Type.String()) }),
      ),
      agreed: orNull(GivenMark),
    }),
  ),
});

const Votes = named("JuryVotes", {
  exam: Type.String(),
  for: Type.Integer(),
  against: Type.Integer(),
  abstain: Type.Integer(),
});
export const seeJury = Type.Object({
  short: Short,
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
  /** The fingerprints to send back when adopting and when closing, while it deliberates. */
  shown: Type.String(),
  toClose: Type.String(),
  findings: Type.Array(Said),
  /** What prevents closing, today. */
  against: Type.Array(Said),
  candidates: Type.Array(
    Type.Object({
      entry: Id,
      name: Type.String(),
      exams: Type.Array(Type.String()),
      left: Type.Boolean(),
      /** Waiting for the authority to decide on their five years: the jury cannot rule on them yet. */
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
          /** The fingerprint to send back with a vote. */
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
  /** What a closed jury sealed, with its version and the version it replaces. */
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

const Appeal = Type.Object({
  on: Day,
  text: Type.String(),
  answer: orNull(Type.Object({ outcome: oneOf(...APPEAL_OUTCOMES), grounds: Type.String(), on: Day })),
});

export const myResults = Type.Object({
  /** Of juries that had decided on the person: by whom they were annulled, and what follows. */
  annulled: Type.Array(
    Type.Object({
      ...ANNULMENT,
      juryOn: Day,
      session: Type.String(),
      /** The day of the decision that holds again, if the annulled one had replaced another. */
      back: orNull(Day),
      /** Whether the diploma fell. */
      parchment: Type.Boolean(),
    }),
  ),
  entries: Type.Array(
    Type.Object({
      session: Type.String(),
      /** Of the enrolment, for a message to the school. */
      dossier: orNull(Id),
      number: orNull(Type.String()),
      exams: Type.Array(Type.String()),
      /** Once the exams are sat: whether all marks are given, the jury's day, the session's last. */
      awaited: Type.Object({ marked: Type.Boolean(), juryOn: orNull(Day), until: Day }),
      diploma: Type.String(),
      lawVersion: Type.String(),
      groups: Type.Array(
        Type.Object({
          id: Id,
          exam: Type.String(),
          name: Type.String(),
          from: Moment,
          until: Moment,
          room: orNull(Type.String()),
          place: Type.String(),
          convocation,
        }),
      ),
      /** What is missing today: a warning only. */
      findings: Type.Array(Said),
      /** Whether its decision is notified. */
      ruled: Type.Boolean(),
    }),
  ),
  results: Type.Array(
    Type.Object({
      id: Id,
      /** Of the enrolment, for a message to the school. */
      dossier: orNull(Id),
      session: Type.String(),
      diploma: Type.String(),
      lawVersion: Type.String(),
      notifiedOn: Day,
      /** From which the time to contest it runs: that day, or the later one on which the person was told. */
      contestedFrom: Day,
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
      /** Sitting again what is not validated; null after the diploma. */
      again: orNull(Type.Object({ rule: orNull(Words), price: orNull(Words) })),
      /** What the person asked the school about it, and the answer. */
      appeal: orNull(Appeal),
      remedies: Type.Array(
        Type.Object({
          remedy: Type.String(),
          says: Words,
          body: orNull(Words),
          address: Type.Array(Type.String()),
          url: orNull(Type.String()),
          by: orNull(Day),
          /** Of a last day that is no working day. */
          dayOff: orNull(Words),
          source: Words,
        }),
      ),
    }),
  ),
  /** The attestation in force, by enrolment. */
  attestations: Type.Array(Type.Object({ enrolment: Id, code: Type.String(), outcome: Type.String(), at: Moment })),
  /** Sessions to which a candidate with exams left may ask to be presented. */
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
        issuer: Type.Optional(
          Type.Object({
            name: Type.String(),
            form: Type.String(),
            address: Type.Array(Type.String()),
            signatory: orNull(Type.Object({ name: Type.String(), quality: Words })),
          }),
        ),
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
  /** Of the person asked about, for who answers them. */
  appeals: Type.Array(Type.Object({ id: Id, enrolment: Id, name: Type.String(), on: Day, text: Type.String() })),
  /** Candidates whose jury waits, or will, for the authority to decide on their five years. */
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
  /** The cursors of the next pages. */
  moreClocks: orNull(Type.Object({ on: Day, result: Id })),
  diplomas: Type.Array(
    Type.Object({ enrolment: Id, name: Type.String(), received: orNull(Day), handedOver: orNull(Day) }),
  ),
  moreDiplomas: orNull(Type.Object({ on: Day, result: Id })),
});

export const seePresentedOf = Type.Object({
  presented: Type.Array(
    Type.Object({
      enrolment: Id,
      session: Id,
      name: Type.String(),
      exams: Type.Array(Type.String()),
      presentedAt: Moment,
      withdrawnAt: orNull(Moment),
    }),
  ),
  /** The exams that have begun; `missed`: something is noted as missed, by markers who have all finished. */
  sat: Type.Array(
    Type.Object({ exam: Type.String(), session: Id, name: Type.String(), beganAt: Moment, missed: Type.Boolean() }),
  ),
  results: Type.Array(Type.Object({ notifiedOn: Day, outcome: Type.String(), completeBy: orNull(Day) })),
});

export const seeCandidate = Type.Object({
  session: Session,
  name: Type.String(),
  dossier: Id,
  held: Type.Array(Type.Object({ domain: Type.String(), origin: Origin })),
  results: Type.Array(Type.Object({ notifiedOn: Day, outcome: Type.String(), completeBy: orNull(Day) })),
  entry: orNull(
    Type.Object({
      id: Id,
      exams: Type.Array(Type.String()),
      director: orNull(Type.String()),
      links: Type.Array(Type.Object({ person: Type.String(), kind: Type.String() })),
      /** What was missing when they were presented. */
      findings: Type.Array(Said),
    }),
  ),
  persons: Type.Array(Type.Object({ id: Id, name: Type.String() })),
});
