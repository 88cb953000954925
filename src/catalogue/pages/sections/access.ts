/** Who may enter: each door with its experience, and how it is counted; then the steps of admission. */
import type { Announced } from "../../../intake/pages/notice.ts";
import { type Html, html } from "../../../kit/html.ts";
import { sayEuros, sayYears } from "../../../kit/lang.ts";
import { sayWeekday } from "../../../kit/moment.ts";
import { capital } from "../../../kit/typography.ts";
import { dayIn } from "../../../kit/zone.ts";
import { asksExperience } from "../../../law/doors.ts";
import type { Visit } from "../../../page/page.ts";
import { doorInBrief } from "../../door-in-brief.ts";
import { programmeWords } from "../../sentences.ts";
import { factList, folded, headed, section, type Section, sourceMark } from "../parts.ts";

export function accessSection(visit: Visit): Section {
  const { law, lang } = visit;
  const words = programmeWords[lang];
  const { doors } = law.diploma;
  const inBrief = doors.map((door) => doorInBrief(law.diploma, door, lang));
  const fields = [...new Set(inBrief.flatMap(({ experience }) => experience?.field ?? []))];
  const row = ({ asks, experience }: (typeof inBrief)[number]) =>
    html`<tr><th scope="row">${capital(asks || words.experienceAlone)}</th>${fields.length > 0 && html`<td>${experience ? sayYears(experience.years, lang) : words.noExperience}</td>`}</tr>`;
  return section(
    "acces",
    words.access,
    html`<p>${words.accessLead(doors.length)}${fields.length > 0 && ` ${words.experienceIn(fields)}`}</p>
<table class="ways">
<thead><tr><th scope="col">${words.whatYouHave}</th>${fields.length > 0 && html`<th scope="col">${words.experienceAsked}</th>`}</tr></thead>
<tbody>${inBrief.map(row)}</tbody>
</table>
${folded(
  words.exactWords,
  html`<ol class="doors">${doors.map((door) => html`<li><span class="door">${door.door}</span><span>${capital(door.short[lang])}. ${sourceMark(visit, door)}</span></li>`)}</ol>
${headed(words.experienceCount, experienceCount(visit))}`,
)}`,
  );
}

/** Shown if a door asks for experience. */
function experienceCount(visit: Visit): Html | false {
  const { law, lang } = visit;
  const { experience } = law.diploma;
  if (experience === undefined || !asksExperience(law.diploma)) return false;
  const counted = [experience.year, experience.after, experience.cap, experience.cutoff];
  return html`<ul class="facts">${counted.map((entry) => html`<li>${capital(entry.label[lang])}. ${sourceMark(visit, entry)}</li>`)}</ul>`;
}

export function admissionSection(visit: Visit, announced: Announced): Section {
  const words = programmeWords[visit.lang];
  const { admission } = visit.law.diploma;
  const own = visit.law.school.admission;
  return section(
    "admission",
    words.admission,
    html`${steps(visit, announced)}
${folded(words.pieces, factList(visit, [...admission.pieces, ...own.pieces]))}
${folded(
  words.selection,
  html`${headed(words.intake, factList(visit, own.intake))}
${headed(words.interview, factList(visit, [...own.interview, ...admission.interview]))}
${headed(words.criteria, factList(visit, admission.criteria))}
${headed(words.commission, factList(visit, admission.commission))}`,
)}`,
  );
}

/** With the days and the fees of the next intake, where one is announced. */
function steps(visit: Visit, { intakes }: Announced): Html {
  const { lang, law, school } = visit;
  const { step, feesAre } = programmeWords[lang];
  const [next] = intakes.toSorted((a, b) => (a.entryOn < b.entryOn ? -1 : 1));
  const closes = next && sayWeekday(dayIn(next.closesAt, school.timezone), lang);
  const answered = typeof next?.decidesBy === "string" ? sayWeekday(next.decidesBy, lang) : undefined;
  const timed = law.school.admission.interview.filter(({ value }) => typeof value === "number");
  const interview = timed.map(({ label }) => label[lang]);
  const fees =
    next?.fees ??
    law.school.price.lines
      .filter(({ selection }) => selection === true)
      .map(({ unitAmount, quantity = 1 }) => ({ amount: unitAmount * quantity }));
  const total = fees.reduce((sum, { amount }) => sum + amount, 0);
  return html`<ol class="numbered">
<li><strong>${step.file}</strong>${closes !== undefined && ` ${step.fileBy(closes)}`}</li>
<li><strong>${step.interview}</strong>${interview.length > 0 && ` ${interview.join(" ")}`}</li>
<li><strong>${step.answer}</strong>${answered !== undefined && ` ${step.answerBy(answered)}`}</li>
</ol>
${total > 0 && html`<p>${feesAre(sayEuros(total, lang))}</p>`}`;
}
