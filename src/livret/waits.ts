/** What waits of the livret: appreciations to write, and the livret to issue at the end of the training. */
import { sql } from "kysely";
import { type WaitingRow, type Waits, waits } from "../act/waiting.ts";
import { personChain } from "../dossier/rules/dossier.ts";
import { addDays, addYears, type Day } from "../kit/day.ts";
import { sayDay } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import { places } from "../training/cohorts/pages/places.ts";
import { LIVRET } from "./acts.ts";

type Asked = {
  readonly id: string;
  readonly enrolment: string;
  readonly dossier: string;
  readonly account: string | null;
  readonly askedOf: string;
  readonly at: Date;
  readonly dueOn: Day;
};

const appreciationWaits = waits({
  readBy: "see the training",
  on: "enrolment",
  after: ["appreciation_request", "appreciation", "enrolment"],
  keys: {
    writeAppreciation: {
      answeredBy: ["writeAppreciation"],
      words: () => ({
        verb: { fr: "Écrivez l’appréciation demandée", en: "Write the appreciation asked of you" },
        why: { fr: "Le livret de formation la porte.", en: "The livret de formation bears it." },
      }),
      to: (_, _facts, request) => places.appreciation.to({ request }),
      mails: [-7, -2, 0],
    },
  },
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<Asked>`
      select r.id, r.enrolment, e.dossier, e.account, r.asked_of as "askedOf", r.asked_at as at,
        to_char(r.due_on, 'YYYY-MM-DD') as "dueOn"
      from appreciation_request r join enrolment e on e.id = r.enrolment
      where r.enrolment = any(${ids}::uuid[]) and r.withdrawn_why is null
        and not exists (select from appreciation a where a.request = r.id)`.execute(tx);
    return rows.map(({ id, enrolment, dossier, account, askedOf, at, dueOn }) => ({
      id: enrolment,
      key: "writeAppreciation" as const,
      part: id,
      who: askedOf as WaitingRow["who"],
      person: personChain({ id: dossier, account }),
      from: dayIn(at, zone),
      due: dueOn,
      until: addYears(dueOn, 1),
    }));
  },
});

type Ending = {
  readonly id: string;
  readonly dossier: string;
  readonly account: string | null;
  readonly enrolledAt: Date;
  readonly endsOn: Day;
};

/** Days before the last one of a cohort from which livrets are issued: they go to the authority at the end of the course. */
const AHEAD = 28;

const paperWaits = waits({
  readBy: "see the training",
  on: "enrolment",
  after: ["issued_paper", "enrolment", "enrolment_fact"],
  keys: {
    issueLivret: {
      answeredBy: ["issueLivret"],
      words: ({ endsOn }) => ({
        verb: { fr: "Émettre le livret de formation", en: "Issue the livret de formation" },
        why: {
          fr: `La formation finit le ${sayDay(String(endsOn), "fr")}.`,
          en: `The training ends on ${sayDay(String(endsOn), "en")}.`,
        },
      }),
      to: (enrolment) => places.livret.to({ enrolment }),
      takenBy: ["run the training"],
      many: (count) => ({
        fr: `${count} livrets de formation à émettre`,
        en: `${count} livrets de formation to issue`,
      }),
    },
  },
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<Ending>`
      select e.id, e.dossier, e.account, e.enrolled_at as "enrolledAt", to_char(c.ends_on, 'YYYY-MM-DD') as "endsOn"
      from enrolment e join cohort c on c.id = e.cohort
      where e.id = any(${ids}::uuid[]) and e.state = 'in-training' and not exists (
        select from issued_paper p
        where p.about = 'enrolment:' || e.id and p.what = ${LIVRET} and p.replaced_by is null and p.withdrawn_at is null)`.execute(
      tx,
    );
    return rows.map(({ id, dossier, account, enrolledAt, endsOn }) => {
      const [ahead, enrolled] = [addDays(endsOn, -AHEAD), dayIn(enrolledAt, zone)];
      return {
        id,
        key: "issueLivret" as const,
        who: "may:run the training" as const,
        person: personChain({ id: dossier, account }),
        from: ahead > enrolled ? ahead : enrolled,
        due: endsOn,
        until: addYears(endsOn, 1),
        facts: { endsOn },
      };
    });
  },
});

export const livretWaits: readonly Waits[] = [appreciationWaits, paperWaits];
