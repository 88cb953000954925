/** What is sealed as a jury closes: of each candidate all that the decisions are asked and answer; and of the jury itself. */
import { createHash, randomBytes } from "node:crypto";
import { newId } from "../../kit/id.ts";
import type { Day } from "../../kit/day.ts";
import { canonical } from "../../kit/canonical.ts";
import {
  anewOf,
  broughtOf,
  declaredFraud,
  type Deliberating,
  isLeft,
  ofThisDay,
  personsCalled,
  presentAt,
  presidesAt,
} from "../rules/deliberation.ts";
import { awaitsLapse, certificationInput, certificationOf, isPutAside, sittingOf } from "../rules/proposed.ts";
import { juryInput, juryOf } from "../rules/ruled.ts";
import { votesOf } from "../rules/shown.ts";
import type { CertificationInput, DomainInput } from "../../decisions/certification/rule.ts";
import type { Law } from "../../law/law.ts";
import type { JuryAnswer } from "../../decisions/jury/rule.ts";
import type { Origin } from "../../training/rules/origin.ts";
import type { Entry, Found } from "../rules/facts.ts";
import { componentsOf, marksApart, standing } from "../rules/marks.ts";
import { warnedOf } from "../rules/warned.ts";
import type { Sealed } from "../store.ts";

type Sealing = {
  readonly at: Date;
  readonly zone: string;
  readonly by: string;
  /** The fingerprint of what was shown to whoever closed. */
  readonly shown: string;
  readonly before: ReadonlyMap<string, Sealed>;
};

export type SealedMark = {
  readonly exam: string;
  readonly component: string;
  readonly by: string | null;
  readonly mark: number | null;
  readonly missed: string | null;
  /** What the jury set in its place, and why. */
  readonly anew: { readonly mark: number; readonly ground: string } | null;
};
/** What was sealed of one candidate, as it is read again. */
export type SealedCandidate = {
  readonly candidate: string;
  readonly name: string;
  /** Of their dossier, which stands beside the name; what was sealed before it did has none. */
  readonly number?: string;
  readonly enrolment: string;
  readonly on: Day;
  readonly exams: readonly string[];
  readonly certification: Readonly<Record<string, unknown>>;
  readonly marks: readonly SealedMark[];
  readonly domains: readonly {
    readonly domain: string;
    readonly status: string;
    readonly points: number | null;
    readonly threshold: number | null;
    /** Of what was held before; the first that were sealed do not say it. */
    readonly origin?: Origin | null;
  }[];
  readonly validated: readonly string[];
  readonly acquired: readonly string[];
  readonly outcome: string;
  readonly votes: readonly {
    readonly exam: string;
    readonly outcome: string;
    readonly for?: number;
    readonly against?: number;
    readonly abstain?: number;
  }[];
  /** What was missing of them when they were presented; the first that were sealed do not say it. */
  readonly warned?: readonly Found[];
};
export type SealedJury = {
  readonly jury: string;
  readonly session: string;
  readonly on: Day;
  readonly place: string;
  readonly presides: string;
  /** Who of the register the members and those present are; the first that were sealed do not say it. */
  readonly persons?: readonly { readonly id: string; readonly name: string }[];
  readonly closedAt: string;
  /** Of what was shown to whoever closed; the first that were sealed do not say it. */
  readonly shown?: string;
  readonly decision: Readonly<Record<string, unknown>>;
  readonly regular: boolean;
  readonly corrects: string | null;
  readonly ground: string | null;
  readonly left: readonly string[];
  /** Who waits for the authority to decide on the end of their five years; the first that were sealed knew of none. */
  readonly waiting?: readonly string[];
  readonly fraud?: { readonly by: string; readonly ground: string } | null;
};

/** What was asked of the decision, to ask it again. */
export function sealedInput({ diploma }: Law, { candidate, on, certification }: SealedCandidate): CertificationInput {
  const given = diploma.domains.filter(({ domain }) => domain in certification);
  const domains = new Map(given.map(({ domain }) => [domain, certification[domain] as DomainInput] as const));
  const { keptUntil } = certification as { readonly keptUntil?: Day };
  return { id: candidate, on, ...(keptUntil !== undefined && { keptUntil }), domains };
}

/** Of each candidate who is not left for another day; and, of none, the jury. */
export function sealedOf(found: Deliberating, sealing: Sealing) {
  const own = found.entries.filter((entry) => !isPutAside(found, entry));
  const answer = juryOf(found);
  const candidates = own.map((entry) => {
    const replaces = sealing.before.get(entry.id);
    const version = (replaces?.version ?? 0) + 1;
    return {
      ...hashed(candidateOf(found, entry, answer)),
      entry: entry.id,
      enrolment: entry.enrolment,
      version,
      replaces: replaces?.id ?? null,
    };
  });
  return [
    ...candidates,
    { ...hashed(juryItself(found, answer, sealing)), entry: null, enrolment: undefined, version: 1, replaces: null },
  ];
}

