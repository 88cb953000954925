/** An entry for a calendar, as two libraries that others wrote read it, on machines of two zones. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import { type CalendarEntry, calendarText } from "./calendar.ts";

const SENT = {
  at: new Date("2026-12-01T09:00:00.500Z"),
  organizer: { name: 'École "sociale"', address: "ecole@exemple.fr" },
  attendee: "claire@exemple.fr",
  url: "https://livret.exemple.fr/faire-ess/deis/dossier/1/entretien",
};
const ENTRY: CalendarEntry = {
  uid: "1b0a7f0e-0000-4000-8000-000000000001@livret",
  sequence: 2,
  cancelled: false,
  from: "2027-03-26T08:00:00.000Z",
  until: "2027-03-26T09:00:00.000Z",
  zone: "Europe/Paris",
  title: "Entretien d’admission ; analyse, puis échange",
  place: "Salle B12, 2 rue de l’École\nMontpellier",
  words: "Présentez-vous dix minutes avant. ".repeat(8),
};

/** What each library reads of a text, in a process whose clock is on the wall of another zone. */
function read(text: string, machine: string): unknown {
  const program = `
    import ICAL from "ical.js";
    import ical from "node-ical";
    import { readFileSync } from "node:fs";
    const text = readFileSync(0, "utf8");
    const calendar = new ICAL.Component(ICAL.parse(text));
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
    ICAL.TimezoneService.register(zone);
    const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent"));
    const other = Object.values(ical.sync.parseICS(text)).find(({ type }) => type === "VEVENT");
    console.log(JSON.stringify({
      method: calendar.getFirstPropertyValue("method"),
      status: event.component.getFirstPropertyValue("status"),
      uid: [event.uid, other.uid], sequence: [event.sequence, Number(other.sequence)],
      from: [event.startDate.toJSDate(), other.start], until: [event.endDate.toJSDate(), other.end],
      title: [event.summary, other.summary], place: [event.location, other.location],
      words: [event.description, other.description],
      url: [event.component.getFirstPropertyValue("url"), other.url],
      fromWhom: [event.component.getFirstPropertyValue("organizer"), other.organizer.val],
      toWhom: [event.component.getAllProperties("attendee").map((one) => one.getFirstValue()), [other.attendee].flat().map((one) => one.val)],
      stamp: other.dtstamp,
    }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    input: text,
    env: { ...process.env, TZ: machine },
    encoding: "utf8",
  });
  ok(stdout, stderr);
  return JSON.parse(stdout);
}

describe("an entry for a calendar", () => {
  for (const machine of ["UTC", "Asia/Tokyo"])
    it(`is read alike by two libraries on a machine in ${machine}`, () => {
      const { uid, title, place, words, from, until } = ENTRY;
      deepEqual(read(calendarText(ENTRY, SENT), machine), {
        method: "REQUEST",
        status: "CONFIRMED",
        uid: [uid, uid],
        sequence: [2, 2],
        from: [from, from],
        until: [until, until],
        title: [title, title],
        place: [place, place],
        words: [words, words],
        url: [SENT.url, SENT.url],
        fromWhom: ["mailto:ecole@exemple.fr", "mailto:ecole@exemple.fr"],
        toWhom: [["mailto:claire@exemple.fr"], ["mailto:claire@exemple.fr"]],
        stamp: "2026-12-01T09:00:00.000Z",
      });
    });

  it("is at its hour on the wall on either side of a change of the clocks, and where they never change", () => {
    const on = (from: string, until: string, zone = "Europe/Paris") => {
      const seen = read(calendarText({ ...ENTRY, from, until, zone }, SENT), "Asia/Tokyo");
      return (seen as { from: string[] }).from;
    };
    for (const from of ["2027-03-28T00:30:00.000Z", "2027-03-28T01:30:00.000Z", "2027-10-31T02:30:00.000Z"])
      deepEqual(on(from, new Date(Date.parse(from) + 1_800_000).toISOString()), [from, from]);
    const reunion = "2027-05-10T05:00:00.000Z";
    deepEqual(on(reunion, "2027-05-10T06:00:00.000Z", "Indian/Reunion"), [reunion, reunion]);
    match(calendarText({ ...ENTRY, zone: "Indian/Reunion" }, SENT), /TZOFFSETFROM:\+0400\r\nTZOFFSETTO:\+0400/);
  });

  it("tells the hours of its zone around its day, the winter's and the summer's", () => {
    const text = calendarText(ENTRY, SENT);
    match(text, /BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:\+0200\r\nTZOFFSETTO:\+0100/);
    match(text, /BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:\+0100\r\nTZOFFSETTO:\+0200/);
    match(text, /\r\nDTSTART;TZID=Europe\/Paris:20270326T090000\r\n/);
  });

  it("is cancelled under its own name, by another method", () => {
    const seen = read(calendarText({ ...ENTRY, sequence: 3, cancelled: true }, SENT), "UTC");
    const { method, status, uid, sequence } = seen as Record<string, unknown>;
    deepEqual([method, status, uid, sequence], ["CANCEL", "CANCELLED", [ENTRY.uid, ENTRY.uid], [3, 3]]);
  });

  it("has no line of more than 75 bytes, parts no character and ends each as the standard says", () => {
    const text = calendarText({ ...ENTRY, title: "é🎓".repeat(60) }, SENT);
    ok(text.endsWith("END:VCALENDAR\r\n"));
    equal(/(?<!\r)\n|\r(?!\n)/.test(text), false);
    for (const line of text.split("\r\n")) ok(Buffer.byteLength(line) <= 75, line);
    ok(text.isWellFormed() && !text.includes("\ufffd"));
    ok(text.replaceAll("\r\n ", "").includes("é🎓".repeat(60)));
  });

  it("keeps its address whole for both, whatever is in it", () => {
    const url = "https://livret.exemple.fr/a;b,c\\d/é?nom=x%20y&fait=1#ici\r\nATTENDEE:mailto:x@y.fr";
    const seen = read(calendarText(ENTRY, { ...SENT, url, attendee: "a%b?c@exemple.fr" }), "UTC");
    const { url: found, toWhom } = seen as Record<string, unknown>;
    const whole = `https://livret.exemple.fr/a%3Bb%2Cc%5Cd/%C3%A9?nom=x%20y&fait=1#ici%0D%0AATTENDEE:mailto:x@y.fr`;
    deepEqual(found, [whole, whole]);
    deepEqual(toWhom, [["mailto:a%25b%3Fc@exemple.fr"], ["mailto:a%25b%3Fc@exemple.fr"]]);
  });

  it("gives every text again to both libraries as it was, in whatever signs", () => {
    const typed = '\\ ; , : " ^n é🎓 \t\u0007 fin\n\r\nBEGIN:VEVENT\r;';
    const seen = read(calendarText({ ...ENTRY, title: typed, place: typed, words: typed, uid: "a;b,c" }, SENT), "UTC");
    const kept = '\\ ; , : " ^n é🎓  fin\n\nBEGIN:VEVENT\n;';
    const { title, place, words, uid } = seen as Record<string, unknown>;
    deepEqual(
      [title, place, words, uid],
      [
        [kept, kept],
        [kept, kept],
        [kept, kept],
        ["a;b,c", "a;b,c"],
      ],
    );
  });

  it("cannot be made to say more by what somebody typed", () => {
    const text = calendarText(
      { ...ENTRY, title: "Fin\r\nEND:VEVENT", place: "a\rATTENDEE:mailto:x@y.fr" },
      { ...SENT, organizer: { ...SENT.organizer, name: 'X":mailto:a@b.fr\r\nX-EVIL:1' } },
    );
    equal(text.match(/^END:VEVENT/gm)!.length, 1);
    equal(/^X-EVIL/m.test(text), false);
    equal(text.match(/^ATTENDEE/gm)!.length, 1);
  });
});
