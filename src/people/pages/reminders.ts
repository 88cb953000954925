/** Whether a person wants reminders of unfinished work. Opening the page changes nothing, since mails link to it. */
import { html } from "../../kit/html.ts";
import { chooseReminders } from "../../mail/acts.ts";
import { myReminders } from "../../mail/views.ts";
import { formPage } from "../../page/form-page.ts";
import { carried, version } from "../../page/kinds.ts";
import { route } from "../../page/route.ts";
import { see } from "../../page/acting.ts";
import { peopleWords } from "./words.ts";

const reminders = route("/compte/rappels");

export const remindersPage = formPage({
  name: "compte-rappels",
  route: reminders,
  who: "read one’s own mail",
  words: (lang) => peopleWords(lang).reminders,
  seen: (visit) => see(visit, myReminders, {}),
  form: {
    fields: () => ({ reminders: carried<"yes" | "no">(), version: version() }),
    begin: ({ seen }) => ({ reminders: seen.reminders ? ("no" as const) : ("yes" as const), version: seen.version }),
    go: ({ words, seen }) =>
      seen.reminders ? { label: words.turnOff, variant: "secondary" } : { label: words.turnOn },
    act: chooseReminders,
    input: (chosen) => ({ ...chosen, reminders: chosen.reminders === "yes" }),
    done: () => reminders.to({}, { fait: "choisi" }),
    stale: ({ words }) => ({ said: words.changed }),
  },
  told: ({ words, seen }) => ({ choisi: seen.reminders ? words.on : words.off }),
  shown: ({ visit, words, seen }, { form }) => {
    const stands = seen.reminders ? words.on : words.off;
    const main = html`${visit.query.fait !== "choisi" && html`<p><strong>${stands}</strong></p>`}
${form()}
<p>${words.always}</p>`;
    return { title: words.heading, lead: words.lead, main, back: "/compte/courrier" };
  },
});
