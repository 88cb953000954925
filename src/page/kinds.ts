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
import type { Field, FieldWords, Nameless, Read } from "./field.ts";
import { NO_FORM, type SentFile } from "./page.ts";
import { PAGE_WORDS } from "./words.ts";

/**
 * An empty field is a fault: `missing`, by default the kind’s own sentence. An `optional` one is absent, or with `optional: "empty"` has an
 * empty value; the act judges the empty value of a `blank` one.
 */
type Common<O, L> = {
  /** Without it, the words of the form have it. */
  readonly label?: L;
  readonly hint?: string | Html | undefined;
  readonly missing?: string;
  readonly optional?: O;
  readonly blank?: true;
};
type Maybe = true | "empty" | undefined;
type Or<V, O> = O extends true ? V | undefined : V;
/** A field, where it is given its label; else what becomes one by the words of its form. */
export type Kind<V, L> = L extends string ? Field<V> : Nameless<V>;
type Full<A> = A & { readonly label: string };

export function worded<A extends { readonly label?: string | undefined }, V, L>(
  asked: A,
  make: (asked: Full<A>) => Field<V>,
) {
  const whole = (words: FieldWords) => make({ ...(typeof words === "string" ? { label: words } : words), ...asked });
  // A cast: only the compiler knows whether there is a label.
  return (asked.label === undefined ? whole : make(asked as Full<A>)) as Kind<V, L>;
}

type Generic = keyof (typeof PAGE_WORDS)["fr"]["missing"];

/** What all kinds share: how an empty value is treated, and the sentence for it. */
function kind<V, O extends Maybe>(
  { label, missing, optional, blank }: Full<Omit<Common<O, string>, "label">>,
  generic: Generic,
  isEmpty: (value: V) => boolean,
  field: Omit<Field<V>, "read" | "label"> & { readonly read: (...given: Parameters<Field<V>["read"]>) => V },
): Field<Or<V, O>> {
  const read: Field<V | undefined>["read"] = (typed, name, lang): Read<V | undefined> => {
    const value = field.read(typed, name, lang);
    if (!isEmpty(value) || blank || optional === "empty") return { value };
    return optional ? { value: undefined } : { fault: missing ?? PAGE_WORDS[lang].missing[generic](label) };
  };
  // A cast: only an optional field may be `undefined`.
  return { ...field, label, read } as unknown as Field<Or<V, O>>;
}

/** The options of the printed control; under `exactOptionalPropertyTypes`, an absent one must not be named. */
function shown({ hint, optional }: Pick<Common<Maybe, string>, "hint" | "optional">) {
  return { hint, ...(optional && { optional: true }) };
}

const isBlank = (value: string) => value === "";

type Line = Pick<TextField, "type" | "inputmode" | "autocomplete" | "size" | "suffix" | "suggestions" | "heading">;

/** One line, trimmed, without control characters. The act limits its length. */
export function text<O extends Maybe = undefined, L extends string | undefined = undefined>(
  asked: Line & Common<O, L> = {},
): Kind<Or<string, O>, L> {
  return worded(asked, (full) => line<O>(full));
}

function line<O extends Maybe>(asked: Full<Line & Omit<Common<O, string>, "label">>): Field<Or<string, O>> {
  const { missing: _, hint: __, optional: ___, blank: ____, ...control } = asked;
  return kind<string, O>(asked, "written", isBlank, {
    read: (typed, name) => lineOf(typed.get(name)),
    write: (value, name) => ({ [name]: value }),
    print: ({ name, typed, errors, lang }) =>
      textField({ ...control, ...shown(asked), name, value: typed.get(name), errors, lang }),
    say: (value) => value,
  });
}

function lineOf(typed: string): string {
  return typed.replace(/[\p{Cc}\p{Cf}]/gu, " ").trim();
}

type Secret<L> = Omit<Line, "suggestions" | "suffix"> & Common<undefined, L> & { readonly again?: string };

/** Read only: never printed again, said or carried over. A longer text is cut; no secret is so long, so it is simply wrong. */
function secret<L>(asked: Secret<L>, generic: Generic, read: (typed: string) => string): Kind<string, L> {
  return worded(asked as Secret<string>, (full) => {
    const { again, ...control } = full;
    const printed = line<undefined>(control);
    const field = kind<string, undefined>(full, generic, isBlank, {
      read: (typed, name) => read(typed.get(name)),
      write: () => ({}),
      print: (given) => printed.print({ ...given, typed: NO_FORM }),
      say: () => "",
    });
    return { ...field, secret: { again } };
  });
}

