/** « Puis-je candidater ? »: the answer, and the next steps. */
import { type Html, html } from "../../kit/html.ts";
import { askedOf } from "../path-pages/asked.ts";
import { quoteInput } from "../path-pages/plan.ts";
import { linkButton } from "../../page/form.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { askSchool, folded } from "../../catalogue/pages/parts.ts";
import { type Announced, announcedOf } from "../../intake/pages/notice.ts";
import { pathwayRule } from "../../decisions/pathway/rule.ts";
import { quoteRule } from "../../decisions/quote/rule.ts";
import { sayEuros } from "../../kit/lang.ts";
import type { EligibilityAnswer, EligibilityInput } from "../../decisions/eligibility/rule.ts";
import { sentences } from "../../decisions/eligibility/sentences.ts";
import { answersOf, firstOpen } from "./check.ts";
import { type Draft, fromInput, toInput } from "../rules/draft.ts";
import { decide, type Ends, endsOf } from "../rules/opens.ts";
import { isSettled } from "../rules/ends.ts";
import { piecesToBring } from "../rules/pieces.ts";
import { sayOutcome } from "../documents/outcome.ts";
import { applyForms } from "./begin-form.ts";
import { forIntakes, registrationTold, type Row } from "./for-intake.ts";
import { page } from "./frame.ts";
import { type Inquiry, openInquiry } from "./inquiry.ts";
import { keepForm } from "./keep-form.ts";
import { experiencePicture } from "./picture.ts";
import {
  doorList,
  findingList,
  shownDoor,
  shownFinding,
  withoutCourse,
  withoutCourseSources,
  wouldChange,
} from "./result-view.ts";
import { type ResultWords, resultWords } from "./result-words.ts";
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
    const announced = await announcedOf(visit);
    const { ends, input, answer, inquiry } = result;
    const { draft } = inquiry;
    const at = whereabouts(visit, JOURNEYS.candidater, draft);
    const parts = async () =>
      answerParts(visit, input, answer, {
        rows: [...forIntakes(visit, announced, answer), ...hoursAndPrice(visit, draft, answer)],
        next: await first(visit, answer, { settled: ends === undefined, fee: feeOf(announced) }),
        // Nothing hangs on the days of a declaration that opens nothing.
        days: ends && opensSome(answer) ? sayEnds(visit.law, ends, visit.lang).lead : undefined,
        registration: registrationTold(visit, announced, answer),
        draft,
      });
    const main = html`${ends?.differ ? endsParts(at, ends, { rows: forIntakes(visit, announced, ends.worst.answer), actions: await applyForms(visit, "secondary") }) : await parts()}
${folded(words.change, answersOf(at), "answers")}
${folded(words.more, next(visit, inquiry))}
${askSchool(visit)}`;
    return page(visit, { title: words.title, main, back: `/${visit.params.diploma}/candidater/experience` });
  },
};

type Around = {
  /** What the answer means for each intake, and in hours and euros. */
  readonly rows?: readonly Row[];
  /** The next steps. */
  readonly next?: Html;
  /** That days are not known, and the answer does not hang on them. */
  readonly days?: string | undefined;
  /** That the registration ends before the intake. */
  readonly registration?: string | undefined;
  /** All the answers; without it, the input alone determines the pieces. */
  readonly draft?: Draft;
};

/** The answer in a sentence, its reason and the next step; every condition, way in, period and piece is one press away. */
export function answerParts(
  visit: Visit,
  input: EligibilityInput,
  answer: EligibilityAnswer,
  { rows = [], next, days, registration, draft }: Around = {},
): Html {
  const { law, lang } = visit;
  const words = resultWords(lang);
  // Its days would be invented ones.
  const picture = (!draft || isSettled(draft, law.diploma)) && experiencePicture(law.diploma, input, answer, lang);
  const { mark, verdict, texts } = sayOutcome(law, input.on, answer, lang);
  const doors = answer.doors.map((door) => shownDoor(law.diploma, door, lang));
  const closed = answer.outcome === "not-eligible";
  const changes = wouldChange(answer, lang);
  // Otherwise the verdict or the button says it.
  const atOnce = answer.outcome === "unknown" || (closed && answer.reachedOn === null);
  return html`<div class="verdict" data-mark="${mark}">
<h1>${verdict}</h1>
${leadOf(answer, texts, words, { least: days !== undefined }).map((text) => html`<p>${text}</p>`)}
${days !== undefined && html`<p>${days}</p>`}
</div>
${rows.length > 0 && html`<dl class="asked">${rows.map(({ asked, said }) => html`<div><dt>${asked}</dt><dd>${said}</dd></div>`)}</dl>`}
${atOnce && changes}
${atOnce && closed && withoutCourse(visit, input.on)}
${next}
<p class="small">${words.on(input.on)}</p>
<h2 class="ds-sr-only">${words.detail}</h2>
${folded(
  words.why,
  html`${texts.map((text) => html`<p>${text}</p>`)}${registration !== undefined && html`<p>${registration}</p>`}
${
  answer.findings.length > 0 &&
  findingList(
    answer.findings.map((found) => shownFinding(found, sentences, lang)),
    visit,
    true,
  )
}
${!atOnce && changes}
${closed && withoutCourseSources(visit, input.on)}`,
)}
${folded(words.doors(doors.length), doorList(doors, visit))}
${folded(words.picture, picture)}
${(!closed || answer.reachedOn !== null) && folded(words.pieces, pieces(visit, draft ?? fromInput(law.diploma, input)))}`;
}

