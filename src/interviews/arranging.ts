/** Shared by the acts on interviews: chains and locks, placing a candidate, and recording facts. */
import type { Performing } from "../act/act.ts";
import { lockChains } from "../act/chain.ts";
import { barredNow as barredFrom } from "../act/standing.ts";
import { book, type Clash, clashes, takeTurns, unbook } from "../agenda/book.ts";
import { roomsInUse, type Room } from "../agenda/rooms.ts";
import { sayClash } from "../agenda/words.ts";
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
export type AskedPlace = {
  readonly analysisRoom?: string | null;
  readonly analysisFrom?: string | null;
  readonly room: string;
  readonly pair: string;
  readonly interviewFrom: string;
  readonly text?: string;
};

type Context = Pick<Performing<unknown>, "tx" | "zone">;
type Placement = { readonly placed: Placed; readonly members: readonly string[] } | { readonly issues: Issue[] };

/** The keys a place may take, with the first seat for any seat of a room: to lock before placing many, or before freeing a place. */
export function takenIn({ settings }: InterviewDay, candidate: Candidate, asked: AskedPlace): string[] {
  const members = settings.pairs.find(({ key }) => key === asked.pair)?.members ?? [];
  const rooms = [asked.analysisRoom, asked.room].filter((one) => one != null);
  return [takenAs(candidate), ...rooms.map((one) => seat(one, 1)), ...members];
}

/**
 * Books a candidate into a day, or returns the issues; the act is then not done, which undoes its bookings. A previous booking must be
 * freed first.
 */
export async function place(
  { tx, zone }: Context,
  day: InterviewDay,
  candidate: Candidate,
  asked: AskedPlace & { readonly interview: string },
): Promise<Placement> {
  const { settings } = day;
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
  if (!pair || !room || unknown.length > 0) return { issues: unknown };
  const stretches = stretchesOf(settings, candidate.extra, asked);
  const issues = [...fitIssues(settings, stretches), ...againstCandidate(candidate, pair.members, stretches)];
  if (issues.length > 0) return { issues };
  const instant = (time: string) => beginsAt({ day: day.onDay, time }, zone)!;
  const [begins, ends] = [instant(stretches.interview.from), instant(stretches.interview.to)];
  const { analysis } = stretches;
  const [analysisAt, analysisUntil] = analysis ? [instant(analysis.from), instant(analysis.to)] : [begins, begins];
  const { what, of } = { what: bookedFor(asked.interview), of: interviewsChain(candidate.dossier) };
  await takeTurns(tx, takenIn(day, candidate, asked));
  const number = analysisRoom ? await freeSeat(tx, analysisRoom, analysisAt, analysisUntil) : null;
  const seated = analysisRoom && number !== null ? [seat(analysisRoom.room, number)] : [];
  const met = [
    ...(await book(tx, { what, of, taken: [takenAs(candidate)], from: analysisAt, until: ends })),
    ...(await book(tx, { what, of, taken: seated, from: analysisAt, until: analysisUntil })),
    ...(await book(tx, { what, of, taken: [seat(room.room, 1), ...pair.members], from: begins, until: ends })),
  ];
  if (met.length > 0) return { issues: await clashIssues(tx, met, { zone, candidate }) };
  const where = { analysisRoom: analysisRoom?.room ?? null, analysisSeat: number, room: room.room, pair: pair.key };
  const when = { analysisAt, analysisUntil, beginsAt: begins, endsAt: ends };
  return { placed: { ...where, ...when, text: asked.text ?? null }, members: pair.members };
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

/** The room's first free seat; if all are taken, the first, whose clash says by whom. */
async function freeSeat(tx: Tx, room: DaySettings["rooms"][number], from: Date, until: Date): Promise<number> {
  for (let number = 1; number <= room.seats; number += 1)
    if ((await clashes(tx, { taken: [seat(room.room, number)], from, until })).length === 0) return number;
  return 1;
}

export async function freed(tx: Tx, { id, dossier }: Pick<Interview, "id" | "dossier">): Promise<void> {
  await unbook(tx, bookedFor(id), { of: interviewsChain(dossier) });
}

/** The clashes in words, each for its field. */
export async function clashIssues(
  tx: Tx,
  met: readonly Clash[],
  { zone, candidate }: { readonly zone: string; readonly candidate?: Candidate },
): Promise<Issue[]> {
  const rooms = await roomsInUse(tx);
  const issues: Issue[] = [];
  for (const clash of met) {
    const name = await takenName(tx, clash.taken, rooms, candidate);
    issues.push(sayClash(clash, { name, zone, path: pathOf(clash.taken, candidate) }));
  }
  return issues;
}

async function takenName(
  tx: Tx,
  taken: string,
  rooms: readonly Room[],
  candidate: Candidate | undefined,
): Promise<string> {
  const [kind, id] = taken.split(":");
  if (kind === "room" || kind === "seat") return rooms.find((room) => room.id === id)?.name ?? "–";
  if (candidate && takenAs(candidate) === taken) return candidate.name;
  return kind === "account" || kind === "guest" ? ((await doerNamed(tx, taken))?.name ?? "–") : "–";
}

function pathOf(taken: string, candidate: Candidate | undefined): string {
  if (taken.startsWith("seat:")) return "room";
  if (taken.startsWith("room:")) return "rooms";
  return candidate && takenAs(candidate) === taken ? "interviewFrom" : "pair";
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
