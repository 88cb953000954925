/** Converts between instants and the local time of a zone, in which deadlines are written and end. */
import type { Day } from "./day.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether this machine's time zone data has a zone of that name. */
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

/** The local time to the second, hours from 00 to 23. */
export type Wall = { readonly day: Day; readonly time: string; readonly seconds: string };

export function wallIn(instant: Date, zone: string): Wall {
  const text = wallText(instant, zone);
  return { day: text.slice(0, 10), time: text.slice(11, 16), seconds: text.slice(17, 19) };
}

/**
 * The UTC offset, cached per quarter hour, within which no clock changes and no day ends: a list formats a hundred days. `distance`
 * is in milliseconds.
 */
type Quarter = { readonly distance: number; readonly day: Day };
const quarters = new Map<string, Map<number, Quarter>>();
const QUARTER = 15 * 60_000;
/** Before 1980, a zone's offset could change at any second. */
const SINCE = Date.UTC(1980, 0);
/** Quarters cached per zone: fifteen years would be half a million. */
const MOST = 5_000;

function wallText(instant: Date, zone: string): string {
  const time = instant.getTime();
  if (!(time >= SINCE)) return formatted(instant, zone);
  return new Date(time + quarterOf(time, zone).distance).toISOString().replace("T", " ");
}

function quarterOf(time: number, zone: string): Quarter {
  const number = Math.floor(time / QUARTER);
  let known = quarters.get(zone);
  if (!known || known.size >= MOST) quarters.set(zone, (known = new Map()));
  let quarter = known.get(number);
  if (!quarter) {
    const text = formatted(new Date(time), zone);
    const distance = Date.parse(`${text.replace(" ", "T")}Z`) - Math.floor(time / 1000) * 1000;
    known.set(number, (quarter = { distance, day: text.slice(0, 10) }));
  }
  return quarter;
}

function formatted(instant: Date, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    // The Swedish locale formats as ISO 8601 does.
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

/** A minute of local time: a day and a time such as `23:59`. */
export type Minute = { readonly day: Day; readonly time: string };

export function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * The instants of a minute of local time, the earliest first: one, but two in the hour that autumn repeats and none in the hour
 * that spring skips.
 */
export function instantsOf({ day, time }: Minute, zone: string): Date[] {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  // The UTC offsets a day before and a day after: a zone changes at most once in between.
  const offsets = [-1, 1].map((side) => offsetAt(asIfUtc + side * 86_400_000, zone));
  return [...new Set(offsets.map((offset) => asIfUtc - offset))]
    .toSorted((a, b) => a - b)
    .map((instant) => new Date(instant))
    .filter((instant) => {
      const wall = wallIn(instant, zone);
      return wall.day === day && wall.time === time;
    });
}

function offsetAt(instant: number, zone: string): number {
  const { day, time, seconds } = wallIn(new Date(instant), zone);
  return Date.parse(`${day}T${time}:${seconds}Z`) - instant;
}

/** The first instant of a minute: of its earlier occurrence if it is repeated, `undefined` if it is skipped. */
export function beginsAt(minute: Minute, zone: string): Date | undefined {
  return instantsOf(minute, zone)[0];
}

/** The last millisecond of a minute: of its later occurrence if it is repeated, `undefined` if it is skipped. */
export function endsAt(minute: Minute, zone: string): Date | undefined {
  const last = instantsOf(minute, zone).at(-1);
  return last && new Date(last.getTime() + 59_999);
}
