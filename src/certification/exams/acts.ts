/** Exams as they are held: groups of candidates before their examiners, and the marks that these give. */
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { change, keep } from "../../act/keep.ts";
import { actorName } from "../../act/permissions.ts";
import { book, rebook, unbook } from "../../agenda/book.ts";
import { sidesOf } from "../../decisions/jury/facts.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { beginsAt, endsAt, isTime } from "../../kit/zone.ts";
import { DaySchema, KeySchema } from "../../law/entry.ts";
import { Ground, Name } from "../acts.ts";
import { clashIssues, said } from "../refusals.ts";
import type { Certifying, Group } from "../rules/facts.ts";
import { designatedOn, sittingOf } from "../rules/deliberation.ts";
import { openRoomNamed } from "../store.ts";
import { sessionChain, type Within, within } from "../within.ts";
import { entriesOf, groupChain, groupIn, isRuled } from "./group.ts";
import { tellAway, tellConvoked } from "./convoking.ts";
import * as gives from "../gives.ts";

const Time = Type.String({ pattern: "^\\d{2}:\\d{2}$" });

export const arrangeGroup = defineAct({
  name: "arrangeGroup",
  label: { fr: "Composer un groupe d’épreuve", en: "Arrange a group of an exam" },
  who: "prepare the certification",
  form: Type.Object(
    {
      session: Id,
      exam: KeySchema,
      name: Name,
      day: DaySchema,
      from: Time,
      until: Time,
      room: Type.Optional(Id),
      examiners: Type.Array(Type.Object({ person: Id, by: KeySchema }, closed), { minItems: 1, maxItems: 20 }),
      candidates: Type.Array(Id, { minItems: 1, maxItems: 100 }),
    },
    closed,
  ),
  gives: gives.arrangeGroup,
  writes: ["exam_group", "exam_examiner", "exam_sitting", "booking", "mail"],
  async perform(given) {
    const { tx, input, actor, at, zone } = given;
    const found = await within(given, input.session);
    if (!found) return FORBIDDEN;
    const wrong = groupIssue(found, input);
    if (wrong) return invalid([wrong]);
    const [from, until] = [beginsAt, endsAt].map((one, i) =>
      one({ day: input.day, time: i === 0 ? input.from : input.until }, zone),
    );
    const room = input.room === undefined ? null : await openRoomNamed(tx, input.room);
    if (room === undefined) return invalid([said.room]);
    const id = randomUUID();
    const { session, persons, entries } = found.of;
    const { exam, day: held_on } = input;
    const by = { arranged_by: actorName(actor), arranged_at: at, cancelled_at: null, cancelled_why: null };
    const when = { held_on, from_at: from!, until_at: until! };
    const own = { id, session: session.id, exam, name: input.name.trim(), room: input.room ?? null };
    await keep(tx, "exam_group", { ...own, ...when, ...by });
    for (const { person, by: side } of input.examiners)
      await keep(tx, "exam_examiner", { id: randomUUID(), exam_group: id, person, by: side, ...STAYS });
    for (const entry of input.candidates)
      await keep(tx, "exam_sitting", {
        id: randomUUID(),
        exam_group: id,
        entry,
        director_there: null,
        released_at: null,
      });
    const examiners = input.examiners.map(({ person }) => persons.find((one) => one.id === person)!);
    const candidates = input.candidates.map((entry) => entries.find((one) => one.id === entry)!);
    const taken = [
      ...(input.room === undefined ? [] : [`room:${input.room}`]),
      ...examiners.flatMap(({ actors }) => actors),
      ...candidates.map(({ account }) => `account:${account}`),
    ];
    const clashes = await book(tx, { what: groupChain(id), taken, from: from!, until: until! });
    if (clashes.length > 0) return invalid(clashIssues(clashes, takenNamed(found.of, input.room, room), zone));
    const group = { id, exam, name: own.name, room: own.room, heldOn: held_on, from: from!, until: until! };
    await tellConvoked(given, found, { group, room: room?.name, examiners, candidates });
    return done({ group: id }, sessionChain(session.id));
  },
});

const STAYS = { left_at: null, left_why: null, finished: null, finished_at: null } as const;

function takenNamed({ persons, entries }: Certifying, room: string | undefined, named: { name: string } | null) {
  return (taken: string): string => {
    if (taken === `room:${room}`) return named?.name ?? "–";
    const person = persons.find(({ actors }) => actors.includes(taken));
    return person?.name ?? entries.find(({ account }) => taken === `account:${account}`)?.name ?? "–";
  };
}

type Asked = {
  readonly exam: string;
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly examiners: readonly { readonly person: string; readonly by: string }[];
  readonly candidates: readonly string[];
};

