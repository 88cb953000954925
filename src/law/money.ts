/**
 * What a school's file says of money after admission: who may pay and by which paper, the law of the training contract, of invoices and of
 * the yearly declaration. All of it is law or usage of the trade, entry by entry; the rules name none of its keys.
 */
import { type Static, Type } from "typebox";
import { AccountsSchema } from "./accounts.ts";
import { DaySchema, entryOf, KeySchema, LabelSchema, type Loaded, oneOf } from "./entry.ts";
import { closed } from "../kit/shapes.ts";

/** What a payer and the school conclude: a contract (a person), a convention (an employer or body), an accord that pays for an employer,
 * the payer's own paper, or the terms of a platform. */
export const PAPERS = ["contract", "convention", "grant", "funder", "platform"] as const;
export type Paper = (typeof PAPERS)[number];
const PLANS = ["instalments", "periods", "end"] as const;
/** Of EN 16931: exempt, outside the scope, standard rate. */
export const CATEGORIES = ["E", "O", "S"] as const;
export type Category = (typeof CATEGORIES)[number];

const Days = Type.Integer({ minimum: 0, maximum: 366 });
const Percent = Type.Integer({ minimum: 0, maximum: 100 });
const Rate = Type.Integer({ minimum: 0, maximum: 10_000 });
const Years = Type.Integer({ minimum: 1, maximum: 30 });

const Payer = entryOf({
  payer: KeySchema,
  label: LabelSchema,
  paper: oneOf(...PAPERS),
  /** It pays for hours attended, with its own dossier number. */
  fund: Type.Optional(Type.Boolean()),
  /** It sends its own employee: what a fund does not pay, and hours missed, may be its. */
  employer: Type.Optional(Type.Boolean()),
  public: Type.Optional(Type.Boolean()),
  daysToPay: Type.Integer({ minimum: 0, maximum: 90 }),
  plan: oneOf(...PLANS),
  /** The line of the yearly declaration. */
  line: KeySchema,
  /** How a person has it pay, in their words: what is done, in which order, by when. Without it, the office alone names this payer. */
  steps: Type.Optional(
    entryOf({
      /** As the person names it, and as it is named to them. */
      label: LabelSchema,
      yours: LabelSchema,
      /** It is asked so many days before the course starts, where it says so. */
      ahead: Type.Optional(Days),
      does: Type.Array(LabelSchema, { minItems: 1, maxItems: 6 }),
    }),
  ),
});

/** What a paper must say, or what is handed over before it. */
const Particular = entryOf({
  particular: KeySchema,
  label: LabelSchema,
  /** Needed only where a person pays by contract. */
  contract: Type.Optional(Type.Boolean()),
  /** Needed only where the contract is concluded at a distance or away from the school. */
  away: Type.Optional(Type.Boolean()),
});
const Particulars = Type.Array(Particular, { minItems: 1, maxItems: 40 });

const Agreement = Type.Object(
  {
    particulars: Type.Object({ contract: Particulars, convention: Particulars, before: Particulars }, closed),
    /** Days to withdraw from a contract, from its signature. */
    withdrawal: entryOf({ label: LabelSchema, days: Days }),
    /** The same where it is concluded at a distance or away, if that is longer. */
    awayWithdrawal: entryOf({ label: LabelSchema, days: Days }),
    /** Its last day is moved to a working day. */
    moved: entryOf({ label: LabelSchema }),
    /** How much longer where the form to withdraw was not handed over. */
    formless: entryOf({ label: LabelSchema, months: Type.Integer({ minimum: 0, maximum: 60 }) }),
    /** A start within the period is asked for expressly. */
    earlyStart: entryOf({ label: LabelSchema }),
    /** What is handed over before, without which nothing is asked. */
    handedOver: entryOf({ label: LabelSchema }),
    /** A contract is signed before definitive enrolment and any payment. */
    signed: entryOf({ label: LabelSchema }),
    granted: entryOf({ label: LabelSchema }),
    /** The most that may be asked before training begins. */
    deposit: entryOf({ label: LabelSchema, percent: Percent }),
    /** What is asked earlier than this bears interest. */
    earlyDeposit: entryOf({ label: LabelSchema, months: Type.Integer({ minimum: 0, maximum: 60 }) }),
  },
  closed,
);

