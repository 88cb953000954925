/** The mails of interviews, to candidates, interviewers and staff. */
import { type ConvocationLine, convocationText } from "../agenda/convocation.ts";
import type { CalendarEntry } from "../kit/calendar.ts";
import type { Lang } from "../kit/lang.ts";
import { sayMinute, sayWeekday } from "../kit/moment.ts";
import { dayIn, wallIn } from "../kit/zone.ts";
import type { Preparation } from "./rules/day.ts";

export type Hour = {
  readonly id: string;
  readonly analysisAt: Date;
  readonly analysisUntil: Date;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly sequence: number;
  readonly zone: string;
  /** The preparation before the interview, if any. */
  readonly preparation: Preparation | null;
  /** The rooms' names. */
  readonly analysisIn: string | null;
  readonly room: string;
  /** Extra time is included. */
  readonly longer: boolean;
};
/** What the convocation says beside the hour. */
export type HourTold = Hour & {
  readonly account: string | null;
  readonly lines: readonly ConvocationLine[];
  readonly street: readonly string[];
};

export const sayTime = (at: Date, zone: string, lang: Lang) => sayMinute(wallIn(at, zone), lang);

const minutes = (from: Date, until: Date) => Math.round((until.getTime() - from.getTime()) / 60_000);

/** The schedule in words, for mail, calendar and page. */
export function sayHours(hour: Omit<Hour, "id" | "sequence">, lang: Lang): readonly string[] {
  const { analysisAt, analysisUntil, beginsAt, endsAt, zone, analysisIn, preparation, room, longer } = hour;
  const before = preparation && analysisIn !== null ? { ...preparation, room: analysisIn } : null;
  const [first, then] = [sayTime(analysisAt, zone, lang), sayTime(beginsAt, zone, lang)];
  const [analysis, interview] = [minutes(analysisAt, analysisUntil), minutes(beginsAt, endsAt)];
  return lang === "fr"
    ? [
        ...(before
          ? [
              `À ${first}, ${before.room} : ${before.part.fr}, ${analysis} minutes. Vous recevez ${before.given.fr} au début.`,
            ]
          : []),
        `À ${then}, ${room} : l’entretien, ${interview} minutes.`,
        ...(longer ? ["Le temps en plus qui vous a été accordé est compté."] : []),
      ]
    : [
        ...(before
          ? [
              `At ${first}, ${before.room}: ${before.part.en}, ${analysis} minutes. You receive ${before.given.en} as it begins.`,
            ]
          : []),
        `At ${then}, ${room}: the interview, ${interview} minutes.`,
        ...(longer ? ["The extra time that was granted to you is counted."] : []),
      ];
}

export function sayDayOf({ analysisAt, zone }: Pick<Hour, "analysisAt" | "zone">, lang: Lang): string {
  return sayWeekday(dayIn(analysisAt, zone), lang);
}

type InCalendar = Hour & Pick<HourTold, "street" | "lines">;

export function calendarOf(hour: InCalendar, lang: Lang, cancelled = false): CalendarEntry {
  const { id, sequence, analysisAt, endsAt, zone, analysisIn, room, street, lines } = hour;
  return {
    uid: `interview-${id}@livret`,
    sequence,
    cancelled,
    from: analysisAt.toISOString(),
    until: endsAt.toISOString(),
    zone,
    title: lang === "fr" ? "Entretien d’admission" : "Admission interview",
    place: [...new Set([analysisIn ?? room, room]), ...street].join(", "),
    words: [...sayHours(hour, lang), ...convocationText(lines, lang)].join("\n"),
  };
}

/** First convocation, move, or refusal to move. */
export type Why = "new" | "moved" | "kept";

export function hourMail(lang: Lang, hour: HourTold, why: Why, reason = "") {
  const [day, time] = [sayDayOf(hour, lang), sayTime(hour.analysisAt, hour.zone, lang)];
  const subject = {
    fr: {
      new: `Votre entretien d’admission, le ${day} à ${time}`,
      moved: `Votre entretien d’admission est déplacé : le ${day} à ${time}`,
      kept: `Votre entretien d’admission reste fixé au ${day} à ${time}`,
    },
    en: {
      new: `Your admission interview, on ${day} at ${time}`,
      moved: `Your admission interview is moved: ${day} at ${time}`,
      kept: `Your admission interview stays on ${day} at ${time}`,
    },
  }[lang][why];
  const begin = {
    fr: {
      new: `L’école vous attend le ${day} pour votre entretien d’admission.`,
      moved: `Votre entretien d’admission a une nouvelle heure : l’école vous attend le ${day}. L’heure d’avant ne compte plus.`,
      kept: `Vous avez demandé une autre heure pour votre entretien d’admission, et l’école ne peut pas le déplacer : ${reason}`,
    },
    en: {
      new: `The school expects you on ${day} for your admission interview.`,
      moved: `Your admission interview has a new hour: the school expects you on ${day}. The hour before counts no more.`,
      kept: `You asked for another hour for your admission interview, and the school cannot move it: ${reason}`,
    },
  }[lang][why];
  const own =
    lang === "fr"
      ? "Dites sur la page de votre dossier que vous viendrez. L’heure jointe à ce courriel se range dans votre agenda."
      : "On the page of your application, say that you will come. The hour attached to this mail goes into your calendar.";
  // On paper there is no page to answer on.
  const answer = hour.account === null ? [] : [own];
  const paragraphs = [begin, ...sayHours(hour, lang), ...convocationText(hour.lines, lang), ...answer];
  return { subject, paragraphs, calendar: calendarOf(hour, lang) };
}

