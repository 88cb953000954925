/** What is known of a session of exams, as the rules of this room take it. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import type { Origin } from "../../training/rules/origin.ts";

export type Session = {
  readonly id: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
  readonly receivesBy: Day;
};

/** Somebody of the register. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** What their acts are recorded under: an account, a guest's invitation for each role. */
  readonly actors: readonly string[];
  readonly address: string | null;
  readonly college: string | null;
  readonly seat: string | null;
  readonly side: string | null;
  readonly employer: string;
  readonly version: number;
};

export type Order = {
  readonly id: string;
  readonly number: string;
  readonly signedOn: Day;
  readonly amends: string | null;
  readonly scan: string | null;
};

/** Without an exam, of a member of the jury. */
export type Designation = {
  readonly person: string;
  readonly exam: string | null;
  readonly by: string;
  readonly on: Day;
};

/** What somebody brought: a dispense by a title, or a validation notified earlier; decided in admission, or entered by hand. */
export type Held = {
  readonly domain: string;
  readonly dispensedBy: string | null;
  readonly confirmedBy: string | null;
  readonly confirmed: boolean | null;
  readonly validatedOn: Day | null;
  readonly origin: Origin;
};

/** As it was found, in both languages. */
export type Found = {
  readonly condition: string;
  readonly met: boolean | null;
  readonly reason: Label;
  readonly source: Label;
};

/** Somebody presented to exams of a session. */
export type Entry = {
  readonly id: string;
  readonly enrolment: string;
  /** Null of whoever has none. */
  readonly account: string | null;
  /** Of their dossier. */
  readonly number: string;
  readonly name: string;
  readonly exams: readonly string[];
  /** What was found of them when they were presented. */
  readonly findings: readonly Found[];
  /** Who directs their work, as training named them: of the register where they stand there, else of the session’s `directors`. */
  readonly director: string | null;
};

export type Link = { readonly entry: string; readonly person: string; readonly kind: string };

export type Group = {
  readonly id: string;
  readonly exam: string;
  readonly name: string;
  readonly room: string | null;
  readonly heldOn: Day;
  readonly from: Date;
  readonly until: Date;
};

/** One of those before whom a group comes; `finished` is the fingerprint of the marks that they said are done. */
export type Examiner = {
  readonly id: string;
  readonly group: string;
  readonly person: string;
  readonly by: string;
  readonly finished: string | null;
};

/** One candidate before one group. */
export type Sitting = {
  readonly id: string;
  readonly group: string;
  readonly entry: string;
  readonly directorThere: boolean | null;
  /** When they pass: those of the group, where nobody is heard one by one. */
  readonly from: Date;
  readonly until: Date;
};

/** A mark in hundredths, or what was missed; `marker` where each marks apart, `component` where an exam has several. */
export type Mark = {
  readonly sitting: string;
  readonly component: string;
  readonly marker: string | null;
  readonly place: number;
  readonly mark: number | null;
  readonly missed: string | null;
};

/** Everything of one session. */
export type Certifying = {
  readonly session: Session;
  readonly persons: readonly Person[];
  /** Those who direct a work and are not in the register. */
  readonly directors: readonly Person[];
  readonly orders: readonly Order[];
  readonly designations: readonly Designation[];
  readonly entries: readonly Entry[];
  readonly links: readonly Link[];
  readonly groups: readonly Group[];
  readonly examiners: readonly Examiner[];
  readonly sittings: readonly Sitting[];
  readonly marks: readonly Mark[];
  /** Who comes to an exam with which collective report. */
  readonly reports: readonly { readonly entry: string; readonly exam: string; readonly report: string }[];
};
