/**
 * Calendars (RFC 5545): an entry sent by mail (RFC 5546), and entries published for a person to add or subscribe to. Written by hand: a
 * library that was tried wrote the machine's local time as that of the zone. The UID stays and each change raises SEQUENCE, by which
 * Thunderbird, Outlook and Google update their entry.
 */
import { addDays, type Day } from "./day.ts";
import { wallIn } from "./zone.ts";

type Entry = {
  readonly uid: string;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly title: string;
  readonly place: string;
  readonly words: string;
};
type Hours = {
  /** Instants in ISO 8601. */
  readonly from: string;
  readonly until: string;
  readonly zone: string;
};
export type CalendarEntry = Entry & Hours;
/** An entry with hours, or of a whole day. */
export type Published = Entry & (Hours | { readonly day: Day }) & { readonly url: string };

type Sent = {
  /** When the entry was written (DTSTAMP). */
  readonly at: Date;
  readonly organizer: { readonly name: string; readonly address: string };
  readonly attendee: string;
  readonly url: string | undefined;
};

/** METHOD, which the mail's content type must repeat. */
export function methodOf({ cancelled }: Pick<CalendarEntry, "cancelled">): "REQUEST" | "CANCEL" {
  return cancelled ? "CANCEL" : "REQUEST";
}

export function calendarText(entry: CalendarEntry, { at, organizer, attendee, url }: Sent): string {
  return written([
    ...head(methodOf(entry)),
    ...zonesOf([entry]),
    ...eventLines(entry, at, [
      `ORGANIZER;CN=${quoted(organizer.name)}:${mailto(organizer.address)}`,
      // No RSVP: people answer on a page of the service, not by mail to the sender's address.
      `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:${mailto(attendee)}`,
      ...(url === undefined ? [] : [`URL:${address(url)}`]),
    ]),
    "END:VCALENDAR",
  ]);
}

/** How often a subscriber asks again: in the terms of RFC 7986, and in Outlook's. */
const REFRESH = ["REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"];

/** `name`: of a calendar to subscribe to; without it, entries to add once. */
export function publishedText(
  entries: readonly Published[],
  { at, name }: { readonly at: Date; readonly name?: string },
): string {
  const named = name === undefined ? [] : [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, ...REFRESH];
  return written([
    ...head("PUBLISH"),
    ...named,
    ...zonesOf(entries.flatMap((one) => ("zone" in one ? [one] : []))),
    ...entries.flatMap((one) => eventLines(one, at, [`URL:${address(one.url)}`])),
    "END:VCALENDAR",
  ]);
}

function head(method: string): string[] {
  const begin = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Livret//Livret//FR", "CALSCALE:GREGORIAN"];
  return [...begin, `METHOD:${method}`];
}

/** DTSTAMP is when it was written. A whole day takes nobody's time. */
function eventLines(entry: Entry & (Hours | { readonly day: Day }), at: Date, more: readonly string[]): string[] {
  const { uid, sequence, cancelled, title, place, words } = entry;
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
    `DTSTAMP:${stamp(at.getTime())}Z`,
    ...("day" in entry ? dayLines(entry.day) : hourLines(entry)),
    `SUMMARY:${escaped(title)}`,
    ...(place === "" ? [] : [`LOCATION:${escaped(place)}`]),
    `DESCRIPTION:${escaped(words)}`,
    ...more,
    `TRANSP:${"day" in entry ? "TRANSPARENT" : "OPAQUE"}`,
    "END:VEVENT",
  ];
}

function hourLines({ from, until, zone }: Hours): string[] {
  const local = (instant: string) => `;TZID=${zone}:${stamp(wallOf(new Date(instant), zone))}`;
  return [`DTSTART${local(from)}`, `DTEND${local(until)}`];
}

/** DTEND is the first day that is no longer meant. */
function dayLines(day: Day): string[] {
  const date = (one: Day) => one.replaceAll("-", "");
  return [`DTSTART;VALUE=DATE:${date(day)}`, `DTEND;VALUE=DATE:${date(addDays(day, 1))}`];
}

