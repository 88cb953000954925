/**
 * A deliberation from its noted facts: presence, presidency, vote totals, overridden marks, postponed candidates, adoption. Facts before a
 * postponement no longer count: that jury was incomplete.
 */
import type { Votes } from "../../decisions/jury/facts.ts";
import { toldApart } from "../../kit/apart.ts";
import type { Day } from "../../kit/day.ts";
import type { Law } from "../../law/law.ts";
import type { Certifying, Entry, Held } from "./facts.ts";
import type { JuryMark } from "./marks.ts";
import { type Holding, inputsOf, type Notified, type Standing, standings } from "./standing.ts";

export type Jury = {
  readonly id: string;
  readonly session: string;
  readonly on: Day;
  readonly place: string;
  readonly corrects: string | null;
  readonly ground: string | null;
  readonly only: string | null;
  readonly closedAt: Date | null;
  readonly notifiedOn: Day | null;
  readonly annulment: Annulment | null;
};

/** By whom a jury was annulled, and from which day what it decided is void. */
export type Annulment = {
  readonly from: Day;
  readonly by: "court" | "state";
  readonly authority: string;
  readonly reference: string;
  readonly ground: string;
};

/** The fingerprint of the marks and proposals shown at the time; absent from the first facts. */
type Seen = { readonly shown?: string };

/** A noted fact; `entry` if it concerns one candidate. */
export type Fact = { readonly entry: string | null } & (
  | { readonly kind: "presence"; readonly said: { readonly present: readonly string[] } }
  | { readonly kind: "presides"; readonly said: { readonly person: string } }
  | { readonly kind: "director"; readonly said: { readonly there: boolean } }
  | { readonly kind: "votes"; readonly said: Votes & Seen }
  | { readonly kind: "anew"; readonly said: JuryMark & { readonly exam: string } }
  | { readonly kind: "left"; readonly said: { readonly ground: string } }
  | { readonly kind: "resumed"; readonly said: Readonly<Record<string, never>> }
  | { readonly kind: "adopted"; readonly said: Seen }
  | {
      readonly kind: "override";
      readonly said: { readonly rules: readonly string[]; readonly by: string; readonly ground: string };
    }
  | { readonly kind: "fraud"; readonly said: { readonly by: string; readonly ground: string } }
  | { readonly kind: "put-off"; readonly said: { readonly to: Day; readonly ground: string } }
);

/** The facts since the last postponement. */
export function ofThisDay(facts: readonly Fact[]): readonly Fact[] {
  return facts.slice(facts.findLastIndex(({ kind }) => kind === "put-off") + 1);
}

type Kind<K extends Fact["kind"]> = Extract<Fact, { kind: K }>;
export function last<K extends Fact["kind"]>(facts: readonly Fact[], kind: K, entry: string | null = null) {
  return facts.findLast((one): one is Kind<K> => one.kind === kind && one.entry === entry);
}
export function all<K extends Fact["kind"]>(facts: readonly Fact[], kind: K, entry: string): readonly Kind<K>[] {
  return facts.filter((one): one is Kind<K> => one.kind === kind && one.entry === entry);
}

export function presentAt(facts: readonly Fact[]): readonly string[] {
  return last(facts, "presence")?.said.present ?? [];
}
/** The last person noted as presiding, while present: an absent person does not preside. */
export function presidesAt(facts: readonly Fact[]): string | undefined {
  const person = last(facts, "presides")?.said.person;
  return person !== undefined && presentAt(facts).includes(person) ? person : undefined;
}
export function isLeft(facts: readonly Fact[], entry: string): boolean {
  const kinds = facts.filter((one) => one.entry === entry).map(({ kind }) => kind);
  return kinds.findLast((kind) => kind === "left" || kind === "resumed") === "left";
}
/** The authority's declaration of fraud; it survives a postponement. */
export function declaredFraud(facts: readonly Fact[]) {
  return facts.findLast((one): one is Kind<"fraud"> => one.kind === "fraud")?.said;
}
/** The overridden marks of one exam, in order. */
export function juryMarksOf(facts: readonly Fact[], entry: string, exam: string): readonly JuryMark[] {
  return all(facts, "anew", entry).flatMap(({ said }) => (said.exam === exam ? [said] : []));
}
/** What each candidate holds besides, and had notified before. */
export type Brought = {
  readonly held: ReadonlyMap<string, readonly Held[]>;
  readonly notified: ReadonlyMap<string, readonly Notified[]>;
  readonly lapsed: ReadonlyMap<string, Day>;
  readonly kept: ReadonlyMap<string, Day>;
};

/** What one candidate holds, by domain. */
export function broughtOf({ held, notified, lapsed }: Brought, enrolment: string): ReadonlyMap<string, Standing> {
  return standings(held.get(enrolment) ?? [], notified.get(enrolment) ?? [], lapsed.get(enrolment));
}

/** The same, as the decision's input. */
export function holdingOf(brought: Brought, enrolment: string): Holding {
  return { domains: inputsOf(broughtOf(brought, enrolment)), keptUntil: brought.kept.get(enrolment) };
}

export type Deliberating = {
  readonly law: Law;
  readonly of: Certifying;
  readonly brought: Brought;
  readonly jury: Jury;
  readonly facts: readonly Fact[];
  /** The entries it rules on, each reduced to the exams still to sit that day. */
  readonly entries: readonly Entry[];
  /** Computes the fingerprint of a value. */
  readonly shownAs: (value: unknown) => string;
};

/** A distinct name for each person: namesakes get what tells them apart, if need be part of their id. */
export function calledApart<T extends { readonly id: string; readonly name: string }>(
  them: readonly T[],
  by: (one: T) => string | null,
): ReadonlyMap<string, string> {
  const apart = toldApart(toldApart(them, by), ({ id }) => id.slice(-8));
  return new Map(apart.map(({ id, name }) => [id, name]));
}

/** Names of the register entries in this deliberation only: a namesake at another session needs no distinction here. */
export function personsCalled({ of, facts }: Pick<Deliberating, "of" | "facts">): ReadonlyMap<string, string> {
  const here = new Set([
    ...[...of.designations, ...of.examiners, ...of.links].map(({ person }) => person),
    ...of.entries.flatMap(({ director }) => director ?? []),
    ...facts.flatMap((one) => (one.kind === "presence" ? one.said.present : [])),
  ]);
  const persons = [...of.persons, ...of.directors].filter(({ id }) => here.has(id));
  return calledApart(persons, ({ employer, address }) => employer || address);
}
