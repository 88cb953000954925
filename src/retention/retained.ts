/**
 * What a subject holds about people: each declares it for its own tables, so that copies, erasures and purges forget none.
 * `src/house/house.ts` gathers the list, and a test fails for a table in none.
 */
import type { Tx } from "../db/school.ts";
import type { Tables } from "../db/tables.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import type { Row } from "../kit/sql.ts";
import type { Period, PeriodKind } from "../law/establishment.ts";

declare module "../act/world.ts" {
  interface House {
    /** What is held about people, subject by subject. */
    readonly retained: readonly Retained[];
  }
}

/** A person, by their account. */
export type Subject = { readonly account: string };

export type Retained = {
  readonly name: string;
  /** Its label for the person it is about: «vos dossiers». */
  readonly label: Label;
  /** The label for the school's reports; by default, `label`. */
  readonly counted?: Label;
  /** Its tables. Recorded rows come into a copy through their chain. */
  readonly tables: readonly string[];
  /** Accounts belong to the deployment, all else to a school. */
  readonly place: "school" | "deployment";
  /** The prefix of its chains' names: `dossier:`. */
  readonly prefix: string;
  /** The name that people use for one of its chains, such as a dossier's number: finds the chain, and names it. */
  readonly called?: {
    readonly find: (tx: Tx, typed: string) => Promise<string | undefined>;
    readonly say: (tx: Tx, chain: string) => Promise<Label | undefined>;
  };
  /** The chains about this person. */
  readonly chains: (tx: Tx, subject: Subject) => Promise<string[]>;
  /**
   * The ids of recorded rows in a chain that their person has not been told yet: they stay out of a copy until then, with the records that
   * concern only them.
   */
  readonly untold?: (tx: Tx, chain: string) => Promise<readonly string[]>;
  /** Unrecorded rows (a waiting upload, a mail's delivery), by table. */
  readonly also?: (tx: Tx, subject: Subject) => Promise<Readonly<Record<string, readonly Row[]>>>;
  /** Rows about a guest, who has no account to request a copy with, by table: for the copy on the guest's own page. */
  readonly ofGuest?: (tx: Tx, guest: string) => Promise<Readonly<Record<string, readonly Row[]>>>;
  /**
   * Deletes everything on a chain, through `dropping` for recorded rows, of this chain or another. Absent where nothing is erased by
   * itself.
   */
  readonly erase?: (tx: Tx, chain: string, at: Date) => Promise<void>;
  /** Tables where an erasure leaves anonymous rows, which outlive the chain. */
  readonly leaves?: readonly (keyof Tables)[];
  /** The period is mandatory: no earlier erasure on request. */
  readonly untilOver?: true;
  /** Other chains whose hold applies here too, such as the dossier that a charge is for. */
  readonly heldWith?: (tx: Tx, chain: string) => Promise<readonly string[]>;
  /** Whether the person may not have a chain erased before its period is over, such as an enrolment; by default they may. */
  readonly bound?: (tx: Tx, chain: string) => Promise<boolean>;
  /** The name of its period in the school's file; absent where it is erased with something else. */
  readonly kind?: PeriodKind;
  /** Checked again inside the erasing act, for things that may be used meanwhile: whether the period is still over. */
  readonly still?: (tx: Tx, chain: string, given: { readonly period: Period; readonly today: Day }) => Promise<boolean>;
  /** Chains whose period is over, oldest first, with the day it ended. Absent where something else erases them. */
  readonly over?: (tx: Tx, given: { readonly period: Period; readonly today: Day }, limit: number) => Promise<Over[]>;
};

export type Over = { readonly chain: string; readonly day: Day };
