/** What is held about guests, who have no account: they download a copy on their own page, and the retention period erases the rest. */
import { addMonths } from "../../kit/day.ts";
import { unpostMail } from "../../mail/post.ts";
import type { Retained } from "../../retention/retained.ts";
import { deleteGuest, guestsEndedBefore } from "./store.ts";

export const guestRetained: Retained = {
  name: "guests",
  label: { fr: "Les invitations", en: "Invitations" },
  tables: ["guest", "guest_browser", "guest_calendar", "guest_link", "guest_offer", "guest_session", "guest_thing"],
  place: "school",
  prefix: "guest:",
  kind: "guest",
  chains: async () => [],
  erase: async (tx, chain) => {
    await deleteGuest(tx, chain.slice("guest:".length));
    await unpostMail(tx, chain);
  },
  over: async (tx, { period, today }, limit) => {
    const ended = await guestsEndedBefore(tx, addMonths(today, -period.months), limit);
    return ended.map(({ id, on }) => ({ chain: `guest:${id}`, day: addMonths(on, period.months) }));
  },
};
