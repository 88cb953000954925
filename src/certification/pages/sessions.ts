/** The sessions of certification, and opening a new one. */
import { html } from "../../kit/html.ts";
import { href } from "../../kit/html.ts";
import { may } from "../../act/permissions.ts";
import { taughtOn } from "../../act/world.ts";
import { sayDay } from "../../kit/lang.ts";
import { see } from "../../page/acting.ts";
import { linkButton, table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { day, pick, text } from "../../page/kinds.ts";
import { isDay } from "../../kit/day.ts";
import { isId } from "../../kit/shapes.ts";
import type { Visit } from "../../page/page.ts";
import { openExamSession } from "../acts.ts";
import { seeSessions } from "../views.ts";
import { certificationWords } from "../words.ts";
import { places, sayPeriod } from "./places.ts";

/** The list's cursor; from the beginning if the URL has no valid one. */
function afterIn({ fin = "", apres = "" }: Visit["query"]) {
  return isDay(fin) && isId(apres) ? { after: { until: fin, session: apres } } : {};
}

export const sessionsPage = formPage({
  name: "certifications",
  route: places.sessions,
  who: "see the certification",
  words: (lang) => certificationWords(lang).sessions,
  seen: (visit) => see(visit, seeSessions, afterIn(visit.query)),
  form: {
    fields: ({ visit }) => ({
      name: text(),
      diploma: pick({
        options: taughtOn(visit.world, visit.school, visit.today).map(({ diploma }) => ({
          value: diploma.diploma,
          label: diploma.abbreviation,
        })),
      }),
      from: day(),
      until: day(),
      receivesBy: day(),
    }),
    act: openExamSession,
    done: ({ session }) => places.session.to({ session }),
  },
  shown: ({ visit, lang, words, seen }, forms) => {
    const rows = seen.sessions.map((session) => [
      html`<a class="ds-link" href="${href(visit.link(places.session.to({ session: session.id })))}">${session.name}</a>`,
      sayPeriod(session, lang),
      sayDay(session.receivesBy, lang),
    ]);
    const all = certificationWords(lang);
    const next = seen.next && places.sessions.to(undefined, { fin: seen.next.until, apres: seen.next.session });
    const main = html`${rows.length === 0 ? html`<p>${words.none}</p>` : table({ id: "sessions", caption: words.caption, head: [words.fields.name, words.days, words.receives], rows, stacks: true })}
${next && html`<p><a class="ds-link" href="${href(visit.link(next))}">${words.next}</a></p>`}
<div class="actions">${visit.person && linkButton(visit.link(places.register.to()), all.register.heading, "secondary")}${linkButton(visit.link(places.after.to()), all.after.heading, "secondary")}</div>
${may(visit.actor, openExamSession.who) && html`<h2>${words.open}</h2>${forms.form()}`}`;
    return { title: words.heading, lead: words.lead, main, back: visit.person ? "/compte" : "/invite" };
  },
});
