/** What waits on a session: papers to send, exams to arrange, a jury and examiners to name, marks to give, a deliberation to open. */
import { type RawBuilder, sql } from "kysely";
import { type Deriving, type Waits, type WaitingFacts, type WaitingRow, waits, type Who } from "../../act/waiting.ts";
import { sidesOf } from "../../decisions/jury/facts.ts";
import { juryRule } from "../../decisions/jury/rule.ts";
import { addDays, addYears, type Day } from "../../kit/day.ts";
import { type Label, type Lang, plural, sayDay, sayList } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import { ANCHORS, groupAnchor, places } from "../pages/places.ts";
import { marksApart } from "../rules/marks.ts";
import { isHeard } from "../rules/passing.ts";

type Entered = {
  readonly exams: readonly string[];
  readonly presentedOn: Day;
  readonly sealed: boolean;
  /** The exams in which they are placed before a group. */
  readonly placed: readonly string[];
};
type Named = {
  readonly person: string;
  readonly exam: string | null;
  readonly by: string;
  readonly on: Day;
  readonly college: string | null;
  readonly seat: string | null;
  readonly side: string | null;
};
type Marked = { readonly marker: string | null; readonly mark: number | null; readonly missed: string | null };
type Heard = {
  readonly id: string;
  readonly exam: string;
  readonly name: string;
  readonly roomless: boolean;
  readonly arrangedOn: Day;
  readonly heldOn: Day;
  readonly examiners: readonly {
    readonly person: string;
    readonly by: string;
    readonly actors: readonly string[];
    readonly finishedOn: Day | null;
  }[];
  /** Of each candidate on whom no jury has ruled: the last mark of each marker, where the exam has one mark. */
  readonly sittings: readonly { readonly marks: readonly Marked[] }[];
};
type Sessions = {
  readonly id: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly from: Day;
  readonly until: Day;
  readonly receivesBy: Day;
  /** When the last annulment of a jury of it was recorded. */
  readonly annulledOn: Day | null;
  readonly openedOn: Day;
  readonly sent: readonly string[];
  readonly entries: readonly Entered[];
  readonly order: { readonly number: string; readonly signedOn: Day } | null;
  readonly named: readonly Named[];
  readonly groups: readonly Heard[];
  /** The open deliberation; `only` if it reconsiders one decision. */
  readonly jury: { readonly on: Day; readonly only: string | null; readonly passed: readonly string[] | null } | null;
};

type Key =
  | "sendToAuthority"
  | "arrangeExam"
  | "completeGroup"
  | "enterOrder"
  | "completeJury"
  | "designateExaminers"
  | "giveMarks"
  | "agreeMark"
  | "openJury";
type Row = WaitingRow<Key>;

const PREPARE = "prepare the certification";
const APPOINT = "appoint the jury";

