/** The blocks of a document, printed alike by Typst (`house.typ`) and by the HTML twin. */
import type { Day } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import { type Catalogue, type Finding, sayFinding } from "../law/finding.ts";
import { sayNote, saySource } from "../law/source-words.ts";

/** Shown by a sign and in words, never by colour: `met` ●, `open` ◐, `unmet` ○. */
export type Mark = "met" | "open" | "unmet";

/** Without a mark, it is a plain fact, not a condition to meet. */
type FindingLine = {
  readonly mark?: Mark;
  readonly markText?: string;
  readonly reason: string;
  readonly source: string;
  readonly note?: string;
};

type Column = {
  readonly label: string;
  readonly align?: "end";
  /** Share of the free width; absent: as wide as its text. */
  readonly width?: number;
};

export type Row = readonly (string | { readonly text: string; readonly mark: Mark })[];

export type Block =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2;
      readonly text: string;
      /** A state in words, beside the heading. */
      readonly aside?: string;
      readonly mark?: Mark;
      /** On a page, what follows up to the next heading of this level is folded. */
      readonly folds?: boolean;
    }
  /** A `lead` stays on the same page as the block after it. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly lead?: boolean;
      /** The language of a quotation. */
      readonly lang?: Lang;
    }
  | { readonly kind: "note"; readonly label: string; readonly text: string }
  | { readonly kind: "outcome"; readonly mark: Mark; readonly verdict: string; readonly texts: readonly string[] }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "facts";
      readonly items: readonly { readonly label: string; readonly value: string; readonly exact?: boolean }[];
    }
  | { readonly kind: "findings"; readonly items: readonly FindingLine[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly columns: readonly Column[];
      /** The first cell of each row is its header. */
      readonly rows: readonly Row[];
      readonly totals?: readonly Row[];
    }
  /** A quantity against the required amount, as shares of 1. `alt` says all that the picture shows. */
  | {
      readonly kind: "bar";
      readonly counted: number;
      readonly wide: number;
      readonly alt: string;
      readonly text: string;
    }
  /** A machine-readable code as SVG, with its purpose; its whole content is also printed beside it. */
  | { readonly kind: "code"; readonly svg: string; readonly alt: string; readonly text: string };

export type TableBlock = Extract<Block, { kind: "table" }>;

/** Everything a document prints, in one language, ready for typesetting. */
export type HouseDocument = {
  readonly lang: Lang;
  readonly title: string;
  readonly subtitle: string;
  readonly number: string;
  readonly date: Day;
  readonly school: { readonly name: string; readonly address: readonly string[] };
  readonly words: { readonly number: string; readonly date: string; readonly page: string; readonly of: string };
  /** Heading of a version that is not the official one. */
  readonly courtesy?: string;
  readonly blocks: readonly Block[];
};

const MARK_WORDS = {
  met: { fr: "Rempli", en: "Met" },
  unmet: { fr: "Non rempli", en: "Not met" },
  open: { fr: "À établir", en: "To be settled" },
} as const;

function markOf(met: boolean | null): Mark {
  return met === null ? "open" : met ? "met" : "unmet";
}

/** `conditions`: every finding is marked met or not; `facts`: only the open ones are marked. */
export type Heading = "conditions" | "facts";

/** Findings with their sentences, articles and confidence, as every document prints them. */
function findingLines(
  found: readonly Finding[],
  sentences: Catalogue,
  lang: Lang,
  as: Heading = "conditions",
): FindingLine[] {
  return found.map((one) => {
    const mark = markOf(one.met);
    const note = sayNote(one, lang);
    return {
      ...((as === "conditions" || mark === "open") && { mark, markText: MARK_WORDS[mark][lang] }),
      reason: sayFinding(one, sentences, lang).reason,
      source: saySource(one, lang),
      ...(note !== undefined && { note }),
    };
  });
}

export function findingsBlock(found: readonly Finding[], sentences: Catalogue, lang: Lang, as?: Heading): Block[] {
  return found.length === 0 ? [] : [{ kind: "findings", items: findingLines(found, sentences, lang, as) }];
}
