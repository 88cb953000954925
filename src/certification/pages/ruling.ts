/** One candidate before the jury: the proposal with every finding, marks, vote totals, an overridden mark, postponement. */
import { may } from "../../act/permissions.ts";
import { type Html, html } from "../../kit/html.ts";
import { sayList, sayNumber } from "../../kit/lang.ts";
import { allows } from "../../kit/machine.ts";
import { capital } from "../../kit/typography.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { asShown, carried, day, longText, pick } from "../../page/kinds.ts";
import { whole } from "../../page/number-kinds.ts";
import type { Visit } from "../../page/page.ts";
import {
  leaveCandidate,
  noteDirectorThere,
  noteVotes,
  reopenDecision,
  resumeCandidate,
  setMarkAnew,
} from "../juries/acts.ts";
import { sayOrigin } from "../../training/programmes/origin-words.ts";
import { seeJury } from "../juries/views.ts";
import { JURY, juryState } from "../rules/jury.ts";
import { certificationWords, componentLabel, sayMark, sayStatus } from "../words.ts";
import { mark } from "./marks-field.ts";
import { directorCalled, examLabel, findingList, lawOfSession, places } from "./places.ts";
import { noVote, sayDecided, sayRuled, type SeenJury } from "./jury.ts";
import { sayTotal } from "./total.ts";

type Seen = SeenJury & { readonly candidate: SeenJury["candidates"][number]; readonly next: string | undefined };

export const rulingPage = formPage({
  name: "jury-candidat",
  route: places.ruling,
  who: "hold a deliberation",
  words: (lang) => certificationWords(lang).ruling,
  seen: async (visit, { jury, entry }): Promise<Seen | undefined> => {
    const seen = await see(visit, seeJury, { jury });
    const index = seen?.candidates.findIndex((one) => one.entry === entry) ?? -1;
    const candidate = seen?.candidates[index];
    return seen && candidate && { ...seen, candidate, next: seen.candidates[index + 1]?.entry };
  },
  also: (form) => ({
    vote: form({
      item: "exam",
      fields: ({ lang, words }) => {
        const fault = certificationWords(lang).jury.missing.count;
        const count = (label: string) => whole({ label, most: 200, least: 0, fault });
        const counts = { for: count(words.for), against: count(words.against), abstain: count(words.abstain) };
        return { ...counts, shown: carried<string>(), proposed: asShown(certificationWords(lang).jury.proposal) };
      },
      begin: ({ visit, seen, item }) => {
        const result = seen.candidate.domains.find(({ domain }) => domain === item);
        return { ...result?.votes, shown: result?.shown ?? "", proposed: sayRuled(visit, seen, seen.candidate)[0] };
      },
      edits: true,
      on: { votes: "for" },
      go: ({ words }) => ({ label: words.voteGo, variant: "secondary" }),
      act: noteVotes,
      input: ({ for: yes, against, abstain, shown }, { params, item }) => ({
        ...params,
        exam: item,
        for: yes ?? 0,
        against: against ?? 0,
        abstain: abstain ?? 0,
        shown,
      }),
      done: (_, { params }) => places.ruling.to(params, { fait: "vote" }),
    }),
    anew: form({
      item: "exam",
      fields: ({ visit, lang, words, seen, item }) => {
        const { diploma } = lawOfSession(visit, seen.session);
        const exam = diploma.domains.find(({ domain }) => domain === item)?.exam;
        const components = exam?.components ?? [];
        const set = mark({
          label: words.mark,
          fault: certificationWords(lang).group.missing.mark(diploma.marks.max),
          max: diploma.marks.max,
        });
        return {
          component: pick({
            label: words.component,
            options: components.map(({ component, label }) => ({ value: component, label: label[lang] })),
            ...(components.length === 0 && { empty: words.together }),
            optional: true,
          }),
          mark: set,
          ground: longText({ rows: 2 }),
        };
      },
      check: ({ mark: points }, { visit, lang, seen }) => {
        const { max } = lawOfSession(visit, seen.session).diploma.marks;
        return points === undefined ? { mark: certificationWords(lang).group.missing.mark(max) } : {};
      },
      go: ({ words }) => ({ label: words.setAnewGo, variant: "secondary" }),
      act: setMarkAnew,
      input: ({ component, mark: points, ground }, { params, item }) => ({
        ...params,
        exam: item,
        ...(component !== undefined && { component }),
        mark: points ?? 0,
        ground,
      }),
      done: (_, { params }) => places.ruling.to(params, { fait: "note" }),
    }),
    leave: form({
      fields: { why: longText({ rows: 2 }) },
      go: ({ words }) => ({ label: words.leaveGo, variant: "secondary" }),
      act: leaveCandidate,
      input: ({ why }, { params }) => ({ ...params, ground: why }),
      done: (_, { params }) => places.ruling.to(params, { fait: "reste" }),
    }),
    resume: form({
      go: ({ words }) => ({ label: words.resume, variant: "secondary" }),
      act: resumeCandidate,
      done: (_, { params }) => places.ruling.to(params, { fait: "reste" }),
    }),
    reopen: form({
      fields: ({ words }) => ({ on: day({ label: words.reopenOn }), ground: longText({ rows: 2 }) }),
      go: ({ words }) => ({ label: words.reopenGo, variant: "secondary" }),
      act: reopenDecision,
      on: { session: "on", entry: "on" },
      done: ({ jury }) => places.jury.to({ jury }),
    }),
    director: form({
      go: ({ visit, lang, words, seen }) => ({
        label: (seen.candidate.director?.there ? words.directorAway : words.directorThere)(
          directorCalled(lawOfSession(visit, seen.session), lang),
        ),
        variant: "secondary",
      }),
      act: noteDirectorThere,
      input: (_, { params, seen }) => ({ ...params, there: seen.candidate.director?.there !== true }),
      done: (_, { params }) => places.ruling.to(params, { fait: "reste" }),
    }),
  }),
  told: ({ lang }) => certificationWords(lang).jury.done,
  shown: ({ visit, lang, words, seen, params }, { also }) => {
    const { candidate } = seen;
    const open = seen.mayHold;
    const main = html`${findingList(candidate.findings, lang)}
${candidate.director !== null && html`<p>${candidate.director.name} – ${(candidate.director.there ? words.directorThere : words.directorAway)(directorCalled(lawOfSession(visit, seen.session), lang))}</p>${open && also.director()}`}
${candidate.domains.filter(({ domain }) => candidate.exams.includes(domain)).map((domain) => ruled(visit, seen, domain, open ? also : undefined))}
${besides(visit, seen)}
${open && html`<h2>${words.leave}</h2>${candidate.left ? also.resume() : also.leave()}`}
${allows(JURY, "gone-back-to", juryState(seen.jury)) && may(visit.actor, reopenDecision.who) && html`<h2>${words.reopen}</h2><p>${words.reopenWhy}</p>${also.reopen()}`}
${seen.next !== undefined && html`<div class="actions">${linkButton(visit.link(places.ruling.to({ jury: params.jury, entry: seen.next })), certificationWords(lang).jury.next)}</div>`}`;
    return { title: candidate.name, main, back: places.jury.to({ jury: params.jury }) };
  },
});

