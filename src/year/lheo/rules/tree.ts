/** An offer as elements of LHÉO: what is wrong with it, what it says line by line, and how it is written. Pure. */
import type { Confidence } from "../../../law/entry.ts";
import type { Day } from "../../../kit/day.ts";
import type { Label } from "../../../kit/lang.ts";
import { type ElementName, formatOf } from "./format.ts";

/** Where somebody mends it: a key of a file of the law, or a page of cohorts. */
export type Where =
  | { readonly in: "school" | "diploma"; readonly key: string }
  | {
      readonly in: "cohorts";
      readonly diploma?: string;
      readonly cohort?: string;
      readonly label?: Label;
      readonly on?: Day;
    };

/** What a text rests on. */
export type Rest = { readonly confidence: Confidence; readonly citation: Label };

export type Element = {
  readonly name: ElementName;
  readonly where: Where;
  /** Of a text or a code; without it and without elements inside, the element is missing. */
  readonly value?: string | undefined;
  readonly inside?: readonly Element[];
  readonly attributes?: Readonly<Record<string, string>>;
  /** What a code means. */
  readonly means?: Label | undefined;
  readonly rests?: Rest | undefined;
};

/**
 * `missing`; `zeros`: in the place of a number; `short` and `long` with the characters that there are and may be; `many` with how often;
 * `code`, `form`: not as the format has it.
 */
export const FAULTS = ["missing", "zeros", "short", "long", "many", "code", "form"] as const;
type FaultKind = (typeof FAULTS)[number];
export type Fault = {
  readonly fault: FaultKind;
  readonly path: string;
  readonly element: ElementName;
  readonly where: Where;
  readonly is: number | null;
  readonly limit: number | null;
};

/** All of them, in the order of the file. */
export function faultsIn(root: Element): readonly Fault[] {
  return [...faults(root, root.name)];
}

function* faults(element: Element, path: string): Generator<Fault> {
  const { name, where, value, inside } = element;
  const fault = (kind: FaultKind, is: number | null = null, limit: number | null = null): Fault => ({
    fault: kind,
    path,
    element: name,
    where,
    is,
    limit,
  });
  const format = formatOf(name);
  if (!isElements(format)) {
    if (value === undefined) yield fault("missing");
    else if ("table" in format) {
      if (!format.table.includes(value)) yield fault("code");
    } else {
      const { length } = Array.from(value);
      if (length < format.least) yield fault(length === 0 ? "missing" : "short", length, format.least);
      else if (length > format.most) yield fault("long", length, format.most);
      else if (UNPRINTABLE.test(value) || (format.pattern && !format.pattern.test(value))) yield fault("form");
      else if (REGISTERED.includes(name) && ZEROS.test(value)) yield fault("zeros");
    }
    return;
  }
  if (inside === undefined) {
    yield fault("missing");
    return;
  }
  for (const [child, least, most] of format) {
    const there = inside.filter((one) => one.name === child);
    const at = `${path}/${child}`;
    const element = child as ElementName;
    if (there.length < least) yield { ...fault("missing"), path: at, element };
    if (there.length > most) yield { ...fault("many", there.length, most), path: at, element };
    for (const [nth, one] of there.entries()) yield* faults(one, pathOf(path, child, nth, most));
  }
}

/** Numbers that a register gives. Zeros pass its check digit and are given to nobody: they stand for a number that is not known. */
const REGISTERED: readonly ElementName[] = ["SIRET", "numero-activite", "code-public-vise", "code-FORMACODE"];
const ZEROS = /^0+$/;

/** What XML 1.0 cannot carry: control characters, which the linter takes for a mistake in a pattern. */
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

function isElements(format: ReturnType<typeof formatOf>): format is Extract<typeof format, readonly unknown[]> {
  return Array.isArray(format);
}

/** Numbered from 1 where the element may stand more than once. */
function pathOf(path: string, name: string, nth: number, most: number): string {
  return most === 1 ? `${path}/${name}` : `${path}/${name}[${String(nth + 1)}]`;
}

export type Line = {
  readonly path: string;
  readonly element: ElementName;
  readonly value: string;
  readonly means: Label | null;
  readonly rests: Rest | null;
};

/** What the file says, as far as it is known, in its order. */
export function linesOf(root: Element): readonly Line[] {
  return [...lines(root, root.name)];
}

function* lines({ name, value, means, rests, inside, attributes }: Element, path: string): Generator<Line> {
  // Of an action: its site and its track, which no element of it says.
  const info = attributes?.info;
  if (info !== undefined) yield { path: `${path}/@info`, element: name, value: info, means: null, rests: null };
  if (value !== undefined) yield { path, element: name, value, means: means ?? null, rests: rests ?? null };
  for (const [one, nth, most] of inOrder(name, inside)) yield* lines(one, pathOf(path, one.name, nth, most));
}

/** The elements inside in the order of the format, each with which of its name it is. */
function* inOrder(name: ElementName, inside: Element["inside"]): Generator<readonly [Element, number, number]> {
  const format = formatOf(name);
  if (!inside || !isElements(format)) return;
  for (const [child, , most] of format)
    for (const [nth, one] of inside.filter((found) => found.name === child).entries()) yield [one, nth, most];
}

/** How many of an element the file has. */
export function countOf({ name, inside = [], value }: Element, counted: ElementName): number {
  const there = name === counted && (value !== undefined || inside.length > 0) ? 1 : 0;
  return inside.reduce((total, one) => total + countOf(one, counted), there);
}

const NAMESPACE = "http://lheo.gouv.fr/2.3";

/** Of an offer without faults. */
export function writtenXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "", ` xmlns="${NAMESPACE}"`)}`;
}

function written({ name, value, inside, attributes = {} }: Element, indent: string, namespace = ""): string {
  const said = Object.entries(attributes).map(([key, one]) => ` ${key}="${escaped(one).replaceAll('"', "&quot;")}"`);
  const open = `<${name}${namespace}${said.join("")}>`;
  if (value !== undefined) return `${indent}${open}${escaped(value)}</${name}>\n`;
  const all = [...inOrder(name, inside)].map(([one]) => written(one, `${indent}  `));
  return `${indent}${open}\n${all.join("")}${indent}</${name}>\n`;
}

/** A carriage return would be read as a line feed. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
}
