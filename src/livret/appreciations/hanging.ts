/** Appreciations stand in the chain of the training of whom they are about. */
import type { Hanging } from "../../retention/hanging.ts";
import { enrolmentChain } from "../../training/enrolled.ts";
import { eraseAppreciations } from "./store.ts";

export const appreciationsHanging: Hanging = {
  tables: ["appreciation_request", "appreciation"],
  erase: (tx, chain) => eraseAppreciations(tx, chain.slice(enrolmentChain("").length)),
};
