/** Lessons from a table: all in one act, or none. A lesson that exists already is counted, not planned twice. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { placeChecked, takeTurnsOf } from "../../agenda/placing.ts";
import { sayUnwise } from "../../agenda/words.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { cohortChain } from "../cohorts/acts.ts";
import { ITSELF, placeOf, tellTrainers } from "./acts.ts";
import { checkedTable } from "./checked.ts";
import { Ground, Table } from "./forms.ts";
import { lessonChain } from "./planned.ts";
import { insertLessons } from "./store.ts";
import { lineFaults, onLine, tableFault } from "./words.ts";
import * as output from "./output.ts";

export const importLessons = defineAct({
  name: "importLessons",
  label: { fr: "Importer un tableau de séances", en: "Import a table of lessons" },
  who: "run the training",
  form: Type.Object({ cohort: Id, table: Table, ground: Type.Optional(Ground) }, closed),
  output: output.importLessons,
  writes: ["lesson", "booking", "placing_ground", "mail"],
  async perform(context) {
    const { tx, input, actor, at, zone } = context;
    const chain = cohortChain(input.cohort);
    await lockChains(tx, [chain]);
    const where = await placeOf(context, input.cohort);
    if (!where) return FORBIDDEN;
    const checked = await checkedTable(context, input.table, where, (placings) => takeTurnsOf(tx, placings));
    if ("fault" in checked) return invalid([tableFault(checked.fault)]);
    const { lines, placings, unwise } = checked;
    const wrong = lines.flatMap(({ line, problems }, index) => problems.map((problem) => onLine(line, problem, index)));
    if (wrong.length > 0) return invalid(wrong);
    const { ground = "" } = input;
    if (unwise.length > 0 && ground.trim() === "") return invalid(sayUnwise(unwise, { zone, path: "ground" }));
    const lessons = lines.flatMap(({ lesson, known }) => (lesson && !known ? [lesson] : []));
    if (!(await placeChecked(context, placings, { unwise, ground, of: ITSELF }))) return invalid([lineFaults.quicker]);
    const by = actorName(actor);
    await insertLessons(
      tx,
      lessons.map(({ room = null, subject = "", only = null, ...lesson }) => {
        return { ...lesson, cohort: input.cohort, room, subject, only, group: null, by, at };
      }),
      lessonChain,
    );
    await tellTrainers(context, lessons, where);
    return done({ lessons: lessons.map(({ id }) => id), known: lines.length - lessons.length }, chain);
  },
});
