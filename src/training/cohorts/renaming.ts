/** Takes over the name of a trainee in the lists of training once it changed in their dossier. */
import { Type } from "typebox";
import { defineAct, done, type Duty, FORBIDDEN } from "../../act/act.ts";
import { lockChain } from "../../act/chain.ts";
import { RENAMED_WITHIN } from "../../dossier/rules/identity-request.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { dayIn } from "../../kit/zone.ts";
import { enrolmentChain } from "../enrolled.ts";
import { nameInDossier, putName, renamed } from "./store.ts";

export const renameEnrolment = defineAct({
  name: "renameEnrolment",
  label: { fr: "Reprendre le nouveau nom d’un stagiaire", en: "Take over a trainee’s new name" },
  who: "let time pass",
  form: Type.Object({ enrolment: Id }, closed),
  writes: ["enrolment"],
  async perform({ tx, input: { enrolment } }) {
    if (!(await lockChain(tx, enrolmentChain(enrolment)))) return FORBIDDEN;
    const name = await nameInDossier(tx, enrolment);
    if (name === undefined) return FORBIDDEN;
    await putName(tx, enrolment, name);
    return done({}, enrolmentChain(enrolment));
  },
});

export const renameEnrolments: Duty<typeof renameEnrolment.form> = {
  act: renameEnrolment,
  foretold: { unpreventable: "it follows what was decided with them, the change of their name" },
  due: async ({ tx, at, zone }, limit) =>
    (await renamed(tx, new Date(at.getTime() - RENAMED_WITHIN), limit)).map((one) => ({
      input: { enrolment: one.enrolment },
      key: `${one.enrolment}:${one.at.toISOString()}`,
      day: dayIn(one.at, zone),
    })),
};
