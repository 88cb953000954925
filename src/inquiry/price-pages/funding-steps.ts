/** The inputs of the price: the track, and who pays what. */
import type { Draft, PlanDraft } from "../rules/draft.ts";
import { asked } from "../pages/asked.ts";
import type { At, Journey, Step } from "../pages/step.ts";
import { html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { hasDecimals } from "../../kit/schema.ts";
import type { Law } from "../../law/law.ts";
import { capital } from "../../kit/typography.ts";
import { LIMITS } from "../../law/input.ts";
import { type FieldError, group, radios, textField } from "../../page/form.ts";
import { choice } from "../../page/kinds.ts";
import { readNumber, textOf } from "../../page/form-values.ts";
import { planOf, quoteInput, withPlan } from "../path-pages/plan.ts";
import { sayFunding } from "../price-documents/price.ts";
import { quoteRejection } from "../../decisions/quote/input.ts";
import { payersOf, REQUESTS } from "./request-steps.ts";
import { fundingWords } from "./words.ts";

const RESULT = "resultat";

export const trackStep = asked({
  name: "cursus",
  applies: ({ visit }: At) => visit.law.school.tracks.length > 1,
  otherwise: RESULT,
  heading: ({ visit, journey }: At) => trackHeading(visit.lang, journey),
  fields: ({ journey, visit: { lang, law } }) => ({
    track: choice({
      label: trackHeading(lang, journey),
      heading: true,
      options: law.school.tracks.map((entry) => ({
        value: entry.track,
        label: capital(entry.label[lang]),
        hint: addedBy(law.school, entry.track, lang),
      })),
      missing: fundingWords(lang).track.choose,
    }),
  }),
  begin: ({ visit, draft }) => {
    const { track } = planOf(visit.law, draft);
    return track === undefined ? {} : { track };
  },
  keep: ({ track }, { draft }) => withPlan(draft, { track }),
  next: () => RESULT,
  back: ({ draft, journey }: At) => {
    if (journey.voice === "dossier") return undecided(draft) ? journey.start : RESULT;
    return draft.plan?.track === undefined ? "titres" : RESULT;
  },
});

/** What is charged on this track alone. */
function addedBy({ price }: Law["school"], track: string, lang: Lang): string | undefined {
  const lines = price.lines.filter((line) => line.tracks?.includes(track) && line.quantity !== undefined);
  if (lines.length === 0) return undefined;
  const sum = lines.reduce((all, { quantity = 0, unitAmount }) => all + quantity * unitAmount, 0);
  const names = lines.map(({ label, quantity = 0, unitAmount }) => ({ name: label[lang], quantity, unitAmount }));
  return fundingWords(lang).track.adds(sum, names);
}

function trackHeading(lang: Lang, journey: Journey): string {
  const { heading, inDossier } = fundingWords(lang).track;
  return journey.voice === "dossier" ? inDossier : heading;
}

type FundingValue = { readonly amounts: { readonly [funder: string]: string }; readonly rest: string };

function others({ visit }: Pick<At, "visit">) {
  return visit.law.school.funders.filter((one) => !one.personal);
}

/** Whether the school names another payer; otherwise the person pays, which is stated, not asked. */
export function asksWhoPays(at: Pick<At, "visit">): boolean {
  return others(at).length > 0;
}

function personalOf({ visit }: Pick<At, "visit">): string {
  return visit.law.school.funders.find((one) => one.personal)!.funder;
}

export const fundingStep: Step<FundingValue> = {
  name: "financement",
  // In a dossier the plan is submitted: it shows that there is no other payer, and continues.
  applies: (at) => asksWhoPays(at) || at.journey.voice === "dossier",
  otherwise: RESULT,
  heading: (at) => {
    const words = fundingWords(at.visit.lang);
    if (!asksWhoPays(at)) return words.alone.heading;
    return words[at.journey.voice === "dossier" ? "inDossier" : "funding"].heading;
  },
  shown: (at) => {
    const { visit, draft } = at;
    const funding = planOf(visit.law, draft).funding!;
    const typed = (cents: number | undefined) =>
      cents === undefined ? "" : visit.lang === "fr" ? String(cents / 100).replace(".", ",") : String(cents / 100);
    return {
      amounts: Object.fromEntries(
        others(at).map(({ funder }) => [funder, typed(funding.find((one) => one.source === funder)?.amount)]),
      ),
      rest: funding.find((one) => one.amount === undefined)?.source ?? personalOf(at),
    };
  },
  read: (form, at) => ({
    amounts: Object.fromEntries(others(at).map(({ funder }) => [funder, textOf(form, `amount-${funder}`)])),
    rest: asksWhoPays(at) ? form.get("rest") : personalOf(at),
  }),
  check: (value, at) => {
    const { visit, draft } = at;
    const { lang, law } = visit;
    const words = fundingWords(lang).funding;
    if (!law.school.funders.some(({ funder }) => funder === value.rest))
      return [{ field: "rest", message: words.restChoose }];
    const wrong = others(at).flatMap(({ funder, label }): FieldError[] => {
      const field = `amount-${funder}`;
      const text = value.amounts[funder]!;
      if (text === "") return [];
      if (funder === value.rest) return [{ field, message: words.both }];
      return centsOf(text) === undefined
        ? [{ field, message: `${capital(label[lang])}${lang === "fr" ? " : " : ": "}${words.fault}` }]
        : [];
    });
    if (wrong.length > 0) return wrong;
    // The decision checks the rest, in its own words.
    const rejection = quoteRejection(law)({
      ...quoteInput(law, withPlan(draft, { funding: fundingOf(value, at) }), visit.today),
    });
    const first = others(at).find(({ funder }) => value.amounts[funder] !== "");
    return (rejection?.issues ?? []).map(({ message }) => ({
      field: first ? `amount-${first.funder}` : "rest",
      message: message(lang),
    }));
  },
  store: (value, at) => withPlan(at.draft, { funding: fundingOf(value, at) }),
  partly: (_, __, { draft }) => draft,
  typed: true,
  body: ({ amounts, rest }, errors, at) => {
    const { lang, law } = at.visit;
    const { alone } = fundingWords(lang);
    if (!asksWhoPays(at))
      return html`<h1>${alone.heading}</h1>
<p>${alone.said}</p>`;
    const words = fundingWords(lang)[at.journey.voice === "dossier" ? "inDossier" : "funding"];
    const name = (entry: (typeof law.school.funders)[number]) =>
      `${capital(entry.label[lang])}${entry.formerLabel ? fundingWords(lang).was(entry.formerLabel[lang]) : ""}`;
    const fields = others(at).map((entry) =>
      textField({
        name: `amount-${entry.funder}`,
        label: words.amountOf(name(entry)),
        optional: true,
        ...(entry.ceiling && { hint: entry.ceiling.label[lang] }),
        value: amounts[entry.funder]!,
        inputmode: "decimal",
        size: 10,
        suffix: "€",
        errors,
        lang,
      }),
    );
    return html`<h1>${words.heading}</h1>
<p>${words.lead}</p>
${radios({ name: "rest", legend: words.rest, options: law.school.funders.map((entry) => ({ value: entry.funder, label: name(entry) })), value: rest, errors, lang })}
<details class="ds-details"${(errors.length > 0 || Object.values(amounts).some((typed) => typed !== "")) && html` open`}><summary>${fundingWords(lang).several}</summary><div>${group({ name: "amounts", legend: words.amounts, hint: words.amountHint, errors, lang }, html`<div class="stack">${fields}</div>`)}</div></details>`;
  },
  say: (value, at) => sayFunding(at.visit.law.school, fundingOf(value, at), at.visit.lang),
  // In a dossier, the requests to the funders come next.
  next: (_, at) => (at.journey.voice === "dossier" && payersOf(at).length > 0 ? REQUESTS : RESULT),
  back: ({ draft, journey }) => (journey.voice === "dossier" && undecided(draft) ? journey.start : RESULT),
};

/** The result asks for what is missing before it shows anything. */
const undecided = ({ plan }: Draft) => plan?.funding === undefined;

function centsOf(text: string): number | undefined {
  const euros = readNumber(text);
  const cents = euros === undefined || !hasDecimals(euros, 2) ? undefined : Math.round(euros * 100);
  return cents !== undefined && cents >= 1 && cents <= LIMITS.cents ? cents : undefined;
}

/** Amounts first, in the school's order, then the payer of the rest. Personal funding alone is an empty list. */
function fundingOf({ amounts, rest }: FundingValue, at: At): NonNullable<PlanDraft["funding"]> {
  const fixed = others(at).flatMap(({ funder }) => {
    const amount = centsOf(amounts[funder]!);
    return funder === rest || amount === undefined ? [] : [{ source: funder, amount }];
  });
  return others(at).some(({ funder }) => funder === rest) ? [...fixed, { source: rest }] : fixed;
}
