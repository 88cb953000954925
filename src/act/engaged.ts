/** What people are engaged in on some days: each subject says its own, and the office tells where one thing meets another. */
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import type { Performing } from "./act.ts";
import type { Between } from "./under-way.ts";

export type Engaged = {
  readonly dossier: string;
  readonly diploma: string;
  /** `away`: the person is not there at all on these days. */
  readonly kind: "interview" | "exam" | "lesson" | "away";
  readonly chain: string;
  readonly on: Day;
  /** The last day; null where none is known. */
  readonly through: Day | null;
  /** On the school's clock, as `14:00`; null for the whole day. */
  readonly from: string | null;
  readonly until: string | null;
  readonly what: Label;
};

/** Of these dossiers, what touches these days. */
export type Engagements = {
  /** Many, and read only for days on which there is something else: lessons. */
  readonly beside?: true;
  readonly read: (
    given: Pick<Performing<unknown>, "tx" | "zone">,
    dossiers: readonly string[],
    days: Between,
  ) => Promise<readonly Engaged[]>;
};
