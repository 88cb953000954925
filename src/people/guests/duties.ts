/** The calendar's duty on guests: closes invitations past their last day. */
import { type Duty } from "../../act/act.ts";
import { addDays } from "../../kit/day.ts";
import { endGuestOffer, endInvitation } from "./acts.ts";
import { guestChain } from "./letting-in.ts";
import { guestOffersPast, guestsOffered, guestsPast } from "./store.ts";

export const endInvitations: Duty<typeof endInvitation.form> = {
  act: endInvitation,
  foretold: { unpreventable: "its last day was said in the invitation, and no act of a guest moves it" },
  async due({ tx, today }, limit) {
    const past = await guestsPast(tx, today, limit);
    return past.map(({ id, until }) => ({ input: { id }, key: id, day: addDays(until, 1) }));
  },
};

export const endGuestOffers: Duty<typeof endGuestOffer.form> = {
  act: endGuestOffer,
  foretold: { by: ["confirmGuest"], whom: async (tx, { id }) => (await guestsOffered(tx, id)).map(guestChain) },
  async due({ tx, today }, limit) {
    const past = await guestOffersPast(tx, today, limit);
    return past.map(({ id, until }) => ({ input: { id }, key: id, day: addDays(until, 1) }));
  },
};
