/** The kinds of fields: each is read, printed, filled in and said in one place. */
import { type Html, html } from "../kit/html.ts";
import { sayDay } from "../kit/lang.ts";
import {
  checkboxes,
  dateField,
  fileField,
  type Option,
  radios,
  select,
  textArea,
  textField,
  type TextField,
} from "./form.ts";
import { datePartsOf, isEmptyDate, partsOf, readDate } from "./form-values.ts";
import type { Field, Read } from "./field.ts";
import { NO_FORM, type SentFile } from "./page.ts";

/**
 * `missing` is the error for an empty value; without it, the empty value reaches the act, which reports it. An `optional` empty field is
 * absent.
 */
type Asked<O> = { readonly hint?: string | Html | undefined; readonly missing?: string; readonly optional?: O };
type Maybe = true | undefined;
type Or<V, O> = O extends true ? V | undefined : V;

/** What all kinds share: how an empty value is treated. */
function kind<V, O extends Maybe>(
  { missing, optional }: Asked<O>,
  isEmpty: (value: V) => boolean,
  field: Omit<Field<V>, "read"> & { readonly read: (...given: Parameters<Field<V>["read"]>) => V },
): Field<Or<V, O>> {
  const read: Field<V | undefined>["read"] = (typed, name): Read<V | undefined> => {
    const value = field.read(typed, name);
    if (!isEmpty(value)) return { value };
    return missing !== undefined && !optional ? { fault: missing } : { value: optional ? undefined : value };
  };
  // A cast: only an optional field may be `undefined`.
  return { ...field, read } as unknown as Field<Or<V, O>>;
}

/** The options of the printed control; under `exactOptionalPropertyTypes`, an absent one must not be named. */
function shown<O extends Maybe>({ hint, optional }: Asked<O>) {
  return { hint, ...(optional && { optional: true }) };
}

const isBlank = (value: string) => value === "";

type Line = { readonly label: string } & Pick<
  TextField,
  "type" | "inputmode" | "autocomplete" | "size" | "suffix" | "suggestions" | "heading"
>;

/** One line, trimmed, without control characters. The act limits its length. */
export function text<O extends Maybe = undefined>(asked: Line & Asked<O>): Field<Or<string, O>> {
  const { missing: _, hint: __, optional: ___, ...line } = asked;
  return kind<string, O>(asked, isBlank, {
    label: asked.label,
    read: (typed, name) => lineOf(typed.get(name)),
    write: (value, name) => ({ [name]: value }),
    print: ({ name, typed, errors, lang }) =>
      textField({ ...line, ...shown(asked), name, value: typed.get(name), errors, lang }),
    say: (value) => value,
  });
}

function lineOf(typed: string): string {
  return typed.replace(/[\p{Cc}\p{Cf}]/gu, " ").trim();
}

type Secret = Omit<Line, "suggestions" | "suffix"> & Asked<undefined> & { readonly again?: string };

/** Read only: never printed again, said or carried over. A longer text is cut; no secret is so long, so it is simply wrong. */
function secret(asked: Secret, read: (typed: string) => string): Field<string> {
  const line = text(asked);
  const field = kind<string, undefined>(asked, isBlank, {
    ...line,
    read: (typed, name) => read(typed.get(name)),
    write: () => ({}),
    print: (given) => line.print({ ...given, typed: NO_FORM }),
    say: () => "",
  });
  return { ...field, secret: { again: asked.again } };
}

/** Every character counts, spaces too. */
export function password(asked: Secret & { readonly autocomplete: string }): Field<string> {
  return secret({ ...asked, type: "password" }, (typed) => typed.slice(0, 1000));
}

/** A one-time code: by default six digits. */
export function code(asked: Secret): Field<string> {
  const look = { inputmode: "numeric", autocomplete: "one-time-code", size: 8 } as const;
  return secret({ ...look, ...asked }, (typed) => lineOf(typed).slice(0, 50));
}

type Long = { readonly label: string; readonly rows: number; readonly most?: number | undefined };

/** Text of several lines. */
export function longText<O extends Maybe = undefined>(asked: Long & Asked<O>): Field<Or<string, O>> {
  const { label, rows, most } = asked;
  return kind<string, O>(asked, isBlank, {
    label,
    read: (typed, name) => typed.get(name).trim(),
    write: (value, name) => ({ [name]: value }),
    print: ({ name, typed, errors, lang }) =>
      textArea({ label, rows, most, ...shown(asked), name, value: typed.get(name), errors, lang }),
    say: (value) => value,
  });
}

