/** What waits of a programme: to be signed, and anew after a decision or a change of cohort that it rests on. */
import { sql } from "kysely";
import { waits } from "../../act/waiting.ts";
import { decidedBy } from "../../admission/accepted.ts";
import { personChain } from "../../dossier/rules/dossier.ts";
import { shownAs } from "../../issued-documents/sign.ts";
import { addDays, addYears, type Day } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import { places } from "../cohorts/pages/places.ts";
import { ENROLMENT_STATES, isOver } from "../rules/enrolment.ts";
import { type ProgrammeInput, programmeInput } from "./brought.ts";

type Facts = Parameters<typeof decidedBy>[0];
type Enrolled = {
  readonly dossier: string;
  readonly enrolment: string;
  readonly account: string | null;
  readonly since: Day;
  readonly enrolledAt: Date;
  readonly diploma: string;
  readonly version: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly maquette: Readonly<Record<string, number>>;
  readonly signed: ProgrammeInput | null;
  readonly facts: Facts;
  readonly decidedAt: Date | null;
};

const OVER = ENROLMENT_STATES.filter(isOver);

/** On the candidacy, which the decisions on hours lock as well as the signature does. */
export const programmeWaits = waits({
  readBy: "see the training",
  on: "candidacy",
  after: ["dossier", "admission_fact", "enrolment", "enrolment_fact", "individual_programme"],
  keys: {
    signProgramme: {
      answeredBy: ["signProgramme"],
      words: ({ again }) =>
        again === 1
          ? {
              verb: { fr: "Signer de nouveau le programme individuel", en: "Sign the individual programme anew" },
              why: {
                fr: "Ce sur quoi il repose a changé depuis la signature.",
                en: "What it rests on has changed since it was signed.",
              },
            }
          : { verb: { fr: "Signer le programme individuel", en: "Sign the individual programme" } },
      to: (_, _facts, enrolment) => places.programme.to({ enrolment }),
      says: { fr: "La direction signe votre programme.", en: "The director signs your programme." },
      takenBy: ["sign a programme"],
      signs: true,
      mails: [-7, 0, 7],
      many: (count) => ({
        fr: `${count} programmes individuels à signer`,
        en: `${count} individual programmes to sign`,
      }),
    },
  },
  async rows({ tx, zone, law: lawOf }, ids) {
    const { rows } = await sql<Enrolled>`
      select e.dossier, e.id as enrolment, d.account, to_char(least(e.contract_on, e.enrolled_at::date), 'YYYY-MM-DD') as since,
        e.enrolled_at as "enrolledAt", c.diploma, c.law_version as version, to_char(c.starts_on, 'YYYY-MM-DD') as "startsOn",
        to_char(c.ends_on, 'YYYY-MM-DD') as "endsOn", c.maquette, p.input as signed,
        (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'details', case f.kind when 'authority' then f.details
            else jsonb_build_object('on', f.details -> 'on', 'facts', f.details -> 'facts') end) order by f.place), '[]')
          from admission_fact f where f.dossier = e.dossier and f.kind in ('relief', 'authority')) as facts,
        (select max(f.at) from admission_fact f where f.dossier = e.dossier and f.kind in ('relief', 'authority')) as "decidedAt"
      from enrolment e join cohort c on c.id = e.cohort join dossier d on d.id = e.dossier
        left join lateral (
          select i.input from individual_programme i where i.enrolment = e.id order by i.version desc limit 1) p on true
      where e.dossier = any(${ids}::uuid[]) and e.state <> all(${OVER}::text[])`.execute(tx);
    return rows.flatMap((one) => {
      const law = lawOf(one.diploma, { version: one.version });
      const signed = one.signed ?? undefined;
      const input = law && programmeInput(law, one, one, { decided: decidedBy(one.facts), signed });
      if (!input || (signed && shownAs(input) === shownAs(signed))) return [];
      const { enrolledAt, decidedAt, startsOn, endsOn } = one;
      const from = dayIn(decidedAt && decidedAt > enrolledAt ? decidedAt : enrolledAt, zone);
      return {
        id: one.dossier,
        key: "signProgramme" as const,
        part: one.enrolment,
        who: "may:sign a programme" as const,
        person: personChain({ id: one.dossier, account: one.account }),
        from,
        due: from <= startsOn ? startsOn : null,
        until: from <= endsOn ? addDays(endsOn, 1) : addYears(from, 1),
        facts: { again: signed ? 1 : 0 },
      };
    });
  },
});
