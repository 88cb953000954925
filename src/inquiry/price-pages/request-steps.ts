/** In a dossier: the state of the request to each funder, and the employer if a funder needs it. All optional. */
import { type PlanDraft, REQUEST_STATES, type RequestDraft } from "../rules/draft.ts";
import { dateErrors, sayParts } from "../pages/say.ts";
import type { At, Step } from "../pages/step.ts";
import { html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { own } from "../../kit/own.ts";
import { capital } from "../../kit/typography.ts";
import type { Law } from "../../law/law.ts";
import { planOf, withPlan } from "../path-pages/plan.ts";
import { dateField, type FieldError, radios, type SummaryRow, textField } from "../../page/form.ts";
import { type DateParts, datePartsOf, isEmptyDate, partsOf, readDate, textOf } from "../../page/form-values.ts";
import { fundingWords } from "./words.ts";

export const REQUESTS = "demandes";
const RESULT = "resultat";

type RequestsValue = {
  readonly employer: string;
  readonly requests: { readonly [funder: string]: { readonly state: string; readonly on: DateParts } };
};

/** The payers besides the person, in the school’s order. */
function payersIn(law: Law, funding: PlanDraft["funding"] = []) {
  return law.school.funders.filter(
    ({ funder, personal }) => !personal && funding.some(({ source }) => source === funder),
  );
}

export function payersOf({ visit, draft }: Pick<At, "visit" | "draft">) {
  return payersIn(visit.law, planOf(visit.law, draft).funding);
}

export const requestsStep: Step<RequestsValue> = {
  name: REQUESTS,
  applies: (at) => payersOf(at).length > 0,
  otherwise: RESULT,
  heading: ({ visit }) => fundingWords(visit.lang).requests.heading,
  shown: (at) => {
    const { requests = [], employer = "" } = at.draft.plan ?? {};
    const of = (funder: string) => requests.find(({ source }) => source === funder);
    return {
      employer,
      requests: Object.fromEntries(
        payersOf(at).map(({ funder }) => [funder, { state: of(funder)?.state ?? "", on: partsOf(of(funder)?.on) }]),
      ),
    };
  },
  read: (form, at) => ({
    employer: asksEmployer(at) ? textOf(form, "employer") : (at.draft.plan?.employer ?? ""),
    requests: Object.fromEntries(
      payersOf(at).map(({ funder }) => [
        funder,
        { state: form.get(`state-${funder}`), on: datePartsOf(form, `on-${funder}`) },
      ]),
    ),
  }),
  check: (value, at) => payersOf(at).flatMap((payer) => dayErrors(value, payer, at)),
  store: (value, at) => withPlan(at.draft, planFrom(value, at)),
  partly: (value, _, at) => withPlan(at.draft, planFrom(value, at)),
  typed: true,
  body: ({ employer, requests }, errors, at) => {
    const { lang } = at.visit;
    const words = fundingWords(lang).requests;
    const common = { errors, lang, optional: true } as const;
    const options = REQUEST_STATES.map((state) => ({ value: state, label: words.states[state] }));
    return html`<h1>${words.heading}</h1>
<p>${words.lead}</p>
${asksEmployer(at) && textField({ name: "employer", label: words.employer, hint: words.employerHint, value: employer, autocomplete: "organization", ...common })}
${payersOf(at).map(({ funder, label }) => {
  const { state = "", on = partsOf(undefined) } = requests[funder] ?? {};
  return html`<section class="stack" aria-labelledby="payer-${funder}"><h2 id="payer-${funder}">${capital(label[lang])}</h2>
${radios({ name: `state-${funder}`, legend: words.state, options, value: state, ...common })}
${dateField({ name: `on-${funder}`, legend: words.on, hint: words.onHint, value: on, ...common })}</section>`;
})}`;
  },
  // As typed: two tabs may differ in an unreadable day.
  say: ({ employer, requests }, at) => {
    const words = fundingWords(at.visit.lang).requests;
    const requestsInWords = payersOf(at).map(({ funder, label }) => {
      const { state = "", on } = requests[funder] ?? {};
      const day = on && !isEmptyDate(on) ? ` (${sayParts(on, at.words)})` : "";
      return `${capital(label[at.visit.lang])} – ${own(words.said, state) ?? words.nothing}${day}`;
    });
    return [...(employer ? [employer] : []), ...requestsInWords].join(", ");
  },
  next: () => RESULT,
  back: () => "financement",
};

function asksEmployer(at: Pick<At, "visit" | "draft">): boolean {
  return payersOf(at).some(({ employer }) => employer);
}

type Payer = ReturnType<typeof payersOf>[number];

function dayErrors({ requests }: RequestsValue, { funder, label }: Payer, at: At): FieldError[] {
  const { lang, today } = at.visit;
  const { on } = requests[funder]!;
  if (isEmptyDate(on)) return [];
  const read = readDate(on);
  if ("day" in read && read.day > today)
    return [
      {
        field: `on-${funder}-year`,
        message: at.words.date.of(capital(label[lang]), fundingWords(lang).requests.future),
      },
    ];
  return dateErrors(`on-${funder}`, on, at.words, capital(label[lang]));
}

/** The readable part. */
function planFrom({ employer, requests }: RequestsValue, at: At): Pick<PlanDraft, "requests" | "employer"> {
  const read = payersOf(at).flatMap(({ funder }): RequestDraft[] => {
    const { state: chosen, on } = requests[funder]!;
    const state = REQUEST_STATES.find((one) => one === chosen);
    const day = readDate(on);
    const dated = "day" in day && day.day <= at.visit.today;
    if (state === undefined && !dated) return [];
    return [{ source: funder, ...(state && { state }), ...(dated && { on: day.day }) }];
  });
  return { requests: read, employer: employer.trim() };
}

/** Each funder and the state of its request, for readers of the dossier; empty without another payer. */
export function requestRows(
  law: Law,
  plan: PlanDraft | undefined,
  lang: Lang,
  change?: SummaryRow["change"],
): SummaryRow[] {
  const words = fundingWords(lang).requests;
  const payers = payersIn(law, plan?.funding);
  const rows = payers.map(({ funder, label }): SummaryRow => {
    const { state, on } = plan?.requests?.find(({ source }) => source === funder) ?? {};
    const stateInWords = state === undefined ? words.nothing : words.said[state];
    return {
      key: words.requestTo(label[lang]),
      value: capital(on === undefined ? stateInWords : words.saidOn(stateInWords, on)),
      change,
    };
  });
  const employer = { key: words.employerRow, value: plan?.employer || words.nothing, change };
  return payers.some((payer) => payer.employer) ? [...rows, employer] : rows;
}
