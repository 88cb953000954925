/** Shared by the acts on interviews: chains and locks, placing a candidate, and recording facts. */
import type { Performing } from "../act/act.ts";
import { lockChains } from "../act/chain.ts";
import { barredNow as barredFrom } from "../act/standing.ts";
import { bookingsOf, takenBy, takeTurns, unbook } from "../agenda/book.ts";
import { conflictsNow, placeChecked, type Placing } from "../agenda/placing.ts";
import { roomsInUse } from "../agenda/rooms.ts";
import { isImpossible } from "../agenda/rules/placing.ts";
import { FASTER, sayConflict } from "../agenda/words.ts";
import { findIntake } from "../intake/intake.ts";
import type { Tx } from "../db/school.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { minutesOf, timeOf } from "../kit/time.ts";
import { beginsAt } from "../kit/zone.ts";
import { doerNamed } from "../people/contact.ts";
import { type DaySettings, fitIssues, lengths, overlap } from "./rules/day.ts";
import { INTERVIEW, type InterviewFactKind, interviewState } from "./rules/state.ts";
import type { Candidate } from "./candidates/counted.ts";
import {
  type FactDetails,
  factsOf,
  findInterview,
  insertFact,
  type Interview,
  type Placed,
  updateInterview,
} from "./store.ts";
import { findDay, type InterviewDay } from "./days/store.ts";

/** One chain for all of a candidate's interviews, erased with them. */
export const interviewsChain = (dossier: string) => `interviews:${dossier}`;
export const dayChain = (id: string) => `interview-day:${id}`;
/** The booking's key in the agenda. */
export const bookedFor = (interview: string) => `interview:${interview}`;
export const seat = (room: string, number: number) => `seat:${room}:${number}`;

/** The day and its candidates' dossiers, locked in the common order; `undefined` if the day was cancelled. */
export async function lockedDay(
  tx: Tx,
  id: string,
  dossiers: readonly string[] = [],
): Promise<InterviewDay | undefined> {
  await lockChains(tx, [dayChain(id), ...dossiers.flatMap((one) => [dossierChain(one), interviewsChain(one)])]);
  const day = await findDay(tx, id);
  return day && day.cancelledAt === null ? day : undefined;
}

/** Locked with its dossier, of which it says whether somebody is to be placed, then read again, so that a concurrent act has finished. */
export async function lockedInterview(tx: Tx, id: string): Promise<Interview | undefined> {
  const seen = await findInterview(tx, id);
  if (!seen) return undefined;
  await lockChains(tx, [dossierChain(seen.dossier), dayChain(seen.day), interviewsChain(seen.dossier)]);
  return findInterview(tx, id);
}

/** Adds a fact and stores the interview's new state and other changes. */
export async function happened(
  { tx, at }: Pick<Performing<unknown>, "tx" | "at">,
  interview: Pick<Interview, "id" | "version" | "dossier">,
  { kind, by, details = {} }: { readonly kind: InterviewFactKind; readonly by: string; readonly details?: FactDetails },
  changed: { readonly placed?: Placed; readonly sequence?: number } = {},
): Promise<void> {
  const of = interviewsChain(interview.dossier);
  const facts = await factsOf(tx, interview.id);
  const place = (facts.at(-1)?.place ?? 0) + 1;
  const fact = { place, kind, at, by, details };
  await insertFact(tx, interview.id, fact, of);
  await updateInterview(tx, interview, { ...changed, state: interviewState([...facts, fact]), of });
}

/** Dependents such as a list bind all interviews of a candidate, so they are looked up by dossier. */
export function barredNow(
  context: Pick<Performing<unknown>, "tx" | "stands">,
  { dossier, state }: Pick<Interview, "dossier" | "state">,
  kind: InterviewFactKind,
): Promise<Issue[]> {
  return barredFrom(context, INTERVIEW, kind, { id: dossier, state });
}

