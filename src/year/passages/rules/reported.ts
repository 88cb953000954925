/** What a file says of a passage: which certification, how its holder came to it, and who they are; and by which mandate it is reported. */
import type { Day } from "../../../kit/day.ts";
import type { AccessEntry, Mandate } from "../../../law/passages.ts";
import type { Holder } from "./holder.ts";

/** Frozen with its file. */
export type Passage = {
  /** The same however often it is deposited. */
  readonly name: string;
  readonly code: string;
  readonly depositor: string;
  readonly awardedOn: Day;
  /** Null: not known, which the file may say. */
  readonly access: string | null;
  readonly route: string | null;
  readonly initiative: string | null;
  readonly holder: Holder;
};

type Way = { readonly status: string | null; readonly sources: readonly string[] };

/** The first entry of which both conditions hold: the situation on entry, and that one of its sources pays. */
export function accessOf(entries: readonly AccessEntry[], { status, sources }: Way): AccessEntry | undefined {
  return entries.find(
    ({ statuses, payers }) =>
      (statuses === undefined || (status !== null && statuses.includes(status))) &&
      (payers === undefined || payers.some((payer) => sources.includes(payer))),
  );
}

/** The one under which an award of that day is reported. */
export function mandateOf(
  mandates: readonly Mandate[],
  { diploma, awardedOn }: { readonly diploma: string; readonly awardedOn: Day },
): Mandate | undefined {
  return mandates.find(
    (one) =>
      one.diploma === diploma &&
      (one.from === undefined || one.from <= awardedOn) &&
      (one.to === undefined || awardedOn <= one.to),
  );
}
