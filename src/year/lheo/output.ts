/** The output schema of the offer for catalogues. */
import { Type } from "typebox";
import { Day, named, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { CONFIDENCES, oneOf } from "../../law/entry.ts";
import { NOTES } from "./rules/offer.ts";
import { FAULTS } from "./rules/tree.ts";

const Count = Type.Integer();

export const seeLheoOffer = Type.Object({
  on: Day,
  /** How many of each the file has. */
  formations: Count,
  actions: Count,
  sessions: Count,
  faults: Type.Array(
    named("OfferFault", {
      fault: oneOf(...FAULTS),
      /** In the file, elements that may recur numbered from 1. */
      path: Type.String(),
      element: Type.String(),
      /** The characters or the times that there are, and that the format allows. */
      is: orNull(Count),
      limit: orNull(Count),
      /** Where it is mended: a key of a file, or the cohorts. */
      in: oneOf("school", "diploma", "cohorts"),
      key: orNull(Type.String()),
      cohort: orNull(Id),
      /** The cohort, or the intake that has none, with its diploma, and its first day. */
      diploma: orNull(Type.String()),
      label: orNull(Words),
      on: orNull(Day),
    }),
  ),
  notes: Type.Array(
    named("OfferNote", {
      note: oneOf(...NOTES),
      what: Words,
      /** Of a registration: its last day, how many sessions begin after it, and how many there are. */
      ends: orNull(Type.Object({ on: Day, after: Count, of: Count })),
    }),
  ),
  lines: Type.Array(
    named("OfferLine", {
      path: Type.String(),
      element: Type.String(),
      value: Type.String(),
      means: orNull(Words),
      confidence: orNull(oneOf(...CONFIDENCES)),
      citation: orNull(Words),
    }),
  ),
  /** The file; null while there is a fault. */
  xml: orNull(Type.String()),
});
