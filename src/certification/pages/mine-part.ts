/** What a trainee's first page shows of the exams: the next one with its hour and place, that the jury decides, or what it decided. */
import { href, html } from "../../kit/html.ts";
import { inBoth } from "../../kit/in-both.ts";
import { sayDay } from "../../kit/lang.ts";
import { sayWeekday } from "../../kit/moment.ts";
import { capital } from "../../kit/typography.ts";
import { see } from "../../page/acting.ts";
import { summaryList } from "../../page/form.ts";
import type { MineParts } from "../../page/mine.ts";
import type { SignedVisit } from "../../page/page.ts";
import { myResults } from "../views.ts";
import { sayAwaited } from "../awaited-words.ts";
import { certificationWords, sayStatus } from "../words.ts";
import { examLabel, lawOfSession, places, sayHours } from "./places.ts";
import { collectSection } from "./parchment.ts";
import { afterDiploma, againRows } from "./results.ts";

const words = inBoth({
  next: ["Votre prochaine épreuve", "Your next exam"],
  go: ["Voir ma convocation", "See my convocation"],
  over: ["Vos épreuves sont passées", "Your exams are over"],
  overWhy: [
    "Le jury décide, et l’État notifie sa décision. Vous la lisez ici dès que l’école la connaît : un courriel vous le dit.",
    "The jury decides, and the State notifies its decision. You read it here as soon as the school knows it: a mail tells you.",
  ],
  exams: ["Voir mes épreuves", "See my exams"],
  decided: ["Le jury a décidé", "The jury has decided"],
  more: ["Voir mes résultats", "See my results"],
});

export const examsMinePart: MineParts = async (visit) => {
  const { lang, link, school } = visit;
  const seen = await see(visit, myResults, {});
  const entries = seen?.entries ?? [];
  const ahead = entries.filter(({ ruled }) => !ruled);
  const all = ahead.flatMap((entry) => entry.groups.map((group) => ({ ...group, entry })));
  const now = visit.world.now();
  const [next] = all.filter(({ until }) => new Date(until) >= now).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const said = words[lang];
  if (next) {
    const exam = capital(examLabel(lawOfSession(visit, next.entry), next.exam, lang));
    const where = next.room ?? certificationWords(lang).results.placeLater;
    const when = `${sayHours(next, school.timezone, lang)}, ${where}`;
    const main = html`<section class="step" aria-labelledby="step"><h2 id="step">${said.next}</h2>
<p><strong>${capital(when)}</strong><br>${exam}</p>
<a class="ds-button" href="${href(link(places.results.to()))}">${said.go}</a></section>`;
    return [{ place: "today", html: main }];
  }
  const held = ahead.some(
    ({ exams, groups }) => exams.length > 0 && exams.every((one) => groups.some((group) => group.exam === one)),
  );
  if (!held) return seen ? [...graduate(visit, seen), ...decided(visit, seen, { waits: ahead.length > 0 })] : [];
  const main = html`<section class="step" aria-labelledby="step"><h2 id="step">${said.over}</h2>
${ahead.map(({ awaited }) => html`<p>${sayAwaited(awaited, visit.today)[lang]}</p>`)}<p>${said.overWhy}</p>
<a class="ds-button" data-variant="secondary" href="${href(link(places.results.to()))}">${said.exams}</a></section>`;
  return [{ place: "today", html: main }];
};

/** The diploma first: what proves it, the results, and where the parchment is; a survey or a message comes after. */
function graduate(visit: SignedVisit, { results, attestations, parchment }: Seen) {
  const { lang, link } = visit;
  const result = results.at(-1);
  if (result?.outcome !== "diploma") return [];
  const said = certificationWords(lang).results;
  const words = said.graduate;
  const [attested] = attestations.filter(({ outcome }) => outcome === "diploma");
  const proof =
    attested &&
    html`<a class="ds-button" href="${href(link(places.attestation.to({ enrolment: attested.enrolment })))}">${said.attestationPdf}</a>`;
  const collects = parchment?.received && !parchment.handedOver;
  const main = html`<section class="step" aria-labelledby="result"><h2 id="result">${capital(said.outcome.diploma)}</h2>
<p>${said.notified(sayDay(result.notifiedOn, lang))}</p>
<div class="actions">${proof}<a class="ds-button" data-variant="secondary" href="${href(link(places.results.to()))}">${words.results}</a></div>
${collects ? collectSection(visit, parchment.received!, result) : afterDiploma(visit, result, parchment)}</section>`;
  const hides =
    collects && attested ? [{ key: "collectParchment", chain: `enrolment:${attested.enrolment}`, part: "" }] : [];
  return [{ place: "today" as const, html: main, hides }];
}

const ACQUIRED = ["validated", "dispensed", "held"];

type Seen = NonNullable<Awaited<ReturnType<typeof myResults.read>>>;

/** The last decision, while exams are left: which, when again, until when the others count, and how to contest. */
function decided(visit: SignedVisit, { results, next }: Seen, { waits }: { readonly waits: boolean }) {
  const { lang, link, today } = visit;
  const result = results.at(-1);
  if (!result?.again) return [];
  const said = certificationWords(lang).results;
  const law = lawOfSession(visit, result);
  const left = result.domains.filter(({ status }) => !ACQUIRED.includes(status));
  const last = result.remedies.map(({ by }) => by).findLast((by) => by !== null && by >= today);
  const lodged = result.appeal?.answer === null ? said.appealed(sayDay(result.appeal.on, lang)) : undefined;
  const contest = lodged ?? (last ? `${said.appealHeading} ${said.contestBy} ${sayWeekday(last, lang)}.` : undefined);
  const to = href(link(places.results.to()));
  const rows = summaryList(waits ? againRows(visit, result, next).slice(1) : againRows(visit, result, next), lang);
  const main = html`<section class="step" aria-labelledby="result"><h2 id="result">${words[lang].decided}</h2>
<p>${said.outcome[result.outcome as keyof typeof said.outcome]} ${said.notified(sayDay(result.notifiedOn, lang))}</p>
<ul>${left.map(({ domain, status }) => html`<li><strong>${capital(examLabel(law, domain, lang))}\u00a0: ${sayStatus(law.diploma, status, lang)}</strong></li>`)}</ul>
${rows}${contest && html`<p>${contest}</p>`}
<a class="ds-button" href="${to}">${words[lang].more}</a></section>`;
  return [{ place: "today" as const, html: main }];
}
