/** The lessons of some days: of every cohort for those who see the training, and their own for trainers. */
import type { Happening, UnderWay } from "../../act/under-way.ts";
import { actorName, may } from "../../act/permissions.ts";
import { places } from "../cohorts/pages/places.ts";
import { lessonsHeld, lessonsHeldBy, type ShownLesson } from "./shown.ts";

/** Of the page of a lesson: its attendance list. */
const LIST = "correct attendance";

export const lessonsUnderWay: readonly UnderWay[] = [
  {
    may: "see the training",
    async read(given, days) {
      const lessons = await lessonsHeld(given, days);
      const opens = may(given.actor, LIST);
      return lessons.map((one) => {
        const seen = happening(one);
        return { ...seen, who: `${one.cohortName}, ${one.trainerName}`, to: opens ? seen.to : null };
      });
    },
  },
  {
    may: "teach",
    own: true,
    async read(given, days) {
      return (await lessonsHeldBy(given, actorName(given.actor), days)).map(happening);
    },
  },
];

function happening({ id, on, from, to, label, unit, roomName, version }: ShownLesson): Happening {
  const what = { fr: `${unit} ${label.fr}`, en: `${unit} ${label.en}` };
  const when = { on, from, until: to, moved: version - 1 };
  return { chain: `lesson:${id}`, ...when, what, room: roomName, who: null, to: places.lesson.to({ lesson: id }) };
}
