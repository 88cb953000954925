/** A candidate's exams and, once the State has notified them, results. */
import { sayInstant } from "../../kit/instant.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay, sayList, sayNumber } from "../../kit/lang.ts";
import { convocationRows } from "../../agenda/pages/convocation.ts";
import { see } from "../../page/acting.ts";
import { table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import type { Visit } from "../../page/page.ts";
import { sayOrigin } from "../../training/programmes/origin-words.ts";
import { myResults } from "../views.ts";
import { certificationWords, componentLabel, sayMark, sayStatus } from "../words.ts";
import { examLabel, findingList, lawOfSession, places, sayHours, sayPeriod } from "./places.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof myResults.read>>>;

export const resultsPage = formPage({
  name: "mes-epreuves",
  route: places.results,
  who: "read one’s results",
  words: (lang) => certificationWords(lang).results,
  seen: async (visit) =>
    (await see(visit, myResults, {})) ?? { entries: [], results: [], attestations: [], next: [], parchment: null },
  shown: ({ visit, lang, words, seen }) => {
    const { entries, results, attestations, next, parchment } = seen;
    const main = html`${entries.length + results.length === 0 && html`<p>${words.none}</p>`}
${results.toReversed().map((one) => resultSection(visit, one))}
${attestations.map((one) => attestation(visit, one))}
${next.length > 0 && html`<h2>${words.next}</h2><p>${words.nextWhy}</p><ul>${next.map((one) => html`<li>${one.name}, ${sayPeriod(one, lang)}</li>`)}</ul>`}
${parchment?.received && html`<p>${words.received(sayDay(parchment.received, lang))}</p>`}
${parchment?.handedOver && html`<p>${words.handed(sayDay(parchment.handedOver, lang))}</p>`}
${entries.length > 0 && html`<h2>${words.exams}</h2>${entries.map((one) => entrySection(visit, one))}`}`;
    return { title: words.heading, lead: words.lead, main, back: "/compte" };
  },
});

function attestation(visit: Visit, { enrolment, code, outcome, at }: Seen["attestations"][number]): Html {
  const { lang, school } = visit;
  const words = certificationWords(lang).results;
  const on = sayInstant(new Date(at), school.timezone, lang);
  return html`<h2>${outcome === "diploma" ? words.success : words.attestation}</h2>
<p>${words.attestationWhy}</p>
<p><a class="ds-link" href="${href(visit.link(places.attestation.to({ enrolment })))}">${words.attestationPdf}</a> – ${words.attestationCode} <a class="ds-link exact" href="${href(visit.link(`/verifier/${code}`))}">${code}</a>, ${on}</p>`;
}

function entrySection(visit: Visit, entry: Seen["entries"][number]): Html {
  const { lang, school } = visit;
  const words = certificationWords(lang).results;
  const law = lawOfSession(visit, entry);
  return html`<h3>${entry.session}</h3><ul>${entry.exams.map((exam) => {
    const group = entry.groups.find((two) => two.exam === exam);
    const when = group
      ? `${sayHours(group, school.timezone, lang)}${group.room === null ? "" : `, ${group.room}`}`
      : words.noWhen;
    return html`<li>${examLabel(law, exam, lang)} – ${when}${group && convocationRows(group.convocation, lang)}</li>`;
  })}</ul>${entry.findings.length > 0 && html`<section class="ds-alert" data-color="warning"><p>${words.warned}</p>${findingList(entry.findings, lang)}</section>`}`;
}

function resultSection(visit: Visit, result: Seen["results"][number]): Html {
  const { lang } = visit;
  const all = certificationWords(lang);
  const words = all.results;
  const { diploma } = lawOfSession(visit, result);
  const rows = result.domains.map(({ domain, status, points, threshold, marks, origin }) => {
    const { exam } = diploma.domains.find((two) => two.domain === domain)!;
    const marked = marks.map((mark) =>
      [componentLabel(exam, mark.component, lang), sayMark(diploma, mark, lang)].filter(Boolean).join(" "),
    );
    const from = origin ? sayOrigin(origin, lang) : marked.join(" ; ");
    const counts = points === null ? "" : words.points(sayNumber(points, lang), sayNumber(threshold ?? 0, lang));
    return [examLabel({ diploma }, domain, lang), from, counts, sayStatus(diploma, status, lang)];
  });
  const appeal = diploma.jury.powers.find(({ key }) => key === "appeal");
  const outcome = words.outcome[result.outcome as keyof typeof words.outcome];
  const head = [all.session.exams, all.ruling.marks, words.result, all.jury.decided];
  return html`<section class="ds-card"><h2>${words.decided(result.session)}</h2>
<p><strong>${outcome}</strong> ${words.notified(sayDay(result.notifiedOn, lang))}</p>
${table({ id: `result-${result.id}`, caption: words.byExam, head, rows, stacks: true })}
${result.acquired.length > 0 && html`<p>${words.holds}${lang === "fr" ? "\u00a0" : ""}: ${sayList(result.acquired, lang)}.</p>`}
${result.completeBy !== null && html`<p>${words.until(sayDay(result.completeBy, lang))}</p>`}
${appeal && html`<h3>${words.appealHeading}</h3><p>${words.appeal(appeal.label[lang], `${appeal.citation[lang]}, ${appeal.source.article}`, sayDay(result.notifiedOn, lang))}</p>`}</section>`;
}
