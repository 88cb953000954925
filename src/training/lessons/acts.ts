/**
 * Lessons: planned, many in one act; moved, cancelled or handed to somebody else, one act each, of which those concerned are told
 * once. A trainer and a room are never twice at one time, over interviews, teaching and exams alike (`agenda/book.ts`).
 */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { book, rebook, takeTurns, unbook } from "../../agenda/book.ts";
import type { Lang } from "../../kit/lang.ts";
import type { Issue } from "../../kit/schema.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { type Doer, doerNamed } from "../../people/contact.ts";
import { type Posting, postMails, type MailText } from "../../mail/post.ts";
import { hasAttendance } from "../attendance/store.ts";
import { cohortChain } from "../cohorts/acts.ts";
import { findCohort } from "../cohorts/store.ts";
import { followersOf, membersOf } from "../followers.ts";
import { Held, LessonForm, MOST_LESSONS, Trainer } from "./forms.ts";
import { around, type Around, bookingOf, clashIssues, lessonChain, lessonIssues } from "./planned.ts";
import { findLesson, insertLesson, type Lesson, updateLesson } from "./store.ts";
import { wrongs } from "./words.ts";
import { cancelledMail, handedMail, movedMail, plannedMail } from "./mails.ts";
import * as gives from "./output.ts";
import { traineeReached } from "../enrolled.ts";

export const planLessons = defineAct({
  name: "planLessons",
  label: { fr: "Planifier des séances", en: "Plan lessons" },
  who: "run the training",
  form: Type.Object({ cohort: Id, lessons: Type.Array(LessonForm, { minItems: 1, maxItems: MOST_LESSONS }) }, closed),
  gives: gives.planLessons,
  writes: ["lesson", "booking", "mail"],
  async perform(context) {
    await lockChains(context.tx, [cohortChain(context.input.cohort)]);
    const planned = await plan(context, context.input);
    return "lessons" in planned ? done(planned, cohortChain(context.input.cohort)) : planned;
  },
});

type Planned = {
  readonly cohort: string;
  readonly lessons: readonly LessonForm[];
  /** The group of a collective study whose days of work they are. */
  readonly group?: string;
};

/** For an act that has locked the chain of the cohort: all of them, or none. */
export async function plan(context: Performing<unknown>, { cohort, lessons, group }: Planned) {
  const { tx, actor, at, zone } = context;
  const wanted = lessons.map((one) => ({ ...one, id: newId() }));
  const where = await placeOf(context, cohort);
  if (!where) return FORBIDDEN;
  const wrong = wanted.flatMap((one, place) => lessonIssues(one, where, `lessons[${place}].`));
  if (wrong.length > 0) return invalid(wrong);
  const against: Issue[] = [];
  const bookings = wanted.map((one) => bookingOf(one.id, one, zone));
  await takeTurns(
    tx,
    bookings.flatMap(({ taken }) => taken),
  );
  for (const [place, one] of bookings.entries()) {
    const clashes = await book(tx, { ...one, of: one.what });
    against.push(...clashIssues(clashes, where, `lessons[${place}].`));
  }
  if (against.length > 0) return invalid(against);
  for (const { room = null, subject = "", only = null, ...one } of wanted) {
    const lesson = { ...one, cohort, room, subject, only, group: group ?? null, by: actorName(actor), at };
    await insertLesson(tx, lesson, { of: lessonChain(one.id) });
  }
  await tellTrainers(context, wanted, where);
  return { lessons: wanted.map(({ id }) => id) };
}

/** Of a cohort: who may hold its lessons, where, and for whom. */
export async function placeOf(
  { tx, law: lawOf, zone }: Pick<Performing<unknown>, "tx" | "law" | "zone">,
  id: string,
): Promise<Around | undefined> {
  const cohort = await findCohort(tx, id);
  const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
  return cohort && law && around(tx, cohort, law, zone);
}

/** Each once, of all that is theirs. */
export async function tellTrainers(
  { tx, at, establishment }: Pick<Performing<unknown>, "tx" | "at" | "establishment">,
  lessons: readonly LessonForm[],
  { cohort, trainers, units }: Around,
): Promise<void> {
  const by = Map.groupBy(lessons, ({ trainer }) => trainer);
  const mails = [...by].flatMap(([actor, theirs]) => {
    const doer = trainers.get(actor);
    if (!doer) return [];
    const told = theirs.map((one) => ({ ...one, label: units.get(one.unit)![doer.language] }));
    return [mailTo(doer, { establishment, at, about: cohortChain(cohort.id) }, plannedMail(doer.language, told))];
  });
  await postMails(tx, mails);
}

