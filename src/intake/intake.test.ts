/** Intakes from preparation to closing, over the real law and a real database. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { type Actor, type Outcome, perform, view } from "../act/act.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { runDue } from "../worker/run-due.ts";
import { withSchool } from "../db/school.ts";
import { verifyAudit } from "../audit/verify.ts";
import { ALWAYS_SHOWN } from "../test/people.ts";
import { LAWS } from "../test/server.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { lawWorld } from "../house/world.ts";
import { changeIntake, dropIntake, openIntake, prepareIntake, saveIntake } from "./acts.ts";
import type { Settings } from "./rules/settings.ts";
import { findIntake, openIntakes, takes } from "./intake.ts";
import { seeIntake, seeOpenIntakes } from "./views.ts";

const { law } = lawWorld(LAWS, { diploma: undefined, establishment: undefined });
const establishment = "faire-ess";
const diploma = LAWS.establishments[0]!.data.diplomas[0]!.diploma;
const head: Actor = {
  kind: "account",
  account: "00000000-0000-4000-8000-000000000001",
  session: "00000000-0000-4000-8000-000000000002",
  roles: ["head-of-training"],
  authenticatedAt: ALWAYS_SHOWN,
};

/** What a school enters to be able to open. */
const whole: Partial<Settings> = {
  label: { fr: "Rentrée de septembre 2027", en: "September 2027 intake" },
  opens: { day: "2027-01-04", time: "09:00" },
  closes: { day: "2027-03-28", time: "23:59" },
  entryOn: "2027-09-13",
  decidesBy: "2027-06-30",
  places: 24,
  admissionValidity: { months: 0 },
  waitingList: { kind: "ranked", most: 10 },
  appeal: { fr: "On écrit à la direction dans les deux mois.", en: "One writes to the direction within two months." },
};

