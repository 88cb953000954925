/** Periods of experience: their list, and the dates, share and field of one, on one page. */
import { fieldsOf } from "../../law/experience.ts";
import { type Html, html } from "../../kit/html.ts";
import { capital } from "../../kit/typography.ts";
import type { Diploma } from "../../law/diploma.ts";
import { checkboxes, dateField, type FieldError, radios, textField } from "../../page/form.ts";
import { datePartsOf, isEmptyDate, partsOf } from "../../page/form-values.ts";
import { isComplete, type PeriodDraft, withPeriod } from "../rules/draft.ts";
import { listed } from "./listed.ts";
import { before } from "./order.ts";
import { partialDateErrors, sayDates, sayField, sayParts, sayShare } from "./say.ts";
import { endErrors, partlyOf, type PeriodValue, periodOf, shareErrors, shareFields } from "./period-value.ts";
import type { At, Step } from "./step.ts";
import type { Words } from "./words.ts";

function periodAt({ draft, item }: At): PeriodDraft {
  return draft.periods.find((period) => period.item === item) ?? { item };
}

const periodStep: Step<PeriodValue> = {
  name: "periode/:item",
  applies: (at) => at.draft.periods.some(({ item }) => item === at.item),
  otherwise: "experience",
  headed: true,
  heading: ({ words }) => words.period.heading,
  shown: (at) => {
    const { from, to, share, field } = periodAt(at);
    return {
      from: partsOf(from),
      to: partsOf(to),
      ongoing: to === null ? "yes" : "",
      share: share?.as ?? "",
      percent: share?.as === "percent" ? typed(share.percent, at) : "",
      hours: share?.as === "hours" ? typed(share.hours, at) : "",
      full: share?.as === "hours" ? typed(share.full, at) : "",
      field: field ?? "",
    };
  },
  read: (form) => ({
    from: datePartsOf(form, "from"),
    to: datePartsOf(form, "to"),
    ongoing: form.get("ongoing") === "yes" ? "yes" : "",
    ...shareFields(form),
    field: form.get("field"),
  }),
  check: (value, { law, words }) => [
    ...partialDateErrors("from", value.from, words, words.period.from),
    ...endErrors(value, words),
    ...shareErrors(value, words),
    ...(fieldsOf(law).some((entry) => entry.field === value.field)
      ? []
      : [{ field: "field", message: words.period.fieldChoose }]),
  ],
  store: (value, at) => withPeriod(at.draft, periodOf(value, at.item)),
  partly: (value, errors, at) => withPeriod(at.draft, partlyOf(value, errors, at.item)),
  typed: true,
  body: (value, errors, at) => periodBody(value, errors, at),
  // As typed, if a day or number is unreadable.
  say: (value, at) => {
    const { words, visit, law } = at;
    const { lang } = visit;
    const { from, to, share, field } = periodOf(value, at.item);
    const colon = lang === "fr" ? " : " : ": ";
    const labelled = (label: string, typed: string) => `${label}${colon}${typed}`;
    const end = value.ongoing ? words.period.ongoingOption : labelled(words.period.to, sayParts(value.to, words));
    const readable = from !== undefined && to !== undefined;
    const typedShare = [value.percent, value.hours, value.full].filter(Boolean).join(", ");
    return [
      readable
        ? sayDates({ item: at.item, from, to }, lang)
        : `${labelled(words.period.from, sayParts(value.from, words))}, ${end}`,
      share || !typedShare ? sayShare(share, lang) : typedShare,
      sayField(law, field, lang),
    ].join(", ");
  },
  next: () => "experience",
  back: () => "experience",
};

export const periods = listed({
  of: "periods",
  list: "experience",
  one: "periode",
  step: periodStep,
  isEmpty: ({ from, to, ongoing, field }) => isEmptyDate(from) && isEmptyDate(to) && ongoing === "" && field === "",
  unfinished: (period, number, { words }) => (isComplete(period) ? undefined : words.periods.unfinished(number)),
  card: (period, number, { law, words, visit: { lang } }) => ({
    name: words.periods.card(number),
    says: [
      capital(sayDates(period, lang)),
      `${capital(sayShare(period.share, lang))} · ${sayField(law, period.field, lang)}`,
    ],
  }),
  called: (period, { visit }) => sayDates(period, visit.lang),
  back: (at) => before(at, "experience"),
});

/** A number as the person would type it. */
function typed(value: number, { visit }: At): string {
  return visit.lang === "fr" ? String(value).replace(".", ",") : String(value);
}

function periodBody(value: PeriodValue, errors: readonly FieldError[], { law, words, visit }: At): Html {
  const { lang } = visit;
  const { period } = words;
  const common = { errors, lang };
  return html`${dateField({ name: "from", legend: period.from, hint: words.date.yearIsEnough, value: value.from, ...common })}
${dateField({
  name: "to",
  legend: period.to,
  hint: period.toHint,
  value: value.to,
  after: checkboxes({
    name: "ongoing",
    legend: period.to,
    options: [{ value: "yes", label: period.ongoingOption }],
    values: [value.ongoing],
    bare: true,
    ...common,
  }),
  ...common,
})}
${radios({
  name: "share",
  legend: period.share,
  options: [
    { value: "full", label: period.full },
    { value: "percent", label: period.percent },
    { value: "hours", label: period.hours },
  ],
  value: value.share,
  follow: {
    percent: textField({
      name: "percent",
      label: period.percentLabel,
      value: value.percent,
      inputmode: "decimal",
      size: 6,
      suffix: "%",
      ...common,
    }),
    hours: html`${textField({ name: "hours", label: period.hoursLabel, value: value.hours, inputmode: "decimal", size: 6, suffix: "h", ...common })}
${textField({ name: "full", label: period.fullLabel, hint: period.fullHint, value: value.full, inputmode: "decimal", size: 6, suffix: "h", ...common })}`,
  },
  ...common,
})}
${radios({ name: "field", legend: period.fieldHeading, hint: period.fieldHint, options: fieldOptions(law, words, lang), value: value.field, ...common })}`;
}

function fieldOptions(law: Diploma, { period }: Words, lang: "fr" | "en") {
  const says = { yes: period.fieldYes, no: period.fieldNo, undecided: period.fieldUndecided };
  return fieldsOf(law).map((entry) => ({
    value: entry.field,
    label: says[entry.counts](entry.label[lang]),
    hint: entry.source.note && capital(entry.source.note[lang]),
  }));
}
