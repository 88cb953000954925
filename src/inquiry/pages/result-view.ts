/** An answer as a page shows it: first the sentence, then what would change it, then each door with its findings. */
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Confidence } from "../../law/entry.ts";
import { type Finding, sayFinding } from "../../law/finding.ts";
import type { Diploma } from "../../law/diploma.ts";
import type { Law } from "../../law/law.ts";
import { otherWays, otherWaySentences } from "../../law/other-ways.ts";
import { CONFIDENCE_WORDS, sayNote } from "../../law/source-words.ts";
import { citedArticle } from "../../catalogue/cited.ts";
import type { Visit } from "../../page/page.ts";
import { DOOR_STATES, sayOutcome, WITHOUT_COURSE } from "../documents/outcome.ts";
import type { DoorAnswer, EligibilityAnswer } from "../../decisions/eligibility/rule.ts";
import { sentences } from "../../decisions/eligibility/sentences.ts";
import { type DoorInBrief, doorInBrief } from "./door-in-brief.ts";
import { resultWords } from "./result-words.ts";

/** One finding, ready to print; `rule` is the entry it rests on. */
export type ShownFinding = {
  readonly met: boolean | null;
  readonly reason: string;
  readonly citation: Html;
  readonly confidence: Confidence;
  readonly rule: string | undefined;
  readonly note: string | undefined;
};

/** `plain`: told, and not a condition that somebody meets. */
export function shownFinding(found: Finding, catalogue: Parameters<typeof sayFinding>[1], lang: Lang): ShownFinding {
  const { met, reason, source } = sayFinding(found, catalogue, lang);
  return {
    met,
    reason,
    citation: html`${source.text}, ${citedArticle(source.article, lang)}`,
    confidence: source.confidence,
    rule: found.entry.id,
    note: sayNote(found, lang),
  };
}

const SIGNS = { yes: "●", no: "○", unknown: "◐" } as const;

export function findingList(findings: readonly ShownFinding[], visit: Visit, plain = false): Html {
  const words = resultWords(visit.lang);
  return html`<ul class="findings">${findings.map(({ met, reason, citation, confidence, rule, note }) => {
    const state = met === true ? "yes" : met === false ? "no" : "unknown";
    const source =
      rule === undefined
        ? citation
        : html`<a href="${visit.link(`/${visit.law.diploma.diploma}/regle/${encodeURIComponent(rule)}`)}">${citation}</a>`;
    return html`<li class="${plain ? "told" : state}">
${!plain && html`<p class="finding-state"><span aria-hidden="true">${SIGNS[state]}</span> ${words.states[state]}</p>`}
<p>${reason}</p>
<p class="finding-source">${source}${confidence !== "text" && html` <span class="confidence">${CONFIDENCE_WORDS[confidence][visit.lang]}</span>`}</p>
${note && html`<p class="finding-note">${note}</p>`}
</li>`;
  })}</ul>`;
}

/** `under`: said right under the verdict. */
export function outcomeParts(law: Law, on: string, answer: EligibilityAnswer, lang: Lang, under?: Html): Html {
  const { mark, verdict, texts } = sayOutcome(law, on, answer, lang);
  return html`<div class="verdict" data-mark="${mark}">
<h1>${verdict}</h1>
${under}
${texts.map((text) => html`<p>${text}</p>`)}
</div>`;
}

/**
 * Nearest first: a day, a missing paper, a decision; missing experience only where none of them may open a route. What no title
 * opened is told with its route.
 */
export function wouldChange(
  answer: EligibilityAnswer,
  lang: Lang,
  /** Given where the routes are not told one by one beside it. */
  { routes }: { readonly routes?: Diploma } = {},
): Html | false {
  if (answer.outcome === "eligible") return false;
  const words = resultWords(lang);
  const byDay = answer.doors
    .filter((door) => door.reachedOn !== null)
    .sort((a, b) => (a.reachedOn! < b.reachedOn! ? -1 : 1));
  const steps = [
    ...byDay.slice(0, 1).map((door) => words.reached(door.door.door, door.reachedOn!)),
    ...answer.doors.filter((door) => door.outcome === "unknown").map((door) => words.giveAttestation(door.door.door)),
    ...answer.doors
      .filter((door) => door.outcome === "needs-decision")
      .map((door) => words.askDecision(door.door.door)),
  ];
  const near = answer.doors.filter(({ experience }) => experience !== undefined);
  const nearest = near.sort((a, b) => a.experience!.missing - b.experience!.missing)[0];
  if (steps.length === 0 && nearest)
    steps.push(words.notReached(nearest.door.door, Math.ceil(nearest.experience!.missing)));
  const list = steps.length > 0 && html`<ul>${steps.map((step) => html`<li>${step}</li>`)}</ul>`;
  if (!routes) return list && html`<h2>${words.wouldChange}</h2>${list}`;
  return html`${list}${
    !list &&
    html`<p>${words.otherRoutes}</p>
<ul>${answer.doors.map(({ door }) => html`<li>${words.door(door.door)}${lang === "fr" ? " : " : ": "}${doorInBrief(routes, door, lang).whole}</li>`)}</ul>`
  }`;
}

