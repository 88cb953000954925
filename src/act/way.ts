/**
 * A person's way through the school: stations in order, each said by the subject that knows it, for the person's own page and for the
 * office's. Derived on reading, from state that acts keep.
 */
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";

export const STATIONS = [
  "question",
  "application",
  "interview",
  "admission",
  "contract",
  "training",
  "exams",
  "diploma",
] as const;
export type Station = (typeof STATIONS)[number];

export type StationSeen = {
  readonly dossier: string;
  readonly station: Station;
  /** `part`: done in part; `over`: ended without what it was for. */
  readonly state: "done" | "now" | "part" | "over";
  /** Of exams that have all been held, though nothing is decided: they are then where the person is, not the training. */
  readonly sat?: true;
  /** In a few words, with its day: «Déposé le 19 octobre 2026». */
  readonly says: Label;
  /** The heading of the person's page while this is the current station: «Une place vous attend». */
  readonly heading: Label;
  /** The person's own page about it, below the school; null where there is none. */
  readonly to: string | null;
  /** Reached, while an earlier station is still to be passed first: a candidacy found eligible before its interview. */
  readonly ahead?: boolean;
};

/** `now`: what has an hour is past once that hour is, and not at midnight. */
export type Wayfinding = { readonly tx: Tx; readonly zone: string; readonly today: Day; readonly now: Date };

/** What a subject says of these dossiers: one statement, however many. */
export type Way = (given: Wayfinding, dossiers: readonly string[]) => Promise<readonly StationSeen[]>;

/** By dossier, in the order of the stations; of a station that two subjects know, the later has the last word. */
export async function stationsOf(
  ways: readonly Way[],
  given: Wayfinding,
  dossiers: readonly string[],
): Promise<ReadonlyMap<string, readonly StationSeen[]>> {
  if (dossiers.length === 0) return new Map();
  const all = (await Promise.all(ways.map(async (way) => way(given, dossiers)))).flat();
  const last = new Map(all.map((seen) => [`${seen.dossier} ${seen.station}`, seen]));
  const ordered = [...last.values()].toSorted((a, b) => STATIONS.indexOf(a.station) - STATIONS.indexOf(b.station));
  return Map.groupBy(ordered, ({ dossier }) => dossier);
}

/**
 * The station where somebody is: the furthest reached, but exams to sit do not hide the training that they are part of, nor a decision
 * that is still ahead the interview before it.
 */
export function currentOf<S extends Pick<StationSeen, "station" | "state" | "ahead" | "sat">>(
  stations: readonly S[],
): S | undefined {
  const last = stations.at(-1);
  const first = last?.ahead ? stations.findLast((one) => one !== last && one.state === "now") : undefined;
  if (first) return first;
  const training = stations.find(({ station, state }) => station === "training" && state === "now");
  return last?.station === "exams" && last.state === "now" && !last.sat && training ? training : last;
}
