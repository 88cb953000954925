/** What waits in training: to resume an interrupted training, and what its rooms say. */
import { sql } from "kysely";
import { type Called, type Waits, waits } from "../act/waiting.ts";
import { personChain } from "../dossier/rules/dossier.ts";
import { addDays, addYears, type Day } from "../kit/day.ts";
import { type Lang, sayDay } from "../kit/lang.ts";
import { sayMinute } from "../kit/moment.ts";
import { claimWaits, listWaits } from "./attendance/waits.ts";
import { places } from "./cohorts/pages/places.ts";
import { cohortWaits } from "./cohorts/waits.ts";
import { programmeWaits } from "./programmes/waits.ts";
import { longestSpan } from "./rules/span.ts";
import { studyWaits } from "./study/waits.ts";
import { workWaits } from "./works/waits.ts";

type Interrupted = {
  readonly id: string;
  readonly dossier: string;
  readonly account: string | null;
  readonly on: Day;
  readonly diploma: string;
  readonly version: string;
  readonly startsOn: Day;
};

const resumeWaits = waits({
  readBy: "see the training",
  on: "enrolment",
  after: ["enrolment", "enrolment_fact"],
  keys: {
    resumeTraining: {
      answeredBy: ["resumeTraining", "endTraining"],
      words: () => ({
        verb: {
          fr: "Reprendre la formation interrompue, ou y mettre fin",
          en: "Resume the interrupted training, or end it",
        },
      }),
      to: (enrolment) => places.person.to({ enrolment }),
      takenBy: ["run the training"],
    },
  },
  async rows({ tx, law: lawOf }, ids) {
    const { rows } = await sql<Interrupted>`
      select e.id, e.dossier, e.account, to_char(f.on_day, 'YYYY-MM-DD') as "on", c.diploma, c.law_version as version,
        to_char(c.starts_on, 'YYYY-MM-DD') as "startsOn"
      from enrolment e join cohort c on c.id = e.cohort
        cross join lateral (
          select n.on_day from enrolment_fact n where n.enrolment = e.id order by n.number desc limit 1) f
      where e.id = any(${ids}::uuid[]) and e.state in ('interrupted', 'deferred')`.execute(tx);
    return rows.map(({ id, dossier, account, on, diploma, version, startsOn }) => {
      const law = lawOf(diploma, { version });
      const last = law && longestSpan(law.diploma, startsOn)?.until;
      return {
        id,
        key: "resumeTraining" as const,
        who: "may:run the training" as const,
        person: personChain({ id: dossier, account }),
        from: on,
        due: null,
        until: last !== undefined && last > on ? addDays(last, 1) : addYears(on, 1),
      };
    });
  },
});

export const trainingWaits: readonly Waits[] = [
  programmeWaits,
  listWaits,
  claimWaits,
  resumeWaits,
  cohortWaits,
  workWaits,
  ...studyWaits,
];

export const enrolmentsCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from enrolment where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** By what it is about, its day and its hour. */
export const lessonsCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; unit: string; on: Day; from: string }>`
    select id, unit, to_char(on_day, 'YYYY-MM-DD') as on, from_time as from from lesson where id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
  return new Map(
    rows.map(({ id, unit, on, from }) => {
      const at = (lang: Lang) => `${unit}, ${sayDay(on, lang)}, ${sayMinute({ time: from }, lang)}`;
      return [id, { fr: at("fr"), en: at("en") }];
    }),
  );
};

export const studiesCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, organisation as name from study where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export const studyGroupsCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from study_group where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
