/** The outputs of this room's acts and views, as API clients receive them. */
import { Type } from "typebox";
import { described, Id } from "../../kit/shapes.ts";
import { Submission } from "../../dossier/output.ts";
import { Moment, Words, orNull, named } from "../../kit/output.ts";
import { ENTERED } from "../../dossier/rules/dossier.ts";
import { oneOf } from "../../law/entry.ts";

const Decided = named("TakenDecision", {
  decision: Type.String(),
  input: described("DecisionInput"),
  answer: described("DecisionAnswer"),
});

const DecidedSubmission = named("DecidedSubmission", {
  submission: Submission,
  decided: orNull(Decided),
  atBest: orNull(Type.String()),
  replayed: orNull(
    Type.Union([
      Type.Object({ kind: Type.Literal("same"), answer: described("DecisionAnswer") }),
      Type.Object({ kind: Type.Literal("differs"), answer: described("DecisionAnswer") }),
      Type.Object({
        kind: Type.Literal("impossible"),
        why: oneOf("refused", "file-gone", "unreadable", "other-rules"),
      }),
    ]),
  ),
  kept: Type.Object({ national: Type.Boolean(), local: Type.Boolean() }),
});

const HowDecided = named("HowDecided", {
  reader: oneOf("self", "office"),
  dossier: Type.Object({
    number: Type.String(),
    language: oneOf("fr", "en"),
    id: Id,
    entered: oneOf(...ENTERED),
  }),
  diploma: Type.String(),
  lawVersion: Type.String(),
  submissions: Type.Array(DecidedSubmission),
  state: oneOf("draft", "complement", "submitted", "late", "declined", "withdrawn"),
  decisions: Type.Array(
    Type.Object({
      name: orNull(Type.String()),
      who: oneOf("clock", "operator", "link", "provider", "staff", "self"),
      program: Type.Boolean(),
      kind: Type.String(),
      at: Moment,
      details: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
  intake: Type.Object({
    pieces: Type.Array(
      Type.Object({
        pages: Type.Optional(Type.Object({ min: Type.Integer(), max: Type.Integer() })),
        national: Type.Optional(Type.Boolean()),
        label: Words,
        key: Type.String(),
        needed: oneOf("waiver", "always", "experience", "abroad", "relief", "optional"),
        many: Type.Boolean(),
      }),
    ),
    appeal: Words,
    closesAt: Moment,
  }),
  records: Type.Array(
    Type.Object({
      name: orNull(Type.String()),
      who: oneOf("clock", "operator", "link", "provider", "staff", "self"),
      program: Type.Boolean(),
      seq: Type.Integer(),
      act: Type.String(),
      at: Type.String(),
      hash: Type.String(),
    }),
  ),
  whole: Type.Boolean(),
  covered: orNull(Type.Object({ number: Type.Integer(), seq: Type.Integer(), hash: Type.String() })),
});

export const howDecided = HowDecided;

export const howWasDecided = HowDecided;