/** Every character counts, spaces too. */
export function password<L extends string | undefined = undefined>(
  asked: Secret<L> & { readonly autocomplete: string },
): Kind<string, L> {
  return secret({ ...asked, type: "password" }, "written", (typed) => typed.slice(0, 1000));
}

/** A one-time code: by default six digits. */
export function code<L extends string | undefined = undefined>(asked: Secret<L> = {}): Kind<string, L> {
  const look = { inputmode: "numeric", autocomplete: "one-time-code", size: 8 } as const;
  return secret({ ...look, ...asked }, "code", (typed) => lineOf(typed).slice(0, 50));
}

type Long = { readonly rows: number; readonly most?: number | undefined };

/** Text of several lines. */
export function longText<O extends Maybe = undefined, L extends string | undefined = undefined>(
  asked: Long & Common<O, L>,
): Kind<Or<string, O>, L> {
  return worded(asked, (full) => {
    const { label, rows, most } = full;
    return kind<string, O>(full, "written", isBlank, {
      read: (typed, name) => typed.get(name).trim(),
      write: (value, name) => ({ [name]: value }),
      print: ({ name, typed, errors, lang }) =>
        textArea({ label, rows, most, ...shown(full), name, value: typed.get(name), errors, lang }),
      say: (value) => value,
    });
  });
}

type Chosen<T extends string> = Omit<Option, "value"> & { readonly value: T };

/** One of a few, all visible (radio buttons); `otherwise` is preselected, and the value where none is chosen. */
export function choice<const T extends string, O extends Maybe = undefined, L extends string | undefined = undefined>(
  asked: Common<O, L> & {
    readonly heading?: boolean;
    readonly options: readonly Chosen<T>[];
    /** The groups of the options fold; open is that of the chosen one, or the first. */
    readonly folds?: boolean;
    readonly otherwise?: NoInfer<T>;
  },
): Kind<Or<T, O>, L> {
  return worded(asked, (full) => {
    const { label, heading = false, options, folds = false, otherwise } = full;
    const group = { legend: label, heading, options, folds, ...shown(full) };
    const base = oneOf(options);
    return kind<T | "", O>(full, "chosen", isBlank, {
      ...base,
      read: (typed, name) => base.read(typed, name) || (otherwise ?? ""),
      print: ({ name, typed, errors, lang, follow }) => {
        const value = typed.get(name) || otherwise;
        return radios({ ...group, ...(follow && { follow }), name, value, errors, lang });
      },
    }) as Field<Or<T, O>>;
  });
}

/** One of many, in a `select`; `empty` is its first line. With `open`, any other value reaches the act, which judges it. */
export function pick<const T extends string, O extends Maybe = undefined, L extends string | undefined = undefined>(
  asked: Common<O, L> & {
    readonly options: readonly Chosen<T>[];
    readonly empty?: string;
    readonly open?: true;
  },
): Kind<Or<T, O>, L> {
  return worded(asked, (full) => {
    const { label, options, open } = full;
    return kind<T | "", O>(full, "chosen", isBlank, {
      ...oneOf(options),
      ...(open && { read: (typed, name) => typed.get(name) as T }),
      print: ({ name, typed, errors, lang }) => {
        const { empty = PAGE_WORDS[lang].choose } = full;
        return select({ label, options, empty, ...shown(full), name, value: typed.get(name), errors, lang });
      },
    }) as Field<Or<T, O>>;
  });
}

function oneOf<T extends string>(options: readonly Chosen<T>[]) {
  return {
    // Any other value counts as none.
    read: (typed: { get: (name: string) => string }, name: string): T | "" =>
      options.find(({ value }) => value === typed.get(name))?.value ?? "",
    readAsSent: (typed: { get: (name: string) => string }, name: string) => typed.get(name) as T,
    write: (value: T | "", name: string) => ({ [name]: value }),
    say: (value: T | "") => options.find((one) => one.value === value)?.label ?? "",
  };
}