/** The place and times requested for a candidate. */
type AskedPlace = {
  readonly analysisRoom?: string | null;
  readonly analysisFrom?: string | null;
  readonly room: string;
  readonly pair: string;
  readonly interviewFrom: string;
  readonly text?: string;
};

type Context = Pick<Performing<unknown>, "tx" | "zone" | "today" | "timetable" | "actor" | "at" | "law">;
type Asked = { readonly candidate: Candidate; readonly asked: AskedPlace & { readonly interview: string } };
type Placement = { readonly placed: Placed; readonly members: readonly string[] };
type Misplaced = { readonly candidate: Candidate; readonly issue: Issue };

/**
 * Books candidates into a day, or returns the issues; the act is then not done, which undoes its bookings. `moves`: their previous bookings
 * are freed.
 */
export async function place(
  context: Context,
  day: InterviewDay,
  all: readonly Asked[],
  moves?: true,
): Promise<readonly Placement[] | { readonly issues: readonly Misplaced[] }> {
  const { tx, zone } = context;
  const wrong = all.flatMap(({ candidate, asked }) =>
    unfit(day, candidate, asked).map((problem) => ({ candidate, issue: problem })),
  );
  if (wrong.length > 0) return { issues: wrong };
  const whats = all.map(({ asked }) => bookedFor(asked.interview));
  const before = moves ? await bookingsOf(tx, whats) : [];
  await takeTurns(tx, [...before, ...all.flatMap(({ candidate, asked }) => takenIn(day, candidate, asked))]);
  if (moves)
    for (const { asked, candidate } of all) await freed(tx, { id: asked.interview, dossier: candidate.dossier });
  const names = await placingNames(tx, day);
  const seats = await seatsTaken(tx, day, zone);
  const placings: Placing[] = [];
  const placements: Placement[] = [];
  // In sequence: concurrent placements would take the same seat.
  for (const { candidate, asked } of all) {
    const times = timesOf(day, candidate, asked, zone);
    const number = asked.analysisRoom == null ? null : freeSeat(day, asked.analysisRoom, times, seats);
    const { pairs } = day.settings;
    const pair = pairs.find(({ key }) => key === asked.pair)!;
    placings.push(placingOf({ day, candidate, asked, number, members: pair.members, names }, times));
    const where = { analysisRoom: asked.analysisRoom ?? null, analysisSeat: number, room: asked.room, pair: pair.key };
    placements.push({ placed: { ...where, ...times, text: asked.text ?? null }, members: pair.members });
  }
  const byWhat = new Map(all.map(({ candidate, asked }) => [bookedFor(asked.interview), candidate]));
  const school = await schoolOf(context, day);
  const conflicts = (await conflictsNow(context, placings, school)).filter(isImpossible);
  if (conflicts.length > 0)
    return {
      issues: conflicts.map((one) => ({ candidate: byWhat.get(one.placing.what)!, issue: sayConflict(one, { zone }) })),
    };
  const chains = new Map(
    all.map(({ candidate, asked }) => [bookedFor(asked.interview), interviewsChain(candidate.dossier)]),
  );
  const placed = await placeChecked(context, placings, { unwise: [], ground: "", of: (what) => chains.get(what)! });
  return placed ? placements : { issues: [{ candidate: all[0]!.candidate, issue: FASTER }] };
}

/** The keys a place may take, with the first seat for any seat of a room. */
function takenIn({ settings }: InterviewDay, candidate: Candidate, asked: AskedPlace): string[] {
  const members = settings.pairs.find(({ key }) => key === asked.pair)?.members ?? [];
  const rooms = [asked.analysisRoom, asked.room].filter((one) => one != null);
  return [takenAs(candidate), ...rooms.map((one) => seat(one, 1)), ...members];
}

