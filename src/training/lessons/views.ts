/** Lessons: of a cohort, of a trainer, of a trainee. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import { sayRoom, roomsInUse } from "../../agenda/rooms.ts";
import { groundsOf } from "../../agenda/placing.ts";
import { kindOf, sayGround, sayUnwise } from "../../agenda/words.ts";
import { toldApart } from "../../kit/apart.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { wallIn } from "../../kit/zone.ts";
import { DaySchema } from "../../law/entry.ts";
import { doersWho } from "../../people/contact.ts";
import { signableAmong } from "../attendance/running.ts";
import { signedLines } from "../attendance/signed-lines.ts";
import { contestedBy, listedAmong } from "../attendance/store.ts";
import { findCohort } from "../cohorts/store.ts";
import { halfOf, hasBegun } from "../rules/half-day.ts";
import { placeOf } from "./acts.ts";
import { type Beside, besides } from "./beside.ts";
import { followedBy } from "./followed.ts";
import { checkedTable } from "./checked.ts";
import { Table } from "./forms.ts";
import { shownLessons } from "./shown.ts";
import { traineeKey } from "../enrolled.ts";
import { membersOf } from "../followers.ts";
import { lessonChain } from "./planned.ts";
import { type Lesson, lessonsBy, lessonsOf } from "./store.ts";
import { tableFault } from "./words.ts";
import * as output from "./output.ts";

const Days = { from: DaySchema, until: DaySchema };

export const seeLessons = defineView({
  name: "seeLessons",
  label: { fr: "Voir les séances d’une promotion", en: "See the lessons of a cohort" },
  who: "see the training",
  form: Type.Object({ cohort: Id, ...Days }, closed),
  output: output.seeLessons,
  async read(context) {
    const { tx, input, law: lawOf } = context;
    const cohort = await findCohort(tx, input.cohort);
    const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
    if (!cohort || !law) return undefined;
    const { id, name, startsOn, endsOn } = cohort;
    const units = law.diploma.domains.flatMap((domain) => domain.units.map(({ unit, label }) => ({ unit, label })));
    const lessons = await lessonsOf(tx, [id], input);
    const held = lessons.filter(({ cancelledWhy }) => cancelledWhy === null);
    const beside = await besides(tx, held, context.zone);
    const shown = await shownLessons(context, lessons);
    const grounds = await groundsSaid(context, held);
    return {
      cohort: { id, name, startsOn, endsOn },
      lessons: shown.map((one) => ({
        ...one,
        ground: grounds.get(one.id) ?? null,
        beside: (beside.get(one.id) ?? []).map(sayBeside),
      })),
      units,
      trainers: toldApart(await doersWho(tx, "teach"), ({ address }) => address).map((trainer) => ({
        id: trainer.actor,
        name: trainer.name,
      })),
      rooms: (await roomsInUse(tx)).map((room) => ({ id: room.id, name: sayRoom(room) })),
    };
  },
});

/** Why lessons stand where the check questioned it, by their id. */
async function groundsSaid({ tx }: Pick<Performing<unknown>, "tx">, lessons: readonly Lesson[]) {
  const grounds = await groundsOf(
    tx,
    lessons.map(({ id }) => lessonChain(id)),
  );
  const people = [...grounds.values()].some(({ taken }) => taken.length > 0)
    ? await membersOf(tx, lessons[0]!.cohort)
    : [];
  return new Map(
    lessons.flatMap(({ id, on }) => {
      const ground = grounds.get(lessonChain(id));
      if (!ground || ground.on !== on) return [];
      const names = people.filter((one) => ground.taken.includes(traineeKey(one))).map(({ name }) => name);
      return [[id, sayGround(ground, names)] as const];
    }),
  );
}

function sayBeside({ what, from, until, names }: Beside) {
  return { kind: kindOf(what), from: from.toISOString(), until: until.toISOString(), names: [...names] };
}

