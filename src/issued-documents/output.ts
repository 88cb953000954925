/** The output schemas of the views of issued papers. */
import { Type } from "typebox";
import { Moment, orNull, Words } from "../kit/output.ts";
import { oneOf } from "../law/entry.ts";

export const verifyPaper = Type.Object({
  code: Type.String(),
  what: Type.String(),
  /** What it attests; null for papers that say it themselves, or were issued before it was kept. */
  says: orNull(Words),
  name: Type.String(),
  fingerprint: Type.String(),
  at: Moment,
  state: oneOf("holds", "replaced", "withdrawn", "outdated", "annulled"),
});
