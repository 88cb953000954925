/**
 * Lessons: planned, many in one act; moved, cancelled or handed to another trainer, one act each, which mails those concerned once. A
 * trainer and a room are never booked twice at one time, over interviews, teaching and exams alike (`agenda/book.ts`).
 */
import { issue } from "../../kit/schema.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { unbook } from "../../agenda/book.ts";
import { placeAll } from "../../agenda/placing.ts";
import type { Lang } from "../../kit/lang.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { type Doer, doerNamed } from "../../people/contact.ts";
import { postMails, type MailText } from "../../mail/post.ts";
import type { Posting } from "../../mail/posting.ts";
import { hasAttendance, waitingIn } from "../attendance/store.ts";
import { cohortChain } from "../cohorts/acts.ts";
import { findCohort } from "../cohorts/store.ts";
import { followersOf, membersOf } from "../followers.ts";
import { Ground, Held, LessonForm, MOST_LESSONS, Trainer } from "./forms.ts";
import { around, type Around, lessonChain, lessonIssues, placingOf } from "./planned.ts";
import { findLesson, insertLesson, type Lesson, updateLesson } from "./store.ts";
import { wrongs } from "./words.ts";
import { cancelledMail, handedMail, movedMail, plannedMail } from "./mails.ts";
import * as output from "./output.ts";
import { traineeReached } from "../enrolled.ts";

export const planLessons = defineAct({
  name: "planLessons",
  label: { fr: "Planifier des séances", en: "Plan lessons" },
  who: "run the training",
  form: Type.Object(
    {
      cohort: Id,
      lessons: Type.Array(LessonForm, { minItems: 1, maxItems: MOST_LESSONS }),
      ground: Type.Optional(Ground),
    },
    closed,
  ),
  output: output.planLessons,
  writes: ["lesson", "booking", "placing_ground", "mail"],
  async perform(context) {
    await lockChains(context.tx, [cohortChain(context.input.cohort)]);
    const planned = await plan(context, context.input);
    return "lessons" in planned ? done(planned, cohortChain(context.input.cohort)) : planned;
  },
});

/** A lesson's bookings stand in its own chain. */
export const ITSELF = (what: string) => what;

type Planned = {
  readonly cohort: string;
  readonly lessons: readonly LessonForm[];
  /** The collective study group whose days of work they are. */
  readonly group?: string;
  readonly ground?: string | undefined;
};

/** Plans all the lessons or none; the act has locked the chain of the cohort. */
export async function plan(context: Performing<unknown>, { cohort, lessons, group, ground }: Planned) {
  const { tx, actor, at } = context;
  const drafts = lessons.map((one) => ({ ...one, id: newId() }));
  const where = await placeOf(context, cohort);
  if (!where) return FORBIDDEN;
  const wrong = drafts.flatMap((lesson, index) => lessonIssues(lesson, where, `lessons[${index}].`));
  if (wrong.length > 0) return invalid(wrong);
  const placings = drafts.map((one, index) =>
    placingOf({ ...one, group: group ?? null }, where, { path: `lessons[${index}].`, day: "to-come" }),
  );
  const conflicts = await placeAll(context, placings, { school: where.school, ground, of: ITSELF });
  if (conflicts.length > 0) return invalid(conflicts);
  for (const { room = null, subject = "", only = null, ...planned } of drafts) {
    const lesson = { ...planned, cohort, room, subject, only, group: group ?? null, by: actorName(actor), at };
    await insertLesson(tx, lesson, { of: lessonChain(planned.id) });
  }
  await tellTrainers(context, drafts, where);
  return { lessons: drafts.map(({ id }) => id) };
}

/** What lessons of a cohort are checked against: its trainers, rooms and members. */
export async function placeOf(
  { tx, law: lawOf, zone }: Pick<Performing<unknown>, "tx" | "law" | "zone">,
  id: string,
): Promise<Around | undefined> {
  const cohort = await findCohort(tx, id);
  const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
  return cohort && law && around(tx, cohort, law, zone);
}

