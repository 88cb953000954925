/** The shape of a school's file, `establishments/<slug>.yaml`: it may add to the law, never loosen it. */
import { type Static, Type } from "typebox";
import { DaySchema, entryOf, KeySchema, LabelSchema, type Loaded, oneOf, TextSchema } from "./entry.ts";
import { AdmissionEntry, ReminderSchema } from "./intake.ts";
import type { Lang } from "../kit/lang.ts";
import { closed } from "../kit/shapes.ts";
import { LegalSchema } from "./legal.ts";
import { FunderCodesSchema, SchoolLheoSchema } from "./lheo.ts";
import { MoneySchema } from "./money.ts";
import { RATES, YearSchema } from "./year.ts";
import { TeachingSchema } from "./teaching.ts";

const Cents = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });

/** A line of the price: a fixed fee, or an amount per remaining hour. */
const PriceLine = entryOf({
  line: KeySchema,
  label: LabelSchema,
  per: oneOf("candidate", "theory-hour", "practice-hour"),
  quantity: Type.Optional(Type.Integer({ minimum: 1 })),
  unitAmount: Cents,
  /** The selection fee, due on applying. */
  selection: Type.Optional(Type.Boolean()),
  /**
   * Collected for another body, and no price of training: each unit of the quantity, so many months after the last, from the first day of
   * training on.
   */
  third: Type.Optional(entryOf({ label: LabelSchema, every: Type.Integer({ minimum: 1, maximum: 24 }) })),
  /** Charged on these tracks only; on all by default. */
  tracks: Type.Optional(Type.Array(KeySchema, { minItems: 1 })),
});
/** Within so many days of the school's own choice. */
const WithinDays = entryOf({ days: Type.Integer({ minimum: 1, maximum: 365 }), label: LabelSchema });

const Fact = entryOf({
  key: KeySchema,
  label: LabelSchema,
  value: Type.Optional(Type.Union([Type.Number(), Type.String()])),
});
const Funder = entryOf({
  funder: KeySchema,
  label: LabelSchema,
  /** The name that the school's page still prints for a renamed scheme. */
  formerLabel: Type.Optional(LabelSchema),
  personal: Type.Optional(Type.Boolean()),
  /** The employer pays, or files the request: its name is asked for. */
  employer: Type.Optional(Type.Boolean()),
  /** The share of the tuition that a personal payer pays, in percent. */
  payPercent: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  /** The most that the funder pays per person, and the share always left to the person: shown with every figure. */
  ceiling: Type.Optional(entryOf({ amount: Cents, label: LabelSchema })),
  ownShare: Type.Optional(entryOf({ amount: Cents, label: LabelSchema })),
  lheo: Type.Optional(FunderCodesSchema),
});
const Indicator = entryOf({
  indicator: KeySchema,
  label: LabelSchema,
  /** Which of the rates computed here it stands beside, where it has another name. */
  rate: Type.Optional(oneOf(...RATES)),
  percent: Type.Number({ minimum: 0, maximum: 100 }),
  /** Head-counts; `null` is "not published". */
  numerator: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  denominator: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
});

