/** The convocations to exams that are ahead, then the attestation of a diploma, or of the parts of one. */
import { dayIn } from "../../kit/zone.ts";
import { see } from "../../page/acting.ts";
import type { MinePapers } from "../../page/mine.ts";
import { myResults } from "../views.ts";
import { certificationWords } from "../words.ts";
import { examLabel, lawOfSession, places } from "./places.ts";

export const certificationPapers: MinePapers = async (visit) => {
  const { lang, school, today } = visit;
  const words = certificationWords(lang).results;
  const seen = await see(visit, myResults, {});
  const day = (at: string) => dayIn(new Date(at), school.timezone);
  const ahead = (seen?.entries ?? []).flatMap((entry) =>
    entry.groups.filter(({ until }) => day(until) >= today).map((group) => ({ entry, ...group })),
  );
  return [
    ...ahead.map(({ id, exam, from, entry }) => ({
      label: words.convocationTo(examLabel(lawOfSession(visit, entry), exam, lang)),
      on: day(from),
      to: places.convocation.to({ group: id }),
    })),
    ...(seen?.attestations ?? []).map(({ enrolment, outcome, at }) => ({
      label: outcome === "diploma" ? words.success : words.attestation,
      on: day(at),
      to: places.attestation.to({ enrolment }),
    })),
  ];
};
