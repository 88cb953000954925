/**
 * The director draws up each trainee's individual programme (arrêté of 2006, art. 9) and signs exactly what was computed and displayed.
 * Each signature makes a version: after a new relief it is signed anew.
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
import { tellTrainee } from "../cohorts/telling.ts";
import { isOver } from "../rules/enrolment.ts";
import { enrolmentChain } from "../enrolled.ts";
import { computedProgramme, signedProgramme } from "./computed.ts";
import { insertProgramme } from "./store.ts";
import { signedMail } from "./mails.ts";
import * as output from "./output.ts";

export const signProgramme = defineAct({
  name: "signProgramme",
  label: { fr: "Signer un programme individuel", en: "Sign an individual programme" },
  who: "sign a programme",
  /** `shown`: the fingerprint that the view gave; `words`: the text beside the button. */
  form: Type.Object(
    {
      enrolment: Id,
      shown: Type.String({ minLength: 1, maxLength: 100 }),
      words: Type.String({ minLength: 1, maxLength: 500 }),
    },
    closed,
  ),
  output: output.signProgramme,
  shows: { as: "shown" },
  writes: ["individual_programme", "signature", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const about = enrolmentChain(input.enrolment);
    // Locks the candidacy too, so that its decision on hours does not change before the signature.
    const unlocked = await findEnrolment(tx, input.enrolment);
    const locked = unlocked && (await lockChains(tx, [candidacyChain(unlocked.dossier), about]));
    const enrolment = locked?.has(about) ? await findEnrolment(tx, input.enrolment) : undefined;
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
