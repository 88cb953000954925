/** The stations of a trainee: enrolled, then in training until it ends. */
import { sql } from "kysely";
import type { StationSeen, Way } from "../act/way.ts";
import type { Day } from "../kit/day.ts";
import { type Label, sayDay } from "../kit/lang.ts";
import { capital } from "../kit/typography.ts";
import { dayIn } from "../kit/zone.ts";
import { places } from "./cohorts/pages/places.ts";
import { ENROLMENT, type EnrolmentState } from "./rules/enrolment.ts";

type Row = {
  readonly dossier: string;
  readonly state: EnrolmentState;
  readonly cohort: string;
  readonly enrolledAt: Date;
  readonly contractOn: Day | null;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Of its last change, such as its end. */
  readonly changedOn: Day | null;
  /** Enrolled before the school used this service, on a day that it does not say. */
  readonly carried: boolean;
};

export const trainingWay: Way = async ({ tx, zone, today }, dossiers) => {
  const { rows } = await sql<Row>`
    select e.dossier, e.state, c.name as cohort, e.enrolled_at as "enrolledAt",
      to_char(e.contract_on, 'YYYY-MM-DD') as "contractOn", to_char(c.starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(c.ends_on, 'YYYY-MM-DD') as "endsOn",
      (select to_char(max(f.on_day), 'YYYY-MM-DD') from enrolment_fact f where f.enrolment = e.id) as "changedOn",
      exists (select from dossier d where d.id = e.dossier and d.entered = 'carried') as carried
    from enrolment e join cohort c on c.id = e.cohort where e.dossier = any(${[...dossiers]}::uuid[])`.execute(tx);
  return rows.flatMap((row): StationSeen[] => {
    const { dossier, startsOn, endsOn } = row;
    const on = dayIn(row.enrolledAt, zone);
    const { contractOn, changedOn } = row;
    // Nothing of the training was begun: the way ended at the contract.
    if (row.state === "withdrawn" && changedOn !== null && changedOn < startsOn)
      return [
        { dossier, station: "contract", state: "over", says: cancelledOn(changedOn), heading: CANCELLED, to: null },
      ];
    const signed: Label | null =
      contractOn === null
        ? null
        : { fr: `Contrat du ${sayDay(contractOn, "fr")}`, en: `Contract of ${sayDay(contractOn, "en")}` };
    const entered: Label = {
      fr: `inscription le ${sayDay(on, "fr")}`,
      en: `enrolled on ${sayDay(on, "en")}`,
    };
    const enrolled: Label =
      signed === null
        ? { fr: capital(entered.fr), en: capital(entered.en) }
        : row.carried
          ? signed
          : { fr: `${signed.fr}, ${entered.fr}`, en: `${signed.en}, ${entered.en}` };
    const contract: StationSeen = {
      dossier,
      station: "contract",
      state: "done",
      says: enrolled,
      heading: BEFORE,
      to: null,
    };
    if (row.state === "in-training" && today < startsOn) {
      const says: Label = { fr: `À partir du ${sayDay(startsOn, "fr")}`, en: `From ${sayDay(startsOn, "en")}` };
      return [contract, { dossier, station: "training", state: "now", says, heading: BEFORE, to: places.mine.to() }];
    }
    const span: Label = {
      fr: `Du ${sayDay(startsOn, "fr")} au ${sayDay(endsOn, "fr")}`,
      en: `From ${sayDay(startsOn, "en")} to ${sayDay(endsOn, "en")}`,
    };
    return [contract, { dossier, station: "training", ...stateOf(row, today, span), to: places.mine.to() }];
  });
};

function stateOf({ state, endsOn }: Row, today: Day, span: Label): Pick<StationSeen, "state" | "says" | "heading"> {
  if (state === "in-training" && endsOn < today) return { state: "done", says: span, heading: AFTER };
  if (state === "in-training") return { state: "now", says: span, heading: DURING };
  const said = ENROLMENT.states[state];
  const heading: Label = { fr: `Votre formation est ${said.fr}`, en: `Your training is ${said.en}` };
  const says: Label = { fr: `${span.fr}, ${said.fr}`, en: `${span.en}, ${said.en}` };
  return { state: state === "interrupted" ? "part" : "over", says, heading };
}

const cancelledOn = (on: Day): Label => ({
  fr: `Inscription annulée, au ${sayDay(on, "fr")}`,
  en: `Enrolment cancelled, as of ${sayDay(on, "en")}`,
});
const CANCELLED: Label = { fr: "Votre inscription est annulée", en: "Your enrolment is cancelled" };
const BEFORE: Label = { fr: "Votre formation va commencer", en: "Your training is about to begin" };
const DURING: Label = { fr: "Vous êtes en formation", en: "You are in training" };
const AFTER: Label = { fr: "Votre formation est finie", en: "Your training is over" };
