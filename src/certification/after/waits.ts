/** What waits after a jury: exams to complete within the time, its end to decide on, the parchment to receive and to hand over. */
import { sql } from "kysely";
import { type WaitingKey, type WaitingRow, waits } from "../../act/waiting.ts";
import { addDays, addMonths, addYears, type Day } from "../../kit/day.ts";
import { sayDay } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import { aboutOne } from "../../page/about-one.ts";
import { ANCHORS, places } from "../pages/places.ts";
import { clockOf } from "../rules/clock.ts";

type Certified = {
  readonly id: string;
  readonly account: string | null;
  readonly dossier: string;
  readonly diploma: string;
  readonly lawVersion: string;
  /** In force, in chronological order. */
  readonly results: readonly { readonly notifiedOn: Day; readonly outcome: string; readonly completeBy: Day | null }[];
  readonly after: readonly {
    readonly id: string;
    readonly kind: string;
    readonly on: Day;
    readonly notedOn: Day;
    readonly said: unknown;
  }[];
  /** Presented, without a result yet. */
  readonly presented: readonly { readonly on: Day; readonly until: Day }[];
  /** The chains of the sessions to which the person is presented. */
  readonly sessions: readonly string[];
};

type Key =
  | "answerResultAppeal"
  | "completeDiploma"
  | "decideLapse"
  | "sendParchment"
  | "receiveParchment"
  | "handOverParchment"
  | "collectParchment";
type Row = WaitingRow<Key>;

const PREPARE = "prepare the certification";
const LAPSE = "decide a lapse";
const ANSWER = "publish results";
/** The State may take long to make a parchment, its holder to come for it, and the authority to decide. */
const LASTING_YEARS = 5;
/** A session whose results are not published this long after it no longer stands for what is left to pass. */
const RESULTS_MONTHS = 3;