/** The salt keeps anybody from trying which result a hash is of. */
function hashed(value: object) {
  const sealed = canonical({ ...value, salt: randomBytes(16).toString("hex") });
  return { id: newId(), sealed, hash: `sha256:${createHash("sha256").update(sealed).digest("hex")}` };
}

/** Under the names of the contract: whoever puts it to the decision gets the same answer. */
function asked(found: Deliberating) {
  const { law, jury } = found;
  const { diploma, version, establishment } = law.basis;
  return { diploma, version, establishment, on: jury.on };
}

function candidateOf(
  found: Deliberating,
  entry: Entry,
  { candidates }: JuryAnswer,
): SealedCandidate & { readonly basis: unknown } {
  const { domains, ...input } = certificationInput(found, entry);
  const answer = certificationOf(found, entry);
  const place = found.entries.findIndex(({ id }) => id === entry.id);
  const { exams } = candidates[place]!;
  const votes = votesOf(found, entry);
  const standing = broughtOf(found.brought, entry.enrolment);
  return {
    candidate: entry.id,
    name: entry.name,
    number: entry.number,
    enrolment: entry.enrolment,
    on: found.jury.on,
    exams: entry.exams,
    certification: { ...asked(found), ...input, ...Object.fromEntries(domains) },
    marks: entry.exams.flatMap((exam) => marksOfExam(found, entry, exam)),
    domains: answer.domains.map(({ domain, status, points, threshold }) => ({
      domain: domain.domain,
      status,
      points: points ?? null,
      threshold: threshold ?? null,
      origin: status === "dispensed" || status === "held" ? (standing.get(domain.domain)?.origin ?? null) : null,
    })),
    validated: answer.validated,
    acquired: answer.acquired,
    outcome: answer.outcome,
    votes: exams.map(({ domain, outcome }) => ({
      exam: domain.domain,
      outcome,
      ...totals(votes.find(({ exam }) => exam === domain.domain)),
    })),
    warned: warnedOf(entry),
    basis: found.law.basis,
  };
}

function totals(votes: { readonly for: number; readonly against: number; readonly abstain: number } | undefined) {
  return votes ? { for: votes.for, against: votes.against, abstain: votes.abstain } : {};
}

export function marksOfExam(found: Deliberating, entry: Entry, exam: string): readonly SealedMark[] {
  const { law, of, facts } = found;
  const domain = law.diploma.domains.find((one) => one.domain === exam)!;
  const sitting = sittingOf(of, entry.id, exam);
  if (!sitting) return [];
  const called = new Map(of.persons.map(({ id, name }) => [id, name]));
  const anew = anewOf(ofThisDay(facts), entry.id, exam);
  const markers = of.examiners.filter(({ group }) => group === sitting.group).map(({ person }) => person);
  const by = marksApart(domain.exam) ? [...markers, null] : [null];
  return componentsOf(domain.exam).flatMap((component) => {
    const set = anew.findLast((one) => one.component === component);
    return by.flatMap((marker) => {
      const mark = standing(of.marks, { sitting: sitting.id, component, marker });
      const replaced = marker === null && set ? { mark: set.mark, ground: set.ground } : null;
      if (!mark && !replaced) return [];
      const name = marker === null ? null : (called.get(marker) ?? null);
      return [{ exam, component, by: name, mark: mark?.mark ?? null, missed: mark?.missed ?? null, anew: replaced }];
    });
  });
}

function juryItself(found: Deliberating, answer: JuryAnswer, { at, shown }: Sealing): SealedJury {
  const { jury, of, facts, entries } = found;
  const called = personsCalled(found);
  const day = ofThisDay(facts);
  const decision = juryInput(found);
  const named = new Set(decision.members.map(({ id }) => id));
  const there = presentAt(day);
  return {
    jury: jury.id,
    session: of.session.name,
    on: jury.on,
    place: jury.place,
    presides: called.get(presidesAt(day) ?? "") ?? "",
    persons: of.persons
      .filter(({ id }) => named.has(called.get(id) ?? "") || there.includes(id))
      .map(({ id }) => ({ id, name: called.get(id)! })),
    closedAt: at.toISOString(),
    shown,
    decision: { ...asked(found), ...decision },
    regular: answer.regular && answer.mayClose,
    corrects: jury.corrects,
    ground: jury.ground,
    left: entries.filter(({ id }) => isLeft(day, id)).map(({ name }) => name),
    waiting: entries.filter((entry) => !isLeft(day, entry.id) && awaitsLapse(found, entry)).map(({ name }) => name),
    fraud: declaredFraud(facts) ?? null,
  };
}
