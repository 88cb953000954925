/** The output schemas of the acts and views of rooms. */
import { Type } from "typebox";
import { Day, Moment, named, Nothing, orNull, Words } from "../kit/output.ts";
import { Id } from "../kit/shapes.ts";

/** What a convocation says beside its hour (`convocation.ts`). */
export const convocation = Type.Array(named("ConvocationLine", { label: Words, says: Words }));

export const addRoom = Type.Object({ room: Id });

export const changeRoom = Nothing;

export const closeRoom = Nothing;

export const seeRooms = Type.Object({
  rooms: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      seats: Type.Integer(),
      site: Type.String(),
      version: Type.Integer(),
      closedAt: orNull(Moment),
    }),
  ),
});

export const seeUnderWay = Type.Object({
  lines: Type.Array(
    Type.Object({
      chain: Type.String(),
      on: Day,
      from: orNull(Type.String()),
      until: orNull(Type.String()),
      what: Words,
      room: orNull(Type.String()),
      who: orNull(Type.String()),
      to: orNull(Type.String()),
    }),
  ),
  more: Type.Boolean(),
});

const Hours = Type.Object({ from: Moment, until: Moment });
export const myCalendar = Type.Object({
  entries: Type.Array(
    Type.Object({
      uid: Type.String(),
      sequence: Type.Integer(),
      cancelled: Type.Boolean(),
      when: Type.Union([Hours, Type.Object({ day: Day })]),
      title: Words,
      place: Type.String(),
      words: Words,
      to: Type.String(),
    }),
  ),
});
