/** Whom it concerns where a closing is put off: those who come after know, and the house brings it to the page of the intake. */
import type { View } from "../act/act.ts";
import type { ById } from "../kit/shapes.ts";

declare module "../act/world.ts" {
  interface House {
    readonly seeConcerned: View<typeof ById, Concerned>;
  }
}

export type Concerned = {
  /** Late and not taken as in time, by when they were sent. */
  readonly late: readonly { readonly number: string; readonly at: Date }[];
  /** How many are begun and not handed in; this and the next no further than `MOST_COUNTED`. */
  readonly unsent: number;
  /** How many have a fee to pay by the closing. */
  readonly unpaid: number;
};
