/** A jury: opening it, noting presence, presidency and decisions, and its closing by the president. */
import { FREE } from "../../act/binding.ts";
import { sayDay } from "../../kit/lang.ts";
import { issue } from "../../kit/schema.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import {
  begun,
  defineAct,
  done,
  type Forbidden,
  FORBIDDEN,
  type Invalid,
  invalid,
  type Performing,
  refused,
  type Stale,
  stale,
} from "../../act/act.ts";
import { lockChain, lockChains } from "../../act/chain.ts";
import { change, keep } from "../../act/keep.ts";
import { actorName, type Actor, may } from "../../act/permissions.ts";
import { addMonths } from "../../kit/day.ts";
import { barred, leaves } from "../../kit/machine.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema, KeySchema } from "../../law/entry.ts";
import { postMail } from "../../mail/post.ts";
import { against, keepGrounds, type Placing } from "../../agenda/placing.ts";
import type { Day } from "../../kit/day.ts";
import { Ground } from "../acts.ts";
import { reach } from "../exams/convoking.ts";
import { juryMail, OPEN } from "../mails.ts";
import { isInSession } from "../let-in.ts";
import { said } from "../refusals.ts";
import {
  declaredFraud,
  type Deliberating,
  type Fact,
  ofThisDay,
  presentAt,
  presidesAt,
} from "../rules/deliberation.ts";
import type { Certifying } from "../rules/facts.ts";
import { againstClosing } from "../rules/closing.ts";
import { JURY, juryState, presidingCollege } from "../rules/jury.ts";
import { componentsOf } from "../rules/marks.ts";
import { certificationOf, isPutAside, judgedIn } from "../rules/proposed.ts";
import { juryOf, toBeClosed } from "../rules/ruled.ts";
import { examShown, shownNow } from "../rules/shown.ts";
import { insertFact, lastSealed, sealedVersions } from "../store.ts";
import {
  certifiedChain,
  deliberating,
  juryChain,
  meIn,
  openJuries,
  personChain,
  sessionChain,
  type SessionWithLaw,
  sessionWithLaw,
} from "../load.ts";
import { readCandidate } from "../rules/sealed.ts";
import { sealedOf } from "./sealing.ts";
import * as output from "../output.ts";

export const openJury = defineAct({
  name: "openJury",
  label: { fr: "Ouvrir la délibération d’un jury", en: "Open the deliberation of a jury" },
  who: "prepare the certification",
  form: Type.Object(
    {
      session: Id,
      on: DaySchema,
      place: Type.Optional(Type.String({ maxLength: 200 })),
      /** Of a holiday, a day of closure, or a past day. */
      ground: Type.Optional(Ground),
    },
    closed,
  ),
  output: output.openJury,
  free: FREE.minutes,
  writes: ["jury", "placing_ground", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const examSession = await sessionWithLaw(context, input.session);
    if (!examSession) return FORBIDDEN;
    if ((await openJuries(tx, input.session)).length > 0) return invalid([refusals.openAlready]);
    const { ground: dayGround, ...asked } = input;
    return begin(context, examSession, { ...asked, dayGround, corrects: null, ground: null, only: null });
  },
});

/**
 * Reconsiders one candidate's decision: a new deliberation, which seals a new version. Against the person only within the legal time limit,
 * unless the authority declares fraud; checked at closing, when the outcome is known.
 */
export const reopenDecision = defineAct({
  name: "reopenDecision",
  label: { fr: "Rouvrir une délibération pour une personne", en: "Deliberate anew on somebody" },
  who: "prepare the certification",
  form: Type.Object(
    {
      entry: Id,
      on: DaySchema,
      place: Type.Optional(Type.String({ maxLength: 200 })),
      ground: Ground,
    },
    closed,
  ),
  from: leaves(JURY, "gone-back-to"),
  output: output.openJury,
  writes: ["jury", "placing_ground", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const sealed = (await lastSealed(tx, [input.entry])).get(input.entry);
    if (!sealed) return invalid([refusals.notSealed]);
    const before = await deliberating(context, sealed.jury);
    if (!before) return FORBIDDEN;
    const { session } = before.of;
    if ((await openJuries(tx, session.id)).length > 0) return invalid([refusals.openAlready]);
    const { on, place, ground } = input;
    const back = { corrects: sealed.jury, ground: ground.trim(), only: input.entry };
    const when = { session: session.id, on, dayGround: ground, ...(place !== undefined && { place }) };
    return begin(context, before, { ...when, ...back });
  },
});

