/** The kinds of fields that an intake has of its own: a minute of a day, and a number. Empty, they change nothing. */
import { html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { sayMinute, sayWeekday } from "../../kit/moment.ts";
import type { Minute } from "../../kit/zone.ts";
import type { Field } from "../../page/field.ts";
import { day } from "../../page/kinds.ts";
import { dateField, textField } from "../../page/form.ts";
import { datePartsOf, isEmptyDate, partsOf, readNumber, textOf } from "../../page/form-values.ts";
import { intakeWords } from "../words.ts";
import { readTime } from "./typed.ts";

export function optionalDay(legend: string, lang: Lang): Field<string | undefined> {
  const { faults } = intakeWords(lang);
  return day({ legend, missing: faults.day, unreal: faults.unreal, optional: true });
}

export function minute(legend: string, hint: string, lang: Lang): Field<Minute | undefined> {
  const { faults, form } = intakeWords(lang);
  const on = day({ legend, missing: faults.day, unreal: faults.unreal });
  return {
    label: legend,
    parts: ["-day", "-month", "-year", "-time"],
    read: (typed, name) => {
      const time = readTime(textOf(typed, `${name}-time`));
      const isTimeEmpty = textOf(typed, `${name}-time`) === "";
      if (!isTimeEmpty && time === undefined) return { fault: faults.time, control: "-time" };
      if (isEmptyDate(datePartsOf(typed, name))) return { value: undefined };
      const read = on.read(typed, name);
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

type Whole = { readonly label: string; readonly most: number; readonly fault: string };

export function whole({ label, most, fault }: Whole): Field<number | undefined> {
  return {
    label,
    read: (typed, name) => {
      if (textOf(typed, name) === "") return { value: undefined };
      const value = readNumber(textOf(typed, name));
      const fits = value !== undefined && Number.isInteger(value) && value >= 1 && value <= most;
      return fits ? { value } : { fault };
    },
    write: (value, name) => ({ [name]: value === undefined ? "" : String(value) }),
    print: ({ name, typed, errors, lang }) =>
      textField({ name, label, value: typed.get(name), size: 5, inputmode: "numeric", errors, lang }),
    say: (value) => (value === undefined ? "" : String(value)),
  };
}
