/** The interview days of each intake. */
import { may } from "../../act/permissions.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { isDay } from "../../kit/day.ts";
import { isId } from "../../kit/shapes.ts";
import { sayWeekday } from "../../kit/moment.ts";
import { askedAbout, saysAbout } from "../../page/about-one.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { WorkEntries, Page, Visit } from "../../page/page.ts";
import { seeInterviewDays, seeToPlace } from "../views.ts";
import { interviewWords } from "../words.ts";
import { days, newDay, oneDay, placing } from "./routes.ts";

type Listed = NonNullable<Awaited<ReturnType<typeof seeInterviewDays.read>>>["intakes"][number];

/** The cursor of one intake; all from their last day if the URL has no valid one. */
function afterIn({ campagne, jour = "", apres }: Visit["query"]) {
  return isId(campagne) && isDay(jour) && isId(apres) ? { after: { intake: campagne, on: jour, day: apres } } : {};
}

export const daysPage: Page = {
  name: "entretiens",
  path: days.path,
  who: "see the interviews",
  view: async (visit) => {
    const seen = await see(visit, seeInterviewDays, afterIn(visit.query));
    if (!seen) return { notFound: true };
    const { days: words } = interviewWords(visit.lang);
    const notice =
      visit.query.fait === "annulee" && html`<p class="ds-alert" data-color="success">${words.cancelledSaid}</p>`;
    const asked = askedAbout(visit);
    const toPlace = asked === undefined ? undefined : await see(visit, seeToPlace, { dossier: asked });
    const intakes = toPlace ? seen.intakes.filter(({ intake }) => intake.id === toPlace.intake) : seen.intakes;
    const main = html`${notice}${saysAbout(visit, toPlace?.name, "choose")}${seen.intakes.length === 0 && html`<p>${words.none}</p>`}
${intakes.map((one) => intakePart(visit, one, toPlace?.dossier))}`;
    return { html: layout(visit, { title: words.heading, lead: words.lead, main, back: "/compte" }) };
  },
};

/** With somebody to place, each day leads to placing them into it. */
function intakePart(
  { lang, link, actor, today }: Visit,
  { intake, waiting, days: listed, next }: Listed,
  dossier: string | undefined,
): Html {
  const { days: words } = interviewWords(lang);
  const all = dossier === undefined ? listed : listed.filter((day) => !day.cancelled && day.onDay >= today);
  const item = ({ id, onDay, cancelled, placed, toTell }: Listed["days"][number]) => {
    const status = cancelled ? words.cancelled : words.placed(placed);
    const left = toTell > 0 && html` <span class="ds-tag" data-color="warning">${words.toTell(toTell)}</span>`;
    return html`<li><a class="ds-link" href="${href(link(dossier === undefined ? oneDay.to({ day: id }) : placing.to({ day: id, dossier })))}">${sayWeekday(onDay, lang)}</a> – ${status}${left}</li>`;
  };
  return html`<h2>${intake.label[lang]}</h2>
<p>${words.waiting(waiting)}</p>
${all.length === 0 ? html`<p>${words.noDay}</p>` : html`<ul>${all.map(item)}</ul>`}
${next && html`<p><a class="ds-link" href="${href(link(days.to(undefined, { campagne: next.intake, jour: next.on, apres: next.day, pour: dossier })))}">${words.next}<span class="ds-sr-only"> : ${intake.label[lang]}</span></a></p>`}
${may(actor, "arrange interviews") && html`<div class="actions">${linkButton(link(newDay.to({ intake: intake.id })), words.open, "secondary")}</div>`}`;
}

export const daysEntries: WorkEntries = ({ actor, lang }) => {
  if (!may(actor, "see the interviews")) return [];
  const { days: words } = interviewWords(lang);
  return [{ to: days.to(), label: words.entry, why: words.entryWhy }];
};
