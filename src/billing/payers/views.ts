/** The register of payers, found by a part of the name, the SIREN or the account. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { ById, closed } from "../../kit/shapes.ts";
import * as output from "./output.ts";
import { findPayer, listed } from "./store.ts";

const MOST = 100;

export const listPayers = defineView({
  name: "listPayers",
  label: { fr: "Voir les payeurs", en: "See the payers" },
  who: "prepare the contracts",
  form: Type.Object({ sought: Type.Optional(Type.String({ maxLength: 100 })) }, closed),
  output: output.listPayers,
  async read({ tx, input: { sought = "" } }) {
    const found = await listed(tx, sought.replaceAll(/\s+/gu, " ").trim(), MOST + 1);
    return { payers: found.slice(0, MOST), more: found.length > MOST };
  },
});

export const seePayer = defineView({
  name: "seePayer",
  label: { fr: "Voir un payeur", en: "See a payer" },
  who: "prepare the contracts",
  form: ById,
  output: output.seePayer,
  read: ({ tx, input: { id } }) => findPayer(tx, id),
});
