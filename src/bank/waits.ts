/** What waits at the bank: an entry not matched with a charge and not set aside. */
import { sql } from "kysely";
import { type Called, type Waits, waits } from "../act/waiting.ts";
import { addYears, type Day } from "../kit/day.ts";
import { sayMoney } from "../kit/lang.ts";
import { bankLine } from "./pages/routes.ts";

type Line = { readonly id: string; readonly bookedOn: Day; readonly remaining: number };

/** An amount received is not forgotten within a year. */
const YEARS = 5;

export const bankWaits: readonly Waits[] = [
  waits({
    readBy: "see the accounts",
    on: "bank-line",
    after: [
      "bank_line",
      "bank_line_aside",
      "bank_line_back",
      "bank_line_tie",
      "bank_line_untie",
      "payment",
      "payment_reversal",
    ],
    keys: {
      matchLine: {
        answeredBy: ["matchLine", "tieLine", "noteReturned", "setLineAside"],
        words: ({ amount }) =>
          Number(amount) > 0
            ? {
                verb: {
                  fr: `Rapprocher ${sayMoney(Number(amount), "fr")} reçus`,
                  en: `Match ${sayMoney(Number(amount), "en")} received`,
                },
              }
            : {
                verb: {
                  fr: `Vérifier ${sayMoney(-Number(amount), "fr")} repris par la banque`,
                  en: `Check ${sayMoney(-Number(amount), "en")} that the bank took back`,
                },
              },
        to: (line) => bankLine.to({ line }),
        takenBy: ["keep the accounts"],
      },
    },
    each: async (tx, { after, limit, locks }) => {
      const page = tx.selectFrom("bank_line_state").select("id").orderBy("id").limit(limit);
      const next = after === undefined ? page : page.where("id", ">", after);
      return (await (locks ? next.forUpdate() : next).execute()).map(({ id }) => id);
    },
    async rows({ tx }, ids) {
      const { rows } = await sql<Line>`
        select id, booked_on as "bookedOn", remaining from bank_line_state
        where id = any(${ids}::text[]) and remaining <> 0`.execute(tx);
      return rows.map(({ id, bookedOn, remaining }) => ({
        id,
        key: "matchLine" as const,
        who: "may:keep the accounts" as const,
        person: null,
        from: bookedOn,
        due: null,
        until: addYears(bookedOn, YEARS),
        facts: { amount: remaining },
      }));
    },
  }),
];

export const linesCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, coalesce(counterparty, label) as name from bank_line where id = any(${[...ids]})`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