const KEYS: Readonly<Record<Key, WaitingKey>> = {
  completeDiploma: {
    answeredBy: ["presentCandidate"],
    words: ({ by, school }) =>
      school === 1
        ? {
            verb: { fr: "Présenter aux épreuves qui manquent", en: "Present for the exams that are lacking" },
            why: {
              fr: "La personne n’a pas de compte, et une partie de son diplôme est validée.",
              en: "The person has no account, and part of their diploma is validated.",
            },
            otherwise: {
              fr: `Après le ${sayDay(String(by), "fr")}, l’autorité peut décider que ses validations tombent.`,
              en: `After ${sayDay(String(by), "en")}, the authority may decide that their validations lapse.`,
            },
          }
        : {
            verb: { fr: "Présentez les épreuves qui vous manquent", en: "Sit the exams that you lack" },
            why: {
              fr: "Une partie du diplôme est validée. Demandez à l’école à quelle session vous présenter.",
              en: "Part of the diploma is validated. Ask the school at which session to present yourself.",
            },
            otherwise: {
              fr: `Après le ${sayDay(String(by), "fr")}, l’autorité peut décider que vos validations tombent.`,
              en: `After ${sayDay(String(by), "en")}, the authority may decide that your validations lapse.`,
            },
            go: { fr: "Voir mes épreuves", en: "See my exams" },
          },
    to: (enrolment, { school }) =>
      school === 1 ? places.after.to(undefined, aboutOne(enrolment)) : places.results.to(),
    takenBy: [PREPARE],
    mails: ({ establishment }) => (establishment.clockWarnings ?? []).map((months) => ({ months: -months })),
  },
  answerResultAppeal: {
    answeredBy: ["answerResultAppeal"],
    words: () => ({
      verb: { fr: "Répondre à un recours contre un résultat", en: "Answer an appeal against a result" },
      why: {
        fr: "La personne demande que la décision du jury soit revue.",
        en: "The person asks for the jury’s decision to be looked at again.",
      },
    }),
    to: (enrolment) => places.after.to(undefined, aboutOne(enrolment)),
    says: { fr: "L’école répond à votre recours.", en: "The school answers your appeal." },
    takenBy: [ANSWER],
  },
  decideLapse: {
    answeredBy: ["decideLapse"],
    words: ({ by }) => ({
      verb: { fr: "Décider de la fin des validations", en: "Decide whether validations lapse" },
      why: {
        fr: `Le délai pour compléter le diplôme finit le ${sayDay(String(by), "fr")}. D’ici votre décision, aucun jury ne se prononce après ce jour.`,
        en: `The time to complete the diploma ends on ${sayDay(String(by), "en")}. Until you decide, no jury rules after that day.`,
      },
    }),
    to: (enrolment) => places.after.to(undefined, aboutOne(enrolment)),
    takenBy: [LAPSE],
  },
  sendParchment: {
    answeredBy: ["noteParchment"],
    words: () => ({
      verb: { fr: "Établir le diplôme et l’envoyer à l’école", en: "Make the diploma and send it to the school" },
      why: {
        fr: "Le diplôme est acquis et notifié. L’école note le jour où elle le reçoit.",
        en: "The diploma is acquired and notified. The school notes the day on which it receives it.",
      },
    }),
    to: (enrolment) => places.after.to(undefined, aboutOne(enrolment)),
    takenBy: [LAPSE],
  },
  receiveParchment: {
    answeredBy: ["noteParchment"],
    words: () => ({
      verb: { fr: "Noter le parchemin reçu de l’État", en: "Note the parchment received from the State" },
      why: { fr: "Le diplôme est acquis et notifié.", en: "The diploma is acquired and notified." },
    }),
    to: (enrolment) => places.after.to(undefined, aboutOne(enrolment)),
    says: {
      fr: "L’État établit votre diplôme et l’envoie à l’école.",
      en: "The State makes your diploma and sends it to the school.",
    },
    takenBy: [PREPARE],
  },
  handOverParchment: {
    answeredBy: ["noteParchment"],
    words: () => ({
      verb: { fr: "Remettre le parchemin", en: "Hand over the parchment" },
      why: { fr: "Il est reçu ; la personne en est prévenue.", en: "It has come; the person was told." },
    }),
    to: (enrolment) => places.after.to(undefined, aboutOne(enrolment)),
    takenBy: [PREPARE],
  },
  collectParchment: {
    answeredBy: ["noteParchment"],
    words: () => ({
      verb: { fr: "Venez chercher votre diplôme", en: "Come and collect your diploma" },
      why: {
        fr: "L’école l’a reçu de l’État. Elle vous le remet contre votre signature.",
        en: "The school has received it from the State. It hands it to you against your signature.",
      },
      go: { fr: "Voir où et quand venir", en: "See where and when to come" },
    }),
    to: () => `${places.results.to()}#${ANCHORS.parchment}`,
  },
};

export const afterWaits = waits<Key>({
  readBy: "see the certification",
  on: "enrolment",
  version: 5,
  after: ["enrolment", "exam_entry", "jury_result", "jury_annulment", "exam_after"],
  keys: KEYS,
  async rows({ tx, zone, law }, ids) {
    const { rows } = await sql<Certified>`
      select e.id, e.account, e.dossier, c.diploma, c.law_version as "lawVersion",
        (select coalesce(jsonb_agg(jsonb_build_object('notifiedOn', to_char(r.notified_on, 'YYYY-MM-DD'), 'outcome', r.outcome,
            'completeBy', to_char(r.complete_by, 'YYYY-MM-DD')) order by r.notified_on, r.published_at, r.id), '[]')
          from standing_result r where r.enrolment = e.id) as results,
        (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'on', to_char(a.on_day, 'YYYY-MM-DD'), 'said', a.said,
            'notedOn', to_char(a.noted_at at time zone ${zone}, 'YYYY-MM-DD')) order by a.noted_at, a.id), '[]')
          from standing_after a where a.enrolment = e.id and a.kind <> 'warned') as after,
        (select coalesce(jsonb_agg(jsonb_build_object('on', to_char(n.presented_at at time zone ${zone}, 'YYYY-MM-DD'),
            'until', to_char(s.until_day, 'YYYY-MM-DD')) order by n.presented_at, n.id), '[]')
          from exam_entry n join exam_session s on s.id = n.session where n.enrolment = e.id and n.withdrawn_at is null
            and not exists (select from standing_result r where r.enrolment = e.id and r.entry = n.id)) as presented,
        array(select distinct 'exam-session:' || n.session from exam_entry n where n.enrolment = e.id and n.withdrawn_at is null
          order by 1) as sessions
      from enrolment e join cohort c on c.id = e.cohort where e.id = any(${ids}::uuid[])`.execute(tx);
    return rows.flatMap((one) => [
      ...ofAppeals(one),
      ...ofTime(one, law(one.diploma, { version: one.lawVersion })),
      ...ofParchment(one),
    ]);
  },
});

