/** The rooms of a school, and the bookings of people and rooms. */
import { addRoom, changeRoom, closeRoom } from "./acts.ts";
import { roomEntries, roomsPage } from "./pages/rooms.ts";
import { seeRooms } from "./views.ts";

export const manifest = {
  name: "agenda",
  acts: [addRoom, changeRoom, closeRoom],
  views: [seeRooms],
  pages: [roomsPage],
  entries: [roomEntries],
  retainedOtherwise: { "the school's rooms, and by whom they are taken while that lasts": "room booking" },
  places: { room: () => "/salles" },
};