describe("an intake", () => {
  let test: TestWorld;
  before(async () => {
    test = await testWorld({ law });
  });
  after(() => test.close());

  const act = async (deed: Parameters<typeof perform>[1], input: object, actor: Actor = head) =>
    perform(test.world, deed, { actor, establishment, attempt: newAttempt(), input }) as Promise<
      Outcome<{ id: string; version: number }>
    >;
  const done = async (...given: Parameters<typeof act>) => {
    const outcome = await act(...given);
    ok(outcome.kind === "done", JSON.stringify(outcome));
    return outcome.value;
  };
  const row = async (id: string) => {
    const seen = await view(test.world, seeIntake, { actor: head, establishment, input: { id } });
    ok(seen.kind === "found");
    return seen.value;
  };
  const prepared = async (settings: Partial<Settings> = {}) => {
    const { id } = await done(prepareIntake, { diploma });
    const { intake } = await row(id);
    const { version } = await done(saveIntake, { id, version: 1, settings: { ...intake.settings, ...settings } });
    return { id, version };
  };
  const open = async (settings: Partial<Settings> = whole) => {
    const draft = await prepared(settings);
    return { id: draft.id, version: (await done(openIntake, draft)).version };
  };
  const inSchool = <T>(work: Parameters<typeof withSchool<T>>[2]) => withSchool(test.world.db, establishment, work);

  it("is read under its present names where an earlier version wrote it", async () => {
    const { id } = await open({ ...whole, answerWithin: 8, callsUntil: "2027-09-01" });
    await inSchool((tx) =>
      sql`update intake set settings = settings - 'decidesBy' || jsonb_build_object('answerBy', settings -> 'decidesBy')
        where id = ${id}::uuid`.execute(tx),
    );
    const { settings } = (await row(id)).intake;
    deepEqual([settings.decidesBy, "answerBy" in settings], [whole.decidesBy, false]);
    const found = await inSchool((tx) => findIntake(tx, id));
    deepEqual([found?.decidesBy, found?.answerWithin, found?.callsUntil], [whole.decidesBy, 8, "2027-09-01"]);
    await inSchool((tx) =>
      sql`update intake set settings = settings - 'answerBy' || jsonb_build_object('decidesBy', settings -> 'answerBy')
        where id = ${id}::uuid`.execute(tx),
    );
  });

  it("starts with what both files of the law say, and nothing that they do not", async () => {
    const { id } = await done(prepareIntake, { diploma });
    const { settings, lawVersion } = (await row(id)).intake;
    equal(lawVersion, "2006");
    deepEqual(
      settings.fees.map(({ key, amount }) => [key, amount]),
      [
        ["file-fee", 5000],
        ["interview-fee", 11000],
      ],
    );
    deepEqual(
      settings.pieces.map(({ key, national }) => [key, national ?? false]),
      [
        ["proof-of-title", true],
        ["proof-of-experience", true],
        ["foreign-attestation", true],
        ["cv", true],
        ["personal-text", true],
        ["waiver-decision", false],
        ["relief-requests", false],
      ],
    );
    deepEqual(settings.pieces.find(({ key }) => key === "personal-text")!.pages, { min: 8, max: 10 });
    deepEqual(
      settings.interview.map(({ value }) => value),
      [30, 30],
    );
    equal(settings.closes, null);
    equal(settings.places, null);
  });

  it("refuses to open as long as settings are missing, and lists all of them at once", async () => {
    const draft = await prepared();
    const outcome = await act(openIntake, draft);
    ok(outcome.kind === "refused");
    deepEqual(
      outcome.findings.map(({ says }) => says),
      [
        "label-missing",
        "opening-missing",
        "closing-missing",
        "entry-missing",
        "places-missing",
        "validity-missing",
        "waiting-list-missing",
        "appeal-missing",
      ],
    );
    ok(outcome.findings.every(({ met, entry }) => met === false && entry.source.article !== ""));
  });

  it("refuses a closing in the hour that spring leaps over, and days out of order", async () => {
    const says = async (settings: Partial<Settings>) => {
      const outcome = await act(openIntake, await prepared({ ...whole, ...settings }));
      return outcome.kind === "refused" ? outcome.findings.map((one) => one.says) : outcome.kind;
    };
    deepEqual(await says({ closes: { day: "2027-03-28", time: "02:30" } }), ["minute-leapt"]);
    deepEqual(await says({ closes: { day: "2027-01-04", time: "08:59" } }), ["closing-before-opening"]);
    deepEqual(
      await says({ closes: { day: "2026-11-30", time: "23:59" }, opens: { day: "2026-11-01", time: "09:00" } }),
      ["closing-past"],
    );
    deepEqual(await says({ entryOn: "2027-03-28", decidesBy: null }), ["entry-before-closing"]);
    deepEqual(await says({ decidesBy: "2027-09-14" }), ["answer-after-entry"]);
    deepEqual(await says({ toCheck: ["places"] }), ["setting-to-check"]);
  });

  it("keeps the pieces of the law whatever is saved", async () => {
    const { id } = await prepared({ pieces: [] });
    const { pieces } = (await row(id)).intake.settings;
    equal(pieces.filter(({ national }) => national).length, 5);
  });

  it("refuses a stale save and gives what stands now", async () => {
    const { id, version } = await prepared(whole);
    const { settings } = (await row(id)).intake;
    await done(saveIntake, { id, version, settings: { ...settings, places: 25 } });
    const late = await act(saveIntake, { id, version, settings: { ...settings, places: 30 } });
    ok(late.kind === "stale");
    equal((late.current as { settings: Settings }).settings.places, 25);
  });

  it("is seen by candidates from its first instant to the last of its last second, on the day of the change", async () => {
    const { id } = await open();
    const seen = async (now: string) => {
      test.setNow(now);
      const found = await view(test.world, seeOpenIntakes, {
        actor: { kind: "anyone" },
        establishment,
        input: { diploma },
      });
      ok(found.kind === "found");
      return [found.value.open.some((one) => one.id === id), found.value.coming.some((one) => one.id === id)];
    };
    deepEqual(await seen("2027-01-04T07:59:59.999Z"), [false, true]);
    deepEqual(await seen("2027-01-04T08:00:00.000Z"), [true, false]);
    // 28 March 2027 has 23 hours in Paris: it ends at 22:00 in Greenwich.
    deepEqual(await seen("2027-03-28T21:59:59.999Z"), [true, false]);
    deepEqual(await seen("2027-03-28T22:00:00.000Z"), [false, false]);
    test.setNow("2026-12-01T09:00:00Z");
  });

  it("is found whole by the rest of admission once opened, and not before", async () => {
    const draft = await prepared(whole);
    equal(await inSchool((tx) => findIntake(tx, draft.id)), undefined);
    await done(openIntake, draft);
    const found = (await inSchool((tx) => findIntake(tx, draft.id)))!;
    equal(found.state, "open");
    equal(found.places, 24);
    deepEqual(found.waitingListRule, { kind: "ranked", most: 10 });
    equal(found.closesAt.toISOString(), "2027-03-28T21:59:59.999Z");
    ok(!takes(found, new Date("2026-12-01T09:00:00Z")));
    const open = await inSchool((tx) => openIntakes(tx, diploma, new Date("2027-02-01T00:00:00Z")));
    ok(open.some(({ id }) => id === draft.id));
  });

  it("can be prolonged with a reason, never shortened, and every change stays in its log", async () => {
    const { id, version } = await open();
    const longer = { closes: { day: "2027-04-11", time: "23:59" }, places: 28 };
    const earlier = await act(changeIntake, {
      id,
      version,
      reason: "trop de monde",
      closes: { day: "2027-03-01", time: "23:59" },
    });
    ok(earlier.kind === "refused");
    deepEqual(
      earlier.findings.map(({ says }) => says),
      ["closing-brought-forward"],
    );
    equal((await act(changeIntake, { id, version, reason: " ", ...longer })).kind, "invalid");
    equal((await act(changeIntake, { id, version, reason: "rien", places: 24 })).kind, "invalid");
    const changed = await done(changeIntake, { id, version, reason: "grève des transports", ...longer });
    equal((await act(changeIntake, { id, version, reason: "bis", ...longer })).kind, "stale");
    const { intake, changes } = await row(id);
    equal(intake.version, changed.version);
    equal(intake.closesAt!.toISOString(), "2027-04-11T21:59:59.999Z");
    deepEqual(
      changes.map((one) => [one.reason, one.before, one.after]),
      [["grève des transports", { closes: whole.closes, places: 24 }, longer]],
    );
    equal((await act(saveIntake, { id, version: changed.version, settings: intake.settings })).kind, "invalid");
    equal((await act(dropIntake, { id })).kind, "invalid");
  });

  it("is closed by the calendar on its day, and opens again where its closing is moved after all", async () => {
    const { id } = await open();
    test.setNow("2027-03-30T09:00:00Z");
    await runDue(test.world, establishment);
    const { intake } = await row(id);
    equal(intake.state, "closed");
    equal((await inSchool((tx) => findIntake(tx, id)))!.state, "closed");
    await done(changeIntake, {
      id,
      version: intake.version,
      reason: "panne le dernier soir",
      closes: { day: "2027-03-31", time: "23:59" },
    });
    equal((await row(id)).intake.state, "open");
    test.setNow("2026-12-01T09:00:00Z");
  });

  it("gives the next year’s without losing anything, each day on its day of the week, and says what to check", async () => {
    const { id } = await open({
      ...whole,
      pieces: [{ key: "photo", label: { fr: "Photo", en: "Photograph" }, needed: "optional", many: false }],
      fees: [{ key: "file-fee", label: { fr: "frais de dossier", en: "application fee" }, amount: 6000 }],
    });
    const next = await done(prepareIntake, { diploma, from: id });
    const { intake } = await row(next.id);
    const { settings } = intake;
    equal(intake.preparedFrom, id);
    deepEqual(settings.label, { fr: "Rentrée de septembre 2028", en: "September 2028 intake" });
    deepEqual(settings.closes, { day: "2028-03-26", time: "23:59" });
    equal(settings.entryOn, "2028-09-11");
    deepEqual(settings.appeal, whole.appeal);
    deepEqual(settings.waitingList, whole.waitingList);
    ok(settings.pieces.some(({ key }) => key === "photo"));
    deepEqual(
      settings.fees.map(({ key, amount }) => [key, amount]),
      [
        ["file-fee", 6000],
        ["interview-fee", 11000],
      ],
    );
    deepEqual(settings.toCheck, ["opening", "closing", "entry", "answer", "places", "fees"]);
  });

  it("is thrown away while it is a draft, by who may open one and nobody else", async () => {
    const { id } = await prepared();
    const officer: Actor = { ...head, roles: ["admission-officer"] };
    equal((await act(dropIntake, { id }, officer)).kind, "forbidden");
    await done(dropIntake, { id });
    equal((await view(test.world, seeIntake, { actor: head, establishment, input: { id } })).kind, "missing");
    const { tampered, erased } = await verifyAudit(test.world.db, {
      establishment,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    deepEqual([tampered, erased.map(({ act: name }) => name)], [[], ["dropIntake"]]);
  });
});
