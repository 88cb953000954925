/**
 * What is in the chain of an enrolment and goes with it: that somebody was asked, and whether they answered; what was reported of their
 * diploma, also out of the files that have it, and what was answered.
 */
import type { Dependent } from "../retention/dependents.ts";
import { enrolmentChain } from "../training/enrolled.ts";
import { erasePassages, saidOf } from "./passages/store.ts";
import { eraseAsks } from "./surveys/store.ts";

export const yearDependents: Dependent = {
  tables: ["survey_ask", "survey_link", "passage_answer", "passage_item"],
  erase: async (tx, chain) => {
    const enrolment = chain.slice(enrolmentChain("").length);
    await erasePassages(tx, enrolment);
    await eraseAsks(tx, enrolment);
  },
  also: async (tx, { account }) => ({ passage_item: await saidOf(tx, account) }),
};
