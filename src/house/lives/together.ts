/**
 * Many lives in one school under one clock, as the demonstration shows them: each is moved by whole weeks, so that the day it
 * names is today or one of the six days before, and is played until now. Every day in it moves, those before it begins too (a
 * birth, a title, a validation): what was long ago stays as long ago. What several of them make in the school under one name is
 * made once, or numbered.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { addDays, type Day, dayNumber, isDay } from "../../kit/day.ts";
import { beginsAt, dayIn, wallIn } from "../../kit/zone.ts";
import { type Cast, castOf, type Played, playStep } from "./play.ts";
import { filledIn, namesIn, valueAt } from "./names.ts";
import type { Script, Step } from "./script.ts";
import type { Stage } from "./stage.ts";

/** Every life that stands beside a diploma of a folder of the law. */
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

/** Those that name a day to be shown on, all of them to `now`; one that differs goes no further. */
export async function playTogether(stage: Stage, scripts: readonly Script[], now: Date): Promise<readonly Lived[]> {
  const zone = stage.world.zone(stage.establishment);
  const lives = scripts.flatMap((script) => {
    const moved = movedTo(dayIn(now, zone), script, zone);
    return moved ? [{ script: moved, cast: castOf(moved), stopped: undefined as Played | undefined }] : [];
  });
  const steps = lives
    .flatMap((life) => life.script.steps.filter(leadsOn).map((step) => ({ life, step })))
    .filter(({ step }) => step.instant <= now)
    .toSorted((one, other) => one.step.instant.getTime() - other.step.instant.getTime());
  const named = new Map<string, Named>();
  for (const { life, step } of steps) {
    if (life.stopped) continue;
    const name = nameGiven(step);
    const found = name === undefined ? undefined : named.get(name);
    if (found && isShared(step)) {
      keepOf(step, life.cast, found.value);
      continue;
    }
    const number = (found?.number ?? 0) + 1;
    const played = await playStep(stage, life.cast, number === 1 ? step : numbered(step, number));
    const { came } = played;
    if (played.differences.length > 0) life.stopped = played;
    else if (name !== undefined && came.kind === "done") named.set(name, { number, value: came.value });
  }
  return lives;
}

/** What lives make in the school under one name: how many did, and what came of the last. */
type Named = { readonly number: number; readonly value: unknown };

/** Of a room, a cohort, a session: it has a name, and is about nobody of the life. */
function nameGiven({ deed, written: { act, with: given } }: Step): string | undefined {
  const named = deed.kind === "act" && typeof given?.name === "string" && namesIn(given, "").length === 0;
  return named ? `${act}: ${String(given.name)}` : undefined;
}

/** With no day of its own it is the same for all of them, and made once. */
function isShared({ written }: Step): boolean {
  return !/"\d{4}-\d{2}-\d{2}"/.test(JSON.stringify(written.with));
}

function keepOf({ written: { keep = {} } }: Step, { kept }: Cast, value: unknown): void {
  for (const [name, path] of Object.entries(keep)) kept.set(name, valueAt(value, path));
}

/** With its days it is each one’s own, and the second is called so. */
function numbered(step: Step, number: number): Step {
  const { with: given } = step.written;
  return { ...step, written: { ...step.written, with: { ...given, name: `${String(given!.name)} (${number})` } } };
}

/** What only shows that something is not to be had, or how it looks, leaves nothing to be shown. */
function leadsOn({ deed, written: { expect = "done", keep } }: Step): boolean {
  return deed.kind === "view" ? keep !== undefined : expect === "done";
}

/** A life so that the day it names is about today; nothing of one that names none. */
export function movedTo(today: Day, script: Script, zone: string): Script | undefined {
  const { shown } = script;
  if (shown === undefined) return undefined;
  const days = Math.floor((dayNumber(today) - dayNumber(shown)) / 7) * 7;
  const moved = (text: string): string => {
    if (INSTANT.test(text)) return instantMoved(text, days, zone);
    const [, day = "", rest = ""] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2})?$/.exec(text) ?? [];
    return isDay(day) ? `${addDays(day, days)}${rest}` : text;
  };
  const steps = script.steps.map((step) => {
    const { with: given, expect, at, ...written } = step.written;
    const when = moved(at);
    return {
      ...step,
      instant: momentOf(when, zone),
      written: {
        ...written,
        at: when,
        ...(given && { with: movedIn(given, moved) as typeof given }),
        ...(expect !== undefined && { expect: movedIn(expect, moved) }),
      },
    };
  });
  return { ...script, shown: addDays(shown, days), steps };
}

/** As a view gives a moment. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** To the same hour on the wall, of which the instant is another where the clock was put forward in between. */
function instantMoved(text: string, days: number, zone: string): string {
  const { day, time } = wallIn(new Date(text), zone);
  const within = Date.parse(text) % 60_000;
  return new Date(momentOf(`${addDays(day, days)}T${time}`, zone).getTime() + within).toISOString();
}

/** Names stay names: what they stand for is filled in when the step is played. */
function movedIn(value: unknown, moved: (text: string) => string): unknown {
  return filledIn(value, (name) => `$${name}`, moved);
}

/** An hour later where the clock leaps over it on that day. */
function momentOf(minute: string, zone: string): Date {
  const [day = "", time = ""] = minute.split("T");
  const later = `${String((Number(time.slice(0, 2)) + 1) % 24).padStart(2, "0")}${time.slice(2)}`;
  return (beginsAt({ day, time }, zone) ?? beginsAt({ day, time: later }, zone))!;
}
