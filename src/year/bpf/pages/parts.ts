/** What the page and the sheet of a declaration share: the names of rows and the columns. */
import type { Lang } from "../../../kit/lang.ts";
import { own } from "../../../kit/own.ts";
import type { seeBpf } from "../views.ts";
import { bpfWords } from "./words.ts";

export type Seen = NonNullable<Awaited<ReturnType<typeof seeBpf.read>>>;
export type Frame = Seen["frames"][number];
export type Row = Frame["rows"][number];

export function rowLabel({ label, own: name }: Pick<Row, "label" | "own">, lang: Lang): string {
  return label?.[lang] ?? own<string>(bpfWords[lang].own, name ?? "") ?? "";
}

export function frameTitle({ frame, units }: Frame, lang: Lang): string {
  return units[0] === "percent" ? bpfWords[lang].share : bpfWords[lang].frames[frame];
}

/** The year in the address. */
export function yearIn({ year }: { readonly year?: string | undefined }): number | undefined {
  const number = Number(year);
  return Number.isInteger(number) && number >= 2000 && number <= 2199 ? number : undefined;
}
