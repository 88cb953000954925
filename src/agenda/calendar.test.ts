/** A person's own calendar: an entry to add, and all of it at a secret address, as two libraries that others wrote read them. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import ICAL from "ical.js";
import ical from "node-ical";
import { type Actor, perform } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { convoke } from "../interviews/convoke-acts.ts";
import { cancelInterview, moveInterview } from "../interviews/place-acts.ts";
import { findInterview } from "../interviews/store.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { makeCalendarAddress, revokeCalendarAddress } from "../people/calendar/acts.ts";
import { takeRole } from "../people/staff/acts.ts";
import { makeGuestCalendar, revokeGuestCalendar } from "../people/guests/calendar-acts.ts";
import { type ADay, anInterviewDay, asInterviewer, conforming, placed } from "../test/interviewing.ts";
import { anIntake } from "../test/dossiers.ts";
import { actorOf, deed, giveRoles, type Invented, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import { buildServer } from "../web/server.ts";

const SCHOOL = "faire-ess";

describe("a calendar of one’s own", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let now = new Date("2026-12-01T09:00:00Z");
  let claire: Awaited<ReturnType<typeof conforming>>;
  let officer: Actor;
  let day: ADay;
  let interview = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const who = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, who, ["admission-officer"]);
    const working = async () => actorOf(world, await openedSession(world, who, ["password", "totp"]));
    claire = await conforming(world, await working(), { name: "Claire" });
    const intake = await anIntake(world);
    now = new Date("2027-04-12T08:00:00Z");
    officer = await working();
    day = await anInterviewDay(world, officer, { intake });
    interview = await placed(world, officer, day, { dossier: claire.dossier });
    await deed(world, convoke, officer, { interview, ground: "Vu." });
  });
  after(async () => {
    await app.close();
    await close();
  });

  const fetched = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
  const signedIn = async (who: Pick<Invented, "account">, means: ("password" | "totp")[] = ["password"]) => {
    const token = await openedSession(world, who, means);
    return { actor: await actorOf(world, token), headers: { cookie: `${SESSION_COOKIE}=${token}` } };
  };
  const subscribed = async (actor: Actor) => {
    const { token } = await deed(world, makeCalendarAddress, actor, { school: SCHOOL }, DEPLOYMENT);
    return `/${SCHOOL}/calendrier/${token}.ics`;
  };
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0])
      .getAllSubcomponents("vevent")
      .map((one) => new ICAL.Event(one));
  const entryAt = async (uid: string) => {
    const { headers } = await signedIn(claire);
    return fetched(`/${SCHOOL}/mon-calendrier/${encodeURIComponent(uid)}`, headers);
  };
  const entryOf = async (uid: string) => {
    const [event] = eventsIn((await entryAt(uid)).body);
    return [event!.uid, event!.sequence, event!.component.getFirstPropertyValue("status")];
  };

  it("gives an interview to be added, with its street; moved it has the same name and a higher number, cancelled it says so", async () => {
    const uid = `interview-${interview}@livret`;
    deepEqual(await entryOf(uid), [uid, 0, "CONFIRMED"]);
    const { body } = await entryAt(uid);
    match(
      body,
      /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:\S+\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nBEGIN:VTIMEZONE/,
    );
    match(eventsIn(body)[0]!.location, /^Étude \S+, Bureau \S+, 1011 rue du Pont de Lavérune, CS 70022/);
    ok(!body.includes("non-recours"), "the text is not told before its hour");
    const { version } = (await withSchool(world.db, SCHOOL, (tx) => findInterview(tx, interview)))!;
    const { analysis: analysisRoom, room } = day;
    const later = { analysisRoom, analysisFrom: "11:00", room, pair: "A", interviewFrom: "11:30" };
    await deed(world, moveInterview, officer, { interview, version, ...later });
    deepEqual(await entryOf(uid), [uid, 1, "CONFIRMED"]);
    equal((await entryAt(`interview-${claire.dossier}@livret`)).statusCode, 404);
  });

  it("is read at its secret address without signing in, as both libraries read it, and is not sent again unchanged", async () => {
    const { actor } = await signedIn(claire);
    const url = await subscribed(actor);
    const { statusCode, headers, body } = await fetched(url);
    equal(statusCode, 200);
    equal(headers["content-type"], "text/calendar; charset=utf-8");
    ok(!/(?<!\r)\n|\r(?!\n)/.test(body));
    for (const line of body.split("\r\n")) ok(Buffer.byteLength(line) <= 75, line);
    match(body, /REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n/);
    const [hers, ...others] = eventsIn(body).filter(({ startDate }) => !startDate.isDate);
    deepEqual([hers!.uid, others.length], [`interview-${interview}@livret`, 0]);
    const zone = new ICAL.Component(ICAL.parse(body) as never).getFirstSubcomponent("vtimezone")!;
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
    equal(hers!.startDate.convertToZone(ICAL.Timezone.utcTimezone).toString(), "2027-05-10T09:00:00Z");
    const read = Object.values(ical.sync.parseICS(body)).filter((one) => one?.type === "VEVENT");
    deepEqual(
      read.filter((one) => one.uid === hers!.uid).map((one) => (one as { start: Date }).start.toISOString()),
      ["2027-05-10T09:00:00.000Z"],
    );
    // What is due is a whole day, under the words of what waits.
    const due = eventsIn(body).find(({ summary }) => summary === "Confirmez votre entretien")!;
    deepEqual([due.startDate.toString(), due.endDate.toString()], ["2027-05-10", "2027-05-11"]);
    now = new Date(now.getTime() + 60_000);
    const again = await fetched(url, { "if-none-match": String(headers.etag) });
    deepEqual([again.statusCode, again.body], [304, ""]);
    const english = await fetched(url.replace(`/${SCHOOL}/`, `/${SCHOOL}/en/`));
    match(english.body, /SUMMARY:Admission interview/);
  });

  it("is at one address at a time, of which only a print is kept, and is not found once that is replaced or taken back", async () => {
    const { actor } = await signedIn(claire);
    const first = await subscribed(actor);
    const second = await subscribed(actor);
    deepEqual([(await fetched(first)).statusCode, (await fetched(second)).statusCode], [404, 200]);
    const token = /([\w-]+)\.ics$/.exec(second)![1]!;
    const rows = await withSchool(world.db, DEPLOYMENT, (tx) =>
      tx.selectFrom("calendar_address").selectAll().execute(),
    );
    deepEqual([rows.length, JSON.stringify(rows).includes(token)], [1, false]);
    equal((await fetched(second.replace(`/${SCHOOL}/`, "/autre/"))).statusCode, 404);
    const program: Actor = { ...actor, token: { id: "1", reach: "all", chosen: [] } };
    const made = { actor: program, establishment: DEPLOYMENT, attempt: newAttempt(), input: { school: SCHOOL } };
    equal((await perform(world, makeCalendarAddress, made)).kind, "forbidden");
    await deed(world, revokeCalendarAddress, actor, { school: SCHOOL }, DEPLOYMENT);
    equal((await fetched(second)).statusCode, 404);
  });

  it("has the days of work for as long as the role is held, without anybody’s name, and after two proofs alone", async () => {
    const ana = { account: day.pair.members[0].split(":")[1]! };
    const titles = async (url: string) => eventsIn((await fetched(url)).body).map(({ summary }) => summary);
    const half = await subscribed((await signedIn(ana)).actor);
    deepEqual((await titles(half)).includes("Entretien à mener"), false);
    const url = await subscribed((await signedIn(ana, ["password", "totp"])).actor);
    deepEqual((await titles(url)).includes("Entretien à mener"), true);
    ok(!(await fetched(url)).body.includes("Claire"));
    const [grant] = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("role_grant").select("id").where("account", "=", ana.account).execute(),
    );
    await deed(world, takeRole, { kind: "operator" }, { id: grant!.id, ground: "Fin de mission." });
    deepEqual((await titles(url)).includes("Entretien à mener"), false);
  });

  it("is a guest’s too, who has no account: one address at a time, without a name, and not found once the invitation is over", async () => {
    const guest = asInterviewer(world, day.pair.members[1]);
    const made = async () => `/${SCHOOL}/calendrier/${(await deed(world, makeGuestCalendar, guest, {})).token}.ics`;
    const [first, second] = [await made(), await made()];
    equal((await fetched(first)).statusCode, 404);
    const { body } = await fetched(second);
    ok(eventsIn(body).some(({ summary }) => summary === "Entretien à mener"));
    ok(!body.includes("Claire"));
    await deed(world, revokeGuestCalendar, guest, {});
    equal((await fetched(second)).statusCode, 404);
    const third = await made();
    const then = now;
    now = new Date("2027-09-01T08:00:00Z");
    equal((await fetched(third)).statusCode, 404);
    now = then;
    equal((await fetched(third)).statusCode, 200);
  });

  it("loses what is cancelled, which the entry alone then says", async () => {
    const { actor } = await signedIn(claire);
    const url = await subscribed(actor);
    await deed(world, cancelInterview, officer, { interview, reason: "La salle a brûlé." });
    deepEqual(
      eventsIn((await fetched(url)).body)
        .map(({ uid }) => uid)
        .filter((uid) => uid.startsWith("interview")),
      [],
    );
    deepEqual((await entryOf(`interview-${interview}@livret`)).slice(1), [2, "CANCELLED"]);
  });
});
