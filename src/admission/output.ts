/** The outputs of this room's acts and views, as API clients receive them. */
import { Type } from "typebox";
import { Day, Kept, Moment, Nothing, orNull, Words, named } from "../kit/output.ts";
import { described, Id } from "../kit/shapes.ts";
import { oneOf } from "../law/entry.ts";
import { FindingGiven } from "../law/output.ts";
import { CANDIDACY_STATES } from "./rules/candidacy.ts";
import { CLOSED_OVER } from "./rules/closing.ts";

export const nothing = Nothing;

const State = oneOf(...CANDIDACY_STATES);
const Details = Type.Record(Type.String(), Type.Unknown());
/** A decision's input and answer. */
const COMPUTED = { input: described("DecisionInput"), answer: orNull(described("DecisionAnswer")) };
const Computed = named("ComputedDecision", COMPUTED);

export const decideEligibility = Type.Object({ decision: Id, computed: orNull(Type.String()) });
export const decideRelief = Type.Object({ decision: Id, protocol: orNull(Type.String()) });
export const recordAuthorityAnswer = Type.Object({ answer: Id });

const Versioned = named("Version", { version: Type.Integer() });
export const openCommission = Type.Object({ commission: Id, version: Type.Integer() });
export const saveCommission = Versioned;
export const proposeDecision = Versioned;
export const closeCommission = Type.Object({ hash: Type.String(), offered: Type.Integer() });

export const placeState = Type.Object({ state: State, answerBy: orNull(Day) });
export const recordAppeal = Type.Object({ appeal: Id });
export const answerAppeal = Type.Object({ state: State, at: Moment });

/** A signed paper: its scan, the signatories, and the account that attests it. */
const Paper = named("SignedPaper", {
  file: Id,
  name: Type.String(),
  at: Moment,
  attestedBy: orNull(Type.String()),
});

const Dossier = named("CandidacyDossier", {
  id: Id,
  number: Type.String(),
  account: orNull(Type.String()),
  language: oneOf("fr", "en"),
});
const Intake = named("CandidacyIntake", {
  id: Id,
  diploma: Type.String(),
  lawVersion: Type.String(),
  label: Words,
  appeal: Words,
});
/** A title as a decision takes it: named in the référentiel, or by its kind and level. */
const Level = Type.Union([Type.Integer(), Type.String()]);
const Title = named("Title", {
  awardedOn: Day,
  startedOn: Type.Optional(Day),
  country: Type.Optional(Type.String()),
  attestation: Type.Optional(Type.Object({ level: Type.Optional(Level), yearsOfStudy: Type.Optional(Type.Integer()) })),
  title: Type.Optional(Type.String()),
  kind: Type.Optional(Type.String()),
  level: Type.Optional(Level),
  yearsOfStudy: Type.Optional(Type.Integer()),
});
const Standing = { state: State, answerBy: orNull(Type.String()), rank: orNull(Type.Integer()) };
const Relief = named("Relief", {
  titles: Type.Array(Title),
  grants: Type.Optional(
    Type.Array(Type.Object({ unit: Type.String(), hours: Type.Number(), protocol: Type.String() })),
  ),
  held: Type.Array(Type.Object({ domain: Type.String(), validatedOn: Type.String(), by: Type.String() })),
  declined: Type.Array(Type.String()),
});

export const seeCandidacy = Type.Object({
  dossier: Dossier,
  name: orNull(Type.String()),
  intake: Intake,
  ...Standing,
  kept: Kept,
  conforms: Type.Boolean(),
  titles: Type.Array(Title),
  eligibility: Type.Object({ ...COMPUTED, outcome: orNull(Type.String()) }),
  asked: Relief,
  relief: Type.Object({ pathway: Computed, quote: Computed, without: Computed }),
  facts: Type.Array(
    Type.Object({ id: Id, kind: Type.String(), at: Type.String(), by: Type.String(), details: Details }),
  ),
  appeal: orNull(Type.String()),
  commission: orNull(Type.String()),
  signed: Type.Array(Paper),
});

