/** The marks that examiners give: apart where the exam wants it, then agreed; and the declaration that they have finished. */
import { sayList } from "../../kit/lang.ts";
import { issue } from "../../kit/schema.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { change, keep } from "../../act/keep.ts";
import { actorName, may } from "../../act/permissions.ts";
import { closed, Id } from "../../kit/shapes.ts";
import type { ExamEntry } from "../../law/diploma.ts";
import { KeySchema } from "../../law/entry.ts";
import { said } from "../refusals.ts";
import type { Certifying } from "../rules/facts.ts";
import { finishedAs, missingMarks } from "../rules/finished.ts";
import { componentsOf, marksApart, marksOf, latestMark } from "../rules/marks.ts";
import { sharedOf, withReport } from "../rules/reports.ts";
import { meIn, sessionChain } from "../load.ts";
import { domainOf, groupIn, type InGroup, isRuled, markerOf } from "./group.ts";
import * as output from "../output.ts";

const Marks = Type.Array(
  Type.Object(
    {
      sitting: Id,
      /** Omitted for an exam with one mark. */
      component: Type.Optional(KeySchema),
      /** Hundredths. */
      mark: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
      missed: Type.Optional(KeySchema),
      /** Version (place) of the mark that the form showed; 0 where there was none. */
      seen: Type.Integer({ minimum: 0 }),
    },
    closed,
  ),
  { minItems: 1, maxItems: 200 },
);

/**
 * Saves the examiner's own marks if they mark apart, else the group's; a collective work has one mark for all. `finish`: also declares
 * marking finished; where a mark is still missing those given are kept, and the answer names what is missing.
 */
export const giveMarks = defineAct({
  name: "giveMarks",
  label: { fr: "Donner des notes", en: "Give marks" },
  who: "examine",
  form: Type.Object({ group: Id, marks: Marks, finish: Type.Optional(Type.Boolean()) }, closed),
  output: output.giveMarks,
  free: "may be changed until the jury closes, which binds; they are given all day long",
  writes: ["exam_mark", "exam_examiner"],
  async perform(context) {
    const { input, actor, at, today } = context;
    const inGroup = await groupIn(context, input.group);
    const me = inGroup && markerOf(inGroup, meIn(inGroup.of.persons, actor));
    if (!inGroup || !me) return FORBIDDEN;
    if (inGroup.group.heldOn > today) return invalid([said.future("marks")]);
    const marker = marksApart(domainOf(inGroup).exam) ? me.id : null;
    const kept = await keepMarks(context, inGroup, { marks: input.marks, marker, by: actorName(actor), at });
    if (!("reopened" in kept)) return kept;
    const chain = sessionChain(inGroup.of.session.id);
    if (input.finish !== true) return done({ ...kept, finished: false, missing: [] }, chain);
    const marked = (await groupIn(context, input.group))!;
    const missing = [...missingMarks(domainOf(marked).exam, marked.of, marked.group, me.id)];
    if (missing.length > 0) return done({ ...kept, finished: false, missing }, chain);
    return (await finish(context, marked, me.id)) ?? done({ ...kept, finished: true, missing }, chain);
  },
});

/** By any examiner of the group, once all have finished marking apart. */
export const agreeMark = defineAct({
  name: "agreeMark",
  label: { fr: "Arrêter une note commune", en: "Agree on a mark" },
  who: "examine",
  form: Type.Object(
    {
      group: Id,
      sitting: Id,
      mark: Type.Integer({ minimum: 0, maximum: 100_000 }),
      seen: Type.Integer({ minimum: 0 }),
    },
    closed,
  ),
  output: output.nothing,
  free: "may be changed until the jury closes, which binds; they are given all day long",
  writes: ["exam_mark", "exam_examiner"],
  async perform(context) {
    const { input, actor, at } = context;
    const inGroup = await groupIn(context, input.group);
    const me = inGroup && markerOf(inGroup, meIn(inGroup.of.persons, actor));
    const { exam } = inGroup ? domainOf(inGroup) : { exam: undefined };
    if (!inGroup || !me || !exam || !marksApart(exam)) return FORBIDDEN;
    const examiners = inGroup.of.examiners.filter(({ group }) => group === input.group);
    if (examiners.some(({ finished }) => finished === null)) return invalid([refusals.apart]);
    const own = marksOf(
      inGroup.of.marks,
      input.sitting,
      examiners.map(({ person }) => person),
    );
    if (own.some(({ missed }) => missed !== null)) return invalid([said.missedStays]);
    const marks = [{ sitting: input.sitting, mark: input.mark, seen: input.seen }];
    const kept = await keepMarks(context, inGroup, { marks, marker: null, by: actorName(actor), at });
    return "reopened" in kept ? done({}, sessionChain(inGroup.of.session.id)) : kept;
  },
});

