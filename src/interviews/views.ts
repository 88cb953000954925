/** The views of interviews: for staff, for interviewers, and for candidates. */
import { Type } from "typebox";
import { defineView, type Performing } from "../act/act.ts";
import { actorName, may } from "../act/permissions.ts";
import { standingOn } from "../act/standing.ts";
import { type Room, roomNames, roomsInUse } from "../agenda/rooms.ts";
import { officeReads, ownDossier } from "../dossier/hands.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { intakesApart } from "../intake/apart.ts";
import { findIntake, type Intake, openedIntakes } from "../intake/intake.ts";
import { toldApart } from "../kit/apart.ts";
import { ById, closed, Id } from "../kit/shapes.ts";
import { DaySchema } from "../law/entry.ts";
import { doerNamed, doersWho } from "../people/contact.ts";
import { became } from "../mail/became.ts";
import { hourOf, withoutAsking } from "./hour.ts";
import { givenFile, givenFiles } from "./given-text.ts";
import { agreedGrid, lastOf } from "./of.ts";
import { preparationOf, withoutBodies } from "./rules/day.ts";
import { INTERVIEW, isHeard, isHeardIn, isToCome } from "./rules/state.ts";
import { textOf } from "./text-view.ts";
import { dossiersAwaitingArrangement } from "../dossier/to-arrange.ts";
import { candidateOf, extraOf, toInterview } from "./candidates/counted.ts";
import { countToInterview, linksOf, needOf, notFoundAdmissible } from "./candidates/store.ts";
import { daysOf, findDay } from "./days/store.ts";
import {
  factsOf,
  findInterview,
  type Interview,
  interviewsHeldBy,
  interviewsOf,
  interviewsOfDay,
  toldAt,
} from "./store.ts";
import { type Grid, gridsOf, proposalsOf } from "./grids/store.ts";
import * as output from "./output.ts";

type Context = Pick<Performing<unknown>, "tx" | "law" | "at" | "actor">;

/** The preparation before an intake's interviews, by its law. */
function preparationIn({ law }: Pick<Context, "law">, { diploma, lawVersion }: Intake) {
  return preparationOf(law(diploma, { version: lawVersion })!.diploma);
}

const intakeShown = ({ id, label, diploma }: Intake) => ({ id, label, diploma });
const roomShown = ({ id, name, seats }: Room) => ({ id, name, seats });

/** Names of rooms by id and of people by actor. */
async function namesIn({ tx }: Pick<Context, "tx">, actors: Iterable<string>): Promise<Record<string, string>> {
  const names = Object.fromEntries(await roomNames(tx));
  for (const actor of new Set(actors)) {
    const doer = /^(?:account|guest):/.test(actor) ? await doerNamed(tx, actor) : undefined;
    if (doer) names[actor] = doer.name;
  }
  return names;
}

const isStanding = ({ state }: Pick<Interview, "state">) => isToCome(state) || state === "agreed";

/** Days of an intake per page. */
const PAGE = 50;
const AfterDay = Type.Object({ intake: Id, on: DaySchema, day: Id }, closed);

/** The last days of every intake, or one intake's next page. */
export const seeInterviewDays = defineView({
  name: "seeInterviewDays",
  label: { fr: "Voir les journées d’entretiens", en: "See the days of interviews" },
  who: "see the interviews",
  form: Type.Object({ after: Type.Optional(AfterDay) }, closed),
  output: output.seeInterviewDays,
  async read({ tx, zone, input: { after } }) {
    const intakes = [];
    for (const intake of intakesApart(await openedIntakes(tx), zone)) {
      if (after && after.intake !== intake.id) continue;
      const rows = await daysOf(tx, intake.id, after, PAGE + 1);
      const days = rows.slice(0, PAGE).map(({ cancelledAt, ...day }) => ({ ...day, cancelled: cancelledAt !== null }));
      const last = rows.length > PAGE ? days.at(-1)! : undefined;
      const next = last ? { intake: intake.id, on: last.onDay, day: last.id } : null;
      intakes.push({ intake: intakeShown(intake), waiting: await countToInterview(tx, intake.id), days, next });
    }
    return { intakes };
  },
});

/** The intake's settings for the usual lengths. */
const USUAL = { analysis: "preparation-minutes", interview: "interview-minutes" } as const;

