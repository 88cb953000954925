/** The output schemas of what is declared on portals. */
import { Type } from "typebox";
import { Day, Moment, named, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { PORTAL_EVENTS, PORTAL_FIELDS, type PortalField } from "../../law/portals.ts";
import { LINE_STATES } from "./rules/typed.ts";

const Count = Type.Integer();
const FIELDS = Object.keys(PORTAL_FIELDS) as PortalField[];

export const noteTyped = Type.Object({ typed: Count, received: Type.Boolean() });
export const noteReceipt = Type.Object({ received: Type.Boolean() });

const Value = named("PortalValue", {
  field: oneOf(...FIELDS),
  label: Words,
  /** A day, a month, minutes, a count or a text; null where it is not known. */
  value: orNull(Type.Union([Type.String(), Count])),
  /** As it was typed last, where it is another now. */
  typed: orNull(Type.Union([Type.String(), Count])),
  differs: Type.Boolean(),
});

const LINE = {
  id: Id,
  portal: Type.String(),
  declare: Type.String(),
  event: oneOf(...PORTAL_EVENTS),
  label: Words,
  part: Type.String(),
  /** Null of a year's rates, or of somebody whose data is erased. */
  name: orNull(Type.String()),
  dossier: orNull(Id),
  called: orNull(Type.String()),
  happenedOn: Day,
  dueOn: orNull(Day),
  /** False: the facts ask for it no more, and it was typed. */
  asked: Type.Boolean(),
  state: oneOf(...LINE_STATES),
  since: Day,
  /** Whether a value is missing that nobody may guess. */
  unknown: Type.Boolean(),
  /** How many half-days nobody countersigned. */
  unsigned: Count,
};
const Line = named("PortalLine", LINE);

export const listPortals = Type.Object({
  state: oneOf(...LINE_STATES),
  portals: Type.Array(
    named("Portal", {
      portal: Type.String(),
      label: Words,
      url: orNull(Type.String()),
      counts: Type.Array(named("PortalCount", { state: oneOf(...LINE_STATES), count: Count, late: Count })),
      lines: Type.Array(Line),
      /** More than are listed; how many to skip for the next. */
      next: orNull(Count),
      /** For people for whom one of these pays; none: for a year. */
      payers: Type.Array(Words),
      /** What it asks, in its order; null where no delay is known. */
      declares: Type.Array(
        named("PortalDeclares", {
          declare: Type.String(),
          event: oneOf(...PORTAL_EVENTS),
          label: Words,
          within: orNull(Type.Object({ days: Count, working: Type.Boolean() })),
        }),
      ),
      /** What may be noted for several at once. */
      together: Type.Array(Type.String()),
    }),
  ),
});

const Noted = named("PortalNoted", {
  number: Count,
  kind: oneOf("typed", "received"),
  on: Day,
  receipt: orNull(Type.String()),
  file: orNull(Id),
  ground: orNull(Type.String()),
  by: Type.String(),
  at: Moment,
});

export const seePortalLine = Type.Object({
  ...LINE,
  enrolment: orNull(Id),
  portalLabel: Words,
  url: orNull(Type.String()),
  source: Words,
  note: orNull(Words),
  values: Type.Array(Value),
  unsignedHalfDays: Type.Array(Type.Object({ on: Day, lesson: Id, there: Type.Boolean() })),
  /** What goes with it, where the portal asks for a paper. */
  paper: orNull(
    named("PortalPaper", {
      kind: oneOf("entry", "certificate"),
      from: orNull(Day),
      to: orNull(Day),
      code: orNull(Type.String()),
    }),
  ),
  noted: Type.Array(Noted),
  received: Type.Boolean(),
  shown: Type.String(),
  /** Whether the reader may note it. */
  mayNote: Type.Boolean(),
});

export const portalTogether = Type.Object({
  portal: Type.String(),
  declare: Type.String(),
  portalLabel: Words,
  label: Words,
  lines: Type.Array(
    Type.Object({ ...LINE, values: Type.Array(Value), shown: Type.String() }, { title: "PortalLineOfSeveral" }),
  ),
});

export const portalLinesOf = Type.Object({ lines: Type.Array(Line) });
