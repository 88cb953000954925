/** What waits on a jury: its day to be held, to close by who presides, then its minutes and the results to publish. */
import { sql } from "kysely";
import { type WaitingFacts, type WaitingKey, type WaitingRow, waits, type Who } from "../../act/waiting.ts";
import { addDays, addYears, type Day } from "../../kit/day.ts";
import { type Label, sayDay } from "../../kit/lang.ts";
import { sessionChain } from "../load.ts";
import { ANCHORS, juryAnchor, places } from "../pages/places.ts";
import { type Fact, ofThisDay, presidesAt } from "../rules/deliberation.ts";

type Juries = {
  readonly id: string;
  readonly session: string;
  readonly diploma: string;
  readonly on: Day;
  readonly closedOn: Day | null;
  readonly notifiedOn: Day | null;
  /** A later jury has decided anew on all on whom it ruled. */
  readonly overtaken: boolean;
  readonly signed: boolean;
  /** What it decided is void: nothing of it waits. */
  readonly annulled: boolean;
  readonly facts: readonly Fact[];
  /** The actors of each person noted as presiding. */
  readonly presidents: Readonly<Record<string, readonly string[]>>;
};

type Key = "holdJury" | "closeJury" | "attachMinutes" | "publishResults";
type Row = WaitingRow<Key>;

const MINUTES = "keep the minutes of a jury";
const PREPARE = "prepare the certification";
const PUBLISH = "publish results";

const KEYS: Readonly<Record<Key, WaitingKey>> = {
  holdJury: {
    answeredBy: ["notePresiding"],
    words: (facts) => ({
      verb:
        facts.late === 1
          ? { fr: "Faire tenir la délibération du jury", en: "Have the deliberation of the jury held" }
          : { fr: "Tenir la délibération du jury", en: "Hold the deliberation of the jury" },
      why: ofDay(
        facts,
        facts.presided === 1
          ? { fr: "Elle n’est pas close : qui préside la clôt.", en: "It is not closed: whoever presides closes it." }
          : { fr: "Notez qui est présent et qui préside.", en: "Note who is present and who presides." },
      ),
    }),
    // Who prepares the certification without keeping its minutes reads it on the page of its session.
    to: (jury, { presided, late, session }) =>
      late === 1
        ? `${places.session.to({ session: String(session) })}#${juryAnchor(jury)}`
        : `${places.jury.to({ jury })}#${presided === 1 ? ANCHORS.close : ANCHORS.members}`,
    takenBy: [MINUTES, PREPARE],
  },
  closeJury: {
    answeredBy: ["closeJury"],
    words: (facts) => ({
      verb: { fr: "Clôturez la délibération", en: "Close the deliberation" },
      why: ofDay(facts, { fr: "Vous présidez ce jury.", en: "You preside this jury." }),
      otherwise: {
        fr: "Tant qu’elle est ouverte, rien n’est décidé.",
        en: "As long as it is open, nothing is decided.",
      },
      go: { fr: "Voir la délibération", en: "See the deliberation" },
    }),
    to: (jury) => `${places.jury.to({ jury })}#${ANCHORS.close}`,
    mails: [0],
  },
  attachMinutes: {
    answeredBy: ["attachMinutes"],
    words: (facts) => ({
      verb: { fr: "Joindre le procès-verbal signé", en: "Attach the signed minutes" },
      why: ofDay(facts, { fr: "Les membres le signent sur papier.", en: "The members sign them on paper." }),
    }),
    to: (jury) => `${places.jury.to({ jury })}#${ANCHORS.minutes}`,
    takenBy: [MINUTES],
  },
  publishResults: {
    answeredBy: ["publishResults"],
    words: (facts) => ({
      verb: { fr: "Publier les décisions notifiées", en: "Publish the decisions notified" },
      why: ofDay(facts, {
        fr: "Les personnes les lisent dès que l’État les a notifiées et que vous en donnez le jour.",
        en: "People read them once the State has notified them and you give the day.",
      }),
    }),
    to: (jury, { session }) => `${places.session.to({ session: String(session) })}#${juryAnchor(jury)}`,
    takenBy: [PUBLISH],
  },
};

function ofDay({ on }: WaitingFacts, said: Label): Label {
  const day = String(on);
  return { fr: `Jury du ${sayDay(day, "fr")}. ${said.fr}`, en: `Jury of ${sayDay(day, "en")}. ${said.en}` };
}

export const juryWaits = waits<Key>({
  readBy: "see the certification",
  on: "jury",
  version: 4,
  after: ["jury", "jury_fact", "jury_sealed", "jury_annulment", "signature", "exam_person"],
  keys: KEYS,
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<Juries>`
      select j.id, j.session, s.diploma, to_char(j.on_day, 'YYYY-MM-DD') as "on",
        to_char(j.closed_at at time zone ${zone}, 'YYYY-MM-DD') as "closedOn", to_char(j.notified_on, 'YYYY-MM-DD') as "notifiedOn",
        exists (select from jury_sealed z where z.jury = j.id and z.entry is not null) and not exists (
          select from jury_sealed z where z.jury = j.id and z.entry is not null and not exists (
            select from jury_sealed l where l.entry = z.entry and l.version > z.version)) as overtaken,
        exists (select from signature g where g.about = 'jury:' || j.id and g.what = 'minutes') as signed,
        exists (select from jury_annulment a where a.jury = j.id) as annulled,
        (select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'entry', f.entry, 'said', f.said) order by f.place), '[]')
          from jury_fact f where f.jury = j.id and f.kind in ('presence', 'presides', 'put-off')) as facts,
        (select coalesce(jsonb_object_agg(p.id, p.actors), '{}') from jury_fact f join exam_person p on p.id = (f.said->>'person')::uuid
          where f.jury = j.id and f.kind = 'presides') as presidents
      from jury j join exam_session s on s.id = j.session where j.id = any(${ids}::uuid[])`.execute(tx);
    return rows.flatMap(juryRows);
  },
});

function juryRows(jury: Juries): Row[] {
  const { id, on, closedOn } = jury;
  const common = { id, person: null, facts: { diploma: jury.diploma, session: jury.session, on } };
  if (jury.annulled) return [];
  if (closedOn === null) {
    const when = { from: on, due: on, until: addYears(on, 1) };
    const presides = presidesAt(ofThisDay(jury.facts));
    const facts = { ...common.facts, ...(presides !== undefined && { presided: 1 }) };
    const closing = presides === undefined ? [] : (jury.presidents[presides] ?? []);
    return [
      { ...common, key: "holdJury", who: `may:${MINUTES}`, ...when, facts },
      // The day after, all who prepare the certification read that it is late, the director too.
      {
        ...common,
        key: "holdJury",
        who: `may:${PREPARE}`,
        ...when,
        from: addDays(on, 1),
        facts: { ...facts, late: 1 },
      },
      ...closing.map((who): Row => ({ ...common, key: "closeJury", who: who as Who, ...when })),
    ];
  }
  const when = { from: closedOn, due: null, until: addYears(closedOn, 1) };
  const publishes = jury.notifiedOn === null && !jury.overtaken;
  return [
    ...(jury.signed ? [] : [{ ...common, key: "attachMinutes", who: `may:${MINUTES}`, ...when } satisfies Row]),
    ...(publishes
      ? [
          {
            ...common,
            key: "publishResults",
            who: `may:${PUBLISH}`,
            ...when,
            within: [sessionChain(jury.session)],
          } satisfies Row,
        ]
      : []),
  ];
}
