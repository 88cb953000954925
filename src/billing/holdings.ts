/** What billing holds about people: what they owed and paid, which accounting asks to be kept. */
import { sql } from "kysely";
import { rowsWhere } from "../record/retention/contents.ts";
import type { Holding } from "../record/retention/holding.ts";

const OF_A_CHARGE = ["payment", "payment_reversal", "waiver", "refund", "cheque", "online_payment"] as const;

const charges: Holding = {
  name: "charges",
  label: { fr: "Ce que vous avez eu à payer, et vos paiements", en: "What you had to pay, and your payments" },
  tables: [
    "charge",
    "charge_state",
    "charge_reminder",
    ...OF_A_CHARGE,
    "cheque_slip",
    "online_session",
    "online_event",
    "online_settlement",
    "bank_line",
    "bank_line_state",
    "bank_line_aside",
  ],
  place: "school",
  prefix: "charge:",
  kind: "accounting",
  chains: async (tx, { account }) => {
    const owed = await tx.selectFrom("charge").select("id").where("debtor", "=", `account:${account}`).execute();
    return owed.map(({ id }) => `charge:${id}`);
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

export const billingHoldings: readonly Holding[] = [charges];
