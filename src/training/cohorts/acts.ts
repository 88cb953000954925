/**
 * Opens a cohort, pinned to a version of the référentiel and to the school's maquette of that day, and records what happens to the training
 * of those enrolled in it: interrupted, taken up again in a later cohort, ended.
 */
import { issue } from "../../kit/schema.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { lockChain, lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { checkMove } from "../../act/standing.ts";
import { endPlace, LEAVING_TABLES } from "../../admission/place-acts.ts";
import { candidacyChain } from "../../admission/rules/candidacy.ts";
import { placeChains } from "../../admission/settling.ts";
import { acceptedPlaces } from "../../admission/accepted.ts";
import type { Tx } from "../../db/school.ts";
import { allows, leaves } from "../../kit/machine.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema, KeySchema, oneOf } from "../../law/entry.ts";
import type { Law } from "../../law/law.ts";
import { endedBefore } from "../../law/registration.ts";
import { type Day } from "../../kit/day.ts";
import { sayDay } from "../../kit/lang.ts";
import { tellWhoGoesOn } from "../../people/going-on.ts";
import { lastThere } from "../attendance/store.ts";
import { enrolmentChain } from "../enrolled.ts";
import { asks, ENDING_KINDS, ENROLMENT, type EnrolmentFactKind, enrolmentState, isEnding } from "../rules/enrolment.ts";
import { joinIssues } from "../lessons/joining.ts";
import { leaveGroupOf } from "../study/leaving.ts";
import { longestSpan } from "../rules/span.ts";
import { spanFor } from "./span.ts";
import {
  cohortNamed,
  type Enrolment,
  factsOf,
  findCohort,
  findEnrolment,
  insertCohort,
  insertEnrolmentFact,
  insertPartnerTrack,
} from "./store.ts";
import { pastSpan, tooLong, wasThere } from "./words.ts";
import { goesOnMail, movedMail } from "./mails.ts";
import { tellTrainee } from "./telling.ts";
import * as output from "./output.ts";

export const cohortChain = (id: string) => `cohort:${id}`;

const Line = Type.String({ minLength: 1, maxLength: 200 });
const Text = Type.String({ minLength: 1, maxLength: 2_000 });

export const openCohort = defineAct({
  name: "openCohort",
  label: { fr: "Ouvrir une promotion", en: "Open a cohort" },
  who: "run the training",
  form: Type.Object({ diploma: KeySchema, name: Line, startsOn: DaySchema, endsOn: DaySchema }, closed),
  output: output.openCohort,
  writes: ["cohort"],
  async perform({ tx, input, actor, at, law: lawOf }) {
    const { diploma, startsOn, endsOn } = input;
    const name = input.name.trim();
    if (name === "") return invalid([refusals.noName]);
    const law = lawOf(diploma, { on: startsOn });
    if (!law) return invalid([refusals.notTaught]);
    const ended = endedBefore(law.diploma, startsOn);
    if (ended !== null) return invalid([versionEnded(law.diploma, ended)]);
    if (endsOn <= startsOn) return invalid([refusals.backwards]);
    const span = longestSpan(law.diploma, startsOn);
    if (span && endsOn > span.until) return invalid([tooLong(span)]);
    if (await cohortNamed(tx, diploma, name)) return invalid([refusals.sameName]);
    const id = newId();
    const { version } = law.basis;
    const pinned = { maquette: law.school.maquette.hours, basis: law.basis, by: actorName(actor), at };
    await insertCohort(tx, { id, diploma, lawVersion: version, name, startsOn, endsOn, ...pinned });
    return begun({ cohort: id }, cohortChain(id));
  },
});

/** The partner university's own teaching: listed, never counted in our hours. */
export const recordPartnerTrack = defineAct({
  name: "recordPartnerTrack",
  label: { fr: "Noter le cursus de l’université partenaire", en: "Record the partner university’s track" },
  who: "run the training",
  form: Type.Object({ cohort: Id, university: Line, title: Line, holds: Text }, closed),
  output: output.recordPartnerTrack,
  writes: ["partner_track"],
  async perform({ tx, input, actor, at }) {
    const { cohort } = input;
    if (!(await lockChain(tx, cohortChain(cohort)))) return FORBIDDEN;
    await insertPartnerTrack(tx, { id: newId(), ...input, by: actorName(actor), at });
    return done({}, cohortChain(cohort));
  },
});

/** A trainee who leaves before the first day also gives up the place in admission: hence its tables. */
export const TABLES_OF_ENDING = [
  ...new Set(["enrolment", "enrolment_fact", "study_member", "mail", ...LEAVING_TABLES] as const),
];

const Reason = Type.String({ minLength: 1, maxLength: 1_000 });
const Moved = { enrolment: Id, on: DaySchema, reason: Reason };

export const interruptTraining = defineAct({
  name: "interruptTraining",
  label: { fr: "Noter une interruption de formation", en: "Record an interruption of a training" },
  who: "run the training",
  form: Type.Object(Moved, closed),
  from: leaves(ENROLMENT, "interrupted"),
  output: output.moveEnrolment,
  writes: TABLES_OF_ENDING,
  perform: (context) => moved(context, context.input, "interrupted"),
});

