/** Issues the livret with a code: its content of that day is stored, and replaces the one before. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../act/act.ts";
import { SHOWN_NOTHING } from "../act/shows.ts";
import { lockChain } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import { issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { issuePaper, withdrawPaper } from "../issued-documents/issue.ts";
import { findEnrolment } from "../training/cohorts/enrolment.ts";
import { tellTrainee } from "../training/cohorts/telling.ts";
import { enrolmentChain } from "../training/enrolled.ts";
import { livretOf } from "./livret.ts";
import { livretLines } from "./livret-lines.ts";
import { issuedMail } from "./mails.ts";
import * as output from "./output.ts";

/** The kind of this paper among those issued. */
export const LIVRET = "livret";

export const issueLivret = defineAct({
  name: "issueLivret",
  label: { fr: "Émettre un livret de formation", en: "Issue a livret de formation" },
  who: "run the training",
  form: Type.Object({ enrolment: Id }, closed),
  output: output.issueLivret,
  shows: { lines: true },
  writes: ["issued_paper", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const about = enrolmentChain(input.enrolment);
    const enrolment = (await lockChain(tx, about)) ? await findEnrolment(tx, input.enrolment) : undefined;
    if (!enrolment) return FORBIDDEN;
    // The official version is in French.
    const livret = await livretOf(context, enrolment, "fr");
    if (!livret) return invalid([NOT_COMPUTED]);
    const otherwise = context.changed(livretLines(livret));
    if (otherwise) return otherwise;
    const paper = { about, what: LIVRET, name: enrolment.name, by: actorName(actor), at };
    const { code } = await issuePaper(tx, { ...paper, data: (own) => ({ code: own, on: today, livret }) });
    await tellTrainee(context, enrolment, issuedMail);
    return done({ code }, about);
  },
});

/** Withdraws a wrong livret: verifying its code then reports so. */
export const withdrawLivret = defineAct({
  name: "withdrawLivret",
  label: { fr: "Retirer un livret émis", en: "Withdraw a livret that was issued" },
  who: "run the training",
  form: Type.Object({ enrolment: Id, why: Type.String({ minLength: 1, maxLength: 500 }) }, closed),
  output: output.withdrawLivret,
  shows: { nothing: SHOWN_NOTHING.closes },
  writes: ["issued_paper"],
  async perform({ tx, input, at }) {
    const about = enrolmentChain(input.enrolment);
    if (!(await lockChain(tx, about))) return FORBIDDEN;
    const withdrawn = await withdrawPaper(tx, { about, what: LIVRET, why: input.why, at });
    return withdrawn ? done({}, about) : invalid([NONE_HOLDS]);
  },
});

const NONE_HOLDS = issue("why", "Aucun livret émis n’est en vigueur.", "No livret that was issued holds.");
const NOT_COMPUTED = issue(
  "enrolment",
  "Le livret ne peut pas être établi sous le référentiel de la promotion.",
  "The livret cannot be drawn up under the référentiel of the cohort.",
);
