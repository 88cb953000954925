/** The programme: hours by domain, then by unit (the national range beside the school's choice), its organisation, and its reliefs. */
import { type Html, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import type { DomainEntry, ReliefEntry, UnitEntry } from "../../../law/diploma.ts";
import type { Visit } from "../../../page/page.ts";
import { doubt, type Fact, factList, folded, headed, prose, section, type Section, sourceMark } from "../parts.ts";
import { competencesFold } from "./exams.ts";
import { programmeWords } from "../../sentences.ts";

export type Hours = { readonly theory: number; readonly practice: number };

/** Hours of the whole course: theory as the domains fix it, practice as the school plans it. */
export function wholeHours(visit: Visit): Hours {
  const hours = visit.law.diploma.domains.map((domain) => domainHours(visit, domain));
  return {
    theory: hours.reduce((total, { theory }) => total + theory, 0),
    practice: hours.reduce((total, { practice }) => total + practice, 0),
  };
}

function domainHours({ law }: Visit, { theory, units }: DomainEntry): Hours {
  const planned = law.school.maquette.hours;
  const practice = units.filter((unit) => unit.practice);
  return { theory, practice: practice.reduce((total, { unit }) => total + (planned[unit] ?? 0), 0) };
}

export function programmeSection(visit: Visit): Section {
  const { law, lang } = visit;
  const words = programmeWords[lang];
  return section(
    "programme",
    words.programme,
    html`${hoursBars(visit)}
${folded(
  words.hoursByUnit,
  html`${hoursTable(visit)}
<p class="note">${capital(law.school.maquette.label[lang])}. ${sourceMark(visit, law.school.maquette)}</p>`,
)}
${folded(words.organisation, html`${headed(words.methods, prose(visit, law.school.page.methods))}${headed(words.frame, factList(visit, law.diploma.training))}`)}
${competencesFold(visit)}`,
  );
}

/** A bar a domain: hours of theory, then hatched those of practice; the figures stand above it. */
function hoursBars(visit: Visit): Html {
  const { law, lang } = visit;
  const words = programmeWords[lang];
  const rows = law.diploma.domains.map((domain) => ({ domain, ...domainHours(visit, domain) }));
  const most = Math.max(1, ...rows.map(({ theory, practice }) => theory + practice));
  const width = (hours: number) => `${((100 * hours) / most).toFixed(2)}%`;
  return html`<ul class="bars">${rows.map(
    ({ domain: { domain, label, units }, theory, practice }) => html`<li>
<p class="head"><span>${domain}, ${label[lang]}</span> <strong>${words.hoursOf(theory, practice)}</strong></p>
<svg width="100%" height="14" aria-hidden="true" focusable="false"><rect class="bar" width="${width(theory)}" height="14"></rect>${practice > 0 && html`<rect class="practice" x="${width(theory)}" y="1" width="${width(practice)}" height="12"></rect>`}</svg>
<p class="small">${capital(units.map((unit) => unit.label[lang]).join(", "))}</p></li>`,
  )}</ul>`;
}

function hoursTable(visit: Visit): Html {
  const { law, lang, school } = visit;
  const words = programmeWords[lang];
  const total = wholeHours(visit);
  const row = (head: Html | string, national: string, own: string) =>
    html`<tr class="total"><th scope="row" colspan="2">${head}</th><td class="numeric">${national}</td><td class="numeric">${own}</td></tr>`;
  return html`<div class="table-scroll" tabindex="0" role="group" aria-labelledby="hours-caption">
<table class="ds-table hours">
<caption id="hours-caption">${words.programmeCaption}</caption>
<thead><tr><th scope="col" colspan="2">${words.unit}</th><th scope="col" class="numeric">${words.national}</th><th scope="col" class="numeric">${school.name}</th></tr></thead>
${law.diploma.domains.map((domain) => domainRows(visit, domain))}
<tfoot>${row(words.totalTheory, words.hours(total.theory), words.hours(total.theory))}${total.practice > 0 && row(words.totalPractice, words.hours(total.practice), words.hours(total.practice))}</tfoot>
</table>
</div>`;
}

function domainRows(visit: Visit, domain: DomainEntry): Html {
  const { law, lang } = visit;
  const words = programmeWords[lang];
  const planned = law.school.maquette.hours;
  const unitRow = ({ unit, label, hours, practice }: UnitEntry) => html`<tr>
<td class="code">${unit}</td><th scope="row">${capital(label[lang])}${practice && html` <span class="ds-tag doubt" data-color="neutral">${words.practiceMark}</span>`}</th>
<td class="numeric">${words.range(hours.min, hours.max)}</td><td class="numeric">${words.hours(planned[unit] ?? 0)}</td></tr>`;
  return html`<tbody>
<tr class="group"><th scope="rowgroup" colspan="2">${domain.domain} – ${capital(domain.label[lang])}</th><td class="numeric" colspan="2">${words.ofTheory(domain.theory)}</td></tr>
${domain.units.map(unitRow)}
</tbody>`;
}

export function reliefSection(visit: Visit): Section {
  const { law, lang } = visit;
  const words = programmeWords[lang];
  const { reliefs, grants, held } = law.diploma;
  const some = reliefs.length > 0 || grants !== undefined;
  return section(
    "allegements",
    some ? words.relief : words.heldRelief,
    (some || held.length > 0) &&
      html`${some && html`<p>${reliefs.length > 0 && words.reliefBrief(reliefs.map(({ title }) => title))} ${grants !== undefined && words.grantsBrief}</p>`}
${folded(
  some ? words.reliefEach : words.heldEach,
  html`${some && html`<p>${words.reliefLead}</p>`}
${reliefs.length > 0 && html`<div class="cards">${reliefs.map((relief) => reliefCard(visit, relief))}</div>`}
${headed(words.otherRelief, grants !== undefined && html`<p>${capital(grants.label[lang])}. ${sourceMark(visit, grants)}</p>${sentenceList(visit, grants.opens)}`)}
${some ? headed(words.heldRelief, sentenceList(visit, held)) : sentenceList(visit, held)}`,
)}`,
  );
}

/** Labels made into sentences, each with its source. */
function sentenceList(visit: Visit, entries: readonly Fact[]): Html | false {
  const sentence = ({ label }: Fact) => `${capital(label[visit.lang])}.`;
  return (
    entries.length > 0 &&
    html`<ul class="facts">${entries.map((entry) => html`<li>${sentence(entry)} ${sourceMark(visit, entry)}</li>`)}</ul>`
  );
}

function reliefCard(visit: Visit, relief: ReliefEntry): Html {
  const { law, lang } = visit;
  const words = programmeWords[lang];
  const label = law.diploma.catalogue.find(({ title }) => title === relief.title)?.label[lang];
  const labelOf = (name: string) => law.diploma.domains.find(({ domain }) => domain === name)?.label[lang] ?? "";
  const shares = Map.groupBy(relief.allegements, ({ percent }) => percent);
  return html`<section class="card">
<h3>${relief.title}</h3>
${label && html`<p class="small">${capital(label)}</p>`}
<ul class="facts">
${relief.dispenses.map(({ domain, exam, ...entry }) => html`<li>${exam === "dispensed" ? words.dispensed(domain, labelOf(domain)) : words.contested(domain, labelOf(domain))}${exam === "contested" && html` ${doubt(entry, lang)}`}</li>`)}
${[...shares].map(([percent, entries]) => {
  const units = entries.map(({ unit }) => unit);
  return html`<li>${percent === 100 ? words.relieved(units) : words.relievedPart(percent, units)}</li>`;
})}
</ul>
<p class="small">${sourceMark(visit, relief)}</p>
</section>`;
}
