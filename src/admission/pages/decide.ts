/** Deciding: eligibility, relief, and what the authority answered; what the rules say stands above each form. */
import { type Html, html } from "../../kit/html.ts";
import { longestOf } from "../../kit/shapes.ts";
import type { At } from "../../page/declared.ts";
import { formPage } from "../../page/form-page.ts";
import { choice, day, longText, text, ticks } from "../../page/kinds.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { rows } from "../../page/rows.ts";
import { domainName } from "../../inquiry/path-documents/pathway.ts";
import { underItsLaw } from "../../dossier/pages/holding.ts";
import { notHere } from "../../office/pages/own.ts";
import { decideEligibility, decideRelief } from "../decide-acts.ts";
import type { SeenCandidacy } from "../views.ts";
import { candidacyOf, lastTold, titlesSaid } from "./candidacy.ts";
import { eligibilityFindings, opinionCalled, pathHtml } from "./parts.ts";
import { places } from "./routes.ts";
import { admissionWords } from "./words.ts";
import { hours } from "./hours.ts";

type Words = ReturnType<typeof admissionWords>;
type Seen = At<SeenCandidacy, Words, { readonly dossier: string }>;

const back = ({ dossier }: { readonly dossier: string }) => places.candidacy.to({ dossier });
const done = (params: { readonly dossier: string }) =>
  places.candidacy.to({ dossier: params.dossier }, { fait: "decide" });
const missing = (visit: Visit): Promise<PageResult> => notHere(visit);

function lawful({ visit, seen }: Pick<Seen, "visit" | "seen">): Visit {
  return underItsLaw(visit, seen.intake);
}

type Verdict = "declared" | "recognised" | "refused";

export const eligibilityPage = formPage({
  name: "admissions-recevabilite",
  route: places.eligibility,
  who: "decide on admissions",
  words: admissionWords,
  seen: candidacyOf,
  missing,
  form: {
    fields: (at) => {
      const { words, seen } = at;
      const named = titlesSaid(lawful(at), seen);
      const { eligibility: said } = words;
      return {
        outcome: choice({
          label: said.outcome,
          options: [
            { value: "eligible", label: said.yes },
            { value: "not-eligible", label: said.no },
          ],
          missing: said.missing,
        }),
        titles: rows({
          label: said.titles,
          fields: (place) => ({
            verdict: choice({
              label: said.title1(named[place] ?? ""),
              options: [
                { value: "declared", label: said.asDeclared },
                { value: "recognised", label: said.recognised },
                { value: "refused", label: said.refused },
              ],
              otherwise: "declared",
            }),
            why: text({ label: said.titleGround, optional: true }),
          }),
          count: Math.max(1, named.length),
          most: Math.max(1, named.length),
          check: ({ verdict, why }) =>
            verdict !== "declared" && why === undefined ? { why: said.titleGroundMissing } : {},
          arranged: ({ verdict, why }) => html`<div class="stack">${verdict}${why}</div>`,
          say: (typed) => typed.map(({ verdict }) => verdict).join(", "),
        }),
        ground: longText({
          label: said.ground,
          hint: said.groundHint,
          rows: 4,
          most: longestOf(decideEligibility.form.properties.ground),
          optional: true,
        }),
      };
    },
    begin: ({ seen }) => {
      const last = lastTold(seen.facts, "eligibility")?.details;
      const computed = seen.eligibility.outcome;
      return {
        ...(last ? { outcome: last.outcome } : computed === "eligible" ? { outcome: "eligible" as const } : {}),
        titles: seen.titles.map((_, place) => {
          const said = last?.titles.find(({ title }) => title === place);
          const verdict: Verdict = said === undefined ? "declared" : said.recognised ? "recognised" : "refused";
          return {
            place,
            verdict,
            ...(said && { why: said.ground }),
          };
        }),
      };
    },
    go: ({ words }) => words.eligibility.go,
    act: decideEligibility,
    input: ({ outcome, titles, ground }, { params, seen }) => {
      const before = lastTold(seen.facts, "eligibility");
      const judged = titles.filter(({ verdict }) => verdict !== "declared");
      return {
        dossier: params.dossier,
        outcome,
        ...(ground !== undefined && { ground }),
        ...(judged.length > 0 && {
          titles: judged.map(({ place, verdict, why }) => ({
            title: place,
            recognised: verdict === "recognised",
            ground: why ?? "",
          })),
        }),
        ...(before && { seen: before.id }),
      };
    },
    done: (_, { params }) => done(params),
    stale: ({ words }) => ({ said: words.eligibility.stale }),
    on: { dossier: "outcome" },
    forbidden: ({ params }) => ({ to: back(params) }),
  },
  shown: (at, forms) => ({
    title: at.words.eligibility.title,
    lead: at.words.eligibility.lead,
    main: html`${beside(at)}${forms.form()}`,
    back: back(at.params),
  }),
});

/** What the rules answer, before it is decided. */
function beside(at: Seen): Html {
  const { words, seen } = at;
  const { outcome } = seen.eligibility;
  return html`<section class="ds-card"><h2>${words.candidacy.computed}</h2>
<p><strong>${words.candidacy.outcomes[outcome ?? ""] ?? words.candidacy.noAnswer}</strong></p>
${eligibilityFindings(lawful(at), seen.eligibility, seen.dossier.language)}</section>`;
}

