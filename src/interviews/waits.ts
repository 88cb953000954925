/** What waits about interviews: somebody to place, to call, to answer; an hour to confirm; the grids of those who examine. */
import { sql } from "kysely";
import { type WaitingKey, type WaitingRow, type Waits, waits } from "../act/waiting.ts";
import { personChain } from "../dossier/rules/dossier.ts";
import { addDays, addYears, type Day } from "../kit/day.ts";
import { dayIn } from "../kit/zone.ts";
import { aboutOne } from "../page/about-one.ts";
import { days, grid, oneInterview, own } from "./pages/routes.ts";
import { isTold, type InterviewState, TO_COME } from "./rules/state.ts";

type ToPlace = {
  readonly dossier: string;
  readonly account: string | null;
  readonly since: Day;
  readonly due: Day | null;
};

/** By whoever may still be heard (`interview_candidate`, kept by the acts that decide on a candidacy), or whose dossier conforms. */
const toPlace = waits({
  readBy: "see the interviews",
  on: "dossier",
  after: ["dossier", "dossier_fact", "submission", "interview", "admission_fact"],
  keys: {
    placeInterview: {
      answeredBy: ["placeInterview", "keepPlan"],
      words: () => ({
        verb: { fr: "Placer dans un jour d’entretiens", en: "Place into a day of interviews" },
        why: {
          fr: "Le dossier est conforme, et cette personne n’a pas d’entretien à venir.",
          en: "The application conforms, and this person has no interview to come.",
        },
      }),
      to: (dossier) => days.to(undefined, aboutOne(dossier)),
      says: { fr: "L’école vous donne un jour d’entretien.", en: "The school gives you a day for an interview." },
      takenBy: ["arrange interviews"],
      mails: [-7, 0, 7],
      many: (count) => ({
        fr: `${count} personnes à placer dans un jour d’entretiens`,
        en: `${count} people to place into a day of interviews`,
      }),
    },
  },
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<ToPlace>`
      select s.id as dossier, d.account, to_char(s.changed_at at time zone ${zone}, 'YYYY-MM-DD') as since,
        coalesce(t.settings ->> 'interviewsTo', t.settings ->> 'interviewsFrom') as due
      from dossier_state s join dossier d on d.id = s.id
        left join interview_candidate c on c.id = s.id
        join intake t on t.id = coalesce(c.intake, s.intake)
      where s.id = any(${ids}::uuid[]) and s.state <> 'withdrawn' and coalesce(c.may, s.standing = 'checked')
        and jsonb_array_length(t.settings -> 'interview') > 0
        and not exists (
          select from interview i where i.dossier = s.id and i.state not in ('missed', 'postponed', 'cancelled'))`.execute(
      tx,
    );
    return rows.map(({ dossier, account, since, due }) => ({
      id: dossier,
      key: "placeInterview" as const,
      who: "may:arrange interviews" as const,
      person: personChain({ id: dossier, account }),
      from: since,
      due,
      until: addYears(due !== null && due > since ? due : since, 1),
    }));
  },
});

type Examiner = {
  readonly who: string;
  /** They know the candidate, and said so: somebody else is to examine. */
  readonly linked: boolean;
  readonly finished: boolean;
  /** With the last proposal of a common grid. */
  readonly agreed: boolean;
};
type ToCome = {
  readonly id: string;
  readonly dossier: string;
  readonly state: InterviewState;
  readonly diploma: string;
  readonly account: string | null;
  readonly at: Date;
  /** Of the last thing said about the hour. */
  readonly since: Date;
  readonly proposedBy: string | null;
  readonly filledAt: Date | null;
  readonly linkedAt: Date | null;
  readonly examiners: readonly Examiner[];
};

