/** What waits of passages: of a person, that their diploma is put into a file; of a file, its deposit, its receipt, and the answers. */
import { sql } from "kysely";
import { type Called, type Waits, waits } from "../../act/waiting.ts";
import { addYears, type Day } from "../../kit/day.ts";
import { sayDay } from "../../kit/lang.ts";
import { aboutOne } from "../../page/about-one.ts";
import { passageRoutes } from "./pages/routes.ts";
import { dueDay } from "./rules/passage.ts";
import { mandateOf } from "./rules/reported.ts";

const WHO = "may:prepare the certification";
const takenBy = ["prepare the certification"] as const;
/** After the day that the law gives, it is still to be done. */
const LASTING_YEARS = 5;

type Open = {
  readonly id: string;
  readonly account: string | null;
  readonly dossier: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly awardedOn: Day;
  readonly notifiedOn: Day;
  readonly rejectedOn: Day | null;
};

export const passageWaits: Waits = waits({
  readBy: "see the year",
  on: "enrolment",
  after: ["enrolment", "jury_result", "jury_annulment", "passage_item", "passage_file_fact", "passage_answer"],
  keys: {
    reportDiploma: {
      answeredBy: ["makePassageFile"],
      takenBy,
      words: ({ by, again }) => ({
        verb:
          again === 1
            ? { fr: "Renvoyer un diplôme rejeté à la Caisse des Dépôts", en: "Report a rejected diploma again" }
            : { fr: "Transmettre un diplôme à la Caisse des Dépôts", en: "Report a diploma to the Caisse des Dépôts" },
        why: {
          fr: `Le certificateur l’a confié à l’école. À faire avant le ${sayDay(String(by), "fr")}.`,
          en: `The certifier entrusted the school with it. To be done by ${sayDay(String(by), "en")}.`,
        },
      }),
      many: (count) => ({
        fr: `${String(count)} diplômes à transmettre à la Caisse des Dépôts`,
        en: `${String(count)} diplomas to report to the Caisse des Dépôts`,
      }),
      to: (enrolment) => passageRoutes.all.to(undefined, aboutOne(enrolment)),
    },
  },
  async rows({ tx, law }, ids) {
    const { rows } = await sql<Open>`
      select e.id, e.account, e.dossier, c.diploma, c.law_version as "lawVersion", to_char(w.awarded, 'YYYY-MM-DD') as "awardedOn",
        to_char(w.notified, 'YYYY-MM-DD') as "notifiedOn", to_char(a.on_day, 'YYYY-MM-DD') as "rejectedOn"
      from enrolment e join cohort c on c.id = e.cohort
        join (select r.enrolment, min(j.on_day) as awarded, min(r.notified_on) as notified from standing_result r join jury j on j.id = r.jury
          where r.enrolment = any(${ids}::uuid[]) and r.outcome = 'diploma'
          group by r.enrolment) w on w.enrolment = e.id
        left join lateral (select i.file from passage_item i join passage_file f on f.id = i.file where i.enrolment = e.id
          and not exists (select from passage_file_fact d where d.file = i.file and d.kind = 'dropped')
          order by f.number desc, f.id limit 1) f on true
        left join lateral (select b.kind, b.on_day from passage_answer b where b.enrolment = e.id and b.file = f.file
          order by b.noted_at desc, b.id desc limit 1) a on true
      where e.id = any(${ids}::uuid[]) and (f.file is null or a.kind = 'rejected')`.execute(tx);
    return rows.flatMap(({ id, account, dossier, diploma, lawVersion, awardedOn, notifiedOn, rejectedOn }) => {
      const entry = law(diploma, { version: lawVersion })?.establishment.year?.passages;
      if (!entry || !mandateOf(entry.mandates ?? [], { diploma, awardedOn })) return [];
      const due = dueDay(awardedOn, entry.months);
      const from = rejectedOn ?? notifiedOn;
      return [
        {
          id,
          key: "reportDiploma" as const,
          who: WHO,
          person: account === null ? `dossier:${dossier}` : `account:${account}`,
          from,
          due,
          until: addYears(from > due ? from : due, LASTING_YEARS),
          facts: { by: due, again: rejectedOn === null ? 0 : 1 },
        },
      ];
    });
  },
});

