/** What is said of lessons: what is wrong with one, and the mails that tell of them. */
import { type Lang, sayDay } from "../../kit/lang.ts";
import { sayMinute, sayWeekday } from "../../kit/moment.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import type { Day } from "../../kit/day.ts";

export type When = { readonly on: Day; readonly from: string; readonly to: string };

/** « lundi 7 décembre 2026, de 9 h à 12 h 30 ». */
export function sayWhen({ on, from, to }: When, lang: Lang): string {
  const hours =
    lang === "fr"
      ? `de ${sayMinute({ time: from }, lang)} à ${sayMinute({ time: to }, lang)}`
      : `from ${from} to ${to}`;
  return `${sayWeekday(on, lang)}, ${hours}`;
}

/** Beside the field of the lesson that it is about. */
export const wrongs = {
  unit: (path: string): Issue =>
    issue(
      `${path}unit`,
      "Cette unité n’est pas au référentiel de la promotion.",
      "This unit is not in the référentiel of the cohort.",
    ),
  backwards: (path: string): Issue =>
    issue(
      `${path}to`,
      "La séance finit après avoir commencé : corrigez l’une des heures.",
      "The lesson ends after it begins: correct one of the times.",
    ),
  twoHalves: (path: string): Issue =>
    issue(
      `${path}to`,
      "La séance s’étend sur deux demi-journées, qui s’émargent chacune : faites-en deux séances.",
      "The lesson runs over two half-days, each of which is signed: make two lessons of it.",
    ),
  outside: (path: string, { startsOn, endsOn }: { startsOn: Day; endsOn: Day }): Issue =>
    issue(
      `${path}on`,
      `Ce jour n’est pas dans la promotion, du ${sayDay(startsOn, "fr")} au ${sayDay(endsOn, "fr")}.`,
      `This day is not within the cohort, from ${sayDay(startsOn, "en")} to ${sayDay(endsOn, "en")}.`,
    ),
  noSuchHour: (path: string): Issue =>
    issue(
      `${path}from`,
      "Cette heure n’existe pas ce jour-là : les horloges avancent.",
      "There is no such hour on that day: the clocks go forward.",
    ),
  trainer: (path: string): Issue =>
    issue(
      `${path}trainer`,
      "Cette personne n’a pas le rôle de formateur ici : confiez-le-lui, ou invitez-la, d’abord.",
      "This person has not the role of trainer here: give it to them, or invite them, first.",
    ),
  room: (path: string): Issue =>
    issue(`${path}room`, "Cette salle n’est pas à réserver.", "This room is not to be booked."),
  person: (path: string): Issue =>
    issue(
      `${path}only`,
      "Une de ces personnes n’est pas de la promotion.",
      "One of these persons is not of the cohort.",
    ),
  cancelled: issue("id", "Cette séance est annulée.", "This lesson is cancelled."),
  held: issue(
    "id",
    "Des présences sont déjà notées : cette séance a eu lieu.",
    "Attendance is recorded already: this lesson took place.",
  ),
};

type Mail = { readonly subject: string; readonly paragraphs: readonly string[]; readonly open: string };

type Told = When & { readonly label: string };

const OPEN = { fr: "Voir mes séances", en: "See my lessons" } as const;

/** To a trainer, of all that was entrusted to them at once; the first few by name. */
export function plannedMail(lang: Lang, lessons: readonly Told[]): Mail {
  const shown = lessons.slice(0, 10).map((one) => `${sayWhen(one, lang)} : ${one.label}.`);
  const more = lessons.length - shown.length;
  return lang === "fr"
    ? {
        subject: lessons.length === 1 ? "Une séance vous est confiée" : `${lessons.length} séances vous sont confiées`,
        paragraphs: [...shown, ...(more > 0 ? [`Et ${more} de plus.`] : [])],
        open: OPEN.fr,
      }
    : {
        subject:
          lessons.length === 1 ? "A lesson is entrusted to you" : `${lessons.length} lessons are entrusted to you`,
        paragraphs: [...shown, ...(more > 0 ? [`And ${more} more.`] : [])],
        open: OPEN.en,
      };
}

export function movedMail(
  lang: Lang,
  { was, now, label, room }: { was: When; now: When; label: string; room: string | null },
): Mail {
  const where = room === null ? "" : lang === "fr" ? `, salle ${room}` : `, room ${room}`;
  return lang === "fr"
    ? {
        subject: `Séance déplacée au ${sayDay(now.on, lang)}`,
        paragraphs: [`La séance « ${label} » prévue ${sayWhen(was, lang)} a lieu ${sayWhen(now, lang)}${where}.`],
        open: OPEN.fr,
      }
    : {
        subject: `Lesson moved to ${sayDay(now.on, lang)}`,
        paragraphs: [`The lesson “${label}” of ${sayWhen(was, lang)} takes place on ${sayWhen(now, lang)}${where}.`],
        open: OPEN.en,
      };
}

export function cancelledMail(lang: Lang, { when, label, why }: { when: When; label: string; why: string }): Mail {
  return lang === "fr"
    ? {
        subject: `Séance annulée : ${sayDay(when.on, lang)}`,
        paragraphs: [`La séance « ${label} » prévue ${sayWhen(when, lang)} est annulée : ${why}`],
        open: OPEN.fr,
      }
    : {
        subject: `Lesson cancelled: ${sayDay(when.on, lang)}`,
        paragraphs: [`The lesson “${label}” of ${sayWhen(when, lang)} is cancelled: ${why}`],
        open: OPEN.en,
      };
}

export function handedMail(lang: Lang, { when, label, to }: { when: When; label: string; to: string }): Mail {
  return lang === "fr"
    ? {
        subject: `Séance du ${sayDay(when.on, lang)} : autre formateur`,
        paragraphs: [`La séance « ${label} », ${sayWhen(when, lang)}, est assurée par ${to}.`],
        open: OPEN.fr,
      }
    : {
        subject: `Lesson of ${sayDay(when.on, lang)}: another trainer`,
        paragraphs: [`The lesson “${label}”, ${sayWhen(when, lang)}, is held by ${to}.`],
        open: OPEN.en,
      };
}