const opensSome = ({ outcome, reachedOn }: EligibilityAnswer) => outcome !== "not-eligible" || reachedOn !== null;

/** What the first of them asks for an application. */
function feeOf({ intakes: [first] }: Announced): number {
  return (first?.fees ?? []).reduce((sum, { amount }) => sum + amount, 0);
}

/** The reasons alone; the experience in years, without the days that decide, which stand in the fold. */
function leadOf(
  { outcome, doors, reachedOn }: EligibilityAnswer,
  texts: readonly string[],
  words: ResultWords,
  { least }: { readonly least: boolean },
): string[] {
  if (outcome === "not-eligible" && reachedOn === null) {
    const titled = doors.some(({ best, reachedOn: day }) => best !== undefined || day !== null);
    return [words.noneOpens(doors.length), ...(titled ? [] : [words.noTitle(doors.length)])];
  }
  const [, ...reasons] = texts;
  const open = doors.find((door) => door.outcome === "met");
  const at = open?.findings.findIndex(({ condition }) => condition === "experience") ?? -1;
  if (outcome !== "eligible" || !open?.experience || at < 0) return reasons;
  const { years } = open.findings[at]!.values as { years: number };
  const { counted, required } = open.experience;
  return reasons.with(at, words.experienced(Math.trunc((counted / required) * years * 10 + 1e-9) / 10, years, least));
}

/** Only to people who may enter, or whom the school may let in: what their titles leave to follow and to pay. */
function hoursAndPrice(visit: Visit, draft: Draft, { outcome }: EligibilityAnswer): Row[] {
  if (outcome !== "eligible" && outcome !== "needs-decision") return [];
  const { law, lang, today } = visit;
  const words = resultWords(lang);
  const input = { ...quoteInput(law, draft, today), funding: [] };
  const { totals, domains } = pathwayRule(law)(input);
  const { total, discount } = quoteRule(law)(input);
  const whole = law.diploma.domains.reduce((sum, { theory }) => sum + theory, 0);
  const contested = domains.filter(({ exam }) => exam === "contested").map(({ domain }) => domain.domain);
  const amount = (cents: number) => html`<strong>${sayEuros(cents, lang)}</strong>`;
  return [
    { asked: words.hours, said: words.hoursLeft(totals.theory, whole) },
    ...(law.school.price.lines.length === 0
      ? []
      : [
          {
            asked: words.price,
            said:
              discount > 0 && law.school.funders.length > 1
                ? html`${amount(total)} ${words.personal}, ${amount(total + discount)} ${words.funded}`
                : amount(total),
          },
        ]),
    ...(contested.length > 0 ? [{ asked: words.toCheck, said: words.contested(contested) }] : []),
  ];
}

/** Applying leads on without a page between; a no does not bar it, since the school decides. */
async function first(
  visit: Visit,
  { outcome }: EligibilityAnswer,
  { settled, fee }: { readonly settled: boolean; readonly fee: number },
): Promise<Html> {
  const words = resultWords(visit.lang);
  const apply = await applyForms(visit, outcome === "eligible" ? undefined : "secondary");
  return html`${apply && outcome === "not-eligible" && html`<p>${words.applyAnyway(fee > 0 ? sayEuros(fee, visit.lang) : undefined)}</p>`}
<div class="actions">${apply}${settled && keepForm(visit, "candidater", words.nextKeep)}</div>`;
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
  return html`<p>${words.piecesLead}</p>
<ul>${pieces.map(({ entry, maybe }) => html`<li>${maybe ? words.pieceIf(entry.piece!.name[lang]) : entry.label[lang]}</li>`)}</ul>
${
  expected.length > 0 &&
  html`<h3>${words.piecesHints}</h3><dl>${expected.map(({ name, hint }) => html`<dt>${name}</dt><dd>${hint}</dd>`)}</dl>`
}`;
}

function next(visit: Visit, { draft }: Inquiry): Html {
  const words = resultWords(visit.lang);
  const { link } = visit;
  const below = `/${visit.params.diploma}`;
  const withPath = askedOf(whereabouts(visit, JOURNEYS.candidater, draft)).path !== undefined;
  const settled = isSettled(draft, visit.law.diploma);
  return html`<p>${settled ? html`${words.nextKeepWhy}${withPath && html` ${words.nextKeepWithPath}`}` : words.unsettled.first}</p>
<div class="next">
<div>${linkButton(link(`${below}/parcours/resultat`), words.nextPath, "secondary")}<p>${draft.titles.length > 0 ? words.nextPathWhy : words.nextPathWhole}</p></div>
${settled && html`<div>${linkButton(link(`${below}/candidater/resultat.pdf`), words.nextPdf, "secondary")}</div>`}
<div>${linkButton(link(`${below}/candidater/effacer`), words.nextErase, "tertiary")}<p>${words.nextEraseWhy}</p></div>
</div>`;
}
