/** A dossier's stored history: submissions, and all other facts. */
import type { Day } from "../../kit/day.ts";
import type { Row } from "../../kit/sql.ts";

/** A file as receipts list it. */
export type ListedFile = {
  readonly slot: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number | null;
};

export type Submission = {
  readonly id: string;
  /** Its position in the dossier's history. */
  readonly place: number;
  readonly number: string;
  /** The dossier, or a complement. */
  readonly kind: "whole" | "complement";
  /** For a complement: the keys of the points asked. */
  readonly items: readonly string[];
  readonly submittedAt: Date;
  /** When it was first sent, if the person had to authenticate first: it decides lateness. */
  readonly sentAt: Date | null;
  readonly late: boolean;
  /** The closing in force then; it may have been postponed since. */
  readonly closesAt: Date | null;
  readonly contents: { readonly [section: string]: Row };
  readonly files: readonly ListedFile[];
  readonly decided: Row;
  readonly shown: string;
  readonly words: string;
  /** The means of authentication, space-separated; `paper` if signed on paper. */
  readonly means: string;
  readonly authenticatedAt: Date;
  /** The school's latest checkpoint at that time. */
  readonly checkpoint: { readonly number: number; readonly hash: string } | null;
  /** The submitter; for a dossier on paper, the officer who attests the signature. */
  readonly by: string | null;
  /** For a dossier on paper: the day the school received it. */
  readonly receivedOn: Day | null;
};

export type KeptFact = {
  readonly id: string;
  /** Its position in the dossier's history. */
  readonly place: number;
  readonly kind: string;
  readonly at: Date;
  readonly by: string;
  readonly details: Row;
};
