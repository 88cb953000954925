/** The rooms of a school: those in use, then the closed ones. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { closed } from "../kit/shapes.ts";
import { allRooms } from "./store.ts";
import * as output from "./output.ts";

export const seeRooms = defineView({
  name: "seeRooms",
  label: { fr: "Voir les salles", en: "See the rooms" },
  who: "see the rooms",
  form: Type.Object({}, closed),
  output: output.seeRooms,
  async read({ tx }) {
    return { rooms: await allRooms(tx) };
  },
});