type Beginning = {
  readonly session: string;
  readonly on: string;
  readonly place?: string;
  /** Why that day, if it is questioned. */
  readonly dayGround: string | undefined;
  readonly corrects: string | null;
  readonly ground: string | null;
  readonly only: string | null;
};

async function begin(context: Performing<unknown>, { of, law }: Pick<SessionWithLaw, "of" | "law">, asked: Beginning) {
  const { tx, actor, at } = context;
  const { session, on, place = "", dayGround, corrects, ground, only } = asked;
  // What waits on the session: its deliberation to open, and the day by which marks are given.
  await lockChain(tx, sessionChain(session));
  const id = newId();
  const how = { school: law.establishment, ground: dayGround };
  const { issues, unwise } = await against(context, [dayPlacing(juryChain(id), on)], how);
  if (issues.length > 0) return invalid(issues);
  const back = { corrects, ground, only_entry: only };
  const open = { closed_by: null, closed_at: null, notified_on: null, published_by: null, published_at: null };
  const by = { opened_by: actorName(actor), opened_at: at };
  await keep(tx, "jury", { id, session, on_day: on, place: place.trim(), ...back, ...by, ...open });
  await keepGrounds(context, unwise, how);
  await tellMembers(context, of, { id, on, place: place.trim() });
  return begun({ jury: id }, juryChain(id));
}

/** A jury has a day and no hours: it is the day that is questioned. */
function dayPlacing(what: string, on: Day): Placing {
  const from = new Date(`${on}T00:00:00Z`);
  return { what, on, from, until: from, people: [], rooms: [], path: "on", day: "asks" };
}

async function tellMembers(
  context: Performing<unknown>,
  of: Certifying,
  {
    id,
    on,
    place,
    moved,
  }: { readonly id: string; readonly on: string; readonly place: string; readonly moved?: string },
): Promise<void> {
  const { tx, at, establishment } = context;
  const members = new Set(of.designations.filter(({ exam }) => exam === null).map(({ person }) => person));
  const directors = new Set(of.entries.flatMap(({ director }) => director ?? []));
  for (const person of [...of.persons, ...of.directors].filter(
    ({ id: who }) => members.has(who) || directors.has(who),
  )) {
    const reached = await reach(context, person);
    if (!reached) continue;
    const { to, lang, reader } = reached;
    const words = juryMail(lang, { on, place, session: of.session, ...(moved !== undefined && { moved }) });
    // A director who only follows a work cannot read the deliberation: link to where they are expected instead.
    const link = members.has(person.id)
      ? { path: schoolPath(establishment, lang, `/jurys/${id}`), label: OPEN[lang].jury }
      : { path: schoolPath(establishment, lang, "/examens"), label: OPEN[lang].awaited };
    const about = juryChain(id);
    await postMail(tx, { reader, to, lang, about, at, ...(person.actors.length > 0 && { link }), ...words });
  }
}

const writes = ["jury_fact"] as const;

type Noted = Fact | Invalid | Forbidden | Stale;

/** A decision is the jury's as a body: somebody is there, and one of them presides. */
function decided(deliberation: Deliberating, make: (deliberation: Deliberating) => Noted): Noted {
  const facts = ofThisDay(deliberation.facts);
  if (presentAt(facts).length === 0) return invalid([refusals.nobodyThere]);
  return presidesAt(facts) === undefined ? invalid([refusals.nobodyPresides]) : make(deliberation);
}

