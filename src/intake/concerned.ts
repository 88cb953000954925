/** The applicants affected by a later closing: later modules know them, and the house passes them to the intake's page. */
import type { View } from "../act/act.ts";
import type { ById } from "../kit/shapes.ts";

declare module "../act/world.ts" {
  interface House {
    readonly seeConcerned: View<typeof ById, Concerned>;
  }
}

export type Concerned = {
  /** Late applications not accepted as in time, by the time they were sent. */
  readonly late: readonly { readonly number: string; readonly at: Date }[];
  /** Applications begun and not submitted; this count and the next stop at `MOST_COUNTED`. */
  readonly unsent: number;
  /** Applications with a fee due by the closing. */
  readonly unpaid: number;
};
