/**
 * What every entry of the law has: labels in both languages, an article, dates, and our confidence. The loader gives each entry its `id`,
 * its path in the file (`doors.C3`).
 */
import { type TProperties, Type } from "typebox";
import type { Label } from "../kit/lang.ts";
import { closed } from "../kit/shapes.ts";

/** From the surest to the least sure. `local` is the school's own choice, which needs no text. */
export const CONFIDENCES = ["text", "local", "interpretation", "conflict", "unverified"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** One of a few names: an `enum`, so that an error can list them. */
export function oneOf<const T extends readonly string[]>(...names: T) {
  return Type.Unsafe<T[number]>({ enum: names });
}

export const DaySchema = Type.String({ format: "day" });
export const LabelSchema = Type.Object(
  { fr: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  closed,
);
export const KeySchema = Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9.-]*$", maxLength: 60 });

/** The source of an entry: a key of the file's `texts`, an article, and our confidence. */
const SourceSchema = Type.Object(
  {
    text: KeySchema,
    article: Type.String({ minLength: 1 }),
    confidence: oneOf(...CONFIDENCES),
    /** Why the confidence is not `text`: the interpretation, the conflict or the doubt, for a jurist. */
    note: Type.Optional(LabelSchema),
  },
  closed,
);

/** Adds the common properties of entries to those of a kind. */
export function entryOf<P extends TProperties>(properties: P) {
  return Type.Object(
    {
      ...properties,
      source: SourceSchema,
      /** Validity; without dates, that of its file's version. */
      from: Type.Optional(DaySchema),
      to: Type.Optional(DaySchema),
    },
    closed,
  );
}

type Source = {
  readonly text: string;
  readonly article: string;
  readonly confidence: Confidence;
  readonly note?: Label;
};

/** A text that entries cite: its name, the state of it that was read, and when. */
export const TextSchema = Type.Object(
  {
    citation: LabelSchema,
    title: LabelSchema,
    nor: Type.Optional(Type.String()),
    url: Type.Optional(Type.String()),
    stateRead: LabelSchema,
    readOn: Type.Optional(DaySchema),
  },
  closed,
);

/** The less sure of the two: a chain is as sure as its weakest link. */
export function weakest(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) >= CONFIDENCES.indexOf(b) ? a : b;
}

/** Anything that a finding may cite. The loader resolves `citation`, so no rule looks it up. */
export type Entry = {
  readonly id: string;
  readonly source: Source;
  readonly citation: Label;
  readonly from?: string;
  readonly to?: string;
};

/** The loaded form of a file: every object with a `source` has become an `Entry`. */
export type Loaded<T> = T extends readonly (infer U)[]
  ? readonly Loaded<U>[]
  : T extends { source: unknown }
    ? { readonly [K in keyof T]: K extends "source" ? Source : Loaded<T[K]> } & Entry
    : T extends object
      ? { readonly [K in keyof T]: Loaded<T[K]> }
      : T;
