/** The outputs of this room's acts and views, as API clients receive them. */
import { Type } from "typebox";
import { Day, Nothing, named } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { ROLES } from "../../act/permissions.ts";

/** An officer; if absent today, until when and who stands in. */
export const Colleague = named("Colleague", {
  account: Type.String(),
  name: Type.String(),
  away: Type.Optional(Type.Object({ until: Day, standIn: Type.String() })),
});

export const enterAbsence = Type.Object({ absence: Id });

export const endAbsence = Nothing;

export const seeAbsences = Type.Object({
  absences: Type.Array(
    Type.Object({ id: Id, account: Id, name: Type.String(), standIn: Type.String(), from: Day, until: Day }),
  ),
  colleagues: Type.Array(
    Type.Object({ account: Type.String(), name: Type.String(), roles: Type.Array(oneOf(...ROLES)) }),
  ),
});
