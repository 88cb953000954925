/** What each subject shows on a person's own first page: the page itself knows no subject. */
import type { Html } from "../kit/html.ts";
import type { SignedVisit } from "./page.ts";

declare module "../act/world.ts" {
  interface House {
    /** The parts of one's own first page, in the order shown. */
    readonly mineParts: readonly MineParts[];
  }
}

type MinePart = {
  /** `today`: instead of the next step, what is going on now; `first`: before the way; `below`: after it. */
  readonly place: "today" | "first" | "below";
  readonly html: Html;
};

/** None where nothing concerns the person. */
export type MineParts = (visit: SignedVisit) => Promise<readonly MinePart[]>;
