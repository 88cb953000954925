/** The parts of a declaration: the rule's answer and reasons, and what was filled in. */
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Law } from "../../law/law.ts";
import { requestRows } from "../../inquiry/price-pages/request-steps.ts";
import { countedRows, pathParts, shownPath } from "../../inquiry/path-pages/path-parts.ts";
import { needsTrack, quoteInput } from "../../inquiry/path-pages/plan.ts";
import { type FieldError, linkButton, summaryCard, summaryList } from "../../page/form.ts";
import type { Form, Visit } from "../../page/page.ts";
import { arrangedWords } from "../../dossier/arranged-words.ts";
import { decided } from "../../dossier/pages/advisor.ts";
import { readOnly } from "../../dossier/pages/section.ts";
import { arranged } from "../../dossier/rules/arranged.ts";
import { withFixed } from "../../dossier/rules/fixed-days.ts";
import { lineOf, SECTIONS } from "../../dossier/rules/sections.ts";
import { dossierWords } from "../../dossier/words.ts";
import { sayOutcome } from "../../inquiry/documents/outcome.ts";
import { experiencePicture } from "../../inquiry/pages/picture.ts";
import { resultWords } from "../../inquiry/pages/result-words.ts";
import { sayEnds } from "../../inquiry/pages/unsettled.ts";
import { isSettled } from "../../inquiry/rules/ends.ts";
import { decide, endsOf } from "../../inquiry/rules/opens.ts";
import { doorList, findingList, nearDoors, shownDoor, shownFinding } from "../../inquiry/pages/result-view.ts";
import { periodRows, titleName, titleRows } from "../../inquiry/pages/say.ts";
import { toInput } from "../../inquiry/rules/draft.ts";
import { sentences } from "../../decisions/eligibility/sentences.ts";
import type { OfficeDossier } from "../views.ts";
import { officeWords, sayPart } from "../words.ts";
import { daysAt } from "./days.ts";
import { isOpen, opening, verdictOf } from "./verdict.ts";

/** Places on the page. */
export const CONDITIONS = "conditions";
export const PATH = "parcours";
/** Every way in, the closed ones too, at the conditions. */
const DOORS = "voies";

/** What few read of a dossier is on the page once asked for, so that the others do not wait for it. */
function openedBy(visit: Visit, what: string, at: string, label: string): Html {
  return html`<p><a class="ds-link" href="${href(opening(visit, what, at))}">${label}</a></p>`;
}

export type Part = { readonly id: string; readonly title: string; readonly body: Html };

/** The day of the last submission, by which the rules are applied whenever it is read. */
function dayOfReading({ submissions, now }: OfficeDossier, zone: string): string {
  return dayIn(submissions.at(-1)?.submittedAt ?? now, zone);
}

/** Each part's progress, without its contents. */
export function progress({ lang }: Visit, { tasks, intake }: OfficeDossier): Html {
  const words = dossierWords(lang);
  const asked = tasks.filter(({ optional }) => !optional);
  return html`<ul class="tasks">${asked.map(
    ({ key, status }) =>
      html`<li><span>${sayPart(key, intake, lang)}</span> <span class="task-status" data-status="${status}">${words.statuses[status]}</span></li>`,
  )}</ul>`;
}

