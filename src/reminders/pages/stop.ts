/** The unsubscribe page of an applicant without an account. Opening it does nothing, because mail scanners open links. */
import { html } from "../../kit/html.ts";
import type { Actor } from "../../act/act.ts";
import { formPage } from "../../page/form-page.ts";
import { carried, version } from "../../page/kinds.ts";
import { route } from "../../page/route.ts";
import { see } from "../../page/acting.ts";
import { layout } from "../../page/layout.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { chooseRemindersAbout } from "../acts.ts";
import { remindersAbout } from "../views.ts";
import { stopWords } from "./words.ts";

const stop = route("/rappels/:secret");

export const stopRemindersPage = formPage({
  name: "rappels",
  route: stop,
  words: (lang) => stopWords[lang],
  seen: (visit, params) => see(visit, remindersAbout, {}, { actor: holder(params) }),
  missing: over,
  form: {
    fields: () => ({ reminders: carried<"yes" | "no">(), version: version() }),
    begin: ({ seen }) => ({ reminders: seen.reminders ? ("no" as const) : ("yes" as const), version: seen.version }),
    go: ({ words, seen }) =>
      seen.reminders ? { label: words.turnOff, variant: "secondary" } : { label: words.turnOn },
    act: chooseRemindersAbout,
    actor: ({ params }) => holder(params),
    input: (chosen) => ({ ...chosen, reminders: chosen.reminders === "yes" }),
    stale: ({ words }) => ({ said: words.changed }),
  },
  shown: ({ words, seen }, { form }) => {
    const main = html`<p><strong>${seen.reminders ? words.on : words.off}</strong></p>
${form()}
<p>${words.always}</p>`;
    return { title: words.heading(seen.number), lead: words.lead, main };
  },
});

function holder({ secret }: { readonly secret: string }): Actor {
  return { kind: "holder", secret: secret.slice(0, 100) };
}

function over(visit: Visit): PageResult {
  const words = stopWords[visit.lang];
  return { html: layout(visit, { title: words.over, lead: words.overWhy, main: html`` }), status: 404 };
}
