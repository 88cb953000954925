/** The certificates of a trainee: for who issues them, for the trainee, and one of them to print. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { may } from "../../act/permissions.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import { noteOpening } from "../../openings/openings.ts";
import { ownEnrolment } from "../cohorts/enrolment.ts";
import { findCohort, findEnrolment } from "../cohorts/store.ts";
import { enrolmentChain, traineeActor } from "../enrolled.ts";
import { attendedDays } from "./attended.ts";
import { certificateByCode, certificatesOf, type IssuedCertificate } from "./issued.ts";
import { entryOf } from "./frozen.ts";
import { certificateLines, entryLines } from "./lines.ts";
import * as output from "./output.ts";

export const seeCertificates = defineView({
  name: "seeCertificates",
  label: { fr: "Voir les certificats d’une personne", en: "See somebody’s certificates" },
  who: "certify attendance",
  form: Type.Object({ enrolment: Id, from: Type.Optional(DaySchema), to: Type.Optional(DaySchema) }, closed),
  output: output.seeCertificates,
  async read(context) {
    const { tx, input, actor, at, today } = context;
    const enrolment = await findEnrolment(tx, input.enrolment);
    const cohort = enrolment && (await findCohort(tx, enrolment.cohort));
    if (!enrolment || !cohort) return undefined;
    const about = enrolmentChain(enrolment.id);
    const what = { fr: "les présences", en: "the attendance" };
    await noteOpening(tx, { about, whose: traineeActor(enrolment), actor, what, at });
    const { from = cohort.startsOn, to = today } = input;
    const attended = await attendedDays(context, enrolment, { from, to });
    const entered = await entryOf(context, enrolment, { payer: "", file: "" });
    return {
      enrolment: enrolment.id,
      name: enrolment.name,
      certificates: (await certificatesOf(tx, about)).map(listed),
      from,
      to,
      minutes: attended?.minutes ?? 0,
      billed: attended?.billed ?? 0,
      halfDays: attended?.halfDays.length ?? 0,
      lines: [...certificateLines(attended)],
      entry: entered ? [...entryLines(entered.enteredOn)] : null,
      pending: attended?.pending ?? [],
    };
  },
});

export const myCertificates = defineView({
  name: "myCertificates",
  label: { fr: "Voir mes certificats", en: "See my certificates" },
  who: "be in training",
  form: Type.Object({ enrolment: Id }, closed),
  output: output.myCertificates,
  async read({ tx, input, actor }) {
    const own = await ownEnrolment(tx, actor, input.enrolment);
    return own && { certificates: (await certificatesOf(tx, enrolmentChain(own.id))).map(listed) };
  },
});

export const readCertificate = defineView({
  name: "readCertificate",
  label: { fr: "Lire un certificat", en: "Read a certificate" },
  who: "read a certificate",
  form: Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) }, closed),
  output: output.readCertificate,
  async read({ tx, input, actor }) {
    const found = await certificateByCode(tx, input.code);
    const id = found?.about.slice(enrolmentChain("").length);
    if (!found || id === undefined) return undefined;
    if (!may(actor, "certify attendance") && !(await ownEnrolment(tx, actor, id))) return undefined;
    return { code: found.code, about: found.about, data: { ...found.data } };
  },
});

function listed({ code, at, data }: IssuedCertificate) {
  const period = data.kind === "certificate" ? { from: data.from, to: data.to, minutes: data.minutes } : NONE;
  return { code, kind: data.kind, at: at.toISOString(), ...period };
}
const NONE = { from: null, to: null, minutes: null };
