/** The evidence of the quality standard: by indicator, what this software keeps of a year of the whole school, and what it adds itself. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import { KeySchema, oneOf } from "../../law/entry.ts";
import { PROOFS } from "../../law/year.ts";
import { YearNumber } from "../figures/views.ts";
import { latestWithFigures } from "../figures/rules/shown.ts";
import { publicationsOf } from "../figures/store.ts";
import { keptProofs } from "./evidence-store.ts";
import { type ListedProof, proofRows } from "./proofs-store.ts";
import * as output from "./evidence-output.ts";

export const LISTED_PROOFS = PROOFS.filter((one): one is ListedProof => one !== "public-page");
/** The most papers of a page. */
const LISTED = 200;

export const seeEvidencePapers = defineView({
  name: "seeEvidencePapers",
  label: { fr: "Voir les pièces d’une sorte de preuve", en: "See the papers of a kind of evidence" },
  who: "see the year",
  form: Type.Object({ proof: oneOf(...LISTED_PROOFS), year: YearNumber }, closed),
  output: output.seeEvidencePapers,
  async read({ tx, zone, input: { proof, year } }) {
    const days = { from: `${String(year)}-01-01`, until: `${String(year)}-12-31` };
    const rows = await proofRows(tx, { proof, ...days, zone }, LISTED + 1);
    return { proof, rows: rows.slice(0, LISTED), more: rows.length > LISTED };
  },
});

export const seeEvidence = defineView({
  name: "seeEvidence",
  label: { fr: "Voir les preuves de la qualité", en: "See the evidence of quality" },
  who: "see the year",
  form: Type.Object({ diploma: KeySchema, year: YearNumber }, closed),
  output: output.seeEvidence,
  async read({ tx, today, zone, law: lawOf, input: { diploma, year } }) {
    const law = lawOf(diploma, { on: today });
    const entries = law?.establishment.year?.evidence;
    if (!law || !entries) return undefined;
    const kept = await keptProofs(tx, { from: `${String(year)}-01-01`, until: `${String(year)}-12-31`, zone });
    const found = new Map<string, { readonly count: number; readonly last: string | null }>(
      kept.map((one) => [one.proof, one]),
    );
    // The public page is of the law files, and as old as they are.
    found.set("public-page", { count: 1, last: null });
    const [published] = latestWithFigures(await publicationsOf(tx, diploma));
    return {
      diploma,
      year,
      indicators: entries.map(({ indicator, label, proofs, adds, citation, source }) => ({
        indicator,
        label,
        adds: [...adds],
        citation,
        confidence: source.confidence,
        note: source.note ?? null,
        proofs: proofs.map((proof) => ({ proof, ...(found.get(proof) ?? { count: 0, last: null }) })),
      })),
      published: published
        ? {
            year: published.year,
            version: published.version,
            on: published.publishedOn,
            hash: published.shownHash,
          }
        : null,
    };
  },
});
