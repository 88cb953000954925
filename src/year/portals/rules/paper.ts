/** The certificate that goes with a line: of which days. Pure. */
import type { Day } from "../../../kit/day.ts";
import type { DeclareEntry } from "../../../law/portals.ts";
import type { Line } from "./lines.ts";

type Paper = { readonly kind: "entry" | "certificate"; readonly from: Day | null; readonly to: Day | null };

/** A month's is of its days, until the departure; that of the whole, from the first day of the cohort until the end. */
export function paperFor(
  kind: NonNullable<DeclareEntry["paper"]>,
  { event, part, happenedOn }: Pick<Line, "event" | "part" | "happenedOn">,
  beganOn: Day | null,
): Paper {
  if (kind === "entry") return { kind, from: null, to: null };
  return { kind, from: event === "month" ? `${part}-01` : beganOn, to: happenedOn };
}

type Issued = { readonly kind: "certificate"; readonly from: Day; readonly to: Day } | { readonly kind: "entry" };

/** A certificate of the whole may begin on any day: before the first lesson nothing was followed. */
export function goesWith(issued: Issued, { kind, from, to }: Paper, { event }: Pick<Line, "event">): boolean {
  if (issued.kind === "entry") return kind === "entry";
  return kind === "certificate" && issued.to === to && (event !== "month" || issued.from === from);
}
