/** The offer for catalogues of training: what the file says, what it lacks, and the file where it lacks nothing. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import * as output from "./output.ts";
import { faultsOf, offerOf } from "./rules/offer.ts";
import { countOf, type Fault, linesOf, writtenXml } from "./rules/tree.ts";
import { comingCohorts, comingIntakes } from "./store.ts";

export const seeLheoOffer = defineView({
  name: "seeLheoOffer",
  label: { fr: "Voir l’offre au format LHÉO", en: "See the offer in the format LHÉO" },
  who: "see the year",
  form: Type.Object({ diplomas: Type.Array(KeySchema, { minItems: 1, maxItems: 50, uniqueItems: true }) }, closed),
  output: output.seeLheoOffer,
  async read({ tx, at, today, zone, law: lawOf, input }) {
    const laws = input.diplomas.flatMap((diploma) => lawOf(diploma, { on: today }) ?? []);
    // Of a diploma that the school does not teach today there is no offer.
    if (laws.length < input.diplomas.length) return undefined;
    const cohorts = await comingCohorts(tx, today);
    const intakes = await comingIntakes(tx, zone, today);
    const offer = offerOf({ laws, cohorts, intakes, at });
    const { root, notes } = offer;
    const faults = faultsOf(offer);
    return {
      on: today,
      formations: countOf(root, "formation"),
      actions: countOf(root, "action"),
      sessions: countOf(root, "session"),
      faults: faults.map(toldFault),
      notes: notes.map(({ ends = null, ...note }) => ({ ...note, ends })),
      lines: linesOf(root).map(({ rests, ...line }) => ({
        ...line,
        confidence: rests?.confidence ?? null,
        citation: rests?.citation ?? null,
      })),
      xml: faults.length === 0 ? writtenXml(root) : null,
    };
  },
});

function toldFault({ where, ...fault }: Fault) {
  const { diploma = null, cohort = null, label = null, on = null } = where.in === "cohorts" ? where : {};
  return { ...fault, in: where.in, key: where.in === "cohorts" ? null : where.key, diploma, cohort, label, on };
}
