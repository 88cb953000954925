/** What the holder of a reminder's link sees; and the applicants that a later closing would affect, for the office. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import type { Concerned } from "../intake/concerned.ts";
import { findIntake } from "../intake/intake.ts";
import { ById, closed } from "../kit/shapes.ts";
import { choiceAbout } from "../mail/choice.ts";
import * as output from "./output.ts";
import { lateIn, remindedBy, unpaidIn, unsentIn } from "./store.ts";

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

export const seeConcerned = defineView({
  name: "seeConcerned",
  label: { fr: "Voir qui serait concerné par une clôture repoussée", en: "See whom a closing put off would concern" },
  who: "see the intakes",
  form: ById,
  output: output.seeConcerned,
  async read({ tx, input, zone }): Promise<Concerned | undefined> {
    const intake = await findIntake(tx, input.id);
    return (
      intake && {
        late: await lateIn(tx, intake.id),
        unsent: await unsentIn(tx, intake.id),
        unpaid: await unpaidIn(tx, zone, intake.id),
      }
    );
  },
});
