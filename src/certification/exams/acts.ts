/** Holding exams: groups of candidates before their examiners, convoked, cancelled, or with an examiner replaced. */
import { type Label, sayDay, sayList } from "../../kit/lang.ts";
import { issue } from "../../kit/schema.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, refused } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { change, keep } from "../../act/keep.ts";
import { actorName } from "../../act/permissions.ts";
import { unbook } from "../../agenda/book.ts";
import { sidesOf } from "../../decisions/jury/facts.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { timeIn } from "../../kit/instant.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { beginsAt, dayIn, isTime } from "../../kit/zone.ts";
import { DaySchema, KeySchema } from "../../law/entry.ts";
import { finding } from "../../law/finding.ts";
import { Ground, Name } from "../acts.ts";
import { said } from "../refusals.ts";
import type { Person } from "../rules/facts.ts";
import { isHeard, lengthsOf, type Passing, passing as passingOf } from "../rules/passing.ts";
import { sittingOf } from "../rules/proposed.ts";
import { isDesignated } from "../rules/ruled.ts";
import { openRoomNamed } from "../store.ts";
import { certifiedChain, personChain, sessionChain, type SessionWithLaw, sessionWithLaw } from "../load.ts";
import { accessesOf } from "./access.ts";
import { isGrantedTime } from "./arranged.ts";
import { domainOf, groupChain, groupIn, isRuled, passingIn } from "./group.ts";
import { placeGroup } from "./placed.ts";
import { tellAway, tellConvoked } from "./convoking.ts";
import * as output from "../output.ts";

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
      /** Omitted: ends when the last candidate has passed. */
      until: Type.Optional(Time),
      room: Type.Optional(Id),
      examiners: Type.Array(Type.Object({ person: Id, by: KeySchema }, closed), { minItems: 1, maxItems: 20 }),
      /** In passing order. */
      candidates: Type.Array(Id, { minItems: 1, maxItems: 100 }),
      /** Minutes between two candidates. */
      between: Type.Optional(Type.Integer({ minimum: 0, maximum: 480 })),
      /** Candidates with an hour of their own; without an end, they pass for the time the exam takes. */
      times: Type.Optional(
        Type.Array(Type.Object({ candidate: Id, from: Time, until: Type.Optional(Time) }, closed), { maxItems: 100 }),
      ),
      /** Of a holiday, a day of closure, two exams a day, or an exam sat again during a lesson. */
      ground: Type.Optional(Ground),
    },
    closed,
  ),
  output: output.arrangeGroup,
  writes: ["exam_group", "exam_examiner", "exam_sitting", "booking", "placing_ground", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const examSession = await sessionWithLaw(context, input.session);
    if (!examSession) return FORBIDDEN;
    const wrong = groupIssue(examSession, input);
    if (wrong) return invalid([wrong]);
    const planned = await plannedOf(context, examSession, input);
    if ("kind" in planned) return planned;
    const convoked = examSession.of.persons.filter(({ id }) => input.examiners.some(({ person }) => person === id));
    const away = await endsBefore(tx, convoked, input.day);
    if (away.length > 0) return invalid(away.map((one) => refusals.accessEnds("examiners", one)));
    const room = input.room === undefined ? null : await openRoomNamed(tx, input.room);
    if (room === undefined) return invalid([refusals.room]);
    const called = input.candidates.map((entry) => examSession.of.entries.find((one) => one.id === entry)!.enrolment);
    const named = [...called.map(certifiedChain), ...input.examiners.map(({ person }) => personChain(person))];
    await lockChains(tx, [...named, sessionChain(input.session)]);
    const id = newId();
    const { session, persons, entries } = examSession.of;
    const { exam, day: held_on } = input;
    const { from, until, times } = planned;
    const by = { arranged_by: actorName(actor), arranged_at: at, cancelled_at: null, cancelled_why: null };
    const own = { id, session: session.id, exam, name: input.name.trim(), room: input.room ?? null };
    await keep(tx, "exam_group", { ...own, held_on, from_at: from, until_at: until, ...by });
    for (const { person, by: side } of input.examiners)
      await keep(tx, "exam_examiner", { id: newId(), exam_group: id, person, by: side, ...STAYS });
    for (const entry of input.candidates) {
      const time = times.get(entry);
      const when = { from_at: time?.from ?? null, until_at: time?.until ?? null };
      const row = { id: newId(), exam_group: id, entry, ...when };
      await keep(tx, "exam_sitting", { ...row, director_there: null, released_at: null });
    }
    const examiners = input.examiners.map(({ person }) => persons.find((one) => one.id === person)!);
    const candidates = input.candidates.map((entry) => entries.find((one) => one.id === entry)!);
    const group = { id, exam, name: own.name, room: own.room, heldOn: held_on, from, until };
    const passing = candidates.map((entry) => ({ entry, from, until, ...times.get(entry.id) }));
    const conflicts = await placeGroup(context, examSession, { group, examiners, passing }, { ground: input.ground });
    if (conflicts.length > 0) return invalid(conflicts);
    const missing = unpromised(examSession, input, today);
    if (missing.length > 0) return invalid(missing);
    await tellConvoked(context, examSession, { group, examiners, passing });
    return done({ group: id }, sessionChain(session.id));
  },
});

