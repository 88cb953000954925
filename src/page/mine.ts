/** What each subject shows on a person's own first page: the page itself knows no subject. */
import type { Day } from "../kit/day.ts";
import type { Html } from "../kit/html.ts";
import type { SignedVisit, Visit } from "./page.ts";
import type { WaitingLine } from "./steps.ts";

declare module "../act/world.ts" {
  interface House {
    /** The parts of one's own first page, in the order shown. */
    readonly mineParts: readonly MineParts[];
    readonly minePapers: readonly MinePapers[];
    /** What is still to be asked, below what one owes today. */
    readonly owedParts: readonly OwedParts[];
  }
}

type MinePart = {
  /** `today`: instead of the next step, what is going on now; `first`: before the way; `below`: after it. */
  readonly place: "today" | "first" | "below";
  /** Lines of what waits that are not shown: done no more, such as a work for an exam that was held, or said by this part itself. */
  readonly hides?: readonly { readonly key: string; readonly chain: string; readonly part: string }[];
  readonly html: Html;
  /** What falls due soon and is not asked yet, such as the next instalment: it stands among what waits, by its day. */
  readonly ahead?: readonly WaitingLine[];
  /** It asks something of the person: it comes above all else, and the page does not say that nothing waits. */
  readonly waits?: true;
  /** A line of what waits that cannot be done yet, since the school has to do something first: this part stands in its place, and its heading in that of the way. */
  readonly instead?: {
    readonly key: string;
    readonly chain: string;
    readonly dossier: string;
    readonly heading: string;
  };
};

/** None where nothing concerns the person. */
export type MineParts = (visit: SignedVisit) => Promise<readonly MinePart[]>;

/** None where nothing is to be asked of the person. */
export type OwedParts = (visit: Visit) => Promise<readonly Html[]>;

/** A document of the person's own, ready to be printed. */
export type OwnPaper = {
  readonly label: string;
  /** The day it is of. */
  readonly on: Day;
  /** Below the school; null of a paper that the school noted and does not keep here. */
  readonly to: string | null;
  /** What it is, where that is neither a PDF nor noted by the school. */
  readonly is?: string;
  /** What it is the paper of: of two with the same, the one that can be opened is shown. */
  readonly of?: string;
};
export type MinePapers = (visit: SignedVisit) => Promise<readonly OwnPaper[]>;
