/** The commissions of some days, over all intakes. */
import { sql } from "kysely";
import { actorName } from "../act/permissions.ts";
import type { Happening, UnderWay } from "../act/under-way.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { places } from "./pages/routes.ts";

export const commissionsUnderWay: readonly UnderWay[] = [
  {
    may: "see the admissions",
    async read({ tx }, days) {
      const { rows } = await sql<Sitting>`
        select c.id, to_char(c.held_on, 'YYYY-MM-DD') as on, i.settings -> 'label' as label
        from commission c join intake i on i.id = c.intake
        where c.held_on between ${days.from}::date and ${days.until}::date`.execute(tx);
      return rows.map(happening);
    },
  },
  {
    may: "see the admissions",
    own: true,
    async read({ tx, actor }, days) {
      const sits = JSON.stringify([{ actor: actorName(actor) }]);
      const { rows } = await sql<Sitting>`
        select c.id, to_char(c.held_on, 'YYYY-MM-DD') as on, i.settings -> 'label' as label
        from commission c join intake i on i.id = c.intake
        where c.held_on between ${days.from}::date and ${days.until}::date and c.members @> ${sits}::jsonb`.execute(tx);
      return rows.map(happening);
    },
  },
];

type Sitting = { readonly id: string; readonly on: Day; readonly label: Label };

function happening({ id, on, label }: Sitting): Happening {
  return {
    chain: `admission:${id}`,
    on,
    from: null,
    until: null,
    what: { fr: `Commission d’admission, ${label.fr}`, en: `Admission commission, ${label.en}` },
    room: null,
    who: null,
    to: places.commission.to({ commission: id }),
  };
}
