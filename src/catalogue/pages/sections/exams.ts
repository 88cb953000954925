/** How the diploma is obtained: each exam with its form and threshold, the jury, the time limit, and experience (VAE). */
import { type Html, html } from "../../../kit/html.ts";
import { sayList } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import type { DomainEntry, ExamEntry, JuryEntries } from "../../../law/diploma.ts";
import type { Visit } from "../../../page/page.ts";
import { factList, folded, headed, section, type Section, sourceMark } from "../parts.ts";
import { type ProgrammeWords, programmeWords } from "../../sentences.ts";

export function examsSection(visit: Visit): Section {
  const { law, lang, today } = visit;
  const words = programmeWords[lang];
  const { domains, jury, clock, authorities } = law.diploma;
  const now = (authorities ?? []).filter(
    ({ from, to }) => (from === undefined || from <= today) && (to === undefined || today <= to),
  );
  return section(
    "epreuves",
    words.exams(domains.length),
    html`<ul>${domains.map(({ domain, exam }) => html`<li><strong>${domain}</strong>${lang === "fr" ? " : " : ": "}${inBrief(exam, lang)}. ${words.needed(exam.threshold, exam.outOf)}</li>`)}</ul>
${folded(
  words.marked,
  html`<div class="cards">${domains.map((domain) => examCard(visit, domain))}</div>
${headed(
  words.jury,
  factList(
    visit,
    [...jury.powers, jury.tie, jury.director ?? jury.memoireDirector].filter((fact) => fact !== undefined),
  ),
)}
${headed(words.juryMembers, factList(visit, jurors(jury)))}
${
  clock &&
  html`<h3>${words.time}</h3>
<ul class="facts"><li>${capital(clock.label[lang])}. ${sourceMark(visit, clock)}</li><li>${capital(clock.together.label[lang])}. ${sourceMark(visit, clock.together)}</li></ul>`
}
${
  now.length > 0 &&
  html`<h3>${words.authority}</h3>
<ul class="facts">${now.map((one) => html`<li>${capital(one.label[lang])}${one.regions && ` (${one.regions[lang]})`}. ${sourceMark(visit, one)}</li>`)}</ul>`
}`,
)}`,
  );
}

/** What is marked; the form, where nothing is marked apart. */
function inBrief({ components = [], form }: ExamEntry, lang: Visit["lang"]): string {
  if (components.length === 0) return form[lang];
  return sayList(
    components.map(({ label }) => label[lang]),
    lang,
  );
}

/** Who appoints and composes the jury, to whom each rule applies, and how examiners are designated. */
function jurors({ appointment, colleges, quotas, composition = [], override, designation }: JuryEntries) {
  const facts = [appointment, ...colleges, ...quotas, ...composition, override, designation];
  return facts.filter((fact) => fact !== undefined);
}

function examCard(visit: Visit, { domain, exam }: DomainEntry): Html {
  const { lang } = visit;
  const words = programmeWords[lang];
  return html`<section class="card">
<p class="eyebrow">${words.examOf(domain)}</p>
<h3>${capital(exam.label[lang])}</h3>
<dl>
<dt>${words.form}</dt><dd>${capital(exam.form[lang])}.</dd>
<dt>${words.validated}</dt><dd>${capital(threshold(exam, words, lang))}${exam.agreement && html`<br>${capital(exam.agreement.label[lang])}. ${sourceMark(visit, exam.agreement)}`}</dd>
${listed(
  words.size,
  exam.measures.map(({ min, max, label }) => words.measure(min, max, label[lang])),
)}
${listed(
  words.examiners,
  exam.examiners.map(({ count, label }) => (count === undefined ? capital(label[lang]) : `${count} ${label[lang]}`)),
)}
</dl>
<p class="small">${sourceMark(visit, exam)}</p>
</section>`;
}

function listed(term: string, items: readonly string[]): Html | false {
  return items.length > 0 && html`<dt>${term}</dt><dd><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></dd>`;
}

/** What validates an exam, in the terms of its computation. */
function threshold(exam: ExamEntry, words: ProgrammeWords, lang: Visit["lang"]): string {
  const [only, another] = exam.components ?? [];
  if (only && !another) return words.single(only.label[lang], exam.threshold, exam.outOf);
  const parts = (exam.components ?? []).map(({ weight, label, shared }) => {
    const named = `${label[lang]}${shared ? ` (${words.sharedMark})` : ""}`;
    return exam.result === "sum" || weight > 1 ? words.weighted(weight, named) : named;
  });
  if (exam.result === "sum") return words.sum(parts, exam.threshold, exam.outOf);
  if (exam.result === "mean") return words.mean(parts, exam.threshold, exam.outOf);
  return words.agreed(exam.marks ?? 1, exam.threshold, exam.outOf);
}

/** By bloc, folded. */
export function competencesFold(visit: Visit): Html | false {
  const { law, lang } = visit;
  const words = programmeWords[lang];
  const { page } = law.school;
  const shown = law.diploma.domains.filter(({ bloc, competences }) => bloc !== undefined || competences.length > 0);
  return folded(
    words.competences,
    html`${page.blocs && factList(visit, page.blocs)}
${shown.map(
  ({ domain, label, bloc, competences }) => html`<h3>${domain} – ${capital((bloc?.label ?? label)[lang])}</h3>
${bloc && html`<p class="small">${sourceMark(visit, bloc)}</p>`}
${competences.length > 0 && html`<ul class="facts">${competences.map((one) => html`<li><span class="code">${one.competence}</span> ${capital(one.label[lang])}. ${sourceMark(visit, one)}</li>`)}</ul>`}`,
)}`,
    "blocs",
  );
}