/** Checks a table without importing it: writes nothing. */
export const checkLessons = defineView({
  name: "checkLessons",
  label: { fr: "Vérifier un tableau de séances", en: "Check a table of lessons" },
  who: "run the training",
  form: Type.Object({ cohort: Id, table: Table }, closed),
  output: output.checkLessons,
  async read(context) {
    const { input } = context;
    const place = await placeOf(context, input.cohort);
    if (!place) return undefined;
    const checked = await checkedTable(context, input.table, place);
    const lines = ("lines" in checked ? checked.lines : []).map(({ line, cells, lesson, known, problems }) => ({
      line,
      on: lesson?.on ?? null,
      cells: { ...cells },
      state: problems.length > 0 ? ("wrong" as const) : known ? ("known" as const) : ("new" as const),
      problems: problems.map(({ path, message }) => ({
        column: path,
        said: { fr: message("fr"), en: message("en") },
      })),
    }));
    const count = (state: string) => lines.filter((one) => one.state === state).length;
    const { id, name } = place.cohort;
    const fault = "fault" in checked ? tableFault(checked.fault).message : undefined;
    return {
      cohort: { id, name },
      fault: fault ? { fr: fault("fr"), en: fault("en") } : null,
      lines,
      asks:
        "unwise" in checked
          ? sayUnwise(checked.unwise, { zone: context.zone, path: "ground" }).map(({ message }) => ({
              fr: message("fr"),
              en: message("en"),
            }))
          : [],
      counts: { new: count("new"), known: count("known"), wrong: count("wrong") },
    };
  },
});

export const seeTeaching = defineView({
  name: "seeTeaching",
  label: { fr: "Voir les séances que l’on assure", en: "See the lessons that one holds" },
  who: "teach",
  form: Type.Object(Days, closed),
  output: output.seeTeaching,
  async read(context) {
    const { tx, input, actor } = context;
    const lessons = await lessonsBy(tx, actorName(actor), input);
    const listed = await listedAmong(
      tx,
      lessons.map(({ id }) => id),
    );
    const names = new Map<string, string>();
    for (const id of new Set(lessons.map(({ cohort }) => cohort)))
      names.set(id, (await findCohort(tx, id))?.name ?? "–");
    const shown = await shownLessons(context, lessons);
    return {
      lessons: shown.map((lesson) => ({
        ...lesson,
        cohortName: names.get(lesson.cohort)!,
        countersigned: listed.has(lesson.id),
      })),
    };
  },
});

/** What a trainee must follow, and any other lesson they are marked in, with their mark. */
export const myWeek = defineView({
  name: "myWeek",
  label: { fr: "Voir ses séances", en: "See one’s lessons" },
  who: "be in training",
  form: Type.Object(Days, closed),
  output: output.myWeek,
  async read(context) {
    const { tx, input, actor } = context;
    const { mine, members } = await followedBy(tx, actor, input);
    const lessons = mine.map(({ lesson }) => lesson);
    const held = lessons.filter(({ cancelledWhy }) => cancelledWhy === null);
    const beside = await besides(tx, held, context.zone, members);
    const shown = await shownLessons(context, lessons);
    const signable = await signableAmong(context, lessons);
    const contested = await contestedBy(
      tx,
      members.map(({ enrolment }) => enrolment),
    );
    const now = wallIn(context.at, context.zone);
    const signed = lessons.filter(
      (one, index) => !mine[index]!.record && one.cancelledWhy === null && signable.has(one.id) && hasBegun(one, now),
    );
    const together = Map.groupBy(signed, ({ on, trainer, from }) => `${on} ${halfOf(from)} ${trainer}`);
    return {
      lessons: shown.map((lesson, index) => {
        const record = mine[index]!.record;
        const signs = together.get(`${lesson.on} ${lesson.half} ${lesson.trainer}`);
        return {
          ...lesson,
          signs: signs ? [...signedLines(signs)] : null,
          marked: record
            ? {
                status: record.status,
                minutesMissed: record.minutesMissed,
                how: record.how,
                countersigned: record.countersigned,
              }
            : null,
          maySign: !record && lesson.cancelledWhy === null && signable.has(lesson.id),
          begun: hasBegun(lesson, now),
          contested: contested.has(lesson.id),
          beside: (beside.get(lesson.id) ?? []).map((also) => {
            const { names: _, ...rest } = sayBeside(also);
            return rest;
          }),
        };
      }),
    };
  },
});
