/** Says of a trainer what contracts must: diplomas, titles or references. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { lockChain } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { newId } from "../../kit/id.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { cohortChain } from "../cohorts/acts.ts";
import * as output from "./output.ts";
import { insertReference, trainersOf } from "./trainers.ts";

export const describeTrainer = defineAct({
  name: "describeTrainer",
  label: {
    fr: "Dire les diplômes, titres ou références d’un formateur",
    en: "Say the diplomas, titles or references of a trainer",
  },
  who: "run the training",
  form: Type.Object(
    {
      /** One that the trainer teaches. */
      cohort: Id,
      trainer: Type.String({ minLength: 1, maxLength: 60 }),
      words: Type.String({ maxLength: 300 }),
    },
    closed,
  ),
  output: output.describeTrainer,
  writes: ["trainer_reference"],
  async perform({ tx, input, actor, at }) {
    const { cohort, trainer } = input;
    const chain = cohortChain(cohort);
    if (!(await lockChain(tx, chain))) return FORBIDDEN;
    if (!(await trainersOf(tx, cohort)).some((one) => one.trainer === trainer)) return FORBIDDEN;
    const words = input.words.replaceAll(/\s+/gu, " ").trim();
    if (words === "") return invalid([NO_WORDS]);
    await insertReference(tx, { id: newId(), trainer, words, by: actorName(actor), at });
    return done({}, chain);
  },
});

const NO_WORDS = issue(
  "words",
  "Donnez un diplôme, un titre ou une référence : le contrat doit le dire.",
  "Give a diploma, a title or a reference: the contract must say it.",
);