/** «J’ai fini»: all of the examiner's marks are there. A mark changed afterwards reopens it. */
export const finishMarking = defineAct({
  name: "finishMarking",
  label: { fr: "Dire qu’on a fini de noter", en: "Say that one has finished marking" },
  who: "examine",
  form: Type.Object({ group: Id, shown: Type.String({ maxLength: 80 }) }, closed),
  output: output.nothing,
  writes: ["exam_examiner"],
  async perform(context) {
    const { input, actor } = context;
    const inGroup = await groupIn(context, input.group);
    const me = inGroup && markerOf(inGroup, meIn(inGroup.of.persons, actor));
    if (!inGroup || !me) return FORBIDDEN;
    const not = await finish(context, inGroup, me.id, input.shown);
    return not ?? done({}, sessionChain(inGroup.of.session.id));
  },
});

/** Undefined if it was noted. `shown`: the fingerprint of the marks the examiner saw, unless they come with the same act. */
async function finish({ tx, at }: Performing<unknown>, inGroup: InGroup, person: string, shown?: string) {
  const { of, group } = inGroup;
  const { exam } = domainOf(inGroup);
  const missing = missingMarks(exam, of, group, person);
  if (missing.length > 0) return invalid([refusals.missing("marks", missing)]);
  const now = finishedAs(exam, of, group, person);
  if (shown !== undefined && now !== shown) return stale({ shown: now });
  const seat = of.examiners.find((one) => one.group === group.id && one.person === person)!;
  await change(tx, "exam_examiner", seat.id, { finished: now, finished_at: at });
  return undefined;
}

/** Whether the work's director took part in the candidate's exam, noted by the examiners or the secretary. */
export const noteDirector = defineAct({
  name: "noteDirector",
  label: { fr: "Noter que le directeur du travail a pris part", en: "Note that the director took part" },
  who: "take part in the certification",
  form: Type.Object({ group: Id, sitting: Id, there: Type.Boolean() }, closed),
  output: output.nothing,
  writes: ["exam_sitting"],
  async perform(context) {
    const { tx, input, actor } = context;
    const inGroup = await groupIn(context, input.group);
    const sitting = inGroup?.of.sittings.find(({ id, group }) => id === input.sitting && group === input.group);
    if (!inGroup || !sitting) return FORBIDDEN;
    if (!may(actor, "prepare the certification") && !markerOf(inGroup, meIn(inGroup.of.persons, actor)))
      return FORBIDDEN;
    if (await isRuled(context, [sitting.entry])) return invalid([said.over("there")]);
    await change(tx, "exam_sitting", sitting.id, { director_there: input.there });
    return done({}, sessionChain(inGroup.of.session.id));
  },
});

type Giving = {
  readonly marks: readonly {
    readonly sitting: string;
    readonly component?: string;
    readonly mark?: number;
    readonly missed?: string;
    readonly seen: number;
  }[];
  readonly marker: string | null;
  readonly by: string;
  readonly at: Date;
};

type Spread = Giving["marks"][number];

/** Copies the mark of a collective work to every candidate with that report, in any group; undefined if two marks contradict each other. */
function spread(marks: readonly Spread[], exam: ExamEntry, of: Certifying): readonly Spread[] | undefined {
  const shared = new Set(sharedOf(exam));
  const wanted = new Map<string, Spread>();
  for (const entered of marks) {
    const own = of.sittings.find(({ id }) => id === entered.sitting)!;
    const all = shared.has(entered.component ?? "") ? withReport(of, own).map(({ id }) => id) : [entered.sitting];
    for (const sitting of all) {
      const key = `${sitting} ${entered.component ?? ""}`;
      const before = wanted.get(key);
      if (before && (before.mark !== entered.mark || before.missed !== entered.missed)) return undefined;
      wanted.set(key, before ?? { ...entered, sitting });
    }
  }
  return [...wanted.values()];
}