type OpenFile = {
  readonly id: string;
  readonly number: number;
  readonly madeOn: Day;
  readonly dueOn: Day;
  readonly depositedOn: Day | null;
  readonly receivedOn: Day | null;
};

const ofFile = (id: string) => passageRoutes.file.to({ file: id });

export const passageFileWaits: Waits = waits({
  readBy: "see the year",
  on: "passage-file",
  after: ["passage_file", "passage_item", "passage_file_fact", "passage_answer"],
  keys: {
    depositPassages: {
      answeredBy: ["depositPassageFile", "dropPassageFile"],
      takenBy,
      words: ({ number, by }) => ({
        verb: {
          fr: `Déposer le fichier de diplômes n° ${String(number)}`,
          en: `Deposit the file of diplomas no. ${String(number)}`,
        },
        why: {
          fr: `Sur le portail des certificateurs, avant le ${sayDay(String(by), "fr")}.`,
          en: `On the certifiers’ portal, by ${sayDay(String(by), "en")}.`,
        },
      }),
      to: ofFile,
    },
    receivePassages: {
      answeredBy: ["receivePassageFile"],
      takenBy,
      words: ({ number }) => ({
        verb: {
          fr: `Noter l’accusé de réception du fichier n° ${String(number)}`,
          en: `Note the receipt of file no. ${String(number)}`,
        },
        why: { fr: "Sans lui, rien ne dit qu’il est arrivé.", en: "Without it nothing says that it arrived." },
      }),
      to: ofFile,
    },
    answerPassages: {
      answeredBy: ["acceptPassages", "rejectPassage"],
      takenBy,
      words: ({ number }) => ({
        verb: {
          fr: `Noter les réponses au fichier n° ${String(number)}`,
          en: `Note the answers to file no. ${String(number)}`,
        },
        why: {
          fr: "L’accusé de traitement dit qui est accepté et qui est rejeté.",
          en: "The report of processing says who is accepted and who is rejected.",
        },
      }),
      to: ofFile,
    },
  },
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<OpenFile>`
      select f.id, f.number, to_char(f.made_at at time zone ${zone}, 'YYYY-MM-DD') as "madeOn", to_char(f.due_on, 'YYYY-MM-DD') as "dueOn",
        (select to_char(d.on_day, 'YYYY-MM-DD') from passage_file_fact d where d.file = f.id and d.kind = 'deposited') as "depositedOn",
        (select to_char(d.on_day, 'YYYY-MM-DD') from passage_file_fact d where d.file = f.id and d.kind = 'received') as "receivedOn"
      from passage_file f
      where f.id = any(${ids}::uuid[]) and not exists (select from passage_file_fact d where d.file = f.id and d.kind = 'dropped')
        and exists (select from passage_item i where i.file = f.id
          and not exists (select from passage_answer a where a.enrolment = i.enrolment and a.file = f.id))`.execute(tx);
    return rows.map(({ id, number, madeOn, dueOn, depositedOn, receivedOn }) => {
      const from = receivedOn ?? depositedOn ?? madeOn;
      const key = receivedOn !== null ? "answerPassages" : depositedOn !== null ? "receivePassages" : "depositPassages";
      return {
        id,
        key,
        who: WHO,
        person: null,
        from,
        due: key === "depositPassages" ? dueOn : null,
        until: addYears(from > dueOn ? from : dueOn, LASTING_YEARS),
        facts: { number, by: dueOn },
      };
    });
  },
});

export const passageFilesCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; number: number; passages: number }>`
    select id, number, passages from passage_file where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(
    rows.map(({ id, number, passages }) => [
      id,
      {
        fr: `Fichier n° ${String(number)}, ${String(passages)} diplôme${passages > 1 ? "s" : ""}`,
        en: `File no. ${String(number)}, ${String(passages)} diploma${passages > 1 ? "s" : ""}`,
      },
    ]),
  );
};