/** Notes a fact at an open deliberation, by the secretary or the president. */
async function note(context: Performing<unknown>, jury: string, make: (deliberation: Deliberating) => Noted) {
  const deliberation = await deliberating(context, jury);
  if (!deliberation || !holdsIt(deliberation, context.actor)) return FORBIDDEN;
  const no = barred(JURY, "noted", juryState(deliberation.jury));
  return no.length > 0 ? invalid(no) : keepFact(context, deliberation, make);
}

async function keepFact(
  { tx, actor, at }: Performing<unknown>,
  deliberation: Deliberating,
  make: (deliberation: Deliberating) => Noted,
) {
  const fact = make(deliberation);
  if (fact.kind === "invalid" || fact.kind === "forbidden" || fact.kind === "stale") return fact;
  const { id: jury } = deliberation.jury;
  await lockChains(tx, [...restsOn(deliberation, fact), juryChain(jury)]);
  await insertFact(tx, { id: newId(), jury, by: actorName(actor), at, ...fact });
  return done({}, juryChain(jury));
}

/** What waits by this fact besides what waits on the jury: for who presides, closing it; on the session, the rule no longer unmet. */
function restsOn({ of }: Deliberating, fact: Fact): readonly string[] {
  if (fact.kind === "presides") return [personChain(fact.said.person)];
  return fact.kind === "override" ? [sessionChain(of.session.id)] : [];
}

function holdsIt(deliberation: Deliberating, actor: Actor): boolean {
  return may(actor, "prepare the certification") || presiding(deliberation, actor);
}

/** Whether the actor presides today. */
export function presiding({ of, facts }: Deliberating, actor: Actor): boolean {
  const who = presidesAt(ofThisDay(facts));
  return meIn(of.persons, actor).some(({ id }) => id === who);
}

export const notePresence = defineAct({
  name: "notePresence",
  label: { fr: "Noter qui est présent au jury", en: "Note who is present at the jury" },
  who: "hold a deliberation",
  form: Type.Object({ jury: Id, present: Type.Array(Id, { maxItems: 200 }) }, closed),
  from: leaves(JURY, "noted"),
  output: output.nothing,
  free: FREE.minutes,
  writes,
  perform: (context) =>
    note(context, context.input.jury, ({ of }) => {
      const present = [...new Set(context.input.present)];
      if (!present.every((one) => of.persons.some(({ id }) => id === one))) return FORBIDDEN;
      return { kind: "presence", entry: null, said: { present } };
    }),
});

export const notePresiding = defineAct({
  name: "notePresiding",
  label: { fr: "Noter qui préside le jury", en: "Note who presides the jury" },
  who: "prepare the certification",
  form: Type.Object({ jury: Id, person: Id }, closed),
  from: leaves(JURY, "noted"),
  output: output.nothing,
  free: FREE.minutes,
  writes,
  perform: (context) =>
    note(context, context.input.jury, ({ of, facts, law }) => {
      const person = of.persons.find(({ id }) => id === context.input.person);
      if (!person) return FORBIDDEN;
      if (!presentAt(ofThisDay(facts)).includes(person.id)) return invalid([refusals.notThere]);
      const college = presidingCollege(law.diploma);
      if (college !== undefined && person.college !== college) return invalid([refusals.doesNotPreside]);
      return { kind: "presides", entry: null, said: { person: person.id } };
    }),
});

export const noteDirectorThere = defineAct({
  name: "noteDirectorThere",
  label: { fr: "Noter si le directeur du travail prend part", en: "Note whether the director takes part" },
  who: "hold a deliberation",
  form: Type.Object({ jury: Id, entry: Id, there: Type.Boolean() }, closed),
  from: leaves(JURY, "noted"),
  output: output.nothing,
  free: FREE.minutes,
  writes,
  perform: (context) =>
    about(context, ({ input }) => ({ kind: "director", entry: input.entry, said: { there: input.there } })),
});

