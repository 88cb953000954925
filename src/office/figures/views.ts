/** How many people took each step of the way, by week. */
import { sql } from "kysely";
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { type Counted, COUNTED } from "../../act/counting.ts";
import { type Day, dayNumber } from "../../kit/day.ts";
import { closed } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import * as output from "../output.ts";

/** Ten years. */
const MOST_DAYS = 3660;

type Row = { readonly week: Day; readonly step: Counted; readonly count: number };

/** The weeks that begin between these days. */
export const seeWeeklyCounts = defineView({
  name: "seeWeeklyCounts",
  label: { fr: "Voir combien de personnes, par semaine et par étape", en: "See how many people, by week and step" },
  who: "see the dossiers",
  form: Type.Object({ from: DaySchema, until: DaySchema }, closed),
  output: output.seeWeeklyCounts,
  async read({ tx, input: { from, until } }) {
    if (dayNumber(until) - dayNumber(from) > MOST_DAYS) return undefined;
    const { rows } = await sql<Row>`
      select to_char(week, 'YYYY-MM-DD') as week, step, sum(count)::integer as count from weekly_count
      where week between ${from}::date and ${until}::date group by weekly_count.week, step order by weekly_count.week, step`.execute(
      tx,
    );
    // A step that this version does not count any more is left out.
    return { weeks: rows.filter(({ step }) => COUNTED.includes(step)) };
  },
});
