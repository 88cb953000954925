/** The jury itself: what the decision on juries is asked of a deliberation, and answers. */
import type { Candidate, JuryInput } from "../../decisions/jury/facts.ts";
import { type JuryAnswer, juryRule } from "../../decisions/jury/rule.ts";
import type { Day } from "../../kit/day.ts";
import {
  calledApart,
  type Deliberating,
  last,
  ofThisDay,
  personsCalled,
  presentAt,
  presidesAt,
} from "./deliberation.ts";
import type { Certifying, Entry, Person } from "./facts.ts";
import { isPutAside, sittingOf } from "./proposed.ts";
import { isAdopted, shownNow, votesOf } from "./shown.ts";

/** What the decision on juries is asked. */
export function juryInput(given: Deliberating): JuryInput {
  const { of, jury } = given;
  const facts = ofThisDay(given.facts);
  const called = personsCalled(given);
  const entryCalled = calledApart(of.entries, ({ number }) => number);
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
    adopted: isAdopted(given),
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
    ...(isPutAside(given, entry) && { adjourned: true }),
    heardBy: heard.map(({ group }) => groups.get(group)!.name),
    ...(director !== null && { director: nameOf(director), directorTookPart: there }),
    links: links.map(({ person, kind }) => ({ member: nameOf(person), kind })),
    votes: votesOf(given, entry),
  };
}

export function juryOf(given: Deliberating): JuryAnswer {
  return juryRule(given.law)(juryInput(given));
}

/** The fingerprint of all that closing seals: what was proposed, what was decided of it, and by whom. */
export function toBeClosed(given: Deliberating): string {
  const presides = presidesAt(ofThisDay(given.facts)) ?? null;
  return given.shownAs({ shown: shownNow(given), decision: juryInput(given), presides });
}
