/**
 * What is reported of each diploma that is awarded: by when, in which terms, and by whom. The duty is the certifier's; a school reports only
 * what a certifier mandated it to, so that a file without a mandate reports nothing.
 */
import { type Static, Type } from "typebox";
import { type Issue, issue } from "../kit/schema.ts";
import { entryOf, KeySchema, LabelSchema, type Loaded, oneOf } from "./entry.ts";

const Words = Type.String({ pattern: "^[A-Z][A-Z_]{0,99}$" });
/** As the receiving body gives them. */
const Client = Type.String({ pattern: "^[A-Za-z0-9]{8}$" });

export const PassagesSchema = entryOf({
  label: LabelSchema,
  /** Of the award, cut to the end of the month. */
  months: Type.Integer({ minimum: 1, maximum: 24 }),
  /** How somebody came to the certification, in the file's terms. The first that fits; one without conditions fits everybody. */
  access: Type.Array(
    entryOf({
      case: KeySchema,
      access: Words,
      label: LabelSchema,
      /** The way of a validation of experience, where it is one. */
      route: Type.Optional(Words),
      /** Who took the initiative, where it is known. */
      initiative: Type.Optional(Words),
      /** The situations on entry, by the keys of the yearly declaration. */
      statuses: Type.Optional(Type.Array(KeySchema, { minItems: 1 })),
      /** The sources that pay. */
      payers: Type.Optional(Type.Array(KeySchema, { minItems: 1 })),
    }),
    { maxItems: 30 },
  ),
  /** The school's own name with the receiving body. */
  emitter: Type.Optional(Client),
  mandates: Type.Optional(
    Type.Array(
      entryOf({
        mandate: KeySchema,
        /** Awarded from its day on; until its last, where it has one. */
        diploma: KeySchema,
        label: LabelSchema,
        client: Client,
        contract: Type.String({ pattern: "^[A-Za-z0-9-]{1,20}$" }),
        depositor: oneOf("CERTIFICATEUR", "TIERS_CONFIANCE"),
      }),
      { minItems: 1, maxItems: 50 },
    ),
  ),
});

type PassagesFile = Static<typeof PassagesSchema>;
export type PassagesEntry = Loaded<PassagesFile>;
export type AccessEntry = PassagesEntry["access"][number];
export type Mandate = NonNullable<PassagesEntry["mandates"]>[number];

type Money = {
  readonly payers: readonly { readonly payer: string }[];
  readonly declaration: { readonly statuses: readonly { readonly status: string }[] };
};

export function passagesIssues({ access, emitter, mandates = [] }: PassagesFile, money: Money | undefined): Issue[] {
  const path = "year.passages";
  const statuses = new Set(money?.declaration.statuses.map(({ status }) => status));
  const payers = new Set(money?.payers.map(({ payer }) => payer));
  return [
    ...((emitter === undefined) === (mandates.length === 0) ? [] : [EMITTER(`${path}.emitter`)]),
    ...access.flatMap((one, nth) => [
      ...((one.statuses ?? []).every((status) => statuses.has(status))
        ? []
        : [UNKNOWN(`${path}.access[${nth}].statuses`)]),
      ...((one.payers ?? []).every((payer) => payers.has(payer)) ? [] : [UNKNOWN(`${path}.access[${nth}].payers`)]),
    ]),
  ];
}

const EMITTER = (path: string) =>
  issue(
    path,
    "L’identifiant de l’école et les mandats se donnent ensemble : l’un sans l’autre ne fait aucun fichier.",
    "The school’s own name and the mandates are given together: one without the other makes no file.",
  );
const UNKNOWN = (path: string) =>
  issue(
    path,
    "Cette situation ou ce payeur n’est pas dans « money ».",
    "This situation or payer does not stand in “money”.",
  );
