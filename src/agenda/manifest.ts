/** The rooms of a school, and who and which of them is taken when. */
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