/** The fingerprint, given by the view, of what was decided on. */
const Shown = Type.String({ maxLength: 100 });

/** The current state, when it differs from what was shown. */
function otherwise(deliberation: Deliberating, shown: string): Stale {
  const candidates = deliberation.entries.map((entry) => ({
    entry: entry.id,
    name: entry.name,
    domains: certificationOf(deliberation, entry).domains.map(({ domain, status, points = null }) => {
      return { domain: domain.domain, status, points };
    }),
  }));
  return stale({ shown, candidates });
}

const Count = Type.Integer({ minimum: 0, maximum: 200 });

/** Totals only: individual votes are secret. */
export const noteVotes = defineAct({
  name: "noteVotes",
  label: { fr: "Noter les votes du jury", en: "Note the votes of the jury" },
  who: "hold a deliberation",
  form: Type.Object(
    { jury: Id, entry: Id, exam: KeySchema, for: Count, against: Count, abstain: Count, shown: Shown },
    closed,
  ),
  from: leaves(JURY, "noted"),
  output: output.nothing,
  writes,
  perform: (context) =>
    decidedAbout(context, ({ input, deliberation }) => {
      const { entry, exam, for: yes, against, abstain, shown } = input;
      const own = deliberation.entries.find(({ id }) => id === entry)!;
      if (!own.exams.includes(exam)) return invalid([said.exam]);
      const stands = examShown(deliberation, own, exam);
      if (shown !== stands) return otherwise(deliberation, stands);
      const called = juryOf(deliberation).candidates[deliberation.entries.findIndex(({ id }) => id === entry)]!;
      const entitled = called.exams.find(({ domain }) => domain.domain === exam)!.entitled.length;
      if (yes + against + abstain > entitled) return invalid([refusals.moreVotes]);
      return { kind: "votes", entry, said: { exam, for: yes, against, abstain, shown } };
    }),
});

/** The jury overrides a mark, with its ground; the examiners' mark is kept beside it. */
export const setMarkAnew = defineAct({
  name: "setMarkAnew",
  label: { fr: "Arrêter une autre note que celle des examinateurs", en: "Set a mark anew" },
  who: "hold a deliberation",
  form: Type.Object(
    {
      jury: Id,
      entry: Id,
      exam: KeySchema,
      component: Type.Optional(KeySchema),
      mark: Type.Integer({ minimum: 0, maximum: 100_000 }),
      ground: Ground,
    },
    closed,
  ),
  from: leaves(JURY, "noted"),
  output: output.nothing,
  writes,
  perform: (context) =>
    decidedAbout(context, ({ input, deliberation }) => {
      const { entry, exam, component = "", mark, ground } = input;
      const { diploma } = deliberation.law;
      const domain = diploma.domains.find((one) => one.domain === exam);
      const own = deliberation.entries.find(({ id }) => id === entry)!;
      if (!domain || !own.exams.includes(exam)) return invalid([said.exam]);
      if (!componentsOf(domain.exam).includes(component)) return invalid([said.notAsked]);
      if (mark > diploma.marks.max * 100) return invalid([said.mark(diploma.marks.max)]);
      if (ground.trim() === "") return invalid([refusals.ground]);
      const judged = judgedIn(deliberation, own, exam);
      const values = judged === undefined ? [] : Object.values(judged);
      if (values.length === 0 || values.some((one) => typeof one === "string")) return invalid([said.missedStays]);
      return { kind: "anew", entry, said: { exam, component, mark, ground: ground.trim() } };
    }),
});

export const leaveCandidate = defineAct({
  name: "leaveCandidate",
  label: { fr: "Renvoyer une décision à un autre jour", en: "Leave a decision for another day" },
  who: "hold a deliberation",
  form: Type.Object({ jury: Id, entry: Id, ground: Ground }, closed),
  from: leaves(JURY, "noted"),
  output: output.nothing,
  free: FREE.minutes,
  writes,
  perform: (context) =>
    about(context, ({ input: { entry, ground } }) => ({ kind: "left", entry, said: { ground: ground.trim() } })),
});