/** For good, or until a later cohort: `ENDINGS` says what each kind of ending asks for. */
export const endTraining = defineAct({
  name: "endTraining",
  label: { fr: "Noter la fin d’une formation, et pourquoi", en: "Record how a training ended, and why" },
  who: "run the training",
  form: Type.Object(
    {
      ...Moved,
      kind: oneOf(...ENDING_KINDS),
      /** The document it rests on: a letter, a decision, a proof, with its day. */
      paper: Type.Optional(Type.String({ maxLength: 500 })),
      /** The school that the trainee moves to. */
      destination: Type.Optional(Type.String({ maxLength: 200 })),
    },
    closed,
  ),
  from: ENDING_KINDS.map((kind) => leaves(ENROLMENT, kind)),
  output: output.moveEnrolment,
  writes: TABLES_OF_ENDING,
  perform: (context) => moved(context, context.input, context.input.kind),
});

export const resumeTraining = defineAct({
  name: "resumeTraining",
  label: { fr: "Reprendre une formation dans une promotion", en: "Resume a training in a cohort" },
  who: "run the training",
  form: Type.Object({ ...Moved, cohort: Id }, closed),
  from: leaves(ENROLMENT, "returned"),
  output: output.moveEnrolment,
  writes: ["enrolment", "enrolment_fact", "mail"],
  perform: (context) => moved(context, context.input, "returned"),
});

type Moving = {
  readonly enrolment: string;
  readonly on: string;
  readonly reason: string;
  readonly cohort?: string;
  readonly paper?: string;
  readonly destination?: string;
};

type Ending = Required<Pick<Moving, "enrolment" | "on" | "reason" | "paper">>;

/**
 * Ends the training of a trainee who withdrew from its contract, or who died (`force-majeure`): on that day, or on the last recorded one if
 * that is later. Does nothing where the training is over. The act has locked `placeChains` and the enrolment, and lists `TABLES_OF_ENDING`
 * in its `writes`.
 */
export async function endEnrolment(
  context: Performing<unknown>,
  kind: "withdrawn" | "force-majeure",
  { enrolment: id, on, reason, paper }: Ending,
): Promise<Exclude<Awaited<ReturnType<typeof moved>>, { readonly kind: "done" }> | undefined> {
  const { tx } = context;
  const enrolment = await findEnrolment(tx, id);
  if (!enrolment || !allows(ENROLMENT, kind, enrolment.state)) return undefined;
  const last = (await factsOf(tx, [id])).at(-1)?.on ?? enrolment.since;
  const days = [on, last, (await lastThere(tx, id)) ?? on].toSorted();
  const ended = await moved(context, { enrolment: id, on: days.at(-1)!, reason, paper }, kind);
  return ended.kind === "done" ? undefined : ended;
}

async function moved(context: Performing<unknown>, input: Moving, kind: EnrolmentFactKind) {
  const { tx, actor, at, today } = context;
  const { on, reason } = input;
  const chain = enrolmentChain(input.enrolment);
  const unlocked = await findEnrolment(tx, input.enrolment);
  const locked = await lockChains(tx, [
    ...(unlocked && isEnding(kind) ? await placeChains(tx, unlocked.dossier) : []),
    // What waits to be signed of the programme stands there.
    ...(unlocked ? [candidacyChain(unlocked.dossier)] : []),
    ...(input.cohort === undefined ? [] : [cohortChain(input.cohort)]),
    chain,
  ]);
  const enrolment = locked.has(chain) ? await findEnrolment(tx, input.enrolment) : undefined;
  if (!enrolment) return FORBIDDEN;
  const { issues, dependents } = await checkMove(context, ENROLMENT, kind, enrolment);
  if (issues.length > 0) return invalid(issues);
  const facts = await factsOf(tx, [enrolment.id]);
  if (on > today) return invalid([refusals.ahead]);
  if (on < (facts.at(-1)?.on ?? enrolment.since)) return invalid([refusals.beforeLast]);
  const lastDay = kind === "returned" ? undefined : await lastThere(tx, enrolment.id);
  if (lastDay && on < lastDay) return invalid([wasThere(lastDay)]);
  const [paper, destination] = [input.paper?.trim() ?? "", input.destination?.trim() ?? ""];
  if (asks(kind).paper && paper === "") return invalid([refusals.noPaper]);
  if (asks(kind).destination && destination === "") return invalid([refusals.noDestination]);
  const ownCohort = (await findCohort(tx, enrolment.cohort))!;
  if (kind === "abandoned" && on < ownCohort.startsOn) return invalid([refusals.notBegun]);
  const target = await cohortFor(tx, enrolment, input.cohort);
  if (target && "issue" in target) return invalid([target.issue]);
  if (
    target &&
    enrolment.state === "deferred" &&
    (await acceptedPlaces(tx, { dossier: enrolment.dossier })).length === 0
  )
    return invalid([refusals.noPlace]);
  const span = target && (await spanFor(context, enrolment, target));
  if (target && span && target.endsOn > span.until) return invalid([pastSpan(span)]);
  const leftCohort = target ? enrolment.cohort : null;
  const ended = { ...(asks(kind).paper && { paper }), ...(asks(kind).destination && { destination }) };
  const recorded = { kind, on, cohort: target?.id ?? null, leftCohort, reason, ...ended };
  const fact = { id: newId(), enrolment: enrolment.id, ...recorded };
  const state = enrolmentState([...facts, fact]);
  await insertEnrolmentFact(tx, { ...fact, by: actorName(actor), at }, { number: facts.length + 1, state });
  // A trainee who defers keeps the admission for the next list, which gives them a place before they come back.
  const placeFact = kind === "deferred" ? "deferred" : "withdrawn";
  // Before the first day the place goes to the next on the list; the same holds for a trainee who had put that day off.
  const leftOn = enrolment.state === "deferred" ? facts.at(-1)!.on : on;
  const refusal =
    isEnding(kind) && leftOn < ownCohort.startsOn
      ? await endPlace(context, enrolment.dossier, { kind: placeFact, details: { ending: kind } })
      : undefined;
  if (refusal) return refusal;
  const conflicts = target
    ? await joinIssues(context, { cohort: target.id, enrolments: [enrolment.id], path: "cohort" })
    : [];
  if (conflicts.length > 0) return invalid(conflicts);
  if (kind !== "returned") await leaveGroupOf(context, { enrolment: enrolment.id, on, reason });
  await tellTrainee(
    context,
    enrolment,
    (lang) => movedMail(lang, { kind, on, cohort: target?.name, startsOn: ownCohort.startsOn }),
    { of: chain },
  );
  const { name } = enrolment;
  const about = { chain, page: `/inscriptions/${enrolment.id}` };
  await tellWhoGoesOn(context, dependents, {
    ...about,
    words: (lang, says) => goesOnMail(lang, { name, state, on, says }),
  });
  return done({ state }, chain);
}

