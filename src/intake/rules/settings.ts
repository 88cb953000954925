/** The settings of an intake («campagne»): in preparation (anything may be missing), and once opened. */
import { type Static, Type } from "typebox";
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { DaySchema, KeySchema, oneOf } from "../../law/entry.ts";
import { NEEDED, SETTINGS } from "../../law/intake.ts";
import type { Law } from "../../law/law.ts";
import { closed } from "../../kit/shapes.ts";

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const text = (most: number) =>
  Type.Object({ fr: Type.String({ maxLength: most }), en: Type.String({ maxLength: most }) }, closed);
const MinuteSchema = Type.Object(
  { day: DaySchema, time: Type.String({ pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" }) },
  closed,
);
const Count = Type.Integer({ minimum: 1, maximum: 10_000 });

const PieceSchema = Type.Object(
  {
    key: KeySchema,
    label: text(200),
    needed: oneOf(...NEEDED),
    /** Whether it may consist of several files. */
    many: Type.Boolean(),
    pages: Type.Optional(
      Type.Object(
        { min: Type.Integer({ minimum: 1, maximum: 1000 }), max: Type.Integer({ minimum: 1, maximum: 1000 }) },
        closed,
      ),
    ),
    /** Required by the law, hence of every intake. */
    national: Type.Optional(Type.Boolean()),
  },
  closed,
);

const FeeSchema = Type.Object(
  { key: KeySchema, label: text(200), amount: Type.Integer({ minimum: 0, maximum: 10_000_000 }) },
  closed,
);

export const LIMITS = { pieces: 40, fees: 20, interview: 20, label: 100, appeal: 4000 } as const;

export const SettingsSchema = Type.Object(
  {
    label: text(LIMITS.label),
    /** Minutes in the school's time zone. */
    opens: orNull(MinuteSchema),
    closes: orNull(MinuteSchema),
    entryOn: orNull(DaySchema),
    /** The day by which the school decides on every candidate. */
    decidesBy: orNull(DaySchema),
    interviewsFrom: orNull(DaySchema),
    interviewsTo: orNull(DaySchema),
    places: orNull(Count),
    /** Days for answering an offer, after that of the offer; the school may open without it. */
    answerWithin: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
    /** The last day on which a waiting candidate is called; unlimited by default. */
    callsUntil: Type.Optional(DaySchema),
    /** Lines in cents. */
    fees: Type.Array(FeeSchema, { maxItems: LIMITS.fees }),
    pieces: Type.Array(PieceSchema, { maxItems: LIMITS.pieces }),
    /** A text with too few or too many pages: the candidate may explain, or it is rejected. */
    pagesOutside: oneOf("explain", "refuse"),
    interview: Type.Array(
      Type.Object(
        { key: KeySchema, label: text(500), value: orNull(Type.Integer({ minimum: 1, maximum: 10_000 })) },
        closed,
      ),
      { maxItems: LIMITS.interview },
    ),
    /** How long an admission is valid; 0 months: for this intake only. */
    admissionValidity: orNull(Type.Object({ months: Type.Integer({ minimum: 0, maximum: 120 }) }, closed)),
    waitingList: orNull(Type.Object({ kind: oneOf("none", "ranked"), most: orNull(Count) }, closed)),
    /** How to contest a decision, in the words of the letter. */
    appeal: text(LIMITS.appeal),
    /** Settings carried over and not checked yet. */
    toCheck: Type.Array(oneOf(...SETTINGS), { maxItems: SETTINGS.length }),
  },
  closed,
);

export type Settings = Static<typeof SettingsSchema>;
export type IntakePiece = Settings["pieces"][number];
export type IntakeFee = Settings["fees"][number];

/** Settings that are complete once an intake is opened. */
export type Settled = Omit<
  Settings,
  "opens" | "closes" | "entryOn" | "places" | "admissionValidity" | "waitingList"
> & {
  readonly opens: NonNullable<Settings["opens"]>;
  readonly closes: NonNullable<Settings["closes"]>;
  readonly entryOn: Day;
  readonly places: number;
  readonly admissionValidity: NonNullable<Settings["admissionValidity"]>;
  readonly waitingList: NonNullable<Settings["waitingList"]>;
};

/** The settings that the two files of the law determine; the rest is the school's to settle, and no page guesses it. */
export function settingsOf(law: Law): Settings {
  return {
    label: { fr: "", en: "" },
    opens: null,
    closes: null,
    entryOn: null,
    decidesBy: null,
    interviewsFrom: null,
    interviewsTo: null,
    places: null,
    fees: feesOf(law),
    pieces: [...nationalPieces(law), ...schoolPieces(law)],
    pagesOutside: "explain",
    interview: interviewOf(law),
    admissionValidity: null,
    waitingList: null,
    appeal: { fr: "", en: "" },
    toCheck: [],
  };
}

export function feesOf({ school }: Law): IntakeFee[] {
  return school.price.lines
    .filter(({ selection }) => selection)
    .map(({ line, label, quantity = 1, unitAmount }) => ({
      key: line,
      label: plain(label),
      amount: quantity * unitAmount,
    }));
}

export function nationalPieces({ diploma }: Law): IntakePiece[] {
  return diploma.admission.pieces.flatMap((entry) => pieceOf(entry).map((piece) => ({ ...piece, national: true })));
}

function schoolPieces({ school }: Law): IntakePiece[] {
  return school.admission.pieces.flatMap(pieceOf);
}

type PieceEntry = Law["diploma"]["admission"]["pieces"][number];

function pieceOf({ key, piece }: PieceEntry): IntakePiece[] {
  if (!piece) return [];
  const { name, needed, many, pages } = piece;
  return [{ key, label: plain(name), needed, many, ...(pages && { pages: { ...pages } }) }];
}

/** The parts of the interview: the school's facts with a number. */
function interviewOf({ school }: Law): Settings["interview"] {
  return school.admission.interview.flatMap(({ key, label, value }) =>
    typeof value === "number" ? [{ key, label: plain(label), value }] : [],
  );
}

function plain({ fr, en }: Label): { fr: string; en: string } {
  return { fr, en };
}
