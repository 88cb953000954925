/** Whether an input is free of the `invalid` error, checked by hand against every rule of the contract's pages. */
import countries from "i18n-iso-countries";
import { isRealDay } from "./days.ts";
import { decimalsOf } from "./decimals.ts";
import { CATALOGUE, FRANCE } from "./papers.ts";
import { DOMAINS, UNIT_NAMES } from "./pathway.ts";

export type Check = (value: unknown) => boolean;
export type Fields = Record<string, Check>;
export type Json = Record<string, unknown>;

// ---- the common rules (§ 0)

/** Code points, not UTF-16 units: an emoji counts once, and so does half of a broken pair. */
const codePoints = (value: string) => Array.from(value).length;
export const text: Check = (value) => typeof value === "string" && value !== "" && codePoints(value) <= 200;
export const day: Check = (value) => typeof value === "string" && isRealDay(value);
export const flag: Check = (value) => value === true || value === false;
export const among =
  (names: readonly unknown[]): Check =>
  (value) =>
    names.includes(value);
export const number =
  (least: number, most: number, places: number): Check =>
  (value) =>
    typeof value === "number" && value >= least && value <= most && decimalsOf(value) <= places;
export const list =
  (check: Check, most = Number.POSITIVE_INFINITY): Check =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(check);

/** An object with all of the required keys, none but the known ones, each of them right. */
export function has(value: unknown, required: Fields, optional: Fields = {}): value is Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const known = new Map(Object.entries({ ...optional, ...required }));
  const keys = Object.keys(value);
  if (!Object.keys(required).every((key) => keys.includes(key))) return false;
  return keys.every((key) => known.get(key)?.((value as Json)[key]) === true);
}

const onDay: Check = (value) => day(value) && (value as string) >= "2006-09-01";
export const COMMON: Fields = { id: text, on: onDay };
export const COMMON_OPTIONAL: Fields = {
  diploma: among(["deis"]),
  version: among(["2006"]),
  establishment: among(["faire-ess"]),
};

// ---- § 1

const level = among([3, 4, 5, 6, 7, 8, "V", "IV", "III", "II", "I"]);
const years = number(0, 15, 0);
const country = among([...Object.keys(countries.getAlpha2Codes()), "XK"]);
const attestation: Check = (value) =>
  has(value, {}, { level, yearsOfStudy: years }) && ("level" in value || "yearsOfStudy" in value);

const TITLE_OPTIONAL: Fields = { startedOn: day, country, attestation };

const title: Check = (value) => {
  const right =
    has(value, { awardedOn: day, title: among(CATALOGUE) }, TITLE_OPTIONAL) ||
    has(value, { awardedOn: day, kind: among(["social-work-state", "paramedical", "rncp"]), level }, TITLE_OPTIONAL) ||
    has(value, { awardedOn: day, kind: among(["higher-education"]), yearsOfStudy: years }, TITLE_OPTIONAL);
  if (!right) return false;
  const facts: Json = value;
  const abroad = "country" in facts && !FRANCE.includes(facts["country"] as string);
  if ("startedOn" in facts && (facts["startedOn"] as string) > (facts["awardedOn"] as string)) return false;
  return abroad ? !("title" in facts) : !("attestation" in facts);
};
const titles = list(title, 50);

const period: Check = (value) =>
  has(value, {
    from: day,
    to: (to) => to === null || day(to),
    share: number(0.0001, 1, 4),
    field: among(["social-intervention", "other", "to-decide"]),
  }) &&
  (value["to"] === null || (value["to"] as string) >= (value["from"] as string));

const corps = among([
  "pjj-director",
  "pjj-educator",
  "penitentiary-director",
  "penitentiary-head-of-service",
  "penitentiary-counsellor",
]);

export function isEligibility(value: unknown): boolean {
  const required = { ...COMMON, titles, experience: list(period, 1_000) };
  return has(value, required, { ...COMMON_OPTIONAL, corps: list(corps), vaeJuryWaiver: flag });
}

// ---- § 2

