/** All answers on one page, each with its change link, before the result. */
import { type Html, html } from "../../kit/html.ts";
import { capital } from "../../kit/typography.ts";
import { linkButton, type SummaryRow, summaryCard, summaryList } from "../../page/form.ts";
import type { Page, Visit } from "../../page/page.ts";
import { asksCorps, asksExperience, asksWaivers } from "../../law/doors.ts";
import { type Draft, isComplete, openQuestion } from "../rules/draft.ts";
import { page } from "./frame.ts";
import { openInquiry } from "./inquiry.ts";
import { questionsOf } from "./order.ts";
import { periodRows, titleName, titleRows } from "./say.ts";
import { JOURNEYS } from "./journeys.ts";
import { type At, whereabouts } from "./step.ts";
import { pageOf } from "./title-list.ts";

export const checkPage: Page = {
  name: "candidater-verifier",
  path: "/:diploma/candidater/verifier",
  view: async (visit: Visit) => {
    const inquiry = await openInquiry(visit);
    if (!inquiry) return { redirect: visit.link(`/${visit.params.diploma}/candidater`) };
    const at = whereabouts(visit, JOURNEYS.candidater, inquiry.draft);
    const { words } = at;
    const missing = firstOpen(at);
    const main = html`<h1>${words.check.heading}</h1>
<p>${words.check.lead}</p>
${answersOf(at)}
${missing === undefined ? linkButton(at.to("resultat"), words.check.see) : html`<p>${words.check.missing}</p>${linkButton(at.to(missing), words.titles.complete)}`}`;
    return page(visit, {
      title: `${words.check.heading} – ${words.journeys.candidater}`,
      main,
      back: at.below(questionsOf(at).at(-1)!),
    });
  },
};

/** After changing one answer of a complete check, the person returns to the list. */
export function settledAt(at: At): string | undefined {
  return at.journey.name === "candidater" && firstOpen(at) === undefined ? "verifier" : undefined;
}

/** The first open question, as a page of this journey. */
export function firstOpen(at: At): string | undefined {
  const { draft, law } = at;
  const title = draft.titles.find((each) => openQuestion(law, each) !== undefined);
  if (title) return pageOf(at, title);
  if (!draft.titlesDone) return "titres";
  if (at.journey.name === "parcours") return undefined;
  const period = draft.periods.find((each) => !isComplete(each));
  if (period) return `periode/${period.item}`;
  const open = unanswered(at, draft);
  return questionsOf(at).find((question) => open.includes(question));
}

function unanswered({ law }: At, draft: Draft): string[] {
  return [
    ...(asksExperience(law) && !draft.periodsDone ? ["experience"] : []),
    ...(asksCorps(law) && draft.corps === undefined ? ["corps"] : []),
    ...(asksWaivers(law) && draft.waivers === undefined ? ["dispense"] : []),
  ];
}

/** Titles, periods and the rest, as cards and rows. */
export function answersOf(at: At): Html {
  const { law, draft, words, visit, to } = at;
  const { lang } = visit;
  const add = (step: string, what: string) =>
    html`<p><a href="${to(step)}">${words.check.add}<span class="ds-sr-only"> ${what}</span></a></p>`;
  return html`<h2>${words.check.titles}</h2>
${draft.titles.length === 0 && html`<p>${words.titles.none}.</p>`}
${draft.titles.map((title, index) => {
  const name = titleName(law, title, lang);
  return summaryCard({
    title: words.titles.card(index + 1, capital(name)),
    level: 3,
    rows: titleRows(law, title, lang, (question) => ({
      url: to(`${question}/${title.item}`),
      what: words.check.changeTitle(name),
    })),
    lang,
  });
})}
${add("titres", words.check.addTitle)}
${asksExperience(law) && experience(at, add)}
${(asksCorps(law) || asksWaivers(law)) && html`<h2>${words.check.others}</h2>${summaryList(otherRows(at), lang)}`}`;
}

function experience({ law, draft, words, visit, to }: At, add: (step: string, what: string) => Html): Html {
  return html`<h2>${words.check.experience}</h2>
${draft.periods.length === 0 && html`<p>${words.periods.none}.</p>`}
${draft.periods.map((period, index) =>
  summaryCard({
    title: words.periods.card(index + 1),
    level: 3,
    rows: periodRows(law, period, visit.lang, {
      url: to(`periode/${period.item}`),
      what: words.check.changePeriod(index + 1),
    }),
    lang: visit.lang,
  }),
)}
${add("experience", words.check.addPeriod)}`;
}

function otherRows({ law, draft, words, visit, to }: At): SummaryRow[] {
  const { lang } = visit;
  const corps = law.corps.filter((entry) => draft.corps?.includes(entry.corps)).map((entry) => entry.label[lang]);
  const corpsInWords =
    draft.corps === undefined ? words.notSaid : corps.length === 0 ? words.corps.none : capital(corps.join(", "));
  return [
    ...(asksCorps(law)
      ? [{ key: words.corps.row, value: corpsInWords, change: { url: to("corps"), what: words.check.changeCorps } }]
      : []),
    ...law.waivers.map(({ waiver, label }) => ({
      key: capital(label[lang]),
      value: draft.waivers === undefined ? words.notSaid : draft.waivers.includes(waiver) ? words.yes : words.no,
      change: { url: to("dispense"), what: words.check.changeWaiver },
    })),
  ];
}
