/** The kinds of fields there are: each says once how it is read, shown, filled in and said. */
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
 * `missing` is said where it is empty; without it, an empty value goes to the act, which says so. What is `optional` and
 * empty is not there at all.
 */
type Asked<O> = { readonly hint?: string | Html | undefined; readonly missing?: string; readonly optional?: O };
type Maybe = true | undefined;
type Or<V, O> = O extends true ? V | undefined : V;

/** What the kinds have in common: what happens to what is empty. */
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
  // Only where it is optional may a value be missing.
  return { ...field, read } as unknown as Field<Or<V, O>>;
}

/** What the printed control is told of it; `exactOptionalPropertyTypes` wants what is not there not named. */
function shown<O extends Maybe>({ hint, optional }: Asked<O>) {
  return { hint, ...(optional && { optional: true }) };
}

const isBlank = (value: string) => value === "";

type Line = { readonly label: string } & Pick<
  TextField,
  "type" | "inputmode" | "autocomplete" | "size" | "suffix" | "suggestions" | "heading"
>;

/** One line: without what no keyboard types, and without spaces around it. How long it may be, the act says. */
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

/** Read, and that is all: never printed again, said or carried on. What is cut of it is in no secret, which is wrong like any other. */
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

/** Every sign of it counts, spaces too. */
export function password(asked: Secret & { readonly autocomplete: string }): Field<string> {
  return secret({ ...asked, type: "password" }, (typed) => typed.slice(0, 1000));
}

/** Signs that are good once: six digits, unless it is said how else they look. */
export function code(asked: Secret): Field<string> {
  const look = { inputmode: "numeric", autocomplete: "one-time-code", size: 8 } as const;
  return secret({ ...look, ...asked }, (typed) => lineOf(typed).slice(0, 50));
}

type Long = { readonly label: string; readonly rows: number; readonly most?: number | undefined };

/** Lines and paragraphs. */
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

/** One of a few, all of them to be seen; `otherwise` is chosen beforehand, and holds where none is. */
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
  const one = oneOf(legend, options);
  return kind<T | "", O>(asked, isBlank, {
    ...one,
    read: (typed, name) => one.read(typed, name) || (otherwise ?? ""),
    print: ({ name, typed, errors, lang, follow }) => {
      const value = typed.get(name) || otherwise;
      return radios({ ...group, ...(follow && { follow }), name, value, errors, lang });
    },
  }) as Field<Or<T, O>>;
}

/** One of many, in a list that opens; `empty` is what it says while none is chosen. Whether another fits is the act's to say, where it is `open`. */
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
    // Whatever else is sent is not one of them.
    read: (typed: { get: (name: string) => string }, name: string): T | "" =>
      options.find(({ value }) => value === typed.get(name))?.value ?? "",
    write: (value: T | "", name: string) => ({ [name]: value }),
    say: (value: T | "") => options.find((one) => one.value === value)?.label ?? "",
  };
}

/** Any number of several. */
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

/** One box that has to be ticked: what is agreed to. It never opens ticked. */
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

/** Three short fields. `missing` where nothing or a part of it was typed; `unreal`, the same unless said, where there is no such day. */
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
    const found = readDate(parts);
    if ("day" in found) return { value: found.day };
    return { fault: found.why === "missing" ? missing : unreal, control: `-${found.fault}` };
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
  // Only where it is optional may a value be missing.
  return { ...field, read } as unknown as Field<Or<string, O>>;
}

type Sending = { readonly label: string; readonly accept?: string };

/**
 * Files, on a page that `takesFiles`; one of them unless `many`. Each is taken by itself or is not, and the value is all of
 * them: what keeps one back is not a fault of the others.
 */
export function files<O extends Maybe = undefined>(
  asked: Sending & Asked<O> & { readonly many?: boolean },
): Field<Or<readonly SentFile[], O>> {
  const { label, accept, many = false } = asked;
  return kind<readonly SentFile[], O>(asked, (sent) => sent.length === 0, {
    label,
    brings: true,
    read: (typed, name) => typed.files.filter(({ field }) => field === name),
    // A browser fills no file in.
    write: () => ({}),
    print: ({ name, errors, lang }) =>
      fileField({ label, many, ...(accept && { accept }), ...shown(asked), name, errors, lang }),
    say: (sent) => sent.map(({ name }) => name).join(", "),
  });
}

type Small = { readonly name: string; readonly bytes: Buffer };

/** One file that the page reads itself (`readsFiles`) and nothing keeps. Where none is chosen, it is not there. */
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

/** Nothing that is typed: which version of a thing was shown, so that whoever saved in between is not overwritten unseen. */
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

/** Nothing that is typed, either: what a button stands for. What comes of another value is the act's to say. */
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

/** Nothing that is typed, again: whether it was sent by another button of its form, which the form prints `beside` its own. */
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

/** What the page showed of a thing, in words: where it has changed in between, both are shown. */
export function asShown(label: string): Field<string> {
  return { ...carried<string>(), label, compared: true };
}