/** A request for another hour is confirmed: the hour that was told counts until the school answers. */
export function moveAskedMail(lang: Lang, hour: HourTold) {
  const [day, time] = [sayDayOf(hour, lang), sayTime(hour.analysisAt, hour.zone, lang)];
  return lang === "fr"
    ? {
        subject: "Votre demande d’une autre heure d’entretien est enregistrée",
        paragraphs: [
          `Vous avez demandé une autre heure pour votre entretien d’admission du ${day} à ${time}. L’école vous répond par courriel.`,
          `D’ici là, cette heure compte toujours. Sans réponse, venez le ${day} à ${time}, ou appelez l’école.`,
        ],
      }
    : {
        subject: "Your request for another hour of the interview is recorded",
        paragraphs: [
          `You asked for another hour for your admission interview on ${day} at ${time}. The school answers you by mail.`,
          `Until then, that hour still counts. Without an answer, come on ${day} at ${time}, or call the school.`,
        ],
      };
}

export function cancelledMail(
  lang: Lang,
  hour: HourTold,
  { kind, reason }: { readonly kind: "postponed" | "cancelled"; readonly reason: string },
) {
  const [day, time] = [sayDayOf(hour, lang), sayTime(hour.analysisAt, hour.zone, lang)];
  const postponed = kind === "postponed";
  const calendar = calendarOf(hour, lang, true);
  return lang === "fr"
    ? {
        subject: `Votre entretien d’admission du ${day} est ${postponed ? "reporté" : "annulé"}`,
        paragraphs: [
          `Ne venez pas le ${day} à ${time} : votre entretien d’admission est ${postponed ? "reporté" : "annulé"}.`,
          `La raison : ${reason}`,
          ...(postponed ? ["L’école vous écrira la nouvelle date."] : []),
        ],
        calendar,
      }
    : {
        subject: `Your admission interview on ${day} is ${postponed ? "postponed" : "cancelled"}`,
        paragraphs: [
          `Do not come on ${day} at ${time}: your admission interview is ${postponed ? "postponed" : "cancelled"}.`,
          `The reason: ${reason}`,
          ...(postponed ? ["The school will write you the new date."] : []),
        ],
        calendar,
      };
}

/** To the staff who arrange interviews. */
export function officeMail(lang: Lang, { number, what }: { readonly number: string; readonly what: "move" | "link" }) {
  if (lang === "fr")
    return what === "move"
      ? {
          subject: `Dossier ${number} : une autre heure d’entretien est demandée`,
          paragraphs: [
            "Une personne qui candidate demande que son entretien soit déplacé, et dit pourquoi. Répondez-lui.",
          ],
          open: "Ouvrir l’entretien",
        }
      : {
          subject: `Dossier ${number} : un autre binôme est à trouver`,
          paragraphs: [
            "Quelqu’un qui devait mener un entretien connaît la personne qui candidate, et ne l’examinera pas. Confiez l’entretien à un autre binôme.",
          ],
          open: "Ouvrir l’entretien",
        };
  return what === "move"
    ? {
        subject: `Application ${number}: another hour is asked for the interview`,
        paragraphs: ["A candidate asks for their interview to be moved, and says why. Answer them."],
        open: "Open the interview",
      }
    : {
        subject: `Application ${number}: another pair is to be found`,
        paragraphs: [
          "Somebody who was to hold an interview knows the candidate and will not examine them. Hand the interview to another pair.",
        ],
        open: "Open the interview",
      };
}

/** To an interviewer, once their interviews of a day are convoked. */
export function interviewersMail(lang: Lang, { day, count }: { readonly day: string; readonly count: number }) {
  return lang === "fr"
    ? {
        subject: `Entretiens d’admission du ${day}`,
        paragraphs: [
          `L’école vous confie ${count === 1 ? "un entretien" : `${count} entretiens`} le ${day}. Les heures, les salles et les grilles à remplir sont sur votre page.`,
          "Si vous connaissez une des personnes, dites-le sur cette page : quelqu’un d’autre l’examinera.",
        ],
        open: "Voir mes entretiens",
      }
    : {
        subject: `Admission interviews on ${day}`,
        paragraphs: [
          `The school entrusts ${count === 1 ? "an interview" : `${count} interviews`} to you on ${day}. The hours, the rooms and the grids to fill in are on your page.`,
          "If you know one of these persons, say so on that page: somebody else will examine them.",
        ],
        open: "See my interviews",
      };
}
