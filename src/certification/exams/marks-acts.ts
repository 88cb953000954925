/** The marks that examiners give: each apart where the exam wants it, then agreed; and that they have finished. */
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
import { componentsOf, marksApart, marksOf, standing } from "../rules/marks.ts";
import { sharedOf, withReport } from "../rules/reports.ts";
import { meIn, sessionChain } from "../load.ts";
import { domainOf, groupIn, type InGroup, isRuled, markerOf } from "./group.ts";
import * as gives from "../output.ts";

const Marks = Type.Array(
  Type.Object(
    {
      sitting: Id,
      /** Of an exam with one mark, left out. */
      component: Type.Optional(KeySchema),
      /** Hundredths. */
      mark: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
      missed: Type.Optional(KeySchema),
      /** The place of the mark that was seen, 0 where there was none. */
      seen: Type.Integer({ minimum: 0 }),
    },
    closed,
  ),
  { minItems: 1, maxItems: 200 },
);

/** One's own where each marks apart, else those of the group; the work of all is marked once for all. `finish`: with these, one has. */
export const giveMarks = defineAct({
  name: "giveMarks",
  label: { fr: "Donner des notes", en: "Give marks" },
  who: "examine",
  form: Type.Object({ group: Id, marks: Marks, finish: Type.Optional(Type.Boolean()) }, closed),
  gives: gives.nothing,
  writes: ["exam_mark", "exam_examiner"],
  async perform(given) {
    const { input, actor, at, today } = given;
    const found = await groupIn(given, input.group);
    const me = found && markerOf(found, meIn(found.of.persons, actor));
    if (!found || !me) return FORBIDDEN;
    if (found.group.heldOn > today) return invalid([said.future("marks")]);
    const marker = marksApart(domainOf(found).exam) ? me.id : null;
    const kept = await keepMarks(given, found, { marks: input.marks, marker, by: actorName(actor), at });
    if (kept) return kept;
    const without =
      input.finish === true ? await finish(given, (await groupIn(given, input.group))!, me.id) : undefined;
    return without ?? done({}, sessionChain(found.of.session.id));
  },
});

/** By either marker, once all have finished on their own. */
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
  gives: gives.nothing,
  writes: ["exam_mark", "exam_examiner"],
  async perform(given) {
    const { input, actor, at } = given;
    const found = await groupIn(given, input.group);
    const me = found && markerOf(found, meIn(found.of.persons, actor));
    const { exam } = found ? domainOf(found) : { exam: undefined };
    if (!found || !me || !exam || !marksApart(exam)) return FORBIDDEN;
    const examiners = found.of.examiners.filter(({ group }) => group === input.group);
    if (examiners.some(({ finished }) => finished === null)) return invalid([said.apart]);
    const own = marksOf(
      found.of.marks,
      input.sitting,
      examiners.map(({ person }) => person),
    );
    if (own.some(({ missed }) => missed !== null)) return invalid([said.missedStays]);
    const marks = [{ sitting: input.sitting, mark: input.mark, seen: input.seen }];
    const kept = await keepMarks(given, found, { marks, marker: null, by: actorName(actor), at });
    return kept ?? done({}, sessionChain(found.of.session.id));
  },
});

/** «J’ai fini»: all of one's marks are there. A mark that changes afterwards asks for it again. */
export const finishMarking = defineAct({
  name: "finishMarking",
  label: { fr: "Dire qu’on a fini de noter", en: "Say that one has finished marking" },
  who: "examine",
  form: Type.Object({ group: Id, shown: Type.String({ maxLength: 80 }) }, closed),
  gives: gives.nothing,
  writes: ["exam_examiner"],
  async perform(given) {
    const { input, actor } = given;
    const found = await groupIn(given, input.group);
    const me = found && markerOf(found, meIn(found.of.persons, actor));
    if (!found || !me) return FORBIDDEN;
    const not = await finish(given, found, me.id, input.shown);
    return not ?? done({}, sessionChain(found.of.session.id));
  },
});

/** Nothing where it is noted; `shown`: what was seen of the marks before, where they are not given in the same act. */
async function finish({ tx, at }: Performing<unknown>, found: InGroup, person: string, shown?: string) {
  const { of, group } = found;
  const { exam } = domainOf(found);
  const missing = missingMarks(exam, of, group, person);
  if (missing.length > 0) return invalid([said.missing("marks", missing)]);
  const now = finishedAs(exam, of, group, person);
  if (shown !== undefined && now !== shown) return stale({ shown: now });
  const seat = of.examiners.find((one) => one.group === group.id && one.person === person)!;
  await change(tx, "exam_examiner", seat.id, { finished: now, finished_at: at });
  return undefined;
}

