/**
 * The fields of a declared form. A field reads what was typed, prints it again unchanged, fills itself in beforehand and says its value in
 * words. `kinds.ts` has the common kinds; a subject may add its own.
 */
import { type Html, html } from "../kit/html.ts";
import type { Lang } from "../kit/lang.ts";
import type { FieldError } from "./form.ts";
import { type Form, NO_FORM } from "./page.ts";

/** The texts that controls send, by name. */
export type Texts = Readonly<Record<string, string | readonly string[]>>;

export type Printing = {
  readonly name: string;
  readonly typed: Form;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
  /** Printed content below each option. */
  readonly follow?: Readonly<Record<string, Html>>;
};

/**
 * The value, or the fault; `control` is what follows the name in the id that the error summary links to. A field made of fields may have
 * several faults, each with its control.
 */
export type Read<V> =
  | { readonly value: V }
  | { readonly fault: string; readonly control?: string }
  | { readonly faults: readonly FieldError[] };

export type Field<V> = {
  /** The label where both values are shown after a concurrent save. */
  readonly label: string;
  readonly read: (typed: Form, name: string, lang: Lang) => Read<V>;
  /** Of a field with options: what was chosen, though its option may be gone since. Empty where nothing was. */
  readonly readAsSent?: (typed: Form, name: string) => V;
  /** The texts of its controls for a value. */
  write(value: V, name: string): Texts;
  readonly print: (given: Printing) => Html;
  say(value: V, lang: Lang): string;
  /** Suffixes of the names of its controls, where it has several: `-day`. A fault of the whole links to the first. */
  readonly parts?: readonly string[];
  /** Hidden and posted back unchanged: the version number that was shown. */
  readonly carried?: true;
  /** Hidden, and yet compared with the current value after a concurrent save. */
  readonly compared?: true;
  /** Takes files: the form needs multipart encoding. They are chosen anew each time, and not carried over a confirmation. */
  readonly brings?: true;
  /** In a field made of fields: the control for an act’s issue, by the path of the issue. */
  within?(path: string, typed: Form): string | undefined;
  /** A password or a code: never carried over. `again` says why it must be typed again, where something else was wrong. */
  readonly secret?: { readonly again?: string | undefined };
  /** Shown under an option of another field, and read only where that option is chosen. */
  readonly under?: { readonly field: string; readonly option: string };
};
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The words of a field, found under its name in the words of its form: its label, or the label and what else differs. */
export type FieldWords =
  | string
  | {
      readonly label: string;
      readonly hint?: string;
      readonly missing?: string;
      readonly unreal?: string;
      readonly fault?: string;
    };
/** A field declared without a label: it gets its words by its name. */
export type Nameless<V> = (words: FieldWords) => Field<V>;
/** The fields of a form as they are declared. */
export type Asked = Readonly<Record<string, Field<unknown> | Nameless<unknown>>>;

/** The names whose words the form must have. */
type NamelessIn<F> = {
  [K in keyof F]-?: [Extract<F[K], (words: never) => unknown>] extends [never] ? never : K;
}[keyof F];
/** Asks for the words of every nameless field: a missing one does not compile. */
export type Worded<M, F> = [NamelessIn<F>] extends [never]
  ? unknown
  : M extends { readonly fields: { readonly [K in NamelessIn<F>]: FieldWords } }
    ? unknown
    : { readonly "words of these fields are missing": NamelessIn<F> };

export function withWords(asked: Asked, words: Readonly<Record<string, FieldWords>>): Fields {
  const named = Object.entries(asked).map(([key, field]) => [
    key,
    typeof field === "function" ? field(words[key] ?? key) : field,
  ]);
  return Object.fromEntries(named);
}

/** `undefined` for a field that is not always asked: `...(byHand && { receivedOn: day(…) })`. */
type ValueOf<T> = T extends Field<infer V> | Nameless<infer V> ? V : undefined;
type Needed<F> = { [K in keyof F]-?: undefined extends ValueOf<F[K]> ? never : K }[keyof F];
/** The values read; an optional field left empty is absent, as is a field that was not asked. */
export type Values<F> = { [K in Needed<F>]: ValueOf<F[K]> } & {
  [K in Exclude<keyof F, Needed<F>>]?: Exclude<ValueOf<F[K]>, undefined>;
};

/** `most` is asked under `waiting` where `ranked` is chosen: `most: under("waiting", "ranked", number(…))`. */
export function under<F extends Field<unknown> | Nameless<unknown>>(
  field: string,
  option: string,
  content: F,
): Under<F> {
  const below = (one: Field<unknown>) => ({ ...one, under: { field, option } });
  // A cast: what is read only where its option is chosen may be `undefined`.
  return (typeof content === "function" ? (words: FieldWords) => below(content(words)) : below(content)) as Under<F>;
}
type Under<F> =
  F extends Nameless<infer V> ? Nameless<V | undefined> : F extends Field<infer V> ? Field<V | undefined> : never;

