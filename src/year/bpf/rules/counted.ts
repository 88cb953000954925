/** What a declaration counts of each document, in cents: what its deposit freezes, and later years subtract. Pure. */
import { type BpfInput, comesTo } from "../../../decisions/bpf/rule.ts";

type Asked = Pick<BpfInput, "lines" | "declared" | "to" | "recognition">;

export type CountedDocument = {
  readonly document: string;
  readonly source: string;
  /** What it comes to until the last day of the year, since the beginning. */
  readonly comesTo: number;
  /** Of it, what earlier declarations counted. */
  readonly declared: number;
  /** What this one counts. */
  readonly cents: number;
};

/** Every document of the input, and those that were declared and are no more, such as an accrual that was invoiced since. */
export function countedDocuments(input: Asked): CountedDocument[] {
  const sums = new Map<string, CountedDocument>();
  const add = (document: string, source: string, more: { readonly comesTo?: number; readonly declared?: number }) => {
    const key = `${document} ${source}`;
    const before = sums.get(key) ?? { document, source, comesTo: 0, declared: 0, cents: 0 };
    const now = before.comesTo + (more.comesTo ?? 0);
    const declared = before.declared + (more.declared ?? 0);
    sums.set(key, { document, source, comesTo: now, declared, cents: now - declared });
  };
  for (const line of input.lines) add(line.document, line.source, { comesTo: comesTo(line, input) });
  for (const { document, source, amount } of input.declared ?? []) add(document, source, { declared: amount });
  return [...sums.values()];
}

type Kind = "invoice" | "credit" | "accrued";
const KINDS: Readonly<Record<string, Kind>> = {
  charge: "invoice",
  "waiver-reversal": "invoice",
  waiver: "credit",
  "given-up": "credit",
  accrued: "accrued",
};

/** What the name of a document says of it, once nothing else does. */
export function documentIn(document: string): { readonly kind: Kind; readonly charge: string | null } {
  const [of = "", id = ""] = document.split(":");
  return { kind: KINDS[of]!, charge: of === "charge" ? id : null };
}

/** Without the documents of which nothing is left to count: they would only make the question longer, year after year. */
export function stillCounting<I extends Asked>(input: I): I {
  const counting = new Set(
    countedDocuments(input)
      .filter(({ cents }) => cents !== 0)
      .map(({ document, source }) => `${document} ${source}`),
  );
  const counts = ({ document, source }: { readonly document: string; readonly source: string }) =>
    counting.has(`${document} ${source}`);
  return { ...input, lines: input.lines.filter(counts), declared: (input.declared ?? []).filter(counts) };
}
