/**
 * What a school declares on the portals of funds and of the State: which event, which values, by when. The events and values are those that
 * this service can read from its facts; which portal asks which of them is data, entry by entry, with its source.
 */
import { type Static, Type } from "typebox";
import type { Issue } from "../kit/schema.ts";
import { issue } from "../kit/schema.ts";
import { closed } from "../kit/shapes.ts";
import { entryOf, KeySchema, LabelSchema, type Loaded, oneOf } from "./entry.ts";

/** `done`: what was followed of the whole, once the training is over; `month`: what was followed in one; `insertion`: of graduates, once published. */
export const PORTAL_EVENTS = ["entry", "exit", "done", "month", "insertion"] as const;
export type PortalEvent = (typeof PORTAL_EVENTS)[number];

/** How each value is said and copied. */
export const PORTAL_FIELDS = {
  person: "text",
  number: "text",
  "entered-on": "day",
  "left-on": "day",
  reason: "text",
  percent: "count",
  done: "minutes",
  planned: "minutes",
  undone: "minutes",
  month: "month",
  followed: "minutes",
  year: "count",
  asked: "count",
  answered: "count",
  numerator: "count",
  denominator: "count",
  rate: "count",
} as const;
export type PortalField = keyof typeof PORTAL_FIELDS;
const FIELDS = Object.keys(PORTAL_FIELDS) as PortalField[];

const PAPERS = ["entry", "certificate"] as const;

const Declared = entryOf({
  declare: KeySchema,
  event: oneOf(...PORTAL_EVENTS),
  label: LabelSchema,
  /** So many days after the event, or working days; nothing where no delay is known. */
  within: Type.Optional(
    Type.Object({ days: Type.Integer({ minimum: 0, maximum: 366 }), working: Type.Boolean() }, closed),
  ),
  /** In the order of the portal, with its words. */
  fields: Type.Array(Type.Object({ field: oneOf(...FIELDS), label: LabelSchema }, closed), {
    minItems: 1,
    maxItems: FIELDS.length,
  }),
  /** What the portal calls a training followed whole, with absences, or ended before (`when`: how it ended). */
  reasons: Type.Optional(
    Type.Array(
      Type.Object({ reason: KeySchema, label: LabelSchema, when: Type.Array(KeySchema, { minItems: 1 }) }, closed),
      {
        maxItems: 20,
      },
    ),
  ),
  /** What goes with it. */
  paper: Type.Optional(oneOf(...PAPERS)),
  /** Several people are declared at once. */
  together: Type.Optional(Type.Boolean()),
});

const Portal = Type.Object(
  {
    portal: KeySchema,
    label: LabelSchema,
    url: Type.Optional(Type.String({ pattern: "^https://[^\\s]{1,200}$" })),
    /** For people for whom one of these pays; none: the State, by the year. */
    payers: Type.Array(KeySchema, { maxItems: 20, uniqueItems: true }),
    declares: Type.Array(Declared, { minItems: 1, maxItems: 10 }),
  },
  closed,
);

export const PortalsSchema = Type.Array(Portal, { maxItems: 20 });
export type PortalsFile = Static<typeof PortalsSchema>;
export type PortalEntry = Loaded<PortalsFile>[number];
export type DeclareEntry = PortalEntry["declares"][number];

/** `payers`: those of the school's file. */
export function portalIssues(portals: PortalsFile, payers: readonly string[]): Issue[] {
  return portals.flatMap((portal, nth) => {
    const path = `year.portals[${nth}]`;
    return [
      ...portal.payers.flatMap((payer, at) => (payers.includes(payer) ? [] : [NO_PAYER(`${path}.payers[${at}]`)])),
      ...portal.declares.flatMap(({ event, fields, reasons }, at) => [
        ...((event === "insertion") === (portal.payers.length === 0) ? [] : [WHOSE(`${path}.declares[${at}].event`)]),
        ...(fields.some(({ field }) => field === "reason") === (reasons !== undefined)
          ? []
          : [REASONS(`${path}.declares[${at}].reasons`)]),
      ]),
    ];
  });
}

const NO_PAYER = (path: string) =>
  issue(path, "Ce payeur n’est pas parmi ceux de l’école.", "This payer is not among those of the school.");
const WHOSE = (path: string) =>
  issue(
    path,
    "L’insertion se déclare à l’État, pour une année ; tout le reste à qui paie, pour une personne.",
    "Insertion is declared to the State, for a year; all else to who pays, for a person.",
  );
const REASONS = (path: string) =>
  issue(
    path,
    "Un motif est demandé si, et seulement si, ses intitulés sont donnés.",
    "A reason is asked if, and only if, its words are given.",
  );
