/** The hours of each cohort in training: those of its maquette, those planned for all of it, and those that took place, as attendance says. */
import { sql } from "kysely";
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import * as output from "./output.ts";

type Row = {
  readonly id: string;
  readonly name: string;
  readonly due: number;
  readonly planned: number;
  readonly done: number;
};

export const seeCohortHours = defineView({
  name: "seeCohortHours",
  label: { fr: "Voir les heures de chaque promotion", en: "See the hours of each cohort" },
  who: "see the training",
  form: Type.Object({}, closed),
  output: output.seeCohortHours,
  async read({ tx, today }) {
    const { rows } = await sql<Row>`
      select c.id, c.name, (select coalesce(60 * sum(hours::numeric), 0) from jsonb_each_text(c.maquette) as one (unit, hours))::integer as due,
        coalesce(sum(l.minutes), 0)::integer as planned, coalesce(sum(l.minutes) filter (where l.on_day < ${today}::date and l.told), 0)::integer as done
      from cohort c left join lateral (
        select on_day, extract(epoch from to_time::time - from_time::time) / 60 as minutes,
          (exists (select from attendance_list a where a.lesson = lesson.id) or exists (select from attendance a where a.lesson = lesson.id)) as told
        from lesson where cohort = c.id and cancelled_why is null and meant is null and study_group is null) l on true
      where c.starts_on <= ${today}::date and c.ends_on >= ${today}::date
      group by c.establishment_id, c.id order by c.starts_on desc, c.id`.execute(tx);
    return { cohorts: rows };
  },
});