export const seeNewInterviewDay = defineView({
  name: "seeNewInterviewDay",
  label: { fr: "Voir de quoi ouvrir une journée d’entretiens", en: "See what a day of interviews is opened with" },
  who: "see the interviews",
  form: Type.Object({ intake: Id }, closed),
  output: output.seeNewInterviewDay,
  async read({ tx, input, law }) {
    const intake = await findIntake(tx, input.intake);
    if (!intake) return undefined;
    const minutesOf = (key: string) => {
      const value = intake.interview.find((one) => one.key === key)?.value;
      return typeof value === "number" ? value : null;
    };
    return {
      intake: intakeShown(intake),
      preparation: preparationIn({ law }, intake),
      interviewers: toldApart(await doersWho(tx, "hold interviews"), ({ address }) => address),
      rooms: (await roomsInUse(tx)).map(roomShown),
      usual: { analysis: minutesOf(USUAL.analysis), interview: minutesOf(USUAL.interview) },
    };
  },
});

export const seeInterviewDay = defineView({
  name: "seeInterviewDay",
  label: { fr: "Voir une journée d’entretiens", en: "See a day of interviews" },
  who: "see the interviews",
  form: ById,
  output: output.seeInterviewDay,
  async read(context) {
    const { tx, input, law } = context;
    const day = await findDay(tx, input.id);
    const intake = day && (await findIntake(tx, day.intake));
    if (!day || !intake) return undefined;
    const { id, settings, draft } = day;
    const waiting = toldApart(await toInterview(context, intake.id), ({ number }) => number);
    const named = <T extends { readonly dossier: string }>(one: T) => ({
      ...one,
      name: waiting.find(({ dossier }) => dossier === one.dossier)?.name ?? "–",
    });
    const interviews = [];
    const ofDay = toldApart(await interviewsOfDay(tx, id), ({ number }) => number);
    const outcomes = await toldOf(tx, ofDay);
    const dossiers = ofDay.map(({ dossier }) => dossier);
    const undecided = await notFoundAdmissible(tx, dossiers);
    const asked = await dossiersAwaitingArrangement(tx, [...dossiers, ...waiting.map(({ dossier }) => dossier)]);
    for (const interview of ofDay) {
      const links = isToCome(interview.state) ? await linksOf(tx, interview.dossier) : [];
      interviews.push({
        ...interview,
        told: outcomes.get(interview.id) ?? null,
        admissible: !undecided.has(interview.dossier),
        toArrange: asked.has(interview.dossier),
        toHandOver: links.some(({ who }) => interview.examiners.includes(who)),
      });
    }
    const actors = [...settings.pairs.flatMap(({ members }) => members), ...interviews.flatMap((one) => one.examiners)];
    const writes = may(context.actor, "arrange interviews") && !isHeardIn(ofDay, context.actor);
    return {
      ...day,
      settings: writes ? settings : withoutBodies(settings),
      intake: intakeShown(intake),
      preparation: preparationIn({ law }, intake),
      cancelled: day.cancelledAt !== null,
      interviews,
      waiting: waiting.map((one) => ({ ...one, toArrange: asked.has(one.dossier) })),
      draft: draft && { placed: draft.placed.map(named), unplaced: draft.unplaced.map(named), best: draft.best },
      names: await namesIn({ tx }, actors),
      interviewers: toldApart(await doersWho(tx, "hold interviews"), ({ address }) => address),
      rooms: (await roomsInUse(tx)).map(roomShown),
      files: writes ? await givenFiles(tx, id) : [],
    };
  },
});

/** What became of each unanswered convocation: a letter not handed over did not reach the candidate. */
async function toldOf(tx: Performing<unknown>["tx"], interviews: readonly Interview[]) {
  const unanswered = interviews.filter(({ state }) => state === "convoked");
  const toldTimes = await toldAt(
    tx,
    unanswered.map(({ id }) => id),
  );
  const posted = unanswered.flatMap(({ id, dossier }) => {
    const at = toldTimes.get(id);
    return at ? [{ about: dossierChain(dossier), at }] : [];
  });
  const outcomes = await became(tx, posted);
  return new Map(unanswered.map(({ id, dossier }) => [id, outcomes.get(dossierChain(dossier))]));
}

