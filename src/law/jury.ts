/** What a diploma says of its jury: what it may do, who composes it, who of them decides, and what keeps somebody away. */
import { Type } from "typebox";
import { entryOf, KeySchema, LabelSchema, oneOf } from "./entry.ts";
import { closed } from "../kit/shapes.ts";

/** What is told, with its amount where it has one. */
const told = {
  key: KeySchema,
  label: LabelSchema,
  value: Type.Optional(Type.Union([Type.Number(), Type.String()])),
};
const Told = entryOf(told);

/** What the jury may do; `departure` marks the power by which it departs from the marks. */
const Power = entryOf({ ...told, departure: Type.Optional(Type.Boolean()) });

/**
 * A college, under the `key` by which a member belongs to it; `name` stands inside a sentence. Its members represent a seat each,
 * or stand on a side, where it has them.
 */
const College = entryOf({
  ...told,
  name: Type.Optional(LabelSchema),
  seats: Type.Optional(Type.Array(entryOf({ seat: KeySchema, label: LabelSchema }), { minItems: 1 })),
  sides: Type.Optional(Type.Array(entryOf({ side: KeySchema, label: LabelSchema }), { minItems: 2 })),
});

/** `share`: of this college there are at least `value` in a hundred. `parity`: this one has as many members on each side. */
const Quota = entryOf({ ...told, share: Type.Optional(KeySchema), parity: Type.Optional(KeySchema) });

const RULES = ["presides", "colleges", "share", "parity"] as const;

/** A rule of composition, and of whom it holds: of those appointed, of those who sit, or of both. Somebody of `college` presides. */
const Composition = entryOf({
  rule: oneOf(...RULES),
  of: oneOf("appointed", "sitting", "both"),
  label: LabelSchema,
  college: Type.Optional(KeySchema),
});

/** What binds a member to a candidate: it keeps them away, or the jury weighs it. */
const Link = entryOf({ link: KeySchema, recuses: Type.Boolean(), label: LabelSchema });

/** Every part of the structure may be absent: files kept from before have the words alone, which no decision reads. */
export const JurySchema = Type.Object(
  {
    powers: Type.Array(Power),
    /** Who appoints, and that only who is appointed sits. */
    appointment: Type.Optional(Told),
    colleges: Type.Array(College),
    quotas: Type.Array(Quota),
    composition: Type.Optional(Type.Array(Composition)),
    /** Which of these rules the authority may pass over, for a reason that it gives. */
    override: Type.Optional(entryOf({ rules: Type.Array(oneOf(...RULES), { minItems: 1 }), label: LabelSchema })),
    /** By when examiners are designated. */
    designation: Type.Optional(Told),
    links: Type.Optional(Type.Array(Link)),
    tie: Type.Optional(Told),
    /** What the director of a work may do at the jury. */
    director: Type.Optional(Told),
    /** The same, in files kept from before. */
    memoireDirector: Type.Optional(Told),
  },
  closed,
);
