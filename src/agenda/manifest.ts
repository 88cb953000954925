/** The rooms of a school, and the bookings of people and rooms. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";
import { entryPage, feedPage } from "./pages/calendar.ts";
import { roomEntries, roomsPage } from "./pages/rooms.ts";
import * as views from "./views.ts";
import { menuOf } from "../page/menu.ts";

export const manifest = {
  name: "agenda",
  acts: actsIn(acts),
  views: viewsIn(views),
  pages: [roomsPage, entryPage, feedPage],
  workEntries: [roomEntries],
  retainedOtherwise: {
    "the school's rooms, and by whom they are taken while that lasts": "room booking placing_ground",
  },
  places: { room: () => "/salles" },
  menu: menuOf([{ to: "/salles", label: { fr: "Salles", en: "Rooms" }, may: "see the rooms", group: "house" }]),
};
