/** The commissions of some days, over all intakes. */
import { sql } from "kysely";
import type { UnderWay } from "../act/under-way.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { places } from "./pages/routes.ts";

export const commissionsUnderWay: readonly UnderWay[] = [
  {
    may: "see the admissions",
    async read({ tx }, days) {
      const { rows } = await sql<{ id: string; on: Day; label: Label }>`
        select c.id, to_char(c.held_on, 'YYYY-MM-DD') as on, i.settings -> 'label' as label
        from commission c join intake i on i.id = c.intake
        where c.held_on between ${days.from}::date and ${days.until}::date`.execute(tx);
      return rows.map(({ id, on, label }) => ({
        chain: `admission:${id}`,
        on,
        from: null,
        until: null,
        what: { fr: `Commission d’admission, ${label.fr}`, en: `Admission commission, ${label.en}` },
        room: null,
        who: null,
        to: places.commission.to({ commission: id }),
      }));
    },
  },
];
