/** The output schemas of the acts and views of contracts. */
import { Type } from "typebox";
import { ShownLines } from "../act/shows.ts";
import { Cents, Day, Moment, named, orNull, Words } from "../kit/output.ts";
import { Id } from "../kit/shapes.ts";
import { oneOf } from "../law/entry.ts";
import { PAPERS } from "../law/money.ts";
import { ENROLMENTS, PLACES, STATES } from "../decisions/agreement/rule.ts";
import { ANSWERS, CONTRACT_STATES, PLACES_AFTER } from "./rules/facts.ts";

const State = oneOf(...CONTRACT_STATES);

/** `own`: what the person pays. */
export const whoPays = Type.Object({ price: Cents, own: Cents, state: State });
export const contractState = Type.Object({ state: State });
/** `lastDay`: null while the school has not signed; `place`: null where it came too late. */
export const renounced = Type.Object({
  late: Type.Boolean(),
  lastDay: orNull(Day),
  place: orNull(oneOf(...PLACES_AFTER)),
  state: State,
});

const Enrolled = {
  enrolment: Id,
  /** Domains whose dispense the authority has not confirmed, so that the exam is still to be sat. */
  contested: Type.Array(Type.String()),
};
export const enrol = Type.Object({ enrolled: Type.Array(Type.Object({ dossier: Id, ...Enrolled })) });
export const enrolAnyway = Type.Object(Enrolled);

const Keyed = named("Keyed", { key: Type.String(), label: Words });

const Signature = named("ContractSignature", {
  on: Day,
  how: oneOf("page", "paper"),
  concluded: oneOf(...PLACES),
  by: Type.String(),
  /** On the page, by who pays; null of a paper, and of what was signed before it was kept. */
  from: orNull(
    Type.Object({
      address: Type.String(),
      /** Under which name the two vouched for it. */
      contact: Type.String(),
      /** It is that of the register. */
      isRegisters: Type.Boolean(),
      enteredBy: Type.String(),
      enteredOn: Day,
      /** The second person, of the school or of the payer. */
      confirmedBy: Type.String(),
      /** When the signer gave the code that was sent there. */
      provedAt: Moment,
    }),
  ),
  /** By the school; null as long as it has not signed. */
  countersigned: orNull(Type.Object({ on: Day, by: Type.String() })),
});

const Share = named("ContractShare", {
  source: Type.String(),
  label: Words,
  amount: Cents,
  /** The person's own. */
  own: Type.Boolean(),
  payer: orNull(Id),
  /** Of the register, or as the person named it. */
  called: orNull(Type.String()),
  behind: orNull(Type.String()),
  platform: Type.Boolean(),
  /** The first day that it owes, and who paid until then. */
  takesOver: orNull(Type.Object({ since: Day, label: Words, called: orNull(Type.String()) })),
  paper: oneOf(...PAPERS),
  signed: orNull(Signature),
  /** A convention sent to its payer by a link and not signed; and why the payer does not sign. */
  sent: orNull(
    Type.Object({
      on: Day,
      /** Whom it was sent to; null once their name is erased. */
      to: orNull(Type.String()),
      declined: orNull(Type.Object({ on: Day, words: Type.String(), by: Type.String() })),
    }),
  ),
  /** Noted as asked, and not answered since. */
  asked: orNull(Type.Object({ on: Day, number: orNull(Type.String()) })),
  answer: orNull(
    Type.Object({
      on: Day,
      answer: oneOf(...ANSWERS),
      amount: Cents,
      number: orNull(Type.String()),
      file: orNull(Id),
    }),
  ),
});

const Paper = named("ContractPaper", {
  source: Type.String(),
  label: Words,
  paper: oneOf(...PAPERS),
  amount: Cents,
  state: oneOf(...STATES),
  /** Each with the page below the school where it is mended; null where the school’s file alone does. */
  missing: Type.Array(named("ContractLack", { key: Type.String(), label: Words, to: orNull(Type.String()) })),
  /** The fingerprint of what is shown of it: signed as such. */
  shown: Type.String(),
});

const Cohort = named("ContractCohort", { id: Id, name: Type.String(), startsOn: Day, endsOn: Day });

/** `to`: the page below the school where it is mended; null where the school’s file alone does. */
const Want = Type.Object({ says: Words, to: orNull(Type.String()) });

