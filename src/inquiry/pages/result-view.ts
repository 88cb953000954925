/** An answer on a page: the sentence, then what would change it, then each door with its findings. */
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Confidence } from "../../law/entry.ts";
import { type Finding, sayFinding } from "../../law/finding.ts";
import type { Diploma } from "../../law/diploma.ts";
import { otherWays, otherWaySentences } from "../../law/other-ways.ts";
import { CONFIDENCE_WORDS, sayNote } from "../../law/source-words.ts";
import { citedArticle } from "../../catalogue/cited.ts";
import type { Visit } from "../../page/page.ts";
import { DOOR_STATES, WITHOUT_COURSE } from "../documents/outcome.ts";
import type { DoorAnswer, EligibilityAnswer } from "../../decisions/eligibility/rule.ts";
import { sentences } from "../../decisions/eligibility/sentences.ts";
import { type DoorInBrief, doorInBrief } from "../../catalogue/door-in-brief.ts";
import { resultWords } from "./result-words.ts";

/** A finding ready to print; `rule`: the entry it rests on. */
export type ShownFinding = {
  readonly met: boolean | null;
  readonly reason: string;
  readonly citation: Html;
  readonly confidence: Confidence;
  readonly rule: string | undefined;
  readonly note: string | undefined;
};

/** `plain`: information, not a condition to meet. */
export function shownFinding(finding: Finding, catalogue: Parameters<typeof sayFinding>[1], lang: Lang): ShownFinding {
  const { met, reason, source } = sayFinding(finding, catalogue, lang);
  return {
    met,
    reason,
    citation: html`${source.text}, ${citedArticle(source.article, lang)}`,
    confidence: source.confidence,
    rule: finding.entry.id,
    note: sayNote(finding, lang),
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

/**
 * Nearest first: a day, a missing paper, a decision; missing experience only if none of these may open a route. An unmet title condition is
 * shown with its route.
 */
export function wouldChange(
  answer: EligibilityAnswer,
  lang: Lang,
  /** Passed if the routes are not listed beside it. */
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

/** Other ways to the diploma than the course, which the answer rules out; their articles stand in the fold. */
export function withoutCourse({ law, lang }: Visit, on: string): Html | false {
  const ways = otherWays(law.diploma, on);
  if (ways.length === 0) return false;
  return html`<h2>${WITHOUT_COURSE[lang]}</h2><ul>${ways.map((way) => html`<li>${sayFinding(way, otherWaySentences, lang).reason}</li>`)}</ul>`;
}

export function withoutCourseSources(visit: Visit, on: string): Html | false {
  const shown = otherWays(visit.law.diploma, on).map((way) => shownFinding(way, otherWaySentences, visit.lang));
  return shown.length > 0 && html`<h3>${WITHOUT_COURSE[visit.lang]}</h3>${findingList(shown, visit, true)}`;
}

export type ShownDoor = {
  readonly name: string;
  readonly label: string | undefined;
  /** Folded text of a door that nothing declared comes near. */
  readonly folded: DoorInBrief | undefined;
  readonly outcome: DoorAnswer["outcome"];
  readonly reachedOn: string | null;
  readonly findings: readonly ShownFinding[];
};

export function shownDoor(law: Diploma, answer: DoorAnswer, lang: Lang): ShownDoor {
  return {
    name: answer.door.door,
    label: answer.door.label[lang],
    folded: answer.best === undefined && answer.reachedOn === null ? doorInBrief(law, answer.door, lang) : undefined,
    outcome: answer.outcome,
    reachedOn: answer.reachedOn,
    findings: telling(answer).map((found) => shownFinding(found, sentences, lang)),
  };
}

/** Hides "experience not counted yet" where no title opens the route: it adds nothing there, although the answer has it. */
function telling({ findings }: DoorAnswer): readonly Finding[] {
  const shut = findings.some(({ condition, met }) => condition !== "experience" && met === false);
  return shut ? findings.filter(({ condition, met }) => condition !== "experience" || met !== null) : findings;
}

const COLOURS = { met: "success", "needs-decision": "warning", unknown: "warning", "not-met": "neutral" } as const;

const isNear = ({ folded }: ShownDoor) => folded === undefined;

/** Those alone that something declared comes near to. */
export function nearDoors(doors: readonly ShownDoor[], visit: Visit): Html {
  return html`${doors.filter(isNear).map((door) => openDoor(door, visit))}`;
}

export function doorList(doors: readonly ShownDoor[], visit: Visit): Html {
  const words = resultWords(visit.lang);
  const near = doors.filter(isNear);
  if (near.length === 0 && doors.length > 1) return doorsByExperience(doors, visit);
  return html`<p>${words.doorsLead(doors.length)}</p>
${nearDoors(near, visit)}
${doors.filter((door) => !isNear(door)).map((door) => foldedDoor(door, visit))}`;
}

/** If nothing declared comes near any door: what would open each, by increasing experience. */
function doorsByExperience(doors: readonly ShownDoor[], visit: Visit): Html {
  const words = resultWords(visit.lang);
  const years = ({ folded }: ShownDoor) => folded?.experience?.years ?? 0;
  const groups = Map.groupBy(
    doors.toSorted((one, other) => years(one) - years(other)),
    ({ folded }) => folded?.experience?.label,
  );
  return html`<p>${words.wouldOpenLead(doors.length)}</p>
${[...groups].map(
  ([experience, group]) =>
    html`<h3>${experience === undefined ? words.withoutExperience : words.withExperience(experience)}</h3>
${group.map((door) => foldedDoor(door, visit, { grouped: true }))}`,
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

/** The conditions, and the article behind a fold; `grouped`: what several doors share is stated above. */
function foldedDoor({ name, folded, outcome, findings }: ShownDoor, visit: Visit, { grouped = false } = {}): Html {
  const words = resultWords(visit.lang);
  const state =
    !grouped &&
    html` <span class="ds-tag" data-color="${COLOURS[outcome]}">${DOOR_STATES[outcome].label[visit.lang]}</span>`;
  const asks = (grouped && folded?.asks) || (folded?.whole ?? "");
  return html`<details class="ds-details" data-outcome="${outcome}"><summary><span><strong>${words.door(name)}</strong>${state} <span class="asks">${capital(asks)}.</span></span></summary>
<div>${findingList(findings, visit)}</div></details>`;
}
