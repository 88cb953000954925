/** What a lesson is made of, as it is planned. */
import { type Static, Type } from "typebox";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema, KeySchema } from "../../law/entry.ts";

const Time = Type.String({ pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" });
/** An account or a guest, as their acts are recorded. */
export const Trainer = Type.String({
  pattern: "^(?:account|guest):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
  maxLength: 44,
});

/** When and where. */
export const Held = { on: DaySchema, from: Time, to: Time, room: Type.Optional(Id) };

export const LessonForm = Type.Object(
  {
    unit: KeySchema,
    ...Held,
    trainer: Trainer,
    subject: Type.Optional(Type.String({ maxLength: 200 })),
    /** Those of the cohort who are meant, where not all are. */
    only: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200 })),
  },
  closed,
);
export type LessonForm = Static<typeof LessonForm>;

/** In one act. */
export const MOST_LESSONS = 400;

/** A table as it was pasted, or as its file says it. */
export const MAX_TABLE = 300 * 1024;
export const Table = Type.String({ minLength: 1, maxLength: MAX_TABLE });
