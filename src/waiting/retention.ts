/** The reminders of an account: up to which day it had one, and the mails. A guest’s go with the guest. */
import { unpostMail } from "../mail/post.ts";
import type { Dependent } from "../retention/dependents.ts";
import type { Retained } from "../retention/retained.ts";
import { guestChain } from "../people/guests/letting-in.ts";
import { REMINDED } from "./reminders/acts.ts";
import { dropReminded, remindedUntil } from "./reminders/store.ts";

export const reminded: Retained = {
  name: "reminders",
  label: { fr: "Jusqu’à quel jour vous avez été rappelé", en: "Until which day you were reminded" },
  counted: { fr: "Rappels", en: "Reminders" },
  tables: ["reminded"],
  place: "school",
  prefix: REMINDED,
  chains: async (tx, { account }) =>
    (await remindedUntil(tx, [`account:${account}`])).size > 0 ? [REMINDED + account] : [],
  erase: async (tx, chain) => {
    await dropReminded(tx, chain.slice(REMINDED.length));
    await unpostMail(tx, chain);
  },
};

export const guestsReminded: Dependent = {
  tables: [],
  erase: (tx, chain) => dropReminded(tx, chain.slice(guestChain("").length)),
};
