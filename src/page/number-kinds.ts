/** Fields that hold a number or a time of day. */
import type { Lang } from "../kit/lang.ts";
import { isTime } from "../kit/zone.ts";
import type { Field } from "./field.ts";
import { type TextField, textField } from "./form.ts";
import { readNumber, textOf } from "./form-values.ts";
import { type Kind, worded } from "./kinds.ts";
import { PAGE_WORDS } from "./words.ts";

/** An empty field is a fault, unless it is `optional`, or `blank`: then it is absent and the act judges that. */
type Typed<O, L> = Pick<TextField, "size" | "suffix" | "hint"> & {
  readonly label?: L;
  readonly fault?: string;
  readonly optional?: O;
  readonly blank?: O;
};
type Maybe = true | undefined;
type Or<V, O> = O extends true ? V | undefined : V;

/** Parses the typed text, `undefined` where it is invalid; and formats the value. */
type Written<V> = {
  readonly reads: (text: string) => V | undefined;
  readonly writes: (value: V) => string;
};

/** One line that is parsed: empty, wrong or a value. */
function parsed<V, O extends Maybe>(
  { label, fault, optional, blank, ...control }: Typed<O, string> & Pick<TextField, "label" | "inputmode">,
  { reads, writes }: Written<V>,
  generic: (lang: Lang) => string,
): Field<Or<V, O>> {
  const read: Field<V | undefined>["read"] = (typed, name, lang) => {
    const text = textOf(typed, name);
    if (text === "" && (optional || blank)) return { value: undefined };
    const value = text === "" ? undefined : reads(text);
    return value === undefined ? { fault: fault ?? generic(lang) } : { value };
  };
  const field: Omit<Field<V | undefined>, "read"> = {
    label,
    write: (value, name) => ({ [name]: value === undefined ? "" : writes(value) }),
    print: ({ name, typed, errors, lang }) =>
      textField({ label, ...control, ...(optional && { optional }), name, value: typed.get(name), errors, lang }),
    say: (value) => (value === undefined ? "" : writes(value)),
  };
  // A cast: only an optional or blank field may be `undefined`.
  return { ...field, read } as unknown as Field<Or<V, O>>;
}

/** A number as people write it. */
export function typedNumber<O extends Maybe = undefined>({
  reads,
  writes,
  ...asked
}: Typed<O, string> & Written<number> & { readonly label: string; readonly fault: string }): Field<Or<number, O>> {
  return parsed({ size: 5, inputmode: "decimal", ...asked }, { reads, writes }, () => asked.fault);
}

export function whole<O extends Maybe = undefined, L extends string | undefined = undefined>(
  asked: Typed<O, L> & {
    readonly most: number;
    /** By default 1. */
    readonly least?: number;
  },
): Kind<Or<number, O>, L> {
  return worded(asked, ({ most, least = 1, ...control }) => {
    const reads = (text: string) => {
      const value = readNumber(text);
      return value !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
    };
    const generic = (lang: Lang) => PAGE_WORDS[lang].whole(control.label, least, most);
    return parsed({ size: 5, inputmode: "numeric", ...control }, { reads, writes: String }, generic);
  });
}

/** A time of day. */
export function hour<O extends Maybe = undefined, L extends string | undefined = undefined>(
  asked: Typed<O, L> = {},
): Kind<Or<string, O>, L> {
  return worded(asked, (full) => {
    const written = { reads: readTime, writes: (time: string) => time };
    return parsed({ size: 6, inputmode: "numeric", ...full }, written, (lang) =>
      PAGE_WORDS[lang].missing.hour(full.label),
    );
  });
}

/** « 23:59 », « 23h59 », « 9 h », "9.30": a time of day, or `undefined`. */
export function readTime(text: string): string | undefined {
  const [, hours = "", minutes = "00"] = /^(\d{1,2})\s*(?:[:h.](?:\s*(\d{2}))?\s*)?(?:min)?$/i.exec(text) ?? [];
  const time = `${hours.padStart(2, "0")}:${minutes}`;
  return hours !== "" && isTime(time) ? time : undefined;
}
