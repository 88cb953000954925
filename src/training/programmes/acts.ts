/**
 * The director draws up each trainee's individual programme (arrêté of 2006, art. 9): what is computed is shown, and what is
 * shown is signed. It has as many versions as it was signed: what a relief changes is signed anew.
 */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, stale } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { candidacyChain } from "../../admission/rules/candidacy.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { sign } from "../../issued-documents/sign.ts";
import { namesOf } from "../../people/contact.ts";
import { findEnrolment } from "../cohorts/store.ts";
import { tellTrainee } from "../cohorts/acts.ts";
import { isOver } from "../rules/enrolment.ts";
import { enrolmentChain } from "../enrolled.ts";
import { computedProgramme, signedProgramme } from "./computed.ts";
import { insertProgramme } from "./store.ts";
import { signedMail } from "./mails.ts";
import * as gives from "./output.ts";

export const signProgramme = defineAct({
  name: "signProgramme",
  label: { fr: "Signer un programme individuel", en: "Sign an individual programme" },
  who: "sign a programme",
  binds: true,
  /** `shown`: the fingerprint that the view gave with what was shown; `words`: those beside the button. */
  form: Type.Object(
    {
      enrolment: Id,
      shown: Type.String({ minLength: 1, maxLength: 100 }),
      words: Type.String({ minLength: 1, maxLength: 500 }),
    },
    closed,
  ),
  gives: gives.signProgramme,
  writes: ["individual_programme", "signature", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const about = enrolmentChain(input.enrolment);
    // What admission decided of hours is what is signed: it is not decided anew meanwhile.
    const seen = await findEnrolment(tx, input.enrolment);
    const there = seen && (await lockChains(tx, [candidacyChain(seen.dossier), about]));
    const enrolment = there?.has(about) ? await findEnrolment(tx, input.enrolment) : undefined;
    if (!enrolment) return FORBIDDEN;
    if (isOver(enrolment.state)) return invalid([OVER]);
    const computed = await computedProgramme(context, enrolment);
    if (!computed) return invalid([NOT_COMPUTED]);
    const { shown } = computed;
    if (shown !== input.shown) return stale({ shown });
    const last = await signedProgramme(tx, enrolment.id);
    if (last?.shown === shown) return invalid([SIGNED]);
    const [version, by] = [(last?.version ?? 0) + 1, actorName(actor)];
    const name = (await namesOf(tx, [by]))[by] ?? "–";
    const decided = { input: computed.input, answer: computed.answer("fr"), shown };
    await insertProgramme(tx, { id: newId(), enrolment: enrolment.id, version, ...decided, name, by, at });
    await sign(tx, { about, what: "programme", shown, words: input.words, name, at, actor });
    await tellTrainee(context, enrolment, (lang) => signedMail(lang, version));
    return done({ version }, about);
  },
});

const OVER = issue(
  "enrolment",
  "Cette formation est finie : il n’y a plus de programme à signer.",
  "This training is over: there is no programme to sign any more.",
);
const NOT_COMPUTED = issue(
  "enrolment",
  "Le programme ne peut pas être calculé sous le référentiel de la promotion.",
  "The programme cannot be computed under the référentiel of the cohort.",
);
const SIGNED = issue(
  "shown",
  "Ce programme est déjà signé tel qu’il est montré.",
  "This programme is signed already as it is shown.",
);
