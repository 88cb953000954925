/**
 * What stands in a person's own calendar: each subject gives its own, from what acts arranged, with the rights that the reader has at that
 * moment. Added one by one, or subscribed to as a whole.
 */
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import type { Performing } from "./act.ts";
import type { Permission } from "./permissions.ts";
import type { Between } from "./under-way.ts";

export type Dated = {
  /** Stays when it is moved; as in the mail that told of it. */
  readonly uid: string;
  /** How often it was changed: a calendar takes the highest. */
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly when: { readonly from: Date; readonly until: Date } | { readonly day: Day };
  readonly title: Label;
  readonly place: string;
  readonly words: Label;
  /** The page about it, below the school. */
  readonly to: string;
};

export type Calendar = {
  /** The permission needed to see it. */
  readonly may: Permission;
  readonly read: (given: Performing<unknown>, days: Between) => Promise<readonly Dated[]>;
};
