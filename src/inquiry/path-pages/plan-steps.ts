/** What the path rests on besides titles: domains already held, hours granted by a protocol, relief not wanted. */
import { dateErrors, sayParts } from "../pages/say.ts";
import { asked } from "../pages/asked.ts";
import type { At, Step } from "../pages/step.ts";
import type { PlanDraft } from "../rules/draft.ts";
import { html } from "../../kit/html.ts";
import { hasDecimals } from "../../kit/schema.ts";
import { capital } from "../../kit/typography.ts";
import { LIMITS } from "../../law/input.ts";
import { dateField, type FieldError, radios, textField } from "../../page/form.ts";
import {
  type DateParts,
  datePartsOf,
  isEmptyDate,
  NO_DATE,
  partsOf,
  readDate,
  readNumber,
  textOf,
} from "../../page/form-values.ts";
import { ticks } from "../../page/kinds.ts";
import { pathWords } from "../path-documents/words.ts";
import { pathwayRule } from "../../decisions/pathway/rule.ts";
import { isEntitled, planOf, quoteInput, withPlan } from "./plan.ts";
import { planWords } from "./words.ts";

const RESULT = "resultat";

type HeldValue = { readonly [domain: string]: { readonly by: string; readonly on: DateParts } };
const NOT_HELD = "no";

export const heldStep: Step<HeldValue> = {
  name: "acquis",
  heading: ({ visit }) => planWords(visit.lang).held.heading,
  shown: ({ visit, draft, law }) => {
    const given = draft.plan?.held;
    const held = new Map(planOf(visit.law, draft).held!.map((one) => [one.domain, one]));
    const none = { by: given === undefined ? "" : NOT_HELD, on: NO_DATE };
    return Object.fromEntries(
      law.domains.map(({ domain }) => [
        domain,
        held.has(domain) ? { by: held.get(domain)!.by, on: partsOf(held.get(domain)!.validatedOn) } : none,
      ]),
    );
  },
  read: (form, { law }) =>
    Object.fromEntries(
      law.domains.map(({ domain }, at) => [domain, { by: form.get(`held-${at}`), on: datePartsOf(form, `on-${at}`) }]),
    ),
  check: (value, at) =>
    at.law.domains.flatMap(({ domain }, index) => {
      const { by, on } = value[domain]!;
      if (by === NOT_HELD) return [];
      const words = planWords(at.visit.lang).held;
      if (!at.law.held.some((entry) => entry.by === by))
        return [{ field: `held-${index}`, message: at.words.date.of(domain, words.choose) }];
      const read = readDate(on);
      if ("day" in read && read.day > at.visit.today)
        return [{ field: `on-${index}-year`, message: at.words.date.of(domain, words.future) }];
      return dateErrors(`on-${index}`, on, at.words, domain);
    }),
  store: (value, at) => withPlan(at.draft, { held: heldIn(value, at) }),
  partly: (value, _, at) => withPlan(at.draft, { held: heldIn(value, at) }),
  typed: true,
  body: (value, errors, { law, visit: { lang } }) => {
    const words = planWords(lang).held;
    return html`<h1>${words.heading}</h1>
<p>${words.hint}</p>
${law.domains.map(({ domain, label }, index) => {
  const { by, on } = value[domain]!;
  return html`<div class="stack">${radios({
    name: `held-${index}`,
    legend: `${domain} – ${capital(label[lang])}`,
    options: [
      { value: NOT_HELD, label: words.no },
      ...law.held.map((entry) => ({ value: entry.by, label: capital(entry.label[lang]) })),
    ],
    value: by,
    errors,
    lang,
  })}
${dateField({ name: `on-${index}`, legend: words.date(domain), value: on, errors, lang })}</div>`;
})}`;
  },
  say: (value, at) =>
    at.law.domains
      .flatMap(({ domain }) =>
        value[domain]!.by === NOT_HELD || (value[domain]!.by === "" && isEmptyDate(value[domain]!.on))
          ? []
          : [`${domain} (${sayParts(value[domain]!.on, at.words)})`],
      )
      .join(", ") || pathWords(at.visit.lang).none,
  next: () => RESULT,
  back: () => RESULT,
};

/** Those of which all is said: how, and on a day that has come. */
function heldIn(value: HeldValue, { law, visit }: At): NonNullable<PlanDraft["held"]> {
  return law.domains.flatMap(({ domain }) => {
    const { by, on } = value[domain]!;
    const read = readDate(on);
    const whole = law.held.some((entry) => entry.by === by) && "day" in read && read.day <= visit.today;
    return whole ? [{ domain, by, validatedOn: read.day }] : [];
  });
}

type GrantsValue = {
  readonly has: string;
  readonly protocol: string;
  readonly hours: { readonly [unit: string]: string };
};

/** The units whose hours may be granted. */
function grantable({ law }: Pick<At, "law">) {
  const never = law.grants?.never;
  return law.domains.flatMap(({ units }) => units).filter(({ unit }) => never?.includes(unit) === false);
}

