/** The station of the interview: to be arranged, its day once the person was told, or that it was held. */
import { sql } from "kysely";
import type { StationSeen, Way } from "../act/way.ts";
import { sayHour } from "../kit/moment.ts";
import { type Label, sayDay } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import { own } from "./pages/routes.ts";
import { type InterviewState } from "./rules/state.ts";

type Row = {
  readonly dossier: string;
  readonly diploma: string;
  /** Null where none is arranged yet for a person who is to be heard. */
  readonly state: InterviewState | null;
  readonly at: Date | null;
  readonly until: Date | null;
};

const TO_ARRANGE: Label = { fr: "À fixer", en: "To be arranged" };
const ARRANGES: Label = { fr: "L’école prépare votre entretien", en: "The school is arranging your interview" };

export const interviewWay: Way = async ({ tx, zone, now }, dossiers) => {
  const { rows } = await sql<Row>`
    select distinct on (d.id) d.id as dossier, i.diploma, n.state, coalesce(n.analysis_at, n.begins_at) as at, n.ends_at as until
    from dossier d
      left join interview_candidate c on c.id = d.id and c.may
      left join interview n on n.dossier = d.id and n.state not in ('cancelled', 'postponed')
      join intake i on i.id = coalesce(n.intake, c.intake)
    where d.id = any(${[...dossiers]}::uuid[])
    order by d.id, n.begins_at desc, n.id`.execute(tx);
  return rows.flatMap(({ dossier, diploma, state, at, until }): StationSeen[] => {
    const common = { dossier, station: "interview", to: own.to({ diploma, dossier }) } as const;
    // An hour that the person was not told is not theirs yet.
    if (state === null || at === null || until === null || state === "placed")
      return [{ ...common, state: "now", says: TO_ARRANGE, heading: ARRANGES, to: null }];
    const on = dayIn(at, zone);
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
    if (state === "agreed" || until <= now) {
      const says = day({ fr: "Passé le", en: "Held on" });
      return [
        { ...common, state: "done", says, heading: { fr: "Votre entretien est passé", en: "Your interview is over" } },
      ];
    }
    const says: Label = {
      fr: `Le ${sayDay(on, "fr")} à ${sayHour(at, zone, "fr")}`,
      en: `On ${sayDay(on, "en")} at ${sayHour(at, zone, "en")}`,
    };
    return [
      { ...common, state: "now", says, heading: { fr: "Un entretien vous attend", en: "You have an interview ahead" } },
    ];
  });
};
