/** The shape of a school's file, `establishments/<slug>.yaml`: what it adds to the law, and never loosens. */
import { type Static, Type } from "typebox";
import { DaySchema, entryOf, KeySchema, LabelSchema, type Loaded, oneOf, TextSchema } from "./entry.ts";
import { AdmissionFact, ReminderSchema } from "./intake.ts";
import type { Lang } from "../kit/lang.ts";
import { closed } from "../kit/shapes.ts";

const Cents = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });

/** One line of the price: a fixed fee, or an amount per hour that remains to be followed. */
const PriceLine = entryOf({
  line: KeySchema,
  label: LabelSchema,
  per: oneOf("candidate", "theory-hour", "practice-hour"),
  quantity: Type.Optional(Type.Integer({ minimum: 1 })),
  unitAmount: Cents,
  /** Asked when one applies, before any course: the fee of the selection. */
  selection: Type.Optional(Type.Boolean()),
  /** Charged on these tracks only; on all where absent. */
  tracks: Type.Optional(Type.Array(KeySchema, { minItems: 1 })),
});
const Fact = entryOf({
  key: KeySchema,
  label: LabelSchema,
  value: Type.Optional(Type.Union([Type.Number(), Type.String()])),
});
const Funder = entryOf({
  funder: KeySchema,
  label: LabelSchema,
  /** The name the school's page still prints, where the scheme has since changed its name. */
  formerLabel: Type.Optional(LabelSchema),
  personal: Type.Optional(Type.Boolean()),
  /** The employer pays, or files the request: its name is asked. */
  employer: Type.Optional(Type.Boolean()),
  /** Share of the tuition left to a person who pays it personally, in percent. */
  payPercent: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  /** The most that it pays for one person, and what of it is left to the person whatever it pays: told with every figure. */
  ceiling: Type.Optional(entryOf({ amount: Cents, label: LabelSchema })),
  ownShare: Type.Optional(entryOf({ amount: Cents, label: LabelSchema })),
});
const Indicator = entryOf({
  indicator: KeySchema,
  label: LabelSchema,
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
        /** How many days apart two records of one transfer may be: by hand, or in two files of the bank. */
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
/** What a period of retention is of, named by `Retained.kind`. */
const PERIOD_KINDS = ["draft", "application", "training", "accounting", "jury", "request", "guest", "account"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** How long a kind of thing is kept, and from when. */
const Retention = entryOf({
  kind: oneOf(...PERIOD_KINDS),
  label: LabelSchema,
  months: Type.Integer({ minimum: 1, maximum: 1_200 }),
  /** The last day of each accounting year, from which its period runs; without it, from the last that happened. */
  yearEnds: Type.Optional(Type.String({ pattern: "^(?:(?:01|03|05|07|08|10|12)-31|(?:04|06|09|11)-30|02-28)$" })),
  /** How long before the end whoever it is about is told; of accounts alone. */
  noticeDays: Type.Optional(Type.Integer({ minimum: 7, maximum: 365 })),
});

/** The longest a person's token for a program, and a guest's invitation, may last. */
const AccessSchema = Type.Object(
  {
    tokenDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
    guestDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
    /** How long a role that is offered may be accepted; without it, until it is taken back. */
    offerDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
  },
  closed,
);
export type Access = Readonly<Static<typeof AccessSchema>>;

/** What a ready sentence may be about: a part that a person filled in, a piece, what came late, a fee waived or given back. */
const REASON_USES = ["part", "piece", "late-accepted", "late-declined", "waiver", "refund"] as const;
export type ReasonUse = (typeof REASON_USES)[number];

/** A sentence that a school writes often: taken up, then changed, by whoever sends it. */
const ReadyReason = Type.Object(
  { reason: KeySchema, for: Type.Array(oneOf(...REASON_USES), { minItems: 1 }), label: LabelSchema },
  closed,
);

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
        /** None where nothing is paid. */
        lines: Type.Array(PriceLine),
        /** The discount for whoever pays personally, where there is one (`payPercent`). */
        selfFunding: Type.Optional(Fact),
        base: Type.Optional(Fact),
        split: Type.Optional(Fact),
        /** What no funder takes. */ personal: Type.Optional(Fact),
      },
      closed,
    ),
    funders: Type.Array(Funder, { minItems: 1 }),
    /** What the school adds to the admission procedure; a piece that the national file asks for is not its to word again. */
    admission: Type.Object(
      {
        /** Which of its texts are the admission rules: offered to whoever means to apply, where the text has its address. */
        rules: Type.Optional(KeySchema),
        intake: Type.Array(AdmissionFact),
        pieces: Type.Array(AdmissionFact),
        /** By the key of a piece: what the school expects to find in it. */
        hints: Type.Optional(Type.Array(AdmissionFact)),
        interview: Type.Array(AdmissionFact),
        silent: Type.Array(AdmissionFact),
        /** How places are offered, answered and offered again; without it, that is read from who asks for a waiting list. */
        offers: Type.Optional(entryOf({ label: LabelSchema })),
        /** By when the conditions must be met; where the admission rules do not settle it, nobody can say. */
        metBy: Type.Optional(entryOf({ by: oneOf("closing", "entry"), label: LabelSchema })),
        /** When candidates are reminded of what they have not handed in; without them nobody is. */
        reminders: Type.Optional(Type.Array(ReminderSchema, { maxItems: 2 })),
      },
      closed,
    ),
    /** What counts as hours followed; without it, that is read from the unit whose hours they are. */
    attendance: Type.Optional(entryOf({ label: LabelSchema })),
    /** What is said of somebody in their livret, and by whom; of an exam, only of those who sit it. */
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
    page: Type.Object(
      {
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
    /** The rates it publishes, where it does. */
    indicators: Type.Optional(
      Type.Object(
        { cohort: LabelSchema, campus: Type.String(), rates: Type.Array(Indicator), caution: LabelSchema },
        closed,
      ),
    ),
  },
  closed,
);

export const EstablishmentSchema = Type.Object(
  {
    establishment: KeySchema,
    name: Type.String({ minLength: 1 }),
    label: LabelSchema,
    timezone: Type.String({ minLength: 1 }),
    holidays: KeySchema,
    texts: Type.Record(KeySchema, TextSchema),
    theme: Theme,
    address: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    contacts: Type.Array(Fact),
    /** What its legal notice has to name; what is left out is said to be missing. */
    notice: Type.Optional(NoticeSchema),
    payment: PaymentSchema,
    /** How long things are kept; what has no period is kept until somebody asks for its erasure. */
    retention: Type.Optional(Type.Array(Retention)),
    /** How far it opens itself to programs and guests; what it does not set, it does not open. */
    access: Type.Optional(AccessSchema),
    /** How many months before a partial validation ends its holder is told, once for each. */
    clockWarnings: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 60 }), { uniqueItems: true })),
    /** Without them, whoever works there writes every sentence. */
    reasons: Type.Optional(Type.Array(ReadyReason, { maxItems: 50 })),
    campuses: Type.Array(Type.Object({ campus: KeySchema, name: Type.String() }, closed)),
    diplomas: Type.Array(SchoolDiplomaSchema, { minItems: 1 }),
  },
  closed,
);

export type EstablishmentFile = Static<typeof EstablishmentSchema>;
export type Establishment = Loaded<EstablishmentFile>;
/** Who is paid, and where a cheque is sent. */
export type Payee = Pick<Establishment, "payment" | "address">;
export type Period = NonNullable<Establishment["retention"]>[number];

/** The ready sentences for one use, as somebody is written to. */
export function readyReasons({ reasons = [] }: Pick<Establishment, "reasons">, use: ReasonUse, lang: Lang): string[] {
  return reasons.filter((one) => one.for.includes(use)).map(({ label }) => label[lang]);
}

export type SchoolDiploma = Establishment["diplomas"][number];