/** How the school is paid, which no text rules; without an IBAN or a payee its words say how to ask. */
const PaymentSchema = Type.Object(
  {
    transfer: Type.Object(
      {
        label: LabelSchema,
        holder: Type.Optional(Type.String({ minLength: 1, maxLength: 70 })),
        iban: Type.Optional(Type.String({ pattern: "^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$" })),
        bic: Type.Optional(Type.String({ pattern: "^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$" })),
        /** Two records of one transfer, entered by hand or in two bank files, may be this many days apart. */
        sameWithinDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 31 })),
      },
      closed,
    ),
    cheque: Type.Object(
      { label: LabelSchema, payableTo: Type.Optional(Type.String({ minLength: 1, maxLength: 70 })) },
      closed,
    ),
  },
  closed,
);
/** The kinds of data with a retention period, as `Retained.kind` names them. */
export const PERIOD_KINDS = [
  "draft",
  "application",
  "training",
  "accounting",
  "jury",
  "request",
  "question",
  "guest",
  "account",
] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** How long a kind of data is kept, and from when. */
const Retention = entryOf({
  kind: oneOf(...PERIOD_KINDS),
  label: LabelSchema,
  months: Type.Integer({ minimum: 1, maximum: 1_200 }),
  /** The last day of each accounting year, from which the period runs; without it, from the last event. */
  yearEnds: Type.Optional(Type.String({ pattern: "^(?:(?:01|03|05|07|08|10|12)-31|(?:04|06|09|11)-30|02-28)$" })),
  /** How long before erasure the person is notified; of accounts only. */
  noticeDays: Type.Optional(Type.Integer({ minimum: 7, maximum: 365 })),
});

/** The maximum lifetime of a person's API token, and of a guest's invitation. */
const AccessSchema = Type.Object(
  {
    tokenDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
    guestDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
    /** Days for which the link of a payer still opens once its last convention has ended and its balance is 0; by default those of any guest. */
    payerDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
    /** How long an offered role may be accepted; without it, until the offer is withdrawn. */
    offerDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
  },
  closed,
);
export type Access = Readonly<Static<typeof AccessSchema>>;

/** What a ready sentence may be about: a part of the application, a piece, a late arrival, a fee waived or refunded. */
const REASON_USES = ["part", "piece", "late-accepted", "late-declined", "waiver", "refund"] as const;
export type ReasonUse = (typeof REASON_USES)[number];

/** A sentence that the school writes often: inserted, then edited by the sender. */
const ReadyReason = Type.Object(
  { reason: KeySchema, for: Type.Array(oneOf(...REASON_USES), { minItems: 1 }), label: LabelSchema },
  closed,
);

const CONVOCATIONS = ["interview", "exam", "parchment"] as const;
export type ConvocationKind = (typeof CONVOCATIONS)[number];

/** What a person brings to an interview, to an exam, or to collect the parchment of their diploma. */
const Brought = entryOf({ when: oneOf(...CONVOCATIONS), label: LabelSchema });
/** How a decision is contested, and before whom. An intake words the letters about its own decisions. */
const Remedy = entryOf({
  remedy: KeySchema,
  against: oneOf("jury", "admission"),
  label: LabelSchema,
  /** Counted from the notification; for a jury's decision, the diploma's file says it. */
  months: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  /** Within which it is answered, counted from the day on which it is received; unknown without it. */
  answerMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  /** Of a last day that is no working day: whether it moves to the next one, and what is said; for a jury's, the diploma's file says it. */
  dayOff: Type.Optional(entryOf({ label: LabelSchema, moves: Type.Optional(Type.Boolean()) })),
  /** Whom to write to, if it is not the school. */
  body: Type.Optional(LabelSchema),
  address: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })),
  url: Type.Optional(Type.String({ pattern: "^https://" })),
});

const Named = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }));
const NoticeSchema = Type.Object(
  { form: Named, activity: Named, director: Named, host: Named, contact: Named, officer: Named },
  closed,
);

const Theme = Type.Object(
  {
    accent: Type.String({ pattern: "^#[0-9a-fA-F]{6}$" }),
    onAccent: Type.String({ pattern: "^#[0-9a-fA-F]{6}$" }),
    surface: Type.String({ pattern: "^#[0-9a-fA-F]{6}$" }),
    ink: Type.String({ pattern: "^#[0-9a-fA-F]{6}$" }),
  },
  closed,
);