const domain = among(DOMAINS);
const unit = among(UNIT_NAMES);
const wholeHours: Check = (value) => Number.isInteger(value) && (value as number) <= 1_000;
const halfHours: Check = (value) => number(0.5, 1_000, 2)(value) && Number.isInteger((value as number) * 2);
const maquette: Check = (value) => has(value, Object.fromEntries(UNIT_NAMES.map((name) => [name, wholeHours])));
const grant: Check = (value) => has(value, { unit, hours: halfHours, protocol: text });
const heldDomain: Check = (value) => has(value, { domain, validatedOn: day, by: among(["jury", "vae"]) });
/** CAFERUIS and DF3 are the only pair that the référentiel contests. */
const confirmation: Check = (value) =>
  has(value, { title: among(["CAFERUIS"]), domain: among(["DF3"]), granted: flag, by: text, on: day });

const PATHWAY: Fields = { ...COMMON, titles };
const PATHWAY_OPTIONAL: Fields = {
  ...COMMON_OPTIONAL,
  maquette,
  domains: (value) => list(domain)(value) && (value as unknown[]).length > 0,
  grants: list(grant, 50),
  held: list(heldDomain),
  confirmations: list(confirmation),
  declined: list(unit),
};

export function isPathway(value: unknown): boolean {
  return has(value, PATHWAY, PATHWAY_OPTIONAL) && pathwayHolds(value);
}

function pathwayHolds(input: Json): boolean {
  const on = input["on"] as string;
  const grants = (input["grants"] ?? []) as { unit: string }[];
  const held = (input["held"] ?? []) as { domain: string; validatedOn: string }[];
  const confirmations = (input["confirmations"] ?? []) as { on: string }[];
  return (
    distinct(grants.map((each) => each.unit)) &&
    distinct(held.map((each) => each.domain)) &&
    held.every((each) => each.validatedOn <= on) &&
    confirmations.every((each) => each.on <= on)
  );
}

export function distinct(names: string[]): boolean {
  return new Set(names).size === names.length;
}

// ---- § 3

const source = among(["employer-plan", "reconversion", "cpf", "transition", "personal"]);
const funder: Check = (value) =>
  has(value, { source }, { amount: number(1, 1_000_000_000, 0) }) &&
  !(value["source"] === "personal" && "amount" in value);

export function isQuote(value: unknown): boolean {
  const required = { ...PATHWAY, track: among(["deis", "deis-master"]), funding: list(funder, 20) };
  if (!has(value, required, PATHWAY_OPTIONAL) || !pathwayHolds(value)) return false;
  const funding = value["funding"] as { source: string; amount?: number }[];
  const open = funding.filter((each) => each.source !== "personal" && each.amount === undefined);
  return distinct(funding.map((each) => each.source)) && open.length <= 1;
}

// ---- § 4

const mark = number(0, 20, 2);
const missed = among(["absent", "excused", "not-deposited", "fraud-reported"]);
const part: Check = (value) => mark(value) || missed(value);
const JURY: Fields = { jury: (value) => has(value, { validated: flag, ground: text }) };

const held: Check = (value) => has(value, { validatedOn: day });
const missing: Check = (value) => has(value, { missed }, JURY);
const twoParts: Check = (value) => has(value, { written: part, oral: part }, JURY) || missing(value);
const twoMarks: Check = (value) =>
  has(
    value,
    { marks: (marks) => list(mark, 2)(marks) && (marks as unknown[]).length === 2 },
    { agreed: mark, ...JURY },
  ) || missing(value);
const dispensed =
  (by: string[]): Check =>
  (value) =>
    has(value, { dispensedBy: among(by) }) ||
    (by.includes("CAFERUIS") &&
      has(value, { dispensedBy: among(["CAFERUIS"]), confirmedBy: text }, { confirmed: flag }));

const CERTIFICATION_OPTIONAL: Fields = {
  ...COMMON_OPTIONAL,
  notifiedOn: day,
  clockStartedOn: day,
  keptUntil: day,
  DF1: (value) => dispensed(["DSTS"])(value) || held(value) || twoParts(value),
  DF2: (value) => held(value) || twoParts(value),
  DF3: (value) => dispensed(["DSTS", "CAFDES", "CAFERUIS"])(value) || held(value) || twoMarks(value),
};

