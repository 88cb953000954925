/**
 * Attendance by half-day. The trainee signs what has begun of it, by a code that the trainer shows in the room; the trainer marks the others
 * and, once the lesson has ended, signs the list. Records are immutable: a correction is a new record, with its reason, and is countersigned anew.
 */
import { FREE } from "../../act/binding.ts";
import { issue } from "../../kit/schema.ts";
import { sayMinute } from "../../kit/moment.ts";
import { randomInt } from "node:crypto";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { signedLines } from "./signed-lines.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName, may } from "../../act/permissions.ts";
import type { Issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { lengthOf, STATUSES } from "../../decisions/hours/rule.ts";
import { shownAs, sign } from "../../issued-documents/sign.ts";
import { doerNamed } from "../../people/contact.ts";
import { attachFile } from "../../files/attach.ts";
import { fileProblems } from "../../files/words.ts";
import { tellTrainee } from "../cohorts/telling.ts";
import { ownEnrolments } from "../cohorts/enrolment.ts";
import { findEnrolment } from "../cohorts/store.ts";
import { enrolmentChain } from "../enrolled.ts";
import { memberOf } from "../followers.ts";
import { lessonChain } from "../lessons/planned.ts";
import { findLesson, type Lesson, lessonsBy } from "../lessons/store.ts";
import { mustFollow } from "../rules/following.ts";
import { halfOf, hasBegun, hasEnded } from "../rules/half-day.ts";
import { wallIn } from "../../kit/zone.ts";
import { listOf, listShown, ownOn } from "./list.ts";
import { runsNow } from "./running.ts";
import {
  answerClaims,
  claimsOf,
  codeOf,
  countTries,
  findClaim,
  insertClaim,
  insertCode,
  insertList,
  insertRecord,
  insertTry,
  standingIn,
  standingOf,
  type Status,
} from "./store.ts";
import { PRESENT, unmarked } from "./words.ts";
import { answeredMail, correctedMail } from "./mails.ts";
import * as output from "./output.ts";

/** After this many wrong codes in a half-day, only the trainer can mark the trainee. */
const MOST_TRIES = 5;

export const showCode = defineAct({
  name: "showCode",
  label: { fr: "Montrer le code de la demi-journée", en: "Show the code of the half-day" },
  who: "teach",
  form: Type.Object({ lesson: Id }, closed),
  output: output.showCode,
  writes: ["attendance_code"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    await lockChains(tx, [lessonChain(input.lesson)]);
    const lesson = await findLesson(tx, input.lesson);
    const trainer = actorName(actor);
    if (lesson?.trainer !== trainer) return FORBIDDEN;
    if (lesson.cancelledWhy !== null) return invalid([refusals.cancelled]);
    if (!(await runsNow(context, lesson))) return invalid([refusals.notNow]);
    const half = { trainer, on: lesson.on, half: halfOf(lesson.from) };
    const known = await codeOf(tx, half);
    const code = known ?? String(randomInt(10_000)).padStart(4, "0");
    if (known === undefined) await insertCode(tx, { ...half, id: newId(), code, at });
    return done({ code }, lessonChain(lesson.id));
  },
});

export const signHalfDay = defineAct({
  name: "signHalfDay",
  label: { fr: "Signer sa présence d’une demi-journée", en: "Sign one’s presence of a half-day" },
  who: "be in training",
  form: Type.Object({ lesson: Id, code: Type.String({ minLength: 1, maxLength: 20 }) }, closed),
  output: output.signHalfDay,
  shows: { lines: true },
  free: "its proof is the code shown in the room in that minute",
  writes: ["attendance", "attendance_try", "signature"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const enrolments = await ownEnrolments(tx, actor);
    await lockChains(
      tx,
      enrolments.map(({ id }) => enrolmentChain(id)),
    );
    const lesson = await findLesson(tx, input.lesson);
    const member = lesson && (await followerAmong(context, enrolments, lesson));
    if (!lesson || !member) return FORBIDDEN;
    if (lesson.cancelledWhy !== null) return invalid([refusals.cancelled]);
    if (!(await runsNow(context, lesson))) return invalid([refusals.over]);
    const now = wallIn(at, context.zone);
    if (!hasBegun(lesson, now)) return invalid([refusals.early]);
    const { enrolment, name } = member;
    if ((await ownOn(tx, lesson.trainer, [member])).size > 0) return invalid([refusals.ownCode]);
    const marked = new Set((await standingOf(tx, enrolment)).map((one) => one.lesson));
    if (marked.has(lesson.id)) return invalid([refusals.already]);
    const half = { trainer: lesson.trainer, on: lesson.on, half: halfOf(lesson.from) };
    const tried = await countTries(tx, enrolment, half);
    if (tried >= MOST_TRIES) return invalid([refusals.tooMany]);
    const about = enrolmentChain(enrolment);
    const code = await codeOf(tx, half);
    if (code === undefined || code !== input.code.replaceAll(/\s/g, "")) {
      // Nothing is signed; what was shown is compared once the code is right.
      context.changed([]);
      await insertTry(tx, { id: newId(), enrolment, lesson: lesson.id, at }, { of: about });
      return done({ signed: false, lessons: 0, left: MOST_TRIES - tried - 1 }, about);
    }
    const ofTrainer = await lessonsBy(tx, lesson.trainer, { from: lesson.on, until: lesson.on });
    // Those of the half-day that have begun: a later one is signed once it does.
    const lessons = ofTrainer.filter(
      (one) =>
        one.cancelledWhy === null &&
        halfOf(one.from) === half.half &&
        hasBegun(one, now) &&
        !marked.has(one.id) &&
        mustFollow(one, member),
    );
    const otherwise = context.changed(signedLines(lessons));
    if (otherwise) return otherwise;
    const present = { status: "present", minutesMissed: null, how: "signed", proof: "", reason: "" } as const;
    const record = { enrolment, number: 1, ...present, by: actorName(actor), at };
    for (const signedFor of lessons)
      await insertRecord(tx, { ...record, id: newId(), lesson: signedFor.id }, { of: about });
    const shown = shownAs(lessons.map(({ id, on, from, to, unit }) => ({ id, on, from, to, unit })));
    await sign(tx, { about, what: "attendance", shown, words: PRESENT.fr, name, at, actor });
    return done({ signed: true, lessons: lessons.length, left: 0 }, about);
  },
});

type Own = Awaited<ReturnType<typeof ownEnrolments>>;

/** Their enrolment by which they must follow the lesson. */
async function followerAmong({ tx }: Pick<Performing<unknown>, "tx">, own: Own, lesson: Lesson) {
  for (const { id } of own) {
    const member = await memberOf(tx, id);
    if (member && mustFollow(lesson, member)) return member;
  }
  return undefined;
}

const Minutes = Type.Integer({ minimum: 1, maximum: 1_439 });
const Number = Type.Integer({ minimum: 0, maximum: 10_000 });

export const markAttendance = defineAct({
  name: "markAttendance",
  label: { fr: "Noter les présences d’une séance", en: "Mark who was in a lesson" },
  who: "teach",
  /** `number`: of the record on display, so that a concurrent change is noticed. */
  form: Type.Object(
    {
      lesson: Id,
      marks: Type.Array(
        Type.Object(
          {
            enrolment: Id,
            number: Number,
            status: oneOf("present", "part", "absent"),
            minutesMissed: Type.Optional(Minutes),
          },
          closed,
        ),
        { minItems: 1, maxItems: 200 },
      ),
    },
    closed,
  ),
  output: output.markAttendance,
  free: "marks of a lesson, which stand once countersigned, which binds",
  writes: ["attendance"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const { marks } = input;
    await lockChains(tx, [lessonChain(input.lesson), ...marks.map(({ enrolment }) => enrolmentChain(enrolment))]);
    const lesson = await findLesson(tx, input.lesson);
    if (lesson?.trainer !== actorName(actor)) return FORBIDDEN;
    const wrong = notBegun(lesson, context) ?? marks.flatMap((one) => minutesIssue(lesson, one))[0];
    if (wrong) return invalid([wrong]);
    const people = new Map((await listOf(tx, lesson)).map((one) => [one.enrolment, one]));
    if (marks.some(({ enrolment }) => !people.has(enrolment))) return invalid([refusals.stranger]);
    const own = await ownOn(tx, actorName(actor), [...people.values()]);
    if (marks.some(({ enrolment }) => own.has(enrolment))) return invalid([refusals.own("marks")]);
    const changed = marks.filter(({ enrolment, status, minutesMissed = null }) => {
      const record = people.get(enrolment)!.record;
      return record?.status !== status || record.minutesMissed !== minutesMissed;
    });
    const records = changed.map(({ enrolment }) => people.get(enrolment)!.record);
    if (changed.some(({ number }, place) => number !== (records[place]?.number ?? 0)))
      return stale({ shown: listShown(lesson, [...people.values()]) });
    if (records.some((record) => record?.countersigned)) return invalid([refusals.signedList]);
    const listed = { lesson: lesson.id, how: "listed", proof: "", reason: "", by: actorName(actor), at } as const;
    for (const { enrolment, number, status, minutesMissed = null } of changed) {
      const record = { ...listed, id: newId(), enrolment, number: number + 1, status, minutesMissed };
      await insertRecord(tx, record, { of: enrolmentChain(enrolment) });
    }
    return done({ marked: changed.length }, lessonChain(lesson.id));
  },
});

/** Nobody is marked in a lesson before it begins. */
function notBegun(lesson: Lesson, { at, zone }: Pick<Performing<unknown>, "at" | "zone">): Issue | undefined {
  if (lesson.cancelledWhy !== null) return refusals.cancelled;
  return hasBegun(lesson, wallIn(at, zone)) ? undefined : refusals.ahead;
}

function minutesIssue(
  lesson: Lesson,
  { status, minutesMissed }: { readonly status: Status; readonly minutesMissed?: number },
): Issue[] {
  if ((status === "part") !== (minutesMissed !== undefined)) return [refusals.minutes];
  return minutesMissed !== undefined && minutesMissed > lengthOf(lesson) ? [refusals.tooLong] : [];
}

/** By the trainer of the lesson, or by staff who run the training if the trainer is on the list. */
export const countersign = defineAct({
  name: "countersign",
  label: { fr: "Contresigner la liste d’une séance", en: "Countersign the list of a lesson" },
  who: "correct attendance",
  form: Type.Object(
    {
      lesson: Id,
      shown: Type.String({ minLength: 1, maxLength: 100 }),
      words: Type.String({ minLength: 1, maxLength: 500 }),
    },
    closed,
  ),
  output: output.countersign,
  shows: { as: "shown" },
  writes: ["attendance_list", "signature"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const about = lessonChain(input.lesson);
    const unlocked = await findLesson(tx, input.lesson);
    const by = actorName(actor);
    if (!unlocked || (unlocked.trainer !== by && !may(actor, "run the training"))) return FORBIDDEN;
    const expected = await listOf(tx, unlocked);
    await lockChains(tx, [about, ...expected.map(({ enrolment }) => enrolmentChain(enrolment))]);
    const lesson = (await findLesson(tx, input.lesson))!;
    const wrong = notBegun(lesson, context);
    if (wrong) return invalid([wrong]);
    if (!hasEnded(lesson, wallIn(at, context.zone))) return invalid([refusals.goesOn(lesson.to)]);
    const people = await listOf(tx, lesson);
    if (lesson.trainer !== by && (await ownOn(tx, lesson.trainer, people)).size === 0) return FORBIDDEN;
    if ((await ownOn(tx, by, people)).size > 0) return invalid([refusals.ownList]);
    const shown = listShown(lesson, people);
    if (shown !== input.shown) return stale({ shown });
    if (people.length === 0) return invalid([refusals.nobody]);
    const missing = people.filter(({ record }) => !record);
    if (missing.length > 0) return invalid([unmarked(missing.map(({ name }) => name))]);
    const records = people.map(({ record }) => record!);
    if (records.every(({ countersigned }) => countersigned)) return invalid([refusals.listed]);
    const name = (await doerNamed(tx, by))?.name ?? "–";
    const ids = records.map(({ id }) => id);
    await insertList(tx, { id: newId(), lesson: lesson.id, records: ids, shown, by, at });
    await sign(tx, { about, what: "attendance-list", shown, words: input.words, name, at, actor });
    return done({ records: records.length }, about);
  },
});

const Words = Type.String({ minLength: 1, maxLength: 1_000 });

/** By the trainer of the lesson, or by staff who run the training. */
export const correctAttendance = defineAct({
  name: "correctAttendance",
  label: { fr: "Corriger une présence", en: "Correct an attendance" },
  who: "correct attendance",
  form: Type.Object(
    {
      lesson: Id,
      enrolment: Id,
      number: Number,
      status: oneOf(...STATUSES),
      minutesMissed: Type.Optional(Minutes),
      /** The supporting document of an excused absence. */
      proof: Type.Optional(Type.String({ maxLength: 500 })),
      reason: Words,
    },
    closed,
  ),
  output: output.correctAttendance,
  writes: ["attendance", "attendance_claim", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const { status, minutesMissed = null, proof = "", reason } = input;
    const of = enrolmentChain(input.enrolment);
    await lockChains(tx, [of, lessonChain(input.lesson)]);
    const lesson = await findLesson(tx, input.lesson);
    const enrolment = await findEnrolment(tx, input.enrolment);
    const by = actorName(actor);
    if (!lesson || !enrolment) return FORBIDDEN;
    if (lesson.trainer !== by && !may(actor, "run the training")) return FORBIDDEN;
    const [wrong] = [notBegun(lesson, context) ?? [], minutesIssue(lesson, input)].flat();
    if (wrong) return invalid([wrong]);
    if (status === "excused" && proof.trim() === "") return invalid([refusals.proof]);
    const person = (await listOf(tx, lesson)).find((one) => one.enrolment === enrolment.id);
    if (!person) return FORBIDDEN;
    if ((await ownOn(tx, by, [person])).size > 0) return invalid([refusals.own("enrolment")]);
    const { record } = person;
    if ((record?.number ?? 0) !== input.number) return stale({ number: record?.number ?? 0 });
    if (record?.status === status && record.minutesMissed === minutesMissed) return invalid([refusals.nothing]);
    const corrected = { how: "corrected", status, minutesMissed, proof, reason, by, at } as const;
    const key = { enrolment: enrolment.id, lesson: lesson.id, number: input.number + 1 };
    await insertRecord(tx, { id: newId(), ...key, ...corrected }, { of });
    const claims = (await claimsOf(tx, enrolment.id)).filter((one) => one.lesson === lesson.id && one.answer === null);
    await answerClaims(
      tx,
      claims.map(({ id }) => id),
      { answer: reason, by, at },
      { of },
    );
    await tellTrainee(context, enrolment, (lang) => correctedMail(lang, reason));
    return done({}, of);
  },
});

export const claimAttendance = defineAct({
  name: "claimAttendance",
  label: {
    fr: "Contester une présence ou justifier une absence",
    en: "Contest an attendance or account for an absence",
  },
  who: "be in training",
  form: Type.Object({ lesson: Id, words: Words, upload: Type.Optional(Id) }, closed),
  output: output.claimAttendance,
  free: FREE.contests,
  writes: ["attendance_claim", "stored_file"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const enrolments = await ownEnrolments(tx, actor);
    // The lesson too: it keeps the trainer for whom the claim then waits.
    await lockChains(tx, [lessonChain(input.lesson), ...enrolments.map(({ id }) => enrolmentChain(id))]);
    const lesson = await findLesson(tx, input.lesson);
    const records = lesson ? await standingIn(tx, lesson.id) : [];
    const recorded = enrolments.find(({ id }) => records.some(({ enrolment }) => enrolment === id));
    const follower = lesson && (await followerAmong(context, enrolments, lesson));
    const enrolment = recorded?.id ?? follower?.enrolment;
    if (!lesson || enrolment === undefined || actor.kind !== "account") return FORBIDDEN;
    const about = enrolmentChain(enrolment);
    const waits = (await claimsOf(tx, enrolment)).some((one) => one.lesson === lesson.id && one.answer === null);
    if (waits) return invalid([refusals.waiting]);
    const { upload } = input;
    const slot = `attendance:${lesson.id}`;
    const attached = upload && (await attachFile(tx, { upload, account: actor.account, about, slot, at }));
    if (attached && "problem" in attached) return invalid([problemIssue(attached.problem)]);
    const claim = { id: newId(), enrolment, lesson: lesson.id, words: input.words, at };
    await insertClaim(tx, { ...claim, file: attached ? attached.file : null });
    return done({ claim: claim.id }, about);
  },
});

function problemIssue(problem: keyof (typeof fileProblems)["fr"]): Issue {
  return { path: "upload", message: (lang) => fileProblems[lang][problem] };
}

/** By the trainer of the lesson, or by staff who run the training. The record stands as contested; those who agree correct it instead. */
export const answerClaim = defineAct({
  name: "answerClaim",
  label: { fr: "Répondre au sujet d’une présence", en: "Answer about an attendance" },
  who: "correct attendance",
  form: Type.Object({ claim: Id, answer: Words }, closed),
  output: output.answerClaim,
  writes: ["attendance_claim", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const unlocked = await findClaim(tx, input.claim);
    if (!unlocked) return FORBIDDEN;
    const of = enrolmentChain(unlocked.enrolment);
    await lockChains(tx, [of]);
    const claim = await findClaim(tx, input.claim);
    const enrolment = claim && (await findEnrolment(tx, claim.enrolment));
    const lesson = claim && (await findLesson(tx, claim.lesson));
    if (!claim || !enrolment || !lesson) return FORBIDDEN;
    const by = actorName(actor);
    if (lesson.trainer !== by && !may(actor, "run the training")) return FORBIDDEN;
    if ((await ownOn(tx, by, [{ ...enrolment, enrolment: enrolment.id }])).size > 0)
      return invalid([refusals.own("claim")]);
    if (claim.answer !== null) return invalid([refusals.answered]);
    const { answer } = input;
    await answerClaims(tx, [claim.id], { answer, by, at }, { of });
    await tellTrainee(context, enrolment, (lang) => answeredMail(lang, answer));
    return done({}, of);
  },
});

/** What these acts refuse, and the sentence for it. */
const refusals = {
  notNow: issue(
    "lesson",
    "Cette séance n’est pas de la demi-journée en cours : son code se montre d’un quart d’heure avant la première séance à la fin de la dernière.",
    "This lesson is not of the half-day that is running: its code is shown from a quarter of an hour before the first lesson to the end of the last.",
  ),
  over: issue(
    "lesson",
    "Cette séance n’est pas de la demi-journée en cours : votre présence se signe du début de la séance à la fin de la demi-journée. Après, le formateur vous inscrit sur la liste.",
    "This lesson is not of the half-day that is running: you sign from the beginning of the lesson to the end of the half-day. Afterwards, the trainer marks you on the list.",
  ),
  early: issue(
    "lesson",
    "Cette séance n’a pas encore commencé : votre présence se signe à partir de son début.",
    "This lesson has not begun yet: you sign that you are here from its beginning on.",
  ),
  goesOn: (to: string) =>
    issue(
      "lesson",
      `La séance dure jusqu’à ${sayMinute({ time: to }, "fr")} : la liste se contresigne une fois la séance terminée.`,
      `The lesson lasts until ${sayMinute({ time: to }, "en")}: the list is countersigned once the lesson has ended.`,
    ),
  cancelled: issue("lesson", "Cette séance est annulée.", "This lesson is cancelled."),
  already: issue(
    "lesson",
    "Votre présence est déjà notée pour cette séance.",
    "You are marked in this lesson already.",
  ),
  tooMany: issue(
    "code",
    "Trop de codes ont été essayés : le formateur vous inscrit sur la liste.",
    "Too many codes were tried: the trainer marks you on the list.",
  ),
  ahead: issue("lesson", "Cette séance n’a pas encore commencé.", "This lesson has not begun yet."),
  stranger: issue(
    "marks",
    "Une de ces personnes n’a pas à suivre cette séance.",
    "One of these persons has not to follow this lesson.",
  ),
  signedList: issue(
    "marks",
    "La liste est contresignée : ce qui est faux se corrige, avec la raison.",
    "The list is countersigned: what is wrong is corrected, with the reason.",
  ),
  own: (path: string) =>
    issue(
      path,
      "C’est de vous qu’il s’agit : personne ne note ni ne corrige ses propres présences. Le responsable de formation le fait.",
      "This is about you: nobody marks or corrects their own attendance. The head of training does.",
    ),
  ownCode: issue(
    "lesson",
    "Vous assurez cette séance : le responsable de formation y note votre présence, et non votre code.",
    "You hold this lesson: the head of training marks you in it, and your own code does not.",
  ),
  ownList: issue(
    "lesson",
    "Vous êtes sur cette liste : le responsable de formation la contresigne.",
    "You are on this list: the head of training countersigns it.",
  ),
  tooLong: issue("minutesMissed", "La séance ne dure pas si longtemps.", "The lesson does not last that long."),
  minutes: issue(
    "minutesMissed",
    "Donnez les minutes manquées de qui n’était là qu’en partie, et de personne d’autre.",
    "Give the minutes missed of whoever was there for a part, and of nobody else.",
  ),
  proof: issue(
    "proof",
    "Dites ce qui justifie l’absence : une absence excusée a son justificatif.",
    "Say what shows it: an excused absence has its proof.",
  ),
  nothing: issue("status", "C’est déjà ce qui est noté.", "This is what is recorded already."),
  answered: issue("claim", "Il y a déjà été répondu.", "It was answered already."),
  waiting: issue(
    "lesson",
    "Vous l’avez déjà signalé : l’école y répond.",
    "You said so already: the school will answer.",
  ),
  nobody: issue("lesson", "Personne n’a à suivre cette séance.", "Nobody has to follow this lesson."),
  listed: issue(
    "lesson",
    "Cette liste est déjà contresignée telle quelle.",
    "This list is countersigned as it is already.",
  ),
};