type Chosen<T extends string> = Omit<Option, "value"> & { readonly value: T };

/** One of a few, all visible (radio buttons); `otherwise` is preselected, and the value where none is chosen. */
export function choice<const T extends string, O extends Maybe = undefined>(
  asked: Asked<O> & {
    readonly legend: string;
    readonly heading?: boolean;
    readonly options: readonly Chosen<T>[];
    readonly otherwise?: NoInfer<T>;
  },
): Field<Or<T, O>> {
  const { legend, heading = false, options, otherwise } = asked;
  const group = { legend, heading, options, ...shown(asked) };
  const base = oneOf(legend, options);
  return kind<T | "", O>(asked, isBlank, {
    ...base,
    read: (typed, name) => base.read(typed, name) || (otherwise ?? ""),
    print: ({ name, typed, errors, lang, follow }) => {
      const value = typed.get(name) || otherwise;
      return radios({ ...group, ...(follow && { follow }), name, value, errors, lang });
    },
  }) as Field<Or<T, O>>;
}

/** One of many, in a `select`; `empty` is its first line. With `open`, any other value reaches the act, which judges it. */
export function pick<const T extends string, O extends Maybe = undefined>(
  asked: Asked<O> & {
    readonly label: string;
    readonly options: readonly Chosen<T>[];
    readonly empty: string;
    readonly open?: true;
  },
): Field<Or<T, O>> {
  const { label, options, empty, open } = asked;
  return kind<T | "", O>(asked, isBlank, {
    ...oneOf(label, options),
    ...(open && { read: (typed, name) => typed.get(name) as T }),
    print: ({ name, typed, errors, lang }) =>
      select({ label, options, empty, ...shown(asked), name, value: typed.get(name), errors, lang }),
  }) as Field<Or<T, O>>;
}

function oneOf<T extends string>(label: string, options: readonly Chosen<T>[]) {
  return {
    label,
    // Any other value counts as none.
    read: (typed: { get: (name: string) => string }, name: string): T | "" =>
      options.find(({ value }) => value === typed.get(name))?.value ?? "",
    write: (value: T | "", name: string) => ({ [name]: value }),
    say: (value: T | "") => options.find((one) => one.value === value)?.label ?? "",
  };
}

/** Checkboxes: any number of several. */
export function ticks<O extends Maybe = undefined>(
  asked: Asked<O> & { readonly legend: string; readonly heading?: boolean; readonly options: readonly Option[] },
): Field<Or<string[], O>> {
  const { legend, heading = false, options } = asked;
  const group = { legend, heading, options, ...shown(asked) };
  return kind<string[], O>(asked, (value) => value.length === 0, {
    label: legend,
    read: (typed, name) => options.map(({ value }) => value).filter((one) => typed.all(name).includes(one)),
    write: (values, name) => ({ [name]: values }),
    print: ({ name, typed, errors, lang, follow }) =>
      checkboxes({ ...group, ...(follow && { follow }), name, values: typed.all(name), errors, lang }),
    say: (values) =>
      options
        .filter(({ value }) => values.includes(value))
        .map(({ label }) => label)
        .join(", "),
  });
}

/** One box that must be ticked: a consent. It never opens ticked. */
export function agreed(asked: {
  readonly legend: string;
  readonly hint?: string;
  readonly label: string;
  readonly missing: string;
}): Field<true> {
  const { legend, hint, label, missing } = asked;
  return {
    label: legend,
    read: (typed, name) => (typed.get(name) === "yes" ? { value: true } : { fault: missing }),
    write: () => ({}),
    print: ({ name, errors, lang }) =>
      checkboxes({ name, legend, hint, options: [{ value: "yes", label }], values: [], errors, lang }),
    say: () => label,
  };
}