export const seeInterview = defineView({
  name: "seeInterview",
  label: { fr: "Voir un entretien", en: "See an interview" },
  who: "see the interviews",
  form: ById,
  output: output.seeInterview,
  async read(context) {
    const { tx, input, actor, law } = context;
    const interview = await findInterview(tx, input.id);
    // Staff see their own interview as candidates only.
    if (!interview || !(await officeReads(tx, actor, interview.dossier))) return undefined;
    const day = (await findDay(tx, interview.day))!;
    const facts = await factsOf(tx, interview.id);
    const links = await linksOf(tx, interview.dossier);
    const grids = await gridsOf(tx, interview.id);
    const members = day.settings.pairs.flatMap((pair) => pair.members);
    const able = (await doersWho(tx, "hold interviews")).map((one) => one.actor);
    const named = [
      ...members,
      ...able,
      ...interview.examiners,
      ...links.map(({ who }) => who),
      ...facts.map(({ by }) => by),
    ];
    return {
      preparation: preparationIn({ law }, (await findIntake(tx, interview.intake))!),
      interview,
      kept: await standingOn(context, INTERVIEW, MOVED, interview.dossier),
      told: (await toldOf(tx, [interview])).get(interview.id) ?? null,
      day: { ...day, settings: withoutBodies(day.settings) },
      names: await namesIn({ tx }, named),
      facts,
      admissible: (await notFoundAdmissible(tx, [interview.dossier])).size === 0,
      links,
      extra: await extraOf(context, interview),
      toArrange: (await dossiersAwaitingArrangement(tx, [interview.dossier])).size > 0,
      finished: finishedBy(grids),
      criteria: await criteriaOf({ tx, law }, interview),
      agreed: (await agreedGrid(tx, interview.id)) ?? null,
    };
  },
});

/** One candidate's interviews, in chronological order. */
export const seeInterviewsOf = defineView({
  name: "seeInterviewsOf",
  label: { fr: "Voir les entretiens d’une personne", en: "See somebody’s interviews" },
  who: "see the interviews",
  form: Type.Object({ dossier: Id }, closed),
  output: output.seeInterviewsOf,
  async read({ tx, input, actor }) {
    const [dossier, interviews] = await Promise.all([
      officeReads(tx, actor, input.dossier),
      interviewsOf(tx, input.dossier),
    ]);
    if (!dossier) return undefined;
    const rooms = interviews.length > 0 ? await roomNames(tx) : new Map<string, string>();
    return {
      interviews: interviews.map(({ id, state, beginsAt, room }) => ({
        id,
        state,
        beginsAt,
        room: rooms.get(room) ?? null,
      })),
    };
  },
});

const MOVED = ["moved", "missed", "postponed", "cancelled"] as const;

/** The criteria of the intake's law. */
async function criteriaOf({ tx, law }: Pick<Context, "tx" | "law">, { intake: id }: Interview) {
  const intake = (await findIntake(tx, id))!;
  return law(intake.diploma, { version: intake.lawVersion })!.diploma.admission.criteria;
}

/** A candidate to place, with their scheduling needs. */
export const seeToPlace = defineView({
  name: "seeToPlace",
  label: { fr: "Voir quelqu’un qui est à placer", en: "See somebody who is to be placed" },
  who: "see the interviews",
  form: Type.Object({ dossier: Id }, closed),
  output: output.seeToPlace,
  async read(context) {
    const { tx, input, actor } = context;
    if (!(await officeReads(tx, actor, input.dossier))) return undefined;
    const candidate = await candidateOf(context, input.dossier);
    if (!candidate) return undefined;
    const { version } = await needOf(tx, input.dossier);
    return { ...candidate, version, toArrange: (await dossiersAwaitingArrangement(tx, [input.dossier])).size > 0 };
  },
});

/** An interviewer holds a few a year. */
const MOST_HELD = 100;

export const heldInterviews = defineView({
  name: "heldInterviews",
  label: { fr: "Voir les entretiens qu’on mène", en: "See the interviews that one holds" },
  who: "hold interviews",
  form: Type.Object({}, closed),
  output: output.heldInterviews,
  async read(context) {
    const { tx, actor } = context;
    const interviews = [];
    for (const interview of await interviewsHeldBy(tx, actorName(actor), MOST_HELD))
      if (isStanding(interview) && interview.state !== "placed")
        interviews.push(await heldInterview(context, interview));
    return { interviews };
  },
});

async function heldInterview({ tx, at, actor, law }: Context, interview: Interview) {
  const preparation = preparationIn({ law }, (await findIntake(tx, interview.intake))!);
  const who = actorName(actor);
  const names = await namesIn({ tx }, interview.examiners);
  const { settings } = (await findDay(tx, interview.day))!;
  const linked = (await linksOf(tx, interview.dossier)).some((link) => link.who === who);
  const todo =
    linked || at < interview.beginsAt || interview.state === "agreed" ? null : await todoOf({ tx }, interview, who);
  const given = settings.texts.find(({ key }) => key === interview.text);
  const text = given?.title ?? null;
  const body = at < interview.analysisAt ? null : (given?.body ?? null);
  const others = interview.examiners.filter((one) => one !== who).map((one) => names[one] ?? "–");
  const room = names[interview.room] ?? "–";
  const file = linked ? null : await givenFile(tx, interview, at);
  return { ...interview, preparation, room, text, body, file, with: others, todo, linked };
}

