/** The exams that a candidate is convoked to, for their calendar. */
import type { Calendar } from "../act/calendar.ts";
import { convocationText } from "../agenda/convocation.ts";
import type { Lang } from "../kit/lang.ts";
import { ownConvoked } from "./exams/convoked.ts";
import { places } from "./pages/places.ts";

export const examsCalendar: Calendar = {
  may: "read one’s results",
  async read(given, days) {
    return (await ownConvoked(given, days)).map(({ id, name, sessionName, label, from, until, place, convocation }) => {
      const said = (lang: Lang) => [`${sessionName}, ${name}`, ...convocationText(convocation, lang)].join("\n");
      return {
        // As in the mail that convokes; a group is never moved, but cancelled and made anew.
        uid: `exam-group-${id}`,
        sequence: 0,
        cancelled: false,
        when: { from: new Date(from), until: new Date(until) },
        title: label,
        place,
        words: { fr: said("fr"), en: said("en") },
        to: places.results.to(),
      };
    });
  },
};
