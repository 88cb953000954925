/** Gathers what the decision on the yearly declaration asks: documents, what is accrued, trainers, people, and what the accountant entered. */
import type { Performing, Unperformed } from "../../act/act.ts";
import { givenUpAt, unbilledAt } from "../../books/declared.ts";
import { situationsOf } from "../../contracts/declared.ts";
import { type BpfAnswer, type BpfInput, FEES } from "../../decisions/bpf/rule.ts";
import { countedSessions } from "../../decisions/hours/rule.ts";
import { addDays, type Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import type { Basis, Law } from "../../law/law.ts";
import type { Money } from "../../law/money.ts";
import { namesOf } from "../../people/contact.ts";
import { factsOf as enrolmentFacts } from "../../training/cohorts/enrolment.ts";
import { enrolmentState, isEnding } from "../../training/rules/enrolment.ts";
import { hashOf } from "../figures/reading.ts";
import { type AccountingYear, accountingYear } from "./rules/accounting-year.ts";
import { stillCounting } from "./rules/counted.ts";
import { wasInTraining } from "./rules/followed.ts";
import {
  type Deposit,
  depositsBefore,
  attendedBetween,
  carriedInto,
  type Followed,
  followedBetween,
  lastEntry,
  type SoldDocument,
  soldDocuments,
  trainersBetween,
} from "./store.ts";

type Given = Pick<
  Performing<unknown>,
  "tx" | "today" | "law" | "decide" | "payee" | "establishment" | "performed" | "periods"
>;

/** The last day of the school's accounting year, month and day, as its retention periods say it. */
export function yearEnds({ periods }: Pick<Given, "periods">): string | undefined {
  return periods.find(({ kind }) => kind === "accounting")?.yearEnds;
}

/** A document as a person finds it. */
type Known = Pick<SoldDocument, "number" | "invoice" | "name" | "called"> & { readonly charge: string | null };
type Person = Pick<Followed, "enrolment" | "name" | "dossier" | "number"> & {
  readonly minutes: number;
  readonly input: BpfInput["enrolments"][number];
};
type Teacher = { readonly trainer: string; readonly name: string; readonly minutes: number };

export type Gathered = AccountingYear & {
  readonly money: Money;
  readonly input: BpfInput;
  readonly documents: ReadonlyMap<string, Known>;
  readonly people: readonly Person[];
  /** What the diplomas' files call each speciality. */
  readonly specialities: ReadonlyMap<string, Label>;
  readonly teachers: readonly Teacher[];
  readonly entry: Awaited<ReturnType<typeof lastEntry>>;
  /** The earlier years that were deposited here. */
  readonly depositedYears: readonly number[];
  /** Hours followed before this service, which have no day and stand in no frame. */
  readonly carried: { readonly people: number; readonly minutes: number };
  /** Who is in no frame, and why. */
  readonly lacking: readonly (Pick<Followed, "name" | "dossier" | "number"> & { readonly why: Label })[];
  /** Taught in the year, and nobody said whether they are employed. */
  readonly unsaid: readonly Teacher[];
  /** Of whom what is performed and not invoiced cannot be said. */
  readonly unknown: readonly Unperformed[];
};

/** Of a declaration that is read in part, the rest is empty: a cell has either documents or people, and each takes half of the time. */
type Parts = { readonly documents: boolean; readonly people: boolean };

/** Undefined where the school's file says nothing of money, or not when its accounting year ends. */
export async function gathered(
  context: Given,
  year: number,
  of: Parts = { documents: true, people: true },
): Promise<Gathered | undefined> {
  const { tx, today, payee, establishment } = context;
  const money = payee?.money;
  const ends = yearEnds(context);
  if (!money || ends === undefined) return undefined;
  const { from, to } = accountingYear(ends, year);
  // Of a year that is not over, what is known today.
  const until = to < today ? to : today;
  const entry = await lastEntry(tx, year);
  // At once: what is read of the one is worked on here while the database reads the other.
  const [sold, { people, lacking, specialities }] = await Promise.all([
    of.documents ? documentsUntil(context, until) : NO_DOCUMENTS,
    of.people ? peopleBetween(context, money, { from, to }) : NOBODY,
  ]);
  const before = of.documents ? await depositsBefore(tx, year) : [];
  const taught = await trainersBetween(tx, from, to < today ? to : addDays(today, -1));
  const named = await namesOf(
    tx,
    taught.map(({ trainer }) => trainer),
  );
  const teachers = taught.map(({ trainer, minutes }) => ({ trainer, minutes, name: named[trainer] ?? "–" }));
  const as = (trainer: string) => entry?.trainers[trainer];
  const input: BpfInput = stillCounting({
    id: `bpf ${String(year)}`,
    on: today,
    establishment: payee.establishment ?? establishment,
    from,
    to,
    lines: sold.lines,
    declared: before.flatMap(({ counted }) =>
      counted.map(({ document, source, amount }) => ({ document, source, amount })),
    ),
    otherTurnover: entry?.otherTurnover ?? 0,
    charges: {
      total: entry?.charges ?? 0,
      trainerSalaries: entry?.trainerSalaries ?? 0,
      purchases: entry?.purchases ?? 0,
    },
    trainers: teachers.flatMap(({ trainer, minutes }) => {
      const said = as(trainer);
      return said ? [{ id: trainer, as: said, minutes }] : [];
    }),
    enrolments: people.map((one) => one.input),
  });
  const earlier = before.flatMap(({ counted }) => counted.map(({ document, number }) => [document, number] as const));
  const documents = new Map<string, Known>(
    earlier.map(([document, number]) => [document, { number, invoice: null, charge: null, name: "", called: "" }]),
  );
  for (const [document, known] of sold.documents) documents.set(document, known);
  return {
    year,
    from,
    to,
    money,
    input,
    documents,
    people,
    specialities,
    teachers,
    entry,
    depositedYears: before.map((one) => one.year),
    carried: await carriedInto(
      tx,
      people.map(({ enrolment }) => enrolment),
      from,
    ),
    lacking,
    unsaid: teachers.filter(({ trainer }) => as(trainer) === undefined),
    unknown: sold.unknown,
  };
}

const NO_DOCUMENTS: Lines = { lines: [], documents: new Map(), unknown: [] };
const NOBODY: Pick<Gathered, "people" | "lacking" | "specialities"> = {
  people: [],
  lacking: [],
  specialities: new Map(),
};

/** What the files of the diplomas that were followed in a year call their specialities. */
export async function specialitiesBetween(
  { tx, law: lawOf }: Pick<Given, "tx" | "law">,
  { from, to }: Pick<AccountingYear, "from" | "to">,
): Promise<ReadonlyMap<string, Label>> {
  const followed = await followedBetween(tx, from, to);
  const laws = followed.map(({ diploma, lawVersion }) => lawOf(diploma, { version: lawVersion }));
  return new Map(
    laws.flatMap((law) => {
      const registration = law?.diploma.registration;
      return registration ? [[registration.nsfCode, registration.nsf] as const] : [];
    }),
  );
}

type Lines = {
  readonly lines: readonly BpfInput["lines"][number][];
  readonly documents: ReadonlyMap<string, Known>;
  readonly unknown: readonly Unperformed[];
};

/** All that was ever sold; and on the last day, what is performed and not invoiced, and debts that a refund gave up. */
async function documentsUntil(context: Given, until: Day): Promise<Lines> {
  const { tx, today } = context;
  // The lessons of today are not over.
  const taughtUntil = until < today ? until : addDays(today, -1);
  const lines: BpfInput["lines"][number][] = [];
  const documents = new Map<string, Known>();
  for (const one of await soldDocuments(tx)) {
    const { document, kind, on, source, amount, from, to } = one;
    if (amount < 1) continue;
    const period = from !== null && to !== null && { period: { from, to } };
    lines.push({ document, kind, on, source: source ?? FEES, amount, ...period });
    documents.set(document, one);
  }
  const { accrued, unknown } = await unbilledAt(context, taughtUntil);
  for (const { about, source, accrued: amount, called, name } of accrued) {
    if (amount < 1) continue;
    const document = `accrued:${about}`;
    lines.push({ document, kind: "accrued", on: taughtUntil, source, amount });
    documents.set(document, { number: called, invoice: null, charge: null, name, called });
  }
  for (const { debtor, name, called, source, amount } of await givenUpAt(context, until)) {
    if (amount < 1) continue;
    const document = `given-up:${debtor}`;
    lines.push({ document, kind: "credit", on: until, source: source ?? FEES, amount });
    documents.set(document, { number: "", invoice: null, charge: null, name, called });
  }
  return { lines, documents, unknown };
}

async function peopleBetween(
  context: Given,
  money: Money,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<Pick<Gathered, "people" | "lacking" | "specialities">> {
  const { tx, today, law: lawOf } = context;
  const followed = await followedBetween(tx, from, to);
  const ids = followed.map(({ enrolment }) => enrolment);
  const facts = Map.groupBy(await enrolmentFacts(tx, ids), ({ enrolment }) => enrolment);
  const dossiers = followed.map(({ dossier }) => dossier);
  const situations = await situationsOf(tx, dossiers, money.payers);
  const attended = await attendedMinutes(context, followed, { from, to });
  const people: Person[] = [];
  const lacking: Gathered["lacking"][number][] = [];
  const specialities = new Map<string, Label>();
  for (const one of followed) {
    const { enrolment, person, name, dossier, number, diploma, startsOn, endsOn } = one;
    const known = (facts.get(enrolment) ?? []).filter(({ on }) => on <= today);
    const state = enrolmentState(known);
    const left = isEnding(state) || state === "interrupted" ? known.at(-1)!.on : undefined;
    const ends = left ?? endsOn;
    // Who left before the first day was never in training; nor in the year who left before it, or was away for all of it.
    if (state === "withdrawn" || !wasInTraining({ startsOn, endsOn, facts: known }, { from, to })) continue;
    const lacks = (why: Label) => lacking.push({ name, dossier, number, why });
    const { status, sources } = situations.get(dossier) ?? { status: null, sources: [] };
    const law = lawOf(diploma, { version: one.lawVersion });
    const registration = law?.diploma.registration;
    const goal = money.declaration.goals.find(
      ({ levels }) => registration && levels?.includes(registration.level),
    )?.goal;
    if (status === null || !registration || goal === undefined) {
      lacks(status === null ? NO_STATUS : NO_GOAL);
      continue;
    }
    const entrusting = money.payers.find(
      ({ payer, line }) => line === money.declaration.entrusted && sources.includes(payer),
    );
    const days = attended.get(enrolment) ?? [];
    const input = {
      person,
      status,
      goal,
      speciality: registration.nsfCode,
      from: startsOn,
      to: ends,
      attended: days,
      ...(entrusting && { entrustedBy: entrusting.payer }),
    };
    specialities.set(registration.nsfCode, registration.nsf);
    const minutes = days.reduce((sum, day) => sum + day.minutes, 0);
    people.push({ enrolment, name, dossier, number, minutes, input });
  }
  return { people, lacking, specialities };
}

/**
 * Minutes of the year, attended and countersigned, without field study, under the last day of each unit: the decision adds them up. Of lessons
 * at the same time one counts, as the decision on hours says; they are rare, and read one by one.
 */
async function attendedMinutes(
  { tx, today, law: lawOf }: Given,
  followed: readonly Followed[],
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<ReadonlyMap<string, { readonly on: Day; readonly minutes: number }[]>> {
  const { sums, overlapping } = await attendedBetween(tx, from, to);
  const practice = new Map<string, ReadonlySet<string>>();
  const practiceOf = (law: Law | undefined) =>
    new Set(law?.diploma.domains.flatMap(({ units }) => units.filter((one) => one.practice).map(({ unit }) => unit)));
  for (const { enrolment, diploma, lawVersion } of followed)
    practice.set(enrolment, practiceOf(lawOf(diploma, { version: lawVersion })));
  const days = new Map<string, { on: Day; minutes: number }[]>();
  const add = (enrolment: string, unit: string, on: Day, minutes: number) => {
    if (minutes > 0 && practice.get(enrolment)?.has(unit) === false)
      days.set(enrolment, [...(days.get(enrolment) ?? []), { on, minutes }]);
  };
  for (const { enrolment, unit, last, minutes } of sums) add(enrolment, unit, last, minutes);
  for (const [enrolment, own] of Map.groupBy(overlapping, (one) => one.enrolment)) {
    const sessions = own.map(({ lesson: id, unit, on, from: begins, to: ends }) => ({
      id,
      unit,
      on,
      from: begins,
      to: ends,
    }));
    const attendance = own.map(({ lesson: session, status, minutesMissed }) => ({
      session,
      status,
      countersigned: true,
      ...(minutesMissed !== null && { minutesMissed }),
    }));
    for (const { session, minutes } of countedSessions({ on: today, sessions, attendance }))
      add(enrolment, session.unit, session.on, minutes);
  }
  return days;
}

export type Computed = {
  readonly answer: Omit<BpfAnswer, "findings">;
  readonly basis: Basis;
  readonly findings: readonly Label[];
  readonly inputHash: string;
};

export function computed(
  { decide }: Pick<Given, "decide">,
  { input, entry }: Pick<Gathered, "input" | "entry">,
): Computed {
  const decided = decide("bpf", input, { gathered: true });
  // What is gathered from facts is valid.
  if (!decided || !("answer" in decided)) throw new Error("The yearly declaration was refused");
  type Answered = BpfAnswer & { readonly id: string; readonly basis: Basis };
  const { basis, findings: _, id: __, ...decision } = decided.answer("fr") as unknown as Answered;
  // Nothing here knows whom the school entrusted to another body: it is entered.
  const entrusted = entry?.entrustedPeople && { people: entry.entrustedPeople, hours: entry.entrustedHours! };
  const answer = entrusted ? { ...decision, F2: entrusted } : decision;
  const said = (lang: "fr" | "en") => decided.answer(lang).findings as readonly { readonly reason: string }[];
  const [fr, en] = [said("fr"), said("en")];
  return {
    answer,
    basis,
    findings: fr.map(({ reason }, nth) => ({ fr: reason, en: en[nth]!.reason })),
    // The day of the question is no fact: two deposits of the same facts have the same hash.
    inputHash: hashOf({ ...input, on: null, ...(entrusted && { entrusted }) }),
  };
}

/** Of what is frozen; where nobody is left out, as it was before anybody could be. */
export function frozenHashOf({ answer, counted, leftOut }: Pick<Deposit, "answer" | "counted" | "leftOut">): string {
  return hashOf({ answer, counted, ...(leftOut.length > 0 && { leftOut }) });
}

const NO_STATUS: Label = {
  fr: "sa situation à l’entrée n’est pas dite",
  en: "their situation on entry is not said",
};
const NO_GOAL: Label = {
  fr: "la loi chargée ne dit pas dans quelle ligne va son diplôme",
  en: "the law that is loaded does not say in which line their diploma stands",
};
