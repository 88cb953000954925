/**
 * A deliberation, from what happened there: who is present and presides, the votes as totals, marks set anew, who waits for
 * another day, what was adopted. What went before the jury was put off counts no more: it was not complete.
 */
import { certificationRule, type DomainInput } from "../../decisions/certification/rule.ts";
import { type JuryAnswer, juryRule } from "../../decisions/jury/rule.ts";
import type { Candidate, JuryInput, Votes } from "../../decisions/jury/facts.ts";
import type { Day } from "../../kit/day.ts";
import type { Law } from "../../law/law.ts";
import type { Certifying, Entry, Person } from "./facts.ts";
import { type Anew, judged } from "./marks.ts";
import { inputsOf, knownOn, type Notified, type Standing, standings } from "./standing.ts";
import type { Held } from "./facts.ts";

export type Jury = {
  readonly id: string;
  readonly session: string;
  readonly on: Day;
  readonly place: string;
  readonly corrects: string | null;
  readonly ground: string | null;
  readonly only: string | null;
  readonly fraud: boolean;
  readonly closedAt: Date | null;
  readonly notifiedOn: Day | null;
};

/** What happens at a deliberation, in its order; `entry` where it is about one candidate. */
export type Fact = { readonly entry: string | null } & (
  | { readonly kind: "presence"; readonly said: { readonly present: readonly string[] } }
  | { readonly kind: "presides"; readonly said: { readonly person: string } }
  | { readonly kind: "director"; readonly said: { readonly there: boolean } }
  | { readonly kind: "votes"; readonly said: Votes }
  | { readonly kind: "anew"; readonly said: Anew & { readonly exam: string } }
  | { readonly kind: "left"; readonly said: { readonly ground: string } }
  | { readonly kind: "resumed"; readonly said: Readonly<Record<string, never>> }
  | { readonly kind: "adopted"; readonly said: Readonly<Record<string, never>> }
  | {
      readonly kind: "override";
      readonly said: { readonly rules: readonly string[]; readonly by: string; readonly ground: string };
    }
  | { readonly kind: "put-off"; readonly said: { readonly to: Day; readonly ground: string } }
);

/** Since the jury was last put off. */
export function ofThisDay(facts: readonly Fact[]): readonly Fact[] {
  return facts.slice(facts.findLastIndex(({ kind }) => kind === "put-off") + 1);
}

type Kind<K extends Fact["kind"]> = Extract<Fact, { kind: K }>;
function last<K extends Fact["kind"]>(facts: readonly Fact[], kind: K, entry: string | null = null) {
  return facts.findLast((one): one is Kind<K> => one.kind === kind && one.entry === entry);
}
function all<K extends Fact["kind"]>(facts: readonly Fact[], kind: K, entry: string): readonly Kind<K>[] {
  return facts.filter((one): one is Kind<K> => one.kind === kind && one.entry === entry);
}

export function presentAt(facts: readonly Fact[]): readonly string[] {
  return last(facts, "presence")?.said.present ?? [];
}
export function presidesAt(facts: readonly Fact[]): string | undefined {
  return last(facts, "presides")?.said.person;
}
export function isLeft(facts: readonly Fact[], entry: string): boolean {
  const kinds = facts.filter((one) => one.entry === entry).map(({ kind }) => kind);
  return kinds.findLast((kind) => kind === "left" || kind === "resumed") === "left";
}
export function isAdopted(facts: readonly Fact[]): boolean {
  return last(facts, "adopted") !== undefined;
}
/** The marks set anew for one exam, the last of each component. */
export function anewOf(facts: readonly Fact[], entry: string, exam: string): readonly Anew[] {
  return all(facts, "anew", entry).flatMap(({ said }) => (said.exam === exam ? [said] : []));
}
export function votesOf(facts: readonly Fact[], entry: string): readonly Votes[] {
  const votes = all(facts, "votes", entry).map(({ said }) => said);
  return votes.filter((one, at) => votes.findLastIndex(({ exam }) => exam === one.exam) === at);
}

/** What each candidate holds besides, and had notified before. */
export type Brought = {
  readonly held: ReadonlyMap<string, readonly Held[]>;
  readonly notified: ReadonlyMap<string, readonly Notified[]>;
  readonly lapsed: ReadonlyMap<string, Day>;
};

/** What stands of one of them, by domain. */
export function broughtOf({ held, notified, lapsed }: Brought, enrolment: string): ReadonlyMap<string, Standing> {
  return standings(held.get(enrolment) ?? [], notified.get(enrolment) ?? [], lapsed.get(enrolment));
}

export type Deliberating = {
  readonly law: Law;
  readonly of: Certifying;
  readonly brought: Brought;
  readonly jury: Jury;
  readonly facts: readonly Fact[];
  /** Whom it rules on. */
  readonly entries: readonly Entry[];
};

/** As papers call them, each by a name of their own: the second of one name is told apart. */
export function calledApart(
  them: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    them.map(({ id, name }) => {
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [id, count === 1 ? name : `${name} (${count})`] as const;
    }),
  );
}

/** Of one candidate’s exam: what the examiners’ marks and those set anew come to; nothing while a mark is awaited. */
export function judgedIn({ law, of, facts }: Deliberating, entry: Entry, exam: string): DomainInput | undefined {
  const domain = law.diploma.domains.find((one) => one.domain === exam)!;
  const sitting = sittingOf(of, entry.id, exam);
  if (!sitting) return undefined;
  const markers = of.examiners.filter(({ group }) => group === sitting.group).map(({ person }) => person);
  return judged(domain.exam, of.marks, sitting.id, {
    markers,
    anew: anewOf(ofThisDay(facts), entry.id, exam),
  });
}

