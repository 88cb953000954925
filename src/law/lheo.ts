/**
 * What the catalogues of training offers (LHÉO) ask beyond what the files say already: codes of its tables, each with the words that say
 * what the code means here. All of it may be left out: the export then names what is missing.
 */
import { type Static, Type } from "typebox";
import { closed } from "../kit/shapes.ts";
import { entryOf, LabelSchema, type Loaded } from "./entry.ts";

const Code = Type.String({ pattern: "^[0-9]{1,2}$" });
const Choice = entryOf({ code: Code, label: LabelSchema });
/** The edition of FORMACODE or ROME that a code is taken from: catalogues read a code by it. */
export const EditionSchema = Type.String({ pattern: "^V[0-9]{1,2}$" });

export const DiplomaLheoSchema = Type.Object(
  {
    /** Of the table of general objectives. */
    objective: Type.Optional(Choice),
    /** The lowest level from which one enters, and whether it is compulsory. */
    entryLevel: Type.Optional(entryOf({ code: Code, compulsory: Type.Boolean(), label: LabelSchema })),
    exitLevel: Type.Optional(Choice),
    /** ROME codes. */
    occupations: Type.Optional(
      Type.Array(
        entryOf({
          code: Type.String({ pattern: "^[A-Z][0-9]{4}$" }),
          edition: Type.Optional(EditionSchema),
          label: LabelSchema,
        }),
        { maxItems: 5 },
      ),
    ),
  },
  closed,
);

export const SchoolLheoSchema = Type.Object(
  {
    /** For whom: FORMACODE codes of kinds of people. */
    publics: Type.Optional(
      Type.Array(
        entryOf({ code: Type.String({ pattern: "^[0-9]{5}$" }), edition: EditionSchema, label: LabelSchema }),
        {
          minItems: 1,
          maxItems: 10,
        },
      ),
    ),
    /** Whether people follow it in a group, each by a path of their own, by modules, or both. */
    path: Type.Optional(Choice),
    /** In a room, at a distance, or both. */
    teaching: Type.Optional(Choice),
    /** Entries on fixed days, or at any time. */
    entries: Type.Optional(Choice),
  },
  closed,
);
export type SchoolLheo = Loaded<Static<typeof SchoolLheoSchema>>;

/** Which funders of the table of LHÉO a funder of the school stands for. */
export const FunderCodesSchema = Type.Array(Code, { minItems: 1, maxItems: 8, uniqueItems: true });
