/** « Puis-je candidater ? »: the answer, and the next steps. */
import { type Html, html } from "../../kit/html.ts";
import { askedOf } from "../path-pages/asked.ts";
import { linkButton } from "../../page/form.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { type Announced, announcedNotices, announcedOf } from "../../intake/pages/notice.ts";
import { intakeWords } from "../../intake/words.ts";
import type { EligibilityAnswer, EligibilityInput } from "../../decisions/eligibility/rule.ts";
import { sentences } from "../../decisions/eligibility/sentences.ts";
import { answersOf, firstOpen } from "./check.ts";
import { type Draft, fromInput, toInput } from "../rules/draft.ts";
import { decide, type Ends, endsOf } from "../rules/opens.ts";
import { isSettled } from "../rules/ends.ts";
import { piecesToBring } from "../rules/pieces.ts";
import { forIntakes } from "./for-intake.ts";
import { page } from "./frame.ts";
import { type Inquiry, openInquiry } from "./inquiry.ts";
import { keepForm } from "./keep-form.ts";
import { experiencePicture } from "./picture.ts";
import {
  doorList,
  findingList,
  outcomeParts,
  shownDoor,
  shownFinding,
  withoutCourse,
  wouldChange,
} from "./result-view.ts";
import { resultWords } from "./result-words.ts";
import { endsParts, sayEnds } from "./unsettled.ts";
import { JOURNEYS } from "./journeys.ts";
import { whereabouts } from "./step.ts";

export type Answered = {
  readonly inquiry: Inquiry;
  /** Where days are not known; the input and the answer are then the worst. */
  readonly ends: Ends | undefined;
  readonly input: EligibilityInput;
  readonly answer: EligibilityAnswer;
};

/** The visitor's answer of today, or where to go first. */
export async function answered(visit: Visit): Promise<Answered | { readonly redirect: string }> {
  const inquiry = await openInquiry(visit);
  if (!inquiry) return { redirect: visit.link(`/${visit.params.diploma}/candidater`) };
  const at = whereabouts(visit, JOURNEYS.candidater, inquiry.draft);
  const open = firstOpen(at);
  if (open !== undefined) return { redirect: at.to(open) };
  const input = toInput(at.law, at.draft, visit.today);
  return { inquiry, ends: endsOf(visit.law, at.draft, visit.today), input, answer: decide(visit.law, input) };
}

export const resultPage: Page = {
  name: "candidater-resultat",
  path: "/:diploma/candidater/resultat",
  view: async (visit): Promise<PageResult> => {
    const result = await answered(visit);
    if ("redirect" in result) return result;
    const words = resultWords(visit.lang);
    const below = `/${visit.params.diploma}/candidater`;
    const announced = await announcedOf(visit);
    const at = whereabouts(visit, JOURNEYS.candidater, result.inquiry.draft);
    const { ends } = result;
    const under = html`${ends && html`<p>${sayEnds(visit.law, ends, visit.lang).lead}</p>`}${forIntakes(visit, announced, result.answer)}`;
    const main = html`${
      ends?.differ
        ? endsParts(at, ends, applies(visit, announced, "secondary"))
        : answerParts(visit, result.input, result.answer, {
            under,
            next: first(visit, announced, result.answer, ends === undefined),
            draft: result.inquiry.draft,
          })
    }
<p class="made">${words.on(visit.today)}</p>
<details class="ds-details" id="answers"><summary>${words.change}</summary><div>${answersOf(at)}</div></details>
${announcedNotices(visit, announced, { apply: false })}
${next(visit, below, result.inquiry)}`;
    return page(visit, { title: words.title, main, back: `${below}/experience` });
  },
};

type Around = {
  /** Shown right below the verdict. */
  readonly under?: Html;
  /** The next steps. */
  readonly next?: Html;
  /** All the answers; without it, the input alone determines the pieces. */
  readonly draft?: Draft;
};

