/** The output schemas of the views of issued papers. */
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
