/**
 * Keeps the lines of one file as the facts say them today. The facts are of other rooms, whose acts do not hold this file: the calendar looks
 * again where there are others than it saw, and an act that notes what was typed looks itself.
 */
import type { Performing } from "../../act/act.ts";
import { canonical } from "../../kit/canonical.ts";
import { addYears, type Day } from "../../kit/day.ts";
import { findEnrolment } from "../../training/cohorts/enrolment.ts";
import { publicationsOf } from "../figures/store.ts";
import { askedBy, personFacts, type School, schoolOf } from "./gathering.ts";
import { isTooOld, type Line, linesOfPerson, linesOfRate, nextLook } from "./rules/lines.ts";
import { lineState } from "./rules/typed.ts";
import {
  changeLine,
  changeState,
  dropLine,
  type File,
  findFile,
  insertLine,
  keepFile,
  linesIn,
  seenOf,
  type StoredLine,
  typedOf,
} from "./store.ts";

type Context = Pick<Performing<unknown>, "tx" | "law" | "decide" | "today" | "payee">;

/** Nobody looks at what ended so long ago and was never looked at. */
export const lookedSince = (today: Day): Day => addYears(today, -1);

type Looked = { readonly lines: readonly Line[]; readonly seen: string; readonly againOn: Day | null };

/** The act holds the file's chain. `is`: the file as it is to be kept, known or new. */
export async function look(context: Context, is: File): Promise<void> {
  const { tx, today } = context;
  const school = schoolOf(context);
  if (!school) return;
  const found = is.dossier === null ? await ratesNow(context, is, school) : await personNow(context, is, school);
  if (!found) return;
  const known = (await findFile(tx, is.id)) !== undefined;
  await keepFile(tx, { ...is, seen: found.seen, againOn: found.againOn });
  await keepLines(context, is.id, known ? found.lines : found.lines.filter((line) => !isTooOld(line, today)));
}

/** What is seen is counted first: a fact that comes in between is looked at again. Undefined where the enrolment is gone: its lines stay. */
async function personNow(context: Context, { id }: File, school: School): Promise<Looked | undefined> {
  const { tx, today } = context;
  const { portals, holidays } = school;
  const seen = await seenOf(tx, id, askedBy(school));
  const enrolment = seen === undefined ? undefined : await findEnrolment(tx, id);
  const facts = enrolment && (await personFacts(context, enrolment, portals));
  if (seen === undefined || !facts) return undefined;
  return { lines: linesOfPerson(facts, { portals, holidays, today }), seen, againOn: nextLook(facts, today) };
}

async function ratesNow(context: Context, { diploma, year }: File, school: School): Promise<Looked | undefined> {
  const { tx, today } = context;
  const published = (await publicationsOf(tx, diploma!)).filter((one) => one.year === year);
  const [last] = published;
  if (!last) return undefined;
  const { all, sites } = last.shown;
  const rate = (all ?? sites[0]?.rates ?? []).find((one) => one.rate === "insertion");
  const facts = { year: last.year, publishedOn: published.at(-1)!.publishedOn };
  const lines = rate ? linesOfRate({ ...facts, rate }, { ...school, today }) : [];
  return { lines, seen: `${askedBy(school)} ${String(last.version)}`, againOn: null };
}

const keyOf = ({ portal, declare, part }: Pick<Line, "portal" | "declare" | "part">) => `${portal} ${declare} ${part}`;

async function keepLines({ tx, today }: Context, file: string, lines: readonly Line[]): Promise<void> {
  const stored = await linesIn(tx, file);
  const noted = Map.groupBy(
    await typedOf(
      tx,
      stored.map(({ id }) => id),
    ),
    ({ line }) => line,
  );
  const now = new Map(lines.map((line) => [keyOf(line), line]));
  for (const one of stored) {
    const line = now.get(keyOf(one));
    now.delete(keyOf(one));
    const next = line ? { ...one, ...line, asked: true } : { ...one, asked: false };
    const state = lineState(next, noted.get(one.id) ?? []);
    if (state === undefined) {
      await dropLine(tx, one);
      continue;
    }
    const kept = { ...next, state, since: state === one.state ? one.since : today };
    if (canonical(kept) !== canonical(one)) await changeLine(tx, one.id, kept);
  }
  for (const line of now.values()) await insertLine(tx, { ...line, file, asked: true, state: "to-type", since: today });
}

/** After something was noted of a line. */
export async function settle({ tx, today }: Pick<Context, "tx" | "today">, line: StoredLine): Promise<void> {
  const state = lineState(line, await typedOf(tx, [line.id]))!;
  if (state !== line.state) await changeState(tx, line, { state, since: today });
}
