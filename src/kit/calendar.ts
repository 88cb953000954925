/**
 * An entry for somebody's calendar (RFC 5545, as RFC 5546 sends it by mail), written by hand: a library that was tried wrote the
 * wall of the machine for the wall of the zone. Its name stays, and each change has a higher number, by which Thunderbird,
 * Outlook and Google move the entry they have.
 */
import { wallIn } from "./zone.ts";

export type CalendarEntry = {
  readonly uid: string;
  readonly sequence: number;
  readonly cancelled: boolean;
  /** Instants, as JSON has them. */
  readonly from: string;
  readonly until: string;
  readonly zone: string;
  readonly title: string;
  readonly place: string;
  readonly words: string;
};

type Sent = {
  /** When it was written. */
  readonly at: Date;
  readonly organizer: { readonly name: string; readonly address: string };
  readonly attendee: string;
  readonly url: string | undefined;
};

/** What the mail says it is, and must: a request that is cancelled is another method. */
export function methodOf({ cancelled }: Pick<CalendarEntry, "cancelled">): "REQUEST" | "CANCEL" {
  return cancelled ? "CANCEL" : "REQUEST";
}

export function calendarText(entry: CalendarEntry, { at, organizer, attendee, url }: Sent): string {
  const { uid, sequence, cancelled, zone, title, place, words } = entry;
  const [from, until] = [new Date(entry.from), new Date(entry.until)];
  const local = (instant: Date) => `;TZID=${zone}:${stamp(wallOf(instant, zone))}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Livret//Livret//FR",
    "CALSCALE:GREGORIAN",
    `METHOD:${methodOf(entry)}`,
    ...zoneLines(zone, from, until),
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
    `DTSTAMP:${stamp(at.getTime())}Z`,
    `DTSTART${local(from)}`,
    `DTEND${local(until)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(words)}`,
    `ORGANIZER;CN=${quoted(organizer.name)}:${mailto(organizer.address)}`,
    // Answers are given on a page of the service, and not to the address that mails come from.
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:${mailto(attendee)}`,
    ...(url === undefined ? [] : [`URL:${address(url)}`]),
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** What a wall shows, as a number of milliseconds as if it were in UTC. */
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

/** A value of a parameter can hold no quote of its own, and what begins one written otherwise (RFC 6868) is read by few. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["^\p{Cc}]/gu, "")}"`;
}

/**
 * An address is no text (RFC 5545, 3.3.13): a backslash before its comma stays for some readers and goes for others. What could end or
 * part it is written by its bytes, as in any address.
 */
function address(url: string): string {
  return url.toWellFormed().replaceAll(/[^\w\-.~:/?#[\]@!$&'()*+=%]/gu, encodeURIComponent);
}

function mailto(mailbox: string): string {
  return `mailto:${address(mailbox.replaceAll(/[%?#]/g, encodeURIComponent))}`;
}

/** At most 75 bytes a line, and no character is parted: one of two bytes in the middle of it would be two wrong ones. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (bytes + size > 75) {
      parts.push(part);
      // The space that begins what goes on is one of the 75.
      [part, bytes] = [" ", 1];
    }
    part += sign;
    bytes += size;
  }
  return [...parts, part].join("\r\n");
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Further than from one change of the clocks to the next, where they change at all. */
const FAR = 400 * DAY;

/** The zone as it is around an entry: which of its hours holds then, and when the clocks change next. */
function zoneLines(zone: string, from: Date, until: Date): string[] {
  const distance = (instant: number) => wallOf(new Date(instant), zone) - Math.floor(instant / 1000) * 1000;
  const changes = changesOf(distance, from.getTime() - FAR, until.getTime() + FAR);
  const before = changes.filter((at) => at <= from.getTime()).slice(-1);
  const after = changes.filter((at) => at > from.getTime()).slice(0, 2);
  const parts = [...before, ...after].flatMap((at) =>
    observed(stamp(at + distance(at - MINUTE)), distance(at - MINUTE), distance(at)),
  );
  const always = observed("19700101T000000", distance(from.getTime()), distance(from.getTime()));
  // What holds before the first change it tells of has to be told too.
  const first = before.length === 0 ? always : [];
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...first, ...parts, "END:VTIMEZONE"];
}

function observed(begins: string, from: number, to: number): string[] {
  const kind = to > from ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${begins}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    `END:${kind}`,
  ];
}

function offset(distance: number): string {
  const minutes = Math.round(Math.abs(distance) / 60_000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${distance < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

/** The instants at which the clocks change, which they do at whole minutes. */
function changesOf(distance: (instant: number) => number, from: number, until: number): number[] {
  const found: number[] = [];
  for (let day = Math.floor(from / MINUTE) * MINUTE; day < until; day += DAY) {
    let [low, high] = [day, day + DAY];
    if (distance(low) === distance(high)) continue;
    while (high - low > MINUTE) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
      if (distance(middle) === distance(low)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}