const Whole = named("TrainingContract", {
  dossier: Id,
  diploma: Type.String(),
  name: Type.String(),
  number: Type.String(),
  account: Type.Boolean(),
  state: State,
  /** Whether the place is accepted today. */
  accepted: Type.Boolean(),
  enrolment: orNull(Id),
  startsOn: Day,
  cohort: orNull(Cohort),
  /** In which the person may be meant to be. */
  cohorts: Type.Array(Cohort),
  /** What enrolling would go by, as the acts compare it. */
  enrolling: ShownLines,
  /** By the last decision on hours; null before it. */
  priced: orNull(
    Type.Object({
      tuition: Cents,
      discount: Cents,
      total: Cents,
      own: Cents,
      minutes: orNull(Type.Integer()),
      /** Who pays, as the person said in the application. */
      shares: Type.Array(Type.Object({ source: Type.String(), label: Words, amount: Cents, own: Type.Boolean() })),
    }),
  ),
  /** Null as long as nobody said who pays. */
  contract: orNull(
    Type.Object({
      price: Cents,
      shares: Type.Array(Share),
      plan: orNull(Type.Object({ first: Type.Integer(), firstOn: Day })),
      /** Whose answer leaves a part unpaid. */
      short: Type.Array(Type.String()),
      /** Withdrawn from in time: who pays is to be said again, if the person keeps their place. */
      undone: Type.Boolean(),
      /** Hours were decided anew since: the price is another. */
      outdated: Type.Boolean(),
      /** Concluded before the school used this service. */
      carried: Type.Boolean(),
      papers: Type.Array(Paper),
      withdrawal: orNull(Type.Object({ lastDay: Day, late: Type.Boolean() })),
      money: orNull(Type.Object({ from: Day, first: Cents, rest: Cents })),
      enrolment: oneOf(...ENROLMENTS),
      findings: Type.Array(
        Type.Object({ condition: Type.String(), met: orNull(Type.Boolean()), reason: Type.String() }),
      ),
    }),
  ),
  toHand: Type.Array(Keyed),
  handed: Type.Array(Type.Object({ key: Type.String(), label: Words, on: Day })),
  status: orNull(Type.String()),
  statuses: Type.Array(Type.Object({ status: Type.String(), label: Words })),
  /** All kinds of payers beside the person. */
  payers: Type.Array(
    Type.Object({
      payer: Type.String(),
      label: Words,
      paper: oneOf(...PAPERS),
      employer: Type.Boolean(),
      fund: Type.Boolean(),
    }),
  ),
  /** Payers of the register among whom the office chooses; none for the person. */
  registered: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  /** What was invoiced and paid before the school used this service. */
  billedBefore: Type.Array(
    named("BilledBefore", {
      source: Type.String(),
      label: Words,
      invoiced: Cents,
      paid: Cents,
      until: Day,
      number: orNull(Type.String()),
    }),
  ),
  /** `place`: null where it was not asked yet; `fee`: what the school's file says of the selection fee; `answer`: to a late one. */
  renounced: orNull(
    named("Renounced", {
      on: Day,
      how: oneOf("page", "letter"),
      late: Type.Boolean(),
      place: orNull(oneOf(...PLACES_AFTER)),
      fee: orNull(Words),
      answer: orNull(Type.Object({ on: Day, words: Type.String() })),
    }),
  ),
  /** What the school's file says of the selection fee after a withdrawal; null where it says nothing. */
  feeAfter: orNull(Words),
  /** Other payers who signed or granted, and do not know yet that the person does not come. */
  toTell: Type.Array(Type.String()),
  /** Before the enrolment: what keeps from it. */
  wants: Type.Array(Want),
  anyway: orNull(Type.Object({ on: Day, ground: Type.String(), findings: Type.Array(Words) })),
});

/** Of a cohort's diploma: those with an accepted place who are not enrolled. */
export const seeToEnrol = Type.Object({
  cohort: Cohort,
  people: Type.Array(
    Type.Object({
      dossier: Id,
      name: Type.String(),
      /** The contract is concluded. */
      ready: Type.Boolean(),
      /** The person is meant to join this cohort, or no other. */
      meant: Type.Boolean(),
    }),
  ),
  enrolling: ShownLines,
});

export const seeWhoIsToEnrol = Type.Object({
  all: Type.Integer(),
  ready: Type.Integer(),
  page: Type.Integer(),
  more: Type.Boolean(),
  people: Type.Array(
    Type.Object({
      dossier: Id,
      diploma: Type.String(),
      name: Type.String(),
      cohort: orNull(Cohort),
      ready: Type.Boolean(),
      /** The visitor’s own: a colleague sees to it. */
      own: Type.Boolean(),
      wants: Type.Array(Want),
    }),
  ),
  cohorts: Type.Array(Cohort),
  enrolling: ShownLines,
});