/** Null once their own is finished while another's is not: that one is awaited. */
async function todoOf(
  { tx }: Pick<Context, "tx">,
  { id, examiners }: Interview,
  who: string,
): Promise<"fill" | "agree" | null> {
  const finished = finishedBy(await gridsOf(tx, id));
  if (!finished.includes(who)) return "fill";
  if (!examiners.every((one) => finished.includes(one))) return null;
  const last = (await proposalsOf(tx, id)).at(-1);
  const agreed = (await factsOf(tx, id)).some(
    ({ kind, by, details }) => kind === "agreed" && by === who && details.proposal === last?.id,
  );
  return last && (last.by === who || agreed) ? null : "agree";
}

function finishedBy(grids: readonly Grid[]): readonly string[] {
  return grids.filter(({ finishedAt }) => finishedAt !== null).map(({ who }) => who);
}

export const openGrid = defineView({
  name: "openGrid",
  label: { fr: "Ouvrir la grille d’un entretien qu’on mène", en: "Open the grid of an interview that one holds" },
  who: "hold interviews",
  form: ById,
  output: output.openGrid,
  async read(context) {
    const { tx, input, actor, at, law } = context;
    const who = actorName(actor);
    const interview = await findInterview(tx, input.id);
    if (!interview?.examiners.includes(who) || !isStanding(interview) || interview.state === "placed") return undefined;
    const grids = await gridsOf(tx, interview.id);
    const finished = finishedBy(grids);
    const allFinished = interview.examiners.every((one) => finished.includes(one));
    const names = await namesIn({ tx }, interview.examiners);
    const own = grids.find((one) => one.who === who);
    // Individual grids are hidden until all are finished.
    const others = allFinished ? grids.filter((one) => one.who !== who) : [];
    const last = allFinished ? (await proposalsOf(tx, interview.id)).at(-1) : undefined;
    const agreed = (await factsOf(tx, interview.id)).some(
      ({ kind, by, details }) => kind === "agreed" && by === who && details.proposal === last?.id,
    );
    return {
      interview: await heldInterview(context, interview),
      hasText: (await textOf(context, interview)) !== undefined,
      criteria: await criteriaOf({ tx, law }, interview),
      begun: at >= interview.beginsAt,
      own: {
        appreciations: own?.appreciations ?? {},
        remark: own?.remark ?? "",
        version: own?.version ?? 0,
        finished: own?.finishedAt != null,
      },
      others: others.map((one) => ({ ...one, name: names[one.who] ?? "–" })),
      allFinished,
      proposal: last
        ? {
            ...last,
            by: names[last.by] ?? "–",
            own: last.by === who,
            agreed: agreed || last.by === who,
          }
        : null,
    };
  },
});

/** Hidden until the candidate is convoked. */
export const ownInterview = defineView({
  name: "ownInterview",
  label: { fr: "Voir son entretien d’admission", en: "See one’s admission interview" },
  who: "apply",
  form: Type.Object({ dossier: Id }, closed),
  output: output.ownInterview,
  async read(context) {
    const { tx, input, actor, at } = context;
    const [dossier, last] = await Promise.all([ownDossier(tx, actor, input.dossier), lastOf(tx, input.dossier)]);
    if (!dossier) return undefined;
    const [intake, facts] = await Promise.all([findIntake(tx, dossier.intake), last ? factsOf(tx, last.id) : []]);
    if (!intake) return undefined;
    const convoked = facts.some(({ kind }) => kind === "convoked");
    const { number } = dossier;
    const { diploma } = intake;
    if (!last || !convoked) return { number, diploma, interview: null };
    const reason = facts.findLast(({ kind }) => kind !== "proposed" && kind !== "agreed")?.details.reason ?? null;
    const { settings } = (await findDay(tx, last.day))!;
    const { analysisIn: analysisRoom, street, lines, ...hour } = await hourOf(context, last);
    // The text is handed over when its time begins, and stays secret until then.
    const begun = isHeard(last.state) && at >= last.analysisAt;
    const given = begun ? settings.texts.find(({ key }) => key === last.text) : undefined;
    const file = given ? await givenFile(tx, last, at) : null;
    const mayAsk = (last.state === "convoked" || last.state === "confirmed") && at < last.analysisAt;
    const convocation = mayAsk ? lines : withoutAsking(lines);
    const read = { text: given?.title ?? null, body: given?.body ?? null, file };
    return {
      number,
      diploma,
      interview: { ...last, ...hour, analysisRoom, ...read, reason, street, convocation },
    };
  },
});
