/** What waits of attendance: lists to countersign, claims to answer. */
import { sql } from "kysely";
import { type WaitingRow, waits } from "../../act/waiting.ts";
import { personChain } from "../../dossier/rules/dossier.ts";
import { addDays, addYears, type Day } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import { aboutOne } from "../../page/about-one.ts";
import { places } from "../cohorts/pages/places.ts";

type Taught = {
  readonly id: string;
  readonly trainer: string;
  readonly on: Day;
  readonly to: string;
  /** A correction since it was countersigned. */
  readonly again: boolean;
};

/** Days after a lesson from which the school, too, sees that its list is missing. */
const LIST_LATE = 3;

/**
 * A correction is countersigned anew. Whether somebody is still to be marked is not asked: a trainee who signs does not lock the lesson,
 * and a list is countersigned once everybody on it is marked.
 */
export const listWaits = waits({
  readBy: "see the training",
  on: "lesson",
  version: 4,
  after: ["lesson", "attendance", "attendance_list"],
  keys: {
    countersign: {
      answeredBy: ["countersign"],
      words: ({ school, again }) =>
        school === 1
          ? { verb: { fr: "Obtenir la liste contresignée", en: "Obtain the countersigned list" } }
          : {
              verb:
                again === 1
                  ? {
                      fr: "Contresignez de nouveau la liste de votre séance",
                      en: "Countersign the list of your lesson again",
                    }
                  : { fr: "Contresignez la liste de votre séance", en: "Countersign the list of your lesson" },
              why:
                again === 1
                  ? { fr: "Une présence y a été corrigée.", en: "An attendance on it was corrected." }
                  : {
                      fr: "Les heures ne comptent qu’une fois la liste contresignée.",
                      en: "The hours count only once the list is countersigned.",
                    },
            },
      to: (lesson) => places.lesson.to({ lesson }),
      takenBy: ["run the training"],
      remindedBy: "run the training",
      remindedFrom: ({ on, to }) => ({ day: String(on), time: String(to) }),
      mails: [1, 7],
      many: (count) => ({
        fr: `${count} listes de séance à contresigner`,
        en: `${count} lists of lessons to countersign`,
      }),
    },
  },
  async rows({ tx }, ids) {
    const { rows } = await sql<Taught>`
      select l.id, l.trainer, to_char(l.on_day, 'YYYY-MM-DD') as on, l.to_time as "to",
        exists (select from attendance_list s where s.lesson = l.id) as again from lesson l
      where l.id = any(${ids}::uuid[]) and l.cancelled_why is null and (
        not exists (select from attendance_list s where s.lesson = l.id)
        or exists (
          select from attendance a where a.lesson = l.id and a.how = 'corrected'
            and not exists (
              select from attendance b where b.lesson = l.id and b.enrolment = a.enrolment and b.number > a.number)
            and not exists (select from attendance_list s where s.lesson = l.id and s.records ? a.id::text)))`.execute(
      tx,
    );
    return rows.flatMap(({ id, trainer, on, to, again }) => {
      const line = { id, key: "countersign" as const, person: null, due: on, until: addYears(on, 1) };
      return [
        {
          ...line,
          who: trainer as WaitingRow["who"],
          from: on,
          fromTime: to,
          facts: { on, to, ...(again && { again: 1 }) },
        },
        { ...line, who: "may:run the training" as const, from: addDays(on, LIST_LATE), facts: { on, school: 1 } },
      ];
    });
  },
});

type Claimed = {
  readonly id: string;
  readonly enrolment: string;
  readonly dossier: string;
  readonly account: string | null;
  readonly at: Date;
  readonly lesson: string;
  readonly trainer: string;
};

/** For the trainer of the lesson, and for the school. A lesson that is contested is not handed to another. */
export const claimWaits = waits({
  readBy: "see the training",
  on: "enrolment",
  version: 2,
  after: ["attendance_claim", "enrolment"],
  keys: {
    contested: {
      answeredBy: ["answerClaim", "correctAttendance"],
      words: () => ({
        verb: { fr: "Répondez à qui conteste une présence", en: "Answer who contests an attendance" },
        why: {
          fr: "Vous corrigez ce qui est noté, ou vous dites pourquoi il reste.",
          en: "You correct what is recorded, or say why it stands.",
        },
      }),
      to: (enrolment, { lesson }) => places.correct.to({ lesson: String(lesson), enrolment }),
    },
    answerClaim: {
      answeredBy: ["answerClaim"],
      words: () => ({
        verb: { fr: "Répondre au sujet d’une présence contestée", en: "Answer about a contested attendance" },
      }),
      to: (_, _facts, claim) => places.claims.to(undefined, aboutOne(claim)),
      says: { fr: "L’école répond à votre contestation.", en: "The school answers what you contest." },
      takenBy: ["run the training"],
    },
  },
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<Claimed>`
      select c.id, c.enrolment, e.dossier, e.account, c.made_at as at, c.lesson, l.trainer
      from attendance_claim c join enrolment e on e.id = c.enrolment join lesson l on l.id = c.lesson
      where c.enrolment = any(${ids}::uuid[]) and c.answer is null`.execute(tx);
    return rows.flatMap(({ id, enrolment, dossier, account, at, lesson, trainer }) => {
      const from = dayIn(at, zone);
      const person = personChain({ id: dossier, account });
      const line = { id: enrolment, part: id, person, from, due: null, until: addYears(from, 1) };
      const own = account !== null && trainer === `account:${account}`;
      return [
        { ...line, key: "answerClaim" as const, who: "may:run the training" as const },
        ...(own ? [] : [{ ...line, key: "contested" as const, who: trainer as WaitingRow["who"], facts: { lesson } }]),
      ];
    });
  },
});
