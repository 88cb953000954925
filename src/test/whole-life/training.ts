/** What happens in training: a cohort, who is enrolled, lessons that overlap, half-days signed, lists countersigned, corrections. */
import {
  correctAttendance,
  countersign,
  markAttendance,
  showCode,
  signHalfDay,
} from "../../training/attendance/acts.ts";
import { seeList } from "../../training/attendance/views.ts";
import { enrol, endTraining, interruptTraining, openCohort, resumeTraining } from "../../training/cohorts/acts.ts";
import { cancelLesson, moveLesson, planLessons } from "../../training/lessons/acts.ts";
import { signProgramme } from "../../training/programmes/acts.ts";
import { seeProgramme } from "../../training/programmes/views.ts";
import { as, type Deed, type Dice, later, type Lesson, type Life, mostly, sees, tries, walking } from "./life.ts";

const STARTS_ON = "2027-09-13";

export const aCohortOpens: Deed = async (life, dice) => {
  await life.moveTo("2027-09-01", "09:00");
  const input = { diploma: "deis", name: "Promotion 2027", startsOn: STARTS_ON, endsOn: "2029-07-13" };
  const opened = await tries(life, openCohort, mostly(life, dice, as(life, "officer")), input);
  if (opened) life.cohort ??= opened.cohort;
};

export const everybodyEnrols: Deed = async (life, dice) => {
  for (const walker of life.walkers) {
    const days = { contractOn: "2027-08-31", givenOn: dice.chance(95) ? "2027-08-20" : "2027-09-01" };
    const input = { cohort: life.cohort, dossier: walker.dossier, ...days };
    if (life.cohort === undefined) return;
    const made = await tries(life, enrol, mostly(life, dice, as(life, "officer")), input);
    if (made) walker.enrolment = made.enrolment;
  }
};

export const programmesAreSigned: Deed = async (life, dice) => {
  for (const { enrolment } of life.walkers) {
    if (enrolment === undefined) continue;
    const seen = await sees(life, seeProgramme, as(life, "director"), { enrolment, language: "fr" });
    const words = "J’établis ce programme individuel.";
    const input = { enrolment, shown: seen?.shown ?? "rien", words };
    await tries(life, signProgramme, mostly(life, dice, as(life, "director")), input);
  }
};

const HOURS = {
  trainer: [
    ["09:00", "12:00"],
    ["13:30", "17:00"],
  ],
  colleague: [
    ["10:00", "12:30"],
    ["11:59", "12:30"],
    ["14:00", "17:00"],
  ],
} as const;

/** By two trainers, so that one trainee may be wanted at two places at once. */
export const lessonsArePlanned: Deed = async (life, dice) => {
  if (life.cohort === undefined) return;
  if (life.today() < STARTS_ON) await life.moveTo(STARTS_ON, "08:00");
  const on = later(life, 1 + dice.upTo(12));
  for (const trainer of ["trainer", "colleague"] as const) {
    const [from, to] = dice.one<readonly [string, string]>(HOURS[trainer]);
    const unit = dice.one(["UF1.1", "UF2.1", "UF3.1"]);
    const one = { unit, on, from, to, trainer: `account:${life.staff[trainer].account}` };
    const input = { cohort: life.cohort, lessons: [one] };
    const planned = await tries(life, planLessons, mostly(life, dice, as(life, "officer")), input);
    if (planned) life.lessons.push({ id: planned.lessons[0]!, on, from, trainer });
  }
};

/** The last two: at their hour, the code is shown and typed; then the lists are marked and countersigned. */
export const lessonsAreHeld: Deed = async (life, dice) => {
  const held = life.lessons.slice(-2).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const lesson of held) {
    if (lesson.on < life.today()) continue;
    await life.moveTo(lesson.on, lesson.from);
    const shown = await tries(life, showCode, by(life, lesson), { lesson: lesson.id });
    for (const walker of life.walkers)
      if (dice.chance(70))
        await tries(life, signHalfDay, mostly(life, dice, walking(life, walker)), {
          lesson: lesson.id,
          code: dice.chance(90) && shown ? shown.code : "0000",
        });
  }
  await life.moveTo(life.today(), "18:00");
  for (const lesson of held) {
    await listIsMarked(life, dice, lesson);
    if (dice.chance(80)) await listIsCountersigned(life, dice, lesson);
  }
};