/** When each candidate passes and when the group ends; or why the plan is refused. */
async function plannedOf(
  { tx, zone }: Performing<unknown>,
  { of, law }: SessionWithLaw,
  input: GroupForm & { readonly day: Day },
) {
  const { exam } = law.diploma.domains.find(({ domain }) => domain === input.exam)!;
  const instantOf = (time: string) => beginsAt({ day: input.day, time }, zone);
  const called = (id: string) => of.entries.find((one) => one.id === id)!;
  const passings: Passing[] = [];
  for (const entry of input.candidates) {
    const own = input.times?.find(({ candidate }) => candidate === entry);
    const longer = await isGrantedTime(tx, called(entry).enrolment);
    const [begins, ends] = [own && instantOf(own.from), own?.until === undefined ? undefined : instantOf(own.until)];
    passings.push({ entry, longer, ...(begins && { own: { from: begins, ...(ends && { until: ends }) } }) });
  }
  const from = instantOf(input.from);
  const until = input.until === undefined ? undefined : instantOf(input.until);
  if (!from) return invalid([refusals.times]);
  const plan = passingOf(passings, { diploma: law.diploma, exam, from, until, between: input.between ?? 0 });
  const { each } = lengthsOf(exam);
  const short = plan.short.map(({ entry, minutes }) =>
    finding("length", false, "too-short", each!, { candidate: called(entry).name, minutes }),
  );
  const late = plan.endsAt
    ? [finding("length", false, "ends-later", each!, { minutes: each!.min, time: timeIn(plan.endsAt, zone) })]
    : [];
  if (short.length + late.length > 0) return refused(...short, ...late);
  if (plan.atOnce.length > 0) return invalid([refusals.atOnce(plan.atOnce.map((id) => called(id).name))]);
  if (plan.until === undefined || dayIn(plan.until, zone) !== input.day) return invalid([refusals.times]);
  return { from, until: plan.until, times: plan.times };
}

const STAYS = { left_at: null, left_why: null, finished: null, finished_at: null } as const;

type GroupForm = {
  readonly exam: string;
  readonly name: string;
  readonly from: string;
  readonly until?: string;
  readonly room?: string;
  readonly between?: number;
  readonly times?: readonly { readonly candidate: string; readonly from: string; readonly until?: string }[];
  readonly examiners: readonly { readonly person: string; readonly by: string }[];
  readonly candidates: readonly string[];
};

function groupIssue(
  { of, law }: SessionWithLaw,
  { exam, name, from, until, times = [], examiners, candidates }: GroupForm,
) {
  const domain = law.diploma.domains.find((one) => one.domain === exam);
  if (!domain) return said.exam;
  if (![{ from, until }, ...times].every(isStretch)) return refusals.times;
  if (until === undefined && !lengthsOf(domain.exam).each) return refusals.noLength;
  if (times.some(({ candidate }) => !candidates.includes(candidate))) return refusals.notPresented;
  if (of.groups.some((one) => one.name.toLowerCase() === name.trim().toLowerCase())) return refusals.groupName;
  const sides = sidesOf(domain).map(({ by }) => by);
  const known = examiners.every(({ person }) => of.persons.some(({ id }) => id === person));
  if (!known || examiners.some(({ by }) => !sides.includes(by))) return said.side;
  if (new Set(examiners.map(({ person }) => person)).size < examiners.length) return refusals.already;
  const theirs = (id: string) => of.entries.find((one) => one.id === id);
  if (new Set(candidates).size < candidates.length) return refusals.notPresented;
  // A candidate may sit before another group, if the first was irregular, once the first has released them.
  if (candidates.some((id) => !theirs(id)?.exams.includes(exam) || sittingOf(of, id, exam)))
    return refusals.notPresented;
  return undefined;
}