/** Checkboxes: any number of several. With `open`, one whose option is gone reaches what is done with it, which judges it. */
export function ticks<O extends Maybe = undefined, L extends string | undefined = undefined>(
  asked: Common<O, L> & { readonly heading?: boolean; readonly options: readonly Option[]; readonly open?: true },
): Kind<Or<string[], O>, L> {
  return worded(asked, (full) => {
    const { label, heading = false, options, open } = full;
    const group = { legend: label, heading, options, ...shown(full) };
    return kind<string[], O>(full, "ticked", (value) => value.length === 0, {
      read: (typed, name) =>
        open ? [...typed.all(name)] : options.map(({ value }) => value).filter((one) => typed.all(name).includes(one)),
      readAsSent: (typed, name) => [...typed.all(name)],
      write: (values, name) => ({ [name]: values }),
      print: ({ name, typed, errors, lang, follow }) =>
        checkboxes({ ...group, ...(follow && { follow }), name, values: typed.all(name), errors, lang }),
      say: (values) =>
        options
          .filter(({ value }) => values.includes(value))
          .map(({ label: said }) => said)
          .join(", "),
    });
  });
}

/** One box that must be ticked: a consent. It never opens ticked. */
export function agreed<L extends string | undefined = undefined>(asked: {
  readonly label?: L;
  readonly hint?: string;
  readonly box: string;
  readonly missing?: string;
}): Kind<true, L> {
  return worded(asked, ({ label, hint, box, missing }) => ({
    label,
    read: (typed, name, lang) =>
      typed.get(name) === "yes" ? { value: true } : { fault: missing ?? PAGE_WORDS[lang].missing.agreed(label) },
    write: () => ({}),
    print: ({ name, errors, lang }) =>
      checkboxes({ name, legend: label, hint, options: [{ value: "yes", label: box }], values: [], errors, lang }),
    say: () => box,
  }));
}

/** Three short fields. `missing` where any part is empty; `unreal`, by default the same text, where no such day exists. */
export function day<O extends true | undefined = undefined, L extends string | undefined = undefined>(
  asked: Common<O, L> & { readonly heading?: boolean; readonly unreal?: string; readonly after?: Html } = {},
): Kind<Or<string, O>, L> {
  return worded(asked, (full) => {
    const { label, heading = false, missing, unreal = missing, after, optional } = full;
    const read: Field<string | undefined>["read"] = (typed, name, lang) => {
      const parts = datePartsOf(typed, name);
      if (optional && isEmptyDate(parts)) return { value: undefined };
      const date = readDate(parts);
      if ("day" in date) return { value: date.day };
      const fault = (date.why === "missing" ? missing : unreal) ?? PAGE_WORDS[lang].missing.day(label);
      return { fault, control: `-${date.fault}` };
    };
    const field: Omit<Field<string>, "read"> = {
      label,
      parts: ["-day", "-month", "-year"],
      write: (value, name) => {
        const parts = partsOf(value);
        return { [`${name}-day`]: parts.day, [`${name}-month`]: parts.month, [`${name}-year`]: parts.year };
      },
      print: ({ name, typed, errors, lang }) => {
        const control = { legend: label, heading, ...(after && { after }), ...shown(full) };
        return dateField({ ...control, name, value: datePartsOf(typed, name), errors, lang });
      },
      say: sayDay,
    };
    // A cast: only an optional field may be `undefined`.
    return { ...field, read } as unknown as Field<Or<string, O>>;
  });
}

type Sending = { readonly accept?: string };

/**
 * Files, on a page that `takesFiles`; a single one unless `many`. Each is accepted or refused by itself, and the value has them all: one
 * that is refused is no fault of the others.
 */
export function files<O extends Maybe = undefined, L extends string | undefined = undefined>(
  asked: Sending & Common<O, L> & { readonly many?: boolean },
): Kind<Or<readonly SentFile[], O>, L> {
  return worded(asked, (full) => {
    const { label, accept, many = false } = full;
    return kind<readonly SentFile[], O>(full, "file", (sent) => sent.length === 0, {
      brings: true,
      read: (typed, name) => typed.files.filter(({ field }) => field === name),
      // A file input cannot be filled in beforehand.
      write: () => ({}),
      print: ({ name, errors, lang }) =>
        fileField({ label, many, ...(accept && { accept }), ...shown(full), name, errors, lang }),
      say: (sent) => sent.map(({ name }) => name).join(", "),
    });
  });
}

type Small = { readonly name: string; readonly bytes: Buffer };

/** One small file that the page reads itself (`readsFiles`) and does not store; `undefined` where none is chosen. */
export function smallFile(
  asked: Sending & { readonly label: string; readonly hint?: string; readonly tooBig: string },
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
