/** The facts of a contract, one for each person admitted, and the moves that they make. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import type { Machine } from "../../kit/machine.ts";
import type { SignedFrom } from "../../billing/rules/signed-from.ts";
import type { PLACES } from "../../decisions/agreement/rule.ts";

export const contractChain = (dossier: string) => `contract:${dossier}`;

/** Where a paper was concluded: on the page it is at a distance. */
export type Place = (typeof PLACES)[number];

/** What a fund answered; silent: it let its time pass. */
export const ANSWERS = ["granted", "in-part", "refused", "silent"] as const;
export type Answer = (typeof ANSWERS)[number];
/** What is noted of a fund or a platform: before its answer, that it was asked. */
export const NOTED = ["asked", ...ANSWERS] as const;

/** What becomes of the place of a person who withdraws from their contract in time. */
export const PLACES_AFTER = ["kept", "given-up"] as const;
export type PlaceAfter = (typeof PLACES_AFTER)[number];

/** From whom a share is taken over, as they were to pay it. */
type TakenOver = {
  readonly since: Day;
  readonly source: string;
  readonly payer: string | null;
  /** Of a fund: its own for this person. */
  readonly number: string | null;
  readonly plan: Plan | null;
  readonly thirds?: readonly ThirdFee[];
};
/** What one payer pays of the price, in cents. */
export type SharedAs = {
  /** A kind of payer of the school's file. */
  readonly source: string;
  readonly amount: number;
  /** Of the register of payers, once the office chose it. */
  readonly payer: string | null;
  /** As the person named it, where the office has not chosen one. */
  readonly named: string | null;
  /** Of a fund: who owes what it does not pay. */
  readonly behind?: string;
  /** Of a person: paid on the platform that pays the other part. */
  readonly platform?: boolean;
  /** From whom this payer took it over, on a day. */
  readonly takesOver?: TakenOver;
};
/** What is asked first, in percent of the person's part, and on which day. */
export type Plan = { readonly first: number; readonly firstOn: Day };

/** Collected for another body, so many months after the first day of training: no price of training, nor a deposit for it. */
export type ThirdFee = { readonly line: string; readonly amount: number; readonly after: number };

/** The key of the charge of what was not paid of it. */
export const carriedLine = (source: string) => `carried-${source}`;

/** The number of its document: that of the last invoice there, else its day. */
export function carriedNumber({ number, until }: Pick<CarriedBill, "number" | "until">): string {
  return number ?? `(${until})`;
}

/** Until a day, of one kind of payer; `number`: of the last invoice there, where it is known. */
export type CarriedBill = {
  readonly source: string;
  readonly invoiced: number;
  readonly paid: number;
  readonly until: Day;
  readonly number: string | null;
};

/** A convention of these amounts. */
type SentFor = { readonly source: string; readonly share: number; readonly grants: number };

