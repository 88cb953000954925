/** Bank data is kept as long as what it paid: lines are erased after the charges that they paid, slips and files after their contents. */
import { sql } from "kysely";
import { rowsWhere } from "../retention/contents.ts";
import type { Dependent } from "../retention/dependents.ts";
import type { Retained } from "../retention/retained.ts";
import { accounted } from "../billing/kept/accounted.ts";
import { chargeChain } from "../billing/charges/paying.ts";
import * as kept from "./kept/store.ts";

const lines = accounted({
  name: "bank-lines",
  label: { fr: "Les virements reçus par l’école", en: "The transfers that the school received" },
  tables: ["bank_line", "bank_line_state", "bank_line_aside", "bank_line_back", "bank_line_tie", "bank_line_untie"],
  prefix: "bank-line:",
  old: kept.oldLines,
  remove: kept.deleteLine,
});

const slips = accounted({
  name: "cheque-slips",
  label: { fr: "Les remises de chèques", en: "The deposits of cheques" },
  tables: ["cheque_slip"],
  prefix: "cheque-slip:",
  old: kept.oldSlips,
  remove: kept.deleteSlip,
});

const files = accounted({
  name: "bank-files",
  label: { fr: "Les relevés de la banque", en: "The statements of the bank" },
  tables: ["bank_file"],
  prefix: "bank-file:",
  old: kept.oldFiles,
  remove: kept.deleteFile,
});

export const bankRetained: readonly Retained[] = [lines, slips, files];

/** The lines that paid a person's charges, for the copy of their data. */
export const linesDependents: Dependent = {
  tables: [],
  erase: (tx, chain) => kept.rememberPaid(tx, chain.slice(chargeChain("").length)),
  also: async (tx, { account }) => {
    const own = sql`(select c.id from charge c where c.debtor = ${`account:${account}`})`;
    const lines = sql`(t.id in (select p.bank_line from payment p where p.charge in ${own})
      or t.id in (select y.line from bank_line_tie y join payment p on p.id = y.payment where p.charge in ${own}))`;
    return { bank_line: await rowsWhere(tx, "bank_line", lines) };
  },
};
