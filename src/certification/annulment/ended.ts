/** Whether an attestation holds no more because the jury whose decision it attests was annulled. */
import type { FindsPaperEnded } from "../../act/act.ts";
import type { Attested } from "../after/attesting.ts";
import { annulmentsOf } from "../store.ts";

export const attestationEnded: FindsPaperEnded = async ({ tx }, { about, data }) => {
  const { decidedOn, session } = data as Attested;
  const [, enrolment = ""] = about.split(":");
  const annulled = await annulmentsOf(tx, [enrolment]);
  // A new jury of that session attests what it decides on a later day.
  return annulled.some((one) => one.juryOn === decidedOn && one.session === session) ? "annulled" : undefined;
};
