/** The output schemas of this room's acts and views. */
import { Type } from "typebox";
import { Day, Moment, Words, orNull, named } from "../kit/output.ts";
import { oneOf } from "../law/entry.ts";
import { PERIOD_KINDS } from "../law/establishment.ts";
import { Id } from "../kit/shapes.ts";

const Source = named("LawSource", {
  text: Type.String(),
  article: Type.String(),
  confidence: oneOf("text", "local", "interpretation", "conflict", "unverified"),
  note: Type.Optional(Words),
});

const HeldLine = named("PurgeHeld", { holding: Type.String(), kind: Type.String(), count: Type.Integer() });

const ReportLine = named("PurgeErased", {
  holding: Type.String(),
  kind: Type.String(),
  why: oneOf("asked", "period"),
  count: Type.Integer(),
  rows: Type.Integer(),
  dueFrom: Day,
  dueTo: Day,
  months: orNull(Type.Integer()),
  article: orNull(Type.String()),
  confidence: orNull(Type.String()),
});

export const askForData = Type.Object({ request: Type.String() });

export const myData = Type.Object({
  held: Type.Array(Type.Object({ name: Type.String(), label: Words, count: Type.Integer(), erasable: Type.Boolean() })),
  requests: Type.Array(
    Type.Object({
      askedAt: Moment,
      readyAt: orNull(Moment),
      expiresAt: orNull(Moment),
      id: Id,
      account: Type.String(),
      kind: oneOf("erasure", "copy"),
      language: oneOf("fr", "en"),
      state: oneOf("done", "asked", "ready"),
      size: orNull(Type.Integer()),
      sha256: orNull(Type.String()),
      /** Of an erasure that is done: what was erased, what stays and why. */
      outcome: orNull(
        Type.Array(
          Type.Object({
            label: Words,
            erased: Type.Integer(),
            kept: Type.Integer(),
            why: orNull(oneOf("held", "bound", "period", "needed")),
            months: orNull(Type.Integer()),
          }),
        ),
      ),
    }),
  ),
  periods: Type.Array(
    Type.Object({
      from: Type.Optional(Type.String()),
      to: Type.Optional(Type.String()),
      yearEnds: Type.Optional(Type.String()),
      noticeDays: Type.Optional(Type.Integer()),
      kind: oneOf(...PERIOD_KINDS),
      label: Words,
      source: Source,
      months: Type.Integer(),
      id: Type.String(),
      citation: Words,
    }),
  ),
});

export const openCopy = Type.Object({
  request: Type.String(),
  size: Type.Integer(),
  sha256: Type.String(),
  askedAt: Moment,
});

export const eraseOwn = Type.Object({ rows: Type.Integer() });

export const placeHold = Type.Object({ hold: Type.String() });

export const liftHold = Type.Object({ hold: Type.String() });

export const seeHolds = Type.Object({
  holds: Type.Array(
    Type.Object({
      called: orNull(Words),
      placedAt: Moment,
      liftedAt: orNull(Moment),
      id: Id,
      about: Type.String(),
      reason: Type.String(),
      placedBy: Type.String(),
      liftedBy: orNull(Type.String()),
    }),
  ),
});

export const seePurges = Type.Object({
  reports: Type.Array(
    Type.Object({
      number: Type.Integer(),
      id: Id,
      day: Day,
      held: Type.Array(HeldLine),
      erased: Type.Array(ReportLine),
      madeAt: Moment,
    }),
  ),
  periods: Type.Array(
    Type.Object({
      from: Type.Optional(Type.String()),
      to: Type.Optional(Type.String()),
      yearEnds: Type.Optional(Type.String()),
      noticeDays: Type.Optional(Type.Integer()),
      kind: oneOf(...PERIOD_KINDS),
      label: Words,
      source: Source,
      months: Type.Integer(),
      id: Type.String(),
      citation: Words,
    }),
  ),
});

export const seePurge = Type.Object({
  report: Type.Object({
    number: Type.Integer(),
    id: Id,
    day: Day,
    held: Type.Array(HeldLine),
    erased: Type.Array(ReportLine),
    madeAt: Moment,
  }),
});
