/** Links the enrolment of a trainee without an account once their dossier has been taken into an account. */
import { Type } from "typebox";
import { defineAct, done, type Duty, FORBIDDEN } from "../../act/act.ts";
import { lockChain } from "../../act/chain.ts";
import { findDossierAccount } from "../../dossier/reached.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { dayIn } from "../../kit/zone.ts";
import { enrolmentChain } from "../enrolled.ts";
import { findEnrolment, putAccount, takenOver } from "./store.ts";

export const linkEnrolment = defineAct({
  name: "linkEnrolment",
  label: { fr: "Rattacher une inscription au compte de la personne", en: "Link an enrolment to the person’s account" },
  who: "let time pass",
  form: Type.Object({ enrolment: Id }, closed),
  writes: ["enrolment"],
  async perform({ tx, input }) {
    const { enrolment: id } = input;
    if (!(await lockChain(tx, enrolmentChain(id)))) return FORBIDDEN;
    const enrolment = await findEnrolment(tx, id);
    const account = enrolment && (await findDossierAccount(tx, enrolment.dossier));
    if (!enrolment || enrolment.account !== null || account === null || account === undefined) return FORBIDDEN;
    await putAccount(tx, id, account);
    return done({}, enrolmentChain(id));
  },
});

export const linkEnrolments: Duty<typeof linkEnrolment.form> = {
  act: linkEnrolment,
  foretold: { unpreventable: "it follows what they did, the taking over of their dossier" },
  due: async ({ tx, zone }, limit) =>
    (await takenOver(tx, limit)).map(({ enrolment, account, at }) => ({
      input: { enrolment },
      key: `${enrolment}:${account}`,
      day: dayIn(at, zone),
    })),
};
