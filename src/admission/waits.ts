/** What waits in admission: candidacies to decide on, an offer or an appeal to answer, a protocol to sign, commissions. */
import { sql } from "kysely";
import { type Called, type WaitingKey, type WaitingRow, type Waits, waits } from "../act/waiting.ts";
import { personChain } from "../dossier/rules/dossier.ts";
import { addDays, addYears, type Day } from "../kit/day.ts";
import { intakeNames } from "../intake/intake.ts";
import { intakeChain } from "../intake/rules/states.ts";
import { sayDay } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import type { Law } from "../law/law.ts";
import { nearer, promisedBy } from "../law/promises.ts";
import { answerToContest } from "../law/remedies.ts";
import { PROTOCOL } from "./paper-acts.ts";
import { places } from "./pages/routes.ts";
import { CANDIDACY, type CandidacyState, STANDING } from "./rules/candidacy.ts";

const KEYS = {
  answerOffer: {
    answeredBy: ["acceptPlace", "declinePlace", "deferPlace", "recordAnswer"],
    words: ({ school }) => ({
      verb:
        school === 1
          ? { fr: "Noter la réponse à l’offre d’une place", en: "Note the answer to the offer of a place" }
          : { fr: "Répondez à l’offre d’une place", en: "Answer the offer of a place" },
      otherwise: {
        fr: "Sans réponse ce jour-là, la place va à une autre personne.",
        en: "Without an answer by that day, the place goes to another person.",
      },
      ...(school !== 1 && { go: { fr: "Voir l’offre et répondre", en: "See the offer and answer" } }),
    }),
    to: (dossier, { diploma, school }) =>
      school === 1 ? places.answer.to({ dossier }) : places.own.to({ diploma: String(diploma), dossier }),
    takenBy: ["prepare the commission"],
    mails: [-7, -2, 0],
  },
  decideRelief: {
    answeredBy: ["decideRelief"],
    words: () => ({
      verb: { fr: "Décider des allègements et dispenses", en: "Decide on reliefs and dispenses" },
      why: {
        fr: "Même s’il n’y en a aucun : l’inscription l’attend.",
        en: "Even where there is none: enrolment awaits it.",
      },
    }),
    to: (dossier) => places.relief.to({ dossier }),
    says: {
      fr: "L’école décide de vos allègements et dispenses, et vous écrit\u00a0: vous direz ensuite qui paie.",
      en: "The school decides on your reliefs and dispenses, and writes to you: you then say who pays.",
    },
    takenBy: ["decide on admissions"],
    // Offered, it is due by no day: a week later. Accepted: a week before the intake begins.
    mails: [-7, 7],
  },
  answerDispense: {
    answeredBy: ["recordAuthorityAnswer"],
    words: () => ({
      verb: { fr: "Répondre sur une dispense contestée", en: "Answer on a contested dispense" },
      why: {
        fr: "Les textes se contredisent ; sans réponse de l’autorité, l’épreuve est à passer.",
        en: "The texts contradict each other; without the authority’s answer, the exam is to be sat.",
      },
    }),
    to: (dossier) => places.authority.to({ dossier }),
    says: {
      fr: "L’État doit répondre sur une dispense. L’école vous écrit dès sa réponse.",
      en: "The State has to answer on a dispense. The school writes to you once it has.",
    },
    takenBy: ["answer for the authority"],
  },
  attachProtocol: {
    answeredBy: ["attachProtocol"],
    words: () => ({
      verb: {
        fr: "Faire signer et joindre le protocole d’allègement",
        en: "Have the relief protocol signed and attach it",
      },
    }),
    to: (dossier) => places.signedProtocol.to({ dossier }),
    takenBy: ["prepare the commission"],
  },
  answerAppeal: {
    answeredBy: ["answerAppeal"],
    words: () => ({ verb: { fr: "Répondre à un recours", en: "Answer an appeal" } }),
    to: (dossier) => places.appeal.to({ dossier }),
    says: { fr: "L’école répond à votre recours.", en: "The school answers your appeal." },
    takenBy: ["decide on admissions"],
    mails: [-7, 0],
  },
  // Read by its person alone, and so of a permission that no role has: the school's own lines are of its commission, one for all.
  awaitCommission: {
    answeredBy: ["closeCommission", "withdrawCandidacy"],
    words: () => ({
      verb: { fr: "Décider d’une candidature en commission", en: "Decide on an application in commission" },
    }),
    to: (dossier, { diploma }) => places.own.to({ diploma: String(diploma), dossier }),
    says: { fr: "La commission décide de votre candidature.", en: "The commission decides on your application." },
  },
} satisfies Record<string, WaitingKey>;