/** A VTIMEZONE for each zone, over all its entries. */
function zonesOf(all: readonly Hours[]): string[] {
  return [...Map.groupBy(all, ({ zone }) => zone)].flatMap(([zone, ofZone]) => {
    const from = Math.min(...ofZone.map((one) => Date.parse(one.from)));
    const until = Math.max(...ofZone.map((one) => Date.parse(one.until)));
    return zoneLines(zone, new Date(from), new Date(until));
  });
}

function written(lines: readonly string[]): string {
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** The local time, in milliseconds as if it were UTC. */
function wallOf(instant: Date, zone: string): number {
  const { day, time, seconds } = wallIn(instant, zone);
  return Date.parse(`${day}T${time}:${seconds}Z`);
}

function stamp(asIfUtc: number): string {
  return new Date(asIfUtc).toISOString().replaceAll(/[-:]|\.\d+Z/g, "");
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, "\\$&")
    .replaceAll(/\r\n|\r|\n/g, "\\n")
    .replaceAll(/\p{Cc}/gu, "");
}

/** A quoted parameter value cannot contain a quote, and few programs read its `^` escapes (RFC 6868): both signs are left out. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["^\p{Cc}]/gu, "")}"`;
}

/**
 * A URI is not TEXT (RFC 5545, 3.3.13): some readers keep a backslash before its comma, others drop it. So characters that could
 * end or split it are percent-encoded.
 */
function address(url: string): string {
  return url.toWellFormed().replaceAll(/[^\w\-.~:/?#[\]@!$&'()*+=%]/gu, encodeURIComponent);
}

function mailto(mailbox: string): string {
  return `mailto:${address(mailbox.replaceAll(/[%?#]/g, encodeURIComponent))}`;
}

/** Folds lines at 75 bytes, never within a character: a character of two bytes cut in half would be read as two wrong ones. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      parts.push(part);
      // A continuation begins with a space, which counts.
      [part, bytes] = [" ", 1];
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join("\r\n");
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** More than the time between two clock changes, in zones with any. */
const FAR = 400 * DAY;

/** VTIMEZONE around entries: the offset in force, the clock changes among them, and the next two after the first. */
function zoneLines(zone: string, from: Date, until: Date): string[] {
  const offsetAt = (instant: number) => wallOf(new Date(instant), zone) - Math.floor(instant / 1000) * 1000;
  const changes = changesOf(offsetAt, from.getTime() - FAR, until.getTime() + FAR);
  const before = changes.filter((change) => change <= from.getTime()).slice(-1);
  const after = changes.filter((change) => change > from.getTime());
  const meant = after.filter((change, at) => at < 2 || change <= until.getTime());
  const parts = [...before, ...meant].flatMap((change) => {
    const offsetBefore = offsetAt(change - MINUTE);
    return observed(stamp(change + offsetBefore), offsetBefore, offsetAt(change));
  });
  const always = observed("19700101T000000", offsetAt(from.getTime()), offsetAt(from.getTime()));
  // The offset before the first change listed must be given too.
  const first = before.length === 0 ? always : [];
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...first, ...parts, "END:VTIMEZONE"];
}

function observed(begins: string, from: number, to: number): string[] {
  const kind = to > from ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${begins}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `END:${kind}`,
  ];
}

/** `+0100`, given milliseconds. */
function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

/** The instants of clock changes, to the minute, by bisection of each day. */
function changesOf(offsetAt: (instant: number) => number, from: number, until: number): number[] {
  const changes: number[] = [];
  for (let day = Math.floor(from / MINUTE) * MINUTE; day < until; day += DAY) {
    let [low, high] = [day, day + DAY];
    if (offsetAt(low) === offsetAt(high)) continue;
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
      if (offsetAt(middle) === offsetAt(low)) low = middle;
      else high = middle;
    }
    changes.push(high);
  }
  return changes;
}
