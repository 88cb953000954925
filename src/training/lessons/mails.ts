/** The mails of lessons. */
import type { MailText } from "../../mail/post.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { sayRoomNamed } from "../../kit/with-kind.ts";
import { type When, sayWhen } from "./words.ts";

type Mail = MailText & { readonly open: string };

type Told = When & { readonly label: string };

const OPEN = { fr: "Voir mes séances", en: "See my lessons" } as const;

/** To a trainer, about all lessons assigned at once; lists the first ten. */
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
  const where = room === null ? "" : `, ${sayRoomNamed(lang, room)}`;
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
