/** The last stations: the exams, then the diploma or what is validated of it. */
import { sql } from "kysely";
import type { StationSeen, Way } from "../act/way.ts";
import type { Day } from "../kit/day.ts";
import { type Label, sayDay } from "../kit/lang.ts";
import { sayAwaited } from "./awaited-words.ts";
import { AWAITED } from "./exams/awaited.ts";
import { places } from "./pages/places.ts";

type Row = {
  readonly dossier: string;
  /** Of the last result in force. */
  readonly outcome: string | null;
  readonly notifiedOn: Day | null;
  readonly validated: number;
  readonly all: number | null;
  /** The last session to which they are presented without a result yet. */
  readonly session: string | null;
  /** Whether all exams of that presentation have been held. */
  readonly sat: boolean | null;
  /** The last day of that session; whether the marks are given, and the day of its jury. */
  readonly until: Day | null;
  readonly marked: boolean | null;
  readonly juryOn: Day | null;
  readonly handedOver: boolean;
};

export const certificationWay: Way = async ({ tx, today, now }, dossiers) => {
  const { rows } = await sql<Row>`
    select e.dossier, r.outcome, to_char(r.notified_on, 'YYYY-MM-DD') as "notifiedOn",
      (select count(*)::int from jsonb_array_elements(r.result -> 'domains') d where d ->> 'status' = 'validated') as validated,
      jsonb_array_length(r.result -> 'domains') as all,
      n.name as session, n.sat, n.until, n.marked, n."juryOn",
      exists (select from standing_after a where a.enrolment = e.id and a.kind = 'parchment-handed-over') as "handedOver"
    from enrolment e
      left join lateral (
        select x.outcome, x.notified_on, x.result from standing_result x where x.enrolment = e.id
        order by x.notified_on desc, x.published_at desc, x.id desc limit 1) r on true
      left join lateral (
        select s.name, to_char(s.until_day, 'YYYY-MM-DD') as until, ${AWAITED.marked} as marked, ${AWAITED.juryOn} as "juryOn", not exists (
            select from jsonb_array_elements_text(y.exams) one where not exists (
              select from exam_sitting t join exam_group g on g.id = t.exam_group and g.cancelled_at is null
              where t.entry = y.id and t.released_at is null and g.exam = one and g.until_at <= ${now}))
            and jsonb_array_length(y.exams) > 0 as sat
        from exam_entry y join exam_session s on s.id = y.session
        where y.enrolment = e.id and y.withdrawn_at is null and not exists (select from standing_result z where z.enrolment = e.id and z.entry = y.id)
        order by s.from_day desc, s.id limit 1) n on true
    where e.dossier = any(${[...dossiers]}::uuid[])`.execute(tx);
  return rows.flatMap((row) => stationsOf(row, today));
};

function stationsOf(row: Row, today: Day): StationSeen[] {
  const { dossier, outcome, notifiedOn, validated, all, session, sat, handedOver } = row;
  const exams = { dossier, station: "exams", to: places.results.to() } as const;
  if (outcome === "diploma") {
    const says: Label = {
      fr: `Validées le ${sayDay(notifiedOn!, "fr")}`,
      en: `Validated on ${sayDay(notifiedOn!, "en")}`,
    };
    const awarded: Label = {
      fr: `Décision notifiée le ${sayDay(notifiedOn!, "fr")}`,
      en: `Decision notified on ${sayDay(notifiedOn!, "en")}`,
    };
    const whole = handedOver
      ? { fr: `${awarded.fr}, diplôme remis`, en: `${awarded.en}, diploma handed over` }
      : awarded;
    return [
      { ...exams, state: "done", says, heading: GRADUATE },
      { ...exams, station: "diploma", state: "done", says: whole, heading: GRADUATE },
    ];
  }
  const presented: Label | undefined =
    session === null
      ? undefined
      : { fr: `Vos épreuves sont à la session « ${session} »`, en: `Your exams are at the session “${session}”` };
  if (session !== null && sat) {
    const { marked, juryOn, until } = row;
    const awaited = sayAwaited({ marked: marked ?? false, juryOn, until: until! }, today);
    const says: Label = {
      fr: `Passées à la session « ${session} », le jury décide. ${awaited.fr}`,
      en: `Sat at the session “${session}”, the jury decides. ${awaited.en}`,
    };
    return [{ ...exams, state: "now", sat: true, says, heading: SAT }];
  }
  if (outcome !== null) {
    const [some, of] = [validated, all ?? 0];
    const heading: Label = {
      fr: `${some} ${some < 2 ? "épreuve validée" : "épreuves validées"} sur ${of}`,
      en: `${some} of ${of} exams validated`,
    };
    const decided: Label = {
      fr: `${heading.fr}, décision notifiée le ${sayDay(notifiedOn!, "fr")}`,
      en: `${heading.en}, decision notified on ${sayDay(notifiedOn!, "en")}`,
    };
    return [{ ...exams, state: "part", says: presented ?? decided, heading }];
  }
  return presented ? [{ ...exams, state: "now", says: presented, heading: AHEAD }] : [];
}

const GRADUATE: Label = { fr: "Vous avez le diplôme", en: "You have the diploma" };
const SAT: Label = { fr: "Vous attendez la décision du jury", en: "You wait for the decision of the jury" };
const AHEAD: Label = { fr: "Vos épreuves approchent", en: "Your exams are near" };
