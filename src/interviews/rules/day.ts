/** What a school sets for a day of interviews, and what fits into it. Times are those of the wall; lengths are minutes. */
import type { Reason } from "../../decisions/interview-plan/facts.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { minutesOf } from "../../kit/time.ts";
import type { Diploma } from "../../law/diploma.ts";

export type Stretch = { readonly from: string; readonly to: string };
export const STEPS = [5, 10, 15] as const;
/** Of either part, in minutes. */
const SHORTEST = 5;
/** What a room serves for on the day. */
export const PURPOSES = ["analysis", "interview"] as const;

type DayRoom = { readonly room: string; readonly for: (typeof PURPOSES)[number]; readonly seats: number };
/** Those who examine together. */
type Pair = { readonly key: string; readonly members: readonly string[] };
/** What is given to them before they are heard: they are given it when their time begins. */
type Text = { readonly key: string; readonly title: string };

/** What the law has before an interview, in its words; nothing where it has none. */
export type Preparation = NonNullable<Diploma["admission"]["interview"][number]["preparation"]>;

export function preparationOf({ admission }: Diploma): Preparation | null {
  return admission.interview.find(({ preparation }) => preparation)?.preparation ?? null;
}

export type DaySettings = {
  readonly opens: string;
  readonly closes: string;
  readonly breaks: readonly Stretch[];
  /** Of what comes before the interview; 0 where nothing does. */
  readonly analysis: number;
  readonly interview: number;
  readonly step: (typeof STEPS)[number];
  /** At most so long between a candidate's analysis and interview. */
  readonly maxWait: number;
  readonly pairs: readonly Pair[];
  readonly rooms: readonly DayRoom[];
  readonly texts: readonly Text[];
};

/** Somebody’s place in a plan, on the wall. */
type Place = {
  readonly dossier: string;
  readonly analysisRoom: string | null;
  readonly analysisFrom: string | null;
  readonly room: string;
  readonly pair: string;
  readonly interviewFrom: string;
};
/** A plan that was proposed; `best`: no other places more, or ends sooner. */
export type Draft = {
  readonly placed: readonly Place[];
  readonly unplaced: readonly { readonly dossier: string; readonly reasons: readonly Reason[] }[];
  readonly best: boolean;
};

/** How long each part lasts for somebody: `extra` percent more, rounded up to the step. */
export function lengths(
  { analysis, interview, step }: Pick<DaySettings, "analysis" | "interview" | "step">,
  extra: number,
): { readonly analysis: number; readonly interview: number } {
  // Of whole numbers: 30 minutes and a third more by percent are 39,9, and 40 by steps of 5.
  const longer = (minutes: number) => Math.ceil((minutes * (100 + extra)) / (100 * step)) * step;
  return { analysis: longer(analysis), interview: longer(interview) };
}

/** Whether somebody’s hours are as long as they are to be: more time may have been granted since they were placed. */
export function isLongEnough(
  settings: Pick<DaySettings, "analysis" | "interview" | "step">,
  extra: number,
  hours: { readonly analysisAt: Date; readonly analysisUntil: Date; readonly beginsAt: Date; readonly endsAt: Date },
): boolean {
  const { analysis, interview } = lengths(settings, extra);
  const minutes = (from: Date, until: Date) => (until.getTime() - from.getTime()) / 60_000;
  return (
    minutes(hours.analysisAt, hours.analysisUntil) >= analysis && minutes(hours.beginsAt, hours.endsAt) >= interview
  );
}

/** Two stretches of one day that share a minute. */
export function overlap(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && other.from < one.to;
}

/** What cannot be about the day as it was typed. */
export function dayIssues(settings: DaySettings, preparation: Preparation | null): Issue[] {
  const { opens, closes, breaks, pairs, rooms, analysis, texts } = settings;
  const found: Issue[] = [];
  if (closes <= opens) found.push(BACKWARDS);
  if (breaks.some(({ from, to }) => to <= from)) found.push(BREAK_BACKWARDS);
  const prepared = rooms.some((one) => one.for === "analysis");
  if (!preparation && (analysis > 0 || prepared || texts.length > 0)) found.push(NOTHING_BEFORE);
  if (preparation && analysis < SHORTEST) found.push(TOO_SHORT);
  if ((preparation && !prepared) || !rooms.some((one) => one.for === "interview"))
    found.push(roomsMissing(preparation));
  if (new Set(rooms.map(({ room }) => room)).size < rooms.length) found.push(ROOM_TWICE);
  if (pairs.length === 0) found.push(NO_PAIR);
  if (pairs.some(({ members }) => new Set(members).size < members.length)) found.push(SELF);
  return found;
}

