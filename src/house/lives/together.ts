/**
 * Plays many lives in one school under one clock, for the demonstration: each is moved by whole weeks, so that the day it names is today or
 * one of the six days before, and is played until now. Every day in it moves, also days before its start (a birth, a title, a validation):
 * intervals stay the same. A thing that several lives make under one name is made once, or numbered.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { addDays, type Day, dayNumber, isDay } from "../../kit/day.ts";
import { beginsAt, dayIn, wallIn } from "../../kit/zone.ts";
import type { Member } from "./people.ts";
import { type Cast, castOf, type Played, playStep } from "./play.ts";
import { filledIn, namesIn, spoken, valueAt } from "./names.ts";
import type { WrittenPerson } from "./life.ts";
import type { Script, Step } from "./script.ts";
import type { Stage } from "./stage.ts";

/** Every life beside a diploma in a folder of the law. */
export function livesIn(folder: string): string[] {
  const diplomas = join(folder, "diplomas");
  return readdirSync(diplomas)
    .map((diploma) => join(diplomas, diploma, "lives"))
    .filter((lives) => existsSync(lives))
    .flatMap((lives) => readdirSync(lives).map((name) => join(lives, name)))
    .filter((file) => file.endsWith(".yaml"))
    .sort();
}

export type Lived = { readonly script: Script; readonly cast: Cast; readonly stopped: Played | undefined };

/** Plays, until `now`, the lives that name a day to be shown on; one that differs stops there. */
export async function playTogether(stage: Stage, scripts: readonly Script[], now: Date): Promise<readonly Lived[]> {
  const zone = stage.world.zone(stage.establishment);
  const guests = new Map<string, Member>();
  const lives = scripts.flatMap((script) => {
    const moved = movedTo(dayIn(now, zone), retold(script), zone);
    return moved
      ? [{ script: moved, cast: among(castOf(moved), guests), stopped: undefined as Played | undefined }]
      : [];
  });
  const steps = lives
    .flatMap((life) => life.script.steps.filter(leadsOn).map((step) => ({ life, step })))
    .filter(({ step }) => step.instant <= now)
    .toSorted((one, other) => one.step.instant.getTime() - other.step.instant.getTime());
  const named = new Map<string, Named>();
  for (const { life, step } of steps) {
    if (life.stopped) continue;
    const name = nameGiven(step, life.cast);
    const earlier = name === undefined ? undefined : named.get(name);
    if (earlier && isShared(step)) {
      keepOf(step, life.cast, earlier.value);
      continue;
    }
    const number = (earlier?.number ?? 0) + 1;
    const played = await playStep(stage, life.cast, number === 1 ? step : numbered(step, number));
    const { came } = played;
    if (played.differences.length > 0) life.stopped = played;
    else if (name !== undefined && came.kind === "done") named.set(name, { number, value: came.value });
  }
  return lives;
}

/** With what the life writes `instead`: names, a day of birth, a telephone. */
export function retold(script: Script): Script {
  const { instead = {} } = script.shown ?? {};
  const words = Object.keys(instead).toSorted((one, other) => other.length - one.length);
  if (words.length === 0) return script;
  const found = new RegExp(`(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`, "gu");
  const said = (text: string) => text.replace(found, (word) => instead[word]!);
  const people = [...script.people].map(([key, { given, birth, ...rest }]): [string, WrittenPerson] => [
    key,
    { ...rest, ...(given && { given: given.map(said) }), ...(birth && { birth: said(birth) }) },
  ]);
  return {
    ...script,
    people: new Map(people),
    steps: script.steps.map((step) => ({ ...step, written: writtenIn(step, said) })),
  };
}

/** What a step sends and expects, each text mapped; names of values stay: they are resolved when the step is played. */
function writtenIn({ written }: Step, text: (plain: string) => string): Step["written"] {
  const { with: input, expect, ...rest } = written;
  const mapped = (value: unknown) => filledIn(value, (name) => `$${name}`, text);
  return {
    ...rest,
    ...(input && { with: mapped(input) as typeof input }),
    ...(expect !== undefined && { expect: mapped(expect) }),
  };
}

