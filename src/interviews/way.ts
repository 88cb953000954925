/** The station of the interview: its day once the person was told, or that it was held. */
import { sql } from "kysely";
import type { StationSeen, Way } from "../act/way.ts";
import { sayHour } from "../kit/moment.ts";
import { type Label, sayDay } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import { own } from "./pages/routes.ts";
import { isTold, type InterviewState } from "./rules/state.ts";

type Row = {
  readonly dossier: string;
  readonly diploma: string;
  readonly state: InterviewState;
  readonly at: Date;
};

export const interviewWay: Way = async ({ tx, zone, today }, dossiers) => {
  const { rows } = await sql<Row>`
    select distinct on (n.dossier) n.dossier, i.diploma, n.state, coalesce(n.analysis_at, n.begins_at) as at
    from interview n join intake i on i.id = n.intake
    where n.dossier = any(${[...dossiers]}::uuid[]) and n.state not in ('cancelled', 'postponed')
    order by n.dossier, n.begins_at desc, n.id`.execute(tx);
  return rows.flatMap(({ dossier, diploma, state, at }): StationSeen[] => {
    const on = dayIn(at, zone);
    const common = { dossier, station: "interview", to: own.to({ diploma, dossier }) } as const;
    const day = (said: Label): Label => ({
      fr: `${said.fr} ${sayDay(on, "fr")}`,
      en: `${said.en} ${sayDay(on, "en")}`,
    });
    if (state === "missed") {
      const says = day({ fr: "Manqué le", en: "Missed on" });
      return [
        {
          ...common,
          state: "now",
          says,
          heading: { fr: "Vous n’étiez pas à l’entretien", en: "You were not at the interview" },
        },
      ];
    }
    if (state === "agreed" || (isTold(state) && on < today)) {
      const says = day({ fr: "Passé le", en: "Held on" });
      return [
        { ...common, state: "done", says, heading: { fr: "Votre entretien est passé", en: "Your interview is over" } },
      ];
    }
    if (!isTold(state)) return [];
    const says: Label = {
      fr: `Le ${sayDay(on, "fr")} à ${sayHour(at, zone, "fr")}`,
      en: `On ${sayDay(on, "en")} at ${sayHour(at, zone, "en")}`,
    };
    return [
      { ...common, state: "now", says, heading: { fr: "Un entretien vous attend", en: "You have an interview ahead" } },
    ];
  });
};