const SchoolDiplomaSchema = Type.Object(
  {
    diploma: KeySchema,
    version: KeySchema,
    maquette: entryOf({
      hours: Type.Record(KeySchema, Type.Integer({ minimum: 0, maximum: 10_000 })),
      label: LabelSchema,
    }),
    tracks: Type.Array(entryOf({ track: KeySchema, label: LabelSchema }), { minItems: 1 }),
    price: Type.Object(
      {
        /** Empty if nothing is paid. */
        lines: Type.Array(PriceLine),
        /** The discount for a personal payer, if any (`payPercent`). */
        selfFunding: Type.Optional(Fact),
        base: Type.Optional(Fact),
        split: Type.Optional(Fact),
        /**
         * Within how many days (`value`) a selection fee is paid that is asked after the closing, or asked again; `refunded` false: not again of
         * whoever was refunded after a withdrawal. Without it, such a fee is due on the day on which the person is told.
         */
        again: Type.Optional(
          entryOf({
            key: KeySchema,
            label: LabelSchema,
            value: Type.Integer({ minimum: 0, maximum: 365 }),
            refunded: Type.Optional(Type.Boolean()),
          }),
        ),
        /** What no funder takes. */ personal: Type.Optional(Fact),
      },
      closed,
    ),
    funders: Type.Array(Funder, { minItems: 1 }),
    /** The school's additions to the admission procedure; it may not reword a piece of the national file. */
    admission: Type.Object(
      {
        /** The key of the text with the admission rules: linked for applicants, if the text has a URL. */
        rules: Type.Optional(KeySchema),
        intake: Type.Array(AdmissionEntry),
        pieces: Type.Array(AdmissionEntry),
        /** By key of a piece: what the school expects in it. */
        hints: Type.Optional(Type.Array(AdmissionEntry)),
        interview: Type.Array(AdmissionEntry),
        silent: Type.Array(AdmissionEntry),
        /** How places are offered, answered and offered again; by default, read from the entry that asks for a waiting list. */
        offers: Type.Optional(entryOf({ label: LabelSchema })),
        /** When the conditions must be met; if the admission rules do not settle it, the answer is unknown. */
        metBy: Type.Optional(entryOf({ by: oneOf("closing", "entry"), label: LabelSchema })),
        /** Within how many days the school examines what was submitted or completed; without it, by the day on which all are decided. */
        examines: Type.Optional(WithinDays),
        /** Within how many days the school answers a message or a question, and reads a withdrawal; without it, by no day. */
        answers: Type.Optional(
          Type.Object({ messages: Type.Optional(WithinDays), withdrawals: Type.Optional(WithinDays) }, closed),
        ),
        /** When candidates are reminded of missing pieces; without it, they are not. */
        reminders: Type.Optional(Type.Array(ReminderSchema, { maxItems: 2 })),
      },
      closed,
    ),
    /** What counts as hours followed; by default, read from the unit's entry. */
    attendance: Type.Optional(entryOf({ label: LabelSchema })),
    /** The appreciations in a livret, and their authors; those of an exam only for its candidates. */
    appreciations: Type.Optional(
      Type.Array(
        entryOf({
          appreciation: KeySchema,
          label: LabelSchema,
          by: oneOf("trainer", "memoire-director", "head-of-training"),
          exam: Type.Optional(KeySchema),
        }),
        { maxItems: 20 },
      ),
    ),
    /** How it is taught, for contracts; what is missing refuses them. */
    teaching: Type.Optional(TeachingSchema),
    /** What the catalogues of training offers ask; what is missing refuses the export. */
    lheo: Type.Optional(SchoolLheoSchema),
    /** What it costs to sit an exam again; without it, pages say that it is not published. */
    resit: Type.Optional(entryOf({ label: LabelSchema, unitAmount: Type.Optional(Cents) })),
    page: Type.Object(
      {
        /** What the course is for, in a sentence or two of plain words. */
        lead: Type.Optional(Fact),
        /** On which days, and how often, the lessons are held. */
        rhythm: Type.Optional(Type.Array(Fact)),
        profession: Type.Array(Fact),
        objectives: Type.Array(Fact),
        methods: Type.Array(Fact),
        onward: Type.Array(Fact),
        blocs: Type.Optional(Type.Array(Fact)),
        accessibility: Type.Array(Fact),
        updatedOn: DaySchema,
        sourceUrl: Type.Optional(Type.String()),
      },
      closed,
    ),
    /** The published rates, if any. */
    indicators: Type.Optional(
      Type.Object(
        { cohort: LabelSchema, campus: Type.String(), rates: Type.Array(Indicator), caution: LabelSchema },
        closed,
      ),
    ),
  },
  closed,
);

