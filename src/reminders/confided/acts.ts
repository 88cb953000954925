/** Tells applicants who confided something when another person gets the role that reads it. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { dayIn } from "../../kit/zone.ts";
import { dossierChain } from "../../dossier/rules/dossier.ts";
import { lockedDossier } from "../../dossier/hands.ts";
import { tell } from "../../dossier/standing.ts";
import { findIntake } from "../../intake/intake.ts";
import { advisorsToTell, insertTold } from "./store.ts";
import { newAdvisorMail } from "./mails.ts";

export const tellOfAdvisor = defineAct({
  name: "tellOfAdvisor",
  label: {
    fr: "Prévenir qu’une autre personne peut lire ce qui fut confié",
    en: "Tell that another person may read what was confided",
  },
  who: "let time pass",
  form: Type.Object({ dossier: Id, grant: Id }, closed),
  writes: ["mail"],
  async perform(context) {
    const { tx, input, zone } = context;
    const dossier = await lockedDossier(tx, input.dossier);
    const [news] = await advisorsToTell(tx, { limit: 1, only: input });
    const intake = dossier && (await findIntake(tx, dossier.intake));
    if (!intake || !news) return FORBIDDEN;
    await insertTold(tx, input);
    const words = { name: news.name, day: dayIn(news.at, zone) };
    await tell(context, dossier, intake, (lang) => newAdvisorMail(lang, words));
    return done({}, dossierChain(dossier.id));
  },
});