/** The diploma by another way than the course, which the answer closes. */
export function withoutCourse(visit: Visit, on: string): Html | false {
  const ways = otherWays(visit.law.diploma, on);
  if (ways.length === 0) return false;
  const shown = ways.map((way) => shownFinding(way, otherWaySentences, visit.lang));
  return html`<h2>${WITHOUT_COURSE[visit.lang]}</h2>${findingList(shown, visit, true)}`;
}

export type ShownDoor = {
  readonly name: string;
  readonly label: string | undefined;
  /** Said while it is folded: nothing declared comes near it. */
  readonly folded: DoorInBrief | undefined;
  readonly outcome: DoorAnswer["outcome"];
  readonly reachedOn: string | null;
  readonly findings: readonly ShownFinding[];
};

export function shownDoor(law: Diploma, one: DoorAnswer, lang: Lang): ShownDoor {
  return {
    name: one.door.door,
    label: one.door.label[lang],
    folded: one.best === undefined && one.reachedOn === null ? doorInBrief(law, one.door, lang) : undefined,
    outcome: one.outcome,
    reachedOn: one.reachedOn,
    findings: telling(one).map((found) => shownFinding(found, sentences, lang)),
  };
}

/** Where nothing opens a route, that its experience is not counted yet is no finding to read: the answer has it all the same. */
function telling({ findings }: DoorAnswer): readonly Finding[] {
  const shut = findings.some(({ condition, met }) => condition !== "experience" && met === false);
  return shut ? findings.filter(({ condition, met }) => condition !== "experience" || met !== null) : findings;
}

const COLOURS = { met: "success", "needs-decision": "warning", unknown: "warning", "not-met": "neutral" } as const;

export function doorList(doors: readonly ShownDoor[], visit: Visit): Html {
  const words = resultWords(visit.lang);
  const near = doors.filter(({ folded }) => folded === undefined);
  if (near.length === 0 && doors.length > 1) return doorsByExperience(doors, visit);
  return html`<h2>${words.doors(doors.length)}</h2>
<p>${words.doorsLead(doors.length)}</p>
${near.map((door) => openDoor(door, visit))}
${doors.filter((door) => !near.includes(door)).map((door) => foldedDoor(door, visit))}`;
}

/** Nothing declared comes near any of them: what would open one, from the least experience to the most. */
function doorsByExperience(doors: readonly ShownDoor[], visit: Visit): Html {
  const words = resultWords(visit.lang);
  const years = ({ folded }: ShownDoor) => folded?.experience?.years ?? 0;
  const groups = Map.groupBy(
    doors.toSorted((one, other) => years(one) - years(other)),
    ({ folded }) => folded?.experience?.label,
  );
  return html`<h2>${words.wouldOpen}</h2>
<p>${words.wouldOpenLead(doors.length)}</p>
${[...groups].map(
  ([experience, those]) =>
    html`<h3>${experience === undefined ? words.withoutExperience : words.withExperience(experience)}</h3>
${those.map((door) => foldedDoor(door, visit, { grouped: true }))}`,
)}`;
}

function openDoor({ name, label, outcome, reachedOn, findings }: ShownDoor, visit: Visit): Html {
  const words = resultWords(visit.lang);
  return html`<section class="route" data-outcome="${outcome}">
<h3>${words.door(name)} <span class="ds-tag" data-color="${COLOURS[outcome]}">${DOOR_STATES[outcome].label[visit.lang]}</span></h3>
${label !== undefined && html`<p>${capital(label)}.</p>`}
${reachedOn !== null && html`<p><strong>${words.opensOn(reachedOn)}</strong></p>`}
${findingList(findings, visit)}
</section>`;
}

/** What it asks for, and the article for whoever wants to know; `grouped` under what is said once for several. */
function foldedDoor({ name, folded, outcome, findings }: ShownDoor, visit: Visit, { grouped = false } = {}): Html {
  const words = resultWords(visit.lang);
  const state =
    !grouped &&
    html` <span class="ds-tag" data-color="${COLOURS[outcome]}">${DOOR_STATES[outcome].label[visit.lang]}</span>`;
  const asks = (grouped && folded?.asks) || (folded?.whole ?? "");
  return html`<details class="ds-details" data-outcome="${outcome}"><summary><span><strong>${words.door(name)}</strong>${state} <span class="asks">${capital(asks)}.</span></span></summary>
<div>${findingList(findings, visit)}</div></details>`;
}