/** The last group that a candidate came before, of one exam. */
export function sittingOf(of: Certifying, entry: string, exam: string) {
  const groups = new Map(of.groups.filter((one) => one.exam === exam).map((one) => [one.id, one]));
  return of.sittings
    .filter((one) => one.entry === entry && groups.has(one.group))
    .toSorted((a, b) => groups.get(a.group)!.from.getTime() - groups.get(b.group)!.from.getTime())
    .at(-1);
}

/** What the decision on certification is asked of one candidate, on the day of the jury; exams without marks are left out. */
export function certificationInput(given: Deliberating, entry: Entry, notifiedOn?: Day) {
  const { jury, brought } = given;
  const held = inputsOf(broughtOf(brought, entry.enrolment));
  const judgedExams = entry.exams.flatMap((exam) => {
    const input = judgedIn(given, entry, exam);
    return input ? [[exam, input] as const] : [];
  });
  const domains = new Map<string, DomainInput>([...knownOn(held, jury.on), ...judgedExams]);
  return { id: entry.id, on: jury.on, ...(notifiedOn && { notifiedOn }), domains };
}

export function certificationOf(given: Deliberating, entry: Entry, notifiedOn?: Day) {
  return certificationRule(given.law)(certificationInput(given, entry, notifiedOn));
}

/** The exams of a candidate for which a mark is awaited still. */
export function unmarked(given: Deliberating, entry: Entry): readonly string[] {
  return entry.exams.filter((exam) => judgedIn(given, entry, exam) === undefined);
}

/** What the decision on juries is asked. */
export function juryInput(given: Deliberating): JuryInput {
  const { of, jury } = given;
  const facts = ofThisDay(given.facts);
  const called = calledApart([...of.persons, ...of.directors]);
  const entryCalled = calledApart(of.entries);
  const nameOf = (id: string) => called.get(id) ?? id;
  const present = new Set(presentAt(facts));
  const order = of.orders.toSorted((a, b) => (a.signedOn < b.signedOn ? -1 : 1))[0];
  const appointed = new Map(
    of.designations.filter(({ exam, on }) => exam === null && on <= jury.on).map(({ person, on }) => [person, on]),
  );
  const directors = new Set(given.entries.flatMap(({ director }) => director ?? []));
  // Whoever is there and is no member is told: but a director, who is there for one candidate.
  const members = of.persons.filter(
    (one) => one.college !== null && (appointed.has(one.id) || (present.has(one.id) && !directors.has(one.id))),
  );
  const override = last(facts, "override")?.said;
  const panels = of.groups.filter(
    (group) => group.heldOn <= jury.on && of.sittings.some((one) => one.group === group.id),
  );
  return {
    id: jury.id,
    on: jury.on,
    ...(order && { order: { number: order.number, signedOn: order.signedOn } }),
    members: members.map((one) => member(one, nameOf(one.id), { present, appointed })),
    ...(override && { override }),
    panels: panels.map((group) => ({
      id: group.name,
      exam: group.exam,
      heldOn: group.heldOn,
      examiners: of.examiners
        .filter((one) => one.group === group.id)
        .map(({ person, by, finished }) => ({
          id: nameOf(person),
          by,
          ...designated(of, person, group.exam, by),
          marked: finished !== null,
        })),
    })),
    adopted: isAdopted(facts),
    candidates: given.entries.map((entry) => candidate(given, entry, { nameOf, called: entryCalled, members })),
  };
}

function member(
  { id, college, seat, side }: Person,
  name: string,
  { present, appointed }: { readonly present: ReadonlySet<string>; readonly appointed: ReadonlyMap<string, Day> },
): JuryInput["members"][number] {
  const on = appointed.get(id);
  return {
    id: name,
    college: college!,
    ...(seat !== null && { represents: seat }),
    ...(side !== null && { side }),
    ...(on !== undefined && { appointedOn: on }),
    present: present.has(id),
  };
}

/** The first day on which somebody was named for an exam by whose it is to name them. */
export function designatedOn(of: Certifying, person: string, exam: string, by: string): Day | undefined {
  return of.designations
    .filter((one) => one.person === person && one.exam === exam && one.by === by)
    .map(({ on }) => on)
    .toSorted()[0];
}

function designated(of: Certifying, person: string, exam: string, by: string) {
  const on = designatedOn(of, person, exam, by);
  return on === undefined ? {} : { designatedOn: on };
}

function candidate(
  given: Deliberating,
  entry: Entry,
  {
    nameOf,
    called,
    members,
  }: {
    readonly nameOf: (id: string) => string;
    readonly called: ReadonlyMap<string, string>;
    readonly members: readonly Person[];
  },
): Candidate {
  const { of } = given;
  const facts = ofThisDay(given.facts);
  const groups = new Map(of.groups.map((one) => [one.id, one]));
  const heard = entry.exams.flatMap((exam) => sittingOf(of, entry.id, exam) ?? []);
  const { director } = entry;
  const there =
    last(facts, "director", entry.id)?.said.there ?? heard.some(({ directorThere }) => directorThere === true);
  const ids = new Set(members.map(({ id }) => id));
  const links = of.links.filter((one) => one.entry === entry.id && (ids.has(one.person) || one.person === director));
  return {
    id: called.get(entry.id)!,
    exams: entry.exams,
    ...(isLeft(facts, entry.id) && { adjourned: true }),
    heardBy: heard.map(({ group }) => groups.get(group)!.name),
    ...(director !== null && { director: nameOf(director), directorTookPart: there }),
    links: links.map(({ person, kind }) => ({ member: nameOf(person), kind })),
    votes: votesOf(facts, entry.id),
  };
}

export function juryOf(given: Deliberating): JuryAnswer {
  return juryRule(given.law)(juryInput(given));
}
