/** What waits of collective studies: proposals to answer, agreements to sign by the school, by the members, and on paper by the site. */
import { sql } from "kysely";
import { type WaitingKey, type WaitingRow, waits } from "../../act/waiting.ts";
import { personChain } from "../../dossier/rules/dossier.ts";
import { addYears, type Day } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import { places } from "../cohorts/pages/places.ts";
import { SCHOOL, SITE } from "../rules/study.ts";
import { SIGNED } from "./kept.ts";

type Proposed = {
  readonly id: string;
  readonly at: Date;
};

const proposalWaits = waits({
  readBy: "see the training",
  on: "study",
  after: ["study", "study_fact"],
  keys: {
    answerStudy: {
      answeredBy: ["acceptStudy", "declineStudy"],
      words: () => ({
        verb: { fr: "Répondre à une proposition d’étude collective", en: "Answer a proposed collective study" },
      }),
      to: (study) => places.study.to({ study }),
      takenBy: ["run the training"],
    },
  },
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<Proposed>`
      select s.id, s.entered_at as at from study s where s.id = any(${ids}::uuid[]) and s.state = 'proposed'`.execute(
      tx,
    );
    return rows.map(({ id, at }) => {
      const from = dayIn(at, zone);
      const who = "may:run the training" as const;
      return { id, key: "answerStudy" as const, who, person: null, from, due: null, until: addYears(from, 1) };
    });
  },
});

type Drawn = {
  readonly id: string;
  readonly agreement: string;
  readonly at: Date;
  readonly begins: Day;
  readonly school: boolean;
  readonly site: boolean;
};

const toSign: WaitingKey = {
  answeredBy: ["signAgreement"],
  words: () => ({
    verb: { fr: "Signer la convention d’une étude collective", en: "Sign the agreement of a collective study" },
    why: {
      fr: "Les journées de travail se planifient une fois que chaque partie a signé.",
      en: "Days of work are planned once every party has signed.",
    },
  }),
  to: (_, _facts, agreement) => places.signAgreement.to({ agreement }),
  takenBy: ["sign an agreement"],
  signs: true,
  many: (count) => ({
    fr: `${count} conventions d’études collectives à signer`,
    en: `${count} agreements of collective studies to sign`,
  }),
};

const toAttach = (to: (id: string) => string): WaitingKey => ({
  answeredBy: ["recordSignedAgreement"],
  words: () => ({
    verb: {
      fr: "Faire signer la convention par l’organisme et la joindre",
      en: "Have the agreement signed by the organisation and attach it",
    },
  }),
  to,
  takenBy: ["run the training"],
});

function linesOf<K extends string>(
  { id, agreement: part, at, begins, school, site }: Drawn,
  [sign, attach]: readonly [K, K],
  zone: string,
): WaitingRow<K>[] {
  const drawn = dayIn(at, zone);
  const line = {
    id,
    part,
    person: null,
    from: drawn,
    due: begins,
    until: addYears(begins > drawn ? begins : drawn, 1),
  };
  return [
    ...(school ? [] : [{ ...line, key: sign, who: "may:sign an agreement" as const }]),
    ...(site ? [] : [{ ...line, key: attach, who: "may:run the training" as const }]),
  ];
}

/** With the organisation. */
const partnershipWaits = waits({
  readBy: "see the training",
  on: "study",
  after: ["study", "study_agreement", "signature"],
  keys: { signPartnership: toSign, attachPartnership: toAttach((study) => places.study.to({ study })) },
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<Drawn>`
      select s.id, a.id as agreement, a.drawn_at as at, a.contents ->> 'from' as begins,
        exists (
          select from signature g where g.about = 'study:' || s.id and g.what = ${SIGNED} || a.id || ${`:${SCHOOL}`}
            and g.shown = a.shown) as school,
        exists (
          select from signature g where g.about = 'study:' || s.id and g.what = ${SIGNED} || a.id || ${`:${SITE}`}
            and g.shown = a.shown) as site
      from study s cross join lateral (
        select b.id, b.drawn_at, b.contents, b.shown from study_agreement b
        where b.study = s.id and b.study_group is null order by b.version desc limit 1) a
      where s.id = any(${ids}::uuid[]) and s.state = 'accepted'`.execute(tx);
    return rows.flatMap((one) => linesOf(one, ["signPartnership", "attachPartnership"], zone));
  },
});