export const resumeCandidate = defineAct({
  name: "resumeCandidate",
  label: { fr: "Reprendre une décision renvoyée", en: "Take a decision up again" },
  who: "hold a deliberation",
  form: Type.Object({ jury: Id, entry: Id }, closed),
  from: leaves(JURY, "noted"),
  output: output.nothing,
  free: FREE.minutes,
  writes,
  perform: (context) => about(context, ({ input: { entry } }) => ({ kind: "resumed", entry, said: {} })),
});

/** Adopts, as a body, the proposals on which no vote was asked. */
export const adoptProposals = defineAct({
  name: "adoptProposals",
  label: { fr: "Adopter les propositions sans vote demandé", en: "Adopt the proposals on which no vote was asked" },
  who: "hold a deliberation",
  form: Type.Object({ jury: Id, shown: Shown }, closed),
  from: leaves(JURY, "noted"),
  output: output.nothing,
  writes,
  perform: (context) =>
    note(context, context.input.jury, (sitting) =>
      decided(sitting, (deliberation) => {
        const { shown } = context.input;
        const stands = shownNow(deliberation);
        if (shown !== stands) return otherwise(deliberation, stands);
        return { kind: "adopted", entry: null, said: { shown } };
      }),
    ),
});

const ByAuthority = { jury: Id, by: Type.String({ minLength: 1, maxLength: 200 }), ground: Ground };

/** The authority lets the jury sit despite an unmet rule, for a stated reason. */
export const passOverRule = defineAct({
  name: "passOverRule",
  label: { fr: "Passer outre une règle de composition", en: "Pass over a rule of composition" },
  who: "pass over a rule of the jury",
  form: Type.Object({ ...ByAuthority, rules: Type.Array(KeySchema, { minItems: 1, maxItems: 10 }) }, closed),
  from: leaves(JURY, "passed-over"),
  output: output.nothing,
  writes,
  perform: (context) =>
    byAuthority(context, "passed-over", ({ law }) => {
      const { rules, by, ground } = context.input;
      const allowed: readonly string[] = law.diploma.jury.override?.rules ?? [];
      if (!rules.every((one) => allowed.includes(one))) return invalid([refusals.rule]);
      const passed = { rules: [...new Set(rules)], by: by.trim(), ground: ground.trim() };
      return { kind: "override", entry: null, said: passed };
    }),
});

/** Withdrawal for fraud has no time limit (CRPA, art. L. 241-2): the authority declares it to the jury that reconsiders the decision. */
export const declareFraud = defineAct({
  name: "declareFraud",
  label: { fr: "Déclarer une fraude", en: "Declare a fraud" },
  who: "declare a fraud",
  form: Type.Object(ByAuthority, closed),
  from: leaves(JURY, "fraud-declared"),
  output: output.nothing,
  writes,
  perform: (context) =>
    byAuthority(context, "fraud-declared", ({ jury }) => {
      if (jury.only === null) return invalid([refusals.nothingTakenBack]);
      const { by, ground } = context.input;
      return { kind: "fraud", entry: jury.only, said: { by: by.trim(), ground: ground.trim() } };
    }),
});

async function byAuthority(
  context: Performing<{ readonly jury: string }>,
  move: "passed-over" | "fraud-declared",
  make: (deliberation: Deliberating) => Noted,
) {
  const deliberation = await deliberating(context, context.input.jury);
  if (!deliberation || !(await isInSession(context.tx, context.actor, deliberation.of.session.id))) return FORBIDDEN;
  const no = barred(JURY, move, juryState(deliberation.jury));
  return no.length > 0 ? invalid(no) : keepFact(context, deliberation, make);
}

