/** What waits of a declaration: its deposit. */
import { sql } from "kysely";
import { type Called, type Waits, waits } from "../../act/waiting.ts";
import { addDays, addYears, type Day } from "../../kit/day.ts";
import { sayDay } from "../../kit/lang.ts";
import { bpfRoutes } from "./pages/routes.ts";

type Open = { readonly id: string; readonly year: number; readonly to: Day; readonly dueOn: Day | null };

/** A declaration that was missed is asked for until it is beyond mending. */
const YEARS = 4;

export const bpfWaits: Waits = waits({
  readBy: "see the year",
  on: "bpf",
  after: ["bpf", "bpf_deposit"],
  keys: {
    depositBpf: {
      answeredBy: ["depositBpf"],
      takenBy: ["keep the accounts"],
      words: ({ year, by }) => ({
        verb: {
          fr: `Déposer le bilan pédagogique et financier de ${String(year)}`,
          en: `Deposit the yearly declaration (BPF) of ${String(year)}`,
        },
        ...(by !== null && {
          why: {
            fr: `Il se recopie sur le site Mon Activité Formation avant le ${sayDay(String(by), "fr")}.`,
            en: `It is copied on the site Mon Activité Formation by ${sayDay(String(by), "en")}.`,
          },
        }),
        otherwise: {
          fr: "Sans lui, l’école perd son numéro de déclaration d’activité.",
          en: "Without it the school loses the number of its declaration of activity.",
        },
      }),
      to: (_, { year }) => bpfRoutes.year.to({ year: String(year) }),
      many: (count) => ({
        fr: `${count} bilans pédagogiques et financiers à déposer`,
        en: `${count} yearly declarations (BPF) to deposit`,
      }),
    },
  },
  async rows({ tx }, ids) {
    const { rows } = await sql<Open>`
      select b.id, b.year, to_char(b.to_day, 'YYYY-MM-DD') as "to", to_char(b.due_on, 'YYYY-MM-DD') as "dueOn" from bpf b
      where b.id = any(${ids}::uuid[]) and not exists (select from bpf_deposit d join bpf o on o.id = d.bpf where o.year >= b.year)`.execute(
      tx,
    );
    return rows.map(({ id, year, to, dueOn }) => ({
      id,
      key: "depositBpf" as const,
      who: "may:keep the accounts" as const,
      person: null,
      from: addDays(to, 1),
      due: dueOn,
      until: addYears(to, YEARS),
      facts: { year, by: dueOn },
    }));
  },
});

export const bpfsCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; year: number }>`
    select id, year from bpf where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(
    rows.map(({ id, year }) => [id, { fr: `Exercice ${String(year)}`, en: `Accounting year ${String(year)}` }]),
  );
};