/** Of a group. */
const agreementWaits = waits({
  readBy: "see the training",
  on: "study-group",
  after: ["study", "study_agreement", "signature"],
  keys: { signAgreement: toSign, attachAgreement: toAttach((group) => places.group.to({ group })) },
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<Drawn>`
      select s.id, a.id as agreement, a.drawn_at as at, a.contents ->> 'from' as begins,
        exists (
          select from signature g where g.about = 'study-group:' || s.id and g.what = ${SIGNED} || a.id || ${`:${SCHOOL}`}
            and g.shown = a.shown) as school,
        exists (
          select from signature g where g.about = 'study-group:' || s.id and g.what = ${SIGNED} || a.id || ${`:${SITE}`}
            and g.shown = a.shown) as site
      from study_group s cross join lateral (
        select b.id, b.drawn_at, b.contents, b.shown from study_agreement b
        where b.study_group = s.id order by b.version desc limit 1) a
        join study t on t.id = s.study and t.state = 'accepted'
      where s.id = any(${ids}::uuid[])`.execute(tx);
    return rows.flatMap((one) => linesOf(one, ["signAgreement", "attachAgreement"], zone));
  },
});

type ToSign = {
  readonly id: string;
  readonly dossier: string;
  readonly account: string;
  readonly at: Date;
  readonly begins: Day;
};

/** Of a member, whose signature stands with their training; drawing up another version locks all of them. */
const memberWaits = waits({
  readBy: "see the training",
  on: "enrolment",
  after: ["enrolment", "enrolment_fact", "study", "study_member", "study_agreement", "signature"],
  keys: {
    signMyAgreement: {
      answeredBy: ["signMyAgreement"],
      words: () => ({
        verb: {
          fr: "Signez la convention de votre étude collective",
          en: "Sign the agreement of your collective study",
        },
        go: { fr: "Lire et signer", en: "Read and sign" },
      }),
      to: (enrolment) => places.signMyAgreement.to({ enrolment }),
      remindedBy: "run the training",
      mails: [-7, -2],
    },
  },
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<ToSign>`
      select e.id, e.dossier, e.account, a.drawn_at as at, a.contents ->> 'from' as begins
      from enrolment e
        cross join lateral (
          select s.study_group, s.kind from study_member s where s.enrolment = e.id order by s.number desc limit 1) m
        cross join lateral (
          select b.id, b.drawn_at, b.contents, b.shown from study_agreement b
          where b.study_group = m.study_group order by b.version desc limit 1) a
        join study_group g on g.id = m.study_group join study t on t.id = g.study and t.state = 'accepted'
      where e.id = any(${ids}::uuid[]) and e.account is not null and e.state = 'in-training' and m.kind = 'joined'
        and a.contents -> 'members' ? e.id::text
        and not exists (
          select from signature g
          where g.about = 'enrolment:' || e.id and g.what = ${SIGNED} || a.id || ':' || e.id and g.shown = a.shown)`.execute(
      tx,
    );
    return rows.map(({ id, dossier, account, at, begins }) => {
      const from = dayIn(at, zone);
      return {
        id,
        key: "signMyAgreement" as const,
        who: `account:${account}` as const,
        person: personChain({ id: dossier, account }),
        from,
        due: begins,
        until: addYears(begins > from ? begins : from, 1),
      };
    });
  },
});

type Gone = {
  readonly id: string;
  readonly dossier: string;
  readonly account: string | null;
  readonly study: string;
  readonly at: Date;
};

/** Of a trainee whose host organisation withdrew, in the act that ended their group: until they are in another. */
const hostWaits = waits({
  readBy: "see the training",
  on: "enrolment",
  after: ["enrolment", "enrolment_fact", "study_member"],
  keys: {
    findHost: {
      answeredBy: ["formStudyGroup", "joinStudyGroup", "endTraining"],
      words: () => ({
        verb: {
          fr: "Trouver une autre organisation d’accueil pour l’étude collective",
          en: "Find another host organisation for the collective study",
        },
        why: { fr: "Celle qui l’accueillait s’est retirée.", en: "The one that hosted it has withdrawn." },
      }),
      to: (_enrolment, _facts, study) => places.study.to({ study }),
      says: {
        fr: "L’école cherche une autre organisation pour votre étude collective",
        en: "The school looks for another organisation for your collective study",
      },
      takenBy: ["run the training"],
      many: (count) => ({
        fr: `${count} stagiaires dont l’étude collective attend une autre organisation`,
        en: `${count} trainees whose collective study waits for another organisation`,
      }),
    },
  },
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<Gone>`
      select e.id, e.dossier, e.account, g.study, f.entered_at as at
      from enrolment e
        cross join lateral (
          select s.study_group, s.kind, s.entered_at from study_member s
          where s.enrolment = e.id order by s.number desc limit 1) m
        join study_group g on g.id = m.study_group
        join study_fact f on f.study = g.study and f.kind = 'withdrawn' and f.entered_at = m.entered_at
      where e.id = any(${ids}::uuid[]) and e.state = 'in-training' and m.kind = 'left'`.execute(tx);
    return rows.map(({ id, dossier, account, study: part, at }) => {
      const from = dayIn(at, zone);
      const who = "may:run the training" as const;
      const person = personChain({ id: dossier, account });
      return { id, key: "findHost" as const, part, who, person, from, due: null, until: addYears(from, 1) };
    });
  },
});

export const studyWaits = [proposalWaits, partnershipWaits, agreementWaits, memberWaits, hostWaits];
