/**
 * What is signed is what was shown. An act that signs, numbers, publishes, moves money or accepts (`holds.ts`) says how it knows what its page
 * showed: by an input that carries its version or fingerprint, or by the lines that the page showed, which `perform` is given beside the
 * input. Or why nothing that it writes was shown. `docs/decisions/signed-as-shown.md` gives the reasons.
 */
import { createHash } from "node:crypto";
import { Type } from "typebox";
import { byPeople, holdings } from "./binding.ts";
import type { Holding, Table } from "./holds.ts";
import type { Permission } from "./permissions.ts";
import { canonical } from "../kit/canonical.ts";
import type { Label } from "../kit/lang.ts";
import { named, Words } from "../kit/output.ts";

/** One line of what a page shows of what its act signs: its name, and its value as it is read. */
type ShownLine = { readonly what: Label; readonly is: Label };
export type Shown = readonly ShownLine[];
/** The same in the output of the view whose page shows it. */
export const ShownLines = Type.Array(named("ShownLine", { what: Words, is: Words }));

export type Shows<I = never> =
  /** The input that carries it; the act compares, after its lock, and answers `stale`. */
  | { readonly as: keyof I & string }
  /** The lines that its page showed; the act asks `changed(lines)` after its lock, and `perform` holds it to that. */
  | { readonly lines: true }
  /** Why nothing of what it writes was shown before. */
  | { readonly nothing: string };

/** What was shown and what stands now, line by line; `shown` is null where the sender named no lines that can be read. */
export type ChangedShown = { readonly shown: Shown | null; readonly now: Shown };
export function isChangedShown(current: unknown): current is ChangedShown {
  return (
    typeof current === "object" &&
    current !== null &&
    "now" in current &&
    Array.isArray(current.now) &&
    "shown" in current
  );
}

const ASK: ReadonlySet<Holding> = new Set(["signature", "number", "publication", "movement", "acceptance"]);

/** Reasons that several acts share. */
export const SHOWN_NOTHING = {
  onPaper: "notes what was signed on paper, whose scan comes with it",
  typed: "does exactly what is typed in its form, and refuses what no longer fits, saying what does",
  received: "notes money that came, as it is typed or as the bank’s file says it",
  unchanging: "of one row whose amount never changes; where it was answered or has ended meanwhile, the act is refused",
  closes: "only takes back or declines, whatever stands there now",
  begun: "begins what nothing stood for before",
} as const;

type Declared = {
  readonly name: string;
  readonly who: Permission;
  readonly writes: readonly Table[];
  readonly form: { readonly properties?: object };
  readonly shows?: Shows<Record<string, unknown>>;
};

/** Those of its tables for which an act says what was shown. */
export function asksShown({ who, writes }: Pick<Declared, "who" | "writes">): boolean {
  return byPeople(who) && holdings(writes).some(({ holds }) => ASK.has(holds));
}

/** Throws where an act forgot to say it, or says it of an input that it does not have. */
export function heldToShow(act: Declared): void {
  const { name, shows, form } = act;
  const asked = asksShown(act);
  if (shows === undefined) {
    if (asked)
      throw new Error(
        `${name}: what it signs, numbers, publishes, moves or accepts was shown: say how it knows (shows)`,
      );
    return;
  }
  if ("nothing" in shows && !asked)
    throw new Error(`${name}: nothing that it writes asks what was shown, so it needs no reason`);
  if ("as" in shows && !Object.hasOwn(form.properties ?? {}, shows.as))
    throw new Error(`${name}: it has no input ${shows.as} that carries what was shown`);
}

/** What a form carries of the lines that its page showed; equal texts are equal lines. */
export function carriedLines(lines: Shown): string {
  return JSON.stringify(lines.map(({ what, is }) => [what.fr, what.en, is.fr, is.en]));
}

/** What was carried; null where it is no such text. */
export function linesCarried(text: string): Shown | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(read) || !read.every(isLine)) return null;
  return read.map(([what, thing, is, now]) => ({ what: { fr: what, en: thing }, is: { fr: is, en: now } }));
}

function isLine(line: unknown): line is [string, string, string, string] {
  return Array.isArray(line) && line.length === 4 && line.every((part) => typeof part === "string");
}

/** Of the lines that a page showed, those of the same names as these, in their order. */
export function ofThoseIn(shown: Shown, now: Shown): Shown {
  return now.flatMap(({ what }) => shown.find((line) => line.what.fr === what.fr && line.what.en === what.en) ?? []);
}

/** Of a text too long for lines: whatever changes in it changes this one. */
export function textLine(text: unknown): ShownLine {
  const print = createHash("sha256").update(canonical(text)).digest("hex").slice(0, 12);
  return { what: { fr: "Empreinte du texte", en: "Fingerprint of the text" }, is: { fr: print, en: print } };
}
