/** A school's rooms: added, changed, and closed. A room is never deleted, since past bookings refer to it. */
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import { issue } from "../kit/schema.ts";
import { ById, closed, Id } from "../kit/shapes.ts";
import { roomTaken } from "./rooms.ts";
import { takeTurns } from "./book.ts";
import { bookingsToCome, insertRoom, isCalled, lockRoom, nextBooking, updateRoom } from "./store.ts";
import { fewerSeats, stillTaken } from "./words.ts";
import * as output from "./output.ts";

const Described = {
  name: Type.String({ maxLength: 100 }),
  seats: Type.Integer({ minimum: 1, maximum: 2000 }),
  site: Type.String({ maxLength: 100 }),
};

/** Normalised to one line, without outer spaces. */
function describedIn(input: { readonly name: string; readonly seats: number; readonly site: string }) {
  const line = (text: string) => text.replaceAll(/\s+/gu, " ").trim();
  return { name: line(input.name), seats: input.seats, site: line(input.site) };
}

export const addRoom = defineAct({
  name: "addRoom",
  label: { fr: "Ajouter une salle", en: "Add a room" },
  who: "keep the rooms",
  form: Type.Object(Described, closed),
  output: output.addRoom,
  writes: ["room"],
  async perform({ tx, input, actor, at }) {
    const room = describedIn(input);
    if (room.name === "") return invalid([NO_NAME]);
    const id = newId();
    if (!(await insertRoom(tx, { id, ...room, by: actorName(actor), at }))) return invalid([SAME_NAME]);
    return begun({ room: id }, roomTaken(id));
  },
});

/** Fewer seats than those who are to sit there: what is placed in it is moved first. */
export const changeRoom = defineAct({
  name: "changeRoom",
  label: { fr: "Modifier une salle", en: "Change a room" },
  who: "keep the rooms",
  form: Type.Object({ room: Id, version: Type.Integer({ minimum: 1, maximum: 1_000_000 }), ...Described }, closed),
  output: output.changeRoom,
  writes: ["room"],
  async perform(context) {
    const { tx, input, zone } = context;
    // Nothing is placed in it meanwhile.
    await takeTurns(tx, [roomTaken(input.room)]);
    const before = await lockRoom(tx, input.room);
    if (!before || before.closedAt !== null) return FORBIDDEN;
    const { id, version, name, seats, site } = before;
    if (version !== input.version) return stale({ version, name, seats, site });
    const room = describedIn(input);
    if (room.name === "") return invalid([NO_NAME]);
    if (await isCalled(tx, room, id)) return invalid([SAME_NAME]);
    const tight = room.seats < seats ? await tooTight(context, id, room.seats) : undefined;
    if (tight) return invalid([fewerSeats(tight, zone)]);
    await updateRoom(tx, id, { ...room, version: version + 1 });
    return done({}, roomTaken(id));
  },
});

/** The first of what is to come in a room that needs more seats than it would have. */
async function tooTight(context: Performing<unknown>, room: string, seats: number) {
  const { tx, at, timetable } = context;
  const bookings = await bookingsToCome(tx, roomTaken(room), at);
  const needed = await timetable.seated(
    context,
    room,
    bookings.map(({ what }) => what),
  );
  const first = bookings.find(({ what }) => (needed.get(what) ?? 0) > seats);
  return first && { ...first, needed: needed.get(first.what)! };
}

export const closeRoom = defineAct({
  name: "closeRoom",
  label: { fr: "Ne plus utiliser une salle", en: "No longer use a room" },
  who: "keep the rooms",
  form: ById,
  output: output.closeRoom,
  writes: ["room"],
  async perform({ tx, input: { id }, at, zone }) {
    const room = await lockRoom(tx, id);
    if (!room || room.closedAt !== null) return FORBIDDEN;
    const next = await nextBooking(tx, roomTaken(id), at);
    if (next) return invalid([stillTaken(next, zone)]);
    await updateRoom(tx, id, { closed_at: at, version: room.version + 1 });
    return done({}, roomTaken(id));
  },
});

const NO_NAME = issue("name", "Donnez le nom de la salle.", "Give the name of the room.");
const SAME_NAME = issue(
  "name",
  "Une salle de ce nom existe déjà à cet endroit : donnez un autre nom.",
  "There is a room of that name at that place already: give another name.",
);