/** The whole answer, from the sentence to the pieces. */
export function answerParts(
  visit: Visit,
  input: EligibilityInput,
  answer: EligibilityAnswer,
  { under, next, draft }: Around = {},
): Html {
  const { law, lang } = visit;
  const words = resultWords(lang);
  // Its days would be invented ones.
  const picture = (!draft || isSettled(draft)) && experiencePicture(law.diploma, input, answer, lang);
  return html`${outcomeParts(law, input.on, answer, lang, under)}
${next}
${
  answer.findings.length > 0 &&
  findingList(
    answer.findings.map((found) => shownFinding(found, sentences, lang)),
    visit,
    true,
  )
}
${wouldChange(answer, lang)}
${answer.outcome === "not-eligible" && withoutCourse(visit, input.on)}
${picture && html`<h2>${words.picture}</h2>${picture}`}
${doorList(
  answer.doors.map((door) => shownDoor(law.diploma, door, lang)),
  visit,
)}
${pieces(visit, draft ?? fromInput(law.diploma, input))}`;
}

/** The next step of most people, right under the answer instead of far below. */
function first(visit: Visit, announced: Announced, { outcome }: EligibilityAnswer, settled: boolean): Html {
  const words = resultWords(visit.lang);
  const apply = applies(visit, announced, outcome === "eligible" ? undefined : "secondary");
  return html`${apply && outcome === "not-eligible" && html`<p>${words.applyAnyway}</p>`}
<div class="actions">${apply}${settled && keepForm(visit, "candidater", words.nextKeep)}</div>`;
}

/** The way to an application, while an intake takes them. */
function applies(visit: Visit, { intakes, now }: Announced, variant?: "secondary"): Html | false {
  const open = intakes.some(({ opensAt }) => opensAt !== null && opensAt <= now);
  return (
    open && linkButton(visit.link(`/${visit.params.diploma}/dossier`), intakeWords(visit.lang).public.apply, variant)
  );
}

function pieces({ law, lang }: Visit, draft: Draft): Html | false {
  const words = resultWords(lang);
  const pieces = piecesToBring(law, draft);
  const { hints = [] } = law.school.admission;
  const expected = pieces.flatMap(({ entry }) => {
    const hint = hints.find(({ key }) => key === entry.key);
    return hint && entry.piece ? [{ name: entry.piece.name[lang], hint: hint.label[lang] }] : [];
  });
  if (pieces.length === 0) return false;
  return html`<h2>${words.pieces}</h2>
<p>${words.piecesLead}</p>
<ul>${pieces.map(({ entry, maybe }) => html`<li>${maybe ? words.pieceIf(entry.piece!.name[lang]) : entry.label[lang]}</li>`)}</ul>
${
  expected.length > 0 &&
  html`<details class="ds-details"><summary>${words.piecesHints}</summary><div><dl>${expected.map(({ name, hint }) => html`<dt>${name}</dt><dd>${hint}</dd>`)}</dl></div></details>`
}`;
}

function next(visit: Visit, below: string, { draft }: Inquiry): Html {
  const words = resultWords(visit.lang);
  const { link } = visit;
  const withPath = askedOf(whereabouts(visit, JOURNEYS.candidater, draft)).path !== undefined;
  return html`<h2>${words.next}</h2>
<div class="next">
<div>${linkButton(link(`/${visit.params.diploma}/parcours/resultat`), words.nextPath)}<p>${draft.titles.length > 0 ? words.nextPathWhy : words.nextPathWhole}</p></div>
${
  isSettled(draft)
    ? html`<div>${linkButton(link(`${below}/resultat.pdf`), words.nextPdf, "secondary")}</div>
<div>${keepForm(visit, "candidater", words.nextKeep)}<p>${words.nextKeepWhy}${withPath && html` ${words.nextKeepWithPath}`}</p></div>`
    : html`<p>${words.unsettled.first}</p>`
}
<div>${linkButton(link(`${below}/effacer`), words.nextErase, "tertiary")}<p>${words.nextEraseWhy}</p></div>
</div>`;
}
