/**
 * What a subject holds about people: each subject says it here of its own tables, so that a copy of everything, an erasure
 * and a purge forget none. `src/house/house.ts` gathers the list of all of them, and a test fails for a table that is in none.
 */
import type { Tx } from "../db/school.ts";
import type { Tables } from "../db/tables.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import type { Row } from "../kit/sql.ts";
import type { Period, PeriodKind } from "../law/establishment.ts";

declare module "../act/world.ts" {
  interface House {
    /** What is kept about people, subject by subject. */
    readonly holdings: readonly Holding[];
  }
}

/** A person, as the whole house knows them. */
export type Subject = { readonly account: string };

export type Holding = {
  readonly name: string;
  /** What it is, in the words of whoever reads a copy of what is held about them: «vos dossiers». */
  readonly label: Label;
  /** The same in the words of the school, whose reports count it; the label where they are anybody’s. */
  readonly counted?: Label;
  /** Its tables; those whose rows an act recorded come into a copy by themselves, with the chain that speaks of them. */
  readonly tables: readonly string[];
  /** Accounts belong to the deployment, all else to a school. */
  readonly place: "school" | "deployment";
  /** How the name of each of its chains begins: `dossier:`. */
  readonly prefix: string;
  /** What people call one of its chains, such as the number of a dossier: found by it, and said of it. */
  readonly called?: {
    readonly find: (tx: Tx, typed: string) => Promise<string | undefined>;
    readonly say: (tx: Tx, chain: string) => Promise<Label | undefined>;
  };
  /** The chains that are about this person. */
  readonly chains: (tx: Tx, subject: Subject) => Promise<string[]>;
  /**
   * Of the rows that acts recorded in one of its chains, those that are not yet told to whom they are about, by their ids: they stay
   * out of a copy until they are, with the records that speak of nothing else.
   */
  readonly untold?: (tx: Tx, chain: string) => Promise<readonly string[]>;
  /** Rows that no act records (an upload that waits, what became of a mail), by table. */
  readonly also?: (tx: Tx, subject: Subject) => Promise<Readonly<Record<string, readonly Row[]>>>;
  /** What stands of a guest, who has no account to ask by, by table: it comes into the copy that they take on their own page. */
  readonly ofGuest?: (tx: Tx, guest: string) => Promise<Readonly<Record<string, readonly Row[]>>>;
  /**
   * Deletes all that hangs on a chain, and answers the rows that acts had recorded, in this chain or in another. Absent where
   * nothing is ever erased by itself.
   */
  readonly erase?: (tx: Tx, chain: string, at: Date) => Promise<void>;
  /** Tables in which an erasure leaves what is of nobody any more: its rows outlive the chain. */
  readonly leaves?: readonly (keyof Tables)[];
  /** Its period binds: nobody has it erased sooner. */
  readonly untilOver?: true;
  /** Other chains whose hold holds this one too, such as the dossier that a charge is for. */
  readonly heldWith?: (tx: Tx, chain: string) => Promise<readonly string[]>;
  /** What the person themselves may not have erased before the period of its kind is over, such as an enrolment; none by default. */
  readonly bound?: (tx: Tx, chain: string) => Promise<boolean>;
  /** The name of its period in the school's file; absent where it goes with something else. */
  readonly kind?: PeriodKind;
  /** Asked once more inside the act that erases, of what may be used again meanwhile: whether its period is still over. */
  readonly still?: (tx: Tx, chain: string, given: { readonly period: Period; readonly today: Day }) => Promise<boolean>;
  /** Chains whose period is over, the oldest first, with the day it ended. Absent where something else sees to it. */
  readonly over?: (tx: Tx, given: { readonly period: Period; readonly today: Day }, limit: number) => Promise<Over[]>;
};

export type Over = { readonly chain: string; readonly day: Day };