type Letter = MailText & { readonly open: string };
type Post = { readonly establishment: string; readonly at: Date; readonly about: string };

/** A guest comes in by their invitation, and finds it on their first page. */
function mailTo(
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
  form: Type.Object({ id: Id, version: Version, ...Held }, closed),
  gives: gives.moveLesson,
  writes: ["lesson", "booking", "mail"],
  async perform(context) {
    const { tx, input, zone } = context;
    const found = await changeable(context);
    if (!("lesson" in found)) return found;
    const { lesson, where } = found;
    const { on, from, to, room = null } = input;
    const now = { ...lesson, on, from, to, room };
    const wrong = lessonIssues(now, { ...where, trainers: withTrainer(where, lesson) });
    if (wrong.length > 0) return invalid(wrong);
    const against = await rebook(tx, bookingOf(lesson.id, now, zone));
    if (against.length > 0) return invalid(clashIssues(against, where));
    await updateLesson(tx, lesson, { on, from, to, room });
    const named = room === null ? null : (where.rooms.get(room) ?? null);
    await tellConcerned(context, now, where, (lang, label) =>
      movedMail(lang, { was: lesson, now, label, room: named }),
    );
    return done({}, lessonChain(lesson.id));
  },
});

/** Whoever holds it already may go on holding it, even if nothing new would be given to them. */
function withTrainer({ trainers }: Around, { trainer }: Lesson): Around["trainers"] {
  const nobody: Doer = { actor: trainer, name: "–", address: "", language: "fr" };
  return trainers.has(trainer) ? trainers : new Map([...trainers, [trainer, nobody]]);
}

export const cancelLesson = defineAct({
  name: "cancelLesson",
  label: { fr: "Annuler une séance", en: "Cancel a lesson" },
  who: "run the training",
  form: Type.Object({ id: Id, version: Version, why: Type.String({ minLength: 1, maxLength: 500 }) }, closed),
  gives: gives.cancelLesson,
  writes: ["lesson", "booking", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const found = await changeable(context);
    if (!("lesson" in found)) return found;
    const { lesson, where } = found;
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
  gives: gives.handLesson,
  writes: ["lesson", "booking", "mail"],
  async perform(context) {
    const { tx, input, zone } = context;
    const found = await changeable(context);
    if (!("lesson" in found)) return found;
    const { lesson, where } = found;
    const { trainer } = input;
    const next = where.trainers.get(trainer);
    if (!next) return invalid([wrongs.trainer("")]);
    const now = { ...lesson, trainer };
    const against = await rebook(tx, bookingOf(lesson.id, now, zone));
    if (against.length > 0) return invalid(clashIssues(against, where));
    await updateLesson(tx, lesson, { trainer });
    const former = lesson.trainer === trainer ? undefined : await doerNamed(tx, lesson.trainer);
    const mail = (lang: Lang, label: string) => handedMail(lang, { when: lesson, label, to: next.name });
    await tellConcerned(context, now, where, mail, former);
    return done({}, lessonChain(lesson.id));
  },
});

type Changing = Performing<{ readonly id: string; readonly version: number }>;

/** As it stands, while nobody was marked in it: from then on it took place. */
async function changeable(given: Changing) {
  const { tx, input } = given;
  const there = await lockChains(tx, [lessonChain(input.id)]);
  const lesson = there.size > 0 ? await findLesson(tx, input.id) : undefined;
  const where = lesson && (await placeOf(given, lesson.cohort));
  if (!lesson || !where) return FORBIDDEN;
  if (lesson.cancelledWhy !== null) return invalid([wrongs.cancelled]);
  if (await hasAttendance(tx, lesson.id)) return invalid([wrongs.held]);
  return lesson.version === input.version ? { lesson, where } : stale({ version: lesson.version });
}

/** Its trainer, the one before where there was one, and those who must follow it: each once, in their language. */
async function tellConcerned(
  { tx, at, establishment }: Pick<Performing<unknown>, "tx" | "at" | "establishment">,
  lesson: Lesson,
  { trainers, units }: Around,
  mail: (lang: Lang, label: string) => Letter,
  former?: Doer,
): Promise<void> {
  const about = lessonChain(lesson.id);
  const doers = [trainers.get(lesson.trainer), former].filter((one) => one !== undefined);
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
