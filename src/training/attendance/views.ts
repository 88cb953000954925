/** The list of a lesson, for its trainer and staff; and the claims of trainees about attendance. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { actorName, may } from "../../act/permissions.ts";
import { toldApart } from "../../kit/apart.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { wallIn } from "../../kit/zone.ts";
import { findCohort } from "../cohorts/store.ts";
import { shownLessons } from "../lessons/shown.ts";
import { findLesson } from "../lessons/store.ts";
import { halfOf, hasBegun, hasEnded } from "../rules/half-day.ts";
import { listOf, listShown, ownOn } from "./list.ts";
import { runsNow } from "./running.ts";
import { type Claim, codeOf, type Standing, waitingClaims, waitingIn } from "./store.ts";
import * as output from "./output.ts";

export const seeList = defineView({
  name: "seeList",
  label: { fr: "Voir la liste d’une séance", en: "See the list of a lesson" },
  who: "correct attendance",
  form: Type.Object({ lesson: Id }, closed),
  output: output.seeList,
  async read(context) {
    const { tx, input, actor, at, zone } = context;
    const now = wallIn(at, zone);
    const lesson = await findLesson(tx, input.lesson);
    const mine = lesson?.trainer === actorName(actor);
    if (!lesson || (!mine && !may(actor, "run the training"))) return undefined;
    const people = await listOf(tx, lesson);
    const running = await runsNow(context, lesson);
    const half = { trainer: lesson.trainer, on: lesson.on, half: halfOf(lesson.from) };
    const own = await ownOn(tx, actorName(actor), people);
    const claims = new Map((await waitingIn(tx, lesson.id)).map((one) => [one.enrolment, one]));
    return {
      lesson: (await shownLessons(context, [lesson]))[0]!,
      cohortName: (await findCohort(tx, lesson.cohort))?.name ?? "–",
      people: toldApart(people, ({ number }) => number).map(({ enrolment, name, record }) => ({
        enrolment,
        name,
        number: record?.number ?? 0,
        own: own.has(enrolment),
        marked: record ? markedOf(record) : null,
        claim: claimOf(claims.get(enrolment)),
      })),
      code: mine && running ? ((await codeOf(tx, half)) ?? null) : null,
      running,
      mine,
      signs: own.size === 0 && (mine || (await ownOn(tx, lesson.trainer, people)).size > 0),
      begun: hasBegun(lesson, now) && lesson.cancelledWhy === null,
      ended: hasEnded(lesson, now) && lesson.cancelledWhy === null,
      shown: listShown(lesson, people),
    };
  },
});

function claimOf(claim: Claim | undefined) {
  return claim ? { id: claim.id, words: claim.words, file: claim.file } : null;
}

function markedOf({ status, minutesMissed, how, countersigned, proof, reason }: Standing) {
  return { status, minutesMissed, how, countersigned, proof, reason };
}

export const seeClaims = defineView({
  name: "seeClaims",
  label: {
    fr: "Voir ce que des stagiaires disent de leurs présences",
    en: "See what trainees say of their attendance",
  },
  who: "run the training",
  form: Type.Object({}, closed),
  output: output.seeClaims,
  async read(context) {
    const claims = [];
    const waiting = await waitingClaims(context.tx);
    const people = [...new Map(waiting.map((one) => [one.enrolment, one])).values()];
    const named = new Map(toldApart(people, ({ number }) => number).map((one) => [one.enrolment, one.name]));
    for (const { id, enrolment, lesson: of, words, file, at } of waiting) {
      const name = named.get(enrolment)!;
      const lesson = await findLesson(context.tx, of);
      const [shown] = lesson ? await shownLessons(context, [lesson]) : [];
      if (shown) claims.push({ id, enrolment, lesson: shown, name, words, file, at: at.toISOString() });
    }
    return { claims };
  },
});