/** The day's work is void: members are told, and the jury starts again on another day. */
export const putOffJury = defineAct({
  name: "putOffJury",
  label: { fr: "Renvoyer la délibération à un autre jour", en: "Put the deliberation off" },
  who: "hold a deliberation",
  form: Type.Object({ jury: Id, to: DaySchema, ground: Ground }, closed),
  from: leaves(JURY, "put-off"),
  output: output.nothing,
  free: FREE.minutes,
  writes: ["jury", "jury_fact", "placing_ground", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const deliberation = await deliberating(context, input.jury);
    if (!deliberation || !holdsIt(deliberation, actor)) return FORBIDDEN;
    const no = barred(JURY, "put-off", juryState(deliberation.jury));
    if (no.length > 0) return invalid(no);
    if (input.to <= today) return invalid([refusals.later]);
    await lockChains(tx, [sessionChain(deliberation.of.session.id), juryChain(input.jury)]);
    const ground = input.ground.trim();
    const how = { school: deliberation.law.establishment, ground };
    const { unwise } = await against(context, [dayPlacing(juryChain(input.jury), input.to)], how);
    await keepGrounds(context, unwise, how);
    const row = { id: newId(), jury: input.jury, by: actorName(actor), at };
    await insertFact(tx, { ...row, kind: "put-off", entry: null, said: { to: input.to, ground } });
    await change(tx, "jury", input.jury, { on_day: input.to });
    const { place } = deliberation.jury;
    await tellMembers(context, deliberation.of, { id: input.jury, on: input.to, place, moved: ground });
    return done({}, juryChain(input.jury));
  },
});

type About = { readonly jury: string; readonly entry: string };

/** What the jury decides of one candidate. */
const decidedAbout = <I extends About>(
  context: Performing<I>,
  make: (noted: { readonly input: I; readonly deliberation: Deliberating }) => Noted,
) => about(context, ({ input, deliberation }) => decided(deliberation, () => make({ input, deliberation })));

/** Notes a fact about one candidate on whom this jury rules. */
function about<I extends About>(
  context: Performing<I>,
  make: (noted: { readonly input: I; readonly deliberation: Deliberating }) => Noted,
) {
  const { input } = context;
  return note(context, input.jury, (deliberation) =>
    deliberation.entries.some(({ id }) => id === input.entry) ? make({ input, deliberation }) : FORBIDDEN,
  );
}

/**
 * Closed by the president, freshly authenticated, and only once the jury meets every legal requirement. Each candidate's sealed decision is
 * stored whole in the jury's chain, and its hash in the candidate's own; they read it once notified.
 */
export const closeJury = defineAct({
  name: "closeJury",
  label: { fr: "Clore la délibération", en: "Close the deliberation" },
  who: "sit in a jury",
  form: Type.Object({ jury: Id, shown: Shown }, closed),
  from: leaves(JURY, "closed"),
  output: output.closeJury,
  shows: { as: "shown" },
  writes: ["jury", "jury_sealed", "jury_seal"],
  async perform(context) {
    const { tx, input, actor, at, today, zone } = context;
    const deliberation = await deliberating(context, input.jury);
    if (!deliberation || !presiding(deliberation, actor)) return FORBIDDEN;
    const no = barred(JURY, "closed", juryState(deliberation.jury));
    if (no.length > 0) return invalid(no);
    const stands = toBeClosed(deliberation);
    if (input.shown !== stands) return otherwise(deliberation, stands);
    const against = againstClosing(deliberation, today);
    if (against.length > 0) return refused(...against);
    const versions = await sealedVersions(
      tx,
      deliberation.entries.map(({ id }) => id),
    );
    const late = correctedTooLate(deliberation, versions, today);
    if (late !== undefined) return invalid([refusals.tooLate(late)]);
    const before = new Map(versions.map((one) => [one.entry!, one]));
    const sealed = sealedOf(deliberation, { at, zone, before, by: actorName(actor), shown: stands });
    await lockChains(tx, ruledOver(deliberation));
    await change(tx, "jury", input.jury, { closed_by: actorName(actor), closed_at: at });
    for (const { enrolment, ...row } of sealed) {
      await keep(tx, "jury_sealed", { ...row, jury: input.jury });
      if (enrolment === undefined) continue;
      const seal = { id: row.id, enrolment, hash: row.hash, sealed_at: at };
      await keep(tx, "jury_seal", seal, { of: certifiedChain(enrolment) });
    }
    return done({ sealed: sealed.length }, juryChain(input.jury));
  },
});

