/** Whether one's calendar has an address in a school, without its secret. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import { Slug } from "../forms.ts";
import { calendarAddressOf } from "./store.ts";

export const seeCalendarAddress = defineView({
  name: "seeCalendarAddress",
  label: { fr: "Voir si son calendrier a une adresse", en: "See whether one’s calendar has an address" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({ school: Slug }, closed),
  async read({ tx, actor, input: { school } }) {
    if (actor.kind !== "account") return undefined;
    return { madeAt: (await calendarAddressOf(tx, actor.account, school)) ?? null };
  },
});
