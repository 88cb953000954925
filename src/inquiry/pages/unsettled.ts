/** An answer that hangs on days that are not known: what it is at best and at worst, and what settles it. */
import { sayFullTime } from "../../decisions/eligibility/experience-words.ts";
import { type Html, html } from "../../kit/html.ts";
import { type Lang, sayList } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Law } from "../../law/law.ts";
import { linkButton } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { sayOutcome } from "../documents/outcome.ts";
import { lacksStart } from "../rules/ends.ts";
import type { Ends } from "../rules/opens.ts";
import type { Row } from "./for-intake.ts";
import { doorList, shownDoor } from "./result-view.ts";
import { resultWords } from "./result-words.ts";
import { titleName } from "./say.ts";
import type { At } from "./step.ts";

/** The heading and first sentences, of the answer itself and wherever it is told in brief. */
export function sayEnds(law: Law, ends: Ends, lang: Lang): { readonly verdict: string; readonly lead: string } {
  const { best, worst, differ } = ends;
  const words = resultWords(lang).unsettled;
  const { reachedOn } = worst.answer;
  if (!differ) {
    const { verdict } = sayOutcome(law, worst.input.on, worst.answer, lang);
    const sooner =
      best.answer.reachedOn !== null && best.answer.reachedOn !== reachedOn ? best.answer.reachedOn : undefined;
    return { verdict, lead: words.same(sooner) };
  }
  const counts = best.answer.doors.flatMap((door, at) => {
    const [most, least] = [door.experience, worst.answer.doors[at]!.experience];
    if (!most || !least || door.outcome === worst.answer.doors[at]!.outcome) return [];
    return [{ least: least.counted, most: most.counted, required: most.required }];
  });
  const days = (count: number) => sayFullTime(count, law.diploma.experience!.year.days, lang);
  const [count] = counts.toSorted((one, other) => one.required - other.required);
  const between = count && words.between(days(count.least), days(count.most), days(count.required));
  const start = onlyStart(law, ends);
  const why = start ? words.whyStart(titleName(law.diploma, start, lang)) : words.why;
  const soonest = best.answer.outcome === "eligible" && reachedOn !== null;
  return {
    verdict: soonest ? words.soonest(reachedOn) : words.verdict,
    lead: [why, between].filter(Boolean).join(" "),
  };
}

/** The title on whose start alone the answer hangs. */
function onlyStart({ diploma }: Law, { decisive: { titles, periods } }: Ends) {
  const [title] = titles;
  return title && titles.length + periods.length === 1 && lacksStart(diploma, title) ? title : undefined;
}

/** The whole answer where the ends differ; `rows`: what it means at worst for each intake; `actions`: other next steps. */
export function endsParts(
  at: At,
  ends: Ends,
  { rows, actions }: { rows: readonly Row[]; actions: Html | false },
): Html {
  const { visit } = at;
  const { law, lang } = visit;
  const words = resultWords(lang).unsettled;
  const { verdict, lead } = sayEnds(law, ends, lang);
  const said = (end: "best" | "worst") => sayOutcome(law, ends[end].input.on, ends[end].answer, lang).verdict;
  return html`<div class="verdict" data-mark="open"><h1>${verdict}</h1><p>${lead}</p></div>
<dl class="summary">
<div><dt>${words.best}</dt><dd>${said("best")}</dd></div>
<div><dt>${words.worst}</dt><dd>${said("worst")}</dd></div>
${rows.map(({ asked, said: row }) => html`<div><dt>${asked}</dt><dd>${row}</dd></div>`)}
<div><dt>${words.proof}</dt><dd>${settledBy(law, ends, lang)}</dd></div>
</dl>
<div class="actions">${linkButton(at.to(pageToSettle(ends)), onlyStart(law, ends) ? words.giveStart : words.give)}${actions}</div>
<p>${words.anyway}</p>
<details class="ds-details"><summary>${words.both}</summary><div>${countOf(visit, ends, "best")}${countOf(visit, ends, "worst")}</div></details>`;
}

function countOf(visit: Visit, ends: Ends, end: "best" | "worst"): Html {
  const { law, lang } = visit;
  return html`<h2>${resultWords(lang).unsettled[end]}</h2>
${doorList(
  ends[end].answer.doors.map((door) => shownDoor(law.diploma, door, lang)),
  visit,
)}`;
}

/** Where the first day on which the answer hangs is given. */
function pageToSettle({ decisive: { titles, periods } }: Ends): string {
  const [title, period] = [titles[0], periods[0]];
  return title ? `titre/${title.item}` : `periode/${period!.item}`;
}

/** What tells the days. */
function settledBy({ diploma }: Law, { decisive: { titles, periods } }: Ends, lang: Lang): string {
  const words = resultWords(lang).unsettled;
  const [starts, awards] = [
    titles.some((one) => lacksStart(diploma, one)),
    titles.some((one) => !lacksStart(diploma, one)),
  ];
  const all = [awards && words.diploma, starts && words.course, periods.length > 0 && words.work];
  return capital(
    sayList(
      all.filter((one) => one !== false),
      lang,
    ),
  );
}
