/**
 * What was decided of an exam, as it is stored, and its one reader. A mark stands in five places, none of which can do for another:
 *
 * - `exam_mark`: as each examiner gave it, with what it replaces. It stands in the session's chain: the jury deliberates on it, and
 *   the candidate sees none of it.
 * - `jury_sealed`: all that the jury decided by, as the very text of which the hash is recorded. It proves the minutes, so that no
 *   later correction may change it; in the jury's chain, since it names examiners and votes.
 * - `jury_result`: what the person was notified of, without the examiners' names. It stands in the person's own chain, who may read
 *   it; only a new notification replaces it, and the years to complete the diploma run from it.
 * - `exam_result`: one exam's outcome in the livret. It is training's, which knows no jury; a lapse or a dispense is one too.
 * - the attestation (`issued_paper`): what was printed on that day, without marks. Its code says whether it still holds.
 */
import { type Static, type TSchema, Type } from "typebox";
import { Day, Moment, orNull, Words } from "../../kit/output.ts";
import { type JsonSchema, validator } from "../../kit/schema.ts";
import { Origin } from "../../training/rules/origin.ts";

const Texts = Type.Array(Type.String());

const SealedMark = Type.Object({
  exam: Type.String(),
  component: Type.String(),
  by: orNull(Type.String()),
  mark: orNull(Type.Integer()),
  missed: orNull(Type.String()),
  /** The mark that the jury set instead, and why. */
  anew: orNull(Type.Object({ mark: Type.Integer(), ground: Type.String() })),
});

/** Optional properties are absent from older seals. */
const SealedCandidate = Type.Object({
  candidate: Type.String(),
  name: Type.String(),
  /** The dossier number, shown beside the name. */
  number: Type.Optional(orNull(Type.String())),
  enrolment: Type.String(),
  on: Day,
  exams: Texts,
  certification: Type.Record(Type.String(), Type.Unknown()),
  marks: Type.Array(SealedMark),
  domains: Type.Array(
    Type.Object({
      domain: Type.String(),
      status: Type.String(),
      points: orNull(Type.Number()),
      threshold: orNull(Type.Number()),
      /** Where a domain held before came from. */
      origin: Type.Optional(orNull(Origin)),
    }),
  ),
  validated: Texts,
  acquired: Texts,
  outcome: Type.String(),
  votes: Type.Array(
    Type.Object({
      exam: Type.String(),
      outcome: Type.String(),
      for: Type.Optional(Type.Integer()),
      against: Type.Optional(Type.Integer()),
      abstain: Type.Optional(Type.Integer()),
    }),
  ),
  /** What was missing at the presentation. */
  warned: Type.Optional(
    Type.Array(Type.Object({ condition: Type.String(), met: orNull(Type.Boolean()), reason: Words, source: Words })),
  ),
});

const SealedJury = Type.Object({
  jury: Type.String(),
  session: Type.String(),
  on: Day,
  place: Type.String(),
  presides: Type.String(),
  /** The register entries of members and persons present. */
  persons: Type.Optional(Type.Array(Type.Object({ id: Type.String(), name: Type.String() }))),
  closedAt: Moment,
  /** The fingerprint of what was shown to the president. */
  shown: Type.Optional(Type.String()),
  decision: Type.Record(Type.String(), Type.Unknown()),
  regular: Type.Boolean(),
  corrects: orNull(Type.String()),
  ground: orNull(Type.String()),
  left: Texts,
  /** Candidates waiting for the authority to decide on their five years. */
  waiting: Type.Optional(Texts),
  fraud: Type.Optional(orNull(Type.Object({ by: Type.String(), ground: Type.String() }))),
});

const ResultSaid = Type.Object({
  validated: Texts,
  acquired: Texts,
  domains: Type.Array(
    Type.Object({
      domain: Type.String(),
      status: Type.String(),
      points: orNull(Type.Number()),
      threshold: orNull(Type.Number()),
      /** Where a domain held before came from; absent from results stored by the first versions. */
      origin: Type.Optional(orNull(Origin)),
      marks: Type.Array(
        Type.Object({ component: Type.String(), mark: orNull(Type.Integer()), missed: orNull(Type.String()) }),
      ),
    }),
  ),
});

type Stored<T> = T extends object ? { readonly [K in keyof T]: Stored<T[K]> } : T;
export type SealedMark = Stored<Static<typeof SealedMark>>;
export type SealedCandidate = Stored<Static<typeof SealedCandidate>>;
export type SealedJury = Stored<Static<typeof SealedJury>>;
/** A notified decision as it is stored, and as its candidate reads it. */
export type ResultSaid = Stored<Static<typeof ResultSaid>>;

/** Takes the text of a row, or the value that a view parsed from it. Throws where the schema does not match. */
function reader<S extends TSchema>(name: string, schema: S): (stored: unknown) => Stored<Static<S>> {
  let check: ReturnType<typeof validator> | undefined;
  return (stored) => {
    const value: unknown = typeof stored === "string" ? JSON.parse(stored) : stored;
    check ??= validator(schema as unknown as JsonSchema);
    const [issue] = check(value);
    if (issue) throw new Error(`This is no ${name}: ${issue.path} ${issue.message("en")}`);
    return value as Stored<Static<S>>;
  };
}

export const readCandidate = reader("sealed candidate", SealedCandidate);
export const readJury = reader("sealed jury", SealedJury);
export const readResult = reader("notified result", ResultSaid);