const Recognition = named("Recognition", { title: Type.Integer(), recognised: Type.Boolean(), ground: Type.String() });
const Decided = <T extends Parameters<typeof Type.Object>[0]>(details: T) =>
  orNull(Type.Object({ at: Type.String(), details: Type.Object(details) }));

const Opinion = named("ReliefOpinion", {
  on: Type.String(),
  members: Type.Array(Type.Object({ name: Type.String(), quality: Type.String() })),
  favourable: Type.Boolean(),
  text: Type.String(),
});
const ReliefDecided = named("ReliefDecided", {
  on: Type.String(),
  facts: Relief,
  ground: Type.String(),
  opinion: Type.Optional(Opinion),
  pathway: Computed,
  without: Computed,
  quote: Computed,
  quoteWithout: Computed,
  /** Decided before the school used this service. */
  carried: Type.Optional(Type.Boolean()),
  replaces: Type.Optional(Type.String()),
});

export const seeProtocol = Type.Object({
  number: Type.String(),
  name: orNull(Type.String()),
  intake: Type.Object({ diploma: Type.String(), lawVersion: Type.String(), label: Words }),
  relief: ReliefDecided,
});

const PlacePrice = named("PlacePrice", {
  /** Without the selection fee. */
  total: Type.Integer(),
  tuition: Type.Integer(),
  discount: Type.Integer(),
  whole: orNull(Type.Integer()),
  fee: Type.Integer(),
  payers: Type.Array(Type.Object({ label: Words, amount: Type.Integer(), own: Type.Boolean() })),
});

export const myCandidacy = Type.Object({
  dossier: Dossier,
  intake: Intake,
  ...Standing,
  terms: orNull(
    Type.Object({
      startsOn: orNull(Day),
      path: orNull(
        Type.Object({
          minutes: Type.Integer(),
          price: orNull(PlacePrice),
        }),
      ),
      estimate: orNull(PlacePrice),
    }),
  ),
  kept: Kept,
  contest: orNull(
    named("ContestedAdmission", {
      says: orNull(Words),
      by: orNull(Day),
      /** Of a last day that is no working day. */
      dayOff: orNull(Words),
      appealedOn: orNull(Day),
      answerBy: orNull(Day),
    }),
  ),
  decided: Type.Object({
    eligibility: Decided({
      outcome: oneOf("eligible", "not-eligible"),
      ground: Type.String(),
      titles: Type.Array(Recognition),
      ...COMPUTED,
      replaces: Type.Optional(Type.String()),
    }),
    relief: orNull(
      Type.Object({
        at: Type.String(),
        details: ReliefDecided,
        /** What was asked for and not granted. */
        units: Type.Array(Type.Object({ unit: Type.String(), asked: Type.Number(), granted: Type.Number() })),
        held: Type.Array(Type.Object({ domain: Type.String(), by: Type.String() })),
      }),
    ),
    /** The last day on which a lapsed offer could be answered. */
    lapsedAfter: orNull(Day),
    notConfirmed: Type.Array(Type.Object({ title: Type.String(), domain: Type.String(), by: Type.String(), on: Day })),
    listed: orNull(Type.Object({ at: Type.String(), decision: Type.String(), grounds: Type.String() })),
    appeal: orNull(Type.Object({ at: Type.String(), outcome: Type.String(), grounds: Type.String() })),
  }),
});

const Candidate = {
  dossier: Id,
  number: Type.String(),
  name: orNull(Type.String()),
  state: State,
  answerBy: orNull(Type.String()),
  rank: orNull(Type.Integer()),
};

export const seeAdmissionDecisions = Type.Object({
  decisions: Type.Array(
    named("AdmissionDecision", {
      at: Moment,
      kind: Type.String(),
      outcome: orNull(Type.String()),
      domain: orNull(Type.String()),
      ground: Type.String(),
      who: oneOf("self", "clock", "staff"),
      name: orNull(Type.String()),
    }),
  ),
});

export const countCandidacies = Type.Object({ toDecide: Type.Integer() });

