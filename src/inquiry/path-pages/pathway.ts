/** « Mes heures et mon prix »: remaining hours, exams to sit, the price for each way of paying, and the PDF. */
import { IDLE_HOURS, KEPT_DAYS } from "../acts.ts";
import { sendDocument } from "../pages/answer-pdf.ts";
import { announcedOf, nextEntry } from "../../intake/pages/notice.ts";
import { askSchool, folded } from "../../catalogue/pages/parts.ts";
import { firstOpen } from "../pages/check.ts";
import { page } from "../pages/frame.ts";
import { openInquiry } from "../pages/inquiry.ts";
import { keepForm } from "../pages/keep-form.ts";
import { isSettled } from "../rules/ends.ts";
import { resultWords } from "../pages/result-words.ts";
import { begin, beginning } from "../pages/start.ts";
import { JOURNEYS } from "../pages/journeys.ts";
import { type At, whereabouts } from "../pages/step.ts";
import { wordsOf } from "../pages/words.ts";
import type { QuoteInput } from "../../decisions/quote/rule.ts";
import { type Html, html } from "../../kit/html.ts";
import { registrationLine } from "../../catalogue/registration-line.ts";
import { linkButton, type SummaryRow } from "../../page/form.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { counted } from "../path-documents/counted.ts";
import { pathDocument } from "../path-documents/path-and-price.ts";
import { pathWords } from "../path-documents/words.ts";
import { askedOf } from "./asked.ts";
import { pathParts, shownPath } from "./path-parts.ts";
import { asksWhoPays } from "../price-pages/funding-steps.ts";
import { isEntitled, needsTrack, quoteInput } from "./plan.ts";
import { wholePrice } from "../../catalogue/pages/essentials.ts";
import { relievable } from "./plan-steps.ts";
import { planWords } from "./words.ts";

export const pathwayStart: Page = {
  name: "parcours",
  path: "/:diploma/parcours",
  view: async (visit) => {
    const { start } = planWords(visit.lang);
    const common = wordsOf(visit.lang);
    const { abbreviation, held, grants } = visit.law.diploma;
    const lead = start.lead(abbreviation);
    const main = html`<h1>${common.journeys.parcours}</h1>
<p class="lead">${lead}</p>
<p>${start.whole}<br>${wholePrice(visit)}</p>
<h2>${start.needs}</h2>
<ul>${start.needsList({ held: held.length > 0, grants: grants !== undefined }).map((need) => html`<li>${need}</li>`)}</ul>
<p>${start.shared}</p>
${await beginning(visit)}
<h2>${common.start.privacy}</h2>
<ul>${common.start.privacyList(IDLE_HOURS, KEPT_DAYS).map((said) => html`<li>${said}</li>`)}</ul>
<p>${common.start.cookie}</p>`;
    return page(visit, { title: common.journeys.parcours, main, back: `/${visit.params.diploma}`, description: lead });
  },
  submit: (visit, sent) => begin(visit, sent),
};

/** The visitor's inputs of path and price, or where to go first. */
async function priced(visit: Visit): Promise<{ at: At; input: QuoteInput } | { readonly redirect: string }> {
  const inquiry = await openInquiry(visit);
  if (!inquiry) return { redirect: visit.link(`/${visit.params.diploma}/parcours`) };
  const at = whereabouts(visit, JOURNEYS.parcours, inquiry.draft);
  const open = firstOpen(at) ?? (needsTrack(visit.law, at.draft) ? "cursus" : undefined);
  if (open !== undefined) return { redirect: at.to(open) };
  return { at, input: quoteInput(visit.law, at.draft, visit.today) };
}

export const pathwayResult: Page = {
  name: "parcours-resultat",
  path: "/:diploma/parcours/resultat",
  view: async (visit): Promise<PageResult> => {
    const result = await priced(visit);
    if ("redirect" in result) return result;
    const { at, input } = result;
    const { law, lang, today } = visit;
    const ends = registrationLine(law, { on: today, entryOn: nextEntry(await announcedOf(visit)) }, lang);
    const main = html`${pathParts(visit, shownPath(law, input, lang), countedRows(at, input), { ends })}
<p class="made">${resultWords(visit.lang).on(visit.today)}</p>
${next(at)}
${askSchool(visit)}`;
    return page(visit, { title: planWords(visit.lang).result.title, main, back: at.below("") });
  },
};

export const pathwayPdf: Page = {
  name: "parcours-resultat-pdf",
  path: "/:diploma/parcours/resultat.pdf",
  view: async (visit) => {
    const result = await priced(visit);
    if ("redirect" in result) return result;
    // A paper would print days that nobody gave.
    if (!isSettled(result.at.draft, visit.law.diploma)) return { redirect: result.at.to("resultat") };
    const { law, lang, today } = visit;
    const entryOn = nextEntry(await announcedOf(visit));
    return sendDocument(visit, result.input, (number) =>
      pathDocument({ law, lang, number, date: today, entryOn, input: result.input }),
    );
  },
};

function next(at: At): Html {
  const { visit } = at;
  const words = planWords(visit.lang).result;
  const common = resultWords(visit.lang);
  const { link } = visit;
  const apply = `/${visit.params.diploma}/candidater`;
  const settled = isSettled(at.draft, at.law);
  return html`<div class="actions">${linkButton(link(`${apply}/resultat`), words.apply)}</div>
${folded(
  common.keepOrErase,
  html`<p>${settled ? common.nextKeepWhy : common.unsettled.first}${settled && askedOf(at).eligibility && html` ${words.keepWithAnswer}`}</p>
<div class="next">
${settled && html`<div>${linkButton(at.to("resultat.pdf"), words.pdf, "secondary")}</div><div>${keepForm(visit, "parcours", words.keep)}</div>`}
<div>${linkButton(link(`${apply}/effacer`), common.nextErase, "tertiary")}<p>${common.nextEraseWhy}</p></div>
</div>`,
)}`;
}

/** Each with its change link. */
export function countedRows(at: At, input: QuoteInput): SummaryRow[] {
  const { draft, visit, to } = at;
  const { law, lang } = visit;
  const { notEntitled } = pathWords(lang);
  const words = planWords(lang).result;
  const entitled = isEntitled(law, draft, visit.today);
  const steps = {
    titles: ["titres", words.changeTitles],
    held: ["acquis", words.changeHeld],
    grants: ["allegement", words.changeGrants],
    declined: ["renoncer", words.changeDeclined],
    track: ["cursus", words.changeTrack],
    funding: ["financement", words.changeFunding],
  } as const;
  return counted(law, input, lang).flatMap(({ of, label, value }): SummaryRow[] => {
    if (of === "on" || (of === "declined" && relievable(at).length === 0)) return [];
    if (of === "held" && law.diploma.held.length === 0) return [];
    if (of === "grants" && law.diploma.grants === undefined) return [];
    if (of === "grants" && !entitled) return [{ key: label, value: notEntitled }];
    if (of === "funding" && !asksWhoPays(at)) return [{ key: label, value }];
    const [step, what] = steps[of];
    // A partial answer counts as far as it is complete, and is marked.
    const half = draft.typed?.[step] !== undefined;
    const shownValue = half ? html`${value} <span class="ds-tag" data-color="warning">${words.half}</span>` : value;
    return [{ key: label, value: shownValue, change: { url: to(step), what } }];
  });
}
