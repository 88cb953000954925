/** That somebody was asked, and whether they answered, is in the chain of their enrolment and goes with it. */
import type { Dependent } from "../retention/dependents.ts";
import { enrolmentChain } from "../training/enrolled.ts";
import { eraseAsks } from "./surveys/store.ts";

export const surveyDependents: Dependent = {
  tables: ["survey_ask", "survey_link"],
  erase: (tx, chain) => eraseAsks(tx, chain.slice(enrolmentChain("").length)),
};
