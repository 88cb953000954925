/**
 * What billing holds about people: debts and payments, which accounting requires. After that period a charge is erased with all that became
 * of it, in whatever chain.
 */
import { sql } from "kysely";
import { rowsWhere } from "../retention/contents.ts";
import type { Retained } from "../retention/retained.ts";
import { lockCharges } from "./charges/states/store.ts";
import { chargesByReference, findCharge } from "./charges/store.ts";
import { accounted } from "./kept/accounted.ts";
import * as kept from "./kept/store.ts";
import { readReference } from "./rules/payment-reference.ts";

const OF_A_CHARGE = [
  ..."payment payment_reversal waiver waiver_reversal refund refund_failure refund_again charge_due charge_suspension charge_suspension_end adjustment dunning money_proposal".split(
    " ",
  ),
  ..."cheque online_payment online_refund invoice invoice_part".split(" "),
];

const charges = accounted({
  name: "charges",
  label: { fr: "Ce que vous avez eu à payer, et vos paiements", en: "What you had to pay, and your payments" },
  counted: { fr: "Montants à payer et leurs paiements", en: "Charges and their payments" },
  tables: [
    "charge",
    "charge_state",
    "debtor_state",
    "money_answer",
    "money_made",
    "charge_reminder",
    ...OF_A_CHARGE,
    "online_session",
    "online_refund_told",
  ],
  prefix: "charge:",
  old: kept.oldCharges,
  remove: kept.deleteCharge,
});

const owed: Retained = {
  ...charges,
  called: {
    find: async (tx, typed) => {
      const reference = readReference(typed);
      const [charge] = reference === undefined ? [] : await chargesByReference(tx, [reference]);
      return charge && `charge:${charge.id}`;
    },
    say: async (tx, chain) => {
      const charge = await findCharge(tx, idOf(chain));
      return charge && { fr: `montant ${charge.reference}`, en: `charge ${charge.reference}` };
    },
  },
  heldWith: async (tx, chain) => {
    const about = await kept.subjectOf(tx, idOf(chain));
    return about === undefined ? [] : [about];
  },
  // Waits for a payment or refund in progress.
  still: async (tx, chain, context) => {
    await lockCharges(tx, [idOf(chain)]);
    return charges.still!(tx, chain, context);
  },
  chains: async (tx, { account }) => {
    const own = await tx.selectFrom("charge").select("id").where("debtor", "=", `account:${account}`).execute();
    return own.map(({ id }) => `charge:${id}`);
  },
  // Rows recorded in other chains: a charge in its subject's, a payment perhaps in a bank file's.
  also: async (tx, { account }) => {
    const own = sql`(select c.id from charge c where c.debtor = ${`account:${account}`})`;
    const rows: Record<string, Awaited<ReturnType<typeof rowsWhere>>> = {
      charge: await rowsWhere(tx, "charge", sql`t.debtor = ${`account:${account}`}`),
    };
    for (const table of OF_A_CHARGE)
      Object.assign(rows, { [table]: await rowsWhere(tx, table, sql`t.charge in ${own}`) });
    // What names the debtor and no charge.
    const alone = sql`t.debtor = ${`account:${account}`}`;
    const taken = sql`(select p.id from payment p where p.debtor = ${`account:${account}`})`;
    for (const [table, which] of [
      ["payment", alone],
      ["money_proposal", alone],
      ["refund", sql`t.taken_from in ${taken}`],
      ["payment_reversal", sql`t.id in ${taken}`],
      ["cheque", sql`t.id in (select p.cheque from payment p where p.debtor = ${`account:${account}`})`],
    ] as const)
      rows[table] = [...(rows[table] ?? []), ...(await rowsWhere(tx, table, which))];
    return rows;
  },
};

const pages = accounted({
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

export const billingRetained: readonly Retained[] = [owed, pages];

function idOf(chain: string): string {
  return chain.slice(chain.indexOf(":") + 1);
}