/** What contracts, conventions and quotes say in the words of the law or of the school; what is left out stands on none of them. */
const Papers = Type.Object(
  {
    nature: Type.Optional(entryOf({ label: LabelSchema })),
    /** Whole, one line under the other, to be cut out and sent. */
    withdrawalForm: Type.Optional(entryOf({ label: LabelSchema })),
    /** Nothing is asked before the period is over. */
    nothingBefore: Type.Optional(entryOf({ label: LabelSchema })),
    /** What is asked first is a deposit and no earnest money. */
    deposit: Type.Optional(entryOf({ label: LabelSchema })),
    /** When what was paid is given back after a withdrawal. */
    givenBack: Type.Optional(entryOf({ label: LabelSchema, days: Type.Optional(Days) })),
    /** What is owed of a training that force majeure breaks off. */
    forceMajeure: Type.Optional(entryOf({ label: LabelSchema })),
    /** The share of what is left that is owed by a person who gives up or is excluded; nothing where it is left out. */
    earlyEnd: Type.Optional(entryOf({ label: LabelSchema, percent: Percent })),
    /** The share of hours held and missed that an employer owes; nothing where it is left out. */
    absence: Type.Optional(entryOf({ label: LabelSchema, percent: Percent })),
    /** By when hours are decided, and the price said, once a place was accepted. */
    priced: Type.Optional(entryOf({ label: LabelSchema, days: Days })),
    /** By when the person says who pays, and signs their contract, once it is theirs to do. */
    asked: Type.Optional(entryOf({ label: LabelSchema, days: Days })),
    /** By when the school signs what the other party has signed. */
    countersigned: Type.Optional(entryOf({ label: LabelSchema, days: Days })),
    /** How long a quote holds. */
    quote: Type.Optional(entryOf({ label: LabelSchema, days: Days })),
    /** How long what proves a certificate is kept. */
    proofs: Type.Optional(entryOf({ label: LabelSchema })),
  },
  closed,
);

const Regime = entryOf({
  regime: KeySchema,
  label: LabelSchema,
  category: oneOf(...CATEGORIES),
  rate: Percent,
  /** Why no tax is asked, by its European code. */
  code: Type.Optional(KeySchema),
  /** It rests on an attestation of the administration. */
  attested: Type.Optional(Type.Boolean()),
  /** What an invoice says of it; of none that asks the tax. */
  words: Type.Optional(LabelSchema),
});
const Series = Type.String({ pattern: "^[A-Z]{1,10}$" });

const WHEN = ["business", "fund", "public", "untaxed", "taxed", "credit", "invoice"] as const;
export type When = (typeof WHEN)[number];
const Mention = entryOf({
  mention: KeySchema,
  label: LabelSchema,
  /** On such documents only: of all of these. `business`: the debtor does not pay as a person. */
  when: Type.Optional(Type.Array(oneOf(...WHEN), { minItems: 1 })),
});