const KEYS = {
  convoke: {
    answeredBy: ["convoke"],
    words: () => ({
      verb: { fr: "Convoquer à l’entretien", en: "Call to the interview" },
      why: {
        fr: "L’heure est fixée, et la personne ne la connaît pas encore.",
        en: "The hour is set, and the person does not know it yet.",
      },
    }),
    to: (_, _facts, interview) => oneInterview.to({ interview }),
    takenBy: ["arrange interviews"],
  },
  confirmInterview: {
    answeredBy: ["confirmInterview", "askToMove"],
    words: ({ school }) =>
      school === 1
        ? {
            verb: {
              fr: "Demander si la personne vient à l’entretien",
              en: "Ask whether the person comes to the interview",
            },
          }
        : {
            verb: { fr: "Confirmez votre entretien", en: "Confirm your interview" },
            why: {
              fr: "Si l’heure ne vous convient pas, demandez-en une autre sur la même page.",
              en: "If the hour does not suit you, ask for another on the same page.",
            },
            go: { fr: "Voir l’heure et répondre", en: "See the hour and answer" },
          },
    to: (dossier, { diploma, school }, interview) =>
      school === 1 ? oneInterview.to({ interview }) : own.to({ diploma: String(diploma), dossier }),
    takenBy: ["arrange interviews"],
    mails: [-7, -2],
  },
  answerMove: {
    answeredBy: ["moveInterview", "declineMove"],
    words: () => ({
      verb: { fr: "Répondre à la demande d’une autre heure d’entretien", en: "Answer the request for another hour" },
    }),
    to: (_, _facts, interview) => oneInterview.to({ interview }),
    says: {
      fr: "L’école répond à votre demande d’une autre heure.",
      en: "The school answers your request for another hour.",
    },
    takenBy: ["arrange interviews"],
    mails: [-2],
  },
  handOverInterview: {
    answeredBy: ["moveInterview"],
    words: () => ({
      verb: { fr: "Confier l’entretien à un autre binôme", en: "Hand the interview over to another pair" },
      why: {
        fr: "Une personne du binôme connaît la personne à entendre et ne l’examine pas.",
        en: "Somebody of the pair knows the person to be heard and does not examine them.",
      },
    }),
    to: (_, _facts, interview) => oneInterview.to({ interview }),
    takenBy: ["arrange interviews"],
    mails: [-2],
  },
  saveGrid: {
    answeredBy: ["saveGrid"],
    words: ({ school }) =>
      school === 1
        ? { verb: { fr: "Obtenir les grilles de l’entretien", en: "Obtain the grids of the interview" } }
        : {
            verb: { fr: "Remplissez votre grille d’entretien", en: "Fill in your grid of the interview" },
            why: {
              fr: "La commission d’admission décide d’après elle.",
              en: "The admission commission decides by it.",
            },
          },
    to: (_, { school }, interview) => (school === 1 ? oneInterview.to({ interview }) : grid.to({ interview })),
    takenBy: ["arrange interviews"],
    remindedBy: "arrange interviews",
    mails: [1, 7],
  },
  agreeGrid: {
    answeredBy: ["proposeGrid", "agreeGrid"],
    words: ({ proposed }) => ({
      verb:
        proposed === 1
          ? { fr: "Accordez-vous sur la grille commune proposée", en: "Agree on the common grid that is proposed" }
          : { fr: "Proposez la grille commune de l’entretien", en: "Propose the common grid of the interview" },
    }),
    to: (_, _facts, interview) => grid.to({ interview }),
    remindedBy: "arrange interviews",
    mails: [1, 7],
  },
} satisfies Record<string, WaitingKey>;
type Key = keyof typeof KEYS;

/** Days after an interview from which the school, too, sees that a grid is missing. */
const GRID_LATE = 3;