const whose = ({ id, account, dossier, diploma }: Certified) => ({
  id,
  person: account === null ? `dossier:${dossier}` : `account:${account}`,
  facts: { diploma },
});

function ofAppeals(one: Certified): Row[] {
  const answered = one.after.flatMap(({ kind, said }) =>
    kind === "appeal-answered" ? [(said as { readonly appeal: string }).appeal] : [],
  );
  const resultOf = (said: unknown) => (said as { readonly result: string }).result;
  const annulled = one.after.flatMap(({ kind, said }) => (kind === "annulled" ? [resultOf(said)] : []));
  return one.after
    .filter(({ kind, id, said }) => kind === "appealed" && !answered.includes(id) && !annulled.includes(resultOf(said)))
    .map(({ id, on }) => ({
      ...whose(one),
      key: "answerResultAppeal",
      part: id,
      who: `may:${ANSWER}`,
      from: on,
      due: null,
      until: addYears(on, LASTING_YEARS),
      within: one.sessions,
    }));
}

/** The time of a partial validation: to complete while it runs, for the authority to decide on once it is over by the day of a jury. */
function ofTime(one: Certified, law: Law | undefined): Row[] {
  const by = clockOf(one.results, one.after)?.completeBy;
  const months = law?.establishment.clockWarnings;
  if (by === undefined) return [];
  const notified = one.results.at(-1)!.notifiedOn;
  const common = { ...whose(one), facts: { diploma: one.diploma, by } };
  // Before the first warning nothing presses; a school that does not warn says it from the start.
  const warned = months?.length ? addMonths(by, -Math.max(...months)) : notified;
  const own =
    one.account === null
      ? { who: `may:${PREPARE}` as const, facts: { ...common.facts, school: 1 } }
      : { who: `account:${one.account}` as const };
  const sat = one.presented.map(({ until }) => addMonths(until, RESULTS_MONTHS));
  const from = [warned, notified, ...sat].toSorted().at(-1)!;
  const beyond = one.presented.filter(({ until }) => until > by);
  const [awaited] = beyond.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const over = addDays(by, 1);
  const decides = awaited
    ? { from: awaited.on < over ? awaited.on : over, due: awaited.until }
    : { from: over, due: null };
  return [
    ...(from > by ? [] : [{ ...common, ...own, key: "completeDiploma", from, due: by, until: over } satisfies Row]),
    {
      ...common,
      key: "decideLapse",
      who: `may:${LAPSE}`,
      ...decides,
      until: addYears(over, LASTING_YEARS),
      within: one.sessions,
    },
  ];
}

function ofParchment(one: Certified): Row[] {
  const diploma = one.results.find(({ outcome }) => outcome === "diploma");
  const received = one.after.find(({ kind }) => kind === "parchment-received");
  if (!diploma || one.after.some(({ kind }) => kind === "parchment-handed-over")) return [];
  const common = { ...whose(one), due: null, who: `may:${PREPARE}` as const };
  const lasting = (from: Day) => ({ from, until: addYears(from, LASTING_YEARS) });
  if (!received) {
    const since = lasting(diploma.notifiedOn);
    return [
      { ...common, key: "receiveParchment", ...since },
      // What the State still has to give: the authority that was let into the session reads it too.
      { ...common, key: "sendParchment", who: `may:${LAPSE}`, within: one.sessions, ...since },
    ];
  }
  const since = lasting(received.notedOn);
  return [
    { ...common, key: "handOverParchment", ...since },
    ...(one.account === null
      ? []
      : [{ ...common, key: "collectParchment", who: `account:${one.account}`, ...since } satisfies Row]),
  ];
}
