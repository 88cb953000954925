/** What the views of this room give back, as programs receive it. */
import { Type } from "typebox";
import { Moment } from "../kit/output.ts";
import { oneOf } from "../law/entry.ts";

export const verifyPaper = Type.Object({
  code: Type.String(),
  what: Type.String(),
  name: Type.String(),
  fingerprint: Type.String(),
  at: Moment,
  state: oneOf("holds", "replaced", "withdrawn"),
});
