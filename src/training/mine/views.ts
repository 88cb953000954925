/** One's own training, as the trainee sees it. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { filesAbout } from "../../files/attach.ts";
import { enrolmentChain } from "../enrolled.ts";
import { claimsOf, standingOf } from "../attendance/store.ts";
import { ownEnrolments } from "../cohorts/enrolment.ts";
import { findCohort } from "../cohorts/store.ts";
import { memberOf } from "../followers.ts";
import { shownLessons } from "../lessons/shown.ts";
import { findLesson } from "../lessons/store.ts";
import { lastVersions } from "../programmes/store.ts";
import { studyUnit } from "../rules/study.ts";
import { askedWorks } from "../rules/work.ts";
import { mustFollow } from "../rules/following.ts";
import * as output from "./output.ts";

export const myTrainings = defineView({
  name: "myTrainings",
  label: { fr: "Voir ma formation", en: "See my training" },
  who: "be in training",
  form: Type.Object({}, closed),
  output: output.myTrainings,
  async read({ tx, actor, law: lawOf }) {
    const enrolments = await ownEnrolments(tx, actor);
    const versions = await lastVersions(
      tx,
      enrolments.map(({ id }) => id),
    );
    const trainings = [];
    for (const { id, dossier, cohort: of, state, contractOn } of enrolments) {
      const cohort = await findCohort(tx, of);
      if (!cohort) continue;
      const { name, startsOn, endsOn } = cohort;
      const programme = versions.get(id) ?? null;
      const law = lawOf(cohort.diploma, { version: cohort.lawVersion });
      const study = law !== undefined && studyUnit(law.diploma) !== undefined;
      const works = law !== undefined && askedWorks(law.diploma).length > 0;
      const days = { startsOn, endsOn, contractOn };
      trainings.push({
        enrolment: id,
        dossier,
        diploma: cohort.diploma,
        cohort: name,
        ...days,
        state,
        programme,
        works,
        study,
      });
    }
    return { trainings };
  },
});

export const myLesson = defineView({
  name: "myLesson",
  label: { fr: "Voir une de ses séances", en: "See one of one’s lessons" },
  who: "be in training",
  form: Type.Object({ lesson: Id }, closed),
  output: output.myLesson,
  async read(context) {
    const { tx, input, actor } = context;
    const lesson = await findLesson(tx, input.lesson);
    if (!lesson) return undefined;
    for (const { id } of await ownEnrolments(tx, actor)) {
      const record = (await standingOf(tx, id)).find((one) => one.lesson === lesson.id);
      const member = await memberOf(tx, id);
      if (!record && !(member && mustFollow(lesson, member))) continue;
      const claims = (await claimsOf(tx, id)).filter((one) => one.lesson === lesson.id);
      const files = claims.some(({ file }) => file !== null) ? await filesAbout(tx, enrolmentChain(id)) : [];
      return {
        lesson: (await shownLessons(context, [lesson]))[0]!,
        marked: record
          ? {
              status: record.status,
              minutesMissed: record.minutesMissed,
              how: record.how,
              countersigned: record.countersigned,
            }
          : null,
        claims: claims.map(({ words, file, at, answer }) => ({
          words,
          file: files.find((one) => one.id === file)?.name ?? null,
          at: at.toISOString(),
          answer,
        })),
      };
    }
    return undefined;
  },
});
