/** The shapes that the forms of most acts and views are made of. */
import { type TSchema, Type } from "typebox";

/** No key but those named. */
export const closed = { additionalProperties: false } as const;

/** A UUID as PostgreSQL writes it: whatever else fits a looser shape would be a fault of the database, and not an answer. */
const UUID = "^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
export const Id = Type.String({ pattern: UUID, maxLength: 36 });
export const ById = Type.Object({ id: Id }, closed);

/** The same of a value that no form brings. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && new RegExp(UUID).test(value);
}

/** An id that nothing and nobody has. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

export const Language = Type.Union([Type.Literal("fr"), Type.Literal("en")]);

/** How many characters a text may have, for the form that says so. */
export function longestOf(text: TSchema): number | undefined {
  return (text as { readonly maxLength?: number }).maxLength;
}