type Candidacy = {
  readonly id: string;
  readonly intake: string;
  readonly diploma: string;
  readonly account: string | null;
  readonly state: CandidacyState;
  readonly since: Date;
  readonly answerBy: Day | null;
  readonly entryOn: Day | null;
  readonly decidesBy: Day | null;
  readonly reliefAt: Date | null;
  readonly granted: boolean | null;
  readonly contested: boolean;
  readonly signed: boolean;
  readonly appealedAt: Date | null;
  /** The day that the school received it. */
  readonly receivedOn: Day | null;
  readonly lawVersion: string;
};

/** Details are long: the statement reads of them only what is asked. */
const ofCandidacies = waits({
  readBy: "see the admissions",
  on: "candidacy",
  version: 5,
  after: ["dossier", "admission_fact", "signature"],
  keys: KEYS,
  async rows({ tx, zone, law: lawOf }, ids) {
    const { rows } = await sql<Candidacy>`
      select a.id, a.intake, i.diploma, i.law_version as "lawVersion", d.account, a.state, a.changed_at as since, to_char(a.answer_by, 'YYYY-MM-DD') as "answerBy",
        i.settings ->> 'entryOn' as "entryOn", i.settings ->> 'decidesBy' as "decidesBy", r.at as "reliefAt", jsonb_array_length(r.details #> '{facts,grants}') > 0 as granted,
        exists (
          select from jsonb_array_elements(r.details #> '{pathway,answer,domains}') o
          where o ->> 'exam' = 'contested' and not exists (
            select from admission_fact f
            where f.dossier = a.id and f.kind = 'authority' and f.details ->> 'domain' = o ->> 'domain')) as contested,
        exists (
          select from signature s
          where s.about = 'candidacy:' || a.id and s.what = ${PROTOCOL} and s.signed_at >= r.at) as signed,
        appeal.at as "appealedAt", appeal.details ->> 'receivedOn' as "receivedOn"
      from admission_state a join dossier d on d.id = a.id join intake i on i.id = a.intake
        left join lateral (
          select f.at, f.details from admission_fact f where f.dossier = a.id and f.kind = 'relief'
          order by f.place desc limit 1) r on true
        left join lateral (
          select f.at, f.details from admission_fact f
          where f.dossier = a.id and f.kind = 'appealed' and not exists (
            select from admission_fact g
            where g.dossier = a.id and g.kind = 'appeal-answered' and g.details ->> 'appeal' = f.id::text)
          order by f.place desc limit 1) appeal on true
      where a.id = any(${ids}::uuid[])`.execute(tx);
    return rows.flatMap((one) => ofCandidacy(one, zone, lawOf(one.diploma, { version: one.lawVersion })));
  },
});

type Row = WaitingRow<keyof typeof KEYS>;

