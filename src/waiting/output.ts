/** The output schemas of this room's views. */
import { Type } from "typebox";
import { Id } from "../kit/shapes.ts";
import { oneOf } from "../law/entry.ts";
import { WAITING_GROUPS } from "./rules/groups.ts";
import { Day, Nothing, orNull, Words } from "../kit/output.ts";

const Line = Type.Object({
  id: Id,
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
  /** Somebody else has to do it, and the reader to obtain it from them. */
  ofOthers: Type.Boolean(),
  /** How many roles may do it, 0 where it waits for one person: the fewer, the sooner it stands among those of the same days. */
  holders: Type.Integer(),
  /** Whom or what it is about, where that is not the reader: a name, a session, a lesson's day. */
  about: orNull(Words),
  /** By hand: until when it is put off, and the name of whom it was given to. */
  putOffUntil: orNull(Day),
  givenTo: orNull(Type.String()),
  /** By hand: when the person was last reminded who has to do something about the same. */
  remindedOn: orNull(Day),
  /** May be put off, or given to another. */
  arranged: Type.Boolean(),
});

const group = oneOf(...WAITING_GROUPS);

export const waiting = Type.Object({
  /** The first of each key in each group. */
  lines: Type.Array(
    Type.Object({
      ...Line.properties,
      group,
      /** It waits for the reader by name, or for a permission of one role. */
      alone: Type.Boolean(),
    }),
  ),
  /** How many there are of each key in each group, exact as far as a hundred; 101: more. */
  counts: Type.Array(Type.Object({ key: Type.String(), group, alone: Type.Boolean(), count: Type.Integer() })),
  /** More waits than is listed; of a page of one key: another page follows. */
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

export const done = Nothing;

/** One row, to be put off or given. */
export const waitingLine = Type.Object({
  ...Line.properties,
  /** The last day that it may be put off to. */
  last: Day,
  to: Type.String(),
  /** Those who have the permission. */
  colleagues: Type.Array(Type.Object({ account: Id, name: Type.String() })),
  given: orNull(Id),
});

/** What waits for others, whom the reader may remind. */
export const waitingForOthers = Type.Object({
  lines: Type.Array(
    Type.Object({
      line: Id,
      name: Type.String(),
      verb: Words,
      dueOn: orNull(Day),
      /** By hand, today. */
      reminded: Type.Boolean(),
    }),
  ),
});
