/** All decisions, in the order of a person's way through the school, and the function that runs one under the applicable law. */
import { account } from "./account/account.ts";
import { agreement } from "./agreement/agreement.ts";
import { bpf } from "./bpf/bpf.ts";
import { indicators } from "./indicators/indicators.ts";
import { invoice } from "./invoice/invoice.ts";
import { schedule } from "./schedule/schedule.ts";
import { eligibility } from "./eligibility/eligibility.ts";
import { hours } from "./hours/hours.ts";
import { places } from "./places/places.ts";
import { quote } from "./quote/quote.ts";
import { certification } from "./certification/certification.ts";
import { jury } from "./jury/jury.ts";
import { isDay } from "../kit/day.ts";
import { fix } from "../kit/fixed.ts";
import type { Lang } from "../kit/lang.ts";
import { issue, type Issue, type SaidIssue, sayIssues, validator } from "../kit/schema.ts";
import type { CommonInput, Decision, Fault, Ready } from "../law/decision.ts";
import { type Basis, type Law, type SchoolBasis, schoolBasis } from "../law/law.ts";
import { lawOf, type Laws } from "../law/load.ts";
import { pathway } from "./pathway/pathway.ts";

/* Each decision has its own input and answer; callers handle them all alike. */
export const DECISIONS = [
  eligibility,
  pathway,
  quote,
  places,
  hours,
  certification,
  jury,
  agreement,
  schedule,
  invoice,
  account,
  indicators,
  bpf,
] as unknown as readonly Decision<CommonInput, unknown>[];

/** The law to use if the input names none. */
export type Defaults = { readonly diploma: string | undefined; readonly establishment: string | undefined };
type Answered = Record<string, unknown>;
export type Faulty = { readonly id: string | null; readonly code: Fault; readonly issues: readonly Issue[] };

/**
 * Validates and decides one input: called once per line or request. `gathered`: from the rows of the school by code that the compiler checks,
 * so that the limits of size that hold for what is sent do not hold for it.
 */
export type Decide = (
  input: unknown,
  how?: { readonly gathered?: true },
) => { readonly answer: (lang: Lang) => Answered } | { readonly fault: Faulty };

type Prepared = {
  readonly basis: Basis | SchoolBasis;
  readonly ready: Ready<CommonInput, unknown>;
  readonly validate: (value: unknown) => Issue[];
};

export function decisionNamed(name: string): Decision<CommonInput, unknown> | undefined {
  return DECISIONS.find((one) => one.name === name);
}

/** Runs one decision under any of the loaded laws; each law is prepared once, on first use. */
export function decider(decision: Decision<CommonInput, unknown>, laws: Laws, defaults: Defaults): Decide {
  const prepared = new Map<string, Prepared>();
  const prepare = (law: Law): Prepared => {
    const key = `${law.basis.diploma} ${law.basis.version} ${law.basis.establishment}`;
    const known = prepared.get(key);
    if (known) return known;
    const ready = decision.ready(law);
    const entry = {
      basis: fix(decision.of === "school" ? schoolBasis(law.basis) : law.basis),
      ready,
      validate: validator(ready.schema),
    };
    prepared.set(key, entry);
    return entry;
  };
  return (input, { gathered } = {}) => {
    const lookup = decision.of === "school" ? findSchool(laws, defaults, input) : findLaw(laws, defaults, input);
    if ("issues" in lookup) return fault(input, "invalid", lookup.issues);
    const { basis, ready, validate } = prepare(lookup.law);
    const issues = gathered ? [] : validate(input);
    if (issues.length > 0) return fault(input, "invalid", issues);
    const valid = input as CommonInput;
    const rejection = ready.check(valid);
    if (rejection) return fault(input, rejection.code, rejection.issues);
    const answer = ready.decide(valid);
    return { answer: (lang) => ({ id: valid.id, ...ready.say(answer, lang), basis }) };
  };
}

/** The error envelope of the API contract, without its line. */
export function sayFault(
  { id, code, issues }: Faulty,
  lang: Lang,
): { id: string | null; error: { code: Fault; issues: SaidIssue[] } } {
  return { id, error: { code, issues: sayIssues(issues, lang) } };
}

export function fault(input: unknown, code: Fault, issues: readonly Issue[]): { fault: Faulty } {
  const id =
    typeof input === "object" && input !== null && "id" in input && typeof input.id === "string" ? input.id : null;
  return { fault: { id, code, issues } };
}