/** What the candidate already holds, on which the jury does not rule. */
function besides({ lang }: Visit, { candidate }: Seen): Html {
  const held = candidate.domains.flatMap(({ domain, origin }) =>
    origin ? [`${domain} – ${sayOrigin(origin, lang)}`] : [],
  );
  if (held.length === 0) return html``;
  return html`<h2>${certificationWords(lang).candidate.held}</h2><ul>${held.map((line) => html`<li>${line}</li>`)}</ul>`;
}

type Also = Readonly<Record<"vote" | "anew", (item?: string, options?: { readonly of?: string }) => Html>>;

function ruled(visit: Visit, seen: Seen, result: Seen["candidate"]["domains"][number], also: Also | undefined): Html {
  const { lang } = visit;
  const words = certificationWords(lang);
  const { ruling } = words;
  const law = lawOfSession(visit, seen.session);
  const { exam } = law.diploma.domains.find(({ domain }) => domain === result.domain)!;
  const counted = result.marks.map(({ component, mark: given, anew }) => ({ component, mark: anew?.mark ?? given }));
  const points =
    result.points === null
      ? ""
      : ` (${words.results.points(sayTotal(exam, counted, result.points, lang), sayNumber(result.threshold ?? 0, lang))})`;
  const of = { of: words.session.presentOf(result.domain) };
  const marks = result.marks.map(({ component, by, mark: marked, missed, anew }) => {
    const what = [componentLabel(exam, component, lang), by === null ? "" : ruling.by(by)].filter(Boolean).join(", ");
    const original = sayMark(law.diploma, { mark: marked, missed }, lang);
    return html`<li>${what || ruling.together} – ${anew ? html`<strong>${sayNumber(anew.mark / 100, lang)}</strong> (${ruling.anew(anew.ground)} ; ${ruling.wasMarked} : ${original})` : original}</li>`;
  });
  return html`<section class="ds-card"><h2>${examLabel(law, result.domain, lang)}</h2>
<p><strong>${sayStatus(law.diploma, result.status, lang)}</strong>${points}${result.decided !== null && ` – ${sayDecided(visit, seen, result.decided)}`}</p>
<h3>${ruling.marks}</h3><ul>${marks}</ul>
<h3>${ruling.findings}</h3>${findingList(result.findings, lang)}
${result.votes && html`<p>${ruling.votes(result.votes.for, result.votes.against, result.votes.abstain)}</p>`}
${allows(JURY, "noted", juryState(seen.jury)) && html`<p>${result.entitled.length === 0 ? `${capital(noVote(visit, seen))}.` : ruling.entitled(sayList(result.entitled, lang))}</p>`}
${
  also &&
  html`<details class="ds-details"><summary>${ruling.vote}<span class="ds-sr-only"> ${of.of}</span></summary><p>${ruling.voteWhy}</p>${also.vote(result.domain, of)}</details>
<details class="ds-details"><summary>${ruling.setAnew}<span class="ds-sr-only"> ${of.of}</span></summary><p>${ruling.setAnewWhy}</p>${also.anew(result.domain, of)}</details>`
}</section>`;
}
