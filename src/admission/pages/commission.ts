/** The commission of an intake: convening it, its members, the decisions, closing, and the closed state. */
import { type Html, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { allows } from "../../kit/machine.ts";
import { isId, longestOf } from "../../kit/shapes.ts";
import { may } from "../../act/permissions.ts";
import { printFor, see } from "../../page/acting.ts";
import type { At } from "../../page/declared.ts";
import { sayFinding } from "../../law/finding.ts";
import { under } from "../../page/field.ts";
import { formPage } from "../../page/form-page.ts";
import { choice, day, longText, pick, text, version } from "../../page/kinds.ts";
import { linkButton, summaryList, table } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import { entryList } from "../../page/entry-list.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { rows } from "../../page/rows.ts";
import { nameOfIntake } from "../../intake/words.ts";
import { whole } from "../../page/number-kinds.ts";
import { underItsLaw } from "../../dossier/pages/holding.ts";
import { findingList, shownFinding } from "../../inquiry/pages/result-view.ts";
import { resultWords } from "../../inquiry/pages/result-words.ts";
import { closeCommission, openCommission, proposeDecision, saveCommission } from "../commission-acts.ts";
import { listCommissions, type SeenCommission, seeCommission, seeSeats, type SeenSeats } from "../commission-views.ts";
import { MINUTES_TEMPLATE, minutesDocument } from "../documents/minutes.ts";
import { CANDIDACY } from "../rules/candidacy.ts";
import { COMMISSION, commissionState } from "../rules/commission.ts";
import { closingSentences } from "../sentences.ts";
import { groundsField } from "./closing-grounds.ts";
import { dayAt, stateTag, typed } from "./parts.ts";
import { signedPapers } from "./signed.ts";
import { places } from "./routes.ts";
import { admissionWords } from "./words.ts";

type Words = ReturnType<typeof admissionWords>;
type Params = { readonly commission: string };

/** The requested page of candidates, or the subset in `which`. */
async function commissionOf(
  visit: Visit,
  which: { readonly dossier?: string; readonly whole?: true } = {},
): Promise<SeenCommission | undefined> {
  const { commission = "" } = visit.params;
  const { apres } = visit.query;
  return isId(commission) && (which.dossier === undefined || isId(which.dossier))
    ? see(visit, seeCommission, { commission, ...(isId(apres) && { after: apres }), ...which })
    : undefined;
}

export const commissionsPage: Page = {
  name: "admissions-commissions",
  path: places.commissions.path,
  who: "see the commissions",
  view: async (visit) => {
    const { lang } = visit;
    const words = admissionWords(lang).commission;
    const { commissions } = (await see(visit, listCommissions, {})) ?? { commissions: [] };
    const entries = commissions.map(({ id, heldOn, closedAt, intake }) => ({
      to: places.commission.to({ commission: id }),
      label: words.title(nameOfIntake(intake, lang)),
      why: closedAt === null ? sayDay(heldOn, lang) : words.closed(dayAt(visit, closedAt)),
    }));
    const main =
      entries.length === 0
        ? html`<p>${visit.actor.kind === "guest" ? words.noneOpen : words.noneYet}</p>`
        : entryList(visit, entries);
    return {
      html: layout(visit, { title: words.all, lead: words.allLead, main, back: visit.person ? "/compte" : "/invite" }),
    };
  },
};

type Seats = SeenSeats["seats"];
type SeenSeatsOnly = Pick<SeenSeats, "seats" | "people">;

/** One row per seat: its holder, their presence, and whom they stand in for. */
function seatFields({ words, lang }: { words: Words; lang: Visit["lang"] }, { seats, people }: SeenSeatsOnly) {
  const labels = words.commission;
  return {
    heldOn: day({ label: labels.heldOn, missing: labels.heldOnMissing }),
    members: rows({
      label: labels.members,
      fields: () => ({
        name: text({ label: labels.seatName, optional: true }),
        actor: pick({
          label: labels.seatActor,
          options: people.map(({ actor, name }) => ({ value: actor, label: name })),
          empty: labels.seatNobody,
          optional: true,
        }),
        present: choice({
          label: labels.present,
          options: [
            { value: "yes", label: labels.presentYes },
            { value: "no", label: labels.presentNo },
          ],
          otherwise: "no",
        }),
        representing: text({ label: labels.representing, hint: labels.representingHint, optional: true }),
      }),
      counts: ["name", "actor"],
      count: seats.length,
      most: Math.max(1, seats.length),
      arranged: ({ name, actor, present, representing }, place) =>
        html`<fieldset class="ds-fieldset"><legend class="ds-label">${seats[place]?.label[lang]}</legend>${name}${actor}${present}${seats[place]?.represented === true && representing}</fieldset>`,
      say: (typed) => typed.map(({ name, actor }) => name ?? actor ?? "").join(", "),
    }),
  };
}

type Typed = {
  readonly place: number;
  readonly name?: string;
  readonly actor?: string;
  readonly present: "yes" | "no";
  readonly representing?: string;
};

function membersOf(typed: readonly Typed[], seats: Seats) {
  return typed.map(({ place, name, actor, present, representing }) => ({
    seat: seats[place]!.seat,
    ...(name !== undefined && { name }),
    ...(actor !== undefined && { actor }),
    present: present === "yes",
    ...(representing !== undefined && { representing }),
  }));
}

export const convenePage = formPage({
  name: "admissions-reunir",
  route: places.convene,
  who: "prepare the commission",
  words: admissionWords,
  seen: (visit, { intake }) => (isId(intake) ? see(visit, seeSeats, { intake }) : Promise.resolve(undefined)),
  form: {
    fields: ({ words, lang, seen }) => seatFields({ words, lang }, seen),
    begin: ({ visit }) => ({ heldOn: visit.today }),
    go: ({ words }) => words.commission.convene,
    act: openCommission,
    input: ({ heldOn, members }, { params, seen }) => ({
      intake: params.intake,
      heldOn,
      members: membersOf(members, seen.seats),
    }),
    done: ({ commission }) => places.commission.to({ commission }),
    on: { intake: "heldOn" },
    forbidden: () => ({ to: places.admissions.to() }),
  },
  shown: ({ words, lang, seen }, { form }) => ({
    title: words.commission.title(nameOfIntake(seen.label, lang)),
    lead: words.commission.membersLead,
    main: form(),
    back: places.admissions.to(),
  }),
});

export const membersPage = formPage({
  name: "admissions-membres",
  route: places.members,
  who: "prepare the commission",
  words: admissionWords,
  seen: async (visit, { commission }: Params) => {
    const seen = await commissionOf(visit);
    const seats = seen && (await see(visit, seeSeats, { intake: seen.intake.id }));
    return seats && { ...seen, people: seats.people, id: commission };
  },
  elsewhere: ({ seen, params }) =>
    isOpenTo("saved", seen) ? undefined : places.commission.to({ commission: params.commission }),
  form: {
    fields: ({ words, lang, seen }) => ({ ...seatFields({ words, lang }, seen), version: version() }),
    begin: ({ seen: { commission, seats } }) => ({
      heldOn: commission.heldOn,
      version: commission.version,
      members: commission.members.flatMap(({ seat, name, actor, present, representing }) => {
        const place = seats.findIndex((one) => one.seat === seat);
        if (place < 0) return [];
        return [
          {
            place,
            name,
            present: present ? ("yes" as const) : ("no" as const),
            ...(actor !== undefined && { actor }),
            ...(representing !== undefined && { representing }),
          },
        ];
      }),
    }),
    go: ({ words }) => words.commission.membersGo,
    act: saveCommission,
    input: ({ heldOn, members, version: read }, { params, seen }) => ({
      commission: params.commission,
      version: read,
      heldOn,
      members: membersOf(members, seen.seats),
    }),
    done: (_, { params }) => places.commission.to({ commission: params.commission }, { fait: "membres" }),
    stale: ({ words }) => ({ said: words.commission.stale }),
    on: { commission: "heldOn" },
    forbidden: ({ params }) => ({ to: places.commission.to({ commission: params.commission }) }),
  },
  shown: ({ words, lang, seen, params }, { form }) => ({
    title: words.commission.members,
    lead: `${words.commission.membersLead} ${nameOfIntake(seen.intake.label, lang)}`,
    main: form(),
    back: places.commission.to({ commission: params.commission }),
  }),
});

export const commissionPage: Page = {
  name: "admissions-commission",
  path: places.commission.path,
  who: "see the commissions",
  view: async (visit): Promise<PageResult> => {
    const seen = await commissionOf(visit);
    if (!seen) return { notFound: true };
    const { lang, query } = visit;
    const words = admissionWords(lang).commission;
    const title = words.title(nameOfIntake(seen.intake.label, lang));
    const { commission } = seen;
    const open = isOpenTo("closed", seen);
    const main = html`${query.fait !== undefined && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${words.saved}</p>`}
${open ? html`<p>${sayDay(commission.heldOn, lang)}</p>` : closedParts(visit, seen)}
${commission.addsTo !== null && html`<p>${words.addsTo}</p>`}
<h2>${words.members}</h2>
${summaryList(
  seen.seats.map(({ seat, label }) => {
    const member = commission.members.find((one) => one.seat === seat);
    const standing = member?.representing === undefined ? "" : ` (${words.stands(member.representing)})`;
    const there = member === undefined ? "" : `, ${member.present ? words.isPresent : words.isAbsent}`;
    return { key: label[lang], value: member ? `${member.name}${standing}${there}` : words.vacant };
  }),
  lang,
)}
${open && openParts(visit, seen)}
<h2>${words.decisions}</h2>
${decisions(visit, seen)}`;
    const back = may(visit.actor, "see the admissions")
      ? `${places.admissions.to()}?campagne=${seen.intake.id}`
      : places.commissions.to();
    return { html: layout(visit, { title, main, back }) };
  },
};

function isOpenTo(kind: "saved" | "proposed" | "closed", { commission }: Pick<SeenCommission, "commission">): boolean {
  return allows(COMMISSION, kind, commissionState(commission));
}

function closedParts(visit: Visit, { commission, closedOver, signed }: SeenCommission): Html {
  const { lang, link } = visit;
  const words = admissionWords(lang).commission;
  const params = { commission: commission.id };
  return html`<p><strong>${words.closed(dayAt(visit, commission.closedAt!))}</strong></p>
${summaryList([{ key: words.hash, value: html`<code class="hash">${commission.hash}</code>` }], lang)}
<div class="actions">${linkButton(link(`${places.commission.to(params)}/pv.pdf`), words.minutes, "secondary")}${may(visit.actor, "read the lists of the admitted") && linkButton(link(places.list.to(params)), words.list, "secondary")}${may(visit.actor, "prepare the commission") && linkButton(link(places.signedMinutes.to(params)), admissionWords(lang).signed.minutes, "secondary")}</div>
${
  closedOver.length > 0 &&
  html`<h2>${words.overClosed}</h2>${summaryList(
    closedOver.map(({ finding, ground }) => ({
      key: sayFinding(finding, closingSentences, lang).reason,
      value: typed(ground ?? "–"),
    })),
    lang,
  )}`
}
${signedPapers(visit, signed)}`;
}

function openParts(visit: Visit, seen: SeenCommission): Html {
  const { lang, link, actor } = visit;
  const words = admissionWords(lang).commission;
  const params = { commission: seen.commission.id };
  const lawfulVisit = underItsLaw(visit, seen.intake);
  const missing = seen.findings.map((one) => shownFinding(one, closingSentences, lang));
  const over = seen.closedOver.map(({ finding }) => shownFinding(finding, closingSentences, lang));
  return html`<div class="actions">${may(actor, "prepare the commission") && linkButton(link(places.members.to(params)), words.edit, "secondary")}${may(actor, "decide on admissions") && linkButton(link(places.closing.to(params)), words.close)}</div>
${
  missing.length > 0
    ? html`<section class="ds-alert" data-color="warning"><h2>${words.notYet}</h2>${findingList(missing, lawfulVisit, true)}</section>`
    : over.length === 0 && html`<p class="ds-alert" data-color="success">${words.ready}</p>`
}
${over.length > 0 && html`<section class="ds-alert" data-color="info"><h2>${words.over}</h2><p>${words.overLead}</p>${findingList(over, lawfulVisit, true)}</section>`}`;
}

function decisions(visit: Visit, seen: SeenCommission): Html {
  const { candidates, commission, next } = seen;
  const { lang, link, actor } = visit;
  const words = admissionWords(lang);
  const labels = words.commission;
  if (candidates.length === 0) return html`<p>${labels.nobody}</p>`;
  const open = isOpenTo("proposed", seen);
  const decides = open && may(actor, "prepare the commission");
  const reads = may(actor, "see the admissions");
  return html`${open && html`<p>${labels.decisionsLead}</p>`}
${table({
  id: "decisions",
  caption: labels.caption,
  stacks: true,
  head: [words.name, labels.fields.decision, labels.fields.grounds.label, open ? labels.decide : words.state],
  rows: candidates.map(({ dossier, number, name, decision, listRank, grounds, state }) => {
    const called = name ?? words.unnamed;
    const named = reads
      ? html`<a class="ds-link" href="${link(places.candidacy.to({ dossier }))}">${called}</a> <span class="small">${number}</span>`
      : html`${called} <span class="small">${number}</span>`;
    const kind =
      decision === null ? labels.undecided : `${labels.kinds[decision]}${listRank === null ? "" : ` (${listRank})`}`;
    const go = html`<a class="ds-link" href="${link(places.proposal.to({ commission: commission.id, dossier }))}">${labels.decide}<span class="ds-sr-only"> ${labels.decideOf(called)}</span></a>`;
    const awaited = decides && allows(CANDIDACY, "proposed", state);
    return [named, kind, grounds === "" ? "–" : typed(grounds), awaited ? go : stateTag(state, lang)];
  }),
})}${next !== null && html`<p><a class="ds-link" href="${link(places.commission.to({ commission: commission.id }, { apres: next }))}">${words.next}</a></p>`}`;
}

export const proposalPage = formPage({
  name: "admissions-decision",
  route: places.proposal,
  who: "prepare the commission",
  words: admissionWords,
  seen: async (visit, { dossier }) => {
    const seen = await commissionOf(visit, { dossier });
    const [candidate] = seen?.candidates ?? [];
    return seen && candidate && { ...seen, candidate };
  },
  elsewhere: ({ seen, params }) =>
    isOpenTo("proposed", seen) ? undefined : places.commission.to({ commission: params.commission }),
  form: {
    words: "commission",
    fields: ({ words: { commission: labels } }) => ({
      decision: choice({
        options: (["admitted", "waiting", "refused"] as const).map((value) => ({ value, label: labels.kinds[value] })),
      }),
      rank: under("decision", "waiting", whole({ most: 100_000 })),
      grounds: longText({ rows: 4, most: longestOf(proposeDecision.form.properties.grounds), optional: true }),
      version: version(),
    }),
    begin: ({ seen: { candidate } }) => ({
      ...(candidate.decision && { decision: candidate.decision }),
      ...(candidate.listRank !== null && { rank: candidate.listRank }),
      grounds: candidate.grounds,
      version: candidate.version,
    }),
    act: proposeDecision,
    input: ({ decision, rank, grounds, version: read }, { params }) => ({
      commission: params.commission,
      dossier: params.dossier,
      decision,
      ...(decision === "waiting" && rank !== undefined && { rank }),
      ...(grounds !== undefined && { grounds }),
      version: read,
    }),
    done: (_, { params }) => places.commission.to({ commission: params.commission }, { fait: "decision" }),
    edits: true,
    on: { candidacy: "decision", commission: "decision" },
    forbidden: ({ params }) => ({ to: places.commission.to({ commission: params.commission }) }),
  },
  shown: (page, { form }) => ({
    title: `${page.words.commission.fields.decision} – ${page.seen.candidate.name ?? page.seen.candidate.number}`,
    main: html`${interviewRead(page)}${form()}`,
    back: places.commission.to({ commission: page.params.commission }),
  }),
});

type Proposing = At<
  SeenCommission & { readonly candidate: SeenCommission["candidates"][number] },
  Words,
  Params & { readonly dossier: string }
>;

/** The interviewers' agreed appreciations, by criterion; the commission decides, not they. */
function interviewRead({ visit, lang, words: { commission: words }, seen }: Proposing): Html {
  const { interview } = seen.candidate;
  if (!interview) return html`<p>${words.noInterview}</p>`;
  const { criteria } = underItsLaw(visit, seen.intake).law.diploma.admission;
  const { agreed, day: on } = interview;
  const rows = criteria.flatMap(({ key, label }) => {
    const appreciation = agreed?.appreciations[key];
    return appreciation === undefined ? [] : [{ key: label[lang], value: typed(appreciation) }];
  });
  const remark = agreed && agreed.remark !== "" ? [{ key: words.remark, value: typed(agreed.remark) }] : [];
  return html`<section class="ds-card"><h2>${words.interview}</h2><p>${sayDay(on, lang)}</p>
${agreed ? summaryList([...rows, ...remark], lang) : html`<p>${words.notAgreed}</p>`}</section>`;
}

export const closingPage = formPage({
  name: "admissions-clore",
  route: places.closing,
  who: "decide on admissions",
  words: admissionWords,
  seen: (visit) => commissionOf(visit),
  elsewhere: ({ seen, params }: At<SeenCommission, Words, Params>) =>
    isOpenTo("closed", seen) ? undefined : places.commission.to({ commission: params.commission }),
  form: {
    fields: ({ seen, lang }) => ({ version: version(), grounds: groundsField(seen.closedOver, lang) }),
    begin: ({ seen }) => ({ version: seen.commission.version }),
    go: ({ words }) => words.commission.closeGo,
    act: closeCommission,
    done: (_, { params }) => places.commission.to({ commission: params.commission }),
    stale: ({ words }) => ({ said: words.commission.stale }),
    // The page itself shows what prevents closing.
    refused: () => ({ shown: true }),
    forbidden: ({ params }) => ({ to: places.commission.to({ commission: params.commission }) }),
  },
  shown: ({ visit, words, seen, lang, params }, { form }) => {
    const missing = seen.findings.map((one) => shownFinding(one, closingSentences, lang));
    const lawfulVisit = underItsLaw(visit, seen.intake);
    const ready = missing.length === 0;
    const over = seen.closedOver.length > 0;
    const main = ready
      ? html`${decisions(visit, seen)}${over && html`<h2>${words.commission.over}</h2><p>${words.commission.overLead}</p>`}${form()}`
      : html`<h2>${words.commission.notYet}</h2>${findingList(missing, lawfulVisit, true)}`;
    return {
      title: words.commission.closeTitle,
      lead: words.commission.closeLead,
      main,
      back: places.commission.to({ commission: params.commission }),
    };
  },
});

/** The minutes of a closed commission. */
export const minutesPdf: Page = {
  name: "admissions-pv",
  path: `${places.commission.path}/pv.pdf`,
  who: "see the commissions",
  view: async (visit): Promise<PageResult> => {
    const seen = await commissionOf(visit, { whole: true });
    if (!seen || isOpenTo("closed", seen)) return { notFound: true };
    const { documents } = visit.world;
    if (!documents) {
      const words = resultWords(visit.lang).pdf;
      const main = html`<h1>${words.unavailable}</h1><p>${words.unavailableWhy}</p>`;
      return { html: layout(visit, { title: words.unavailable, main }), status: 503 };
    }
    const { law } = underItsLaw(visit, seen.intake);
    const file = await printFor(visit, documents, MINUTES_TEMPLATE, minutesDocument({ law, seen }));
    return { file, type: "application/pdf", name: `pv-commission-${seen.commission.heldOn}.pdf` };
  },
};
