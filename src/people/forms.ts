/** Shared by the forms and records of accounts. */
import { Type } from "typebox";
import { closed, Id } from "../kit/shapes.ts";

export const MINUTE = 60_000;

export const Text = Type.String({ minLength: 1, maxLength: 200 });
export const Slug = Type.String({ maxLength: 60, pattern: "^[a-z0-9-]+$" });
export const Device = Type.String({ maxLength: 100 });
/** A hash of the caller's network, made by the web layer. */
export const Caller = Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}$" }));

/** The mark of a known browser, from its cookie. */
export const Mark = Type.Optional(Type.String({ maxLength: 100 }));

/** The invitation's link, for codes asked and tried by its holder. */
export const Invitation = Type.Optional(
  Type.Object({ school: Slug, link: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false }),
);

export function callerOf({ caller }: { readonly caller?: string }): Buffer | null {
  return caller === undefined ? null : Buffer.from(caller, "hex");
}

/** Ends an invitation or a role; `ground` is required where the person was called on in that capacity. */
export const Ending = Type.Object({ id: Id, ground: Type.Optional(Type.String({ maxLength: 2000 })) }, closed);

export const accountChain = (id: string) => `account:${id}`;