const KEYS: Waits<Key>["keys"] = {
  sendToAuthority: {
    answeredBy: ["noteSentToAuthority"],
    words: (facts) => ({
      verb: { fr: "Envoyer à l’autorité ce qu’elle attend", en: "Send the authority what it awaits" },
      why: both(facts, {
        fr: plural(
          Number(facts.count),
          "Une pièce n’est pas envoyée.",
          `${facts.count} pièces ne sont pas envoyées.`,
          "fr",
        ),
        en: plural(Number(facts.count), "One paper is not sent.", `${facts.count} papers are not sent.`, "en"),
      }),
    }),
    to: (session) => `${places.session.to({ session })}#${ANCHORS.sent}`,
    takenBy: [PREPARE],
    mails: [-7, -2, 0],
  },
  arrangeExam: {
    answeredBy: ["arrangeGroup"],
    words: (facts) => ({
      verb: { fr: `Organiser l’épreuve ${facts.exam}`, en: `Arrange the exam ${facts.exam}` },
      why: both(facts, {
        fr: plural(
          Number(facts.count),
          "Une personne n’a pas d’heure.",
          `${facts.count} personnes n’ont pas d’heure.`,
          "fr",
        ),
        en: plural(Number(facts.count), "One person has no hour.", `${facts.count} people have no hour.`, "en"),
      }),
    }),
    to: (session, _facts, exam) => places.arranging.to({ session }, { epreuve: exam }),
    takenBy: [PREPARE],
    mails: [-7, 0],
  },
  completeGroup: {
    answeredBy: ["cancelGroup"],
    words: ({ exam, heldOn, name, examiners, room }) => {
      const missing = (lang: Lang) =>
        sayList([...(examiners === 1 ? [SHORT.examiners[lang]] : []), ...(room === 1 ? [SHORT.room[lang]] : [])], lang);
      return {
        verb: { fr: `Compléter le groupe « ${name} »`, en: `Complete the group “${name}”` },
        why: {
          fr: `Épreuve ${exam} du ${sayDay(String(heldOn), "fr")}. Il manque ${missing("fr")} : annulez ce groupe et composez-en un autre.`,
          en: `Exam ${exam} of ${sayDay(String(heldOn), "en")}. It lacks ${missing("en")}: cancel this group and arrange another.`,
        },
      };
    },
    to: (session, _facts, group) => `${places.session.to({ session })}#${groupAnchor(group)}`,
    takenBy: [PREPARE],
    mails: [-7, -2],
  },
  enterOrder: {
    answeredBy: ["enterOrder"],
    words: (facts) => ({
      verb: { fr: "Saisir l’arrêté qui nomme le jury", en: "Enter the order that appoints the jury" },
      why: both(facts, { fr: "Aucun n’est saisi.", en: "None is entered." }),
      otherwise: { fr: "Sans arrêté, le jury ne peut pas clore.", en: "Without an order, the jury cannot close." },
    }),
    to: (session) => `${places.naming.to({ session })}#${ANCHORS.order}`,
    takenBy: [APPOINT],
    mails: [-7, -2],
  },
  completeJury: {
    answeredBy: ["enterOrder"],
    words: (facts) => ({
      verb: { fr: "Compléter le jury", en: "Complete the jury" },
      why: both(facts, {
        fr: "Il manque à sa composition ce que demande le référentiel.",
        en: "Its composition lacks what the référentiel asks for.",
      }),
      otherwise: { fr: "Tel qu’il est nommé, le jury ne peut pas clore.", en: "As appointed, the jury cannot close." },
    }),
    to: (session) => `${places.naming.to({ session })}#${ANCHORS.order}`,
    takenBy: [APPOINT],
    mails: [-7, -2],
  },
  designateExaminers: {
    answeredBy: ["designate"],
    words: (facts) => ({
      verb: {
        fr: `Désigner des examinateurs pour l’épreuve ${facts.exam}`,
        en: `Designate examiners for the exam ${facts.exam}`,
      },
      why: both(facts, {
        fr: "Personne n’est désigné d’un des côtés que l’épreuve demande.",
        en: "Nobody is designated on one of the sides that the exam asks for.",
      }),
      otherwise: {
        fr: "Qui n’est pas désigné ce jour-là ne peut pas examiner.",
        en: "Whoever is not designated by that day cannot examine.",
      },
    }),
    to: (session, _facts, exam) => `${places.naming.to({ session }, { epreuve: exam })}#${ANCHORS.designate}`,
    takenBy: [APPOINT],
    mails: [-7, -2],
  },
  giveMarks: {
    answeredBy: ["finishMarking"],
    words: ({ exam, heldOn, school, group }) =>
      school === 1
        ? {
            verb: { fr: `Obtenir les notes de l’épreuve ${exam}`, en: `Obtain the marks of the exam ${exam}` },
            why: {
              fr: `Elle a eu lieu le ${sayDay(String(heldOn), "fr")}, et quelqu’un qui examine n’a pas fini de noter.`,
              en: `It was held on ${sayDay(String(heldOn), "en")}, and an examiner has not finished marking.`,
            },
          }
        : {
            verb: {
              fr: `Donnez vos notes${ofGroup(exam, group, "fr")}`,
              en: `Give your marks${ofGroup(exam, group, "en")}`,
            },
            why: {
              fr: `Épreuve ${exam} du ${sayDay(String(heldOn), "fr")}. Dites ensuite que vous avez fini.`,
              en: `Exam ${exam} of ${sayDay(String(heldOn), "en")}. Then say that you have finished.`,
            },
            otherwise: {
              fr: "Sans vos notes, le jury ne peut pas se prononcer.",
              en: "Without your marks, the jury cannot rule.",
            },
          },
    to: (_session, _facts, group) => places.group.to({ group }),
    takenBy: [PREPARE],
    remindedBy: PREPARE,
    mails: [-7, -2, 0],
  },
  agreeMark: {
    answeredBy: ["agreeMark"],
    words: (facts) => ({
      verb: {
        fr: `Accordez-vous sur une note${ofGroup(facts.exam, facts.group, "fr")}`,
        en: `Agree on a mark${ofGroup(facts.exam, facts.group, "en")}`,
      },
      why: {
        fr: `Épreuve ${facts.exam} du ${sayDay(String(facts.heldOn), "fr")} : les notes diffèrent. L’un des correcteurs saisit la note commune.`,
        en: `Exam ${facts.exam} of ${sayDay(String(facts.heldOn), "en")}: the marks differ. One of the markers enters the common mark.`,
      },
    }),
    to: (_session, _facts, group) => places.group.to({ group }),
    remindedBy: PREPARE,
    mails: [-7, -2, 0],
  },
  openJury: {
    answeredBy: ["openJury"],
    words: (facts) => ({
      verb: { fr: "Ouvrir la délibération du jury", en: "Open the deliberation of the jury" },
      why: both(facts, {
        fr: plural(
          Number(facts.count),
          "Une personne attend une décision.",
          `${facts.count} personnes attendent une décision.`,
          "fr",
        ),
        en: plural(
          Number(facts.count),
          "One person awaits a decision.",
          `${facts.count} people await a decision.`,
          "en",
        ),
      }),
    }),
    to: (session) => `${places.session.to({ session })}#${ANCHORS.openJury}`,
    takenBy: [PREPARE],
    mails: [-7, -2],
  },
};