export type DetailsOf = {
  readonly shares: {
    readonly price: number;
    /** The decision on hours that gave the price. */
    readonly relief: string;
    readonly shares: readonly SharedAs[];
    readonly plan: Plan | null;
    /** Within the price, and the person's alone; left out where there is none. */
    readonly thirds?: readonly ThirdFee[];
  };
  readonly cohort: { readonly cohort: string };
  readonly status: { readonly status: string };
  /** Keys of what is handed over before; on a page, where the person opened them. */
  readonly handed: { readonly keys: readonly string[]; readonly how: "page" | "paper" };
  readonly signed: {
    readonly source: string;
    /** What the paper was for: it holds for nothing else. */
    readonly share: number;
    readonly grants: number;
    readonly how: "page" | "paper";
    readonly concluded: Place;
    readonly startRequested: boolean;
    /** The particulars that the signed paper states. */
    readonly stated: readonly string[];
    readonly by: string;
    readonly signature: string;
    /** On the page, by who pays: from which mailbox, and who vouched for it. Left out of those noted before it was kept. */
    readonly from?: SignedFrom;
    /** Whose dates and hours it says: signed for one, it does not hold for another. Left out of those noted before it was kept. */
    readonly cohort?: string;
  };
  /** A convention was sent to be signed by its link; it holds for these amounts, as a signature does. */
  readonly sent: SentFor & {
    /** The payer of the register, and who of it. */
    readonly to: string;
    readonly guest: string;
  };
  /** Who was sent it says why they do not sign. */
  readonly declined: SentFor & { readonly words: string; readonly by: string };
  readonly countersigned: { readonly source: string; readonly by: string; readonly signature: string };
  /** The request is with the fund, or on the platform. */
  readonly asked: { readonly source: string; readonly number: string | null; readonly file: string | null };
  readonly granted: {
    readonly source: string;
    readonly answer: Answer;
    /** What it will pay; 0 where it refused. */
    readonly amount: number;
    /** Its own number for this person's file. */
    readonly number: string | null;
    readonly file: string | null;
  };
  /** Concluded before the school used this service, with what was asked and paid of it there: none of it is a document of ours. */
  readonly carried: {
    readonly price: number;
    readonly relief: string;
    readonly shares: readonly SharedAs[];
    readonly billed: readonly CarriedBill[];
  };
  /** `place`: of a letter in time, what the person said; left out of those noted before it was asked. */
  readonly renounced: {
    readonly how: "page" | "letter";
    readonly late: boolean;
    readonly file: string | null;
    readonly place?: PlaceAfter;
  };
  /** What the school answered to a withdrawal that came too late. */
  readonly "late-answered": { readonly words: string };
  /** Another payer with a signed paper, or an accord, knows that the person does not come. */
  readonly "payer-told": { readonly source: string; readonly how: string };
  readonly "enrolled-anyway": {
    readonly ground: string;
    /** What the decision found wanting, as it was said that day. */
    readonly findings: readonly Label[];
  };
};
export type FactKind = keyof DetailsOf;
export type FactOf<K extends FactKind> = {
  readonly id: string;
  readonly kind: K;
  readonly on: Day;
  readonly details: DetailsOf[K];
};
export type ContractFact = { readonly [K in FactKind]: FactOf<K> }[FactKind];

export const CONTRACT_STATES = ["unsaid", "to-conclude", "concluded", "withdrawn"] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

const OPEN = ["unsaid", "to-conclude", "concluded"] as const;

/**
 * `concluded`: nothing is wanting for the enrolment, as the decision on the agreement says. After a withdrawal in time, somebody who keeps
 * their place says anew who pays; `withdrawn` is the contract of somebody who gave the place up.
 */
export const CONTRACT: Machine<ContractState, FactKind> = {
  name: "contract",
  thing: { fr: "Ce contrat", en: "This contract" },
  again: { fr: "il", en: "it" },
  states: {
    unsaid: { fr: "à répartir entre ceux qui paient", en: "to be shared among those who pay" },
    "to-conclude": { fr: "à conclure", en: "to be concluded" },
    concluded: { fr: "conclu", en: "concluded" },
    withdrawn: { fr: "anéanti par une rétractation", en: "undone by a withdrawal" },
  },
  moves: {
    shares: { from: OPEN, to: ["to-conclude", "concluded"] },
    // What is signed for another cohort is signed anew.
    cohort: { from: OPEN, to: OPEN },
    status: { from: OPEN },
    handed: { from: OPEN, to: ["unsaid", "to-conclude", "concluded"] },
    signed: { from: ["to-conclude"], to: ["to-conclude", "concluded"] },
    sent: { from: ["to-conclude"] },
    declined: { from: ["to-conclude"] },
    countersigned: { from: ["to-conclude"], to: ["to-conclude", "concluded"] },
    asked: { from: OPEN },
    granted: { from: OPEN, to: ["unsaid", "to-conclude", "concluded"] },
    carried: { from: ["unsaid"], to: ["concluded"] },
    renounced: { from: OPEN, to: ["unsaid", "withdrawn"] },
    "late-answered": { from: OPEN },
    "payer-told": { from: ["withdrawn"] },
    "enrolled-anyway": { from: OPEN },
  },
};
