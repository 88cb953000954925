/** What an intake has to settle, and which entries of the law ask for it: names shared by both files of the law. */
import { Type } from "typebox";
import { entryOf, KeySchema, LabelSchema, oneOf } from "./entry.ts";
import { closed } from "../kit/shapes.ts";

/** The settings of an intake. The law says of each who asks for it; the school settles it each time. */
export const SETTINGS = [
  "opening",
  "closing",
  "entry",
  "answer",
  "places",
  "fees",
  "pieces",
  "interview",
  "validity",
  "waiting-list",
  "appeal",
] as const;
export type Setting = (typeof SETTINGS)[number];

/** A setting that an intake may leave open, so that no entry has to ask for it. */
const MAY_BE_LEFT: readonly Setting[] = ["answer"];
export const SETTLED: readonly Setting[] = SETTINGS.filter((setting) => !MAY_BE_LEFT.includes(setting));

/** When a candidate is asked for a piece. */
export const NEEDED = ["always", "experience", "abroad", "waiver", "relief", "optional"] as const;

const Pages = Type.Object({ min: Type.Integer({ minimum: 1 }), max: Type.Integer({ minimum: 1 }) }, closed);

/** A piece as a candidate hands it in. */
const PieceSchema = Type.Object(
  {
    name: LabelSchema,
    needed: oneOf(...NEEDED),
    /** Whether several files may make it up. */
    many: Type.Boolean(),
    pages: Type.Optional(Pages),
  },
  closed,
);

/** A fact about admission: what a page prints, and what an intake makes of it. */
export const AdmissionFact = entryOf({
  key: KeySchema,
  label: LabelSchema,
  value: Type.Optional(Type.Union([Type.Number(), Type.String()])),
  /** The settings that an intake owes to this entry. */
  asks: Type.Optional(Type.Array(oneOf(...SETTINGS), { minItems: 1 })),
  /** Handed in with the application, where the entry is about a piece. */
  piece: Type.Optional(PieceSchema),
  /** What comes before an interview on its day: the part that it is, and what is given as it begins, with its article. */
  preparation: Type.Optional(Type.Object({ part: LabelSchema, given: LabelSchema }, closed)),
  /** The piece that an interview is about: whoever holds it reads that one of the application. */
  bearsOn: Type.Optional(KeySchema),
});

/** Of what candidates are reminded: that an intake closes, or that a complement is due. */
const REMINDED = ["closing", "complement"] as const;

/** When they are: so many days before the day it ends, from an hour of the school's wall on. */
export const ReminderSchema = entryOf({
  before: oneOf(...REMINDED),
  label: LabelSchema,
  days: Type.Array(Type.Integer({ minimum: 0, maximum: 365 }), { minItems: 1, maxItems: 10, uniqueItems: true }),
  hour: Type.String({ pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" }),
});