const ofInterviews = waits<Key>({
  readBy: "see the interviews",
  on: "interviews",
  after: [
    "dossier",
    "interview",
    "interview_fact",
    "interview_examiner",
    "interview_link",
    "interview_grid",
    "interview_proposal",
  ],
  keys: KEYS,
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<ToCome>`
      select i.id, i.dossier, i.state, t.diploma, d.account, i.analysis_at as "at",
        coalesce((select max(f.at) from interview_fact f
          where f.interview = i.id and f.kind not in ('proposed', 'agreed')), i.analysis_at) as since,
        last.proposed_by as "proposedBy",
        (select max(g.finished_at) from interview_grid g where g.interview = i.id) as "filledAt",
        (select max(l.at) from interview_link l where l.dossier = i.dossier) as "linkedAt",
        (select coalesce(json_agg(json_build_object('who', e.who,
            'linked', exists (select from interview_link l where l.dossier = i.dossier and l.who = e.who),
            'finished', exists (
              select from interview_grid g where g.interview = i.id and g.who = e.who and g.finished_at is not null),
            'agreed', exists (
              select from interview_fact f where f.interview = i.id and f.kind = 'agreed' and f.by = e.who
                and f.details ->> 'proposal' = last.id::text)) order by e.who), '[]')
          from interview_examiner e where e.interview = i.id) as examiners
      from interview i join dossier d on d.id = i.dossier join intake t on t.id = i.intake
        left join lateral (
          select p.id, p.proposed_by from interview_proposal p where p.interview = i.id
          order by p.proposed_at desc, p.id desc limit 1) last on true
      where i.dossier = any(${ids}::uuid[]) and i.state = any(${[...TO_COME]}::text[])`.execute(tx);
    return rows.flatMap((one) => [...ofHour(one, zone), ...ofGrids(one, zone)]);
  },
});

function lineOf({ id, dossier, account }: ToCome, key: Key) {
  return { id: dossier, part: id, key, person: personChain({ id: dossier, account }) };
}

const ARRANGERS = "may:arrange interviews" as const;

/** The hour: told, confirmed, moved. Once it is past, nothing of it makes sense. */
function ofHour(one: ToCome, zone: string): WaitingRow<Key>[] {
  const { state, account, diploma, linkedAt, examiners } = one;
  const [on, since] = [dayIn(one.at, zone), dayIn(one.since, zone)];
  const until = addDays(on, 1);
  const rows: WaitingRow<Key>[] = [];
  const arrange = (key: Key, from: Day) => rows.push({ ...lineOf(one, key), who: ARRANGERS, from, due: on, until });
  if (state === "placed") arrange("convoke", since);
  // The hour asked about counts until it is answered: an answer on its own day comes too late to plan by.
  const eve = addDays(on, -1);
  if (state === "move-asked")
    rows.push({ ...lineOf(one, "answerMove"), who: ARRANGERS, from: since, due: eve < since ? since : eve, until });
  if (examiners.some(({ linked }) => linked)) arrange("handOverInterview", dayIn(linkedAt!, zone));
  if (state === "convoked") {
    const own = account === null ? { who: ARRANGERS, facts: { school: 1 } } : { who: `account:${account}` as const };
    rows.push({ ...lineOf(one, "confirmInterview"), facts: { diploma }, ...own, from: since, due: on, until });
  }
  return rows;
}

/** The grids: each examiner's own, then the common one, on which all who did not propose it agree. */
function ofGrids(one: ToCome, zone: string): WaitingRow<Key>[] {
  const { state, account, proposedBy, filledAt, examiners } = one;
  if (!isTold(state)) return [];
  const on = dayIn(one.at, zone);
  const until = addYears(on, 1);
  const able = examiners.filter(({ who, linked }) => !linked && who !== `account:${account}`);
  const toFill = able.filter(({ finished }) => !finished);
  if (examiners.every(({ finished }) => finished)) {
    const proposed = proposedBy === null ? 0 : 1;
    const toAgree = able.filter(({ who, agreed }) => who !== proposedBy && !agreed);
    const line = { ...lineOf(one, "agreeGrid"), from: dayIn(filledAt!, zone), due: on, until, facts: { proposed } };
    return toAgree.map(({ who }) => ({ ...line, who: who as WaitingRow["who"] }));
  }
  const line = { ...lineOf(one, "saveGrid"), due: on, until };
  const missing = { ...line, who: ARRANGERS, from: addDays(on, GRID_LATE), facts: { school: 1 } };
  const fills = toFill.map(({ who }) => ({ ...line, who: who as WaitingRow["who"], from: on }));
  return fills.length > 0 ? [...fills, missing] : [];
}

export const interviewWaits: readonly Waits[] = [toPlace, ofInterviews];