/** Of two groups of one session, which; rows from before it stood there have only the exam. */
function ofGroup(exam: WaitingFacts[string] | undefined, group: WaitingFacts[string] | undefined, lang: Lang): string {
  const named = typeof group === "string" ? `, ${lang === "fr" ? `groupe « ${group} »` : `group “${group}”`}` : "";
  return `${lang === "fr" ? "\u00a0: " : ": "}${exam}${named}`;
}

const SHORT = {
  examiners: { fr: "des examinateurs", en: "examiners" },
  room: { fr: "une salle", en: "a room" },
} as const;

/** Which session it is, then what is said of it. */
function both({ from, until }: WaitingFacts, said: Label): Label {
  const [first, last] = [String(from), String(until)];
  return {
    fr: `Session du ${sayDay(first, "fr")} au ${sayDay(last, "fr")}. ${said.fr}`,
    en: `Session from ${sayDay(first, "en")} to ${sayDay(last, "en")}. ${said.en}`,
  };
}

export const sessionWaits = waits<Key>({
  readBy: "see the certification",
  on: "exam-session",
  version: 5,
  after: [
    "exam_session",
    "exam_sent",
    "exam_entry",
    "exam_group",
    "exam_sitting",
    "exam_examiner",
    "exam_mark",
    "exam_designation",
    "exam_person",
    "jury_order",
    "jury",
    "jury_fact",
    "jury_sealed",
    "jury_annulment",
  ],
  keys: KEYS,
  async rows({ tx, zone, law }, ids) {
    const { rows } = await sql<Sessions>`
      select s.id, s.diploma, s.law_version as "lawVersion", to_char(s.from_day, 'YYYY-MM-DD') as "from",
        to_char(s.until_day, 'YYYY-MM-DD') as "until", to_char(s.receives_by, 'YYYY-MM-DD') as "receivesBy",
        to_char(s.opened_at at time zone ${zone}, 'YYYY-MM-DD') as "openedOn",
        (select coalesce(jsonb_agg(distinct p.what), '[]') from exam_sent p where p.session = s.id) as sent,
        ${entriesOf(zone)} as entries,
        (select jsonb_build_object('number', o.number, 'signedOn', to_char(o.signed_on, 'YYYY-MM-DD'))
          from jury_order o where o.session = s.id order by o.signed_on, o.entered_at, o.id limit 1) as "order",
        (select coalesce(jsonb_agg(jsonb_build_object('person', d.person, 'exam', d.exam, 'by', d.by,
            'on', to_char(d.designated_on, 'YYYY-MM-DD'), 'college', p.college, 'seat', p.seat, 'side', p.side)
            order by d.designated_on, d.entered_at, d.id), '[]')
          from exam_designation d join exam_person p on p.id = d.person where d.session = s.id) as named,
        ${groupsOf(zone)} as groups,
        (select jsonb_build_object('on', to_char(j.on_day, 'YYYY-MM-DD'), 'only', j.only_entry, 'passed', ${PASSED})
          from jury j where j.session = s.id and j.closed_at is null order by j.opened_at, j.id limit 1) as jury,
        (select to_char(max(a.recorded_at at time zone ${zone}), 'YYYY-MM-DD') from jury_annulment a join jury j on j.id = a.jury
          where j.session = s.id) as "annulledOn"
      from exam_session s where s.id = any(${ids}::uuid[])`.execute(tx);
    return rows.flatMap((session) => {
      const own = law(session.diploma, { version: session.lawVersion });
      return own ? sessionRows(own, session) : [];
    });
  },
});

