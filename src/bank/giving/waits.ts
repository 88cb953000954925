/** What two people agreed to give back by hand waits for who sends it, until it is noted as made or the bank shows it. */
import { sql } from "kysely";
import { type WaitingFacts, waits } from "../../act/waiting.ts";
import { TO_GIVE } from "../../billing/debtors/made.ts";
import { addYears, type Day } from "../../kit/day.ts";
import { type Lang, sayMoney } from "../../kit/lang.ts";
import { givingAt } from "../pages/routes.ts";

/** It is not forgotten within a year. */
const YEARS = 5;

export const givingWaits = waits({
  readBy: "see the accounts",
  on: TO_GIVE,
  after: ["money_answer", "money_made", "bank_line_tie", "bank_line_untie"],
  keys: {
    giveAgreed: {
      answeredBy: ["noteMoneyGiven", "tieLine"],
      words: (facts) => ({
        verb: { fr: verbOf(facts, "fr"), en: verbOf(facts, "en") },
        why: {
          fr: "Deux personnes l’ont accepté. Notez-le une fois l’argent parti.",
          en: "Two people agreed to it. Note it once the money has left.",
        },
      }),
      to: (proposal) => givingAt.to({ proposal }),
      takenBy: ["keep the accounts"],
    },
  },
  each: async (tx, { after, limit, locks }) => {
    const page = tx.selectFrom("money_proposal").select("id").orderBy("id").limit(limit);
    const next = after === undefined ? page : page.where("id", ">", after);
    return (await (locks ? next.forUpdate() : next).execute()).map(({ id }) => id);
  },
  async rows({ tx }, ids) {
    const { rows } = await sql<{ id: string; debtor: string; amount: number; means: string; on: Day }>`
      select q.id, q.debtor, q.amount, q.means, a.answered_on as "on" from money_proposal q join money_answer a on a.id = q.id
      where q.id = any(${[...ids]}::uuid[]) and a.agreed and q.means in ('transfer', 'cheque', 'cash')
        and not exists (select from money_made m where m.id = q.id)
        and not exists (select from bank_line_tie t where t.refund = q.id
          and not exists (select from bank_line_untie u where u.id = t.id))`.execute(tx);
    return rows.map(({ id, debtor, amount, means, on }) => ({
      id,
      key: "giveAgreed" as const,
      who: "may:keep the accounts" as const,
      person: debtor.startsWith("payer:") ? null : debtor,
      from: on,
      due: null,
      until: addYears(on, YEARS),
      facts: { amount, means },
    }));
  },
});

function verbOf({ amount, means }: WaitingFacts, lang: Lang): string {
  const said = sayMoney(Number(amount), lang);
  if (means === "cash") return lang === "fr" ? `Rendre ${said} en espèces` : `Give back ${said} in cash`;
  if (means === "cheque") return lang === "fr" ? `Rendre ${said} par chèque` : `Give back ${said} by cheque`;
  return lang === "fr" ? `Rendre ${said} par virement` : `Give back ${said} by transfer`;
}
