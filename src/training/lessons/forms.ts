/** The fields of a lesson to plan. */
import { type Static, Type } from "typebox";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema, KeySchema } from "../../law/entry.ts";

const Time = Type.String({ pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" });
/** The actor name of an account or a guest. */
export const Trainer = Type.String({
  pattern: "^(?:account|guest):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
  maxLength: 44,
});

/** Why it is placed on a day or at an hour that is questioned. */
export const Ground = Type.String({ minLength: 1, maxLength: 500 });

/** When and where. */
export const Held = { on: DaySchema, from: Time, to: Time, room: Type.Optional(Id) };

export const LessonForm = Type.Object(
  {
    unit: KeySchema,
    ...Held,
    trainer: Trainer,
    subject: Type.Optional(Type.String({ maxLength: 200 })),
    /** The members who are meant, if not all. */
    only: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200 })),
  },
  closed,
);
export type LessonForm = Static<typeof LessonForm>;

/** In one act. */
export const MOST_LESSONS = 400;

/** Bytes of a pasted or uploaded table. */
export const MAX_TABLE = 300 * 1024;
export const Table = Type.String({ minLength: 1, maxLength: MAX_TABLE });
