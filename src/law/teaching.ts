/**
 * How a school teaches a diploma, as its contracts must say (code du travail, L. 6353-4, L. 6353-8). What it does not say is missing on the
 * paper, which then cannot be printed.
 */
import { type Static, Type } from "typebox";
import { entryOf, LabelSchema, type Loaded } from "./entry.ts";
import { closed } from "../kit/shapes.ts";

const Said = Type.Optional(entryOf({ label: LabelSchema }));

export const TeachingSchema = Type.Object(
  {
    /** On which days and at which rhythm; in a room, at a distance, or both. */
    delivery: Said,
    /** Teaching and technical means: rooms, library, documents, tools. */
    means: Said,
    /** Who is in charge of the relations with trainees, and how to reach them. */
    contact: Said,
    /** The house rules: where they are read. */
    rules: Type.Optional(entryOf({ label: LabelSchema, url: Type.Optional(Type.String({ pattern: "^https://" })) })),
  },
  closed,
);
export type Teaching = Loaded<Static<typeof TeachingSchema>>;
