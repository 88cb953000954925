/**
 * The shapes that what acts and views give back is made of, as it goes out: JSON, in which a moment is a text. Objects are open:
 * what is declared is there, and a program passes over what it does not know, which may come with the next version.
 */
import { type TSchema, Type } from "typebox";
import { closed } from "./shapes.ts";

export const Day = Type.String({ format: "day" });
export const Moment = Type.String({ format: "date-time" });

/** A text in both languages; one that people still write may be empty. */
export const Words = Type.Object({ fr: Type.String(), en: Type.String() }, closed);

/** What stands on a thing: which moves of it that keeps, how, and the sentence that says so. */
export const Kept = Type.Array(
  Type.Object({
    moves: Type.Array(Type.String()),
    does: Type.Union([Type.Literal("refuses"), Type.Literal("asks-ground"), Type.Literal("tells")]),
    says: Words,
    told: Type.Union([Type.String(), Type.Null()]),
  }),
);

/** Done, and nothing to tell of it. */
export const Nothing = Type.Object({}, closed);

export const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