const Invoices = Type.Object(
  {
    regimes: Type.Array(Regime, { minItems: 1 }),
    /** The regime of what is not training, whatever the school's. */
    otherwise: KeySchema,
    mentions: Type.Array(Mention, { minItems: 1 }),
    /** The series that invoices and credits are numbered in; perhaps the same. */
    series: entryOf({ label: LabelSchema, invoices: Series, credits: Series }),
    /** What the invoice of a business says of paying early, and of paying late; the latter otherwise of a public body. */
    earlyPayment: entryOf({ label: LabelSchema }),
    penalties: entryOf({
      label: LabelSchema,
      public: Type.Optional(LabelSchema),
      /** In hundredths of a percent a year, by half-years: of a business, and of a public body. Days that none has are not known. */
      rates: Type.Optional(
        Type.Array(Type.Object({ from: DaySchema, to: DaySchema, business: Rate, public: Rate }, closed), {
          minItems: 1,
        }),
      ),
    }),
    /** The portal on which public bodies receive invoices, and what is done there by hand. */
    portal: Type.Optional(entryOf({ label: LabelSchema, does: Type.Array(LabelSchema, { minItems: 1, maxItems: 9 }) })),
    /** Days late from which each level of reminder stands. */
    levels: entryOf({
      label: LabelSchema,
      days: Type.Array(Type.Integer({ minimum: 1, maximum: 365 }), { minItems: 1, maxItems: 9 }),
    }),
    /** Years after its due day in which an unpaid charge may be claimed, by who owes. */
    limitation: Type.Optional(
      entryOf({
        label: LabelSchema,
        years: Type.Object({ person: Years, body: Years, public: Years }, closed),
      }),
    ),
    /** What a late business owes for recovery, in cents. */
    recovery: entryOf({ label: LabelSchema, amount: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }),
  },
  closed,
);

const Indicators = Type.Object(
  {
    /** Fewer people than this are not published. */
    minimum: entryOf({ label: LabelSchema, people: Type.Integer({ minimum: 1, maximum: 100 }) }),
    /** An interruption of so many days is a departure. */
    interruption: entryOf({ label: LabelSchema, days: Days }),
    /** How many of those asked must answer, in percent, to raise no doubt. */
    few: entryOf({ label: LabelSchema, percent: Percent }),
  },
  closed,
);

const Cell = { label: LabelSchema };
const Declaration = Type.Object(
  {
    form: entryOf({ label: LabelSchema }),
    /** The last day of a year (month and day) to deposit that of an accounting year that ended before it. */
    deposit: Type.Optional(
      entryOf({
        label: LabelSchema,
        by: Type.String({ pattern: "^(?:(?:01|03|05|07|08|10|12)-31|(?:04|06|09|11)-30|02-28)$" }),
      }),
    ),
    lines: Type.Array(entryOf({ line: KeySchema, ...Cell, together: Type.Optional(Type.Boolean()) }), { minItems: 1 }),
    /** The line of fees; of people who pay for themselves; of bodies that entrust people to the school. */
    fees: KeySchema,
    own: KeySchema,
    entrusted: KeySchema,
    /** Situations of people, each counted in a cell; the cells in the order of the form. */
    statuses: Type.Array(entryOf({ status: KeySchema, cell: KeySchema, ...Cell, own: Type.Optional(Type.Boolean()) }), {
      minItems: 1,
    }),
    /** The aims of what is taught; that of a registered diploma is found by its level. */
    goals: Type.Array(
      entryOf({
        goal: KeySchema,
        ...Cell,
        levels: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 8 }))),
      }),
      { minItems: 1 },
    ),
    /** How many specialities are named; the others are added up. */
    specialities: entryOf({ label: LabelSchema, named: Type.Integer({ minimum: 1, maximum: 50 }) }),
    rounding: entryOf({ label: LabelSchema }),
  },
  closed,
);

export const MoneySchema = Type.Object(
  {
    payers: Type.Array(Payer, { minItems: 1, maxItems: 50 }),
    /** What the school asks of a person on the first day, before the instalments; nothing where it is left out. */
    plan: Type.Optional(entryOf({ label: LabelSchema, first: Type.Integer({ minimum: 1, maximum: 100 }) })),
    agreement: Agreement,
    papers: Type.Optional(Papers),
    invoices: Invoices,
    indicators: Indicators,
    declaration: Declaration,
    /** Without them nothing is prepared for the accountant. */
    accounts: Type.Optional(AccountsSchema),
  },
  closed,
);

export type Money = Loaded<Static<typeof MoneySchema>>;
export type PayerEntry = Money["payers"][number];
export type ParticularEntry = Money["agreement"]["particulars"]["contract"][number];
export type RegimeEntry = Money["invoices"]["regimes"][number];
