/** The inputs and answers of the decision contract, typed from its text; findings and `basis` are left out. */

export type Common = { id: string; on: string; diploma?: string; version?: string; establishment?: string };
export type Level = 3 | 4 | 5 | 6 | 7 | 8 | "V" | "IV" | "III" | "II" | "I";
type Attestation = { level?: Level; yearsOfStudy?: number };

type TitleFacts = { awardedOn: string; startedOn?: string; country?: string; attestation?: Attestation };
type TitleNature =
  | { title: string }
  | { kind: "social-work-state" | "paramedical" | "rncp"; level: Level }
  | { kind: "higher-education"; yearsOfStudy: number };
export type Title = TitleFacts & TitleNature;

export type Period = { from: string; to: string | null; share: number; field: string };
export type EligibilityInput = Common & {
  titles: Title[];
  experience: Period[];
  corps?: string[];
  vaeJuryWaiver?: boolean;
};

export type DoorOutcome = "met" | "needs-decision" | "unknown" | "not-met";
export type Experience = { required: number; counted: number; wide: number; missing: number };
export type DoorAnswer = { door: string; outcome: DoorOutcome; reachedOn: string | null; experience?: Experience };
export type EligibilityAnswer = {
  id: string;
  outcome: "eligible" | "needs-decision" | "unknown" | "not-eligible";
  doors: DoorAnswer[];
  reachedOn: string | null;
};

export type Grant = { unit: string; hours: number; protocol: string };
type HeldDomain = { domain: string; validatedOn: string; by: "jury" | "vae" };
type Confirmation = { title: string; domain: string; granted: boolean; by: string; on: string };
export type PathwayInput = Common & {
  titles: Title[];
  maquette?: Record<string, number>;
  domains?: string[];
  grants?: Grant[];
  held?: HeldDomain[];
  confirmations?: Confirmation[];
  declined?: string[];
};

export type UnitAnswer = { unit: string; hours: number; relief: number; remaining: number; reliefBy: string[] };
export type Exam = "to-sit" | "dispensed" | "contested" | "held";
export type PathwayAnswer = {
  id: string;
  units: UnitAnswer[];
  domains: { domain: string; exam: Exam }[];
  totals: { theory: number; practice: number; relief: number };
};

export type Refusal = { error: { code: "maquette" | "grant" | "funding" | "places" } };

type Funder = { source: string; amount?: number };
export type QuoteInput = PathwayInput & { track: "deis" | "deis-master"; funding: Funder[] };
export type QuoteLine = { key: string; quantity: number; unitAmount: number; amount: number };
export type QuoteAnswer = {
  id: string;
  lines: QuoteLine[];
  tuition: number;
  discount: number;
  total: number;
  payers: { source: string; amount: number }[];
};

export type PlaceEvent = { on: string; kind: "accepted" | "declined" | "withdrawn" | "deferred" | "reoffered" };
export type Candidate = {
  id: string;
  decision: "admitted" | "waiting" | "refused";
  rank?: number;
  /** Of somebody waiting who was put on the list later. */
  joinedOn?: string;
  events?: PlaceEvent[];
};
export type PlacesInput = Common & {
  places: number;
  decidedOn: string;
  answerWithin: number;
  callsUntil?: string;
  candidates: Candidate[];
};
export type PlaceState =
  | "offered"
  | "accepted"
  | "declined"
  | "withdrawn"
  | "deferred"
  | "lapsed"
  | "waiting"
  | "refused";
export type PlacesAnswer = {
  id: string;
  candidates: {
    id: string;
    state: PlaceState;
    offeredOn: string | null;
    answerBy: string | null;
    place: number | null;
  }[];
  taken: number;
  free: number;
};

export type Session = { id: string; unit: string; on: string; from: string; to: string; cancelled?: boolean };
export type Attendance = {
  session: string;
  status: "present" | "part" | "excused" | "absent";
  countersigned: boolean;
  minutesMissed?: number;
};
export type HoursInput = PathwayInput & {
  sessions: Session[];
  attendance: Attendance[];
  /** Attested as a whole, before sessions were kept. */
  earlier?: { until: string; by: string; units: { unit: string; minutes: number }[] };
};
export type MinutesOf = {
  due: number;
  planned: number;
  done: number;
  pending: number;
  remaining: number;
  beyond: number;
};
export type HoursAnswer = {
  id: string;
  units: (MinutesOf & { unit: string })[];
  totals: MinutesOf;
  complete: boolean;
  findings: Told;
};

export type Missed = "absent" | "excused" | "not-deposited" | "fraud-reported";
export type Part = number | Missed;
type Jury = { validated: boolean; ground: string };
export type Dispensed = { dispensedBy: string; confirmedBy?: string; confirmed?: boolean };
export type Held = { validatedOn: string };
export type TwoParts = ({ written: Part; oral: Part } | { missed: Missed }) & { jury?: Jury };
export type TwoMarks = ({ marks: [number, number]; agreed?: number } | { missed: Missed }) & { jury?: Jury };
export type CertificationInput = Common & {
  notifiedOn?: string;
  clockStartedOn?: string;
  keptUntil?: string;
  DF1?: Dispensed | Held | TwoParts;
  DF2?: Held | TwoParts;
  DF3?: Dispensed | Held | TwoMarks;
};

export type Status =
  | "validated"
  | "not-validated"
  | "dispensed"
  | "held"
  | "lapsed"
  | "not-sat"
  | "needs-agreement"
  | "needs-decision"
  | Missed;
export type CertificationAnswer = {
  id: string;
  domains: { domain: string; status: Status; points?: number; threshold?: number }[];
  outcome: "diploma" | "partial" | "none" | "pending";
  validated: string[];
  acquired: string[];
  completeBy: string | null;
};

export type JuryMember = {
  id: string;
  college: "presidency" | "teachers" | "public-bodies" | "professionals";
  represents?: "regional-director" | "rector";
  side?: "employer" | "employee";
  appointedOn?: string;
  present: boolean;
};
type Examiner = { id: string; by: "authority" | "establishment" | "jury"; designatedOn?: string; marked: boolean };
export type JuryPanel = { id: string; exam: string; heldOn: string; examiners: Examiner[] };
type JuryVotes = { exam: string; for: number; against: number; abstain: number };
export type JuryCandidate = {
  id: string;
  exams: string[];
  adjourned?: boolean;
  heardBy?: string[];
  director?: string;
  directorTookPart?: boolean;
  links?: { member: string; kind: "family" | "annulled-jury" | "withdrew" | "hierarchy" | "taught" }[];
  votes?: JuryVotes[];
};
export type JuryInput = Common & {
  order?: { number: string; signedOn: string };
  members: JuryMember[];
  override?: { rules: ("colleges" | "share" | "parity")[]; by: string; ground: string };
  panels?: JuryPanel[];
  adopted?: boolean;
  candidates: JuryCandidate[];
};
/** Of a finding, its condition and whether it is met: `share false`. */
type Told = string[];
export type JuryOutcome = "validated" | "not-validated" | "tie" | "adopted" | "proposal" | "none";
export type JuryAnswer = {
  id: string;
  regular: boolean;
  findings: Told;
  panels: { id: string; regular: boolean; findings: Told }[];
  candidates: {
    id: string;
    regular: boolean;
    findings: Told;
    exams: { exam: string; entitled: string[]; outcome: JuryOutcome }[];
  }[];
  mayClose: boolean;
};
