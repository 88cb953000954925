/** What happens in training: a cohort, who is enrolled, lessons that overlap, half-days signed, lists countersigned, corrections. */
import {
  correctAttendance,
  countersign,
  markAttendance,
  showCode,
  signHalfDay,
} from "../../training/attendance/acts.ts";
import { seeList } from "../../training/attendance/views.ts";
import { planCohort } from "../../training/cohorts/plan-acts.ts";
import { seeCohortPlan } from "../../training/cohorts/views.ts";
import { describeTrainer } from "../../training/trainers/acts.ts";
import { endTraining, interruptTraining, openCohort, resumeTraining } from "../../training/cohorts/acts.ts";
import { handOver, noteGrant, sayWhoPays } from "../../contracts/acts.ts";
import { enrol, enrolAnyway } from "../../contracts/enrolling-acts.ts";
import { renounce } from "../../contracts/renouncing-acts.ts";
import { countersignContract, signContract } from "../../contracts/signing-acts.ts";
import { seeOwnContract } from "../../contracts/views.ts";
import { cancelLesson, moveLesson, planLessons } from "../../training/lessons/acts.ts";
import { signProgramme } from "../../training/programmes/acts.ts";
import { seeProgramme } from "../../training/programmes/views.ts";
import { as, type Deed, type Dice, later, type Lesson, type Life, mostly, sees, tries, walking } from "./life.ts";

const STARTS_ON = "2027-09-13";

export const aCohortOpens: Deed = async (life, dice) => {
  await life.moveTo("2027-09-01", "09:00");
  const input = { diploma: "deis", name: "Promotion 2027", startsOn: STARTS_ON, endsOn: "2029-07-13" };
  const opened = await tries(life, openCohort, mostly(life, dice, as(life, "officer")), input);
  if (!opened || life.cohort !== undefined) return;
  life.cohort = opened.cohort;
  await contractsMaySay(life, opened.cohort);
};

/** What a contract must state: the periods, the first lesson, and of whom it is. */
async function contractsMaySay(life: Life, cohort: string): Promise<void> {
  const officer = as(life, "officer");
  const seen = await sees(life, seeCohortPlan, officer, { cohort });
  if (!seen) return;
  const periods = seen.proposed.map(({ from, to, units }) => ({ from, to, units: [...units] }));
  await tries(life, planCohort, officer, { cohort, version: 0, campus: seen.campuses[0]!.campus, periods });
  const trainer = `account:${life.staff.trainer.account}`;
  const first = { unit: "UF1.1", on: STARTS_ON, from: "09:00", to: "12:00", trainer };
  await tries(life, planLessons, officer, { cohort, lessons: [first] });
  await tries(life, describeTrainer, officer, { cohort, trainer, words: "Doctorat de sociologie" });
}

const BEFORE = "programme objectives trainers timetable assessment contact rules tariff settlement early-end".split(
  " ",
);

/** Each pays alone, is handed what is owed before, signs, and the director signs; now and then one of these is left out, or another tries. */
export const contractsAreConcluded: Deed = async (life, dice) => {
  for (const walker of life.walkers) {
    const { dossier } = walker;
    const own = () => mostly(life, dice, walking(life, walker));
    const others = dice.chance(20) ? [{ source: "transition", amount: 100_000 }] : [];
    await tries(life, sayWhoPays, own(), { dossier, others, status: "own-cost" });
    if (dice.chance(90))
      await tries(life, handOver, mostly(life, dice, as(life, "officer")), { dossier, keys: BEFORE, on: life.today() });
    const seen = await sees(life, seeOwnContract, walking(life, walker), { dossier, language: "fr" });
    const shown = seen?.contract?.papers.find(({ paper }) => paper === "contract")?.shown ?? "rien";
    await tries(life, signContract, own(), { dossier, shown, words: "J’accepte." });
    const source = "personal";
    await tries(life, countersignContract, mostly(life, dice, as(life, "director")), {
      dossier,
      source,
      words: "Signé.",
    });
    const answer = dice.one(["granted", "refused"] as const);
    const granted = { dossier, source: "transition", answer, on: life.today() };
    if (others.length > 0) await tries(life, noteGrant, as(life, "officer"), granted);
  }
};

const somebodyWithdraws: Deed = async (life, dice) => {
  const walker = dice.one(life.walkers);
  if (walker.enrolment === undefined && dice.chance(5))
    await tries(life, renounce, walking(life, walker), {
      dossier: walker.dossier,
      place: dice.chance(2) ? "kept" : "given-up",
    });
};

export const everybodyEnrols: Deed = async (life, dice) => {
  for (const walker of life.walkers) {
    if (life.cohort === undefined) return;
    const dossiers = [walker.dossier];
    const done = await tries(life, enrol, mostly(life, dice, as(life, "officer")), { cohort: life.cohort, dossiers });
    if (done) walker.enrolment = done.enrolled[0]!.enrolment;
    if (done) continue;
    const input = { cohort: life.cohort, dossier: walker.dossier, ground: "Le financeur tarde." };
    const made = await tries(life, enrolAnyway, mostly(life, dice, as(life, "director")), input);
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
  const input = { cohort: life.cohort, dossier, ground: "De nouveau." };
  const made = await tries(life, enrolAnyway, as(life, "director"), input);
  if (made) life.walkers.find((one) => one.dossier === dossier)!.enrolment = made.enrolment;
};

export const TRAINING: readonly Deed[] = [
  aListIsMarkedAgain,
  aListIsCountersigned,
  anAttendanceIsCorrected,
  aLessonIsCancelled,
  aLessonIsMoved,
  somebodyInterrupts,
  somebodyWithdraws,
  somebodyEnrolsAgain,
  lessonsArePlanned,
];
