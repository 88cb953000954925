/** The lessons and days of work that a trainee follows, for their calendar. */
import type { Calendar } from "../../act/calendar.ts";
import { beginsAt } from "../../kit/zone.ts";
import { capital } from "../../kit/typography.ts";
import { places } from "../cohorts/pages/places.ts";
import { lessonsToCome } from "./followed.ts";

export const lessonsCalendar: Calendar = {
  may: "be in training",
  async read(given, days) {
    const lessons = await lessonsToCome(given, days);
    return lessons.map(({ id, on, from, to, unit, label, subject, place, trainerName, version, cancelledWhy }) => {
      const said = [trainerName, subject].filter((one) => one !== "").join(". ");
      return {
        uid: `lesson-${id}`,
        sequence: version - 1,
        cancelled: cancelledWhy !== null,
        when: {
          from: beginsAt({ day: on, time: from }, given.zone)!,
          until: beginsAt({ day: on, time: to }, given.zone)!,
        },
        title: { fr: `${unit} – ${capital(label.fr)}`, en: `${unit} – ${capital(label.en)}` },
        place,
        words: { fr: said, en: said },
        to: places.mine.to(),
      };
    });
  },
};
