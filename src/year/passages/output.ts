/** The output schemas of passages. */
import { Type } from "typebox";
import { Day, named, Nothing, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { LACKS } from "./rules/holder.ts";
import { STATES } from "./rules/passage.ts";

const Count = Type.Integer();
const Answer = orNull(oneOf("accepted", "rejected"));
const Person = {
  enrolment: Id,
  dossier: Id,
  number: Type.String(),
  name: Type.String(),
  diploma: Type.String(),
};

const File = named("PassageFile", {
  id: Id,
  number: Count,
  passages: Count,
  sha256: Type.String(),
  dueOn: Day,
  madeOn: Day,
  depositedOn: orNull(Day),
  receivedOn: orNull(Day),
  receipt: orNull(Type.String()),
  droppedOn: orNull(Day),
  why: orNull(Type.String()),
  accepted: Count,
  rejected: Count,
});

export const seePassages = Type.Object({
  /** What the law asks, and of whom. */
  duty: Words,
  citation: Words,
  months: Count,
  /** Who certifies, by the diplomas' files. */
  certifiers: Type.Array(Words),
  /** None: nothing is to be reported by the school. */
  mandates: Type.Array(Words),
  counts: named("PassageCounts", {
    filed: Count,
    deposited: Count,
    received: Count,
    accepted: Count,
    draft: Count,
    ready: Count,
    rejected: Count,
    /** More than are listed. */
    beyond: Count,
  }),
  passages: Type.Array(
    named("PassageToReport", {
      ...Person,
      awardedOn: Day,
      dueOn: Day,
      state: oneOf(...STATES),
      lacks: Type.Array(oneOf(...LACKS, "registration")),
      accessUnknown: Type.Boolean(),
      /** Of the last answer, where it was rejected. */
      rejectedOn: orNull(Day),
      words: orNull(Type.String()),
    }),
  ),
  /** Deposited, and no longer awarded. */
  withdrawn: Type.Array(Type.Object({ enrolment: Id, dossier: Id, name: Type.String() })),
  files: Type.Array(File),
});

export const seePassageFile = Type.Object({
  file: File,
  /** Nobody of it was erased, and its bytes are those that were made. */
  whole: Type.Boolean(),
  items: Type.Array(
    named("PassageInFile", {
      enrolment: Id,
      /** Null of somebody whose training was erased since. */
      dossier: orNull(Id),
      number: orNull(Type.String()),
      name: orNull(Type.String()),
      answer: Answer,
      answeredOn: orNull(Day),
      words: orNull(Type.String()),
    }),
  ),
});

export const passageFileXml = Type.Object({ number: Count, xml: Type.String() });

export const makePassageFile = Type.Object({ file: Id, number: Count, sha256: Type.String() });
export const nothing = Nothing;
