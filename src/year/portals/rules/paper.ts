/** The certificate that goes with a line: of which days. Pure. */
import type { Day } from "../../../kit/day.ts";
import type { DeclareEntry } from "../../../law/portals.ts";
import type { Line } from "./lines.ts";

type Paper = { readonly kind: "entry" | "certificate"; readonly from: Day | null; readonly to: Day | null };

/** A month's is of its days, until the departure; that of the whole is of any days until the end, as the person who issues it says. */
export function paperFor(
  kind: NonNullable<DeclareEntry["paper"]>,
  { event, part, happenedOn }: Pick<Line, "event" | "part" | "happenedOn">,
): Paper {
  if (kind === "entry") return { kind, from: null, to: null };
  return { kind, from: event === "month" ? `${part}-01` : null, to: happenedOn };
}
