/** The output schemas of this room's views. */
import { Type } from "typebox";
import { Day, orNull, Words } from "../kit/output.ts";

const Line = Type.Object({
  chain: Type.String(),
  key: Type.String(),
  part: Type.String(),
  verb: Words,
  why: orNull(Words),
  otherwise: orNull(Words),
  go: Words,
  /** The page on which it is done, below the school. */
  to: Type.String(),
  dueOn: orNull(Day),
  late: Type.Boolean(),
});

export const personWaiting = Type.Object({
  /** `theirs`: for the person themselves. */
  lines: Type.Array(Type.Object({ ...Line.properties, theirs: Type.Boolean() })),
});

export const waiting = Type.Object({ lines: Type.Array(Line) });
