/** The output schemas of the views of hours. */
import { Type } from "typebox";
import { Words, named } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { MINUTES } from "../../decisions/hours/rule.ts";
import { Said } from "../programmes/output.ts";

const Minutes = Object.fromEntries(MINUTES.map((name) => [name, Type.Integer()])) as Record<
  (typeof MINUTES)[number],
  ReturnType<typeof Type.Integer>
>;

export const Hours = named("Hours", {
  units: Type.Array(
    Type.Object({ unit: Type.String(), label: Words, domain: Type.String(), domainLabel: Words, ...Minutes }),
  ),
  totals: Type.Object(Minutes),
  complete: Type.Boolean(),
  findings: Type.Array(Said),
});

export const seeCohortHours = Type.Object({
  cohorts: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      due: Type.Integer(),
      planned: Type.Integer(),
      done: Type.Integer(),
    }),
  ),
});
