/** Beside a dossier's questions: the routes its titles open, and the experience counted for each so far. */
import { fieldsOf } from "../../law/experience.ts";
import { type Html, html } from "../../kit/html.ts";
import { sayFinding } from "../../law/finding.ts";
import { DOOR_STATES } from "../../inquiry/documents/outcome.ts";
import { experiencePicture } from "../../inquiry/pages/picture.ts";
import { isSettled } from "../../inquiry/rules/ends.ts";
import { decide } from "../../inquiry/rules/opens.ts";
import { resultWords } from "../../inquiry/pages/result-words.ts";
import type { At } from "../../inquiry/pages/step.ts";
import { gaps, overlaps, type Stretch } from "../../inquiry/rules/continuity.ts";
import { asksCorps, asksWaivers } from "../../law/doors.ts";
import { toInput } from "../../inquiry/rules/draft.ts";
import type { DoorAnswer } from "../../decisions/eligibility/rule.ts";
import { sayFullTime } from "../../decisions/eligibility/experience-words.ts";
import { sentences } from "../../decisions/eligibility/sentences.ts";
import { dossierWords } from "../words.ts";

/** Complete entries only: an unfinished title or period does not count. */
function answerOf({ visit, law, draft }: At) {
  const input = toInput(law, draft, visit.today);
  return { input, answer: decide(visit.law, input) };
}

export function routesOf(here: At): Html | false {
  const { input, answer } = answerOf(here);
  const { lang } = here.visit;
  const words = dossierWords(lang).counter;
  if (input.titles.length === 0) return false;
  const near = answer.doors.filter(({ best }) => best !== undefined);
  return html`<section class="aside" aria-labelledby="routes"><h2 id="routes">${words.routes}</h2>
${near.length === 0 ? html`<p>${words.noRoute} ${isAsked(here) ? words.noRouteYet : words.routesElsewhere}</p>` : html`<ul>${near.map((door) => routeLine(door, here))}</ul>`}
<p class="made">${words.routesWhy}</p></section>`;
}

/** Whether an unanswered question may still open a route; one answered no is not offered again. */
function isAsked({ law, draft }: At): boolean {
  return (asksCorps(law) && draft.corps === undefined) || (asksWaivers(law) && draft.waivers === undefined);
}

export function countOf(here: At): Html | false {
  const { input, answer } = answerOf(here);
  const { visit, law, draft } = here;
  const { lang } = visit;
  const words = dossierWords(lang).counter;
  if (input.experience.length === 0) return false;
  const counting = answer.doors.filter(({ experience }) => experience !== undefined);
  const counts = new Set(
    fieldsOf(law)
      .filter((entry) => entry.counts !== "no")
      .map(({ field }) => field),
  );
  const together = overlaps(
    input.experience.filter(({ field }) => counts.has(field)),
    input.on,
  );
  const holes = gaps(input.experience, input.on);
  // Between days that are not known nothing is seen to be missing, or held twice.
  const settled = isSettled(draft, law);
  return html`<section class="aside" aria-labelledby="counted"><h2 id="counted">${words.heading(visit.today)}</h2>
${counting.length === 0 ? html`<p>${words.noRouteCounts}</p>` : html`<ul>${counting.map((door) => countLine(door, here))}</ul>`}
${
  settled
    ? html`${stretchList(words.gaps, holes, words.between)}
${stretchList(words.overlaps, together, words.between)}
${experiencePicture(law, input, answer, lang, { totals: false })}`
    : html`<p>${words.atLeast}</p>`
}
</section>`;
}

function stretchList(heading: string, stretches: readonly Stretch[], between: (from: string, to: string) => string) {
  return (
    stretches.length > 0 &&
    html`<p>${heading}</p><ul>${stretches.map(({ from, to }) => html`<li>${between(from, to)}</li>`)}</ul>`
  );
}

function countLine(door: DoorAnswer, { law, visit: { lang } }: At): Html {
  const { counted, required } = door.experience!;
  const duration = (days: number) => sayFullTime(days, law.experience!.year.days, lang);
  const experience = door.findings.find(({ condition }) => condition === "experience");
  const words = dossierWords(lang).counter;
  return html`<li><strong>${resultWords(lang).door(door.door.door)}${lang === "fr" ? " : " : ": "}${words.count(duration(counted), duration(required))}</strong>${experience && experience.met !== true && html` ${sayFinding(experience, sentences, lang).reason}`}</li>`;
}

function routeLine(door: DoorAnswer, { visit: { lang } }: At): Html {
  const words = resultWords(lang);
  const missing = door.findings.filter(({ met }) => met !== true);
  return html`<li><strong>${words.door(door.door.door)}${lang === "fr" ? " : " : ": "}${DOOR_STATES[door.outcome].label[lang].toLowerCase()}.</strong> ${missing.map((one) => html`${sayFinding(one, sentences, lang).reason} `)}</li>`;
}
