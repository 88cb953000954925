/** Who is elsewhere on some days: told on the page of the person, and to those who plan something for them. */
import { sql } from "kysely";
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import type { Engaged, Engagements } from "../../act/engaged.ts";
import type { Between } from "../../act/under-way.ts";
import type { Tx } from "../../db/school.ts";
import { dayNumber } from "../../kit/day.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema, oneOf } from "../../law/entry.ts";
import { meet, meetings } from "../rules/elsewhere.ts";
import * as output from "./output.ts";

declare module "../../act/world.ts" {
  interface House {
    /** Built in `house.ts`, from what every subject says people are engaged in. */
    readonly seeElsewhere: ReturnType<typeof elsewhereView>;
  }
}

export const MOST_ASKED = 1_000;
const MOST_DAYS = 400;
const MOST = 50;

export const elsewhereView = (all: readonly Engagements[]) =>
  defineView({
    name: "seeElsewhere",
    label: { fr: "Voir qui est ailleurs ces jours-là", en: "See who is elsewhere on some days" },
    who: "see who is elsewhere",
    form: Type.Object(
      {
        dossiers: Type.Array(Id, { maxItems: MOST_ASKED }),
        from: DaySchema,
        until: DaySchema,
        /** What is about to be planned on one of these days; omitted: what is planned already. */
        planning: Type.Optional(
          Type.Object(
            { kind: oneOf("interview", "exam"), diploma: Type.String({ pattern: "^[a-z0-9-]{1,40}$" }) },
            closed,
          ),
        ),
      },
      closed,
    ),
    output: output.seeElsewhere,
    async read({ tx, zone, today, law, input }) {
      const { from, until, planning } = input;
      if (dayNumber(until) - dayNumber(from) >= MOST_DAYS) return undefined;
      const people = await everyDossierOf(tx, input.dossiers);
      const whose = new Map(people.map((one) => [one.dossier, one]));
      const readAll = async (some: readonly Engagements[], days: Between) =>
        (await Promise.all(some.map(({ read }) => read({ tx, zone }, [...whose.keys()], days)))).flat();
      const first = await readAll(
        all.filter(({ beside }) => beside === undefined),
        { from, until },
      );
      const days = planning === undefined ? spanOf(first) : { from, until };
      const besides = days
        ? await readAll(
            all.filter(({ beside }) => beside === true),
            days,
          )
        : [];
      const engaged = [...first, ...besides].map((one) => {
        const { person, name } = whose.get(one.dossier)!;
        const of = law(one.diploma, { on: today })?.diploma.abbreviation ?? one.diploma;
        const what = { fr: `${one.what.fr} (${of})`, en: `${one.what.en} (${of})` };
        return { ...one, person, name, what };
      });
      const said = ({ what, on, from: begins, until: ends }: (typeof engaged)[number]) => ({
        what,
        on,
        from: begins,
        until: ends,
      });
      const lines =
        planning === undefined
          ? meetings(engaged).map(({ on, one, other }) => ({ name: one.name, on, one: said(one), other: said(other) }))
          : engaged
              .filter((one) => meet({ ...planning, on: from, through: until, from: null, until: null }, one))
              .map((other) => ({
                name: other.name,
                on: other.on < from ? from : other.on,
                one: null,
                other: said(other),
              }));
      return { lines: lines.slice(0, MOST), more: lines.length > MOST };
    },
  });

/** From the first day to the last of what is planned; undefined where nothing is. */
function spanOf(all: readonly Engaged[]): Between | undefined {
  const days = all.flatMap(({ kind, on }) => (kind === "away" ? [] : [on])).toSorted();
  return days.length === 0 ? undefined : { from: days[0]!, until: days.at(-1)! };
}

/** These dossiers, and the others of the same people. */
async function everyDossierOf(tx: Tx, dossiers: readonly string[]) {
  if (dossiers.length === 0) return [];
  const ids = sql`${sql.val([...dossiers])}::uuid[]`;
  const { rows } = await sql<{ dossier: string; person: string; name: string | null }>`
    select d.id as dossier, coalesce(d.account, d.id) as person, s.name from (
      select id, account from dossier where account in (select account from dossier where id = any(${ids}))
      union select id, account from dossier where id = any(${ids})) d
    join dossier_state s on s.id = d.id`.execute(tx);
  return rows;
}