const Closure = entryOf({ closure: KeySchema, label: LabelSchema, first: DaySchema, last: DaySchema });

export const EstablishmentSchema = Type.Object(
  {
    establishment: KeySchema,
    name: Type.String({ minLength: 1 }),
    /** As papers name it, where that is not its name. */
    legalName: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    /** What papers about money say of it; what is missing refuses them. */
    legal: Type.Optional(LegalSchema),
    /** Who signs what the school issues; without it, papers leave room for a signature by hand. */
    signatory: Type.Optional(
      Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }), quality: LabelSchema }, closed),
    ),
    label: LabelSchema,
    timezone: Type.String({ minLength: 1 }),
    holidays: KeySchema,
    /** When the school is closed, from a first to a last day: what is placed there needs a ground. */
    closures: Type.Optional(Type.Array(Closure, { maxItems: 200 })),
    texts: Type.Record(KeySchema, TextSchema),
    theme: Theme,
    address: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    contacts: Type.Array(Fact),
    remedies: Type.Optional(Type.Array(Remedy)),
    /** What the legal notice must name; missing items are reported as missing. */
    notice: Type.Optional(NoticeSchema),
    payment: PaymentSchema,
    /** Retention periods; data without one are kept until the person asks for erasure. */
    retention: Type.Optional(Type.Array(Retention)),
    /** What is open to programs and guests; closed by default. */
    access: Type.Optional(AccessSchema),
    /** How many months before a partial validation expires its holder is notified, once for each. */
    clockWarnings: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 60 }), { uniqueItems: true })),
    /** Ready sentences; without them, staff write every sentence. */
    reasons: Type.Optional(Type.Array(ReadyReason, { maxItems: 50 })),
    /** What a convocation asks to bring, by its kind; without it, it asks for nothing. */
    bring: Type.Optional(Type.Array(Brought, { maxItems: CONVOCATIONS.length })),
    /** When the parchment of a diploma is handed over, and whether it can be sent; without it, the person asks. */
    handover: Type.Optional(entryOf({ label: LabelSchema })),
    /** `address`: where it is elsewhere than the school; rooms name it as their site. */
    campuses: Type.Array(
      Type.Object(
        {
          campus: KeySchema,
          name: Type.String(),
          address: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })),
        },
        closed,
      ),
    ),
    diplomas: Type.Array(SchoolDiplomaSchema, { minItems: 1 }),
    /** Without it, no decision on money after admission is taken. */
    money: Type.Optional(MoneySchema),
    /** What is asked of people at the end, and how the rates of a year are published; without it, nobody is asked. */
    year: Type.Optional(YearSchema),
  },
  closed,
);

export type EstablishmentFile = Static<typeof EstablishmentSchema>;
export type Establishment = Loaded<EstablishmentFile>;
/** Who is paid, the address for cheques, and what invoices say of it. */
export type Payee = Pick<Establishment, "payment" | "address"> &
  Partial<Pick<Establishment, "establishment" | "name" | "legalName" | "legal" | "money" | "year" | "holidays">>;
export type Period = NonNullable<Establishment["retention"]>[number];

/** The ready sentences for one use, in the addressee's language. */
export function readyReasons({ reasons = [] }: Pick<Establishment, "reasons">, use: ReasonUse, lang: Lang): string[] {
  return reasons.filter((one) => one.for.includes(use)).map(({ label }) => label[lang]);
}

export type SchoolDiploma = Establishment["diplomas"][number];
