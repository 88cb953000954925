/**
 * The fields of a declared form. A field is a value that reads what was typed, prints it again unchanged, fills itself in
 * beforehand and says its value in words; which kinds there are stands in `kinds.ts`, and a subject may have its own.
 */
import { type Html, html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import type { FieldError } from "./form.ts";
import { type Form, NO_FORM } from "./page.ts";

/** What a control sends, by its name. */
export type Texts = Readonly<Record<string, string | readonly string[]>>;

export type Printing = {
  readonly name: string;
  readonly typed: Form;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
  /** What stands under each option, printed. */
  readonly follow?: Readonly<Record<string, Html>>;
};

/**
 * The value, or what is wrong with it; `control` is what follows the name in the id that the summary leads to. Of a field of
 * fields, several things may be wrong, each with its control.
 */
export type Read<V> =
  | { readonly value: V }
  | { readonly fault: string; readonly control?: string }
  | { readonly faults: readonly FieldError[] };

export type Field<V> = {
  /** What it is called where both values of it are shown. */
  readonly label: string;
  readonly read: (typed: Form, name: string) => Read<V>;
  /** What its controls hold when they show a value. */
  write(value: V, name: string): Texts;
  readonly print: (given: Printing) => Html;
  say(value: V, lang: Lang): string;
  /** What its controls add to its name, where it has several: `-day`. A fault of the whole leads to the first. */
  readonly parts?: readonly string[];
  /** Not typed but carried along: the number of the version that was shown. */
  readonly carried?: true;
  /** Carried along, and yet shown beside what stands now, where somebody saved in between. */
  readonly compared?: true;
  /** Brings files, which a form says before it is sent. They are chosen anew each time, and are not read over. */
  readonly brings?: true;
  /** Of a field of fields: the control of what an act says of a part of it, by its path. */
  within?(path: string, typed: Form): string | undefined;
  /** A password or a code: whatever comes of it, it is not carried on. `again` says why it has to be typed again, where something else was wrong. */
  readonly secret?: { readonly again?: string | undefined };
  /** Stands under an option of another field, and is asked only where that is chosen. */
  readonly under?: { readonly field: string; readonly option: string };
};
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** Nothing, of a field that is not always asked: `...(byHand && { receivedOn: day(…) })`. */
type ValueOf<T> = T extends Field<infer V> ? V : undefined;
type Needed<F> = { [K in keyof F]-?: undefined extends ValueOf<F[K]> ? never : K }[keyof F];
/** What the fields hold once they are read; what is optional, and empty, is not there, nor what is not asked of everybody. */
export type Values<F> = { [K in Needed<F>]: ValueOf<F[K]> } & {
  [K in Exclude<keyof F, Needed<F>>]?: Exclude<ValueOf<F[K]>, undefined>;
};

/** `most` stands under `waiting` where `ranked` is chosen: `most: under("waiting", "ranked", number(…))`. */
export function under<V>(field: string, option: string, content: Field<V>): Field<V | undefined> {
  return { ...(content as Field<V | undefined>), under: { field, option } };
}

/** The names that the controls of a thing bear where a page shows the same form for several: `until-3f2a…`. */
export type Naming = (name: string) => string;

export function readFields<F extends Fields>(
  fields: F,
  typed: Form,
  named: Naming,
): { readonly values: Values<F>; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    if (field.under && !typed.all(named(field.under.field)).includes(field.under.option)) continue;
    const read = field.read(typed, named(key));
    if ("faults" in read) errors.push(...read.faults);
    else if ("fault" in read) errors.push({ field: `${named(key)}${read.control ?? ""}`, message: read.fault });
    else if (read.value !== undefined) values[key] = read.value;
  }
  // A checked value gets its type.
  return { values: values as Values<F>, errors };
}

/** What is wrong; and beside each secret that was not, why it is empty again. */
export function askingAgain(fields: Fields, errors: readonly FieldError[], named: Naming): readonly FieldError[] {
  const again = Object.entries(fields).flatMap(([key, { secret }]) =>
    secret?.again === undefined || errors.some(({ field }) => field === named(key))
      ? []
      : [{ field: named(key), message: secret.again }],
  );
  return errors.length === 0 ? errors : [...errors, ...again];
}

/** What stands in each of their controls, to be compared and kept. */
export function textsOf(fields: Fields, form: Form): Texts {
  const names = Object.entries(fields).flatMap(([key, { parts = [""] }]) => parts.map((part) => `${key}${part}`));
  return Object.fromEntries(
    names.map((name) => {
      const all = form.all(name);
      return [name, all.length > 1 ? all : (all[0] ?? "")];
    }),
  );
}

/** As the form stands when it opens; or as it was sent, but for these values. */
export function filled<F extends Fields>(fields: F, values: Partial<Values<F>>, named: Naming, sent = NO_FORM): Form {
  const given = values as Readonly<Record<string, unknown>>;
  const texts = Object.entries(fields).flatMap(([key, field]) =>
    given[key] === undefined ? [] : Object.entries(field.write(given[key], named(key))),
  );
  return formWith(sent, Object.fromEntries(texts));
}

/** The form as it was sent, but for these. */
export function formWith(sent: Form, texts: Texts): Form {
  const all = (name: string) => (Object.hasOwn(texts, name) ? [texts[name]!].flat() : sent.all(name));
  const get = (name: string) => (Object.hasOwn(texts, name) ? ([texts[name]!].flat().at(-1) ?? "") : sent.get(name));
  return { ...sent, all, get, names: [...new Set([...sent.names, ...Object.keys(texts)])] };
}

export type Printed<F> = { readonly [K in keyof F]: Html | undefined };

/** Each field by its name; what stands under an option of another is printed with that. */
export function printFields<F extends Fields>(
  fields: F,
  given: Omit<Printing, "name" | "follow"> & { readonly named: Naming },
): Printed<F> {
  const { named, ...rest } = given;
  const below = Map.groupBy(Object.entries(fields), ([, field]) => field.under?.field);
  const print = (key: string, field: Field<unknown>): Html => {
    const follow: Record<string, Html> = {};
    for (const [name, one] of below.get(key) ?? [])
      follow[one.under!.option] = html`${follow[one.under!.option]}${print(name, one)}`;
    return field.print({ ...rest, name: named(key), follow });
  };
  const printed = (below.get(undefined) ?? []).map(([key, field]) => [key, print(key, field)] as const);
  return Object.fromEntries(printed) as unknown as Printed<F>;
}

export type Difference = { readonly label: string; readonly yours: string; readonly theirs: string };

/** Field by field, what was typed beside what stands now, where the two say something else. */
type Compared = { readonly yours: Form; readonly theirs: Form; readonly named: Naming; readonly lang: Lang };
export function differences(fields: Fields, { yours, theirs, named, lang }: Compared): Difference[] {
  const said = (field: Field<unknown>, form: Form, key: string): string => {
    const read = field.read(form, named(key));
    return "value" in read && read.value !== undefined ? field.say(read.value, lang) : "";
  };
  return Object.entries(fields)
    .filter(([, { carried, compared }]) => !carried || compared)
    .map(([key, field]) => ({
      label: field.label,
      yours: said(field, yours, key),
      theirs: said(field, theirs, key),
    }))
    .filter((one) => one.yours !== one.theirs);
}