export function isCertification(value: unknown): boolean {
  if (!has(value, COMMON, CERTIFICATION_OPTIONAL)) return false;
  const on = value["on"] as string;
  const validatedOns = DOMAINS.flatMap((name) => {
    const entry = value[name];
    return held(entry) ? [(entry as { validatedOn: string }).validatedOn] : [];
  });
  if ("notifiedOn" in value && (value["notifiedOn"] as string) < on) return false;
  if ("clockStartedOn" in value && (value["clockStartedOn"] as string) > on) return false;
  if ("keptUntil" in value && !("clockStartedOn" in value) && validatedOns.length === 0) return false;
  return validatedOns.every((each) => each <= on);
}

// ---- § 5

const rank = number(1, 100_000, 0);
const event: Check = (value) =>
  has(value, { on: day, kind: among(["accepted", "declined", "withdrawn", "deferred", "reoffered"]) });
const EVENTS: Fields = { events: list(event, 20) };
const candidate: Check = (value) =>
  has(value, { id: text, decision: among(["waiting"]), rank }, { ...EVENTS, joinedOn: day }) ||
  has(value, { id: text, decision: among(["admitted", "refused"]) }, EVENTS);

export function isPlaces(value: unknown): boolean {
  const required: Fields = {
    ...COMMON,
    places: number(0, 10_000, 0),
    decidedOn: day,
    answerWithin: number(1, 365, 0),
    candidates: list(candidate, 2_000),
  };
  if (!has(value, required, { ...COMMON_OPTIONAL, callsUntil: day })) return false;
  const { on, decidedOn } = value as { on: string; decidedOn: string };
  const candidates = value["candidates"] as {
    id: string;
    rank?: number;
    joinedOn?: string;
    events?: { on: string }[];
  }[];
  const ranks = candidates.flatMap((each) => (each.rank === undefined ? [] : [String(each.rank)]));
  return (
    decidedOn <= on &&
    distinct(candidates.map((each) => each.id)) &&
    distinct(ranks) &&
    candidates.every(({ joinedOn = decidedOn, events = [] }) => {
      const days = [joinedOn, ...events.map((happened) => happened.on)];
      return decidedOn <= joinedOn && days.every((each) => joinedOn <= each && each <= on);
    })
  );
}

// ---- § 6

/** Hours and minutes of a day, tried one by one. */
const TIMES = new Set(
  Array.from({ length: 24 * 60 }, (_, at) =>
    [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, "0")).join(":"),
  ),
);
const timeOfDay: Check = (value) => typeof value === "string" && TIMES.has(value);
const session: Check = (value) =>
  has(value, { id: text, unit, on: day, from: timeOfDay, to: timeOfDay }, { cancelled: flag }) &&
  (value["from"] as string) < (value["to"] as string);
const attended: Check = (value) =>
  has(value, { session: text, status: among(["present", "excused", "absent"]), countersigned: flag }) ||
  has(value, { session: text, status: among(["part"]), countersigned: flag, minutesMissed: number(1, 1_439, 0) });

const isEarlier: Check = (value) =>
  has(
    value,
    { until: day, by: text, units: list((one) => has(one, { unit, minutes: number(1, 200_000, 0) }), 100) },
    {},
  );

export function isHours(value: unknown): boolean {
  const required: Fields = { ...PATHWAY, sessions: list(session, 3_000), attendance: list(attended, 5_000) };
  if (!has(value, required, { ...PATHWAY_OPTIONAL, earlier: isEarlier }) || !pathwayHolds(value)) return false;
  const earlier = value["earlier"] as { until: string; units: { unit: string }[] } | undefined;
  if (earlier && earlier.until > (value["on"] as string)) return false;
  const sessions = value["sessions"] as { id: string; unit: string; from: string; to: string }[];
  const records = value["attendance"] as { session: string; minutesMissed?: number }[];
  const sought = (value["domains"] ?? DOMAINS) as string[];
  const minutes = (time: string) => [...TIMES].indexOf(time);
  return (
    distinct((earlier?.units ?? []).map(({ unit }) => unit)) &&
    (earlier?.units ?? []).every(({ unit }) => sought.includes(`D${unit.slice(1, 3)}`)) &&
    distinct(idsOf(sessions)) &&
    sessions.every((each) => sought.includes(`D${each.unit.slice(1, 3)}`)) &&
    records.every(({ session: id, minutesMissed = 0 }) => {
      const held = sessions.find((each) => each.id === id);
      return held !== undefined && minutesMissed <= minutes(held.to) - minutes(held.from);
    })
  );
}

