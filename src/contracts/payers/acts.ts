/** The certificates that a payer's trainees lack for some days, all at once. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import type { Shown } from "../../act/shows.ts";
import { labelled, sayMinutes } from "../../kit/lang.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import { certify } from "../../training/certificates/certifying.ts";
import { findEnrolment } from "../../training/cohorts/enrolment.ts";
import { enrolmentChain } from "../../training/enrolled.ts";
import { payerChain } from "../../billing/payers/acts.ts";
import * as output from "./output.ts";
import { traineesPaidBy } from "./trainees.ts";

/** Printed and signed at once by one act. */
const MOST = 100;

export const certifyTrainees = defineAct({
  name: "certifyTrainees",
  label: {
    fr: "Émettre les certificats de réalisation des stagiaires d’un payeur",
    en: "Issue the certificates of attendance of a payer’s trainees",
  },
  who: "certify attendance",
  form: Type.Object({ payer: Id, from: DaySchema, to: DaySchema }, closed),
  output: output.certified,
  shows: { lines: true },
  writes: ["issued_paper"],
  async perform(context) {
    const { tx, input, today } = context;
    const { payer, from, to } = input;
    if (to < from) return invalid([refusals.backwards]);
    if (to > today) return invalid([refusals.ahead]);
    const asked = { between: { from, to }, limit: MOST };
    const lacking = (await traineesPaidBy(context, payer, asked))?.trainees.filter(lacks) ?? [];
    await lockChains(
      tx,
      lacking.map(({ enrolment }) => enrolmentChain(enrolment!)),
    );
    // As it stands under the locks: another may have issued them meanwhile.
    const now = await traineesPaidBy(context, payer, asked);
    if (!now) return FORBIDDEN;
    const otherwise = context.changed(certifiedLines(now.trainees.filter(lacks)));
    if (otherwise) return otherwise;
    const locked = new Set(lacking.map(({ enrolment }) => enrolment));
    const codes: string[] = [];
    const left: string[] = [];
    for (const one of now.trainees.filter((each) => lacks(each) && locked.has(each.enrolment))) {
      const enrolment = (await findEnrolment(tx, one.enrolment!))!;
      const code = await certify(context, enrolment, { from, to, payer: now.name, file: one.fileNumber ?? "" });
      if (code === undefined) left.push(one.dossier);
      else codes.push(code);
    }
    return codes.length === 0 ? invalid([refusals.nothing]) : done({ codes, left }, payerChain(payer));
  },
});

type Followed = { readonly name: string; readonly number: string; readonly done: number };

/** What the page of a payer’s trainees shows of what is certified: of each who lacks a certificate, the hours followed. */
export function certifiedLines(trainees: readonly Followed[]): Shown {
  return trainees.map(({ name, number, done: followed }) => ({
    what: labelled(() => `${name} (${number})`),
    is: labelled((lang) => sayMinutes(followed, lang)),
  }));
}

/** Somebody with countersigned half-days that no certificate of exactly these days has. */
export function lacks({
  enrolment,
  done: followed,
  certified,
}: {
  enrolment: string | null;
  done: number;
  certified: boolean;
}) {
  return enrolment !== null && followed > 0 && !certified;
}

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
    "to",
    "Rien ne manque : chacun a son certificat, ou n’a aucune demi-journée contresignée entre ces jours.",
    "Nothing is missing: each has a certificate, or no half-day that is countersigned between these days.",
  ),
};
