/** Deciding eligibility and relief: the rules' answer stands above each form. */
import { type Html, html } from "../../kit/html.ts";
import { longestOf } from "../../kit/shapes.ts";
import type { At } from "../../page/declared.ts";
import { shownBefore } from "../../page/before-change.ts";
import { formPage } from "../../page/form-page.ts";
import { choice, day, longText, text, ticks } from "../../page/kinds.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { aboutPerson } from "../../page/person-link.ts";
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
    fields: (page) => {
      const { words, seen } = page;
      const named = titlesSaid(lawful(page), seen);
      const { eligibility: labels } = words;
      return {
        outcome: choice({
          label: labels.outcome,
          options: [
            { value: "eligible", label: labels.yes },
            { value: "not-eligible", label: labels.no },
          ],
          missing: labels.missing,
        }),
        titles: rows({
          label: labels.titles,
          fields: (place) => ({
            verdict: choice({
              label: labels.title1(named[place] ?? ""),
              options: [
                { value: "declared", label: labels.asDeclared },
                { value: "recognised", label: labels.recognised },
                { value: "refused", label: labels.refused },
              ],
              otherwise: "declared",
            }),
            why: text({ label: labels.titleGround, optional: true }),
          }),
          count: Math.max(1, named.length),
          most: Math.max(1, named.length),
          check: ({ verdict, why }) =>
            verdict !== "declared" && why === undefined ? { why: labels.titleGroundMissing } : {},
          arranged: ({ verdict, why }) => html`<div class="stack">${verdict}${why}</div>`,
          say: (typed) => typed.map(({ verdict }) => verdict).join(", "),
        }),
        ground: longText({
          label: labels.ground,
          hint: labels.groundHint,
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
          const recognition = last?.titles.find(({ title }) => title === place);
          const verdict: Verdict =
            recognition === undefined ? "declared" : recognition.recognised ? "recognised" : "refused";
          return {
            place,
            verdict,
            ...(recognition && { why: recognition.ground }),
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
  shown: (page, forms) => ({
    title: page.words.eligibility.title,
    lead: page.words.eligibility.lead,
    main: html`${aboutPerson(page.visit, page.seen.dossier, page.seen.name)}${beside(page)}${forms.form()}`,
    back: back(page.params),
  }),
});

/** The rules' answer, before the decision. */
function beside(page: Seen): Html {
  const { words, seen } = page;
  const { outcome } = seen.eligibility;
  return html`<section class="ds-card"><h2>${words.candidacy.computed}</h2>
<p><strong>${words.candidacy.outcomes[outcome ?? ""] ?? words.candidacy.noAnswer}</strong></p>
${eligibilityFindings(lawful(page), seen.eligibility, seen.dossier.language)}</section>`;
}

export const reliefPage = formPage({
  name: "admissions-allegements",
  route: places.relief,
  who: "decide on admissions",
  words: admissionWords,
  seen: candidacyOf,
  missing,
  form: {
    fields: (page) => {
      const { lang, seen } = page;
      const labels = page.words.relief;
      const { law } = lawful(page);
      const units = grantable(page);
      const held = seen.asked.held.map(({ domain }) => ({
        value: domain,
        label: domainName(law.diploma, domain, lang),
      }));
      return {
        ...(held.length > 0 && {
          held: ticks({ label: labels.held, hint: labels.heldHint, options: held, optional: true }),
        }),
        ...(units.length > 0 && {
          granted: rows({
            label: labels.granted,
            fields: (place) => ({
              hours: hours({
                label: unitName(page, units[place] ?? ""),
                suffix: labels.hours,
                fault: labels.hoursFault,
              }),
            }),
            count: units.length,
            most: units.length,
            arranged: ({ hours: field }) => html`${field}`,
            say: (typed) => typed.map(({ hours: one }) => String(one)).join(", "),
          }),
          on: day({ label: labels.opinionOn, missing: labels.opinionFault, optional: true }),
          members: longText({ label: labels.members, hint: labels.membersHint, rows: 4, optional: true }),
          favourable: choice({
            label: labels.favourable,
            options: [
              { value: "yes", label: labels.yes },
              { value: "no", label: labels.no },
            ],
            optional: true,
          }),
          opinion: longText({ label: labels.text, rows: 3, optional: true }),
        }),
        ground: longText({ label: labels.ground, hint: labels.groundHint, rows: 3, optional: true }),
      };
    },
    begin: (page) => {
      const { seen } = page;
      const last = lastTold(seen.facts, "relief")?.details;
      const from = last?.facts ?? seen.asked;
      const granted = grantable(page).flatMap((unit, place) => {
        const grant = from.grants?.find((one) => one.unit === unit);
        return grant ? [{ place, hours: grant.hours }] : [];
      });
      return { held: from.held.map(({ domain }) => domain), granted };
    },
    arranged: ({ held, granted, on, members, favourable, opinion, ground }, page) => html`<div class="stack">
${held}
${
  granted &&
  html`<fieldset class="ds-fieldset"><legend class="ds-label">${page.words.relief.granted}</legend><div class="fields">${granted}</div></fieldset>
<fieldset class="ds-fieldset"><legend class="ds-label">${opinionCalled(lawful(page).law, page.visit.lang) ?? page.words.relief.opinion}</legend><p class="ds-paragraph">${page.words.relief.opinionHint}</p>${on}${members}${favourable}${opinion}</fieldset>`
}
${ground}</div>`,
    go: ({ words }) => words.relief.go,
    confirm: async (typed, page) => {
      const { visit, words, params } = page;
      const parts = await shownBefore(visit, { of: "hours", dossier: params.dossier, ...givenIn(typed, page) });
      return parts.length === 0 ? undefined : { title: words.relief.check, lead: html`${parts}`, go: words.relief.go };
    },
    act: decideRelief,
    input: (typed, page) => {
      const { params, seen } = page;
      const { on, members, favourable, opinion, ground } = typed;
      const before = lastTold(seen.facts, "relief");
      const { grants, held } = givenIn(typed, page);
      return {
        dossier: params.dossier,
        ...(grants && { grants }),
        held,
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
  shown: (page, forms) => ({
    title: page.words.relief.title,
    lead:
      grantable(page).length > 0 ? `${page.words.relief.lead} ${page.words.relief.granting}` : page.words.relief.lead,
    main: html`${aboutPerson(page.visit, page.seen.dossier, page.seen.name)}<section class="ds-card"><h2>${page.words.candidacy.reliefComputed}</h2>${pathHtml(lawful(page), page.seen.relief.pathway, { id: "units", said: page.seen.dossier.language })}</section>
${forms.form()}`,
    back: back(page.params),
  }),
});

type Granting = {
  readonly granted?: readonly { readonly place: number; readonly hours?: number | undefined }[] | undefined;
  readonly held?: readonly string[] | undefined;
};

/** What is decided, as typed. */
function givenIn({ granted, held }: Granting, page: Seen) {
  const units = grantable(page);
  return {
    grants: granted?.map(({ place, hours: given }) => ({ unit: units[place]!, hours: given ?? 0 })),
    held: page.seen.asked.held.filter(({ domain }) => held?.includes(domain)),
  };
}

/** Units for which a school may grant hours at all. */
function grantable(page: Seen): string[] {
  const { diploma } = lawful(page).law;
  const { grants } = diploma;
  if (!grants) return [];
  return diploma.domains
    .flatMap(({ units }) => units.map(({ unit }) => unit))
    .filter((unit) => !grants.never.includes(unit));
}

function unitName(page: Seen, unit: string): string {
  const unitEntry = lawful(page)
    .law.diploma.domains.flatMap(({ units }) => units)
    .find((one) => one.unit === unit);
  return unitEntry ? `${unit} – ${unitEntry.label[page.lang]}` : unit;
}

/** Parses « Ines Vidal, responsable de formation », one member per line. */
function membersIn(typed: string): { name: string; quality: string }[] {
  return typed.split("\n").flatMap((line) => {
    const [name = "", ...quality] = line.split(",").map((part) => part.trim());
    return name === "" ? [] : [{ name: name.slice(0, 200), quality: quality.join(", ").slice(0, 200) }];
  });
}