/** The names of the controls of one thing, where a page shows the form for several: `until-3f2a…`. */
export type Naming = (name: string) => string;

export function readFields<F extends Fields>(
  fields: F,
  typed: Form,
  /** `repeated`: the form was answered before, so that what was chosen counts whether or not it can be chosen now. */
  { named, lang, repeated }: { readonly named: Naming; readonly lang: Lang; readonly repeated?: boolean },
): { readonly values: Values<F>; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    if (field.under && !typed.all(named(field.under.field)).includes(field.under.option)) continue;
    const wasChosen = repeated && field.readAsSent && typed.all(named(key)).some((value) => value !== "");
    const read = wasChosen ? { value: field.readAsSent(typed, named(key)) } : field.read(typed, named(key), lang);
    if ("faults" in read) errors.push(...read.faults);
    else if ("fault" in read) errors.push({ field: `${named(key)}${read.control ?? ""}`, message: read.fault });
    else if (read.value !== undefined) values[key] = read.value;
  }
  // A cast: the values were just checked.
  return { values: values as Values<F>, errors };
}

/** The errors, plus a message beside each secret that was right, saying why it is empty again. */
export function askingAgain(fields: Fields, errors: readonly FieldError[], named: Naming): readonly FieldError[] {
  const again = Object.entries(fields).flatMap(([key, { secret }]) =>
    secret?.again === undefined || errors.some(({ field }) => field === named(key))
      ? []
      : [{ field: named(key), message: secret.again }],
  );
  return errors.length === 0 ? errors : [...errors, ...again];
}

/** The texts of all their controls, to be compared and stored. */
export function textsOf(fields: Fields, form: Form): Texts {
  const names = Object.entries(fields).flatMap(([key, { parts = [""] }]) => parts.map((part) => `${key}${part}`));
  return Object.fromEntries(
    names.map((name) => {
      const all = form.all(name);
      return [name, all.length > 1 ? all : (all[0] ?? "")];
    }),
  );
}

/** A new form with these values; or the one sent, with these values replaced. */
export function filled<F extends Fields>(fields: F, values: Partial<Values<F>>, named: Naming, sent = NO_FORM): Form {
  const byKey = values as Readonly<Record<string, unknown>>;
  const texts = Object.entries(fields).flatMap(([key, field]) =>
    byKey[key] === undefined ? [] : Object.entries(field.write(byKey[key], named(key))),
  );
  return formWith(sent, Object.fromEntries(texts));
}

/** The form sent, with these texts replaced. */
export function formWith(sent: Form, texts: Texts): Form {
  const all = (name: string) => (Object.hasOwn(texts, name) ? [texts[name]!].flat() : sent.all(name));
  const get = (name: string) => (Object.hasOwn(texts, name) ? ([texts[name]!].flat().at(-1) ?? "") : sent.get(name));
  return { ...sent, all, get, names: [...new Set([...sent.names, ...Object.keys(texts)])] };
}

export type Printed<F> = { readonly [K in keyof F]: Html | undefined };

/** Each field by name; a field under another’s option is printed with that option. */
export function printFields<F extends Fields>(
  fields: F,
  given: Omit<Printing, "name" | "follow"> & { readonly named: Naming },
): Printed<F> {
  const { named, ...rest } = given;
  const below = Map.groupBy(Object.entries(fields), ([, field]) => field.under?.field);
  const print = (key: string, field: Field<unknown>): Html => {
    const follow: Record<string, Html> = {};
    for (const [name, child] of below.get(key) ?? [])
      follow[child.under!.option] = html`${follow[child.under!.option]}${print(name, child)}`;
    return field.print({ ...rest, name: named(key), follow });
  };
  const printed = (below.get(undefined) ?? []).map(([key, field]) => [key, print(key, field)] as const);
  return Object.fromEntries(printed) as unknown as Printed<F>;
}

export type Difference = { readonly label: string; readonly yours: string; readonly theirs: string };

/** Per field, the typed and the current value, where the two differ. */
type Compared = { readonly yours: Form; readonly theirs: Form; readonly named: Naming; readonly lang: Lang };
export function differences(fields: Fields, { yours, theirs, named, lang }: Compared): Difference[] {
  const said = (field: Field<unknown>, form: Form, key: string): string => {
    const read = field.read(form, named(key), lang);
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