export const seeAdmissions = Type.Object({
  intakes: Type.Array(Type.Object({ id: Id, diploma: Type.String(), label: Words })),
  intake: orNull(Type.String()),
  places: Type.Integer(),
  commission: orNull(Type.Object({ id: Id, heldOn: Type.String(), closed: Type.Boolean() })),
  list: orNull(Id),
  maySitAgain: Type.Boolean(),
  candidates: Type.Array(Type.Object(Candidate)),
  next: Type.Array(Type.Object({ state: State, rank: Type.Integer(), at: Type.Integer(), dossier: Id })),
});

const Decision = oneOf("admitted", "waiting", "refused");
const Commission = named("AdmissionCommission", {
  id: Id,
  addsTo: orNull(Id),
  heldOn: Type.String(),
  version: Type.Integer(),
  hash: orNull(Type.String()),
  members: Type.Array(
    Type.Object({
      seat: Type.String(),
      name: Type.String(),
      actor: Type.Optional(Type.String()),
      present: Type.Boolean(),
      representing: Type.Optional(Type.String()),
    }),
  ),
  closedAt: orNull(Type.String()),
  terms: orNull(
    Type.Object({
      places: Type.Integer(),
      decidedOn: Type.String(),
      answerWithin: Type.Integer(),
      callsUntil: Type.Optional(Type.String()),
    }),
  ),
});

export const seeCommission = Type.Object({
  commission: Commission,
  intake: Type.Object({
    id: Id,
    diploma: Type.String(),
    lawVersion: Type.String(),
    label: Words,
    places: Type.Integer(),
    waitingListRule: Type.Object({ kind: oneOf("none", "ranked"), most: orNull(Type.Integer()) }),
  }),
  seats: Type.Array(Type.Object({ seat: Type.String(), label: Words, represented: Type.Boolean() })),
  candidates: Type.Array(
    Type.Object({
      ...Candidate,
      decision: orNull(Decision),
      listRank: orNull(Type.Integer()),
      grounds: Type.String(),
      version: Type.Integer(),
      interview: orNull(
        Type.Object({
          state: Type.String(),
          day: Type.String(),
          agreed: orNull(
            Type.Object({
              appreciations: Type.Record(Type.String(), Type.String()),
              remark: Type.String(),
            }),
          ),
        }),
      ),
    }),
  ),
  next: orNull(Id),
  findings: Type.Array(FindingGiven),
  closedOver: Type.Array(
    Type.Object({
      condition: oneOf(...CLOSED_OVER),
      dossier: orNull(Id),
      finding: FindingGiven,
      ground: orNull(Type.String()),
    }),
  ),
  signed: Type.Array(Paper),
});

export const listCommissions = Type.Object({
  commissions: Type.Array(
    Type.Object({ id: Id, heldOn: Type.String(), closedAt: orNull(Type.String()), intake: Words }),
  ),
});

export const seeAdmitted = Type.Object({
  commission: Commission,
  intake: Type.Object({ id: Id, diploma: Type.String(), lawVersion: Type.String(), label: Words }),
  people: Type.Array(
    Type.Object({
      number: Type.String(),
      name: orNull(Type.String()),
      decision: Decision,
      rank: orNull(Type.Integer()),
      state: State,
    }),
  ),
});

export const seeSeats = Type.Object({
  label: Words,
  seats: Type.Array(Type.Object({ seat: Type.String(), label: Words, represented: Type.Boolean() })),
  people: Type.Array(Type.Object({ actor: Type.String(), name: Type.String() })),
});

export const letIntoIntake = nothing;
export const seeIntakeGuests = Type.Object({
  intake: Type.Object({ id: Id, label: Words }),
  /** The State's guests, and whether this intake is open to them. */
  guests: Type.Array(Type.Object({ guest: Id, name: Type.String(), isIn: Type.Boolean() })),
});

export const seeDispute = Type.Object({
  dossier: Type.Object({ id: Id, number: Type.String(), language: oneOf("fr", "en") }),
  name: orNull(Type.String()),
  intake: Type.Object({ id: Id, diploma: Type.String(), lawVersion: Type.String(), label: Words }),
  disputes: Type.Array(
    Type.Object({
      title: Type.String(),
      domain: Type.String(),
      awardedOn: Type.String(),
      answer: orNull(Type.Object({ granted: Type.Boolean(), by: Type.String(), on: Type.String() })),
    }),
  ),
});
