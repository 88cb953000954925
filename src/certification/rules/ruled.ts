/** The jury itself: the jury decision's input from a deliberation, and its answer. */
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
import type { Law } from "../../law/law.ts";
import type { Certifying, Entry, Person } from "./facts.ts";
import { isPutAside, sittingOf } from "./proposed.ts";
import { isAdopted, shownNow, votesOf } from "./shown.ts";

/** The jury decision's input. */
export function juryInput(deliberation: Deliberating): JuryInput {
  const { of, jury } = deliberation;
  const facts = ofThisDay(deliberation.facts);
  const called = personsCalled(deliberation);
  const entryCalled = calledApart(of.entries, ({ number }) => number);
  const nameOf = (id: string) => called.get(id) ?? id;
  const present = new Set(presentAt(facts));
  const order = of.orders.toSorted((a, b) => (a.signedOn < b.signedOn ? -1 : 1))[0];
  const appointed = new Map(
    of.designations.filter(({ exam, on }) => exam === null && on <= jury.on).map(({ person, on }) => [person, on]),
  );
  const directors = new Set(deliberation.entries.flatMap(({ director }) => director ?? []));
  // A person present without appointment is reported, except a director, who attends for one candidate.
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
    adopted: isAdopted(deliberation),
    candidates: deliberation.entries.map((entry) =>
      candidate(deliberation, entry, { nameOf, called: entryCalled, members }),
    ),
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

/** The first day on which a person was designated for an exam by the given party. */
function designatedOn(of: Certifying, person: string, exam: string, by: string): Day | undefined {
  return of.designations
    .filter((one) => one.person === person && one.exam === exam && one.by === by)
    .map(({ on }) => on)
    .toSorted()[0];
}

/** By the day of the exam: for it, or to the jury where its members examine. */
export function isDesignated(
  of: Certifying,
  { domain, exam: { examiners } }: Pick<Law["diploma"]["domains"][number], "domain" | "exam">,
  { person, by, heldOn }: { readonly person: string; readonly by: string; readonly heldOn: Day },
): boolean {
  const member = examiners.some((one) => one.by === by && one.as === "member");
  const own = member ? of.designations.find((one) => one.person === person && one.exam === null)?.on : undefined;
  const on = own ?? designatedOn(of, person, domain, by);
  return on !== undefined && on <= heldOn;
}

function designated(of: Certifying, person: string, exam: string, by: string) {
  const on = designatedOn(of, person, exam, by);
  return on === undefined ? {} : { designatedOn: on };
}

function candidate(
  deliberation: Deliberating,
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
  const { of } = deliberation;
  const facts = ofThisDay(deliberation.facts);
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
    ...(isPutAside(deliberation, entry) && { adjourned: true }),
    heardBy: heard.map(({ group }) => groups.get(group)!.name),
    ...(director !== null && { director: nameOf(director), directorTookPart: there }),
    links: links.map(({ person, kind }) => ({ member: nameOf(person), kind })),
    votes: votesOf(deliberation, entry),
  };
}

export function juryOf(deliberation: Deliberating): JuryAnswer {
  return juryRule(deliberation.law)(juryInput(deliberation));
}

/** The fingerprint of all that closing seals: proposals, decisions and who made them. */
export function toBeClosed(deliberation: Deliberating): string {
  const presides = presidesAt(ofThisDay(deliberation.facts)) ?? null;
  return deliberation.shownAs({ shown: shownNow(deliberation), decision: juryInput(deliberation), presides });
}