/** Why what is asked is not of the day, or does not fit into it. */
function unfit({ settings }: InterviewDay, candidate: Candidate, asked: AskedPlace): Issue[] {
  const pair = settings.pairs.find(({ key }) => key === asked.pair);
  const before = settings.analysis > 0;
  const analysisRoom = settings.rooms.find((one) => one.room === asked.analysisRoom && one.for === "analysis");
  const room = settings.rooms.find((one) => one.room === asked.room && one.for === "interview");
  const unknown = [
    ...(pair ? [] : [NO_PAIR]),
    ...(before === (asked.analysisRoom != null && analysisRoom !== undefined)
      ? []
      : [before ? NO_ANALYSIS_ROOM : NOTHING_BEFORE]),
    ...(before && asked.analysisFrom == null ? [NO_ANALYSIS_HOUR] : []),
    ...(room ? [] : [NO_ROOM]),
    ...(asked.text === undefined || settings.texts.some(({ key }) => key === asked.text) ? [] : [NO_TEXT]),
  ];
  if (!pair || unknown.length > 0) return unknown;
  const stretches = stretchesOf(settings, candidate.extra, asked);
  return [...fitIssues(settings, stretches), ...againstCandidate(candidate, pair.members, stretches)];
}

type Times = Pick<Placed, "analysisAt" | "analysisUntil" | "beginsAt" | "endsAt">;

function timesOf({ settings, onDay }: InterviewDay, candidate: Candidate, asked: AskedPlace, zone: string): Times {
  const { analysis, interview } = stretchesOf(settings, candidate.extra, asked);
  const instant = (time: string) => beginsAt({ day: onDay, time }, zone)!;
  const [begins, ends] = [instant(interview.from), instant(interview.to)];
  const [analysisAt, analysisUntil] = analysis ? [instant(analysis.from), instant(analysis.to)] : [begins, begins];
  return { analysisAt, analysisUntil, beginsAt: begins, endsAt: ends };
}

type Seated = {
  readonly day: InterviewDay;
  readonly candidate: Candidate;
  readonly asked: AskedPlace & { readonly interview: string };
  readonly number: number | null;
  readonly members: readonly string[];
  readonly names: ReadonlyMap<string, string>;
};

/** The candidate from their analysis on, its seat until it ends, then the room and the pair. The day was questioned when it was opened. */
function placingOf({ day, candidate, asked, number, members, names }: Seated, times: Times): Placing {
  const { analysisAt, analysisUntil, beginsAt: from, endsAt: until } = times;
  const called = (taken: string) => names.get(taken) ?? "–";
  const analysis = { from: analysisAt, until: analysisUntil };
  return {
    what: bookedFor(asked.interview),
    on: day.onDay,
    from: analysisAt,
    until,
    people: [
      { taken: takenAs(candidate), name: candidate.name, path: "interviewFrom" },
      ...members.map((taken) => ({ taken, name: called(taken), path: "pair", from, until })),
    ],
    rooms: [
      ...(number === null
        ? []
        : [{ taken: seat(asked.analysisRoom!, number), name: called(asked.analysisRoom!), path: "room", ...analysis }]),
      { taken: seat(asked.room, 1), name: called(asked.room), path: "room", from, until },
    ],
    path: "day",
    day: "stays",
  };
}

/** Of the day's rooms and pairs. */
async function placingNames(tx: Tx, { settings }: InterviewDay): Promise<ReadonlyMap<string, string>> {
  const names = new Map((await roomsInUse(tx)).map(({ id, name }) => [id, name]));
  for (const member of new Set(settings.pairs.flatMap(({ members }) => members)))
    names.set(member, (await doerNamed(tx, member))?.name ?? "–");
  return names;
}

async function schoolOf(
  { tx, law }: Pick<Performing<unknown>, "tx" | "law">,
  { intake }: Pick<InterviewDay, "intake">,
) {
  const of = (await findIntake(tx, intake))!;
  return law(of.diploma, { version: of.lawVersion })!.establishment;
}

export function takenAs({ account, dossier }: Pick<Candidate, "account" | "dossier">): string {
  return account === null ? `dossier:${dossier}` : `account:${account}`;
}

