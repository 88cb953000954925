/** What waits on a dossier: for its person, for the officer who enters it, for the référent handicap, and for the reader of a message. */
import { sql } from "kysely";
import { type Called, type WaitingFacts, type WaitingRow, type Waits, waits } from "../act/waiting.ts";
import { addDays, addYears, type Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import type { Law } from "../law/law.ts";
import { promisedBy } from "../law/promises.ts";
import { TRIES } from "./entering/acts.ts";
import { askConfirmationAt } from "./entering/pages/enter.ts";
import { ownConfirmation } from "./entering/pages/confirm.ts";
import { identityOfAt } from "./identity/pages/identity.ts";
import { messagesAt } from "./messages/pages/messages.ts";
import { advised } from "./pages/advisor.ts";
import { complementAt } from "./pages/complement.ts";
import { dossierAt } from "./pages/holding.ts";
import { CONFIDENTIAL } from "./rules/sections.ts";

type Key =
  | "submit"
  | "enterDossier"
  | "giveComplement"
  | "enterComplement"
  | "confirmEntered"
  | "haveConfirmed"
  | "decideArrangements"
  | "readWithdrawal"
  | "answerMessage"
  | "judgeIdentity"
  | "answerSchool"
  | "readAnswer";

/** On the days that the school’s file says. */
const before = (what: "closing" | "complement") => (law: Law) => {
  const rule = law.school.admission.reminders?.find((one) => one.before === what);
  return (rule?.days ?? []).map((days) => -days);
};
const inDossier = (id: string, { diploma }: WaitingFacts) => ({ diploma: String(diploma), dossier: id });

const LATE: Label = {
  fr: "Déposé après ce jour, il est en retard\u00a0: l’école décide si elle l’examine.",
  en: "Submitted after that day, it is late: the school decides whether to examine it.",
};
const LATE_COMPLEMENT: Label = {
  fr: "Donnée après ce jour, la réponse est notée en retard.",
  en: "Given after that day, the answer is recorded as late.",
};

const keys: Waits<Key>["keys"] = {
  submit: {
    answeredBy: ["submitDossier"],
    words: () => ({
      verb: { fr: "Terminez et déposez votre dossier", en: "Finish and submit your application" },
      otherwise: LATE,
      go: { fr: "Ouvrir mon dossier", en: "Open my application" },
    }),
    to: (id, facts) => dossierAt.to(inDossier(id, facts)),
    mails: before("closing"),
  },
  enterDossier: {
    answeredBy: ["submitDossier"],
    words: () => ({
      verb: { fr: "Finir de saisir le dossier et le déposer", en: "Finish entering the application and submit it" },
      otherwise: LATE,
    }),
    to: (id, facts) => dossierAt.to(inDossier(id, facts)),
    takenBy: ["handle the dossiers"],
  },
  giveComplement: {
    answeredBy: ["giveComplement"],
    words: () => ({
      verb: { fr: "Complétez votre dossier", en: "Complete your application" },
      why: { fr: "L’école en a besoin pour continuer.", en: "The school needs it to go on." },
      otherwise: LATE_COMPLEMENT,
      go: { fr: "Voir ce qui est demandé", en: "See what is asked for" },
    }),
    to: (id, facts) => complementAt.to(inDossier(id, facts)),
    mails: before("complement"),
  },
  enterComplement: {
    answeredBy: ["giveComplement"],
    words: () => ({
      verb: { fr: "Saisir le complément attendu", en: "Enter the complement asked for" },
      why: {
        fr: "La personne n’a pas de compte\u00a0: sa réponse vient sur papier ou par téléphone.",
        en: "The person has no account: their answer comes on paper or by telephone.",
      },
      otherwise: LATE_COMPLEMENT,
    }),
    to: (id, facts) => complementAt.to(inDossier(id, facts)),
    takenBy: ["handle the dossiers"],
  },
  confirmEntered: {
    answeredBy: ["confirmOwn"],
    words: () => ({
      verb: { fr: "Confirmez votre candidature", en: "Confirm your application" },
      why: {
        fr: "L’école a saisi votre dossier pour vous\u00a0: relisez-le et dites qu’il est exact.",
        en: "The school entered your application for you: read it and say that it is right.",
      },
      go: { fr: "Relire et confirmer", en: "Read and confirm" },
    }),
    to: (id, facts) => ownConfirmation.to(inDossier(id, facts)),
    mails: before("closing"),
  },
  haveConfirmed: {
    answeredBy: ["askConfirmation", "confirmEntered"],
    words: () => ({
      verb: { fr: "Faire confirmer le dossier saisi", en: "Have the application that was entered confirmed" },
      why: {
        fr: "La personne ne l’a pas confirmé, et n’a plus de lien qui vaille.",
        en: "The person has not confirmed it, and has no link left that holds.",
      },
    }),
    to: (id, facts) => askConfirmationAt.to(inDossier(id, facts)),
    takenBy: ["handle the dossiers"],
  },
  decideArrangements: {
    answeredBy: ["decideArrangements"],
    words: () => ({ verb: { fr: "Décider des aménagements", en: "Decide the arrangements" } }),
    to: (id) => advised.to({ dossier: id }),
    takenBy: ["decide arrangements"],
  },
  readWithdrawal: {
    answeredBy: ["readMessages"],
    words: () => ({ verb: { fr: "Lire un retrait de candidature", en: "Read the withdrawal of an application" } }),
    to: (id, facts) => messagesAt.to(inDossier(id, facts)),
    takenBy: ["handle the dossiers"],
    standIn: true,
  },
  answerMessage: {
    answeredBy: ["sendMessage", "settleMessage"],
    words: () => ({ verb: { fr: "Répondre à un message", en: "Answer a message" } }),
    to: (id, facts) => messagesAt.to(inDossier(id, facts)),
    says: { fr: "L’école répond à votre message.", en: "The school answers your message." },
    takenBy: ["handle the dossiers"],
    standIn: true,
  },
  judgeIdentity: {
    answeredBy: ["acceptIdentity", "refuseIdentity", "withdrawIdentity"],
    words: () => ({
      verb: { fr: "Répondre à une demande de corriger une identité", en: "Answer a request to correct an identity" },
      why: {
        fr: "Une preuve est jointe\u00a0: comparez-la avec ce qui est demandé.",
        en: "A proof is attached: compare it with what is asked.",
      },
    }),
    to: (id, facts) => identityOfAt.to(inDossier(id, facts)),
    says: {
      fr: "L’école répond à votre demande de corriger votre identité.",
      en: "The school answers your request to correct your identity.",
    },
    takenBy: ["handle the dossiers"],
    standIn: true,
  },
  // Nothing is asked by an answer: it waits until it is read.
  readAnswer: {
    answeredBy: ["readMessages"],
    words: () => ({
      verb: { fr: "Lisez la réponse de l’école à votre message", en: "Read the school’s answer to your message" },
      go: { fr: "Lire la réponse", en: "Read the answer" },
    }),
    to: (id, facts) => messagesAt.to(inDossier(id, facts)),
  },
  answerSchool: {
    answeredBy: ["sendMessage", "settleMessage"],
    words: () => ({
      verb: { fr: "Répondez au message de l’école", en: "Answer the school’s message" },
      why: {
        fr: "S’il n’attend pas de réponse, dites-le sous le message.",
        en: "If it needs no answer, say so below the message.",
      },
      go: { fr: "Lire et répondre", en: "Read and answer" },
    }),
    to: (id, facts) => messagesAt.to(inDossier(id, facts)),
  },
};

type Dossier = {
  readonly id: string;
  readonly diploma: string;
  readonly version: string;
  readonly account: string | null;
  readonly officer: string | null;
  readonly state: string;
  readonly toConfirm: boolean;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly askedAt: Date | null;
  readonly complementBy: Day | null;
  readonly closesAt: Date | null;
  readonly entryOn: Day | null;
  readonly interviewsFrom: Day | null;
  /** Until when the link to confirm holds; null where there is none, or it was tried too often. */
  readonly linkUntil: Date | null;
  /** Of a withdrawal that the school has not opened. */
  readonly withdrawnAt: Date | null;
  /** The first message of the person, or of the school, that the other has not answered. */
  readonly askedSchoolAt: Date | null;
  readonly askedPersonAt: Date | null;
  /** Of an answer of the school to the person's message, not read yet. */
  readonly answeredPersonAt: Date | null;
  /** When the correction of the identity was asked for, until it is answered or taken back. */
  readonly identityAskedAt: Date | null;
  /** Something was asked or confided, and no arrangements were decided. */
  readonly toArrange: boolean;
};

export const dossierWaits: readonly Waits[] = [
  waits({
    readBy: "see the dossiers",
    on: "dossier",
    version: 3,
    // Saves of a draft change nothing here: what is asked of the référent handicap counts once that part is handed in.
    after: ["dossier", "dossier_fact", "submission", "dossier_confirmation", "dossier_message"],
    keys,
    async rows({ tx, zone, law }, ids) {
      const { rows } = await sql<Dossier>`
        with unanswered as (
          select m.dossier, m.side, m.at, coalesce((
              select p.side from dossier_message p where p.dossier = m.dossier and (p.at, p.id) < (m.at, m.id)
              order by p.at desc, p.id desc limit 1) = 'person', false) as answers
          from dossier_message m
          where m.dossier = any(${ids}::uuid[]) and m.no_answer_at is null and not exists (
            select from dossier_message later where later.dossier = m.dossier and (later.at, later.id) > (m.at, m.id)
              and (later.side <> m.side or later.no_answer_at is not null)))
        select d.id, i.diploma, i.law_version as version, d.account, s.officer, s.state, s.to_confirm as "toConfirm", d.started_at as "startedAt",
          s.submitted_at as "submittedAt", asked.at as "askedAt", s.due_on as "complementBy", i.closes_at as "closesAt",
          i.settings ->> 'entryOn' as "entryOn", i.settings ->> 'interviewsFrom' as "interviewsFrom",
          case when c.tries < ${TRIES} then c.expires_at end as "linkUntil", case when s.state = 'withdrawn' then s.unread_since end as "withdrawnAt",
          (select min(m.at) from unanswered m where m.dossier = d.id and m.side = 'person') as "askedSchoolAt",
          (select min(m.at) from unanswered m where m.dossier = d.id and m.side = 'school' and not m.answers) as "askedPersonAt",
          (select min(m.at) from unanswered m where m.dossier = d.id and m.side = 'school' and m.answers and not exists (
            select from dossier_reading r where r.dossier = d.id and r.side = 'person' and r.read_at >= m.at)) as "answeredPersonAt",
          (select max(f.at) from dossier_fact f where f.dossier = d.id and f.kind = 'identity-asked' and not exists (
            select from dossier_fact e where e.dossier = d.id and e.place > f.place and e.details ->> 'request' = f.details ->> 'request'
          )) as "identityAskedAt",
          s.state in ('submitted', 'late', 'complement') and exists (
            select from dossier_section x where x.dossier = d.id
              and ((x.section = 'accommodations' and x.contents ->> 'needed' = 'yes')
                or (x.section = ${sql.lit(CONFIDENTIAL.key)} and x.contents ->> 'said' <> ''))
          ) and not exists (select from dossier_fact f where f.dossier = d.id and f.kind = 'arranged')
          and not (s.state = 'complement' and coalesce(asked.details -> 'items' @> '["accommodations"]', false)) as "toArrange"
        from dossier d join dossier_state s on s.id = d.id join intake i on i.id = d.intake
        left join dossier_confirmation c on c.dossier = d.id
        left join lateral (
          select f.at, f.details from dossier_fact f where f.dossier = d.id and f.kind = 'complement-asked'
          order by f.place desc limit 1) asked on true
        where d.id = any(${ids}::uuid[])`.execute(tx);
      return rows.flatMap((row) => waitingOn(row, zone, law(row.diploma, { version: row.version })));
    },
  }),
];

/** What waits on one dossier. */
function waitingOn(dossier: Dossier, zone: string, law: Law | undefined): WaitingRow<Key>[] {
  const { id, diploma, account, officer, state, entryOn } = dossier;
  const person = account === null ? `dossier:${id}` : `account:${account}`;
  const office = "may:handle the dossiers" as const;
  const dayOf = (at: Date | null) => dayIn(at!, zone);
  const closesOn = dayOf(dossier.closesAt);
  const rows: WaitingRow<Key>[] = [];
  const add = (row: Waiting & Pick<WaitingRow<Key>, "key" | "who">) =>
    rows.push({ id, person, until: addYears(row.due ?? row.from, 1), facts: { diploma }, ...row });
  /** For the person; without an account, for the officer who enters it. */
  const addFor = (own: Key, entered: Key, row: Waiting) =>
    add(account === null ? { key: entered, who: office, ...row } : { key: own, who: `account:${account}`, ...row });

  if (state === "draft") {
    // A late application is taken, to be judged, until the course begins.
    const until = entryOn !== null && entryOn > closesOn ? entryOn : addDays(closesOn, 1);
    addFor("submit", "enterDossier", { from: dayOf(dossier.startedAt), due: closesOn, until });
  }
  if (state === "complement")
    addFor("giveComplement", "enterComplement", { from: dayOf(dossier.askedAt), due: dossier.complementBy });
  if (dossier.toConfirm && account !== null) {
    const from = dayOf(dossier.submittedAt);
    add({ key: "confirmEntered", who: `account:${account}`, from, due: closesOn < from ? null : closesOn });
  } else if (dossier.toConfirm) {
    // While a link holds, the person is the one to act.
    add({ key: "haveConfirmed", who: office, from: dayOf(dossier.linkUntil ?? dossier.submittedAt), due: null });
  }
  if (dossier.toArrange) {
    const from = dayOf(dossier.submittedAt);
    const before = dossier.interviewsFrom === null ? null : addDays(dossier.interviewsFrom, -1);
    add({
      key: "decideArrangements",
      who: "may:decide arrangements",
      from,
      due: before !== null && before >= from ? before : null,
    });
  }
  /** For the officer, who may be gone or have lost the role, and for everybody who handles dossiers some days later, or once it is late. */
  const addForOffice = (key: Key, since: Date | null, promised?: "message" | "withdrawal") => {
    if (since === null) return;
    const from = dayOf(since);
    const due = promised === undefined ? null : promisedBy(law, promised, from);
    if (officer !== null) add({ key, who: `account:${officer}`, from, due });
    const later = due === null ? addDays(from, OFFICERS_OWN) : addDays(due, 1);
    add({ key, who: office, from: officer === null ? from : later, due });
  };
  addForOffice("readWithdrawal", dossier.withdrawnAt, "withdrawal");
  addForOffice("answerMessage", dossier.askedSchoolAt, "message");
  addForOffice("judgeIdentity", dossier.identityAskedAt);
  if (dossier.answeredPersonAt !== null && account !== null)
    add({ key: "readAnswer", who: `account:${account}`, from: dayOf(dossier.answeredPersonAt), due: null });
  if (dossier.askedPersonAt !== null && account !== null)
    add({ key: "answerSchool", who: `account:${account}`, from: dayOf(dossier.askedPersonAt), due: null });
  return rows;
}

/** Days after which a message to the officer in charge is to be read by everybody who handles dossiers. */
const OFFICERS_OWN = 7;

type Waiting = Pick<WaitingRow, "from" | "due"> & { readonly until?: Day };

/** By name, or by its number until one is known. */
export const dossiersCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select s.id, coalesce(s.name, (select d.number from dossier d where d.id = s.id)) as name from dossier_state s
    where s.id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
