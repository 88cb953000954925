/** What a person pays for their training, and until when they may withdraw from its contract, for their calendar. */
import type { Calendar, Dated } from "../act/calendar.ts";
import type { Between } from "../act/under-way.ts";
import { sayEuros } from "../kit/lang.ts";
import { places } from "./pages/places.ts";
import { ownDates } from "./scheduled.ts";

export const contractsCalendar: Calendar = {
  may: "agree on one’s training",
  async read(given, days) {
    return (await ownDates(given, given.actor)).flatMap(({ dossier, diploma, lastDay, schedule }) => {
      const to = places.own.to({ diploma, dossier });
      const all = schedule.payments.flatMap(({ due, amount, paid, state }, nth): Dated[] => {
        if (state === "paid") return [];
        const left = amount - paid;
        const title = {
          fr: `Formation : ${sayEuros(left, "fr")} à payer`,
          en: `Training: ${sayEuros(left, "en")} to pay`,
        };
        return [dated({ uid: `instalment-${dossier}-${nth + 1}@livret`, day: due, title, to })];
      });
      const edge = {
        fr: "Dernier jour pour renoncer au contrat de formation",
        en: "Last day to withdraw from the training contract",
      };
      const last =
        lastDay === null ? [] : [dated({ uid: `withdrawal-${dossier}@livret`, day: lastDay, title: edge, to })];
      return [...last, ...all].filter((one) => within(one, days));
    });
  },
};

type Entry = { readonly uid: string; readonly day: string; readonly title: Dated["title"]; readonly to: string };

function dated({ uid, day, title, to }: Entry): Dated {
  return { uid, sequence: 0, cancelled: false, when: { day }, title, place: "", words: { fr: "", en: "" }, to };
}

function within({ when }: Dated, { from, until }: Between): boolean {
  return "day" in when && when.day >= from && when.day <= until;
}