export const seeContract = Whole;
export const seeOwnContract = Whole;

const Payment = named("ContractPayment", {
  due: Day,
  amount: Cents,
  paid: Cents,
  /** Of the invoice; null as long as it is not asked. */
  number: orNull(Type.String()),
  kind: orNull(oneOf("first", "fixed", "third", "period", "stop", "indemnity")),
  state: oneOf("paid", "part", "late", "asked", "suspended", "to-come"),
  /** The period whose hours it pays for. */
  of: orNull(Type.Object({ from: Day, to: Day, minutes: Type.Integer() })),
});

const Schedule = named("ContractSchedule", {
  total: Cents,
  paid: Cents,
  refund: Cents,
  /** What of the invoices is still to be credited. */
  credit: Cents,
  ends: orNull(Day),
  /** All hours that the price counts, in minutes. */
  minutes: Type.Integer(),
  /** Whether the school has set the periods that the days follow. */
  set: Type.Boolean(),
  payments: Type.Array(Payment),
});

export const seeOwnMoney = Type.Object({
  priced: orNull(
    Type.Object({
      /** Without the selection fee. */
      lines: Type.Array(
        named("PriceLine", {
          label: Words,
          quantity: Type.Number(),
          unitAmount: Cents,
          amount: Cents,
          hourly: Type.Boolean(),
        }),
      ),
      /** What the same lines come to without any relief; null where it is the same. */
      whole: orNull(Cents),
      /** In minutes: those that the price counts, and those that it does not. */
      billed: Type.Integer(),
      unbilled: Type.Integer(),
      decidedOn: orNull(Day),
      reasons: Type.Array(Type.String()),
    }),
  ),
  /** Who would pay what, where what was said no longer holds. */
  anew: orNull(
    Type.Object({
      total: Cents,
      discount: Cents,
      own: Cents,
      others: Type.Array(Type.Object({ source: Type.String(), amount: Cents })),
    }),
  ),
  /** The person's own part, as agreed or as it would be; null as long as it is not known. */
  schedule: orNull(Schedule),
  /** The same by `anew`. */
  scheduleAnew: orNull(Schedule),
  /** Signed on the page today, by the school too: the last day to withdraw, and whether the training then begins within these days. */
  ifSigned: orNull(Type.Object({ lastDay: Day, startsWithin: Type.Boolean() })),
  training: orNull(Type.String()),
});

export const myInstalments = Type.Object({
  contracts: Type.Array(
    Type.Object({
      dossier: Id,
      diploma: Type.String(),
      signedOn: orNull(Day),
      schoolSignedOn: orNull(Day),
      lastDay: orNull(Day),
      schedule: Schedule,
    }),
  ),
});

export const myContracts = Type.Object({
  contracts: Type.Array(
    Type.Object({
      dossier: Id,
      diploma: Type.String(),
      number: Type.String(),
      startsOn: Day,
      state: State,
      /** By the person, in time. */
      withdrawn: Type.Boolean(),
      /** Until when they may still withdraw; null where the school has not signed yet, and so no day is known. */
      lastDay: orNull(Day),
      papers: Type.Array(
        Type.Object({
          source: Type.String(),
          label: Words,
          own: Type.Boolean(),
          amount: Cents,
          /** Its text is kept or printed here: not where it was another one, signed on paper. */
          printed: Type.Boolean(),
          /** Nothing is missing of it, and all that goes with it is handed over or stands on the page. */
          complete: Type.Boolean(),
          signedOn: orNull(Day),
          schoolSignedOn: orNull(Day),
        }),
      ),
    }),
  ),
});

const Side = named("ForeseenSide", {
  price: Cents,
  payers: Type.Array(
    named("ForeseenPayer", {
      source: Type.String(),
      label: Words,
      called: orNull(Type.String()),
      own: Type.Boolean(),
      amount: Cents,
      /** Less than the amount where training stopped. */
      total: Cents,
      issued: Type.Integer(),
      credit: Cents,
      refund: Cents,
      toCome: Type.Array(Type.Object({ due: Day, amount: Cents })),
    }),
  ),
});

export const foreseenFirst = Type.Object({
  price: Cents,
  shares: Type.Array(Type.Object({ label: Words, called: orNull(Type.String()), amount: Cents })),
});

export const foreseen = named("ForeseenMoney", {
  before: Side,
  after: Side,
  /** Signed papers whose amount changes. */
  again: Type.Array(Words),
  /** Nothing is asked until the training is taken up again. */
  paused: Type.Boolean(),
});