/** The chains that closing writes in, and those on which something waits until it is done: the session, and the jury that it corrects. */
function ruledOver({ of, jury, entries }: Deliberating): readonly string[] {
  const corrected = jury.corrects === null ? [] : [juryChain(jury.corrects)];
  const candidates = entries.map(({ enrolment }) => certifiedChain(enrolment));
  return [...candidates, sessionChain(of.session.id), juryChain(jury.id), ...corrected];
}

/**
 * The last day to decide against the person, if this decision does and that day is past. Counted from the first sealing that granted what
 * is withdrawn: sealing the same again does not extend it.
 */
function correctedTooLate(
  deliberation: Deliberating,
  versions: Awaited<ReturnType<typeof sealedVersions>>,
  today: string,
) {
  const { jury, law, entries, facts } = deliberation;
  const months = law.diploma.correction?.value;
  if (jury.corrects === null || declaredFraud(facts) || typeof months !== "number") return undefined;
  for (const entry of entries) {
    if (isPutAside(deliberation, entry)) continue;
    const theirs = versions
      .filter((one) => one.entry === entry.id && one.stands)
      .map(({ sealed }) => readCandidate(sealed));
    const now = certificationOf(deliberation, entry).validated;
    for (const domain of theirs.at(-1)?.validated ?? []) {
      if (now.includes(domain)) continue;
      const since = theirs.findLastIndex(({ validated }) => !validated.includes(domain)) + 1;
      const until = addMonths(theirs[since]!.on, months);
      if (today > until) return until;
    }
  }
  return undefined;
}

/** What these acts refuse, and the sentence for it. */
const refusals = {
  ground: issue("ground", "Dites pourquoi.", "Say why."),
  notThere: issue("person", "Cette personne n’est pas présente.", "This person is not present."),
  nobodyThere: issue(
    "present",
    "Personne n’est noté présent : notez d’abord qui est là.",
    "Nobody is noted as present: first note who is there.",
  ),
  nobodyPresides: issue(
    "presides",
    "Personne ne préside : notez d’abord qui préside.",
    "Nobody presides: first note who presides.",
  ),
  doesNotPreside: issue(
    "person",
    "Cette personne n’est pas du collège qui préside.",
    "This person is not of the college that presides.",
  ),
  moreVotes: issue(
    "votes",
    "Il n’y a pas tant de personnes qui puissent voter.",
    "There are not so many who may vote.",
  ),
  rule: issue(
    "rules",
    "L’autorité ne peut passer outre que ce que le référentiel permet.",
    "The authority may pass over only what the référentiel allows.",
  ),
  later: issue(
    "to",
    "Choisissez un jour à venir, dans la session ou après.",
    "Choose a day to come, in the session or after.",
  ),
  openAlready: issue(
    "session",
    "Un jury délibère déjà sur cette session.",
    "A jury deliberates on this session already.",
  ),
  notSealed: issue(
    "entry",
    "Aucun jury n’a encore décidé pour cette personne.",
    "No jury has decided for this person yet.",
  ),
  tooLate: (until: string) =>
    issue(
      "entry",
      `Une décision ne se corrige contre la personne que jusqu’au ${sayDay(until, "fr")}, sauf fraude déclarée par l’autorité.`,
      `A decision is corrected against the person only until ${sayDay(until, "en")}, but for a fraud that the authority declares.`,
    ),
  nothingTakenBack: issue(
    "jury",
    "Ce jury ne revient sur aucune décision : il n’y a rien à reprendre pour fraude.",
    "This jury goes back to no decision: there is nothing to take back for fraud.",
  ),
};
