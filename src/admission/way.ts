/** The station of admission, and that of the contract as long as an accepted place awaits enrolment. */
import { sql } from "kysely";
import type { StationSeen, Way } from "../act/way.ts";
import type { Day } from "../kit/day.ts";
import { type Label, sayDay } from "../kit/lang.ts";
import { capital } from "../kit/typography.ts";
import { dayIn } from "../kit/zone.ts";
import { places } from "./pages/routes.ts";
import { CANDIDACY, type CandidacyState } from "./rules/candidacy.ts";

type Row = {
  readonly dossier: string;
  readonly diploma: string;
  readonly state: CandidacyState;
  readonly changedAt: Date;
  readonly answerBy: Day | null;
  /** A place was accepted, whatever became of it. */
  readonly taken: boolean;
  /** The last day of a lapsed offer. */
  readonly lapsedAfter: Day | null;
  /** What came before a withdrawal, of what the stations stand for. */
  readonly decided: boolean;
  readonly listed: boolean;
  /** No interview was held of those that the intake asks for. */
  readonly unheard: boolean;
  /** By which day the school said that it decides. */
  readonly decidesBy: Day | null;
  /** Already in training when the school began to use this service. */
  readonly carried: boolean;
};

/** The person's page begins with it while nothing later was reached. */
const HEADINGS: Readonly<Record<CandidacyState, readonly [StationSeen["state"], Label]>> = {
  "to-decide": ["now", { fr: "L’école décide de votre candidature", en: "The school is deciding on your application" }],
  eligible: [
    "now",
    {
      fr: "Votre candidature est recevable\u00a0: la commission d’admission décide ensuite",
      en: "Your application is eligible: the admission commission decides next",
    },
  ],
  "not-eligible": ["over", { fr: "Votre candidature n’est pas recevable", en: "Your application is not eligible" }],
  waiting: ["now", { fr: "Vous êtes sur liste complémentaire", en: "You are on the waiting list" }],
  refused: ["over", { fr: "Vous n’avez pas de place cette fois", en: "You have no place this time" }],
  offered: ["now", { fr: "Une place vous attend", en: "A place is waiting for you" }],
  accepted: ["done", { fr: "Votre place est acceptée", en: "Your place is accepted" }],
  declined: ["over", { fr: "Vous avez refusé la place", en: "You declined the place" }],
  withdrawn: ["over", { fr: "Votre candidature est retirée", en: "Your application is withdrawn" }],
  deferred: [
    "now",
    { fr: "Votre place est reportée à la prochaine rentrée", en: "Your place is deferred to the next intake" },
  ],
  lapsed: ["over", { fr: "L’offre est restée sans réponse", en: "The offer was left unanswered" }],
};

/** Somebody with a place leaves it: there was more than a candidacy to take back. */
const GIVEN_BACK: (typeof HEADINGS)["withdrawn"] = [
  "over",
  { fr: "Vous avez rendu votre place", en: "You gave your place back" },
];
const PLACE_GIVEN_BACK: Label = { fr: "Place rendue", en: "Place given back" };
/** It is the application that is admitted or withdrawn, as the French agrees with it. */
const ofCandidacy = ({ fr, en }: Label): Label => ({ fr: `Candidature ${fr}`, en: capital(en) });

export const admissionWay: Way = async ({ tx, zone, today }, dossiers) => {
  const { rows } = await sql<Row>`
    select a.id as dossier, i.diploma, a.state, a.changed_at as "changedAt", to_char(a.answer_by, 'YYYY-MM-DD') as "answerBy",
      i.settings ->> 'decidesBy' as "decidesBy",
      (select to_char((f.details ->> 'on')::date - 1, 'YYYY-MM-DD') from admission_fact f
        where f.dossier = a.id and f.kind = 'lapsed' order by f.place desc limit 1) as "lapsedAfter",
      exists (select from admission_fact f where f.dossier = a.id and f.kind in ('eligibility', 'carried')) as decided,
      exists (select from admission_fact f where f.dossier = a.id and f.kind = 'listed') as listed,
      jsonb_array_length(coalesce(i.settings -> 'interview', '[]')) > 0 and not exists (
        select from interview n where n.dossier = a.id
          and (n.state = 'agreed' or n.state in ('convoked', 'confirmed', 'move-asked') and n.begins_at < a.changed_at)
      ) as unheard,
      exists (select from admission_fact f where f.dossier = a.id and f.kind = 'accepted') as taken,
      exists (select from admission_fact f where f.dossier = a.id and f.kind = 'carried') as carried
    from admission_state a join intake i on i.id = a.intake where a.id = any(${[...dossiers]}::uuid[])`.execute(tx);
  return rows.flatMap((row): StationSeen[] => {
    const { dossier, diploma, state: now, changedAt, answerBy, taken, carried, decidesBy } = row;
    const givenBack = now === "withdrawn" && taken;
    const [state, heading] = givenBack ? GIVEN_BACK : HEADINGS[now];
    const on = dayIn(changedAt, zone);
    const said = givenBack ? PLACE_GIVEN_BACK : ofCandidacy(CANDIDACY.states[now]);
    const says: Label =
      carried && now === "accepted"
        ? { fr: "Décidée avant que l’école utilise ce service", en: "Decided before the school used this service" }
        : now === "offered" && answerBy !== null
          ? {
              fr: `Place offerte. À vous de répondre, au plus tard le ${sayDay(answerBy, "fr")}`,
              en: `A place is offered. Answer by ${sayDay(answerBy, "en")}`,
            }
          : now === "lapsed" && row.lapsedAfter !== null
            ? {
                fr: `Offre restée sans réponse jusqu’au ${sayDay(row.lapsedAfter, "fr")}`,
                en: `Offer left unanswered until ${sayDay(row.lapsedAfter, "en")}`,
              }
            : now === "deferred"
              ? {
                  fr: `Reportée le ${sayDay(on, "fr")}. À la rentrée suivante, une place vous est offerte`,
                  en: `Deferred on ${sayDay(on, "en")}. At the following intake a place is offered to you`,
                }
              : now === "eligible"
                ? decides(said, on, decidesBy !== null && decidesBy >= today ? decidesBy : null)
                : { fr: `${said.fr}, le ${sayDay(on, "fr")}`, en: `${said.en}, on ${sayDay(on, "en")}` };
    const to = places.own.to({ diploma, dossier });
    // Who withdraws ends at the station where they stood.
    if (now === "withdrawn" && !row.listed && (!row.decided || row.unheard))
      return [{ dossier, station: row.decided ? "interview" : "application", state, says, heading, to }];
    const ahead = now === "eligible" && { ahead: true };
    const admission: StationSeen = { dossier, station: "admission", state, says, heading, to, ...ahead };
    if (now !== "accepted") return [admission];
    return [admission, { dossier, station: "contract", state: "now", says: CONTRACT, heading, to }];
  });
};

function decides(said: Label, on: Day, by: Day | null): Label {
  const until = {
    fr: by === null ? "" : `, au plus tard le ${sayDay(by, "fr")}`,
    en: by === null ? "" : ` by ${sayDay(by, "en")}`,
  };
  return {
    fr: `${said.fr}, le ${sayDay(on, "fr")}. La commission d’admission décide ensuite${until.fr}`,
    en: `${said.en}, on ${sayDay(on, "en")}. The admission commission decides next${until.en}`,
  };
}

const CONTRACT: Label = { fr: "L’école prépare votre inscription", en: "The school is preparing your enrolment" };
