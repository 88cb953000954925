/** The attestation of a diploma, or of the parts of one. */
import { dayIn } from "../../kit/zone.ts";
import { see } from "../../page/acting.ts";
import type { MinePapers } from "../../page/mine.ts";
import { myResults } from "../views.ts";
import { certificationWords } from "../words.ts";
import { places } from "./places.ts";

export const certificationPapers: MinePapers = async (visit) => {
  const words = certificationWords(visit.lang).results;
  const attestations = (await see(visit, myResults, {}))?.attestations ?? [];
  return attestations.map(({ enrolment, outcome, at }) => ({
    label: outcome === "diploma" ? words.success : words.attestation,
    on: dayIn(new Date(at), visit.school.timezone),
    to: places.attestation.to({ enrolment }),
  }));
};
