/** What waits of works: subjects to propose and to judge, directors to name, texts to deposit. */
import { sql } from "kysely";
import { type WaitingKey, type WaitingRow, waits } from "../../act/waiting.ts";
import { personChain } from "../../dossier/rules/dossier.ts";
import { addDays, addYears, type Day } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import { places } from "../cohorts/pages/places.ts";
import { type AskedWork, askedWorks, type WorkFact } from "../rules/work.ts";

const RUNS = "run the training";
/** Before the last day: from then on the school has to obtain what is not deposited, too. */
const SOON_DAYS = 28;

const KEYS = {
  proposeSubject: {
    answeredBy: ["proposeSubject"],
    words: ({ again, exam }) =>
      again === 1
        ? {
            verb: {
              fr: `Proposez un autre sujet de travail (${exam})`,
              en: `Propose another subject for your work (${exam})`,
            },
            why: { fr: "Votre sujet n’a pas été validé.", en: "Your subject was not validated." },
          }
        : {
            verb: {
              fr: `Proposez le sujet de votre travail (${exam})`,
              en: `Propose the subject of your work (${exam})`,
            },
            go: { fr: "Proposer un sujet", en: "Propose a subject" },
          },
    to: (enrolment) => places.myWorks.to({ enrolment }),
  },
  judgeSubject: {
    answeredBy: ["judgeSubject"],
    words: () => ({ verb: { fr: "Valider ou refuser un sujet", en: "Validate or refuse a subject" } }),
    to: (enrolment) => places.works.to({ enrolment }),
    says: { fr: "L’école se prononce sur votre sujet.", en: "The school decides on your subject." },
    takenBy: ["run the training"],
  },
  nameDirector: {
    answeredBy: ["nameMemoireDirector"],
    words: () => ({ verb: { fr: "Nommer qui dirige le travail", en: "Name who directs the work" } }),
    to: (enrolment) => places.works.to({ enrolment }),
    says: {
      fr: "L’école nomme la personne qui vous suit pour votre mémoire.",
      en: "The school names who directs your mémoire.",
    },
    takenBy: ["run the training"],
  },
  depositWork: {
    answeredBy: ["depositWork"],
    words: ({ exam, school }) => ({
      verb:
        school === 1
          ? { fr: `Obtenir le travail ${exam}`, en: `Obtain the work ${exam}` }
          : { fr: `Déposez votre travail (${exam})`, en: `Deposit your work (${exam})` },
    }),
    to: (enrolment, { school }) => (school === 1 ? places.works : places.myWorks).to({ enrolment }),
    takenBy: [RUNS],
    remindedBy: RUNS,
    mails: [-SOON_DAYS, -7],
    many: (count) => ({ fr: `${count} travaux à obtenir`, en: `${count} works to obtain` }),
  },
  depositReport: {
    answeredBy: ["depositReport"],
    words: ({ exam, school }) =>
      school === 1
        ? {
            verb: { fr: `Obtenir le rapport ${exam}`, en: `Obtain the report ${exam}` },
            why: {
              fr: "Un seul membre du groupe le dépose pour tous.",
              en: "One member of the group deposits it for all.",
            },
          }
        : {
            verb: { fr: "Déposez le rapport de votre groupe", en: "Deposit the report of your group" },
            why: { fr: "L’un de vous le dépose pour tous.", en: "One of you deposits it for all." },
          },
    to: (enrolment, { school }) => (school === 1 ? places.works : places.myStudy).to({ enrolment }),
    takenBy: [RUNS],
    remindedBy: RUNS,
    mails: [-SOON_DAYS, -7],
    many: (count) => ({ fr: `${count} rapports à obtenir`, en: `${count} reports to obtain` }),
  },
} satisfies Record<string, WaitingKey>;
type Key = keyof typeof KEYS;

type Happened = { readonly exam: string; readonly kind: WorkFact["kind"]; readonly at: string };
type Training = {
  readonly id: string;
  readonly dossier: string;
  readonly account: string | null;
  readonly enrolledAt: Date;
  readonly diploma: string;
  readonly version: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly exams: readonly { readonly domain: string; readonly exam: string }[] | null;
  readonly facts: readonly Happened[];
  /** The exams whose result is known. */
  readonly results: readonly string[];
  readonly joinedOn: Day | null;
  readonly reported: boolean;
};

