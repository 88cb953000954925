/**
 * A field that is a list of rows with the same fields: `count` rows, and as many again at each press of « more ». An empty row is not read;
 * a fault in a row stands beside its own field there.
 */
import { type Html, html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import type { FieldError } from "./form.ts";
import { type Field, type Fields, type Naming, type Printed, printFields, readFields, type Values } from "./field.ts";
import { controlOf } from "./outcome.ts";
import type { Form } from "./page.ts";

/** The value of the button « more »: the form is shown again, and nothing is done. */
export const MORE = "more";

/** The values of one row, and its place on the page. */
export type Row<F extends Fields> = Values<F> & { readonly place: number };

type Asked<F extends Fields> = {
  /** The label where both values are shown after a concurrent save. */
  readonly label: string;
  /** The fields of the row at this place: a label may have its number. */
  readonly fields: (place: number) => F;
  /** How many are shown at first, and added by « more ». */
  readonly count: number;
  readonly most: number;
  /** The fields that make a row count; by default all. */
  readonly counts?: readonly (keyof F & string)[];
  /** The error where no row counts. */
  readonly missing?: string;
  /** Faults of a row whose fields are valid one by one. */
  readonly check?: (row: Values<F>) => { readonly [K in keyof F]?: string };
  readonly arranged: (printed: Printed<F>, place: number) => Html;
  readonly say: (rows: readonly Row<F>[], lang: Lang) => string;
  /** The names of its controls, where not `amount-0`. */
  readonly named?: (field: string, place: number) => string;
};

export function rows<F extends Fields>(asked: Asked<F>): Field<readonly Row<F>[]> {
  const { label, count, most, missing, check, arranged, say } = asked;
  const all = Array.from({ length: most }, (_, place) => asked.fields(place));
  const { counts = Object.keys(all[0]!), named = (field, place) => `${field}-${place}` } = asked;
  const at = (place: number): Naming => {
    return (field) => named(field, place);
  };
  const beside = (place: number, key: string, message: string): FieldError => ({
    field: controlOf(all[place]!, key, at(place)),
    message,
  });
  /** Whether any control of these fields of the row satisfies the predicate. */
  const some = (place: number, keys: readonly string[], holds: (control: string) => boolean) =>
    keys.some((key) => (all[place]![key]!.parts ?? [""]).some((part) => holds(`${named(key, place)}${part}`)));
  const usedIn = (typed: Form) =>
    [...all.keys()].filter((place) => some(place, counts, (control) => typed.get(control).trim() !== ""));
  const shownIn = (typed: Form) => {
    const sent = new Set(typed.names);
    const last = all.findLastIndex((one, place) => some(place, Object.keys(one), (control) => sent.has(control)));
    return Math.max(count, last + 1) + (typed.all("do").includes(MORE) ? count : 0);
  };
  return {
    label,
    read: (typed, _, lang) => {
      const faults: FieldError[] = [];
      const value = usedIn(typed).map((place) => {
        const { values, errors } = readFields(all[place]!, typed, { named: at(place), lang });
        const wrong = errors.length > 0 ? [] : Object.entries(check?.(values) ?? {});
        faults.push(...errors);
        for (const [key, said] of wrong) if (said !== undefined) faults.push(beside(place, key, said));
        return { ...values, place };
      });
      if (value.length === 0 && missing !== undefined) faults.push(beside(0, counts[0]!, missing));
      return faults.length > 0 ? { faults } : { value };
    },
    write: (value) => {
      const texts = value.flatMap(({ place, ...row }) =>
        Object.entries(row).map(([key, one]) => all[place]![key]!.write(one, named(key, place))),
      );
      return Object.assign({}, ...texts);
    },
    print: ({ typed, errors, lang }) =>
      html`${all
        .slice(0, shownIn(typed))
        .map((fields, place) => arranged(printFields(fields, { typed, errors, lang, named: at(place) }), place))}`,
    say,
    // An act numbers only the rows it was given: `amount-1`, or `cheques[1].amount`.
    within: (path, typed) => {
      const [, nth = "", key = ""] = /^\w+\[(\d+)\]\.(\w+)/.exec(path) ?? flipped(/^(\w+)-(\d+)$/.exec(path)) ?? [];
      const place = usedIn(typed)[Number(nth)];
      if (place === undefined || !Object.hasOwn(all[place]!, key)) return undefined;
      return controlOf(all[place]!, key, at(place));
    },
  };
}

function flipped(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1]] : undefined;
}