/**
 * What the convocation would promise and is not there: examiners in number, each designated by the day, and a room where people are heard.
 * On the very day a ground will do for a designation: the authority replaces somebody by telephone, and writes afterwards.
 */
function unpromised(
  { of, law }: SessionWithLaw,
  { exam, day, room, examiners, ground = "" }: GroupForm & { readonly day: Day; readonly ground?: string },
  today: Day,
) {
  const domain = law.diploma.domains.find((one) => one.domain === exam)!;
  const short = sidesOf(domain).flatMap(({ by, count = 1, label }) => {
    const there = examiners.filter((one) => one.by === by).length;
    return there < count ? [refusals.short(label, there, count)] : [];
  });
  const undesignated = examiners
    .filter((one) => !isDesignated(of, domain, { ...one, heldOn: day }))
    .map(({ person }) => of.persons.find(({ id }) => id === person)!.name);
  return [
    ...short,
    ...(undesignated.length > 0 && !(day === today && ground.trim() !== "")
      ? [refusals.toDesignate(undesignated, day)]
      : []),
    ...(room === undefined && isHeard(domain.exam) ? [refusals.noRoom] : []),
  ];
}

function isStretch({ from, until }: { readonly from: string; readonly until?: string | undefined }): boolean {
  return isTime(from) && (until === undefined || (isTime(until) && until > from));
}

/** Cancels a group, before it sits or so that it is heard anew: its marks are kept but no longer count. */
export const cancelGroup = defineAct({
  name: "cancelGroup",
  label: { fr: "Annuler un groupe d’épreuve", en: "Cancel a group of an exam" },
  who: "prepare the certification",
  form: Type.Object({ group: Id, ground: Ground }, closed),
  output: output.nothing,
  writes: ["exam_group", "exam_sitting", "booking", "mail"],
  async perform(context) {
    const { tx, input, at } = context;
    const inGroup = await groupIn(context, input.group);
    if (!inGroup) return FORBIDDEN;
    const { group, of } = inGroup;
    const heard = of.sittings.filter((one) => one.group === group.id);
    if (
      await isRuled(
        context,
        heard.map(({ entry }) => entry),
      )
    )
      return invalid([said.over("group")]);
    await change(tx, "exam_group", group.id, { cancelled_at: at, cancelled_why: input.ground.trim() });
    for (const { id } of heard) await change(tx, "exam_sitting", id, { released_at: at });
    await unbook(tx, groupChain(group.id));
    await tellAway(context, inGroup, { ground: input.ground.trim() });
    return done({}, sessionChain(of.session.id));
  },
});

/** Done in one act, before any hearing; the replacement must be designated by the day of the exam. */
export const replaceExaminer = defineAct({
  name: "replaceExaminer",
  label: { fr: "Remplacer un examinateur", en: "Replace an examiner" },
  who: "prepare the certification",
  form: Type.Object({ group: Id, person: Id, by: Id, ground: Ground }, closed),
  output: output.nothing,
  writes: ["exam_examiner", "booking", "mail"],
  async perform(context) {
    const { tx, input, at } = context;
    const inGroup = await groupIn(context, input.group);
    if (!inGroup) return FORBIDDEN;
    const { group, of } = inGroup;
    const examiners = of.examiners.filter((one) => one.group === group.id);
    const seat = examiners.find(({ person }) => person === input.person);
    const other = of.persons.find(({ id }) => id === input.by);
    if (!seat || !other) return FORBIDDEN;
    if (examiners.some(({ person }) => person === other.id)) return invalid([refusals.already]);
    const sittings = of.sittings.filter((one) => one.group === group.id).map(({ id }) => id);
    const marked = of.marks.some((one) => sittings.includes(one.sitting) && [null, seat.person].includes(one.marker));
    if (marked) return invalid([refusals.marked]);
    if (!isDesignated(of, domainOf(inGroup), { person: other.id, by: seat.by, heldOn: group.heldOn }))
      return invalid([refusals.undesignated]);
    const [away] = await endsBefore(tx, [other], group.heldOn);
    if (away) return invalid([refusals.accessEnds("by", away)]);
    await lockChains(tx, [personChain(other.id), sessionChain(of.session.id)]);
    await change(tx, "exam_examiner", seat.id, { left_at: at, left_why: input.ground.trim() });
    await keep(tx, "exam_examiner", {
      id: newId(),
      exam_group: group.id,
      person: other.id,
      by: seat.by,
      ...STAYS,
    });
    const all = examiners.map(({ person }) => (person === seat.person ? other.id : person));
    const before = all.map((id) => of.persons.find((one) => one.id === id)!);
    const placed = { group, examiners: before, passing: passingIn(of, group) };
    const conflicts = await placeGroup(context, inGroup, placed, { joins: other });
    if (conflicts.length > 0) return invalid(conflicts);
    const left = of.persons.find(({ id }) => id === seat.person)!;
    await tellAway(context, inGroup, { ground: input.ground.trim(), only: left });
    await tellConvoked(context, inGroup, { group, examiners: [other], passing: [] });
    return done({}, sessionChain(of.session.id));
  },
});

