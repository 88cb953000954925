/** Lessons: of a cohort, of a trainer, of a trainee. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import { sayRoom, roomsInUse } from "../../agenda/rooms.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import { doersWho } from "../../people/contact.ts";
import { isNow } from "../attendance/acts.ts";
import { listedAmong, type Standing, standingOf } from "../attendance/store.ts";
import { ownEnrolments } from "../cohorts/enrolment.ts";
import { findCohort } from "../cohorts/store.ts";
import { memberOf } from "../followers.ts";
import { mustFollow } from "../rules/following.ts";
import { shownLessons } from "./shown.ts";
import { type Lesson, lessonsBy, lessonsOf } from "./store.ts";
import * as gives from "./gives.ts";

const Days = { from: DaySchema, until: DaySchema };

export const seeLessons = defineView({
  name: "seeLessons",
  label: { fr: "Voir les séances d’une promotion", en: "See the lessons of a cohort" },
  who: "see the training",
  form: Type.Object({ cohort: Id, ...Days }, closed),
  gives: gives.seeLessons,
  async read(given) {
    const { tx, input, law: lawOf } = given;
    const cohort = await findCohort(tx, input.cohort);
    const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
    if (!cohort || !law) return undefined;
    const { id, name, startsOn, endsOn } = cohort;
    const units = law.diploma.domains.flatMap((domain) => domain.units.map(({ unit, label }) => ({ unit, label })));
    return {
      cohort: { id, name, startsOn, endsOn },
      lessons: await shownLessons(given, await lessonsOf(tx, [id], input)),
      units,
      trainers: (await doersWho(tx, "teach")).map((one) => ({ id: one.actor, name: one.name })),
      rooms: (await roomsInUse(tx)).map((room) => ({ id: room.id, name: sayRoom(room) })),
    };
  },
});

export const seeTeaching = defineView({
  name: "seeTeaching",
  label: { fr: "Voir les séances que l’on assure", en: "See the lessons that one holds" },
  who: "teach",
  form: Type.Object(Days, closed),
  gives: gives.seeTeaching,
  async read(given) {
    const { tx, input, actor } = given;
    const lessons = await lessonsBy(tx, actorName(actor), input);
    const listed = await listedAmong(
      tx,
      lessons.map(({ id }) => id),
    );
    const names = new Map<string, string>();
    for (const id of new Set(lessons.map(({ cohort }) => cohort)))
      names.set(id, (await findCohort(tx, id))?.name ?? "–");
    const shown = await shownLessons(given, lessons);
    return {
      lessons: shown.map((one) => ({
        ...one,
        cohortName: names.get(one.cohort)!,
        countersigned: listed.has(one.id),
      })),
    };
  },
});

/** What a trainee must follow, and how they are marked in it; whatever else they were marked in, too. */
export const myWeek = defineView({
  name: "myWeek",
  label: { fr: "Voir ses séances", en: "See one’s lessons" },
  who: "be in training",
  form: Type.Object(Days, closed),
  gives: gives.myWeek,
  async read(given) {
    const { tx, input, actor } = given;
    const found: { readonly lesson: Lesson; readonly record: Standing | undefined }[] = [];
    for (const { id } of await ownEnrolments(tx, actor)) {
      const member = await memberOf(tx, id);
      if (!member) continue;
      const records = new Map((await standingOf(tx, id)).map((one) => [one.lesson, one]));
      const lessons = await lessonsOf(tx, member.cohorts, input);
      for (const one of lessons.filter((lesson) => records.has(lesson.id) || mustFollow(lesson, member)))
        found.push({ lesson: one, record: records.get(one.id) });
    }
    const shown = await shownLessons(
      given,
      found.map(({ lesson }) => lesson),
    );
    return {
      lessons: shown.map((one, place) => {
        const record = found[place]!.record;
        return {
          ...one,
          marked: record
            ? {
                status: record.status,
                minutesMissed: record.minutesMissed,
                how: record.how,
                countersigned: record.countersigned,
              }
            : null,
          maySign: !record && one.cancelledWhy === null && isNow(one, given),
        };
      }),
    };
  },
});