export function conditions(visit: Visit, opened: OfficeDossier): Html {
  const { law, lang, school } = visit;
  const words = officeWords(lang).dossier;
  if (opened.draft.titles.length === 0) return html`<p>${words.noTitles}</p>`;
  const on = dayOfReading(opened, school.timezone);
  // With the days fixed so far.
  const draft = withFixed(opened.draft, opened.facts);
  const input = toInput(law.diploma, draft, on);
  const answer = decide(law, input);
  const ends = endsOf(law, draft, on);
  const { verdict, texts } = sayOutcome(law, on, answer, lang);
  const findings = answer.findings.map((found) => shownFinding(found, sentences, lang));
  const doors = answer.doors.map((door) => shownDoor(law.diploma, door, lang));
  return html`<p class="small">${words.checkOn(sayDay(on, lang))}</p>
${ends && html`<p><strong>${sayEnds(law, ends, lang).verdict}</strong> ${sayEnds(law, ends, lang).lead}</p><p>${words.daysUnknown}</p>${linkButton(visit.link(daysAt.to({ dossier: opened.dossier.id })), officeWords(lang).days.go, "secondary")}`}
<p><strong>${ends?.differ ? `${resultWords(lang).unsettled.worst}${lang === "fr" ? "\u00a0: " : ": "}${verdict}` : verdict}</strong></p>
${texts.map((text) => html`<p>${text}</p>`)}
${findings.length > 0 && findingList(findings, visit, true)}
${isOpen(visit, DOORS) ? doorList(doors, visit) : html`${nearDoors(doors, visit)}${openedBy(visit, DOORS, CONDITIONS, words.doors)}`}`;
}

export function sections(visit: Visit, opened: OfficeDossier, errors: readonly FieldError[], sent?: Form): Part[] {
  const { lang } = visit;
  const { sections: saved, intake, facts } = opened;
  const decision = arranged(facts);
  const waits = lineOf(saved.accommodations ?? {}, "needed") === "yes";
  const arrangements = decision
    ? decided(visit, decision)
    : waits &&
      html`<p class="small">${arrangedWords(lang).arranged}${lang === "fr" ? "\u00a0: " : ": "}${arrangedWords(lang).waiting}.</p>`;
  return SECTIONS.map((section) => ({
    id: `partie-${section.key}`,
    title: sayPart(section.key, intake, lang),
    body: html`${readOnly(section, saved[section.key] ?? {}, lang)}${section.key === "accommodations" && arrangements}${verdictOf(visit, opened, section.key, errors, sent)}`,
  }));
}

export function titles({ diploma }: Law, { draft }: OfficeDossier, { lang }: Visit): Html {
  const words = officeWords(lang).dossier;
  if (draft.titles.length === 0) return html`<p>${words.titlesNone}</p>`;
  return html`${draft.titles.map((title, index) =>
    summaryCard({
      title: words.titleCard(index + 1, capital(titleName(diploma, title, lang))),
      level: 3,
      rows: titleRows(diploma, title, lang),
      lang,
    }),
  )}`;
}

export function experience(visit: Visit, opened: OfficeDossier): Html {
  const { law, lang, school } = visit;
  const words = officeWords(lang).dossier;
  const { draft } = opened;
  if (draft.periods.length === 0) return html`<p>${words.experienceNone}</p>`;
  const input = toInput(law.diploma, draft, dayOfReading(opened, school.timezone));
  // Its days would be invented ones.
  const picture = isSettled(draft, law.diploma) && experiencePicture(law.diploma, input, decide(law, input), lang);
  return html`${picture || ""}
${draft.periods.map((period, index) => summaryCard({ title: words.periodCard(index + 1), level: 3, rows: periodRows(law.diploma, period, lang), lang }))}`;
}

export function relief(visit: Visit, opened: OfficeDossier): Html {
  const { law, lang, school } = visit;
  const words = officeWords(lang).dossier;
  if (needsTrack(law, opened.draft)) return html`<p>${words.noPlan}</p>`;
  const path = () => {
    const input = quoteInput(law, opened.draft, dayOfReading(opened, school.timezone));
    return pathParts(visit, shownPath(law, input, lang), countedRows(law, input, lang), { part: true });
  };
  const requests = requestRows(law, opened.draft.plan, lang);
  return html`${requests.length > 0 && summaryList(requests, lang)}
<p class="small">${words.reliefWhy}</p>
${isOpen(visit, PATH) ? path() : openedBy(visit, PATH, PATH, words.reliefFolded)}`;
}