const SEALED = sql`exists (select from standing_seal z where z.entry = e.id)`;

const entriesOf = (zone: Deriving["zone"]): RawBuilder<unknown> => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('exams', e.exams, 'sealed', ${SEALED},
      'presentedOn', to_char(e.presented_at at time zone ${zone}, 'YYYY-MM-DD'),
      'placed', (select coalesce(jsonb_agg(g.exam order by g.id), '[]') from exam_sitting t join exam_group g on g.id = t.exam_group
        where t.entry = e.id and t.released_at is null and g.cancelled_at is null)) order by e.id), '[]')
  from exam_entry e where e.session = s.id and e.withdrawn_at is null)`;

const MARKS = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('marker', m.marker, 'mark', m.mark, 'missed', m.missed)), '[]') from (
    select distinct on (marker) marker, mark, missed from exam_mark
    where sitting = t.id and component = '' order by marker, place desc) m)`;

const groupsOf = (zone: Deriving["zone"]): RawBuilder<unknown> => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'exam', g.exam, 'name', g.name, 'roomless', g.room is null,
      'arrangedOn', to_char(g.arranged_at at time zone ${zone}, 'YYYY-MM-DD'), 'heldOn', to_char(g.held_on, 'YYYY-MM-DD'),
      'examiners', (select coalesce(jsonb_agg(jsonb_build_object('person', x.person, 'by', x.by, 'actors', p.actors,
          'finishedOn', to_char(x.finished_at at time zone ${zone}, 'YYYY-MM-DD')) order by x.id), '[]')
        from exam_examiner x join exam_person p on p.id = x.person where x.exam_group = g.id and x.left_at is null),
      'sittings', (select coalesce(jsonb_agg(jsonb_build_object('marks', ${MARKS})), '[]')
        from exam_sitting t join exam_entry e on e.id = t.entry
        where t.exam_group = g.id and t.released_at is null and e.withdrawn_at is null and not ${SEALED})) order by g.id), '[]')
  from exam_group g where g.session = s.id and g.cancelled_at is null)`;

/** The rules that the authority passed over since the jury was last put off. */
const PASSED = sql`(
  select f.said->'rules' from jury_fact f where f.jury = j.id and f.kind = 'override'
    and not exists (select from jury_fact o where o.jury = j.id and o.kind = 'put-off' and o.place > f.place)
  order by f.place desc limit 1)`;

function sessionRows(law: Law, session: Sessions): Row[] {
  const { id, from, until, receivesBy, openedOn, jury, entries } = session;
  const juryDay = jury !== null && jury.only === null ? jury.on : until;
  const { annulledOn } = session;
  const common = { id, person: null, until: addYears(annulledOn ?? juryDay, 1) };
  const facts = { diploma: session.diploma, from, until };
  const waiting = entries.filter(({ sealed }) => !sealed);
  const [first] = waiting.map(({ presentedOn }) => presentedOn).toSorted();
  const prepares = { ...common, who: `may:${PREPARE}` as const };
  const appoints = { ...common, who: `may:${APPOINT}` as const };
  const sends = first === undefined ? [] : (law.diploma.sent ?? []).filter(({ key }) => !session.sent.includes(key));
  return [
    ...(sends.length === 0
      ? []
      : [
          {
            ...prepares,
            key: "sendToAuthority" as const,
            from: openedOn,
            due: receivesBy,
            until: addDays(receivesBy > until ? receivesBy : until, 1),
            facts: { ...facts, count: sends.length },
          },
        ]),
    ...exams(waiting).flatMap((exam): Row[] => {
      const missing = waiting.filter((one) => one.exams.includes(exam) && !one.placed.includes(exam));
      const [since] = missing.map(({ presentedOn }) => presentedOn).toSorted();
      if (since === undefined) return [];
      const when = { from: since, due: since < from ? from : until };
      return [
        { ...prepares, key: "arrangeExam", part: exam, ...when, facts: { ...facts, exam, count: missing.length } },
      ];
    }),
    ...(first === undefined
      ? []
      : naming(law, session, juryDay).map(
          (one): Row => ({ ...appoints, from: first, ...one, facts: { ...facts, ...one.facts } }),
        )),
    ...(first === undefined || jury !== null
      ? []
      : [
          {
            ...prepares,
            key: "openJury" as const,
            // For those on whom an annulled jury had ruled, no day is set by which another does.
            ...(annulledOn === null ? { from, due: until } : { from: annulledOn, due: null }),
            facts: { ...facts, count: waiting.length },
          },
        ]),
    ...session.groups.flatMap((group): Row[] => {
      const short = shortOf(law, group);
      if (!short) return [];
      const { id: part, name, exam: of, arrangedOn, heldOn } = group;
      const when = { from: arrangedOn, due: heldOn, until: addDays(heldOn, 1) };
      return [{ ...prepares, key: "completeGroup", part, ...when, facts: { exam: of, heldOn, name, ...short } }];
    }),
    ...session.groups.flatMap((group) => marking(law, group, juryDay).map((one): Row => ({ ...common, ...one }))),
  ];
}

const exams = (entries: readonly Entered[]) => [...new Set(entries.flatMap((one) => one.exams))].toSorted();

type Naming = Pick<Row, "key" | "part" | "due"> & { readonly facts?: WaitingFacts };

/** What is to be named: the jury by an order, those whom its composition lacks, and examiners on each side of an exam. */
function naming(law: Law, { id, from, order, named, entries, groups, jury }: Sessions, juryDay: Day): Naming[] {
  const waiting = entries.filter(({ sealed }) => !sealed);
  const sides = exams(waiting).flatMap((exam) => {
    const domain = law.diploma.domains.find((one) => one.domain === exam);
    const [held] = groups
      .filter((one) => one.exam === exam)
      .map(({ heldOn }) => heldOn)
      .toSorted();
    // A side with a part of its own is the jury's: its members examine by their appointment.
    const asked = domain ? sidesOf(domain).filter((one) => one.as === undefined) : [];
    const missing = asked.some(({ by }) => !named.some((one) => one.exam === exam && one.by === by));
    return missing ? [{ key: "designateExaminers" as const, part: exam, due: held ?? from, facts: { exam } }] : [];
  });
  if (order === null) return [{ key: "enterOrder", due: juryDay }, ...sides];
  const appointed = new Map(
    named.filter(({ exam, on }) => exam === null && on <= juryDay).map((one) => [one.person, one]),
  );
  const members = [...appointed.values()].flatMap(({ person, college, seat, side, on }) =>
    college === null
      ? []
      : [
          {
            id: person,
            college,
            ...(seat !== null && { represents: seat }),
            ...(side !== null && { side }),
            appointedOn: on,
            present: true,
          },
        ],
  );
  const passed = jury?.passed ?? null;
  const override = passed !== null && law.diploma.jury.override ? { rules: passed, by: "", ground: "" } : undefined;
  const { regular } = juryRule(law)({ id, on: juryDay, order, members, ...(override && { override }), candidates: [] });
  return regular ? sides : [{ key: "completeJury", due: juryDay }, ...sides];
}

/** What a group lacks of whom its exam asks for, and of where it is heard. */
function shortOf(law: Law, { exam, examiners, roomless, sittings }: Heard): WaitingFacts | undefined {
  const domain = law.diploma.domains.find((one) => one.domain === exam);
  if (!domain || sittings.length === 0) return undefined;
  const room = roomless && isHeard(domain.exam);
  const few = sidesOf(domain).some(({ by, count = 1 }) => examiners.filter((one) => one.by === by).length < count);
  return few || room ? { ...(few && { examiners: 1 }), ...(room && { room: 1 }) } : undefined;
}

type Marking = Pick<Row, "key" | "part" | "who" | "from" | "due" | "until"> & { readonly facts: WaitingFacts };

/** Days after an exam from which the school, too, sees that marks are missing. */
const MARKS_LATE = 3;

/** For each examiner who has not finished; once all have, for each of them where two marks of a candidate differ. */
function marking(law: Law, { id, exam, name, heldOn, examiners, sittings }: Heard, juryDay: Day): Marking[] {
  if (sittings.length === 0) return [];
  const due = juryDay > heldOn ? juryDay : heldOn;
  const common = { part: id, due, until: addYears(due, 1), facts: { exam, heldOn, group: name } };
  const each = (one: Heard["examiners"][number], row: Pick<Marking, "key" | "from">): Marking[] =>
    one.actors.map((actor) => ({ ...common, ...row, who: actor as Who }));
  const still = examiners.filter(({ finishedOn }) => finishedOn === null);
  if (still.length > 0) {
    const late = { key: "giveMarks" as const, who: `may:${PREPARE}` as const, from: addDays(heldOn, MARKS_LATE) };
    return [
      ...still.flatMap((one) => each(one, { key: "giveMarks", from: heldOn })),
      { ...common, ...late, facts: { ...common.facts, school: 1 } },
    ];
  }
  const domain = law.diploma.domains.find((one) => one.domain === exam);
  if (!domain || !marksApart(domain.exam)) return [];
  const markers = examiners.map(({ person }) => person);
  if (!sittings.some(({ marks }) => toAgree(marks, markers))) return [];
  const from =
    examiners
      .flatMap(({ finishedOn }) => finishedOn ?? [])
      .toSorted()
      .at(-1) ?? heldOn;
  return examiners.flatMap((one) => each(one, { key: "agreeMark", from }));
}

/** Two equal marks agree by themselves, and what was missed stays missed. */
function toAgree(marks: readonly Marked[], markers: readonly string[]): boolean {
  const own = marks.filter(({ marker }) => marker !== null && markers.includes(marker));
  if (own.some(({ missed }) => missed !== null) || marks.some(({ marker }) => marker === null)) return false;
  return new Set(own.map(({ mark }) => mark)).size > 1;
}
