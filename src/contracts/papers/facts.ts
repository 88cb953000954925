/** What a contract or a convention is printed from: all of it read before, so that the paper is a function of it. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import type { Paper } from "../../law/money.ts";
import type { ExamState } from "../../decisions/pathway/brought.ts";
import type { CohortTrainer } from "../../training/trainers/trainers.ts";

/** The papers that are ours: any other payer has its own. */
export type OwnPaper = Extract<Paper, "contract" | "convention">;

export type PaperShare = {
  /** A kind of payer of the school's file. */
  readonly source: string;
  readonly label: string;
  readonly paper: Paper;
  readonly amount: number;
  /** Of the register, or as the person named it. */
  readonly name: string | null;
  /** Of a fund: the kind of payer that owes what it does not pay. */
  readonly behind: string | null;
  /** A person's part that is paid on the platform that pays another. */
  readonly platform: boolean;
  /** The first day that it owes, where it took over from another. */
  readonly since: Day | null;
};

/** Of the decision on the schedule. */
export type Instalment = {
  readonly kind: "first" | "fixed" | "third" | "period" | "stop" | "indemnity";
  readonly period?: number;
  readonly issue: Day;
  readonly due: Day;
  readonly amount: number;
};

export type PaperFacts = {
  readonly law: Law;
  readonly on: Day;
  readonly number: string;
  /** Whose share this paper is for. */
  readonly source: string;
  readonly dossier: string;
  readonly person: {
    readonly name: string;
    readonly bornOn: Day | null;
    readonly address: readonly string[];
    readonly dossierNumber: string;
  };
  /** Who signs a convention, as the register has it; null of a contract, or where it is not chosen there yet. */
  readonly payer: {
    readonly name: string;
    readonly form: string;
    readonly siren: string | null;
    readonly address: readonly string[];
    readonly contact: string;
  } | null;
  readonly cohort: { readonly id: string; readonly name: string } | null;
  readonly site: { readonly name: string; readonly address: readonly string[] } | null;
  readonly startsOn: Day;
  /** Minutes that are billed, less reliefs; empty as long as the cohort has no periods. */
  readonly periods: readonly { readonly from: Day; readonly to: Day; readonly minutes: number }[];
  /** In minutes. */
  readonly units: readonly {
    readonly unit: string;
    readonly label: string;
    readonly billed: boolean;
    readonly planned: number;
    readonly follows: number;
  }[];
  readonly exams: Readonly<Record<string, ExamState>>;
  readonly lessons: {
    readonly count: number;
    readonly first: { readonly on: Day; readonly from: string; readonly to: string } | null;
  };
  readonly trainers: readonly CohortTrainer[];
  /** Of all intakes that enter the cohort. */
  readonly places: number | null;
  /** The others who are in the cohort already. */
  readonly others: number;
  /** Null as long as hours are not decided. */
  readonly price: {
    readonly lines: readonly {
      readonly label: Label;
      readonly quantity: number;
      readonly unitAmount: number;
      readonly amount: number;
      /** The other body that it is collected for. */
      readonly third?: Label;
    }[];
    readonly discount: number;
    readonly total: number;
  } | null;
  readonly shares: readonly PaperShare[];
  /** By kind of payer: of the register where it has its own, else of its kind. */
  readonly daysToPay: Readonly<Record<string, number>>;
  /** By kind of payer; null where the schedule cannot be computed. */
  readonly schedule: ReadonlyMap<string, readonly Instalment[]> | null;
  /** What is asked more than the months of the law before the start. */
  readonly earlyDeposit: boolean;
  /** The last day to withdraw, if it is signed today: at the school, or at a distance. */
  readonly withdrawal: { readonly premises: Day; readonly distance: Day } | null;
};

/** What a paper wants and nobody said, and where it is said; `to` is null where only the school's file can say it. */
export type Missing = { readonly key: string; readonly label: Label; readonly to: string | null };