/** Those whose invitation ends before the exam: they could not come in to mark. */
async function endsBefore(tx: Tx, persons: readonly Person[], day: Day) {
  const accesses = await accessesOf(tx, persons);
  return persons.flatMap(({ id, name }) => {
    const until = accesses.get(id);
    return until === undefined || until >= day ? [] : [{ name, until }];
  });
}

/** What these acts refuse, and the sentence for it. */
const refusals = {
  notPresented: issue(
    "candidates",
    "L’une de ces personnes n’est pas présentée à cette épreuve, ou passe déjà devant un autre groupe.",
    "One of these persons is not presented to this exam, or comes before another group already.",
  ),
  times: issue("until", "La fin vient avant le début.", "The end comes before the beginning."),
  noLength: issue(
    "until",
    "Dites quand le groupe finit : le référentiel ne donne pas la durée de cette épreuve.",
    "Say when the group ends: the référentiel does not give the length of this exam.",
  ),
  atOnce: (names: readonly string[]) =>
    issue(
      "times",
      `Une autre personne passe à cette heure, ou le groupe n’a pas commencé : ${sayList(names, "fr")}.`,
      `Somebody else passes at that hour, or the group has not begun: ${sayList(names, "en")}.`,
    ),
  groupName: issue("name", "Un groupe porte déjà ce nom.", "A group has this name already."),
  room: issue("room", "Cette salle n’est plus à réserver.", "This room is no longer to be booked."),
  short: ({ fr, en }: Label, there: number, wanted: number) =>
    issue(
      "examiners",
      `${fr} : ${there} sur ${wanted}. Choisissez-les d’abord.`,
      `${en}: ${there} of ${wanted}. Choose them first.`,
    ),
  toDesignate: (names: readonly string[], day: Day) =>
    issue(
      "examiners",
      `À désigner d’abord, au plus tard le ${sayDay(day, "fr")} : ${sayList(names, "fr")}.`,
      `To be designated first, by ${sayDay(day, "en")}: ${sayList(names, "en")}.`,
    ),
  noRoom: issue(
    "room",
    "Choisissez la salle : la convocation dit où venir.",
    "Choose the room: the convocation says where to come.",
  ),
  marked: issue(
    "examiner",
    "Des notes sont déjà données : qui a entendu reste, et un autre groupe examine de nouveau.",
    "Marks are given already: whoever heard stays, and another group examines again.",
  ),
  undesignated: issue(
    "person",
    "Qui remplace est d’abord désigné pour cette épreuve, au plus tard le jour où elle est passée.",
    "Whoever stands in is first designated for this exam, by the day on which it is held.",
  ),
  accessEnds: (path: string, { name, until }: { readonly name: string; readonly until: Day }) =>
    issue(
      path,
      `L’invitation de ${name} finit le ${sayDay(until, "fr")}, avant l’épreuve : prolongez-la d’abord.`,
      `The invitation of ${name} ends on ${sayDay(until, "en")}, before the exam: prolong it first.`,
    ),
  already: issue("person", "Cette personne est déjà du groupe.", "This person is of the group already."),
};
