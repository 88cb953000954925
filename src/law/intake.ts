/** The settings of an intake, and the entries that ask for them: names shared by the diploma's and the school's files. */
import { Type } from "typebox";
import { entryOf, KeySchema, LabelSchema, oneOf } from "./entry.ts";
import { closed } from "../kit/shapes.ts";

/** The settings of an intake. The law says which entry asks for each; the school settles them every time. */
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

/** Settings that an intake may leave open, so that no entry has to ask for them. */
const OPTIONAL_SETTINGS: readonly Setting[] = ["answer"];
export const SETTLED: readonly Setting[] = SETTINGS.filter((setting) => !OPTIONAL_SETTINGS.includes(setting));

/** When a candidate must hand in a piece. */
export const NEEDED = ["always", "experience", "abroad", "waiver", "relief", "optional"] as const;

const Pages = Type.Object({ min: Type.Integer({ minimum: 1 }), max: Type.Integer({ minimum: 1 }) }, closed);

/** A piece, as a candidate hands it in. */
const PieceSchema = Type.Object(
  {
    name: LabelSchema,
    needed: oneOf(...NEEDED),
    /** Whether it may consist of several files. */
    many: Type.Boolean(),
    pages: Type.Optional(Pages),
  },
  closed,
);

/** A fact about admission: printed on pages, and used by an intake. */
export const AdmissionEntry = entryOf({
  key: KeySchema,
  label: LabelSchema,
  value: Type.Optional(Type.Union([Type.Number(), Type.String()])),
  /** The settings of an intake that this entry asks for. */
  asks: Type.Optional(Type.Array(oneOf(...SETTINGS), { minItems: 1 })),
  /** The piece to hand in, if the entry is about one. */
  piece: Type.Optional(PieceSchema),
  /** The part before an interview on its day, and what the candidate is given at its start, with its article. */
  preparation: Type.Optional(Type.Object({ part: LabelSchema, given: LabelSchema }, closed)),
  /** The piece that an interview is about: the interviewers read it in the application. */
  bearsOn: Type.Optional(KeySchema),
});

/** The deadlines that candidates are reminded of: the intake's closing, or a complement. */
const REMINDED = ["closing", "complement"] as const;

/** Days before the deadline, and the hour from which to send, in the school's time zone. */
export const ReminderSchema = entryOf({
  before: oneOf(...REMINDED),
  label: LabelSchema,
  days: Type.Array(Type.Integer({ minimum: 0, maximum: 365 }), { minItems: 1, maxItems: 10, uniqueItems: true }),
  hour: Type.String({ pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" }),
});
