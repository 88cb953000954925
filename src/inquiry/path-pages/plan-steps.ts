/** The inputs of a path besides titles: domains held, hours granted by a protocol, relief declined. */
import { dateErrors, sayParts } from "../pages/say.ts";
import { asked } from "../pages/asked.ts";
import type { At, Step } from "../pages/step.ts";
import type { PlanDraft } from "../rules/draft.ts";
import { html } from "../../kit/html.ts";
import { hasDecimals } from "../../kit/schema.ts";
import { capital } from "../../kit/typography.ts";
import { LIMITS } from "../../law/input.ts";
import { type Field, under, type Values } from "../../page/field.ts";
import { dateField, radios } from "../../page/form.ts";
import {
  type DateParts,
  datePartsOf,
  isEmptyDate,
  NO_DATE,
  partsOf,
  readDate,
  readNumber,
} from "../../page/form-values.ts";
import { choice, text, ticks } from "../../page/kinds.ts";
import { typedNumber } from "../../page/number-kinds.ts";
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
    const answered = draft.plan?.held;
    const held = new Map(planOf(visit.law, draft).held!.map((one) => [one.domain, one]));
    const none = { by: answered === undefined ? "" : NOT_HELD, on: NO_DATE };
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

/** The complete ones: with their ground and a past day. */
function heldIn(value: HeldValue, { law, visit }: At): NonNullable<PlanDraft["held"]> {
  return law.domains.flatMap(({ domain }) => {
    const { by, on } = value[domain]!;
    const read = readDate(on);
    const whole = law.held.some((entry) => entry.by === by) && "day" in read && read.day <= visit.today;
    return whole ? [{ domain, by, validatedOn: read.day }] : [];
  });
}

/** The units whose hours may be granted. */
function grantable({ law }: Pick<At, "law">) {
  const never = law.grants?.never;
  return law.domains.flatMap(({ units }) => units).filter(({ unit }) => never?.includes(unit) === false);
}

type Hours = { readonly [hours: `hours-${number}`]: Field<number | undefined> };
type Granting = { readonly has?: string; readonly protocol?: string | undefined } & Partial<Values<Hours>>;

export const grantsStep = asked({
  name: "allegement",
  applies: ({ visit, draft }: At) => isEntitled(visit.law, draft, visit.today),
  otherwise: RESULT,
  heading: ({ visit }: At) => planWords(visit.lang).grants.heading,
  fields: (at) => {
    const { heading, hint, choose, protocol, protocolMissing } = planWords(at.visit.lang).grants;
    const options = [
      { value: "no", label: at.words.no },
      { value: "yes", label: at.words.yes },
    ];
    const hours = grantable(at).map((unit, index) => [`hours-${index}`, under("has", "yes", hoursOf(unit, at))]);
    return {
      has: choice({ label: heading, heading: true, hint, options, missing: choose }),
      protocol: under("has", "yes", text({ label: protocol, missing: protocolMissing })),
      ...(Object.fromEntries(hours) as Hours),
    };
  },
  begin: (at) => {
    if (at.draft.plan?.grants === undefined) return {};
    const grants = planOf(at.visit.law, at.draft).grants!;
    const hours = grantable(at).map(({ unit }, index) => [
      `hours-${index}`,
      grants.find((one) => one.unit === unit)?.hours,
    ]);
    const has = grants.length > 0 ? "yes" : "no";
    return { has, protocol: grants[0]?.protocol, ...(Object.fromEntries(hours) as Partial<Values<Hours>>) };
  },
  wrong: (granting: Granting, at) => {
    const none = grantable(at).every((_, index) => granting[`hours-${index}`] === undefined);
    return granting.has === "yes" && none ? { "hours-0": planWords(at.visit.lang).grants.hoursMissing } : {};
  },
  keep: (values, at) => withPlan(at.draft, { grants: grantsIn(values, at) }),
  part: (values, at) => withPlan(at.draft, { grants: grantsIn(values, at) }),
  typed: true as const,
  earlier: (typed: unknown, at: At) => {
    if (typeof typed !== "object" || typed === null || !("hours" in typed)) return typed;
    const { hours, ...rest } = typed as { readonly hours: Readonly<Record<string, string>> };
    return { ...rest, ...Object.fromEntries(grantable(at).map(({ unit }, index) => [`hours-${index}`, hours[unit]])) };
  },
  // As typed: two tabs may differ in unreadable hours.
  said: ({ has }, at, texts) => {
    const { lang } = at.visit;
    const typed = (name: string) => [texts[name] ?? []].flat().filter(Boolean);
    const colon = lang === "fr" ? " : " : ": ";
    const hours = grantable(at).flatMap(({ unit }, index) =>
      typed(`hours-${index}`).map((one) => `${unit}${colon}${one} h`),
    );
    const all = has === "no" ? [] : [...typed("protocol"), ...hours];
    return all.join(", ") || pathWords(lang).none;
  },
  next: () => RESULT,
  back: () => RESULT,
});

/** The readable hours of a named protocol. */
function grantsIn({ has, protocol, ...hoursByUnit }: Granting, at: At): NonNullable<PlanDraft["grants"]> {
  if (has !== "yes" || protocol === undefined) return [];
  return grantable(at).flatMap(({ unit }, index) => {
    const hours = hoursByUnit[`hours-${index}`];
    return hours === undefined ? [] : [{ unit, hours, protocol }];
  });
}

function hoursOf({ unit, label }: ReturnType<typeof grantable>[number], { law, visit: { lang } }: At) {
  const words = planWords(lang).grants;
  const { step } = law.grants!;
  return typedNumber({
    label: words.hoursOf(`${unit} – ${capital(label[lang])}`),
    optional: true,
    size: 6,
    suffix: "h",
    fault: `${unit}${lang === "fr" ? " : " : ": "}${words.fault(step)}`,
    reads: (typed) => grantedHours(typed, step),
    writes: (hours) => (lang === "fr" ? String(hours).replace(".", ",") : String(hours)),
  });
}

function grantedHours(typed: string, step: number): number | undefined {
  const hours = readNumber(typed);
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
    return { units: ticks({ label: legend, heading: true, hint, options, blank: true }) };
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