/** Whether whoever directed the work took part in the exam of their candidate: said by those who hold it. */
export const noteDirector = defineAct({
  name: "noteDirector",
  label: { fr: "Noter que le directeur du travail a pris part", en: "Note that the director took part" },
  who: "take part in the certification",
  form: Type.Object({ group: Id, sitting: Id, there: Type.Boolean() }, closed),
  gives: gives.nothing,
  writes: ["exam_sitting"],
  async perform(given) {
    const { tx, input, actor } = given;
    const found = await groupIn(given, input.group);
    const sitting = found?.of.sittings.find(({ id, group }) => id === input.sitting && group === input.group);
    if (!found || !sitting) return FORBIDDEN;
    if (!may(actor, "prepare the certification") && !markerOf(found, meIn(found.of.persons, actor))) return FORBIDDEN;
    if (await isRuled(given, [sitting.entry])) return invalid([said.over("there")]);
    await change(tx, "exam_sitting", sitting.id, { director_there: input.there });
    return done({}, sessionChain(found.of.session.id));
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

/** What is marked of the work of several is the mark of each, in whichever group they come; nothing where it is said in two ways. */
function spread(marks: readonly Spread[], exam: ExamEntry, of: Certifying): readonly Spread[] | undefined {
  const shared = new Set(sharedOf(exam));
  const wanted = new Map<string, Spread>();
  for (const one of marks) {
    const own = of.sittings.find(({ id }) => id === one.sitting)!;
    const all = shared.has(one.component ?? "") ? withReport(of, own).map(({ id }) => id) : [one.sitting];
    for (const sitting of all) {
      const key = `${sitting} ${one.component ?? ""}`;
      const before = wanted.get(key);
      if (before && (before.mark !== one.mark || before.missed !== one.missed)) return undefined;
      wanted.set(key, before ?? { ...one, sitting });
    }
  }
  return [...wanted.values()];
}

/** Nothing where they are kept. Whoever finished before sees other marks now, and says again that they have. */
async function keepMarks(given: Performing<unknown>, found: InGroup, { marks, marker, by, at }: Giving) {
  const { tx } = given;
  const { of, law, group } = found;
  const { exam } = domainOf(found);
  const own = of.sittings.filter((one) => one.group === group.id);
  if (
    await isRuled(
      given,
      own.map(({ entry }) => entry),
    )
  )
    return invalid([said.over("marks")]);
  const max = law.diploma.marks.max * 100;
  for (const { sitting, component = "", mark, missed } of marks) {
    if (!own.some(({ id }) => id === sitting)) return FORBIDDEN;
    if (!componentsOf(exam).includes(component)) return invalid([said.notAsked]);
    if ((mark === undefined) === (missed === undefined)) return invalid([said.either]);
    if (mark !== undefined && mark > max) return invalid([said.mark(law.diploma.marks.max)]);
    if (missed !== undefined && !law.diploma.missed.some((one) => one.missed === missed)) return invalid([said.either]);
  }
  const wanted = spread(marks, exam, of);
  if (wanted === undefined) return invalid([said.sharedOnce]);
  for (const one of wanted) {
    const { sitting, component = "" } = one;
    const stands = standing(of.marks, { sitting, component, marker });
    if ((stands?.place ?? 0) !== one.seen && marks.some((two) => two.sitting === sitting))
      return stale({
        sitting,
        component,
        mark: stands?.mark ?? null,
        missed: stands?.missed ?? null,
        seen: stands?.place ?? 0,
      });
  }
  const differing = wanted.filter(({ sitting, component = "", mark, missed }) => {
    const stands = standing(of.marks, { sitting, component, marker });
    return !stands || stands.mark !== (mark ?? null) || stands.missed !== (missed ?? null);
  });
  if (differing.length === 0) return undefined;
  const touched = of.sittings.filter(({ id }) => differing.some(({ sitting }) => sitting === id));
  if (
    await isRuled(
      given,
      touched.map(({ entry }) => entry),
    )
  )
    return invalid([said.reportRuled]);
  for (const { sitting, component = "", mark, missed } of differing) {
    const place = (standing(of.marks, { sitting, component, marker })?.place ?? 0) + 1;
    const value = { mark: mark ?? null, missed: missed ?? null, given_by: by, given_at: at };
    await keep(tx, "exam_mark", { id: newId(), sitting, component, marker, place, ...value });
  }
  // A mark of one's own, where each marks apart, concerns what one said of it and nobody else's.
  const groups = new Set(touched.map((one) => one.group));
  const again = of.examiners.filter(
    (one) => groups.has(one.group) && one.finished !== null && (!marksApart(exam) || one.person === marker),
  );
  for (const { id } of again) await change(tx, "exam_examiner", id, { finished: null, finished_at: null });
  return undefined;
}