/** The law that an input asks for. Names that are not strings are left to the schema to report. */
function findLaw(laws: Laws, defaults: Defaults, input: unknown): { law: Law } | { issues: Issue[] } {
  const fields = typeof input === "object" && input !== null ? (input as Record<string, unknown>) : {};
  const named = (key: string) => (typeof fields[key] === "string" ? fields[key] : undefined);
  const diplomas = [...new Set(laws.diplomas.map(({ data }) => data.diploma))];
  const diploma = named("diploma") ?? onlyOne(laws, named("establishment")) ?? defaults.diploma ?? sole(diplomas);
  if (diploma === undefined || !diplomas.includes(diploma))
    return { issues: [unknownName("diploma", diploma, diplomas)] };
  const schools = laws.establishments
    .filter(({ data }) => data.diplomas.some((one) => one.diploma === diploma))
    .map(({ data }) => data.establishment);
  const establishment = named("establishment") ?? defaults.establishment ?? sole(schools);
  if (establishment === undefined || !schools.includes(establishment))
    return { issues: [unknownName("establishment", establishment, schools)] };
  const versions = laws.diplomas
    .filter(({ data }) => data.diploma === diploma)
    .map(({ data }) => data)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const version = named("version");
  if (version !== undefined && !versions.some((one) => one.version === version)) {
    return {
      issues: [
        unknownName(
          "version",
          version,
          versions.map((one) => one.version),
        ),
      ],
    };
  }
  const on = named("on");
  const day = on !== undefined && isDay(on) ? on : undefined;
  const first = versions[0]!;
  if (day !== undefined && day < first.from) return { issues: [beforeFirst(first.version, first.from)] };
  const chosen =
    version ?? (day === undefined ? versions.at(-1)! : versions.findLast((one) => one.from <= day)!).version;
  const law = lawOf(laws, diploma, chosen, establishment);
  return law ? { law } : { issues: [notTaught(establishment, diploma, chosen)] };
}

/**
 * Of a decision that belongs to no diploma: the school's file, with any diploma of it, from the first day of the first of them on. A diploma
 * that the input names must be the school's.
 */
function findSchool(laws: Laws, defaults: Defaults, input: unknown): { law: Law } | { issues: Issue[] } {
  const fields = typeof input === "object" && input !== null ? (input as Record<string, unknown>) : {};
  if (typeof fields.diploma === "string" || typeof fields.version === "string") return findLaw(laws, defaults, input);
  const schools = laws.establishments.map(({ data }) => data.establishment);
  const named = typeof fields.establishment === "string" ? fields.establishment : undefined;
  const name = named ?? defaults.establishment ?? sole(schools);
  const school = laws.establishments.find(({ data }) => data.establishment === name);
  if (!school) return { issues: [unknownName("establishment", name, schools)] };
  const first = laws.diplomas
    .map(({ data }) => data)
    .filter((one) => school.data.diplomas.some(({ diploma }) => diploma === one.diploma))
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0]!;
  if (typeof fields.on === "string" && isDay(fields.on) && fields.on < first.from)
    return { issues: [beforeFirst(first.version, first.from)] };
  const { diploma, version } = school.data.diplomas[0]!;
  return { law: lawOf(laws, diploma, version, school.data.establishment)! };
}

/** The diploma of a school that prepares for only one. */
function onlyOne({ establishments }: Laws, school: string | undefined): string | undefined {
  const matching = establishments.find(({ data }) => data.establishment === school);
  return sole([...new Set(matching?.data.diplomas.map(({ diploma }) => diploma))]);
}

function sole(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}

function unknownName(path: string, name: string | undefined, known: readonly string[]): Issue {
  const list = known.join(", ");
  return name === undefined
    ? issue(path, `À préciser. Sont connus : ${list}.`, `To be given. Known are: ${list}.`)
    : issue(
        path,
        `« ${name.slice(0, 60)} » n’est pas connu. Sont connus : ${list}.`,
        `"${name.slice(0, 60)}" is not known. Known are: ${list}.`,
      );
}

function beforeFirst(version: string, from: string): Issue {
  return issue(
    "on",
    `Aucune version n’est en vigueur ce jour-là ; la première, ${version}, commence le ${from}.`,
    `No version is in force on that day; the first, ${version}, starts on ${from}.`,
  );
}

function notTaught(establishment: string, diploma: string, version: string): Issue {
  return issue(
    "version",
    `${establishment} ne prépare pas à la version ${version} de ${diploma}.`,
    `${establishment} does not prepare for version ${version} of ${diploma}.`,
  );
}