/** A trainee returns into a cohort of the same diploma and the same version of it: another version is another programme. */
async function cohortFor(tx: Tx, { cohort }: Enrolment, wanted: string | undefined) {
  if (wanted === undefined) return undefined;
  const [own, other] = [await findCohort(tx, cohort), await findCohort(tx, wanted)];
  const fits = own && other && own.diploma === other.diploma && own.lawVersion === other.lawVersion;
  return fits ? other : { issue: refusals.otherCohort };
}

const versionEnded = ({ version, abbreviation }: Law["diploma"], to: Day) =>
  issue(
    "startsOn",
    `La version ${version} du référentiel (${abbreviation}) a fini le ${sayDay(to, "fr")} : une promotion qui commence ensuite suit une autre version, que le fichier de l’école ne nomme pas encore. Demandez à qui gère l’installation de l’ajouter.`,
    `Version ${version} of the référentiel (${abbreviation}) ended on ${sayDay(to, "en")}: a cohort that begins later follows another version, which the school's file does not name yet. Ask whoever runs the installation to add it.`,
  );

/** What these acts refuse, and the sentence for it. */
const refusals = {
  noName: issue("name", "Donnez un nom à la promotion.", "Give the cohort a name."),
  sameName: issue(
    "name",
    "Une promotion de ce diplôme porte déjà ce nom : choisissez-en un autre.",
    "A cohort of this diploma has that name already: choose another.",
  ),
  notTaught: issue(
    "diploma",
    "L’établissement ne prépare pas ce diplôme ce jour-là.",
    "The school does not prepare for this diploma on that day.",
  ),
  backwards: issue(
    "endsOn",
    "Le dernier jour vient après le premier : corrigez l’un des deux.",
    "The last day comes after the first: correct one of the two.",
  ),
  ahead: issue(
    "on",
    "Ce jour est à venir\u00a0: cela se note à partir de ce jour-là.",
    "This day is still to come: it is recorded from that day on.",
  ),
  beforeLast: issue(
    "on",
    "Ce jour vient avant ce qui est déjà noté de cette formation.",
    "This day comes before what is recorded of this training already.",
  ),
  noPlace: issue(
    "enrolment",
    "La place a été reportée avec la formation : cette personne revient une fois qu’elle a accepté celle de la rentrée suivante.",
    "The place was deferred with the training: this person comes back once they have accepted that of the next intake.",
  ),
  noPaper: issue(
    "paper",
    "Dites sur quel document cela repose : la lettre, la décision ou le justificatif, et son jour.",
    "Say what this rests on: the letter, the decision or the proof, and its day.",
  ),
  noDestination: issue(
    "destination",
    "Nommez l’établissement où la formation se poursuit.",
    "Name the school in which the training goes on.",
  ),
  notBegun: issue(
    "kind",
    "La formation n’avait pas commencé ce jour-là : qui la quitte avant de la commencer se désiste.",
    "The training had not begun by that day: whoever leaves it before it begins withdraws.",
  ),
  otherCohort: issue(
    "cohort",
    "On reprend dans une promotion du même diplôme et de la même version du référentiel.",
    "One returns into a cohort of the same diploma and the same version of the référentiel.",
  ),
};