export const reliefPage = formPage({
  name: "admissions-allegements",
  route: places.relief,
  who: "decide on admissions",
  words: admissionWords,
  seen: candidacyOf,
  missing,
  form: {
    fields: (at) => {
      const { lang, seen } = at;
      const said = at.words.relief;
      const { law } = lawful(at);
      const units = grantable(at);
      const held = seen.asked.held.map(({ domain }) => ({
        value: domain,
        label: domainName(law.diploma, domain, lang),
      }));
      return {
        ...(held.length > 0 && {
          held: ticks({ label: said.held, hint: said.heldHint, options: held, optional: true }),
        }),
        ...(units.length > 0 && {
          granted: rows({
            label: said.granted,
            fields: (place) => ({
              hours: hours({ label: unitName(at, units[place] ?? ""), suffix: said.hours, fault: said.hoursFault }),
            }),
            count: units.length,
            most: units.length,
            arranged: ({ hours: field }) => html`${field}`,
            say: (typed) => typed.map(({ hours: one }) => String(one)).join(", "),
          }),
          on: day({ label: said.opinionOn, missing: said.opinionFault, optional: true }),
          members: longText({ label: said.members, hint: said.membersHint, rows: 4, optional: true }),
          favourable: choice({
            label: said.favourable,
            options: [
              { value: "yes", label: said.yes },
              { value: "no", label: said.no },
            ],
            optional: true,
          }),
          opinion: longText({ label: said.text, rows: 3, optional: true }),
        }),
        ground: longText({ label: said.ground, hint: said.groundHint, rows: 3, optional: true }),
      };
    },
    begin: (at) => {
      const { seen } = at;
      const last = lastTold(seen.facts, "relief")?.details;
      const from = last?.facts ?? seen.asked;
      const granted = grantable(at).flatMap((unit, place) => {
        const found = from.grants?.find((one) => one.unit === unit);
        return found ? [{ place, hours: found.hours }] : [];
      });
      return { held: from.held.map(({ domain }) => domain), granted };
    },
    arranged: ({ held, granted, on, members, favourable, opinion, ground }, at) => html`<div class="stack">
${held}
${
  granted &&
  html`<fieldset class="ds-fieldset"><legend class="ds-label">${at.words.relief.granted}</legend><div class="fields">${granted}</div></fieldset>
<fieldset class="ds-fieldset"><legend class="ds-label">${opinionCalled(lawful(at).law, at.visit.lang) ?? at.words.relief.opinion}</legend><p class="ds-paragraph">${at.words.relief.opinionHint}</p>${on}${members}${favourable}${opinion}</fieldset>`
}
${ground}</div>`,
    go: ({ words }) => words.relief.go,
    act: decideRelief,
    input: ({ held, granted, on, members, favourable, opinion, ground }, at) => {
      const { params, seen } = at;
      const units = grantable(at);
      const before = lastTold(seen.facts, "relief");
      const grants = (granted ?? []).map(({ place, hours: given }) => ({ unit: units[place]!, hours: given ?? 0 }));
      return {
        dossier: params.dossier,
        ...(granted && { grants }),
        held: seen.asked.held.filter(({ domain }) => held?.includes(domain)),
        ...(on !== undefined && {
          opinion: { on, members: membersIn(members ?? ""), favourable: favourable !== "no", text: opinion ?? "" },
        }),
        ...(ground !== undefined && { ground }),
        ...(before && { seen: before.id }),
      };
    },
    done: (_, { params }) => done(params),
    stale: ({ words }) => ({ said: words.eligibility.stale }),
    on: { opinion: "on", grants: "granted", dossier: "ground" },
    forbidden: ({ params }) => ({ to: back(params) }),
  },
  shown: (at, forms) => ({
    title: at.words.relief.title,
    lead: grantable(at).length > 0 ? `${at.words.relief.lead} ${at.words.relief.granting}` : at.words.relief.lead,
    main: html`<section class="ds-card"><h2>${at.words.candidacy.reliefComputed}</h2>${pathHtml(lawful(at), at.seen.relief.pathway, { id: "units", said: at.seen.dossier.language })}</section>
${forms.form()}`,
    back: back(at.params),
  }),
});

/** Units of which a school may grant hours at all. */
function grantable(at: Seen): string[] {
  const { diploma } = lawful(at).law;
  const { grants } = diploma;
  if (!grants) return [];
  return diploma.domains
    .flatMap(({ units }) => units.map(({ unit }) => unit))
    .filter((unit) => !grants.never.includes(unit));
}

function unitName(at: Seen, unit: string): string {
  const found = lawful(at)
    .law.diploma.domains.flatMap(({ units }) => units)
    .find((one) => one.unit === unit);
  return found ? `${unit} – ${found.label[at.lang]}` : unit;
}

/** « Ines Vidal, responsable de formation », one a line. */
function membersIn(typed: string): { name: string; quality: string }[] {
  return typed.split("\n").flatMap((line) => {
    const [name = "", ...quality] = line.split(",").map((part) => part.trim());
    return name === "" ? [] : [{ name: name.slice(0, 200), quality: quality.join(", ").slice(0, 200) }];
  });
}