const by = (life: Life, { trainer }: Lesson) => as(life, trainer as "trainer" | "colleague");

async function listIsMarked(life: Life, dice: Dice, lesson: Lesson) {
  const list = await sees(life, seeList, by(life, lesson), { lesson: lesson.id });
  const marks = (list?.people ?? [])
    .filter(() => dice.chance(60))
    .map(({ enrolment, number }) => {
      const status = dice.one(["present", "present", "part", "absent"] as const);
      return { enrolment, number, status, ...(status === "part" && { minutesMissed: 1 + dice.upTo(40) }) };
    });
  if (marks.length > 0)
    await tries(life, markAttendance, mostly(life, dice, by(life, lesson)), { lesson: lesson.id, marks });
}

async function listIsCountersigned(life: Life, dice: Dice, lesson: Lesson) {
  const list = await sees(life, seeList, by(life, lesson), { lesson: lesson.id });
  const words = "J’atteste les présences de cette liste.";
  const input = { lesson: lesson.id, shown: list?.shown ?? "rien", words };
  await tries(life, countersign, mostly(life, dice, by(life, lesson)), input);
}

const aListIsMarkedAgain: Deed = async (life, dice) => {
  if (life.lessons.length > 0) await listIsMarked(life, dice, dice.one(life.lessons));
};
const aListIsCountersigned: Deed = async (life, dice) => {
  if (life.lessons.length > 0) await listIsCountersigned(life, dice, dice.one(life.lessons));
};

const anAttendanceIsCorrected: Deed = async (life, dice) => {
  if (life.lessons.length === 0) return;
  const lesson = dice.one(life.lessons);
  const list = await sees(life, seeList, by(life, lesson), { lesson: lesson.id });
  if (!list || list.people.length === 0) return;
  const { enrolment, number } = dice.one(list.people);
  const status = dice.one(["present", "absent", "excused"] as const);
  const more = { ...(status === "excused" && { proof: "Certificat du jour." }), reason: "Erreur de saisie." };
  const input = { lesson: lesson.id, enrolment, number, status, ...more };
  await tries(life, correctAttendance, mostly(life, dice, as(life, "officer")), input);
};

const aLessonIsCancelled: Deed = async (life, dice) => {
  if (life.lessons.length === 0) return;
  const input = { id: dice.one(life.lessons).id, version: 1 + dice.upTo(1), why: "Intervenante souffrante." };
  await tries(life, cancelLesson, mostly(life, dice, as(life, "officer")), input);
};

const aLessonIsMoved: Deed = async (life, dice) => {
  if (life.lessons.length === 0) return;
  const [from, to] = dice.one(HOURS.colleague);
  const input = { id: dice.one(life.lessons).id, version: 1 + dice.upTo(1), on: later(life, dice.upTo(4)), from, to };
  await tries(life, moveLesson, mostly(life, dice, as(life, "officer")), input);
};

const somebodyInterrupts: Deed = async (life, dice) => {
  const { enrolment } = dice.one(life.walkers);
  const input = { enrolment, on: life.today(), reason: "Raison personnelle." };
  if (enrolment === undefined) return;
  await tries(life, interruptTraining, mostly(life, dice, as(life, "officer")), input);
  if (dice.chance(70))
    await tries(life, resumeTraining, mostly(life, dice, as(life, "officer")), { ...input, cohort: life.cohort });
  else if (dice.chance(20)) await tries(life, endTraining, as(life, "officer"), { ...input, kind: "abandoned" });
};

const somebodyEnrolsAgain: Deed = async (life, dice) => {
  const { dossier } = dice.one(life.walkers);
  if (life.cohort === undefined) return;
  const days = { contractOn: life.today(), givenOn: life.today() };
  const made = await tries(life, enrol, as(life, "officer"), { cohort: life.cohort, dossier, ...days });
  if (made) life.walkers.find((one) => one.dossier === dossier)!.enrolment = made.enrolment;
};

export const TRAINING: readonly Deed[] = [
  aListIsMarkedAgain,
  aListIsCountersigned,
  anAttendanceIsCorrected,
  aLessonIsCancelled,
  aLessonIsMoved,
  somebodyInterrupts,
  somebodyEnrolsAgain,
  lessonsArePlanned,
];