function ofCandidacy(one: Candidacy, zone: string, law: Law | undefined): Row[] {
  const { id, account, state, reliefAt } = one;
  const since = dayIn(one.since, zone);
  const line = (key: Row["key"], who: Row["who"], from: Day): Row => {
    return { id, key, who, person: personChain(one), from, due: null, until: addYears(from, 1) };
  };
  const rows: Row[] = [];
  if (state === "eligible") {
    const due = one.decidesBy;
    const until = addYears(due !== null && due > since ? due : since, 1);
    const facts = { diploma: one.diploma };
    rows.push({ ...line("awaitCommission", "may:let time pass", since), due, until, facts });
  }
  if (state === "offered" && one.answerBy !== null) {
    // Of a candidate without an account the office records the answer.
    const asked =
      account === null
        ? ({ who: "may:prepare the commission", facts: { diploma: one.diploma, school: 1 } } as const)
        : ({ who: `account:${account}`, facts: { diploma: one.diploma } } as const);
    const due = one.answerBy;
    rows.push({ ...line("answerOffer", asked.who, since), due, until: addDays(due, 1), facts: asked.facts });
  }
  const placed = state === "offered" || state === "accepted";
  if (placed && !reliefAt)
    rows.push({ ...line("decideRelief", "may:decide on admissions", since), ...beforeEntry(one, since, law) });
  if (reliefAt && (STANDING as readonly string[]).includes(state)) {
    const on = dayIn(reliefAt, zone);
    const within = [intakeChain(one.intake)];
    if (one.contested) rows.push({ ...line("answerDispense", "may:answer for the authority", on), within });
    if (one.granted && !one.signed) rows.push(line("attachProtocol", "may:prepare the commission", on));
  }
  if (one.appealedAt && CANDIDACY.moves.appealed.from.includes(state))
    rows.push({
      ...line("answerAppeal", "may:decide on admissions", dayIn(one.appealedAt, zone)),
      ...answered(one, dayIn(one.appealedAt, zone), law),
    });
  return rows;
}

/** As the school’s file says; an appeal entered after that day is due at once. */
function answered({ receivedOn }: Candidacy, from: Day, law: Law | undefined): Partial<Row> {
  const by = law && receivedOn !== null ? answerToContest(law, receivedOn) : null;
  if (by === null) return {};
  const due = by < from ? from : by;
  return { due, until: addYears(due, 1) };
}

/** Once the place is accepted: within the days of the school's file, and by the day on which the intake begins. */
function beforeEntry({ state, entryOn }: Candidacy, since: Day, law: Law | undefined): Partial<Row> {
  if (state !== "accepted" || entryOn === null || entryOn < since) return {};
  const days = law?.establishment.money?.papers?.priced?.days;
  const within = days === undefined ? entryOn : addDays(since, days);
  return { due: within < entryOn ? within : entryOn, until: addYears(entryOn, 1) };
}

type Conforming = {
  readonly id: string;
  readonly account: string | null;
  readonly since: Day;
  /** Of the dossier or the last complement. */
  readonly handedInOn: Day | null;
  /** The day by which the intake says that everybody is decided on. */
  readonly decidesBy: Day | null;
  readonly diploma: string;
  readonly lawVersion: string;
};

const ofDossiers = waits({
  readBy: "see the admissions",
  on: "dossier",
  version: 2,
  after: ["dossier", "dossier_fact", "submission", "admission_fact"],
  keys: {
    decideEligibility: {
      answeredBy: ["decideEligibility"],
      words: () => ({
        verb: { fr: "Décider de la recevabilité", en: "Decide on eligibility" },
        why: { fr: "Le dossier est conforme.", en: "The application conforms." },
      }),
      to: (dossier) => places.eligibility.to({ dossier }),
      says: {
        fr: "L’école dit si votre candidature est recevable.",
        en: "The school says whether your application is eligible.",
      },
      takenBy: ["decide on admissions"],
      mails: [-7, 0, 7],
      many: (count) => ({
        fr: `${count} dossiers conformes attendent une décision de recevabilité`,
        en: `${count} conforming applications await a decision on eligibility`,
      }),
    },
  },
  async rows({ tx, zone, law }, ids) {
    const { rows } = await sql<Conforming>`
      select s.id, d.account, to_char(s.changed_at at time zone ${zone}, 'YYYY-MM-DD') as since, i.diploma, i.law_version as "lawVersion",
        (select to_char(max(b.submitted_at) at time zone ${zone}, 'YYYY-MM-DD') from submission b where b.dossier = s.id) as "handedInOn",
        i.settings ->> 'decidesBy' as "decidesBy"
      from dossier_state s join dossier d on d.id = s.id join intake i on i.id = s.intake
      where s.id = any(${ids}::uuid[]) and s.standing = 'checked' and not s.to_confirm and s.state <> 'withdrawn'
        and not exists (select from admission_state a where a.id = s.id)`.execute(tx);
    return rows.map(({ id, account, since, handedInOn, decidesBy, diploma, lawVersion }) => {
      const promised = promisedBy(law(diploma, { version: lawVersion }), "examination", handedInOn ?? since);
      // What was found conforming after that day is late from the next.
      const due = nearer(promised !== null && promised < since ? since : promised, decidesBy);
      return {
        id,
        key: "decideEligibility" as const,
        who: "may:decide on admissions" as const,
        person: personChain({ id, account }),
        from: since,
        due,
        until: addYears(due !== null && due > since ? due : since, 1),
      };
    });
  },
});

