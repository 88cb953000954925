/**
 * Building blocks of the output schemas of acts and views: JSON, in which a moment is a string. Only declared properties go out;
 * clients must ignore unknown ones, which the next version may add.
 */
import { type TSchema, Type } from "typebox";
import { closed } from "./shapes.ts";

export const Day = Type.String({ format: "day" });
export const Moment = Type.String({ format: "date-time" });

/** A text in both languages; a draft may be empty. */
export const Words = Type.Object({ fr: Type.String(), en: Type.String() }, closed);

/** A thing's dependents: the moves each affects, how, and the sentence that explains it. */
export const Kept = Type.Array(
  Type.Object({
    moves: Type.Array(Type.String()),
    does: Type.Union([Type.Literal("refuses"), Type.Literal("asks-ground"), Type.Literal("tells")]),
    says: Words,
    told: Type.Union([Type.String(), Type.Null()]),
  }),
);

/** Done, without a value. */
export const Nothing = Type.Object({}, closed);

export const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
