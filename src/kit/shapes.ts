/** Building blocks of the input schemas of acts and views. */
import { type TSchema, Type } from "typebox";

/** Refuses unknown keys. */
export const closed = { additionalProperties: false } as const;

/** A UUID as PostgreSQL writes it: with a looser pattern the database would throw, instead of the schema refusing. */
const UUID = "^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
export const Id = Type.String({ pattern: UUID, maxLength: 36 });
export const ById = Type.Object({ id: Id }, closed);

/** The same check for a value that comes without a form. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && new RegExp(UUID).test(value);
}

/** An id that no row has. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Contents that the référentiel or a declared form decides; `src/api/described.ts` has the schema of that name, for readers. */
export const described = (title: string) => Type.Record(Type.String(), Type.Unknown(), { title });

export const Language = Type.Union([Type.Literal("fr"), Type.Literal("en")]);

/** A text's greatest length, which its form field shows. */
export function longestOf(text: TSchema): number | undefined {
  return (text as { readonly maxLength?: number }).maxLength;
}
