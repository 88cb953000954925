/** A candidate's exams and, once the State has notified them, results. */
import { sayInstant } from "../../kit/instant.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay, sayList, sayNumber, sayParts } from "../../kit/lang.ts";
import { addLink } from "../../agenda/pages/calendar.ts";
import { convocationRows } from "../../agenda/pages/convocation.ts";
import { sayWeekday } from "../../kit/moment.ts";
import { citeArticle } from "../../law/article-words.ts";
import { juryPower, schoolReviews } from "../../law/remedies.ts";
import { see } from "../../page/acting.ts";
import { longestOf } from "../../kit/shapes.ts";
import { longText } from "../../page/kinds.ts";
import { lodgeResultAppeal } from "../after/appeal-acts.ts";
import { linkButton, summaryList, type SummaryRow, table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import type { Visit } from "../../page/page.ts";
import { sayOrigin } from "../../training/programmes/origin-words.ts";
import { myResults } from "../views.ts";
import { sayAwaited } from "../awaited-words.ts";
import { sayAnnulled } from "../annulment/words.ts";
import { certificationWords, componentLabel, sayMark, sayStatus } from "../words.ts";
import { examLabel, findingList, lawOfSession, places, sayHours, sayPeriod } from "./places.ts";
import { collectSection, messageLink, messagesAt } from "./parchment.ts";
import { sayTotal } from "./total.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof myResults.read>>>;

export const resultsPage = formPage({
  name: "mes-epreuves",
  route: places.results,
  who: "read one’s results",
  words: (lang) => certificationWords(lang).results,
  seen: async (visit) =>
    (await see(visit, myResults, {})) ?? {
      annulled: [],
      entries: [],
      results: [],
      attestations: [],
      next: [],
      parchment: null,
    },
  told: ({ words }) => ({ recours: words.appealSaid }),
  shown: ({ visit, lang, words, seen }) => {
    const { annulled, entries, results, attestations, next, parchment } = seen;
    const waiting = entries.filter(({ ruled }) => !ruled);
    const toSit = waiting
      .map((one) => html`${entrySection(visit, one, { sat: false })}`)
      .filter(({ text }) => text !== "");
    const sat = waiting
      .map((one) => html`${entrySection(visit, one, { sat: true })}`)
      .filter(({ text }) => text !== "");
    const last = results.at(-1);
    const collects = parchment?.received && !parchment.handedOver && last;
    const main = html`${entries.length + results.length === 0 && html`<p>${words.none}</p>`}
${annulled.map((one) => html`<div class="ds-alert" data-color="warning">${sayAnnulled(lang, one).map((line) => html`<p>${line}</p>`)}</div>`)}
${collects && collectSection(visit, parchment.received!, last)}
${toSit.length > 0 && html`<h2>${words.exams}</h2>${toSit}`}
${sat.length > 0 && html`<h2>${words.sat}</h2>${sat}<p>${words.satWhy}</p>`}
${results.toReversed().map((one, index) => html`${resultSection(visit, one)}${index === 0 && html`${attestations.map((each) => attestation(visit, each))}${andNow(visit, one, next)}${afterDiploma(visit, one, parchment)}`}${contesting(visit, one)}`)}
${parchment?.received && !collects && html`<p>${words.received(sayDay(parchment.received, lang))}</p>`}
${parchment?.handedOver && html`<p>${words.handed(sayDay(parchment.handedOver, lang))}</p>`}`;
    return { title: words.heading, lead: words.lead, main, back: "/compte" };
  },
});

/** Whether the person may ask the school now: its file says so, and they did not yet. */
function mayAppeal({ today }: Pick<Visit, "today">, { remedies, appeal }: Result): boolean {
  return appeal === null && remedies.some((one) => schoolReviews(one) && (one.by === null || today <= one.by));
}

export const resultAppealPage = formPage({
  name: "mes-epreuves-recours",
  route: places.resultAppeal,
  who: "read one’s results",
  words: (lang) => certificationWords(lang).results,
  seen: async (visit, { result: id }) => (await see(visit, myResults, {}))?.results.find((one) => one.id === id),
  elsewhere: ({ visit, seen }) => (mayAppeal(visit, seen) ? undefined : places.results.to()),
  form: {
    fields: ({ words }) => ({
      text: longText({ ...words.appealFields.text, rows: 10, most: longestOf(lodgeResultAppeal.form.properties.text) }),
    }),
    go: ({ words }) => words.appealSend,
    act: lodgeResultAppeal,
    input: ({ text }, { params }) => ({ result: params.result, text }),
    done: () => places.results.to(undefined, { fait: "recours" }),
    forbidden: () => ({ to: places.results.to() }),
  },
  shown: ({ visit: { today }, words, lang, seen }, { form }) => {
    const review = seen.remedies.find((one) => schoolReviews(one) && (one.by === null || today <= one.by));
    const until = review?.by && html`<p>${words.contestBy} <strong>${sayWeekday(review.by, lang)}</strong>.</p>`;
    const main = html`${until}${form()}`;
    return { title: words.appealTitle, lead: review?.says[lang] ?? "", main, back: places.results.to() };
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

/** The exams of a presentation that are over, or those to come with what is missing; nothing if there is none. */
function entrySection(visit: Visit, entry: Seen["entries"][number], { sat }: { readonly sat: boolean }): Html | false {
  const { lang, school, world } = visit;
  const words = certificationWords(lang).results;
  const law = lawOfSession(visit, entry);
  const held = (exam: string) => entry.groups.find((two) => two.exam === exam);
  const exams = entry.exams.filter((exam) => {
    const group = held(exam);
    return sat === (group !== undefined && new Date(group.until) < world.now());
  });
  if (exams.length === 0) return false;
  return html`<h3>${entry.session}</h3><ul>${exams.map((exam) => {
    const group = held(exam);
    const where = group?.room ?? (sat ? undefined : words.placeLater);
    const when = group ? [sayHours(group, school.timezone, lang), where].filter(Boolean).join(", ") : words.noWhen;
    return html`<li>${examLabel(law, exam, lang)} – ${when}${!sat && group && html`${convocationRows(group.convocation, lang)}${convocationLinks(visit, entry, group)}`}</li>`;
  })}</ul>${sat && html`<p>${sayAwaited(entry.awaited, visit.today)[lang]}</p>`}${!sat && entry.findings.length > 0 && html`<section class="ds-alert" data-color="warning"><p>${words.warned}</p>${findingList(entry.findings, lang)}</section>`}`;
}

/** To print it, to add it to one's calendar, and to tell the school that one cannot come. */
function convocationLinks(
  visit: Visit,
  { dossier, diploma }: Seen["entries"][number],
  { id, exam }: Seen["entries"][number]["groups"][number],
): Html {
  const words = certificationWords(visit.lang).results;
  return html`<p class="actions">${linkButton(visit.link(places.convocation.to({ group: id })), words.convocationGo(exam), "secondary")}${dossier !== null && linkButton(visit.link(messagesAt(diploma, dossier)), words.cannotGo(exam), "secondary")}</p>${addLink(visit, `exam-group-${id}`)}`;
}

/** What follows the diploma: what proves it already, and the parchment that the State makes. */
export function afterDiploma(
  { lang }: Visit,
  { outcome }: Pick<Result, "outcome">,
  parchment: Seen["parchment"],
): Html | false {
  const words = certificationWords(lang).results.graduate;
  return (
    outcome === "diploma" &&
    html`<h3>${words.steps}</h3><ul><li>${words.proof}</li>${parchment?.received ? "" : html`<li>${words.awaited}</li>`}<li>${words.livret}</li></ul>`
  );
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
    const from = origin ? sayOrigin(origin, lang) : sayParts(marked, lang);
    const counts =
      points === null ? "" : words.points(sayTotal(exam, marks, points, lang), sayNumber(threshold ?? 0, lang));
    return [examLabel({ diploma }, domain, lang), from, counts, sayStatus(diploma, status, lang)];
  });
  const outcome = words.outcome[result.outcome as keyof typeof words.outcome];
  const head = [all.session.exams, all.ruling.marks, words.result, all.jury.decided];
  return html`<section class="ds-card"><h2>${words.decided(result.session)}</h2>
<p><strong>${outcome}</strong> ${words.notified(sayDay(result.notifiedOn, lang))}${result.contestedFrom > result.notifiedOn && html` ${words.toldOn(sayDay(result.contestedFrom, lang))}`}</p>
${table({ id: `result-${result.id}`, caption: words.byExam, head, rows, stacks: true })}
${result.acquired.length > 0 && html`<p>${words.holds}${lang === "fr" ? "\u00a0" : ""}: ${sayList(result.acquired, lang)}.</p>`}</section>`;
}

type Result = Seen["results"][number];

/** When the exams that are left are sat again, and until when what is validated counts. */
export function againRows({ lang }: Visit, { again, completeBy }: Result, next: Seen["next"]): readonly SummaryRow[] {
  const words = certificationWords(lang).results;
  const sessions =
    next.length > 0
      ? sayParts(
          next.map((one) => `${one.name}, ${sayPeriod(one, lang)}`),
          lang,
        )
      : words.noSession;
  const until = completeBy !== null && {
    key: words.untilWhen,
    value: html`<strong>${words.until(sayDay(completeBy, lang))}</strong> ${words.untilAfter}`,
  };
  return [{ key: words.when, value: html`${sessions} ${again?.rule?.[lang]}` }, ...(until ? [until] : [])];
}

/** After the last decision, if exams are left: again when, until when what is validated counts, the price, whom to ask. */
function andNow(visit: Visit, result: Result, next: Seen["next"]): Html | false {
  const { lang } = visit;
  const words = certificationWords(lang).results;
  const { again, dossier, diploma } = result;
  if (!again) return false;
  const ask = messageLink(visit, { diploma, dossier }, words.askGo);
  const rows = [
    ...againRows(visit, result, next),
    { key: words.price, value: again.price?.[lang] ?? words.noPrice },
    { key: words.ask, value: html`${words.askWhy} ${ask}` },
  ];
  return html`<h3>${words.now}</h3>${summaryList(rows, lang)}`;
}

/** How to contest: before whom, and the last day; once it is over, only that. */
function contesting(visit: Visit, result: Result): Html {
  const { lang, today } = visit;
  const words = certificationWords(lang).results;
  const law = lawOfSession(visit, result);
  const national = juryPower(law, "appeal");
  const later = result.contestedFrom > result.notifiedOn;
  const personal = later ? juryPower(law, "appeal-from") : undefined;
  const open = result.remedies.filter(({ by }) => by === null || by >= today);
  const over = result.remedies.length > 0 && open.length === 0;
  return html`${(open.length > 0 || over || national) && html`<h3>${words.appealHeading}</h3>`}
${over && html`<p>${words.contestOver(sayDay(result.remedies[0]!.by!, lang))}</p>`}
${open.map(
  (
    { says, body, address, url, by, dayOff, source },
    index,
  ) => html`${by !== null && by !== open[index - 1]?.by && html`<p>${words.contestBy} <strong>${sayWeekday(by, lang)}</strong>.${dayOff && html` ${dayOff[lang]}`}${index === 0 && later && html` ${words.toldOn(sayDay(result.contestedFrom, lang))} ${personal?.label[lang]}`}</p>`}
${(body || address.length > 0) && html`<address>${[...(body ? [body[lang]] : []), ...address].map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</address>`}
<p>${says[lang]} <small>(${source[lang]})</small></p>
${url && html`<p class="actions">${linkButton(url, words.contestGo, "secondary")}</p>`}`,
)}
${mayAppeal(visit, result) && html`<p class="actions">${linkButton(visit.link(places.resultAppeal.to({ result: result.id })), words.appealGo, "secondary")}</p>`}
${appealed(visit, result)}
${!over && national && html`<p class="small">${words.appeal(national.label[lang], `${national.citation[lang]}, ${citeArticle(national.source.article, lang)}`, sayDay(result.contestedFrom, lang))}</p>`}`;
}

function appealed({ lang }: Visit, { appeal }: Result): Html | false {
  const words = certificationWords(lang).results;
  if (appeal === null) return false;
  const { answer } = appeal;
  if (answer === null) return html`<p>${words.appealed(sayDay(appeal.on, lang))}</p>`;
  return html`<p>${words.appealAnswered(sayDay(answer.on, lang))} ${words.appealOutcomes[answer.outcome]}</p>
<blockquote lang="">${answer.grounds}</blockquote>`;
}
