/** Appreciations are in the chain of the trainee's enrolment. */
import type { Dependent } from "../../retention/dependents.ts";
import { enrolmentChain } from "../../training/enrolled.ts";
import { eraseAppreciations } from "./store.ts";

export const appreciationsDependents: Dependent = {
  tables: ["appreciation_request", "appreciation"],
  erase: (tx, chain) => eraseAppreciations(tx, chain.slice(enrolmentChain("").length)),
};
