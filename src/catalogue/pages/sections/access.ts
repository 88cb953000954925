/** Who may apply: the doors of the référentiel, how experience is counted, and the steps of admission. */
import { asksExperience } from "../../../law/doors.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import type { Visit } from "../../../page/page.ts";
import { factList, folded, headed, section, type Section, sourceMark } from "../parts.ts";
import { programmeWords } from "../../sentences.ts";

export function accessSection(visit: Visit): Section {
  const { law, lang } = visit;
  const words = programmeWords[lang];
  const { doors } = law.diploma;
  return section(
    "acces",
    words.access,
    html`<p>${words.accessLead(doors.length)}</p>
<ol class="doors">${doors.map((door) => html`<li><span class="door">${door.door}</span><span>${capital(door.short[lang])}. ${sourceMark(visit, door)}</span></li>`)}</ol>
${callToApply(visit)}
${experienceCount(visit)}`,
  );
}

/** Shown if a door asks for experience. */
function experienceCount(visit: Visit): Html | false {
  const { law, lang } = visit;
  const { experience } = law.diploma;
  if (experience === undefined || !asksExperience(law.diploma)) return false;
  const counted = [experience.year, experience.after, experience.cap, experience.cutoff];
  return html`<h3>${programmeWords[lang].experienceCount}</h3>
<ul class="facts">${counted.map((entry) => html`<li>${capital(entry.label[lang])}. ${sourceMark(visit, entry)}</li>`)}</ul>`;
}

function callToApply(visit: Visit): Html {
  const words = programmeWords[visit.lang];
  return html`<p class="calls"><a class="ds-button" href="${href(visit.link(`/${visit.law.diploma.diploma}/candidater`))}">${words.apply}</a></p>`;
}

export function admissionSection(visit: Visit): Section {
  const words = programmeWords[visit.lang];
  const { admission } = visit.law.diploma;
  const own = visit.law.school.admission;
  return section(
    "admission",
    words.admission,
    html`${headed(words.intake, factList(visit, own.intake))}
${headed(words.pieces, factList(visit, [...admission.pieces, ...own.pieces]))}
${headed(words.interview, factList(visit, [...own.interview, ...admission.interview]))}
${headed(words.criteria, factList(visit, admission.criteria))}
${folded(words.commission, factList(visit, admission.commission))}`,
  );
}
