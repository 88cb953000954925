/** The school's verdict on each part of a dossier, from its history. Pure. */
import { itemsOf } from "../../dossier/rules/complement.ts";

export type Verdict = {
  readonly conform: boolean;
  /** Why not; empty if it conforms. */
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** The part was submitted again since. */
  readonly outdated: boolean;
  /** Its position in the dossier's history, which identifies it. */
  readonly place: number;
};

/** The version of a verdict to send back: its place, or 0 if none is current. */
export function seenOf(verdict: Pick<Verdict, "outdated" | "place"> | undefined): number {
  return verdict === undefined || verdict.outdated ? 0 : verdict.place;
}

type Handed = {
  readonly pieces: readonly { readonly key: string }[];
  readonly tasks: readonly { readonly key: string; readonly optional: boolean }[];
  readonly files: readonly { readonly slot: string }[];
};

/** The parts to examine. An optional piece that was not sent is not one. */
export function partsToSee({ pieces, tasks, files }: Handed): string[] {
  const sent = new Set(files.map(({ slot }) => `piece:${slot}`));
  const idle = new Set(tasks.filter(({ key, optional }) => optional && !sent.has(key)).map(({ key }) => key));
  return itemsOf(pieces).filter((item) => !idle.has(item));
}

/** Parts without a verdict since their last submission. */
export function leftToSee(parts: readonly string[], judged: ReadonlyMap<string, Pick<Verdict, "outdated">>): string[] {
  return parts.filter((item) => judged.get(item)?.outdated !== false);
}

/** A stored fact; `place`: its position in the history. */
type Judged = {
  readonly place: number;
  readonly kind: string;
  readonly at: Date;
  readonly by: string;
  readonly details: Readonly<Record<string, unknown>>;
};
type HandedIn = { readonly place: number; readonly kind: "whole" | "complement"; readonly items: readonly string[] };

/** The last verdict on each part. */
export function verdicts(facts: readonly Judged[], submissions: readonly HandedIn[]): ReadonlyMap<string, Verdict> {
  const byPart = new Map<string, Verdict>();
  for (const { place, kind, at, by, details } of facts) {
    const { item, conform, reason } = details;
    if (kind !== "judged" || typeof item !== "string") continue;
    const again = submissions.some((one) => one.place > place && (one.kind === "whole" || one.items.includes(item)));
    const why = typeof reason === "string" ? reason : "";
    byPart.set(item, { conform: conform === true, reason: why, by, at, outdated: again, place });
  }
  return byPart;
}
