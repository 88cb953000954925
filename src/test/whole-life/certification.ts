/** What happens before a jury: who is presented, exams held and marked, a jury that is whole or not, its day, what is notified. */
import { randomUUID } from "node:crypto";
import { decideLapse, noteParchment, publishResults } from "../../certification/after/acts.ts";
import { presentCandidate, withdrawCandidate } from "../../certification/acts.ts";
import { arrangeGroup } from "../../certification/exams/acts.ts";
import { agreeMark, finishMarking, giveMarks, noteDirector } from "../../certification/exams/marks-acts.ts";
import { seeGroup } from "../../certification/exams/views.ts";
import { nameWorkDirector } from "../../training/works/acts.ts";
import {
  adoptProposals,
  closeJury,
  leaveCandidate,
  notePresence,
  notePresiding,
  noteVotes,
  openJury,
  passOverRule,
  putOffJury,
  reopenDecision,
  setMarkAnew,
} from "../../certification/juries/acts.ts";
import { seeJury } from "../../certification/juries/views.ts";
import { withSchool } from "../../db/school.ts";
import { addDays } from "../../kit/day.ts";
import { aRoom, aSession, cameIn, type Held, president } from "../certifying.ts";
import { as, type Deed, type Dice, later, type Life, mostly, SCHOOL, sees, tries } from "./life.ts";

/** Hundredths that stand nowhere else: what nobody concerned may read before it is notified. */
const MARKS = [1337, 1443, 1731, 1939, 1013, 877, 743] as const;
export const TOLD =
  /(?<![\w.-])(?:1337|1443|1731|1939|1013|877|743|13[.,]37|14[.,]43|17[.,]31|19[.,]39|10[.,]13|8[.,]77|7[.,]43)(?![\w.-])/;

export const aSessionIsPrepared: Deed = async (life) => {
  if (life.held) await life.moveTo(later(life, 120), "09:00");
  else await life.moveTo("2029-05-14", "09:00");
  const { world, staff } = life;
  const tag = life.held ? "-2" : "";
  const held = await aSession(world, {
    secretary: staff.secretary,
    trainees: [],
    name: `Session ${life.today()}`,
    tag,
  });
  life.held = { ...held, entries: new Map(), from: later(life, 22) };
  delete life.jury;
  life.groups.length = 0;
};

export const everybodyIsPresented: Deed = async (life, dice) => {
  const { held } = life;
  if (!held) return;
  for (const { who, enrolment } of life.walkers) {
    if (enrolment === undefined) continue;
    const by = mostly(life, dice, as(life, "secretary"));
    const made = await tries(life, presentCandidate, by, { session: held.session, enrolment });
    if (made) (held.entries as Map<string, string>).set(who.name, made.entry);
    const directs = { enrolment, exam: "DF1", director: held.director.guest.actor };
    await tries(life, nameWorkDirector, mostly(life, dice, as(life, "officer")), directs);
  }
};

const EXAMS = [
  { exam: "DF1", from: "09:00", until: "12:00", jury: [0, 2], examiners: [] },
  { exam: "DF2", from: "13:00", until: "15:00", jury: [], examiners: [0, 1, 2] },
  { exam: "DF3", from: "16:00", until: "17:00", jury: [], examiners: [0, 2] },
] as const;

export const examsAreArranged: Deed = async (life, dice) => {
  const { held } = life;
  if (!held) return;
  for (const { exam, from, until, jury, examiners } of EXAMS) {
    const by = [
      ...jury.map((at) => ({ person: held.members[at]!.id, by: "jury" })),
      ...examiners
        .filter(() => dice.chance(97))
        .map((at) => ({ person: held.examiners[at]!.id, by: at < 2 ? "authority" : "establishment" })),
    ];
    const asked = { session: held.session, exam, from, until, examiners: by };
    for (const entry of held.entries.values()) {
      // Whoever does not have to sit it would be refused with all others: each is arranged alone.
      const name = `${exam} ${entry.slice(-4)}`;
      // The exams may be arranged anew: no two rooms have one name.
      const room = await aRoom(life.world, `Salle ${name} ${randomUUID()}`);
      const when = { day: freeDay(life, exam), room, ground: "Aucun autre jour ne convenait." };
      const input = { ...asked, ...when, name, candidates: [entry] };
      const made = await tries(life, arrangeGroup, mostly(life, dice, as(life, "secretary")), input);
      if (made) life.groups.push({ id: made.group, exam, by: [...jury, ...examiners] });
    }
  }
};

/** Nobody hears two at once: each group of an exam has a day of its own. */
const freeDay = ({ held, groups }: Life, exam: string) =>
  addDays(held!.from, groups.filter((one) => one.exam === exam).length);

const whoOf = ({ members, examiners }: Held, exam: string, at: number) =>
  exam === "DF1" ? members[at]! : examiners[at]!;

