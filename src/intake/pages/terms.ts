/** All the terms of an intake, as candidates read them before applying; a draft shows what is still to be set. */
import { type Html, href, html } from "../../kit/html.ts";
import { type Lang, sayMoney } from "../../kit/lang.ts";
import { sayMoment, sayDeadline, sayWeekday, sayZone } from "../../kit/moment.ts";
import { capital } from "../../kit/typography.ts";
import { linkButton, summaryList, table } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { see } from "../../page/acting.ts";
import type { Settings } from "../rules/settings.ts";
import { seePublicIntake } from "../views.ts";
import { intakeWords, nameOfIntake, sayNeeded } from "../words.ts";
import { notice } from "./notice.ts";
import { termsShown } from "./routes.ts";

export type Shown = {
  readonly settings: Settings;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
};

export const termsPage: Page = {
  name: "campagne",
  path: termsShown.path,
  view: async (visit): Promise<PageResult> => {
    const shown = await see(visit, seePublicIntake, { id: visit.params.intake! });
    if (!shown || shown.intake.diploma !== visit.params.diploma) return { notFound: true };
    const { intake, now } = shown;
    const words = intakeWords(visit.lang);
    const rules = rulesOf(visit.school, intake.diploma);
    const main = html`${rules && html`<p>${words.terms.rules} <a class="ds-link" href="${href(rules.url)}">${rules.title[visit.lang]}</a></p>`}
${notice(visit, { ...intake, ...intake.settings }, now)}
${termsOf(visit, intake)}
<div class="actions">${linkButton(visit.link(`/${intake.diploma}/candidater`), words.terms.check, "secondary")}</div>`;
    const title = words.terms.title(nameOfIntake(intake.settings.label, visit.lang));
    return { html: layout(visit, { title, lead: words.terms.lead, main, back: `/${intake.diploma}` }) };
  },
};

/** The school’s admission rules for a diploma, if its file has their URL. */
function rulesOf({ diplomas, texts }: Visit["school"], diploma: string) {
  const named = diplomas.find((one) => one.diploma === diploma)?.admission.rules;
  const text = named === undefined ? undefined : texts[named];
  return text?.url === undefined ? undefined : { url: text.url, title: text.title };
}

export function termsOf(visit: Visit, shown: Shown, level: 2 | 3 = 2): Html {
  const { lang } = visit;
  const words = intakeWords(lang).terms;
  const { settings } = shown;
  const head = (title: string) => (level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`);
  return html`${head(words.calendar)}
${summaryList(calendar(visit, shown), lang)}
${head(words.placesTitle)}
${summaryList(places(settings, lang), lang)}
${head(words.fees)}
${fees(settings, lang)}
${head(words.pieces)}
${pieces(settings, lang)}
${interview(settings, lang, head)}
${head(words.validity)}
<p>${validity(settings, lang)}</p>
${head(words.appeal)}
${paragraphs(settings.appeal[lang] || settings.appeal.fr, lang)}`;
}

function calendar({ lang, school }: Visit, { settings, opensAt, closesAt }: Shown) {
  const words = intakeWords(lang).terms;
  const zone = school.timezone;
  const place = sayZone(zone, lang);
  const { entryOn, decidesBy } = settings;
  const interviews = sayInterviews(settings, lang);
  const unset = intakeWords(lang).list.unset;
  return [
    { key: words.opens, value: opensAt ? `${sayMoment(opensAt, zone, lang)} (${place})` : unset },
    { key: words.closes, value: closesAt ? `${sayDeadline(closesAt, zone, lang)} (${place})` : unset },
    ...(interviews === undefined ? [] : [{ key: words.interviews, value: interviews }]),
    ...(decidesBy ? [{ key: words.answer, value: words.decidesBy(sayWeekday(decidesBy, lang)) }] : []),
    { key: words.entry, value: entryOn ? sayWeekday(entryOn, lang) : unset },
  ];
}

function sayInterviews({ interviewsFrom, interviewsTo }: Settings, lang: Lang): string | undefined {
  const words = intakeWords(lang).terms;
  const [from, to] = [interviewsFrom, interviewsTo].map((day) => day && sayWeekday(day, lang));
  if (from && to) return words.interviewsOn(from, to);
  if (from) return words.interviewsFrom(from);
  return to ? words.interviewsTo(to) : undefined;
}

function places({ places: count, waitingList, answerWithin, callsUntil }: Settings, lang: Lang) {
  const words = intakeWords(lang);
  const list = waitingList?.kind === "none" ? words.terms.noWaiting : words.terms.ranked(waitingList?.most ?? null);
  return [
    { key: words.terms.places, value: count === null ? words.list.unset : String(count) },
    { key: words.terms.waiting, value: waitingList === null ? words.list.unset : list },
    ...(answerWithin === undefined ? [] : [{ key: words.terms.offer, value: words.terms.within(answerWithin) }]),
    ...(callsUntil === undefined
      ? []
      : [{ key: words.terms.calls, value: words.terms.callsUntil(sayWeekday(callsUntil, lang)) }]),
  ];
}

function fees({ fees: lines }: Settings, lang: Lang): Html {
  const words = intakeWords(lang).terms;
  const asked = lines.filter(({ amount }) => amount > 0);
  if (asked.length === 0) return html`<p>${words.noFees}</p>`;
  const total = asked.reduce((sum, { amount }) => sum + amount, 0);
  return table({
    id: "fees",
    caption: words.feesCaption,
    head: [words.fee, words.amount],
    rows: asked.map(({ label, amount }) => [capital(label[lang]), sayMoney(amount, lang)]),
    ...(asked.length > 1 && { foot: [words.total, sayMoney(total, lang)] }),
    numeric: [1],
  });
}

function pieces({ pieces: asked, pagesOutside }: Settings, lang: Lang): Html {
  const words = intakeWords(lang).terms;
  const ranged = asked.some(({ pages }) => pages);
  const more = ({ pages, many, national }: Settings["pieces"][number]) =>
    [pages && words.pages(pages.min, pages.max), many && words.many, national && words.national]
      .filter(Boolean)
      .join(", ");
  return html`<ul>${asked.map(
    (piece) =>
      html`<li><strong>${capital(piece.label[lang])}</strong>${piece.needed !== "always" && html`, ${sayNeeded(piece, lang)}`}${more(piece) !== "" && html` <span class="small">(${more(piece)})</span>`}</li>`,
  )}</ul>
${ranged && html`<p>${words.outside[pagesOutside]}</p>`}`;
}

function interview({ interview: facts }: Settings, lang: Lang, head: (title: string) => Html): Html | false {
  const words = intakeWords(lang);
  return (
    facts.length > 0 &&
    html`${head(words.terms.interview)}
<ul>${facts.map(({ label, value }) => html`<li>${label[lang]}${value === null && html` (${words.list.unset})`}</li>`)}</ul>`
  );
}

function validity({ admissionValidity }: Settings, lang: Lang): string {
  const words = intakeWords(lang);
  if (admissionValidity === null) return words.list.unset;
  const { months } = admissionValidity;
  return months === 0 ? words.terms.thisIntake : words.terms.months(months);
}

function paragraphs(text: string, lang: Lang): Html {
  const parts = text.split(/\n\s*\n/).filter((part) => part.trim() !== "");
  return parts.length === 0
    ? html`<p>${intakeWords(lang).list.unset}</p>`
    : html`${parts.map((part) => html`<p>${part}</p>`)}`;
}
