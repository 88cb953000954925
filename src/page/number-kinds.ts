/** Fields that hold a number or a time of day. */
import { isTime } from "../kit/zone.ts";
import type { Field } from "./field.ts";
import { type TextField, textField } from "./form.ts";
import { readNumber, textOf } from "./form-values.ts";

type Typed = Pick<TextField, "label" | "size" | "suffix" | "optional" | "hint" | "inputmode"> & {
  /** Parses the typed text, `undefined` where it is invalid; and formats the value. */
  readonly reads: (text: string) => number | undefined;
  readonly writes: (value: number) => string;
  readonly fault: string;
  /** An empty field is a fault. */
  readonly needed?: true;
};

/** A number as people write it. */
export function typedNumber({ reads, writes, fault, needed, ...control }: Typed): Field<number | undefined> {
  return {
    label: control.label,
    read: (typed, name) => {
      const text = textOf(typed, name);
      if (text === "") return needed ? { fault } : { value: undefined };
      const value = reads(text);
      return value === undefined ? { fault } : { value };
    },
    write: (value, name) => ({ [name]: value === undefined ? "" : writes(value) }),
    print: ({ name, typed, errors, lang }) =>
      textField({ size: 5, inputmode: "decimal", ...control, name, value: typed.get(name), errors, lang }),
    say: (value) => (value === undefined ? "" : writes(value)),
  };
}

type Whole = Omit<Typed, "reads" | "writes" | "inputmode"> & {
  readonly most: number;
  /** By default 1. */
  readonly least?: number;
};

export function whole({ most, least = 1, ...control }: Whole): Field<number | undefined> {
  const reads = (text: string) => {
    const value = readNumber(text);
    return value !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
  };
  return typedNumber({ ...control, inputmode: "numeric", reads, writes: String });
}

type Hour = Pick<TextField, "label" | "hint"> & { readonly fault: string };

/** A time of day; an empty field is a fault unless it is `optional`. */
export function hour(asked: Hour & { readonly optional: true }): Field<string | undefined>;
export function hour(asked: Hour): Field<string>;
export function hour({ fault, optional, ...control }: Hour & { optional?: true }): Field<string | undefined> {
  return {
    label: control.label,
    read: (typed, name) => {
      const text = textOf(typed, name);
      if (text === "" && optional) return { value: undefined };
      const value = readTime(text);
      return value === undefined ? { fault } : { value };
    },
    write: (value, name) => ({ [name]: value ?? "" }),
    print: ({ name, typed, errors, lang }) =>
      textField({
        ...control,
        ...(optional && { optional }),
        size: 6,
        name,
        value: typed.get(name),
        inputmode: "numeric",
        errors,
        lang,
      }),
    say: (value) => value ?? "",
  };
}

/** « 23:59 », « 23h59 », « 9 h », "9.30": a time of day, or `undefined`. */
export function readTime(text: string): string | undefined {
  const [, hours = "", minutes = "00"] = /^(\d{1,2})\s*(?:[:h.](?:\s*(\d{2}))?\s*)?(?:min)?$/i.exec(text) ?? [];
  const time = `${hours.padStart(2, "0")}:${minutes}`;
  return hours !== "" && isTime(time) ? time : undefined;
}
