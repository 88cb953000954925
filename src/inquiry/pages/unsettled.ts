/** An answer that hangs on days that are not known: what it is at best and at worst, and the piece that settles it. */
import { sayFullTime } from "../../decisions/eligibility/experience-words.ts";
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import { linkButton } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { sayOutcome } from "../documents/outcome.ts";
import type { Draft } from "../rules/draft.ts";
import { unsettled } from "../rules/ends.ts";
import type { Ends } from "../rules/opens.ts";
import { doorList, shownDoor } from "./result-view.ts";
import { resultWords } from "./result-words.ts";
import type { At } from "./step.ts";

/** The heading and first sentences, of the answer itself and wherever it is told in brief. */
export function sayEnds(
  law: Law,
  { best, worst, differ }: Ends,
  lang: Lang,
): { readonly verdict: string; readonly lead: string } {
  const words = resultWords(lang).unsettled;
  if (!differ) {
    const { verdict } = sayOutcome(law, worst.input.on, worst.answer, lang);
    const { reachedOn } = best.answer;
    const sooner = reachedOn !== null && reachedOn !== worst.answer.reachedOn ? reachedOn : undefined;
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
  return { verdict: words.verdict, lead: [words.why, between].filter(Boolean).join(" ") };
}

/** The whole answer where the ends differ; `actions`: other next steps. */
export function endsParts(at: At, ends: Ends, actions: Html | false): Html {
  const { visit, draft } = at;
  const { law, lang } = visit;
  const words = resultWords(lang).unsettled;
  const { verdict, lead } = sayEnds(law, ends, lang);
  const said = (end: "best" | "worst") => sayOutcome(law, ends[end].input.on, ends[end].answer, lang).verdict;
  return html`<div class="verdict" data-mark="open"><h1>${verdict}</h1><p>${lead}</p></div>
<dl class="summary">
<div><dt>${words.best}</dt><dd>${said("best")}</dd></div>
<div><dt>${words.worst}</dt><dd>${said("worst")}</dd></div>
<div><dt>${words.proof}</dt><dd>${settledBy(law, draft, lang)}</dd></div>
</dl>
<div class="actions">${linkButton(at.to(pageToSettle(draft)), words.give)}${actions}</div>
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

/** Where the first unknown day is given. */
function pageToSettle(draft: Draft): string {
  const { titles, periods } = unsettled(draft);
  const [title, period] = [titles[0], periods[0]];
  return title ? `titre/${title.item}` : `periode/${period!.item}`;
}

/** The pieces on which the days are written. */
function settledBy({ diploma, school }: Law, draft: Draft, lang: Lang): string {
  const { titles, periods } = unsettled(draft);
  const words = resultWords(lang).unsettled;
  const pieces = [...diploma.admission.pieces, ...school.admission.pieces];
  const proof = pieces.find(({ piece }) => piece?.needed === "experience")?.piece?.name[lang];
  return [...(titles.length > 0 ? [words.diploma] : []), ...(periods.length > 0 ? [proof ?? words.work] : [])].join(
    lang === "fr" ? " ; " : "; ",
  );
}