/** Three short fields. `missing` where any part is empty; `unreal`, by default the same text, where no such day exists. */
export function day<O extends Maybe = undefined>(
  asked: Asked<O> & {
    readonly legend: string;
    readonly heading?: boolean;
    readonly missing: string;
    readonly unreal?: string;
    readonly after?: Html;
  },
): Field<Or<string, O>> {
  const { legend, heading = false, missing, unreal = missing, after, optional } = asked;
  const read: Field<string | undefined>["read"] = (typed, name) => {
    const parts = datePartsOf(typed, name);
    if (optional && isEmptyDate(parts)) return { value: undefined };
    const date = readDate(parts);
    if ("day" in date) return { value: date.day };
    return { fault: date.why === "missing" ? missing : unreal, control: `-${date.fault}` };
  };
  const field: Omit<Field<string>, "read"> = {
    label: legend,
    parts: ["-day", "-month", "-year"],
    write: (value, name) => {
      const parts = partsOf(value);
      return { [`${name}-day`]: parts.day, [`${name}-month`]: parts.month, [`${name}-year`]: parts.year };
    },
    print: ({ name, typed, errors, lang }) =>
      dateField({
        legend,
        heading,
        ...(after && { after }),
        ...shown(asked),
        name,
        value: datePartsOf(typed, name),
        errors,
        lang,
      }),
    say: sayDay,
  };
  // A cast: only an optional field may be `undefined`.
  return { ...field, read } as unknown as Field<Or<string, O>>;
}

type Sending = { readonly label: string; readonly accept?: string };

/**
 * Files, on a page that `takesFiles`; a single one unless `many`. Each is accepted or refused by itself, and the value has them all: one
 * that is refused is no fault of the others.
 */
export function files<O extends Maybe = undefined>(
  asked: Sending & Asked<O> & { readonly many?: boolean },
): Field<Or<readonly SentFile[], O>> {
  const { label, accept, many = false } = asked;
  return kind<readonly SentFile[], O>(asked, (sent) => sent.length === 0, {
    label,
    brings: true,
    read: (typed, name) => typed.files.filter(({ field }) => field === name),
    // A file input cannot be filled in beforehand.
    write: () => ({}),
    print: ({ name, errors, lang }) =>
      fileField({ label, many, ...(accept && { accept }), ...shown(asked), name, errors, lang }),
    say: (sent) => sent.map(({ name }) => name).join(", "),
  });
}

type Small = { readonly name: string; readonly bytes: Buffer };

/** One small file that the page reads itself (`readsFiles`) and does not store; `undefined` where none is chosen. */
export function smallFile(
  asked: Sending & { readonly hint?: string; readonly tooBig: string },
): Field<Small | undefined> {
  const { tooBig, ...control } = asked;
  return {
    label: asked.label,
    brings: true,
    read: ({ small = [] }, name) => {
      const file = small.find(({ field }) => field === name);
      return file && "problem" in file ? { fault: tooBig } : { value: file };
    },
    write: () => ({}),
    print: ({ name, errors, lang }) => fileField({ ...control, name, errors, lang }),
    say: (file) => file?.name ?? "",
  };
}

/** Hidden: the version of the thing that was shown, so that a concurrent save is not overwritten unseen. */
export function version(): Field<number> {
  return {
    label: "",
    carried: true,
    read: (typed, name) => ({ value: /^\d{1,9}$/.test(typed.get(name)) ? Number(typed.get(name)) : 0 }),
    write: (value, name) => ({ [name]: String(value) }),
    print: ({ name, typed }) => html`<input type="hidden" name="${name}" value="${typed.get(name)}">`,
    say: String,
  };
}

/** Hidden: the value that a button stands for. The act judges any other value. */
export function carried<T extends string>(): Field<T> {
  return {
    label: "",
    carried: true,
    read: (typed, name) => ({ value: typed.get(name) as T }),
    write: (value, name) => ({ [name]: value }),
    print: ({ name, typed }) => html`<input type="hidden" name="${name}" value="${typed.get(name)}">`,
    say: String,
  };
}

/** Hidden: whether another submit button was pressed, which the form prints `beside` its own. */
export function pressed(): Field<boolean> {
  return {
    label: "",
    carried: true,
    read: (typed, name) => ({ value: typed.get(name) !== "" }),
    write: () => ({}),
    print: () => html``,
    say: String,
  };
}

/** Hidden: what the page showed of a thing, in words; after a concurrent change, both are shown. */
export function asShown(label: string): Field<string> {
  return { ...carried<string>(), label, compared: true };
}
