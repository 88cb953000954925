/** What closing a jury seals: for each candidate the decisions' inputs and answers, and the jury itself. */
import { createHash, randomBytes } from "node:crypto";
import { newId } from "../../kit/id.ts";
import type { Day } from "../../kit/day.ts";
import { canonical } from "../../kit/canonical.ts";
import {
  juryMarksOf,
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
import type { Entry } from "../rules/facts.ts";
import { componentsOf, marksApart, latestMark } from "../rules/marks.ts";
import type { SealedCandidate, SealedJury, SealedMark } from "../rules/sealed.ts";
import { warnedOf } from "../rules/warned.ts";
import type { Sealed } from "../store.ts";

type Sealing = {
  readonly at: Date;
  readonly zone: string;
  readonly by: string;
  /** The fingerprint of what was shown to the president. */
  readonly shown: string;
  readonly before: ReadonlyMap<string, Sealed>;
};

/** The sealed input of the certification decision, to run it again. */
export function sealedInput({ diploma }: Law, { candidate, on, certification }: SealedCandidate): CertificationInput {
  const judged = diploma.domains.filter(({ domain }) => domain in certification);
  const domains = new Map(judged.map(({ domain }) => [domain, certification[domain] as DomainInput] as const));
  const { keptUntil } = certification as { readonly keptUntil?: Day };
  return { id: candidate, on, ...(keptUntil !== undefined && { keptUntil }), domains };
}

/** One row per candidate ruled on, and one for the jury itself, with a null entry. */
export function sealedOf(deliberation: Deliberating, sealing: Sealing) {
  const own = deliberation.entries.filter((entry) => !isPutAside(deliberation, entry));
  const answer = juryOf(deliberation);
  const candidates = own.map((entry) => {
    const replaces = sealing.before.get(entry.id);
    const version = (replaces?.version ?? 0) + 1;
    return {
      ...hashed(candidateOf(deliberation, entry, answer)),
      entry: entry.id,
      enrolment: entry.enrolment,
      version,
      replaces: replaces?.id ?? null,
    };
  });
  return [
    ...candidates,
    {
      ...hashed(juryItself(deliberation, answer, sealing)),
      entry: null,
      enrolment: undefined,
      version: 1,
      replaces: null,
    },
  ];
}

/** The salt prevents guessing a result by hashing every possibility. */
function hashed(value: object) {
  const sealed = canonical({ ...value, salt: randomBytes(16).toString("hex") });
  return { id: newId(), sealed, hash: `sha256:${createHash("sha256").update(sealed).digest("hex")}` };
}

/** Named as in the public contract, so that anybody can run the decision again and compare. */
function contractBasis(deliberation: Deliberating) {
  const { law, jury } = deliberation;
  const { diploma, version, establishment } = law.basis;
  return { diploma, version, establishment, on: jury.on };
}

function candidateOf(
  deliberation: Deliberating,
  entry: Entry,
  { candidates }: JuryAnswer,
): SealedCandidate & { readonly basis: unknown } {
  const { domains, ...input } = certificationInput(deliberation, entry);
  const answer = certificationOf(deliberation, entry);
  const place = deliberation.entries.findIndex(({ id }) => id === entry.id);
  const { exams } = candidates[place]!;
  const votes = votesOf(deliberation, entry);
  const standing = broughtOf(deliberation.brought, entry.enrolment);
  return {
    candidate: entry.id,
    name: entry.name,
    number: entry.number,
    enrolment: entry.enrolment,
    on: deliberation.jury.on,
    exams: entry.exams,
    certification: { ...contractBasis(deliberation), ...input, ...Object.fromEntries(domains) },
    marks: entry.exams.flatMap((exam) => marksOfExam(deliberation, entry, exam)),
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
    basis: deliberation.law.basis,
  };
}

function totals(votes: { readonly for: number; readonly against: number; readonly abstain: number } | undefined) {
  return votes ? { for: votes.for, against: votes.against, abstain: votes.abstain } : {};
}

export function marksOfExam(deliberation: Deliberating, entry: Entry, exam: string): readonly SealedMark[] {
  const { law, of, facts } = deliberation;
  const domain = law.diploma.domains.find((one) => one.domain === exam)!;
  const sitting = sittingOf(of, entry.id, exam);
  if (!sitting) return [];
  const called = new Map(of.persons.map(({ id, name }) => [id, name]));
  const anew = juryMarksOf(ofThisDay(facts), entry.id, exam);
  const markers = of.examiners.filter(({ group }) => group === sitting.group).map(({ person }) => person);
  const by = marksApart(domain.exam) ? [...markers, null] : [null];
  return componentsOf(domain.exam).flatMap((component) => {
    const set = anew.findLast((one) => one.component === component);
    return by.flatMap((marker) => {
      const mark = latestMark(of.marks, { sitting: sitting.id, component, marker });
      const replaced = marker === null && set ? { mark: set.mark, ground: set.ground } : null;
      if (!mark && !replaced) return [];
      const name = marker === null ? null : (called.get(marker) ?? null);
      return [{ exam, component, by: name, mark: mark?.mark ?? null, missed: mark?.missed ?? null, anew: replaced }];
    });
  });
}

function juryItself(deliberation: Deliberating, answer: JuryAnswer, { at, shown }: Sealing): SealedJury {
  const { jury, of, facts, entries } = deliberation;
  const called = personsCalled(deliberation);
  const day = ofThisDay(facts);
  const decision = juryInput(deliberation);
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
    decision: { ...contractBasis(deliberation), ...decision },
    regular: answer.regular && answer.mayClose,
    corrects: jury.corrects,
    ground: jury.ground,
    left: entries.filter(({ id }) => isLeft(day, id)).map(({ name }) => name),
    waiting: entries
      .filter((entry) => !isLeft(day, entry.id) && awaitsLapse(deliberation, entry))
      .map(({ name }) => name),
    fraud: declaredFraud(facts) ?? null,
  };
}
