/** The output schemas of the acts and views of individual programmes. */
import { Type } from "typebox";
import { Day, Moment, orNull, Words, named } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { CONFIDENCES, oneOf } from "../../law/entry.ts";

/** A finding, in words. */
export const Said = named("ProgrammeFinding", {
  condition: Type.String(),
  met: orNull(Type.Boolean()),
  reason: Type.String(),
  source: Type.Object({ text: Type.String(), article: Type.String(), confidence: oneOf(...CONFIDENCES) }),
});

export const signProgramme = Type.Object({ version: Type.Integer() });

export const seeProgramme = Type.Object({
  enrolment: Id,
  name: Type.String(),
  cohort: Type.String(),
  lawVersion: Type.String(),
  on: Day,
  units: Type.Array(
    Type.Object({
      unit: Type.String(),
      label: Words,
      practice: Type.Boolean(),
      hours: Type.Number(),
      relief: Type.Number(),
      remaining: Type.Number(),
      reliefBy: Type.Array(Type.String()),
    }),
  ),
  domains: Type.Array(
    Type.Object({
      domain: Type.String(),
      label: Words,
      exam: oneOf("to-sit", "dispensed", "contested", "held"),
      findings: Type.Array(Said),
    }),
  ),
  totals: Type.Object({ theory: Type.Number(), practice: Type.Number(), relief: Type.Number() }),
  findings: Type.Array(Said),
  /** The fingerprint of the programme, which signing sends back. */
  shown: Type.String(),
  signed: orNull(Type.Object({ version: Type.Integer(), name: Type.String(), at: Moment, current: Type.Boolean() })),
});