type Opened = { readonly id: string; readonly closesAt: Date; readonly due: Day | null };

const ofIntakes = waits({
  readBy: "see the admissions",
  on: "intake",
  after: ["intake", "commission"],
  keys: {
    openCommission: {
      answeredBy: ["openCommission"],
      words: () => ({
        verb: { fr: "Réunir la commission d’admission", en: "Convene the admission commission" },
        why: {
          fr: "Les candidatures sont closes, et personne n’est encore nommé pour en décider.",
          en: "Applications are closed, and nobody is named yet to decide on them.",
        },
      }),
      to: (intake) => places.convene.to({ intake }),
      takenBy: ["prepare the commission"],
    },
  },
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<Opened>`
      select i.id, i.closes_at as "closesAt", i.settings ->> 'decidesBy' as due from intake i
      where i.id = any(${ids}::uuid[]) and i.state <> 'preparing' and i.closes_at is not null
        and not exists (select from commission c where c.intake = i.id)`.execute(tx);
    return rows.map(({ id, closesAt, due }) => {
      const from = addDays(dayIn(closesAt, zone), 1);
      return {
        id,
        key: "openCommission" as const,
        who: "may:prepare the commission" as const,
        person: null,
        from,
        due,
        until: addYears(due !== null && due > from ? due : from, 1),
      };
    });
  },
});

type Sitting = { readonly id: string; readonly heldOn: Day };

const ofCommissions = waits({
  readBy: "see the admissions",
  on: "admission",
  after: ["commission"],
  keys: {
    closeCommission: {
      answeredBy: ["closeCommission"],
      words: () => ({
        verb: { fr: "Arrêter la liste", en: "Settle the list" },
      }),
      to: (commission) => places.commission.to({ commission }),
      takenBy: ["decide on admissions"],
    },
  },
  async rows({ tx }, ids) {
    const { rows } = await sql<Sitting>`
      select c.id, to_char(c.held_on, 'YYYY-MM-DD') as "heldOn" from commission c
      where c.id = any(${ids}::uuid[]) and c.closed_at is null`.execute(tx);
    return rows.map(({ id, heldOn }) => ({
      id,
      key: "closeCommission" as const,
      who: "may:decide on admissions" as const,
      person: null,
      from: heldOn,
      due: heldOn,
      until: addYears(heldOn, 1),
    }));
  },
});

export const admissionWaits: readonly Waits[] = [ofCandidacies, ofDossiers, ofIntakes, ofCommissions];

/** By the day on which it is held. */
export const commissionsCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; on: Day }>`
    select id, to_char(held_on, 'YYYY-MM-DD') as on from commission where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(
    rows.map(({ id, on }) => [
      id,
      { fr: `commission du ${sayDay(on, "fr")}`, en: `commission of ${sayDay(on, "en")}` },
    ]),
  );
};

export const intakesCalled: Called = async ({ tx, zone }, ids) => {
  const names = await intakeNames(tx, zone);
  return new Map(ids.flatMap((id) => (names.has(id) ? [[id, names.get(id)!]] : [])));
};