export const everythingIsMarked: Deed = async (life, dice) => {
  const { held } = life;
  if (!held) return;
  await life.moveTo(addDays(held.from, life.walkers.length), "18:00");
  for (const { id, exam, by } of life.groups) {
    for (const at of by)
      await marks(life, dice, {
        id,
        actor: cameIn(life.world, whoOf(held, exam, at).guest),
        leads: at === by[0] || exam === "DF3",
      });
    if (exam === "DF1") await directorIsThere(life, dice, id);
    if (exam === "DF3") await commonMark(life, dice, { id, by });
  }
};

type Marking = { readonly id: string; readonly actor: ReturnType<typeof cameIn>; readonly leads: boolean };

async function marks(life: Life, dice: Dice, { id, actor, leads }: Marking) {
  const seen = await sees(life, seeGroup, actor, { group: id });
  if (!seen) return;
  const given = seen.candidates.flatMap(({ sitting, marks: own }) =>
    own.map(({ component, seen: last }) => {
      const value = dice.chance(95) ? { mark: aMark(dice) } : { missed: dice.one(["absent", "not-deposited"]) };
      return { sitting, ...(component !== "" && { component }), ...value, seen: dice.chance(97) ? last : last + 1 };
    }),
  );
  if (leads && given.length > 0) await tries(life, giveMarks, mostly(life, dice, actor), { group: id, marks: given });
  const now = await sees(life, seeGroup, actor, { group: id });
  await tries(life, finishMarking, actor, { group: id, shown: now?.shown ?? "rien" });
}

const aMark = (dice: Dice) => (dice.chance(75) ? dice.one(MARKS.slice(0, 5)) : dice.one(MARKS.slice(5)));

async function directorIsThere(life: Life, dice: Dice, group: string) {
  const chair = president(life.world, life.held!);
  const seen = await sees(life, seeGroup, chair, { group });
  for (const { sitting } of seen?.candidates ?? [])
    await tries(life, noteDirector, mostly(life, dice, chair), { group, sitting, there: dice.chance(90) });
}

async function commonMark(life: Life, dice: Dice, { id, by }: { readonly id: string; readonly by: readonly number[] }) {
  const actor = cameIn(life.world, life.held!.examiners[by[0]!]!.guest);
  const seen = await sees(life, seeGroup, actor, { group: id });
  for (const { sitting, agreed } of seen?.candidates ?? [])
    if (dice.chance(90))
      await tries(life, agreeMark, actor, { group: id, sitting, mark: aMark(dice), seen: agreed?.seen ?? 0 });
}

export const theJurySits: Deed = async (life, dice) => {
  const { held } = life;
  if (!held) return;
  const on = later(life, 3 + dice.upTo(3));
  const made = await tries(life, openJury, mostly(life, dice, as(life, "secretary")), { session: held.session, on });
  if (made) life.jury = made.jury;
  await life.moveTo(on, "09:00");
  await whoIsThere(life, dice);
};

const whoIsThere: Deed = async (life, dice) => {
  const { held, jury } = life;
  if (!held || jury === undefined) return;
  const whole = dice.chance(70);
  const present = held.members.filter(() => whole || dice.chance(80)).map(({ id }) => id);
  const directs = dice.chance(50) ? [held.director.id] : [];
  const secretary = () => mostly(life, dice, as(life, "secretary"));
  await tries(life, notePresence, secretary(), { jury, present: [...present, ...directs] });
  const person = dice.chance(90) ? held.members[0]!.id : dice.one(held.members).id;
  await tries(life, notePresiding, secretary(), { jury, person });
};

const someVote: Deed = async (life, dice) => {
  const { held, jury } = life;
  if (!held || jury === undefined || held.entries.size === 0) return;
  const votes = { for: dice.upTo(4), against: dice.upTo(2), abstain: dice.upTo(1) };
  const entry = dice.one([...held.entries.values()]);
  const exam = dice.one(["DF1", "DF2", "DF3"]);
  const seen = await sees(life, seeJury, president(life.world, held), { jury });
  const domains = seen?.candidates.find((one) => one.entry === entry)?.domains ?? [];
  const shown = domains.find(({ domain }) => domain === exam)?.shown ?? "rien";
  const input = { jury, entry, exam, ...votes, shown };
  await tries(life, noteVotes, mostly(life, dice, president(life.world, held)), input);
};

const aMarkIsSetAnew: Deed = async (life, dice) => {
  const { held, jury } = life;
  if (!held || jury === undefined || held.entries.size === 0) return;
  const exam = dice.one(["DF1", "DF2", "DF3"]);
  const component = exam === "DF3" ? {} : { component: dice.one(["written", "oral"]) };
  const entry = dice.one([...held.entries.values()]);
  const input = { jury, entry, exam, ...component, mark: aMark(dice), ground: "La copie le mérite." };
  await tries(life, setMarkAnew, mostly(life, dice, president(life.world, held)), input);
};