/** Of those in training, for the exams that they are to sit by their programme, and whose result is not known. */
export const workWaits = waits<Key>({
  readBy: "see the training",
  on: "enrolment",
  version: 4,
  after: [
    "enrolment",
    "enrolment_fact",
    "individual_programme",
    "work_fact",
    "study_member",
    "study_report",
    "exam_result",
  ],
  keys: KEYS,
  async rows({ tx, zone, law: lawOf }, ids) {
    const { rows } = await sql<Training>`
      select e.id, e.dossier, e.account, e.enrolled_at as "enrolledAt", c.diploma, c.law_version as version,
        to_char(c.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(c.ends_on, 'YYYY-MM-DD') as "endsOn",
        (select p.answer -> 'domains' from individual_programme p where p.enrolment = e.id
          order by p.version desc limit 1) as exams,
        (select coalesce(json_agg(json_build_object('exam', w.exam, 'kind', w.kind, 'at', w.entered_at) order by w.number), '[]')
          from work_fact w where w.enrolment = e.id) as facts,
        (select coalesce(json_agg(distinct r.exam), '[]') from exam_result r where r.enrolment = e.id) as results,
        to_char(m.on_day, 'YYYY-MM-DD') as "joinedOn", coalesce(r.kind = 'deposited', false) as reported
      from enrolment e join cohort c on c.id = e.cohort
        left join lateral (
          select s.study_group, s.kind, s.on_day from study_member s where s.enrolment = e.id
          order by s.number desc limit 1) m on m.kind = 'joined'
        left join lateral (
          select t.kind from study_report t where t.study_group = m.study_group order by t.number desc limit 1) r on true
      where e.id = any(${ids}::uuid[]) and e.state = 'in-training'`.execute(tx);
    return rows.flatMap((one) => {
      const law = lawOf(one.diploma, { version: one.version });
      return law ? askedWorks(law.diploma).flatMap((asked) => ofWork(one, asked, zone)) : [];
    });
  },
});

function ofWork(one: Training, { exam, directed, collective }: AskedWork, zone: string): WaitingRow<Key>[] {
  const { id, account, startsOn, endsOn } = one;
  const sits = one.exams?.find(({ domain }) => domain === exam)?.exam ?? "to-sit";
  if (sits === "held" || sits === "dispensed" || one.results.includes(exam)) return [];
  const rows: WaitingRow<Key>[] = [];
  const wait = (key: Key, who: WaitingRow["who"], from: Day, more: Partial<WaitingRow> = {}) => {
    const person = personChain({ id: one.dossier, account });
    const last = from > endsOn ? from : endsOn;
    rows.push({
      id,
      part: exam,
      person,
      due: null,
      ...more,
      facts: { exam, ...more.facts },
      key,
      who,
      from,
      until: addYears(last, 1),
    });
  };
  const toDeposit = (key: Key, own: WaitingRow["who"], from: Day) => {
    const soon = addDays(endsOn, -SOON_DAYS);
    wait(key, own, from, { due: endsOn });
    wait(key, `may:${RUNS}`, from > soon ? from : soon, { due: endsOn, facts: { school: 1 } });
  };
  // What a trainee without an account does is noted by nobody else.
  const own = account === null ? undefined : (`account:${account}` as const);
  if (collective) {
    if (own && one.joinedOn !== null && !one.reported) toDeposit("depositReport", own, one.joinedOn);
    return rows;
  }
  const facts = one.facts.filter((fact) => fact.exam === exam);
  const subject = facts.findLast(({ kind }) => kind === "proposed" || kind === "validated" || kind === "refused");
  const [kind, on] = [subject?.kind, dayIn(subject ? new Date(subject.at) : one.enrolledAt, zone)];
  const happened = (which: WorkFact["kind"]) => facts.some((fact) => fact.kind === which);
  if (own && kind !== "proposed" && kind !== "validated") {
    const from = kind === undefined && on < startsOn ? startsOn : on;
    wait("proposeSubject", own, from, { facts: { again: kind === "refused" ? 1 : 0 } });
  }
  if (kind === "proposed") wait("judgeSubject", "may:run the training", on);
  if (kind === "validated" && directed && !happened("directed")) wait("nameDirector", "may:run the training", on);
  const text = facts.findLast((fact) => fact.kind === "deposited" || fact.kind === "withdrawn");
  if (own && kind === "validated" && text?.kind !== "deposited") toDeposit("depositWork", own, on);
  return rows;
}
