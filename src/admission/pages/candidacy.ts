/** A candidacy to decide: the rules' answers beside the decisions, the next acts, and the history. */
import { type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { mayMove } from "../../act/standing.ts";
import { isId } from "../../kit/shapes.ts";
import { capital } from "../../kit/typography.ts";
import { may, type Permission } from "../../act/permissions.ts";
import { see } from "../../page/acting.ts";
import { linkButton, summaryList } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import type { Params, Route } from "../../page/route.ts";
import { underItsLaw } from "../../dossier/pages/holding.ts";
import { aboutPerson } from "../../page/person-link.ts";
import { notHere } from "../../office/pages/own.ts";
import type { AuthorityDetails, DetailsOf } from "../facts.ts";
import { CANDIDACY, type CandidacyMove, decidingMove } from "../rules/candidacy.ts";
import { seeCandidacy, type SeenCandidacy, type Told } from "../views.ts";
import { dayAt, eligibilityFindings, opinionCalled, pathHtml, priceRow, stateTag, typed } from "./parts.ts";
import { places } from "./routes.ts";
import { signedPapers } from "./signed.ts";
import { admissionWords } from "./words.ts";

export async function candidacyOf(visit: Visit): Promise<SeenCandidacy | undefined> {
  const { dossier = "" } = visit.params;
  return isId(dossier) ? see(visit, seeCandidacy, { dossier }) : undefined;
}

export const candidacyPage: Page = {
  name: "admissions-candidature",
  path: places.candidacy.path,
  who: "see the admissions",
  view: async (visit): Promise<PageResult> => {
    const seen = await candidacyOf(visit);
    if (!seen) return notHere(visit);
    const lawfulVisit = underItsLaw(visit, seen.intake);
    const { lang, link, query } = visit;
    const words = admissionWords(lang);
    const main = html`${query.fait !== undefined && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${words.done.decide}</p>`}
${aboutPerson(visit, seen.dossier, seen.name)}
<p>${stateTag(seen.state, lang)}${seen.answerBy !== null && ` ${words.answerBy} ${sayDay(seen.answerBy, lang)}`}${seen.rank !== null && ` ${words.rank} ${seen.rank}`}</p>
<div class="actions">${linkButton(link(`/dossiers/${seen.dossier.id}`), words.candidacy.back, "secondary")}</div>
${seen.facts.some(({ kind }) => kind === "carried") ? html`<p>${words.candidacy.carriedWhy}</p>` : eligibility(lawfulVisit, seen)}
${relief(lawfulVisit, seen)}
${authority(lawfulVisit, seen)}
${listing(lawfulVisit, seen)}
${appealing(lawfulVisit, seen)}
${history(lawfulVisit, seen)}`;
    const back = `${places.admissions.to()}?campagne=${seen.intake.id}`;
    return { html: layout(visit, { title: seen.name ?? seen.dossier.number, main, back }) };
  },
};

/** A button to an act, if it is allowed now to this reader. */
function way(
  { actor, link }: Visit,
  { state, dossier, kept }: SeenCandidacy,
  {
    to,
    label,
    who,
    move,
  }: { to: Route<`${string}/:dossier/${string}`>; label: string; who: Permission; move: CandidacyMove },
): Html | false {
  const params = { dossier: dossier.id } as Params<`${string}/:dossier/${string}`>;
  return may(actor, who) && mayMove(CANDIDACY, move, { state, kept }) && linkButton(link(to.to(params)), label);
}

export function lastTold<K extends keyof DetailsOf>(
  facts: readonly Told[],
  kind: K,
): (Told & { readonly details: DetailsOf[K] }) | undefined {
  return facts.findLast((one) => one.kind === kind) as (Told & { readonly details: DetailsOf[K] }) | undefined;
}

function eligibility(visit: Visit, seen: SeenCandidacy): Html {
  const { lang } = visit;
  const words = admissionWords(lang).candidacy;
  const decided = lastTold(seen.facts, "eligibility");
  const outcome = seen.eligibility.outcome;
  return html`<h2>${words.eligibility}</h2>
${
  decided
    ? html`<p><strong>${words.decided(words.outcomes[decided.details.outcome] ?? "", dayAt(visit, decided.at), whoTold(decided, lang))}</strong>${decided.details.replaces !== undefined && ` ${words.replaces}`}</p>
${decided.details.ground !== "" && summaryList([{ key: words.ground, value: typed(decided.details.ground, seen.dossier.language) }], lang)}`
    : html`<p>${words.notDecided}</p>`
}
<h3>${words.computed}</h3>
<p>${capital(words.outcomes[outcome ?? ""] ?? words.noAnswer)}</p>
${eligibilityFindings(visit, seen.eligibility, seen.dossier.language)}
<div class="actions">${way(visit, seen, { to: places.eligibility, label: decided ? words.again : words.decide, who: "decide on admissions", move: decidingMove("eligibility", seen.facts) })}</div>`;
}

function relief(visit: Visit, seen: SeenCandidacy): Html {
  const { lang } = visit;
  const words = admissionWords(lang).candidacy;
  const decided = lastTold(seen.facts, "relief");
  const opinion = decided?.details.opinion;
  const granted = (decided?.details.facts.grants ?? []).length > 0;
  const language = seen.dossier.language;
  const rows = decided
    ? priceRow(visit, decided.details.quote, decided.details.quoteWithout)
    : priceRow(visit, seen.relief.quote, undefined);
  return html`<h2>${words.relief}</h2>
${decided?.details.carried ? html`<p><strong>${words.carriedRelief(sayDay(decided.details.on, lang))}</strong></p>` : decided ? html`<p><strong>${words.decided("", dayAt(visit, decided.at), whoTold(decided, lang)).replace(/ ?: ?\.$/, ".")}</strong></p>` : html`<p>${words.notDecided}</p>`}
${decided && decided.details.ground !== "" && summaryList([{ key: words.ground, value: typed(decided.details.ground, seen.dossier.language) }], lang)}
${
  opinion &&
  html`<p>${words.opinion(opinionCalled(visit.law, lang) ?? admissionWords(lang).relief.opinion, sayDay(opinion.on, lang))}${lang === "fr" ? "\u00a0: " : ": "}${opinion.favourable ? words.favourable : words.unfavourable}. ${typed(opinion.members.map(({ name, quality }) => [name, quality].filter(Boolean).join(", ")).join(" ; "))}</p>
<p>${typed(opinion.text)}</p>`
}
<h3>${decided ? words.reliefDecided : words.reliefComputed}</h3>
${pathHtml(visit, decided ? { ...decided.details.pathway, answer: seen.relief.pathway.answer ?? decided.details.pathway.answer } : seen.relief.pathway, { id: "units", said: language })}
${summaryList(rows, lang)}
<div class="actions">${way(visit, seen, { to: places.relief, label: words.reliefDecide, who: "decide on admissions", move: decidingMove("relief", seen.facts) })}${granted && linkButton(visit.link(`${places.candidacy.to({ dossier: seen.dossier.id })}/protocole.pdf`), words.protocol, "secondary")}${granted && may(visit.actor, "prepare the commission") && linkButton(visit.link(places.signedProtocol.to({ dossier: seen.dossier.id })), admissionWords(lang).signed.protocol, "secondary")}</div>
${signedPapers(visit, seen.signed)}`;
}

/** The contested domains of this candidacy's titles. */
function contested(seen: SeenCandidacy): string[] {
  const domains = (seen.relief.pathway.answer?.domains ?? []) as readonly { domain: string; exam: string }[];
  return domains.filter(({ exam }) => exam === "contested").map(({ domain }) => domain);
}

function authority(visit: Visit, seen: SeenCandidacy): Html | false {
  const { lang } = visit;
  const words = admissionWords(lang);
  const answers = seen.facts.filter(({ kind }) => kind === "authority");
  const waits = contested(seen).length > 0;
  if (answers.length === 0 && !waits) return false;
  return html`<h2>${words.candidacy.authority}</h2>
${waits && html`<p class="ds-alert" data-color="warning">${words.candidacy.authorityWhy}</p>`}
${answers.map(({ details }) => {
  const { title, domain, granted, by, on, paper } = details as AuthorityDetails;
  return html`<p>${words.authority.of(title, domain)}${lang === "fr" ? "\u00a0: " : ": "}${granted ? words.authority.yes : words.authority.no} (${by}, ${sayDay(on, lang)}${paper !== "" && `, ${paper}`})</p>`;
})}
<div class="actions">${way(visit, seen, { to: places.authority, label: words.candidacy.authorityDecide, who: "answer for the authority", move: decidingMove("authority", seen.facts) })}</div>`;
}

function listing(visit: Visit, seen: SeenCandidacy): Html | false {
  const { lang } = visit;
  const words = admissionWords(lang);
  const listed = lastTold(seen.facts, "listed");
  if (!listed) return false;
  const { decision, grounds } = listed.details;
  const office = { who: "prepare the commission" } as const;
  return html`<h2>${words.candidacy.list}</h2>
<p><strong>${words.candidacy.listed(words.commission.kinds[decision], dayAt(visit, listed.at))}</strong></p>
${grounds !== "" && summaryList([{ key: words.candidacy.ground, value: typed(grounds, seen.dossier.language) }], lang)}
<div class="actions">${way(visit, seen, { to: places.answer, label: words.candidacy.answer, move: "declined", ...office })}${way(visit, seen, { to: places.reoffer, label: words.candidacy.reoffer, move: "reoffered", ...office })}</div>`;
}

function appealing(visit: Visit, seen: SeenCandidacy): Html | false {
  const words = admissionWords(visit.lang).candidacy;
  const waits = seen.appeal !== null;
  const to = { to: places.appeal, label: waits ? words.appealAnswer : words.appealRecord } as const;
  const record = way(visit, seen, { ...to, move: "appealed", who: "prepare the commission" });
  return (
    record &&
    html`<h2>${words.appeal}</h2>
${waits && html`<p class="ds-alert" data-color="warning">${words.appealWaits}</p>`}
<div class="actions">${record}</div>`
  );
}

function history(visit: Visit, { facts }: SeenCandidacy): Html | false {
  const { lang } = visit;
  const words = admissionWords(lang).candidacy;
  return (
    facts.length > 0 &&
    html`<h2>${words.history}</h2>
<ol>${facts.map((one) => html`<li>${dayAt(visit, one.at)}${lang === "fr" ? "\u00a0: " : ": "}${words.by(words.kinds[one.kind] ?? one.kind, whoTold(one, lang))}</li>`)}</ol>`
  );
}

export function whoTold({ by }: Told, lang: Visit["lang"]): string {
  return admissionWords(lang).candidacy.actors[by] ?? by;
}

/** The declared titles, one line each. */
export function titlesSaid(visit: Visit, seen: SeenCandidacy): readonly string[] {
  return seen.titles.map(({ title, kind, awardedOn }) => {
    const named = visit.law.diploma.catalogue.find((one) => one.title === title)?.label[visit.lang];
    const unnamed = visit.law.diploma.titleKinds.find((one) => one.kind === kind)?.label[visit.lang];
    return `${capital(named ?? unnamed ?? title ?? kind ?? "")}, ${sayDay(awardedOn, visit.lang)}`;
  });
}
