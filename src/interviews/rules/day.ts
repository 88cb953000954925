/** The settings of an interview day, and what fits into it. Times are local; lengths are minutes. */
import type { Reason } from "../../decisions/interview-plan/facts.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { minutesOf } from "../../kit/time.ts";
import type { Diploma } from "../../law/diploma.ts";

export type Stretch = { readonly from: string; readonly to: string };
export const STEPS = [5, 10, 15] as const;
/** Minutes, for either part. */
const SHORTEST = 5;
/** A room's purpose on the day. */
export const PURPOSES = ["analysis", "interview"] as const;

type DayRoom = { readonly room: string; readonly for: (typeof PURPOSES)[number]; readonly seats: number };
/** Interviewers who examine together. */
type Pair = { readonly key: string; readonly members: readonly string[] };
/** A text handed to candidates as their preparation begins: its title, and the text itself where it was typed. */
type Text = { readonly key: string; readonly title: string; readonly body?: string };

/** The law's preparation before an interview, in its words. */
export type Preparation = NonNullable<Diploma["admission"]["interview"][number]["preparation"]>;

export function preparationOf({ admission }: Diploma): Preparation | null {
  return admission.interview.find(({ preparation }) => preparation)?.preparation ?? null;
}

export type DaySettings = {
  readonly opens: string;
  readonly closes: string;
  readonly breaks: readonly Stretch[];
  /** Minutes of preparation; 0 if there is none. */
  readonly analysis: number;
  readonly interview: number;
  readonly step: (typeof STEPS)[number];
  /** The longest wait in minutes between preparation and interview. */
  readonly maxWait: number;
  readonly pairs: readonly Pair[];
  readonly rooms: readonly DayRoom[];
  readonly texts: readonly Text[];
};

/** A candidate's place in a plan, in local time. */
type Place = {
  readonly dossier: string;
  readonly analysisRoom: string | null;
  readonly analysisFrom: string | null;
  readonly room: string;
  readonly pair: string;
  readonly interviewFrom: string;
};
/** A proposed plan; `best`: no other places more candidates or ends sooner. */
export type Draft = {
  readonly placed: readonly Place[];
  readonly unplaced: readonly { readonly dossier: string; readonly reasons: readonly Reason[] }[];
  readonly best: boolean;
};

/** The length of each part for a candidate: `extra` percent more, rounded up to the step. */
export function lengths(
  { analysis, interview, step }: Pick<DaySettings, "analysis" | "interview" | "step">,
  extra: number,
): { readonly analysis: number; readonly interview: number } {
  // In integers: 30 minutes plus 33 percent are 39.9, rounded up to 40 by steps of 5.
  const longer = (minutes: number) => Math.ceil((minutes * (100 + extra)) / (100 * step)) * step;
  return { analysis: longer(analysis), interview: longer(interview) };
}

/** Whether the booked hours include all extra time: more may have been granted since. */
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

/** Whether two stretches of a day share a minute. */
export function overlap(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && other.from < one.to;
}

/** The day without what its candidates are to read only at their hour. */
export function withoutBodies(settings: DaySettings): DaySettings {
  return { ...settings, texts: settings.texts.map(({ key, title }) => ({ key, title })) };
}

/** The faults of a day's settings. */
export function dayIssues(settings: DaySettings, preparation: Preparation | null): Issue[] {
  const { opens, closes, breaks, pairs, rooms, analysis, texts } = settings;
  const issues: Issue[] = [];
  if (closes <= opens) issues.push(BACKWARDS);
  if (breaks.some(({ from, to }) => to <= from)) issues.push(BREAK_BACKWARDS);
  const prepared = rooms.some((one) => one.for === "analysis");
  if (!preparation && (analysis > 0 || prepared || texts.length > 0)) issues.push(NOTHING_BEFORE);
  if (preparation && analysis < SHORTEST) issues.push(TOO_SHORT);
  if ((preparation && !prepared) || !rooms.some((one) => one.for === "interview"))
    issues.push(roomsMissing(preparation));
  if (new Set(rooms.map(({ room }) => room)).size < rooms.length) issues.push(ROOM_TWICE);
  if (pairs.length === 0) issues.push(NO_PAIR);
  if (pairs.some(({ members }) => new Set(members).size < members.length)) issues.push(SELF);
  return issues;
}

/** The times requested. */
export type Asked = { readonly analysis: Stretch | undefined; readonly interview: Stretch };

/** Why the requested times do not fit into the day. */
export function fitIssues(settings: DaySettings, { analysis, interview }: Asked): Issue[] {
  const { opens, closes, breaks, step, maxWait } = settings;
  const inside = ({ from, to }: Stretch) => from >= opens && to <= closes;
  const stepped = ({ from }: Stretch) => (minutesOf(from) - minutesOf(opens)) % step === 0;
  const wait = analysis ? minutesOf(interview.from) - minutesOf(analysis.to) : 0;
  const broken = (one: Stretch) => breaks.some((pause) => overlap(one, pause));
  const issues: Issue[] = [];
  for (const [path, stretch] of Object.entries({ analysisFrom: analysis, interviewFrom: interview })) {
    if (!stretch) continue;
    if (!inside(stretch)) issues.push(outside(path, settings));
    else if (!stepped(stretch)) issues.push(unstepped(path, settings));
    if (broken(stretch)) issues.push(inBreak(path));
  }
  if (wait < 0) issues.push(TOO_EARLY);
  else if (wait > maxWait) issues.push(tooLate(maxWait));
  return issues;
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
