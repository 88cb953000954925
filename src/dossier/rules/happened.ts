/** What is kept of what happened to a dossier: what was handed in, and every other fact. */
import type { Day } from "../../kit/day.ts";
import type { Row } from "../../kit/sql.ts";

/** A file as a receipt lists it. */
export type ListedFile = {
  readonly slot: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number | null;
};

export type Submission = {
  readonly id: string;
  /** Among all that happened to the dossier. */
  readonly place: number;
  readonly number: string;
  /** The dossier, or what was asked again of it. */
  readonly kind: "whole" | "complement";
  /** Of a complement: the keys of what was asked again. */
  readonly items: readonly string[];
  readonly submittedAt: Date;
  /** When it was first sent, where the person was asked who they are before it went on: by it, it is late or not. */
  readonly sentAt: Date | null;
  readonly late: boolean;
  /** The closing that was in force then: it may have been put off since. */
  readonly closesAt: Date | null;
  readonly contents: { readonly [section: string]: Row };
  readonly files: readonly ListedFile[];
  readonly decided: Row;
  readonly shown: string;
  readonly words: string;
  /** How they had shown who they are, separated by spaces; `paper` where they signed on paper. */
  readonly means: string;
  readonly authenticatedAt: Date;
  /** The last that the school had sealed by then. */
  readonly checkpoint: { readonly number: number; readonly hash: string } | null;
  /** Who handed it in: of a dossier on paper, who attests that it was signed. */
  readonly by: string | null;
  /** Of a dossier on paper: the day it came to the school. */
  readonly receivedOn: Day | null;
};

export type KeptFact = {
  readonly id: string;
  /** Among all that happened to the dossier. */
  readonly place: number;
  readonly kind: string;
  readonly at: Date;
  readonly by: string;
  readonly details: Row;
};
