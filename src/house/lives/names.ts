/**
 * Names in a life: « $dossier » stands for a value kept, « guest:$partner » for a person in the form acts use for actors, « VIR {$reference} »
 * for a value within a text; and paths within values.
 */

import type { Day } from "../../kit/day.ts";
import { de, sayDay, sayPartialDay } from "../../kit/lang.ts";

export const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
const TAKEN = /^((?:account|guest):)?\$([A-Za-z][A-Za-z0-9_-]*)$/;
const WITHIN = /\{\$([A-Za-z][A-Za-z0-9_-]*)\}/g;

/** The name that a text stands for, if any, and its prefix. */
function nameOf(text: string): { readonly name: string; readonly kind: string } | undefined {
  const [, kind = "", name] = TAKEN.exec(text) ?? [];
  return name === undefined ? undefined : { name, kind };
}

export function namesIn(value: unknown, path: string): { readonly path: string; readonly name: string }[] {
  if (typeof value === "string") {
    const taken = nameOf(value);
    return taken
      ? [{ path, name: taken.name }]
      : [...value.matchAll(WITHIN)].map(([, name]) => ({ path, name: name! }));
  }
  if (Array.isArray(value)) return value.flatMap((item, at) => namesIn(item, `${path}[${at}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => namesIn(part, `${path}.${key}`));
}

/**
 * The same value with each name replaced by its value, and each other text mapped by `text`: its days are said in words. `{ fileOf }` is a
 * file of these lines, such as the bank’s, in the form in which an act takes its bytes.
 */
export function filledIn(value: unknown, known: (name: string) => unknown, text?: (plain: string) => string): unknown {
  if (typeof value === "string") {
    const taken = nameOf(value);
    // Mapped, it is still as it is written: its names are filled in when the step is played.
    if (!taken) return text ? text(value) : spoken(value.replace(WITHIN, (_, name: string) => String(known(name))));
    return taken.kind === "" ? known(taken.name) : `${taken.kind}${String(known(taken.name))}`;
  }
  const lines = text ? undefined : linesOf(value);
  if (lines) return Buffer.from(lines.map((line) => filledIn(line, known)).join("\n")).toString("base64");
  if (Array.isArray(value)) return value.map((item) => filledIn(item, known, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filledIn(part, known, text)]));
}

function linesOf(value: unknown): readonly string[] | undefined {
  if (typeof value !== "object" || value === null || Object.keys(value).join() !== "fileOf") return undefined;
  const { fileOf: lines } = value as { readonly fileOf: unknown };
  return Array.isArray(lines) && lines.every((line) => typeof line === "string") ? lines : undefined;
}

/** « Session {de mois 2029-06-04} »: a day within a text, which moves with the others of its life and is then said in words. */
const SPOKEN = /\{(jour|mois|de mois|month|year|date) (\d{4}-\d{2}-\d{2})\}/g;
const SAID: Readonly<Record<string, (day: Day) => string>> = {
  jour: (day) => sayDay(day, "fr"),
  mois: (day) => sayPartialDay(day.slice(0, 7), "fr"),
  "de mois": (day) => de(sayPartialDay(day.slice(0, 7), "fr")),
  month: (day) => sayPartialDay(day.slice(0, 7), "en"),
  year: (day) => day.slice(0, 4),
  date: (day) => day.split("-").toReversed().join("/"),
};

export function spoken(text: string, moved: (day: Day) => Day = (day) => day): string {
  return text.replace(SPOKEN, (_, how: string, day: Day) => SAID[how]!(moved(day)));
}

const stepsOf = (path: string) => [...path.matchAll(/[^.[\]]+/g)].map(([part]) => part);

/** The value at a path such as `intake.fees[0].amount`; `undefined` where it leads nowhere. */
export function valueAt(value: unknown, path: string): unknown {
  let here = value;
  for (const step of stepsOf(path)) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}

/** Whether a path leads anywhere; a list without an index matches by any of its items. */
export function isThere(value: unknown, path: string): boolean {
  return leads(value, stepsOf(path));
}

function leads(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return value !== undefined;
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value) && !/^\d+$/.test(step)) return value.some((item) => leads(item, [step, ...rest]));
  return Object.hasOwn(value, step) && leads((value as Record<string, unknown>)[step], rest);
}