/** Where and when, as it is asked. */
export type Asked = { readonly analysis: Stretch | undefined; readonly interview: Stretch };

/** Why two stretches do not fit into the day. */
export function fitIssues(settings: DaySettings, { analysis, interview }: Asked): Issue[] {
  const { opens, closes, breaks, step, maxWait } = settings;
  const inside = ({ from, to }: Stretch) => from >= opens && to <= closes;
  const stepped = ({ from }: Stretch) => (minutesOf(from) - minutesOf(opens)) % step === 0;
  const wait = analysis ? minutesOf(interview.from) - minutesOf(analysis.to) : 0;
  const broken = (one: Stretch) => breaks.some((pause) => overlap(one, pause));
  const found: Issue[] = [];
  for (const [path, one] of Object.entries({ analysisFrom: analysis, interviewFrom: interview })) {
    if (!one) continue;
    if (!inside(one)) found.push(outside(path, settings));
    else if (!stepped(one)) found.push(unstepped(path, settings));
    if (broken(one)) found.push(inBreak(path));
  }
  if (wait < 0) found.push(TOO_EARLY);
  else if (wait > maxWait) found.push(tooLate(maxWait));
  return found;
}

const outside = (path: string, { opens, closes }: DaySettings) =>
  issue(
    path,
    `Cela ne tient pas dans la journée, qui va de ${opens} à ${closes}.`,
    `This does not fit into the day, which goes from ${opens} to ${closes}.`,
  );
const unstepped = (path: string, { opens, step }: DaySettings) =>
  issue(
    path,
    `Les heures vont de ${step} en ${step} minutes à partir de ${opens}.`,
    `Hours go by ${step} minutes from ${opens} on.`,
  );
const inBreak = (path: string) =>
  issue(
    path,
    "Cela tombe dans une pause : choisissez une autre heure.",
    "This falls into a break: choose another hour.",
  );
const TOO_EARLY = issue(
  "interviewFrom",
  "L’entretien commence avant la fin de ce qui le précède.",
  "The interview begins before what comes before it ends.",
);
const tooLate = (most: number) =>
  issue(
    "interviewFrom",
    `L’attente avant l’entretien dépasse ${most} minutes.`,
    `The wait before the interview exceeds ${most} minutes.`,
  );
const BACKWARDS = issue("closes", "La journée finit avant de commencer.", "The day ends before it begins.");
const BREAK_BACKWARDS = issue("breaks", "Une pause finit avant de commencer.", "A break ends before it begins.");
const roomsMissing = (preparation: Preparation | null) =>
  preparation
    ? issue(
        "rooms",
        `Il faut au moins une salle pour l’entretien et une pour ce qui le précède (${preparation.part.fr}).`,
        `At least one room for the interview and one for what comes before it (${preparation.part.en}) are needed.`,
      )
    : issue("rooms", "Il faut au moins une salle d’entretien.", "At least one room for the interviews is needed.");
const NOTHING_BEFORE = issue(
  "analysis",
  "Ce diplôme ne demande rien avant l’entretien : ni durée, ni salle, ni sujet.",
  "This diploma wants nothing before the interview: no time, no room, no subject.",
);
const TOO_SHORT = issue(
  "analysis",
  `Donnez un nombre de minutes, de ${SHORTEST} à 240.`,
  `Give a number of minutes, from ${SHORTEST} to 240.`,
);
const ROOM_TWICE = issue(
  "rooms",
  "Une salle sert à l’entretien ou à ce qui le précède, pas aux deux.",
  "A room serves for the interview or for what comes before it, not for both.",
);
const NO_PAIR = issue("pairs", "Choisissez au moins un binôme.", "Choose at least one pair.");
const SELF = issue(
  "pairs",
  "Un binôme est fait de deux personnes différentes.",
  "A pair is made of two different persons.",
);
