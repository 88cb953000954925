/** The jury of a diploma: its powers, its composition, who of it decides, and what recuses a member. */
import { Type } from "typebox";
import { entryOf, KeySchema, LabelSchema, oneOf } from "./entry.ts";
import { closed } from "../kit/shapes.ts";

/** A fact to print, with its amount if it has one. */
const fact = {
  key: KeySchema,
  label: LabelSchema,
  value: Type.Optional(Type.Union([Type.Number(), Type.String()])),
};
const Told = entryOf(fact);

/**
 * A power of the jury; `departure`: the power to depart from the marks. `moves`: a last day to contest that is no working day moves to the
 * next one.
 */
const Power = entryOf({ ...fact, departure: Type.Optional(Type.Boolean()), moves: Type.Optional(Type.Boolean()) });

/**
 * A college; members refer to its `key`; `name` fits inside a sentence. Its members represent a seat each, or stand on a side, if it has
 * them.
 */
const College = entryOf({
  ...fact,
  name: Type.Optional(LabelSchema),
  seats: Type.Optional(Type.Array(entryOf({ seat: KeySchema, label: LabelSchema }), { minItems: 1 })),
  sides: Type.Optional(Type.Array(entryOf({ side: KeySchema, label: LabelSchema }), { minItems: 2 })),
});

/** `share`: at least `value` percent are of this college. `parity`: this college has as many members on each side. */
const Quota = entryOf({ ...fact, share: Type.Optional(KeySchema), parity: Type.Optional(KeySchema) });

const RULES = ["presides", "colleges", "share", "parity"] as const;

/** A rule of composition, and to whom it applies: the members appointed, those who sit, or both. `college`: who must preside. */
const Composition = entryOf({
  rule: oneOf(...RULES),
  of: oneOf("appointed", "sitting", "both"),
  label: LabelSchema,
  college: Type.Optional(KeySchema),
});

/** A link between a member and a candidate: it recuses, or the jury weighs it. */
const Link = entryOf({ link: KeySchema, recuses: Type.Boolean(), label: LabelSchema });

/** Every part may be absent: older stored files have only the words, which no decision reads. */
export const JurySchema = Type.Object(
  {
    powers: Type.Array(Power),
    /** Who appoints the members, and that only they sit. */
    appointment: Type.Optional(Told),
    colleges: Type.Array(College),
    quotas: Type.Array(Quota),
    composition: Type.Optional(Type.Array(Composition)),
    /** The rules that the authority may override, giving a reason. */
    override: Type.Optional(entryOf({ rules: Type.Array(oneOf(...RULES), { minItems: 1 }), label: LabelSchema })),
    /** The deadline for designating examiners. */
    designation: Type.Optional(Told),
    links: Type.Optional(Type.Array(Link)),
    tie: Type.Optional(Told),
    /** The role of a work's director at the jury. */
    director: Type.Optional(Told),
    /** The same, in older stored files. */
    memoireDirector: Type.Optional(Told),
  },
  closed,
);
