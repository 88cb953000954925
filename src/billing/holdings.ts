/**
 * What billing holds about people: what they owed and paid, which accounting asks to be kept. When that period is over a charge
 * goes with all that became of it, wherever each row was recorded; then what the bank sent, whose lines name whoever paid.
 */
import { sql } from "kysely";
import type { Label } from "../kit/lang.ts";
import { unpostMail } from "../record/mail/post.ts";
import { rowsWhere } from "../retention/contents.ts";
import type { Holding } from "../retention/holding.ts";
import { keptUntil, overBefore } from "../retention/rules/period.ts";
import { lockCharges } from "./charges/states/store.ts";
import { chargesByReference, findCharge } from "./charges/store.ts";
import * as kept from "./kept/store.ts";
import { readReference } from "./rules/payment-reference.ts";

const OF_A_CHARGE = [
  ..."payment payment_reversal waiver waiver_reversal refund refund_failure refund_again charge_due charge_suspension charge_suspension_end".split(
    " ",
  ),
  ..."cheque online_payment online_refund".split(" "),
];

type Kept = {
  readonly name: string;
  readonly label: Label;
  readonly counted?: Label;
  readonly tables: readonly string[];
  readonly prefix: string;
  readonly old: typeof kept.oldCharges;
  readonly remove: typeof kept.deleteCharge;
};

/** All of it is kept for the same reason, for as long, and goes in the same way: by its own chain, with the mails about it. */
function holdingOf({ name, label, counted, tables, prefix, old, remove }: Kept): Holding {
  const idOf = (chain: string) => chain.slice(prefix.length);
  return {
    name,
    label,
    ...(counted && { counted }),
    tables,
    place: "school",
    prefix,
    kind: "accounting",
    untilOver: true,
    chains: async () => [],
    over: async (tx, { period, today }, limit) => {
      const found = await old(tx, { before: overBefore(today, period) }, limit);
      return found.map(({ id, last }) => ({ chain: prefix + id, day: keptUntil(last, period) }));
    },
    still: async (tx, chain, { period, today }) =>
      (await old(tx, { before: overBefore(today, period), only: idOf(chain) }, 1)).length > 0,
    erase: async (tx, chain) => {
      await remove(tx, idOf(chain));
      await unpostMail(tx, chain);
    },
  };
}

const charges = holdingOf({
  name: "charges",
  label: { fr: "Ce que vous avez eu à payer, et vos paiements", en: "What you had to pay, and your payments" },
  counted: { fr: "Montants à payer et leurs paiements", en: "Charges and their payments" },
  tables: ["charge", "charge_state", "charge_reminder", ...OF_A_CHARGE, "online_session", "online_refund_told"],
  prefix: "charge:",
  old: kept.oldCharges,
  remove: kept.deleteCharge,
});

const owed: Holding = {
  ...charges,
  called: {
    find: async (tx, typed) => {
      const reference = readReference(typed);
      const [found] = reference === undefined ? [] : await chargesByReference(tx, [reference]);
      return found && `charge:${found.id}`;
    },
    say: async (tx, chain) => {
      const found = await findCharge(tx, idOf(chain));
      return found && { fr: `montant ${found.reference}`, en: `charge ${found.reference}` };
    },
  },
  heldWith: async (tx, chain) => {
    const about = await kept.subjectOf(tx, idOf(chain));
    return about === undefined ? [] : [about];
  },
  // Whoever is paying or giving back at this moment goes first.
  still: async (tx, chain, given) => {
    await lockCharges(tx, [idOf(chain)]);
    return charges.still!(tx, chain, given);
  },
  chains: async (tx, { account }) => {
    const own = await tx.selectFrom("charge").select("id").where("debtor", "=", `account:${account}`).execute();
    return own.map(({ id }) => `charge:${id}`);
  },
  // A charge is recorded with what it was charged for, a payment perhaps with the file of a bank.
  also: async (tx, { account }) => {
    const own = sql`(select c.id from charge c where c.debtor = ${`account:${account}`})`;
    const rows = { charge: await rowsWhere(tx, "charge", sql`t.debtor = ${`account:${account}`}`) };
    for (const table of OF_A_CHARGE)
      Object.assign(rows, { [table]: await rowsWhere(tx, table, sql`t.charge in ${own}`) });
    const lines = sql`t.id in (select p.bank_line from payment p where p.charge in ${own})`;
    return { ...rows, bank_line: await rowsWhere(tx, "bank_line", lines) };
  },
};

const lines = holdingOf({
  name: "bank-lines",
  label: { fr: "Les virements reçus par l’école", en: "The transfers that the school received" },
  tables: ["bank_line", "bank_line_state", "bank_line_aside", "bank_line_back"],
  prefix: "bank-line:",
  old: kept.oldLines,
  remove: kept.deleteLine,
});

const slips = holdingOf({
  name: "cheque-slips",
  label: { fr: "Les remises de chèques", en: "The deposits of cheques" },
  tables: ["cheque_slip"],
  prefix: "cheque-slip:",
  old: kept.oldSlips,
  remove: kept.deleteSlip,
});

const files = holdingOf({
  name: "bank-files",
  label: { fr: "Les relevés de la banque", en: "The statements of the bank" },
  tables: ["bank_file"],
  prefix: "bank-file:",
  old: kept.oldFiles,
  remove: kept.deleteFile,
});

const pages = holdingOf({
  name: "online-pages",
  label: {
    fr: "Les paiements en ligne annoncés et classés sans montant à payer",
    en: "The payments online that were told of and settled without a charge",
  },
  tables: ["online_event", "online_settlement"],
  prefix: "online:",
  old: kept.oldPages,
  remove: kept.deletePage,
});

/** A line goes after the charges that it paid, a file after its lines. */
export const billingHoldings: readonly Holding[] = [owed, lines, slips, files, pages];

function idOf(chain: string): string {
  return chain.slice(chain.indexOf(":") + 1);
}
