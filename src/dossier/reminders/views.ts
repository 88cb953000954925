/** What whoever holds the link of a reminder sees of it. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import { choiceAbout } from "../../record/mail/choice.ts";
import { remindedBy } from "./store.ts";

export const remindersAbout = defineView({
  name: "remindersAbout",
  label: {
    fr: "Voir si l’on reçoit des rappels, par le lien d’un rappel",
    en: "See whether one is sent reminders, by a reminder’s link",
  },
  who: "hold a reminder",
  form: Type.Object({}, closed),
  async read({ tx, actor }) {
    const dossier = actor.kind === "holder" ? await remindedBy(tx, actor.secret) : undefined;
    return dossier && { number: dossier.number, ...(await choiceAbout(tx, dossier.id)) };
  },
});