function groupIssue({ of, law }: Within, { exam, name, from, until, examiners, candidates }: Asked) {
  const domain = law.diploma.domains.find((one) => one.domain === exam);
  if (!domain) return said.exam;
  if (!isTime(from) || !isTime(until) || until <= from) return said.times;
  if (of.groups.some((one) => one.name.toLowerCase() === name.trim().toLowerCase())) return said.groupName;
  const sides = sidesOf(domain).map(({ by }) => by);
  const known = examiners.every(({ person }) => of.persons.some(({ id }) => id === person));
  if (!known || examiners.some(({ by }) => !sides.includes(by))) return said.side;
  if (new Set(examiners.map(({ person }) => person)).size < examiners.length) return said.already;
  const theirs = (id: string) => of.entries.find((one) => one.id === id);
  if (new Set(candidates).size < candidates.length) return said.notPresented;
  // Heard again by another group, where the first was irregular, once the first is released.
  if (candidates.some((id) => !theirs(id)?.exams.includes(exam) || sittingOf(of, id, exam))) return said.notPresented;
  return undefined;
}

/** What was composed falls away before anybody is heard, or what was heard is to be heard anew: the marks stay, and count no more. */
export const cancelGroup = defineAct({
  name: "cancelGroup",
  label: { fr: "Annuler un groupe d’épreuve", en: "Cancel a group of an exam" },
  who: "prepare the certification",
  form: Type.Object({ group: Id, ground: Ground }, closed),
  gives: gives.nothing,
  writes: ["exam_group", "exam_sitting", "booking", "mail"],
  async perform(given) {
    const { tx, input, at } = given;
    const found = await groupIn(given, input.group);
    if (!found) return FORBIDDEN;
    const { group, of } = found;
    const heard = of.sittings.filter((one) => one.group === group.id);
    if (
      await isRuled(
        given,
        heard.map(({ entry }) => entry),
      )
    )
      return invalid([said.over("group")]);
    await change(tx, "exam_group", group.id, { cancelled_at: at, cancelled_why: input.ground.trim() });
    for (const { id } of heard) await change(tx, "exam_sitting", id, { released_at: at });
    await unbook(tx, groupChain(group.id));
    await tellAway(given, found, { ground: input.ground.trim() });
    return done({}, sessionChain(of.session.id));
  },
});

/** In one act, before they hear anybody: who comes instead was designated by the day of the exam. */
export const replaceExaminer = defineAct({
  name: "replaceExaminer",
  label: { fr: "Remplacer un examinateur", en: "Replace an examiner" },
  who: "prepare the certification",
  form: Type.Object({ group: Id, person: Id, by: Id, ground: Ground }, closed),
  gives: gives.nothing,
  writes: ["exam_examiner", "booking", "mail"],
  async perform(given) {
    const { tx, input, at, zone } = given;
    const found = await groupIn(given, input.group);
    if (!found) return FORBIDDEN;
    const { group, of } = found;
    const examiners = of.examiners.filter((one) => one.group === group.id);
    const seat = examiners.find(({ person }) => person === input.person);
    const other = of.persons.find(({ id }) => id === input.by);
    if (!seat || !other) return FORBIDDEN;
    if (examiners.some(({ person }) => person === other.id)) return invalid([said.already]);
    const sittings = of.sittings.filter((one) => one.group === group.id).map(({ id }) => id);
    const marked = of.marks.some((one) => sittings.includes(one.sitting) && [null, seat.person].includes(one.marker));
    if (marked) return invalid([said.marked]);
    if (!isDesignated(found, other.id, seat.by)) return invalid([said.undesignated]);
    await change(tx, "exam_examiner", seat.id, { left_at: at, left_why: input.ground.trim() });
    await keep(tx, "exam_examiner", {
      id: randomUUID(),
      exam_group: group.id,
      person: other.id,
      by: seat.by,
      ...STAYS,
    });
    const all = examiners.map(({ person }) => (person === seat.person ? other.id : person));
    const taken = [
      ...(group.room === null ? [] : [`room:${group.room}`]),
      ...all.flatMap((id) => of.persons.find((one) => one.id === id)!.actors),
      ...entriesOf(of, group).map(({ account }) => `account:${account}`),
    ];
    const clashes = await rebook(tx, { what: groupChain(group.id), taken, from: group.from, until: group.until });
    if (clashes.length > 0) return invalid(clashIssues(clashes, takenNamed(of, undefined, null), zone));
    const left = of.persons.find(({ id }) => id === seat.person)!;
    await tellAway(given, found, { ground: input.ground.trim(), only: left });
    await tellConvoked(given, found, { group, room: undefined, examiners: [other], candidates: [] });
    return done({}, sessionChain(of.session.id));
  },
});

function isDesignated({ of, group }: { of: Certifying; group: Group }, person: string, by: string): boolean {
  const own = by === "jury" ? of.designations.find((one) => one.person === person && one.exam === null)?.on : undefined;
  const on = own ?? designatedOn(of, person, group.exam, by);
  return on !== undefined && on <= group.heldOn;
}
