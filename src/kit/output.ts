/**
 * Building blocks of the output schemas of acts and views: JSON, in which a moment is a string. Only declared properties go out;
 * clients must ignore unknown ones, which the next version may add.
 */
import { type TProperties, type TSchema, Type } from "typebox";

/** An object with a name of its own in OpenAPI’s `components.schemas`, where every use of it refers to. */
export const named = <P extends TProperties>(title: string, properties: P) => Type.Object(properties, { title });

export const Day = Type.String({ format: "day" });
export const Moment = Type.String({ format: "date-time" });

/** An amount of money. */
export const Cents = Type.Integer({
  title: "Cents",
  says: { fr: "une somme en centimes d’euro", en: "an amount in euro cents" },
});

/** A text in both languages; a draft may be empty. */
export const Words = named("Words", { fr: Type.String(), en: Type.String() });

/** A thing's dependents: the moves each affects, how, and the sentence that explains it. */
export const Kept = Type.Array(
  named("Dependent", {
    moves: Type.Array(Type.String()),
    does: Type.Union([Type.Literal("refuses"), Type.Literal("asks-ground"), Type.Literal("tells")]),
    says: Words,
    told: Type.Union([Type.String(), Type.Null()]),
  }),
);

/** Done, without a value. */
export const Nothing = named("Nothing", {});

export const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
