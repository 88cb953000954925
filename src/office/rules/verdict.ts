/** What the school thinks of each part of a dossier, from what happened to it. Pure. */
import { itemsOf } from "../../dossier/rules/complement.ts";

export type Verdict = {
  readonly conform: boolean;
  /** Why not; empty where it conforms and nothing is to be said. */
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** The person handed this part in again since: what was thought is of what stood before. */
  readonly outdated: boolean;
  /** Among all that happened to the dossier: which verdict it is. */
  readonly place: number;
};

/** What a page saw of a part: the verdict that holds, or 0 where none does. */
export function seenOf(said: Pick<Verdict, "outdated" | "place"> | undefined): number {
  return said === undefined || said.outdated ? 0 : said.place;
}

type Handed = {
  readonly pieces: readonly { readonly key: string }[];
  readonly tasks: readonly { readonly key: string; readonly optional: boolean }[];
  readonly files: readonly { readonly slot: string }[];
};

/** The parts to look at. A piece that is asked of some, and that this person did not send, is none. */
export function partsToSee({ pieces, tasks, files }: Handed): string[] {
  const sent = new Set(files.map(({ slot }) => `piece:${slot}`));
  const idle = new Set(tasks.filter(({ key, optional }) => optional && !sent.has(key)).map(({ key }) => key));
  return itemsOf(pieces).filter((item) => !idle.has(item));
}

/** Those of which nothing was said since they were last handed in. */
export function leftToSee(parts: readonly string[], said: ReadonlyMap<string, Pick<Verdict, "outdated">>): string[] {
  return parts.filter((item) => said.get(item)?.outdated !== false);
}

/** As facts are kept: `place` among all that happened. */
type Judged = {
  readonly place: number;
  readonly kind: string;
  readonly at: Date;
  readonly by: string;
  readonly details: Readonly<Record<string, unknown>>;
};
type HandedIn = { readonly place: number; readonly kind: "whole" | "complement"; readonly items: readonly string[] };

/** By part, the last that was said of it. */
export function verdicts(facts: readonly Judged[], submissions: readonly HandedIn[]): ReadonlyMap<string, Verdict> {
  const said = new Map<string, Verdict>();
  for (const { place, kind, at, by, details } of facts) {
    const { item, conform, reason } = details;
    if (kind !== "judged" || typeof item !== "string") continue;
    const again = submissions.some((one) => one.place > place && (one.kind === "whole" || one.items.includes(item)));
    const why = typeof reason === "string" ? reason : "";
    said.set(item, { conform: conform === true, reason: why, by, at, outdated: again, place });
  }
  return said;
}
