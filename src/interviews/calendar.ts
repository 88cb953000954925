/** The interviews that a candidate was convoked to, for their calendar. */
import type { Calendar } from "../act/calendar.ts";
import { hoursToldTo } from "./hour.ts";
import { calendarOf } from "./mails.ts";
import { own } from "./pages/routes.ts";

export const interviewsCalendar: Calendar = {
  may: "apply",
  async read(given, days) {
    return (await hoursToldTo(given, days)).map((hour) => {
      const cancelled = hour.state === "postponed" || hour.state === "cancelled";
      const [fr, en] = [calendarOf(hour, "fr", cancelled), calendarOf(hour, "en", cancelled)];
      return {
        ...fr,
        when: { from: hour.analysisAt, until: hour.endsAt },
        title: { fr: fr.title, en: en.title },
        words: { fr: fr.words, en: en.words },
        to: own.to({ diploma: hour.diploma, dossier: hour.dossier }),
      };
    });
  },
};
