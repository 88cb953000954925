/** What the forms and the records of accounts share. */
import { Type } from "typebox";
import { closed, Id } from "../kit/shapes.ts";

export const MINUTE = 60_000;

export const Text = Type.String({ minLength: 1, maxLength: 200 });
export const Slug = Type.String({ maxLength: 60, pattern: "^[a-z0-9-]+$" });
export const Device = Type.String({ maxLength: 100 });
/** The hash of where somebody calls from, made by the door. */
export const Caller = Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}$" }));

/** The mark of a browser in which an account was opened, which the door keeps there. */
export const Mark = Type.Optional(Type.String({ maxLength: 100 }));

/** The link of an invitation, for codes that are asked and tried by whoever holds it. */
export const Invitation = Type.Optional(
  Type.Object({ school: Slug, link: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false }),
);

export function callerOf({ caller }: { readonly caller?: string }): Buffer | null {
  return caller === undefined ? null : Buffer.from(caller, "hex");
}

/** An invitation or a role that ends, with the ground that is asked for where somebody was called by it. */
export const Ending = Type.Object({ id: Id, ground: Type.Optional(Type.String({ maxLength: 2000 })) }, closed);

export const accountChain = (id: string) => `account:${id}`;