/** Once saved, whether it reopened what an examiner had declared finished: they declare it again when marks they had seen change. */
async function keepMarks(context: Performing<unknown>, inGroup: InGroup, { marks, marker, by, at }: Giving) {
  const { tx } = context;
  const { of, law, group } = inGroup;
  const { exam } = domainOf(inGroup);
  const own = of.sittings.filter((one) => one.group === group.id);
  if (
    await isRuled(
      context,
      own.map(({ entry }) => entry),
    )
  )
    return invalid([said.over("marks")]);
  const max = law.diploma.marks.max * 100;
  for (const { sitting, component = "", mark, missed } of marks) {
    if (!own.some(({ id }) => id === sitting)) return FORBIDDEN;
    if (!componentsOf(exam).includes(component)) return invalid([said.notAsked]);
    if ((mark === undefined) === (missed === undefined)) return invalid([refusals.either]);
    if (mark !== undefined && mark > max) return invalid([said.mark(law.diploma.marks.max)]);
    if (missed !== undefined && !law.diploma.missed.some((one) => one.missed === missed))
      return invalid([refusals.either]);
  }
  const wanted = spread(marks, exam, of);
  if (wanted === undefined) return invalid([refusals.sharedOnce]);
  for (const entered of wanted) {
    const { sitting, component = "" } = entered;
    const stands = latestMark(of.marks, { sitting, component, marker });
    if ((stands?.place ?? 0) !== entered.seen && marks.some((two) => two.sitting === sitting))
      return stale({
        sitting,
        component,
        mark: stands?.mark ?? null,
        missed: stands?.missed ?? null,
        seen: stands?.place ?? 0,
      });
  }
  const differing = wanted.filter(({ sitting, component = "", mark, missed }) => {
    const stands = latestMark(of.marks, { sitting, component, marker });
    return !stands || stands.mark !== (mark ?? null) || stands.missed !== (missed ?? null);
  });
  if (differing.length === 0) return { reopened: false };
  const touched = of.sittings.filter(({ id }) => differing.some(({ sitting }) => sitting === id));
  if (
    await isRuled(
      context,
      touched.map(({ entry }) => entry),
    )
  )
    return invalid([refusals.reportRuled]);
  for (const { sitting, component = "", mark, missed } of differing) {
    const place = (latestMark(of.marks, { sitting, component, marker })?.place ?? 0) + 1;
    const value = { mark: mark ?? null, missed: missed ?? null, given_by: by, given_at: at };
    await keep(tx, "exam_mark", { id: newId(), sitting, component, marker, place, ...value });
  }
  // Where examiners mark apart, a changed mark reopens only its own marker's declaration.
  const groups = new Set(touched.map((one) => one.group));
  const again = of.examiners.filter(
    (one) => groups.has(one.group) && one.finished !== null && (!marksApart(exam) || one.person === marker),
  );
  for (const { id } of again) await change(tx, "exam_examiner", id, { finished: null, finished_at: null });
  return { reopened: again.length > 0 };
}

/** What these acts refuse, and the sentence for it. */
const refusals = {
  missing: (path: string, names: readonly string[]) =>
    issue(path, `Il manque une note : ${sayList(names, "fr")}.`, `A mark is missing: ${sayList(names, "en")}.`),
  either: issue("mark", "Donnez une note, ou dites ce qui a manqué.", "Give a mark, or say what was missed."),
  sharedOnce: issue(
    "marks",
    "Le travail collectif n’a qu’une note, la même pour tout le groupe.",
    "The collective work has one mark, the same for the whole group.",
  ),
  reportRuled: issue(
    "marks",
    "Un jury s’est prononcé sur ce travail collectif avec une autre note : c’est celle-là.",
    "A jury has ruled on this collective work with another mark: it is that one.",
  ),
  apart: issue(
    "mark",
    "Les correcteurs n’ont pas tous fini : ils s’accordent ensuite.",
    "Not all markers have finished: they agree afterwards.",
  ),
};
