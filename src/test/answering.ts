/**
 * What waits, watched: where an act is done that a key says answers it (`answeredBy`), a line of that key on the chains that the act
 * holds goes, or says something else, in the act's own transaction.
 */
import { sql } from "kysely";
import { type WaitingRow, type Waits } from "../act/waiting.ts";
import type { Day } from "../kit/day.ts";
import { canonical } from "../kit/canonical.ts";

/** Acts that leave their line as it was where they leave something to do: `key act`, and what is left. */
const STILL_DUE: Readonly<Record<string, string>> = {
  "saveGrid saveGrid": "a grid is kept until its examiner says that it is finished",
  "completeGroup cancelGroup": "another group of the session may be cancelled",
  "completeJury enterOrder": "an order may name a jury that lacks somebody",
  "chase proposeWriteOff": "what is written off is still owed until a second person agrees",
  "designateExaminers designate": "each side of an exam is designated by itself",
};

type Line = Pick<WaitingRow, "key" | "part" | "who" | "from" | "due" | "facts"> & { readonly chain: string };

/** Adds to `answered` each `key act` of which a line went or changed. */
export function watched(all: readonly Waits[], answered: Set<string>): readonly Waits[] {
  return all.map((declared) => ({
    ...declared,
    async rows(given, ids) {
      const rows = await declared.rows(given, ids);
      const stood = await stoodBefore(given, declared, ids);
      const ought = new Set(rows.map((row) => saidOf({ ...row, chain: `${declared.on}:${row.id}` })));
      for (const [answer, lines] of Map.groupBy(stood, ({ key, act }) => `${key} ${act}`)) {
        if (lines.some((line) => !ought.has(saidOf(line)))) answered.add(answer);
        else if (lines.some(({ shown }) => shown) && !(answer in STILL_DUE))
          throw new Error(`${answer}: the act is done, and its line stands as before`);
      }
      return rows;
    },
  }));
}

const saidOf = ({ chain, key, part = "", who, from, due, facts = {} }: Line) =>
  canonical({ chain, key, part, who, from, due, facts });

/** The lines that the act of this transaction says that it answers, as they stood before, on the chains that it holds. */
async function stoodBefore(given: Parameters<Waits["rows"]>[0], { on, keys }: Waits, ids: readonly string[]) {
  const chains = ids.map((id) => `${on}:${id}`);
  const pairs = Object.entries(keys).flatMap(([key, { answeredBy }]) => answeredBy.map((act) => ({ key, act })));
  const { rows } = await sql<Line & { readonly act: string; readonly due: Day | null; readonly shown: boolean }>`
    select w.chain, w.key, w.part, w.who, to_char(w.from_on, 'YYYY-MM-DD') as "from",
      to_char(w.due_on, 'YYYY-MM-DD') as due, w.facts, p.act, r.at >= w.from_on as shown
    from waiting w join jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p (key text, act text) on p.key = w.key
      cross join lateral (
        select max(a.at) as at from audit_record a where a.act = p.act and a.xmin::text = pg_current_xact_id()::text) r
    where w.chain = any(${chains}::text[]) and r.at is not null`.execute(given.tx);
  return rows;
}