// ---- § 7

const juryMember: Check = (value) =>
  has(value, { id: text, college: among(["teachers", "public-bodies"]), present: flag }, { appointedOn: day }) ||
  has(
    value,
    {
      id: text,
      college: among(["presidency"]),
      represents: among(["regional-director", "rector"]),
      present: flag,
    },
    { appointedOn: day },
  ) ||
  has(
    value,
    { id: text, college: among(["professionals"]), side: among(["employer", "employee"]), present: flag },
    { appointedOn: day },
  );
const examinerBy =
  (sides: string[]): Check =>
  (value) =>
    has(value, { id: text, by: among(sides), marked: flag }, { designatedOn: day });
const panelOf =
  (exams: string[], sides: string[]): Check =>
  (value) =>
    has(value, { id: text, exam: among(exams), heldOn: day, examiners: list(examinerBy(sides)) }) &&
    distinct(idsOf(value["examiners"]));
const panel: Check = (value) =>
  panelOf(["DF1"], ["jury"])(value) || panelOf(["DF2", "DF3"], ["authority", "establishment"])(value);
const juryLink: Check = (value) =>
  has(value, { member: text, kind: among(["family", "annulled-jury", "withdrew", "hierarchy", "taught"]) });
const voices = number(0, 200, 0);
const juryVotes: Check = (value) => has(value, { exam: domain, for: voices, against: voices, abstain: voices });
const juryCandidate: Check = (value) =>
  has(
    value,
    { id: text, exams: (exams) => list(domain, 3)(exams) && (exams as unknown[]).length > 0 },
    {
      adjourned: flag,
      heardBy: list(text),
      director: text,
      directorTookPart: flag,
      links: list(juryLink),
      votes: list(juryVotes),
    },
  );
const override: Check = (value) =>
  has(value, {
    rules: (rules) => list(among(["colleges", "share", "parity"]))(rules) && (rules as unknown[]).length > 0,
    by: text,
    ground: text,
  });

const JURY_REQUIRED: Fields = { ...COMMON, members: list(juryMember, 200), candidates: list(juryCandidate, 1_000) };
const JURY_OPTIONAL: Fields = {
  ...COMMON_OPTIONAL,
  order: (value) => has(value, { number: text, signedOn: day }),
  override,
  panels: list(panel, 500),
  adopted: flag,
};

type Candidate = {
  exams: string[];
  heardBy?: string[];
  director?: string;
  links?: { member: string }[];
  votes?: { exam: string }[];
};

export function isJury(value: unknown): boolean {
  if (!has(value, JURY_REQUIRED, JURY_OPTIONAL)) return false;
  const panels = (value["panels"] ?? []) as { id: string; exam: string; heldOn: string }[];
  const lists = [value["members"], panels, value["candidates"]];
  if (!lists.every((each) => distinct(idsOf(each)))) return false;
  if (!panels.every((each) => each.heldOn <= (value["on"] as string))) return false;
  const people = idsOf(value["members"]);
  return (value["candidates"] as Candidate[]).every(({ exams, heardBy = [], director, links = [], votes = [] }) => {
    const heard = heardBy.map((id) => panels.find((each) => each.id === id)?.exam ?? "nobody's");
    const voted = votes.map((each) => each.exam);
    return (
      [exams, heard, voted].every(distinct) &&
      [...heard, ...voted].every((exam) => exams.includes(exam)) &&
      links.every(({ member }) => people.includes(member) || member === director)
    );
  });
}

function idsOf(value: unknown): string[] {
  return (value as { id: string }[]).map(({ id }) => id);
}