/** One mail per trainer, about all their lessons. */
export async function tellTrainers(
  { tx, at, establishment }: Pick<Performing<unknown>, "tx" | "at" | "establishment">,
  lessons: readonly LessonForm[],
  { cohort, trainers, units }: Around,
): Promise<void> {
  const by = Map.groupBy(lessons, ({ trainer }) => trainer);
  const mails = [...by].flatMap(([actor, ofTrainer]) => {
    const doer = trainers.get(actor);
    if (!doer) return [];
    const labelled = ofTrainer.map((one) => ({ ...one, label: units.get(one.unit)![doer.language] }));
    return [mailTo(doer, { establishment, at, about: cohortChain(cohort.id) }, plannedMail(doer.language, labelled))];
  });
  await postMails(tx, mails);
}

type Letter = MailText & { readonly open: string };
type Post = { readonly establishment: string; readonly at: Date; readonly about: string };

/** A guest enters by their invitation, and finds the lesson on their first page. */
export function mailTo(
  { actor, address: to, language: lang }: Doer,
  { establishment, at, about }: Post,
  { open, ...letter }: Letter,
): Posting {
  const guest = actor.startsWith("guest:");
  const link = { path: schoolPath(establishment, lang, guest ? "/invite" : "/mes-seances"), label: open };
  return { reader: guest ? null : actor, to, lang, about, at, link, ...letter };
}

const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 });

export const moveLesson = defineAct({
  name: "moveLesson",
  label: { fr: "Déplacer une séance", en: "Move a lesson" },
  who: "run the training",
  form: Type.Object({ id: Id, version: Version, ...Held, ground: Type.Optional(Ground) }, closed),
  output: output.moveLesson,
  writes: ["lesson", "booking", "placing_ground", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const target = await changeable(context);
    if (!("lesson" in target)) return target;
    const { lesson, where } = target;
    const { on, from, to, room = null, ground } = input;
    const now = { ...lesson, on, from, to, room };
    const around = { ...where, trainers: withTrainer(where, lesson) };
    const wrong = lessonIssues(now, around);
    if (wrong.length > 0) return invalid(wrong);
    const placing = placingOf(now, around, { day: on === lesson.on ? "stays" : "to-come" });
    const conflicts = await placeAll(context, [placing], { school: where.school, ground, moves: true });
    if (conflicts.length > 0) return invalid(conflicts);
    await updateLesson(tx, lesson, { on, from, to, room });
    const named = room === null ? null : (where.rooms.get(room)?.name ?? null);
    await tellConcerned(context, now, where, (lang, label) =>
      movedMail(lang, { was: lesson, now, label, room: named }),
    );
    return done({}, lessonChain(lesson.id));
  },
});

/** The present trainer may keep the lesson, even if they may no longer be given new ones. */
function withTrainer({ trainers }: Around, { trainer }: Lesson): Around["trainers"] {
  const formerTrainer: Doer = { actor: trainer, name: "–", address: "", language: "fr" };
  return trainers.has(trainer) ? trainers : new Map([...trainers, [trainer, formerTrainer]]);
}

export const cancelLesson = defineAct({
  name: "cancelLesson",
  label: { fr: "Annuler une séance", en: "Cancel a lesson" },
  who: "run the training",
  form: Type.Object({ id: Id, version: Version, why: Type.String({ minLength: 1, maxLength: 500 }) }, closed),
  output: output.cancelLesson,
  writes: ["lesson", "booking", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const target = await changeable(context);
    if (!("lesson" in target)) return target;
    const { lesson, where } = target;
    await unbook(tx, lessonChain(lesson.id));
    await updateLesson(tx, lesson, { cancelledWhy: input.why });
    const { why } = input;
    await tellConcerned(context, lesson, where, (lang, label) => cancelledMail(lang, { when: lesson, label, why }));
    return done({}, lessonChain(lesson.id));
  },
});

