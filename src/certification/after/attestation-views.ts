/** The attestation of results in force, for its holder to print and show. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { enrolledPersons } from "../../training/enrolled.ts";
import { attestationOf } from "./attesting.ts";
import * as output from "../output.ts";

export const myAttestation = defineView({
  name: "myAttestation",
  label: { fr: "Voir son attestation de résultats", en: "See one’s attestation of results" },
  who: "read one’s results",
  form: Type.Object({ enrolment: Id }, closed),
  output: output.myAttestation,
  async read({ tx, actor, input }) {
    const [person] = await enrolledPersons(tx, { enrolment: input.enrolment });
    if (!person || !("account" in actor) || actor.account !== person.account) return undefined;
    return { issued: await attestationOf(tx, person.enrolment) };
  },
});
