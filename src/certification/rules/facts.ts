/** The rows of an exam session, as this room's rules take them. */
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

/** An entry of the register. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** The actors they act as: an account, or a guest's invitation for each role. */
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

/** Without an exam, a designation to the jury. */
export type Designation = {
  readonly person: string;
  readonly exam: string | null;
  readonly by: string;
  readonly on: Day;
};

/** A dispense by a title, or a validation notified earlier; decided in admission, or entered by hand. */
export type Held = {
  readonly domain: string;
  readonly dispensedBy: string | null;
  readonly confirmedBy: string | null;
  readonly confirmed: boolean | null;
  readonly validatedOn: Day | null;
  readonly origin: Origin;
};

/** A finding as stored, in both languages. */
export type Found = {
  readonly condition: string;
  readonly met: boolean | null;
  readonly reason: Label;
  readonly source: Label;
};

/** A person presented to exams of a session. */
export type Entry = {
  readonly id: string;
  readonly enrolment: string;
  /** Null if they have no account. */
  readonly account: string | null;
  /** The dossier number. */
  readonly number: string;
  readonly name: string;
  readonly exams: readonly string[];
  /** The findings at the time of the presentation. */
  readonly findings: readonly Found[];
  /** The director of their work, as named in training: an id in the register, else in the session’s `directors`. */
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

/** An examiner of a group; `finished` is the fingerprint of the marks they declared finished. */
export type Examiner = {
  readonly id: string;
  readonly group: string;
  readonly person: string;
  readonly by: string;
  readonly finished: string | null;
};

/** A candidate before a group. */
export type Sitting = {
  readonly id: string;
  readonly group: string;
  readonly entry: string;
  readonly directorThere: boolean | null;
  /** Their own hours; the group's, if candidates are not heard individually. */
  readonly from: Date;
  readonly until: Date;
};

/** A mark in hundredths, or what was missed; `marker` if examiners mark apart, `component` if the exam has several. */
export type Mark = {
  readonly sitting: string;
  readonly component: string;
  readonly marker: string | null;
  readonly place: number;
  readonly mark: number | null;
  readonly missed: string | null;
};

/** All the rows of one session. */
export type Certifying = {
  readonly session: Session;
  readonly persons: readonly Person[];
  /** Directors of a work who are not in the register. */
  readonly directors: readonly Person[];
  readonly orders: readonly Order[];
  readonly designations: readonly Designation[];
  readonly entries: readonly Entry[];
  readonly links: readonly Link[];
  readonly groups: readonly Group[];
  readonly examiners: readonly Examiner[];
  readonly sittings: readonly Sitting[];
  readonly marks: readonly Mark[];
  /** The collective report each entry brings to an exam. */
  readonly reports: readonly { readonly entry: string; readonly exam: string; readonly report: string }[];
};