export const handLesson = defineAct({
  name: "handLesson",
  label: { fr: "Confier une séance à un autre formateur", en: "Hand a lesson to another trainer" },
  who: "run the training",
  form: Type.Object({ id: Id, version: Version, trainer: Trainer }, closed),
  output: output.handLesson,
  writes: ["lesson", "booking", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const target = await changeable(context);
    if (!("lesson" in target)) return target;
    const { lesson, where } = target;
    const { trainer } = input;
    if ((await waitingIn(tx, lesson.id)).length > 0) return invalid([refusals.contested]);
    const next = where.trainers.get(trainer);
    if (!next) return invalid([wrongs.trainer("")]);
    const now = { ...lesson, trainer };
    // Whoever follows it stays where they are.
    const placing = placingOf(now, { ...where, members: [] }, { day: "stays" });
    const conflicts = await placeAll(context, [placing], { school: where.school, moves: true });
    if (conflicts.length > 0) return invalid(conflicts);
    await updateLesson(tx, lesson, { trainer });
    const former = lesson.trainer === trainer ? undefined : await doerNamed(tx, lesson.trainer);
    const mail = (lang: Lang, label: string) => handedMail(lang, { when: lesson, label, to: next.name });
    await tellConcerned(context, now, where, mail, former);
    return done({}, lessonChain(lesson.id));
  },
});

type Changing = Performing<{ readonly id: string; readonly version: number }>;

/** The lesson, while no attendance is recorded: from then on it has taken place. Locked with its cohort, so that nobody joins meanwhile. */
async function changeable(context: Changing) {
  const { tx, input } = context;
  const found = await findLesson(tx, input.id);
  const locked = found ? await lockChains(tx, [cohortChain(found.cohort), lessonChain(input.id)]) : new Set();
  const lesson = locked.size > 0 ? await findLesson(tx, input.id) : undefined;
  const where = lesson && (await placeOf(context, lesson.cohort));
  if (!lesson || !where) return FORBIDDEN;
  if (lesson.cancelledWhy !== null) return invalid([refusals.cancelled]);
  if (await hasAttendance(tx, lesson.id)) return invalid([refusals.held]);
  return lesson.version === input.version ? { lesson, where } : stale({ version: lesson.version });
}

/** Its trainer, the former one if any, and those who must follow it: one mail each, in their language. */
async function tellConcerned(
  { tx, at, establishment }: Pick<Performing<unknown>, "tx" | "at" | "establishment">,
  lesson: Lesson,
  { trainers, units }: Around,
  mail: (lang: Lang, label: string) => Letter,
  former?: Doer,
): Promise<void> {
  const about = lessonChain(lesson.id);
  const doers = [trainers.get(lesson.trainer), former].filter((doer) => doer !== undefined);
  const mails = doers.map((doer) =>
    mailTo(doer, { establishment, at, about }, mail(doer.language, units.get(lesson.unit)![doer.language])),
  );
  for (const person of followersOf(lesson, await membersOf(tx, lesson.cohort))) {
    const { reader, to, lang } = await traineeReached(tx, person);
    const { open, ...letter } = mail(lang, units.get(lesson.unit)![lang]);
    const link = { path: schoolPath(establishment, lang, "/formation"), label: open };
    mails.push({ reader, to, lang, about, at, link, ...letter });
  }
  await postMails(tx, mails);
}

/** What these acts refuse, and the sentence for it. */
const refusals = {
  cancelled: issue("id", "Cette séance est annulée.", "This lesson is cancelled."),
  contested: issue(
    "id",
    "Une présence à cette séance est contestée : répondez d’abord.",
    "An attendance in this lesson is contested: answer first.",
  ),
  held: issue(
    "id",
    "Des présences sont déjà notées : cette séance a eu lieu.",
    "Attendance is recorded already: this lesson took place.",
  ),
};
