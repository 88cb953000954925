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
  /** Since when it waits. */
  since: Day,
  dueOn: orNull(Day),
  late: Type.Boolean(),
  /** The reader's own; otherwise of everybody with a permission that they have. */
  mine: Type.Boolean(),
  /** Whom or what it is about, where that is not the reader: a name, a session, a lesson's day. */
  about: orNull(Words),
});

export const waiting = Type.Object({
  lines: Type.Array(Line),
  /** More waits than is listed. */
  more: Type.Boolean(),
});

export const myWaiting = Type.Object({
  ...waiting.properties,
  /** What the school has to do about the reader. */
  school: Type.Array(Type.Object({ says: Words, dueOn: orNull(Day) })),
});

export const personWaiting = Type.Object({
  /** `theirs`: for the person themselves. */
  lines: Type.Array(Type.Object({ ...Line.properties, theirs: Type.Boolean() })),
});
