/** What somebody whose exams are over reads while they wait: their marks, the jury, and how they learn of its decision. */
import type { Day } from "../kit/day.ts";
import { type Label, sayDay } from "../kit/lang.ts";
import type { Awaited } from "./exams/awaited.ts";

export function sayAwaited(awaited: Awaited, today: Day): Label {
  const [marks, jury] = [sayMarks(awaited), sayJury(awaited, today)];
  return { fr: `${marks.fr} ${jury.fr}`, en: `${marks.en} ${jury.en}` };
}

function sayMarks({ marked }: Awaited): Label {
  return marked
    ? { fr: "Les notes sont données.", en: "The marks are given." }
    : { fr: "Les notes ne sont pas encore toutes données.", en: "Not all marks are given yet." };
}

function sayJury({ juryOn, until }: Awaited, today: Day): Label {
  if (juryOn === null)
    return {
      fr: `Le jour du jury n’est pas encore fixé ; la session finit le ${sayDay(until, "fr")}.`,
      en: `The day of the jury is not set yet; the session ends on ${sayDay(until, "en")}.`,
    };
  return juryOn < today
    ? {
        fr: `Le jury était prévu le ${sayDay(juryOn, "fr")}.`,
        en: `The jury was planned for ${sayDay(juryOn, "en")}.`,
      }
    : { fr: `Le jury siège le ${sayDay(juryOn, "fr")}.`, en: `The jury sits on ${sayDay(juryOn, "en")}.` };
}
