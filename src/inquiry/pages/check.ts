/** What is still to be asked, and all answers with their change links. */
import { type Html, html } from "../../kit/html.ts";
import { capital } from "../../kit/typography.ts";
import { type SummaryRow, summaryCard, summaryList } from "../../page/form.ts";
import { asksExperience } from "../../law/doors.ts";
import { isComplete, openQuestion } from "../rules/draft.ts";
import { othersAsked } from "../rules/opens.ts";
import { OTHERS } from "./order.ts";
import { periodRows, titleName, titleRows } from "./say.ts";
import type { At } from "./step.ts";

/** After changing one answer of a complete check, the person returns to the result. */
export function settledAt(at: At): string | undefined {
  return at.journey.name === "candidater" && firstOpen(at) === undefined ? "resultat" : undefined;
}

/** The first open question, as a page of this journey. */
export function firstOpen(at: At): string | undefined {
  const { draft, law } = at;
  const title = draft.titles.find((each) => openQuestion(law, each) !== undefined);
  if (title) return `titre/${title.item}`;
  if (!draft.titlesDone) return "titres";
  if (at.journey.name === "parcours") return undefined;
  const period = draft.periods.find((each) => !isComplete(each));
  if (period) return `periode/${period.item}`;
  if (asksExperience(law) && !draft.periodsDone) return "experience";
  return othersAsked(at.visit.law, draft, at.visit.today).map((one) => OTHERS[one])[0];
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
    rows: titleRows(law, title, lang, { url: to(`titre/${title.item}`), what: words.check.changeTitle(name) }),
    lang,
  });
})}
${add("titres", words.check.addTitle)}
${asksExperience(law) && experience(at, add)}
${otherRows(at).length > 0 && html`<h2>${words.check.others}</h2>${summaryList(otherRows(at), lang)}`}`;
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

/** Only what was answered or is still asked: nobody reads of a question that was not put to them. */
function otherRows({ law, draft, words, visit, to }: At): SummaryRow[] {
  const { lang } = visit;
  const open = othersAsked(visit.law, draft, visit.today);
  const corps = law.corps.filter((entry) => draft.corps?.includes(entry.corps)).map((entry) => entry.label[lang]);
  const corpsInWords =
    draft.corps === undefined ? words.notSaid : corps.length === 0 ? words.corps.none : capital(corps.join(", "));
  return [
    ...(draft.corps !== undefined || open.includes("corps")
      ? [{ key: words.corps.row, value: corpsInWords, change: { url: to("corps"), what: words.check.changeCorps } }]
      : []),
    ...(draft.waivers !== undefined || open.includes("waivers") ? law.waivers : []).map(({ waiver, label }) => ({
      key: capital(label[lang]),
      value: draft.waivers === undefined ? words.notSaid : draft.waivers.includes(waiver) ? words.yes : words.no,
      change: { url: to("dispense"), what: words.check.changeWaiver },
    })),
  ];
}
