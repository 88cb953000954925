/** The output schemas of this room's acts and views. */
import { Type } from "typebox";
import { Moment, orNull } from "../kit/output.ts";
import { oneOf } from "../law/entry.ts";

export const openFile = Type.Object({
  back: Type.Optional(Type.String()),
  name: Type.String(),
  size: Type.Integer(),
  type: oneOf("pdf", "jpeg", "png", "heic"),
  pages: orNull(Type.Integer()),
  sha256: Type.String(),
  copy: Type.String(),
  scan: oneOf("none", "waiting", "clean", "infected"),
  receivedAt: Moment,
  mine: Type.Boolean(),
});
