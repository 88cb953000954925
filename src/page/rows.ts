/**
 * A field that is a list: rows of the same fields, as many as its page says and as many again at each press of « more ». A row
 * in which nothing stands is not read, and what is wrong in one stands beside its own field there.
 */
import { type Html, html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import type { FieldError } from "./form.ts";
import { type Field, type Fields, type Naming, type Printed, printFields, readFields, type Values } from "./field.ts";
import { controlOf } from "./outcome.ts";
import type { Form } from "./page.ts";

/** What the button says that asks for more of them: the form is shown again, and nothing is done. */
export const MORE = "more";

/** What one of them holds, and which it is on the page. */
export type Row<F extends Fields> = Values<F> & { readonly place: number };

type Asked<F extends Fields> = {
  /** What they are called where both values are shown. */
  readonly label: string;
  /** Which of them they are: each may be called by its number. */
  readonly fields: (place: number) => F;
  /** How many there are at least, and come with « more ». */
  readonly count: number;
  readonly most: number;
  /** Those that make a row one that counts, where not all of them do. */
  readonly counts?: readonly (keyof F & string)[];
  /** Said where none counts. */
  readonly missing?: string;
  /** What is wrong in a row whose fields are right one by one. */
  readonly check?: (row: Values<F>) => { readonly [K in keyof F]?: string };
  readonly arranged: (printed: Printed<F>, place: number) => Html;
  readonly say: (rows: readonly Row<F>[], lang: Lang) => string;
  /** What its controls are called, where it is not `amount-0`. */
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
  /** Whether one of these controls of a row holds to that. */
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
    read: (typed) => {
      const faults: FieldError[] = [];
      const value = usedIn(typed).map((place) => {
        const { values, errors } = readFields(all[place]!, typed, at(place));
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
    // An act counts the rows that it was given: `amount-1`, or `cheques[1].amount`.
    within: (path, typed) => {
      const [, nth = "", key = ""] = /^\w+\[(\d+)\]\.(\w+)/.exec(path) ?? flipped(/^(\w+)-(\d+)$/.exec(path)) ?? [];
      const place = usedIn(typed)[Number(nth)];
      if (place === undefined || !Object.hasOwn(all[place]!, key)) return undefined;
      return controlOf(all[place]!, key, at(place));
    },
  };
}

function flipped(found: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return found ? [found[0], found[2], found[1]] : undefined;
}