const somebodyIsLeft: Deed = async (life, dice) => {
  const { held, jury } = life;
  if (!held || jury === undefined || held.entries.size === 0) return;
  const entry = dice.one([...held.entries.values()]);
  await tries(life, leaveCandidate, president(life.world, held), { jury, entry, ground: "À revoir." });
};

const aRuleIsPassedOver: Deed = async (life, dice) => {
  const { jury } = life;
  if (jury === undefined || !dice.chance(20)) return;
  const input = { jury, rules: ["share"], by: "La directrice régionale", ground: "Absence légitime." };
  await tries(life, passOverRule, mostly(life, dice, as(life, "secretary")), input);
};

const theDayIsPutOff: Deed = async (life, dice) => {
  const { held, jury } = life;
  if (!held || jury === undefined || !dice.chance(25)) return;
  const to = later(life, 7);
  const put = await tries(life, putOffJury, president(life.world, held), { jury, to, ground: "Incomplet." });
  if (put) await life.moveTo(to, "09:00");
  if (put) await whoIsThere(life, dice);
};

export const proposalsAreAdopted: Deed = async (life, dice) => {
  const { held, jury } = life;
  if (!held || jury === undefined) return;
  const { shown = "rien" } = (await sees(life, seeJury, president(life.world, held), { jury })) ?? {};
  await tries(life, adoptProposals, mostly(life, dice, president(life.world, held)), { jury, shown });
};

export const theJuryCloses: Deed = async (life, dice) => {
  const { held, jury } = life;
  if (!held || jury === undefined) return;
  const { toClose = "rien" } = (await sees(life, seeJury, president(life.world, held), { jury })) ?? {};
  // Sometimes a mark is set between what the president reads and what they close.
  if (dice.chance(15)) await aMarkIsSetAnew(life, dice);
  await tries(life, closeJury, mostly(life, dice, president(life.world, held)), { jury, shown: toClose });
};

export const resultsAreNotified: Deed = async (life, dice) => {
  const { jury } = life;
  if (jury === undefined) return;
  await life.moveTo(later(life, 1 + dice.upTo(20)), "10:00");
  const input = { jury, notifiedOn: dice.chance(90) ? life.today() : later(life, 1) };
  await tries(life, publishResults, mostly(life, dice, as(life, "secretary")), input);
};

/** Of any jury that was closed: an elder is tried over a later one, too. */
const anotherIsPublished: Deed = async (life, dice) => {
  const closed = await withSchool(life.world.db, SCHOOL, (tx) =>
    tx.selectFrom("jury").select("id").where("closed_at", "is not", null).orderBy("opened_at").orderBy("id").execute(),
  );
  if (closed.length === 0) return;
  const input = { jury: dice.one(closed).id, notifiedOn: life.today() };
  await tries(life, publishResults, mostly(life, dice, as(life, "secretary")), input);
};

const aDecisionIsReopened: Deed = async (life, dice) => {
  const { held } = life;
  if (!held || held.entries.size === 0) return;
  const input = { entry: dice.one([...held.entries.values()]), on: later(life, 1), ground: "Erreur de report." };
  const made = await tries(life, reopenDecision, as(life, "secretary"), input);
  if (!made) return;
  life.jury = made.jury;
  await life.moveTo(later(life, 1), "09:00");
  await whoIsThere(life, dice);
  await proposalsAreAdopted(life, dice);
  await theJuryCloses(life, dice);
};

export const parchmentsAreHandedOver: Deed = async (life, dice) => {
  for (const { enrolment } of life.walkers) {
    if (enrolment === undefined) continue;
    for (const kind of ["received", "handed-over"] as const)
      await tries(life, noteParchment, mostly(life, dice, as(life, "secretary")), {
        enrolment,
        kind,
        on: life.today(),
      });
  }
};

const somebodyIsWithdrawn: Deed = async (life, dice) => {
  const { held } = life;
  if (!held || held.entries.size === 0 || !dice.chance(15)) return;
  const input = { entry: dice.one([...held.entries.values()]), ground: "À sa demande." };
  await tries(life, withdrawCandidate, as(life, "secretary"), input);
};

const aLapseIsDecided: Deed = async (life, dice) => {
  const { enrolment } = dice.one(life.walkers);
  if (enrolment !== undefined)
    await tries(life, decideLapse, mostly(life, dice, as(life, "secretary")), {
      enrolment,
      ground: "Cinq ans passés.",
    });
};

export const CERTIFICATION: readonly Deed[] = [
  whoIsThere,
  someVote,
  aMarkIsSetAnew,
  somebodyIsLeft,
  aRuleIsPassedOver,
  theDayIsPutOff,
  proposalsAreAdopted,
  theJuryCloses,
  aDecisionIsReopened,
  anotherIsPublished,
  somebodyIsWithdrawn,
  aLapseIsDecided,
  parchmentsAreHandedOver,
];
