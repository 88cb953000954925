/** Certificates for funds and employers: an attestation of entry, and certificates of what was followed from one day to another. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { lockChain } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import { issuePaper } from "../../issued-documents/issue.ts";
import { findEnrolment } from "../cohorts/store.ts";
import { enrolmentChain } from "../enrolled.ts";
import { attendedDays, beganEarlier } from "./attended.ts";
import { certify } from "./certifying.ts";
import { entryOf } from "./frozen.ts";
import { ENTRY } from "./issued.ts";
import { certificateLines, entryLines } from "./lines.ts";
import * as output from "./output.ts";

const Line = Type.Optional(Type.String({ maxLength: 200 }));
const For = { enrolment: Id, payer: Line, file: Line };
const given = ({ payer = "", file = "" }: { readonly payer?: string; readonly file?: string }) => ({
  payer: payer.trim(),
  file: file.trim(),
});

export const issueCertificate = defineAct({
  name: "issueCertificate",
  label: { fr: "Émettre un certificat de réalisation", en: "Issue a certificate of attendance" },
  who: "certify attendance",
  form: Type.Object({ ...For, from: DaySchema, to: DaySchema }, closed),
  output: output.issued,
  shows: { lines: true },
  writes: ["issued_paper"],
  async perform(context) {
    const { tx, input, today } = context;
    const { from, to } = input;
    const about = enrolmentChain(input.enrolment);
    const enrolment = (await lockChain(tx, about)) ? await findEnrolment(tx, input.enrolment) : undefined;
    if (!enrolment) return FORBIDDEN;
    if (to < from) return invalid([refusals.backwards]);
    if (to > today) return invalid([refusals.ahead]);
    const attended = await attendedDays(context, enrolment, { from, to });
    if (!attended || attended.halfDays.length === 0) return invalid([refusals.nothing]);
    const otherwise = context.changed(certificateLines(attended));
    if (otherwise) return otherwise;
    const code = await certify(context, enrolment, { from, to, ...given(input) });
    return code === undefined ? invalid([refusals.nothing]) : done({ code }, about);
  },
});

export const attestEntry = defineAct({
  name: "attestEntry",
  label: { fr: "Émettre une attestation d’entrée en formation", en: "Issue an attestation of entry into training" },
  who: "certify attendance",
  form: Type.Object(For, closed),
  output: output.issued,
  shows: { lines: true },
  writes: ["issued_paper"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const about = enrolmentChain(input.enrolment);
    const enrolment = (await lockChain(tx, about)) ? await findEnrolment(tx, input.enrolment) : undefined;
    if (!enrolment) return FORBIDDEN;
    if (await beganEarlier(context, enrolment)) return invalid([refusals.earlier]);
    const data = await entryOf(context, enrolment, given(input));
    if (!data) return invalid([refusals.notEntered]);
    const otherwise = context.changed(entryLines(data.enteredOn));
    if (otherwise) return otherwise;
    const paper = { about, what: ENTRY, name: enrolment.name, by: actorName(actor), at };
    const { code } = await issuePaper(tx, { ...paper, data: (own) => ({ code: own, ...data }) });
    return done({ code }, about);
  },
});

const refusals = {
  backwards: issue(
    "to",
    "Le dernier jour vient avant le premier : corrigez l’un des deux.",
    "The last day comes before the first: correct one of the two.",
  ),
  ahead: issue(
    "to",
    "Ce jour est à venir : rien de ce qui n’est pas suivi ne se certifie.",
    "This day is still to come: nothing is certified that was not followed.",
  ),
  nothing: issue(
    "from",
    "Aucune demi-journée contresignée entre ces jours : il n’y a rien à certifier.",
    "No half-day between these days is countersigned: there is nothing to certify.",
  ),
  earlier: issue(
    "payer",
    "Cette personne a commencé avant que l’école tienne ses séances ici : son entrée s’atteste d’après les papiers d’alors.",
    "This person began before the school kept its sessions here: their entry is attested from the papers of that time.",
  ),
  notEntered: issue(
    "payer",
    "Aucune demi-journée n’est encore contresignée : l’entrée s’atteste une fois la première suivie.",
    "No half-day is countersigned yet: the entry is attested once the first was followed.",
  ),
};
