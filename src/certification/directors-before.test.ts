/** A database from before training alone named who directs a work: nothing that was recorded then is said to be altered, or lost. */
import { deepEqual, equal } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { Type } from "typebox";
import { defineAct, done, perform } from "../act/act.ts";
import { keep } from "../act/keep.ts";
import { migrate, readMigrations } from "../db/migrate.ts";
import type { Opened } from "../db/open.ts";
import { withSchool } from "../db/school.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { verifyAudit } from "../audit/verify.ts";
import { SCHOOL } from "../test/certifying.ts";
import { emptyDatabase, newAttempt, testActWorld } from "../test/world.ts";
import { findSession, loadSession } from "./store.ts";

/** The first migration that touches who was named. */
const SINCE = "202611279305";
const IDS = { session: randomUUID(), person: randomUUID(), named: randomUUID(), unnamed: randomUUID() };

/** What the acts of that time left: two presented, one of them with whoever directs their work. */
const presented = defineAct({
  name: "presentedOnce",
  label: { fr: "Essai", en: "Test" },
  who: "ask about oneself",
  form: Type.Object({}),
  writes: ["exam_session", "exam_person", "exam_entry"],
  async perform({ tx, at }) {
    const { session, person, named, unnamed } = IDS;
    const by = { entered_by: "operator", entered_at: at };
    const days = { from_day: "2026-12-01", until_day: "2026-12-20", receives_by: "2026-11-20" };
    const law = { diploma: "deis", law_version: "2006", name: "Session de décembre 2026" };
    await keep(tx, "exam_session", { id: session, ...law, ...days, opened_by: "operator", opened_at: at });
    const actors = JSON.stringify(["account:00000000-0000-4000-8000-000000000001"]);
    await keep(tx, "exam_person", { id: person, name: "Denis Directeur", actors, employer: "", version: 1, ...by });
    for (const [id, director] of [
      [named, person],
      [unnamed, null],
    ] as const) {
      const who = { id, session, enrolment: randomUUID(), account: randomUUID(), name: `Ada ${id}` };
      const of = { exams: JSON.stringify(["DF1"]), presented_by: "operator", presented_at: at };
      await keep(tx, "exam_entry", { ...who, ...of, director });
    }
    return done({}, `exam-session:${session}`);
  },
});

describe("a database where certification named directors", () => {
  let opened: Opened;
  before(async () => {
    opened = await emptyDatabase();
    await migrate(
      opened,
      readMigrations().filter(({ name }) => name < SINCE),
    );
    const request = { actor: { kind: "anyone" }, establishment: SCHOOL, attempt: newAttempt(), input: {} } as const;
    equal((await perform(testActWorld(opened.db), presented, request)).kind, "done");
    equal((await migrate(opened)).state, "current");
  });
  after(() => opened.close());

  it("holds what was recorded, once migrated", async () => {
    const report = await verifyAudit(opened.db, { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES });
    deepEqual(report.tampered, []);
    equal(report.records, 1);
  });

  it("keeps whoever was named as the director, where training named nobody", async () => {
    const { entries } = await withSchool(opened.db, SCHOOL, async (tx) =>
      loadSession(tx, (await findSession(tx, IDS.session))!),
    );
    const directors = new Map(entries.map(({ id, director }) => [id, director]));
    deepEqual([directors.get(IDS.named), directors.get(IDS.unnamed)], [IDS.person, null]);
  });
});
