/** Between an instant and what a clock on a wall shows in a place: deadlines are said by the wall, and end there. */
import type { Day } from "./day.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the clocks of this machine know a time zone by that name. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** The `Day` of `instant` in an IANA zone such as `Europe/Paris`. */
export function dayIn(instant: Date, zone: string): Day {
  const time = instant.getTime();
  return time >= SINCE ? quarterOf(time, zone).day : formatted(instant, zone).slice(0, 10);
}

/** What the wall shows to the second, hours from 00 to 23. */
export type Wall = { readonly day: Day; readonly time: string; readonly seconds: string };

export function wallIn(instant: Date, zone: string): Wall {
  const text = wallText(instant, zone);
  return { day: text.slice(0, 10), time: text.slice(11, 16), seconds: text.slice(17, 19) };
}

/** A list says a hundred days: how far the wall is from UTC is asked once for each quarter of an hour, within which no clock is put on or back, and no day ends. */
type Quarter = { readonly distance: number; readonly day: Day };
const quarters = new Map<string, Map<number, Quarter>>();
const QUARTER = 15 * 60_000;
/** Before, a zone could change at any second. */
const SINCE = Date.UTC(1980, 0);
/** Of one zone: fifteen years of quarters would be half a million. */
const MOST = 5_000;

function wallText(instant: Date, zone: string): string {
  const time = instant.getTime();
  if (!(time >= SINCE)) return formatted(instant, zone);
  return new Date(time + quarterOf(time, zone).distance).toISOString().replace("T", " ");
}

function quarterOf(time: number, zone: string): Quarter {
  const at = Math.floor(time / QUARTER);
  let known = quarters.get(zone);
  if (!known || known.size >= MOST) quarters.set(zone, (known = new Map()));
  let quarter = known.get(at);
  if (!quarter) {
    const text = formatted(new Date(time), zone);
    const distance = Date.parse(`${text.replace(" ", "T")}Z`) - Math.floor(time / 1000) * 1000;
    known.set(at, (quarter = { distance, day: text.slice(0, 10) }));
  }
  return quarter;
}

function formatted(instant: Date, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    // Sweden writes days and hours as ISO does.
    const numbers = {
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    } as const;
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", ...numbers });
    formats.set(zone, format);
  }
  return format.format(instant);
}

/** A minute as a school writes it: a day and an hour such as `23:59`. */
export type Minute = { readonly day: Day; readonly time: string };

export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * The instants at which the wall shows a minute, the earliest first: one, but for the hour that autumn shows twice (two) and
 * the one that spring leaps over (none).
 */
export function instantsOf({ day, time }: Minute, zone: string): Date[] {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  // The distances to UTC that hold within a day of it: a zone changes once in so short a time.
  const distances = [-1, 1].map((side) => distanceAt(asIfUtc + side * 86_400_000, zone));
  return [...new Set(distances.map((distance) => asIfUtc - distance))]
    .toSorted((a, b) => a - b)
    .map((instant) => new Date(instant))
    .filter((instant) => {
      const wall = wallIn(instant, zone);
      return wall.day === day && wall.time === time;
    });
}

function distanceAt(instant: number, zone: string): number {
  const { day, time, seconds } = wallIn(new Date(instant), zone);
  return Date.parse(`${day}T${time}:${seconds}Z`) - instant;
}

/** The first instant of a minute: of the earlier, where the wall shows it twice. `undefined` where it never does. */
export function beginsAt(minute: Minute, zone: string): Date | undefined {
  return instantsOf(minute, zone)[0];
}

/** The last instant of a minute, its last second whole: of the later, where the wall shows it twice. */
export function endsAt(minute: Minute, zone: string): Date | undefined {
  const last = instantsOf(minute, zone).at(-1);
  return last && new Date(last.getTime() + 59_999);
}
