/** The output schema of the evidence of quality. */
import { Type } from "typebox";
import { Id } from "../../kit/shapes.ts";
import { Day, named, orNull, Words } from "../../kit/output.ts";
import { CONFIDENCES, oneOf } from "../../law/entry.ts";
import { PROOFS } from "../../law/year.ts";

const Count = Type.Integer();

export const seeEvidencePapers = Type.Object({
  proof: oneOf(...PROOFS),
  rows: Type.Array(
    named("ProofRow", {
      on: Day,
      about: Type.String(),
      part: orNull(Type.String()),
      dossier: orNull(Id),
      name: Type.String(),
    }),
  ),
  more: Type.Boolean(),
});

const KeptProof = Type.Object({ proof: oneOf(...PROOFS), count: Count, last: orNull(Day) });

export const seeEvidence = Type.Object({
  diploma: Type.String(),
  year: Count,
  indicators: Type.Array(
    named("QualityIndicator", {
      indicator: Type.String(),
      label: Words,
      proofs: Type.Array(KeptProof),
      /** What this software does not keep. */
      adds: Type.Array(Words),
      citation: Words,
      confidence: oneOf(...CONFIDENCES),
      note: orNull(Words),
    }),
  ),
  /** The last that was published of the diploma, with the fingerprint of its page. */
  published: orNull(named("LastPublication", { year: Count, version: Count, on: Day, hash: Type.String() })),
});