export const grantsStep: Step<GrantsValue> = {
  name: "allegement",
  applies: ({ visit, draft }) => isEntitled(visit.law, draft, visit.today),
  otherwise: RESULT,
  heading: ({ visit }) => planWords(visit.lang).grants.heading,
  shown: (at) => {
    const grants = at.draft.plan?.grants === undefined ? undefined : planOf(at.visit.law, at.draft).grants!;
    const typed = (hours: number | undefined) =>
      hours === undefined ? "" : at.visit.lang === "fr" ? String(hours).replace(".", ",") : String(hours);
    return {
      has: grants === undefined ? "" : grants.length > 0 ? "yes" : "no",
      protocol: grants?.[0]?.protocol ?? "",
      hours: Object.fromEntries(
        grantable(at).map(({ unit }) => [unit, typed(grants?.find((one) => one.unit === unit)?.hours)]),
      ),
    };
  },
  read: (form, at) => ({
    has: form.get("has"),
    protocol: textOf(form, "protocol"),
    hours: Object.fromEntries(grantable(at).map(({ unit }, index) => [unit, textOf(form, `hours-${index}`)])),
  }),
  check: ({ has, protocol, hours }, at) => {
    const words = planWords(at.visit.lang).grants;
    const { step } = at.law.grants!;
    if (has === "no") return [];
    if (has !== "yes") return [{ field: "has", message: words.choose }];
    const wrong = grantable(at).flatMap(({ unit }, index): FieldError[] =>
      hours[unit] === "" || grantedHours(hours[unit]!, step) !== undefined
        ? []
        : [{ field: `hours-${index}`, message: `${unit}${at.visit.lang === "fr" ? " : " : ": "}${words.fault(step)}` }],
    );
    const empty = Object.values(hours).every((one) => one === "");
    return [
      ...(protocol === "" ? [{ field: "protocol", message: words.protocolMissing }] : []),
      ...(empty ? [{ field: "hours-0", message: words.hoursMissing }] : wrong),
    ];
  },
  store: (value, at) => withPlan(at.draft, { grants: grantsIn(value, at) }),
  partly: (value, _, at) => withPlan(at.draft, { grants: grantsIn(value, at) }),
  typed: true,
  body: ({ has, protocol, hours }, errors, at) => {
    const { visit, words: common } = at;
    const { lang } = visit;
    const words = planWords(lang).grants;
    const options = [
      { value: "no", label: common.no },
      { value: "yes", label: common.yes },
    ];
    const fields = html`${textField({ name: "protocol", label: words.protocol, value: protocol, errors, lang })}
${grantable(at).map(({ unit, label }, index) =>
  textField({
    name: `hours-${index}`,
    label: words.hoursOf(`${unit} – ${capital(label[lang])}`),
    optional: true,
    value: hours[unit]!,
    inputmode: "decimal",
    size: 6,
    suffix: "h",
    errors,
    lang,
  }),
)}`;
    return radios({
      name: "has",
      legend: words.heading,
      heading: true,
      hint: words.hint,
      options,
      value: has,
      follow: { yes: fields },
      errors,
      lang,
    });
  },
  // As it was typed: two tabs may differ in what is no number of hours.
  say: ({ has, protocol, hours }, at) =>
    has !== "no"
      ? [
          ...(protocol ? [protocol] : []),
          ...Object.entries(hours).flatMap(([unit, one]) =>
            one === "" ? [] : [`${unit}${at.visit.lang === "fr" ? " : " : ": "}${one} h`],
          ),
        ].join(", ") || pathWords(at.visit.lang).none
      : pathWords(at.visit.lang).none,
  next: () => RESULT,
  back: () => RESULT,
};

/** The hours that can be read, of a protocol that is named. */
function grantsIn({ has, protocol, hours }: GrantsValue, at: At): NonNullable<PlanDraft["grants"]> {
  if (has !== "yes" || protocol === "") return [];
  return grantable(at).flatMap(({ unit }) => {
    const granted = grantedHours(hours[unit]!, at.law.grants!.step);
    return granted === undefined ? [] : [{ unit, hours: granted, protocol }];
  });
}

function grantedHours(text: string, step: number): number | undefined {
  const hours = readNumber(text);
  return hours !== undefined && hours >= step && hours <= LIMITS.hours && hasDecimals(hours / step, 0)
    ? hours
    : undefined;
}

export const declinedStep = asked({
  name: "renoncer",
  applies: (at: At) => relievable(at).length > 0,
  otherwise: RESULT,
  heading: ({ visit }: At) => planWords(visit.lang).declined.heading,
  fields: (at) => {
    const { lang } = at.visit;
    const { heading: legend, hint } = planWords(lang).declined;
    const options = relievable(at).map(({ unit, label }) => ({
      value: unit,
      label: `${unit} – ${capital(label[lang])}`,
    }));
    return { units: ticks({ legend, heading: true, hint, options }) };
  },
  begin: ({ visit, draft }) => ({ units: [...planOf(visit.law, draft).declined!] }),
  keep: ({ units }, { draft }) => withPlan(draft, { declined: units }),
  said: ({ units = [] }, { visit }) => units.join(", ") || pathWords(visit.lang).none,
  next: () => RESULT,
  back: () => RESULT,
});

/** The units that would be relieved if nothing were declined. */
export function relievable({ visit, draft }: Pick<At, "visit" | "draft">) {
  const answer = pathwayRule(visit.law)({ ...quoteInput(visit.law, draft, visit.today), declined: [], held: [] });
  return answer.units.filter((one) => one.relief > 0).map((one) => one.unit);
}