/** A guest who is named in several lives is invited once. */
function among({ people, ...cast }: Cast, guests: Map<string, Member>): Cast {
  const one = (person: Member): Member => {
    if (!person.written.guest) return person;
    const known = guests.get(person.address) ?? person;
    guests.set(person.address, known);
    return known;
  };
  return { ...cast, people: new Map([...people].map(([key, person]) => [key, one(person)])) };
}

/** A name that several lives use: how many did, and the last value. */
type Named = { readonly number: number; readonly value: unknown };

/** For a room, a cohort, a session, a member of a jury: an act with a name that refers to nothing else in its life but people. */
function nameGiven({ deed, written: { act, with: input } }: Step, { people }: Cast): string | undefined {
  const named =
    deed.kind === "act" &&
    typeof input?.name === "string" &&
    namesIn(input, "").every(({ name }) => people.get(name)?.written.guest);
  return named ? `${act}: ${String(input.name)}` : undefined;
}

/** Without a date it is the same for all lives, and made once. */
function isShared({ written }: Step): boolean {
  return !/"\d{4}-\d{2}-\d{2}"/.test(JSON.stringify(written.with));
}

function keepOf({ written: { keep = {} } }: Step, { kept }: Cast, value: unknown): void {
  for (const [name, path] of Object.entries(keep)) kept.set(name, valueAt(value, path));
}

/** With dates each life makes its own, and the second is numbered. */
function numbered(step: Step, number: number): Step {
  const { with: input } = step.written;
  return { ...step, written: { ...step.written, with: { ...input, name: `${String(input!.name)} (${number})` } } };
}

/** Whether a step leaves something to show: not an expected refusal, nor a view that keeps nothing. */
function leadsOn({ deed, written: { expect = "done", keep } }: Step): boolean {
  return deed.kind === "view" ? keep !== undefined : expect === "done";
}

/** The life moved so that its named day is about today; `undefined` where it names none. */
export function movedTo(today: Day, script: Script, zone: string): Script | undefined {
  const { shown } = script;
  if (shown === undefined) return undefined;
  const days = Math.floor((dayNumber(today) - dayNumber(shown.on)) / 7) * 7;
  const moved = (text: string): string => {
    if (INSTANT.test(text)) return instantMoved(text, days, zone);
    const [, day = "", rest = ""] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2})?$/.exec(text) ?? [];
    return isDay(day) ? `${addDays(day, days)}${rest}` : spoken(text, (within) => addDays(within, days));
  };
  const steps = script.steps.map((step) => {
    const at = moved(step.written.at);
    return { ...step, instant: momentOf(at, zone), written: grounded(step, { ...writtenIn(step, moved), at }) };
  });
  return { ...script, shown: { ...shown, on: addDays(shown.on, days) }, steps };
}

/** An instant as views give it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Keeps the local time, so that the offset may differ across a daylight-saving change. */
function instantMoved(text: string, days: number, zone: string): string {
  const { day, time } = wallIn(new Date(text), zone);
  const within = Date.parse(text) % 60_000;
  return new Date(momentOf(`${addDays(day, days)}T${time}`, zone).getTime() + within).toISOString();
}

/** An hour later where daylight saving skips that minute. */
function momentOf(minute: string, zone: string): Date {
  const [day = "", time = ""] = minute.split("T");
  const later = `${String((Number(time.slice(0, 2)) + 1) % 24).padStart(2, "0")}${time.slice(2)}`;
  return (beginsAt({ day, time }, zone) ?? beginsAt({ day, time: later }, zone))!;
}

/** A day that moved may be a holiday, which what is placed on it gives a ground for; on any other day it is not kept. */
function grounded({ deed }: Step, written: Step["written"]): Step["written"] {
  if (deed.kind !== "act" || written.with === undefined || "ground" in written.with) return written;
  const places =
    deed.act.writes.includes("placing_ground") &&
    "ground" in ((deed.act.form as { readonly properties?: object }).properties ?? {});
  return places ? { ...written, with: { ...written.with, ground: "Aucun autre jour ne convenait." } } : written;
}
