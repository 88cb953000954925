/** The field types of intakes: a minute of a day, an amount. Empty, they have no value. */
import { html } from "../../kit/html.ts";
import { type Lang, sayMoney } from "../../kit/lang.ts";
import { sayMinute, sayWeekday } from "../../kit/moment.ts";
import { hasDecimals } from "../../kit/schema.ts";
import type { Minute } from "../../kit/zone.ts";
import type { Field } from "../../page/field.ts";
import { day } from "../../page/kinds.ts";
import { dateField, textField } from "../../page/form.ts";
import { datePartsOf, isEmptyDate, partsOf, readNumber, textOf } from "../../page/form-values.ts";
import { readTime, whole } from "../../page/number-kinds.ts";
import { intakeWords } from "../words.ts";

export function optionalDay(legend: string, lang: Lang): Field<string | undefined> {
  const { faults } = intakeWords(lang);
  return day({ label: legend, missing: faults.day, unreal: faults.unreal, optional: true });
}

export function minute(legend: string, hint: string | undefined, lang: Lang): Field<Minute | undefined> {
  const { faults, form } = intakeWords(lang);
  const on = day({ label: legend, missing: faults.day, unreal: faults.unreal });
  return {
    label: legend,
    parts: ["-day", "-month", "-year", "-time"],
    read: (typed, name) => {
      const time = readTime(textOf(typed, `${name}-time`));
      const isTimeEmpty = textOf(typed, `${name}-time`) === "";
      if (!isTimeEmpty && time === undefined) return { fault: faults.time, control: "-time" };
      if (isEmptyDate(datePartsOf(typed, name))) return { value: undefined };
      const read = on.read(typed, name, lang);
      if (!("value" in read)) return read;
      return time === undefined ? { fault: faults.time, control: "-time" } : { value: { day: read.value, time } };
    },
    write: (value, name) => {
      const { day: number, month, year } = partsOf(value?.day);
      return {
        [`${name}-day`]: number,
        [`${name}-month`]: month,
        [`${name}-year`]: year,
        [`${name}-time`]: value?.time ?? "",
      };
    },
    print: ({ name, typed, errors }) => {
      const time = `${name}-time`;
      const after = textField({ name: time, label: form.time, value: typed.get(time), size: 6, errors, lang });
      const own = errors.filter(({ field }) => field !== time);
      const value = datePartsOf(typed, name);
      return html`<div class="minute">${dateField({ name, legend, hint, value, errors: own, lang, after })}</div>`;
    },
    say: (value) => (value === undefined ? "" : `${sayWeekday(value.day, lang)} ${sayMinute(value, lang)}`),
  };
}

/** The days for answering an offer of a place. */
export function answerWithin(lang: Lang): Field<number | undefined> {
  const { faults, form } = intakeWords(lang);
  return whole({
    label: form.answerWithin,
    most: 365,
    fault: faults.answerWithin,
    size: 4,
    suffix: form.days,
    optional: true,
  });
}

/** Euros as typed, cents as parsed; empty is 0. */
export function euros(label: string, fault: string, lang: Lang): Field<number> {
  const typedIn = (cents: number) => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2));
  return {
    label,
    read: (typed, name) => {
      const value = textOf(typed, name) === "" ? 0 : readNumber(textOf(typed, name));
      const fits = value !== undefined && value <= 100_000 && hasDecimals(value, 2);
      return fits ? { value: Math.round(value * 100) } : { fault };
    },
    write: (cents, name) => ({ [name]: lang === "fr" ? typedIn(cents).replace(".", ",") : typedIn(cents) }),
    print: ({ name, typed, errors }) =>
      textField({ name, label, value: typed.get(name), size: 8, suffix: "€", inputmode: "decimal", errors, lang }),
    say: sayMoney,
  };
}
