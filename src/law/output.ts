/** The output schemas of parts of the law: an entry as in its file, and a finding that cites it. */
import { Type } from "typebox";
import { Day, orNull, Words, named } from "../kit/output.ts";
import { CONFIDENCES, oneOf } from "./entry.ts";

const EntryGiven = named("LawEntry", {
  id: Type.String(),
  source: Type.Object({
    text: Type.String(),
    article: Type.String(),
    confidence: oneOf(...CONFIDENCES),
    note: Type.Optional(Words),
  }),
  citation: Words,
  from: Type.Optional(Day),
  to: Type.Optional(Day),
});

export const FindingGiven = named("Finding", {
  condition: Type.String(),
  met: orNull(Type.Boolean()),
  says: Type.String(),
  values: Type.Record(Type.String(), Type.Unknown()),
  entry: EntryGiven,
  confidence: oneOf(...CONFIDENCES),
});