function stretchesOf(settings: DaySettings, extra: number, asked: Pick<AskedPlace, "analysisFrom" | "interviewFrom">) {
  const { analysis, interview } = lengths(settings, extra);
  const stretch = (from: string, minutes: number) => ({ from, to: timeOf(minutesOf(from) + minutes) });
  const before = asked.analysisFrom == null ? undefined : stretch(asked.analysisFrom, analysis);
  return { analysis: before, interview: stretch(asked.interviewFrom, interview) };
}

type Stretches = ReturnType<typeof stretchesOf>;

/** Conflicts with the candidate's hours, and with interviewers who must not examine them. */
function againstCandidate(
  { away, not, account }: Candidate,
  members: readonly string[],
  { analysis, interview }: Stretches,
) {
  const issues: Issue[] = [];
  if (analysis && away.some((one) => overlap(one, analysis))) issues.push(awayThen("analysisFrom"));
  if (away.some((one) => overlap(one, interview))) issues.push(awayThen("interviewFrom"));
  if (members.some((one) => not.includes(one) || one === `account:${account}`)) issues.push(KNOWN);
  return issues;
}

type Seats = Map<string, { readonly from: Date; readonly until: Date }[]>;

/** What the seats of the day's rooms for the analysis are taken for. */
async function seatsTaken(tx: Tx, { settings, onDay }: InterviewDay, zone: string): Promise<Seats> {
  const all = settings.rooms.flatMap(({ room, for: purpose, seats }) =>
    purpose === "analysis" ? Array.from({ length: seats }, (_, at) => seat(room, at + 1)) : [],
  );
  const taken: Seats = new Map(all.map((one) => [one, []]));
  for (const one of await takenBy(tx, all, { from: onDay, until: onDay, zone })) taken.get(one.taken)!.push(one);
  return taken;
}

/** The room's first free seat, which is then taken; if none is, the first, whose conflict says by what. */
function freeSeat(
  { settings }: InterviewDay,
  room: string,
  { analysisAt, analysisUntil }: Times,
  taken: Seats,
): number {
  const { seats } = settings.rooms.find((one) => one.room === room)!;
  const numbers = Array.from({ length: seats }, (_, at) => at + 1);
  const isFree = (number: number) =>
    !taken.get(seat(room, number))!.some(({ from, until }) => from < analysisUntil && until > analysisAt);
  const number = numbers.find(isFree) ?? 1;
  taken.get(seat(room, number))!.push({ from: analysisAt, until: analysisUntil });
  return number;
}

export async function freed(tx: Tx, { id, dossier }: Pick<Interview, "id" | "dossier">): Promise<void> {
  await unbook(tx, bookedFor(id), { of: interviewsChain(dossier) });
}

const NO_PAIR = issue("pair", "Choisissez un binôme de cette journée.", "Choose a pair of this day.");
const NO_ROOM = issue(
  "room",
  "Choisissez une salle d’entretien de cette journée.",
  "Choose an interview room of this day.",
);
const NO_ANALYSIS_ROOM = issue(
  "analysisRoom",
  "Choisissez, parmi les salles de cette journée, celle de ce qui précède l’entretien.",
  "Choose, among the rooms of this day, that of what comes before the interview.",
);
const NO_ANALYSIS_HOUR = issue(
  "analysisFrom",
  "Dites à quelle heure commence ce qui précède l’entretien.",
  "Say at what hour begins what comes before the interview.",
);
const NOTHING_BEFORE = issue(
  "analysisRoom",
  "Rien ne précède l’entretien ce jour-là : aucune salle n’est à choisir pour cela.",
  "Nothing comes before the interview on that day: there is no room to be chosen for it.",
);
const NO_TEXT = issue("text", "Choisissez un texte de cette journée.", "Choose a text of this day.");
const KNOWN = issue(
  "pair",
  "Quelqu’un de ce binôme connaît cette personne et ne l’examine pas : choisissez un autre binôme.",
  "Somebody of this pair knows this person and does not examine them: choose another pair.",
);
const awayThen = (path: string) =>
  issue(
    path,
    "Cette personne ne peut pas venir à cette heure : choisissez-en une autre.",
    "This person cannot come at that hour: choose another one.",
  );
