/**
 * What is under way on some days, over all intakes and cohorts: each subject says its own to those who may see it, the first page of staff
 * prints it by day. Derived on reading, from what acts arranged.
 */
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import type { Performing } from "./act.ts";
import type { Permission } from "./permissions.ts";

export type Happening = {
  /** The chain of what happens: said once to a reader who sees it in two ways. */
  readonly chain: string;
  readonly on: Day;
  /** On the school's clock, as `14:00`; null where the hour is not arranged here. */
  readonly from: string | null;
  readonly until: string | null;
  readonly what: Label;
  readonly room: string | null;
  readonly who: string | null;
  /** The page about it, below the school; null for a reader to whom it is not open. */
  readonly to: string | null;
  /** How often it was moved, for a calendar that has it already. */
  readonly moved?: number;
};

export type Between = { readonly from: Day; readonly until: Day };

export type UnderWay = {
  /** The permission needed to see it. */
  readonly may: Permission;
  /** The reader takes part themselves: it stands in their own calendar, too. */
  readonly own?: true;
  readonly read: (
    given: Pick<Performing<unknown>, "tx" | "zone" | "actor" | "law">,
    days: Between,
  ) => Promise<readonly Happening[]>;
};
