import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { perform } from "../act/act.ts";
import { DUTIES, PROVEN_TABLES } from "../house/house.ts";
import { startInquiry } from "../inquiry/acts.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { runDue } from "../worker/run-due.ts";
import { emptyDatabase, newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { doctor } from "./doctor.ts";
import { postMail } from "../mail/post.ts";

const establishment = "first-school";

describe("the doctor", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  const examine = (places = [establishment]) =>
    doctor({
      opened: t.opened,
      world: t.world,
      establishments: places,
      tables: PROVEN_TABLES,
      duties: DUTIES,
      mail: undefined,
      timestamps: undefined,
    });
  const named = async (name: string) => (await examine()).find((check) => check.name === name)!;

  it("finds nothing wrong with a new database", async () => {
    const checks = await examine();
    assert.deepEqual(
      checks.filter(({ ok }) => ok === false),
      [],
    );
    const names = [
      "database",
      "migrations",
      "guard",
      "clock",
      "audit",
      "calendar",
      "seal",
      "jobs",
      "mail server",
      "mails",
    ];
    assert.deepEqual(
      checks.map(({ name }) => name),
      t.opened.embedded ? [...names, "durability"] : names,
    );
  });

  it("tells what waits for the calendar, without calling it a fault", async () => {
    await perform(t.world, startInquiry, {
      actor: { kind: "anyone" },
      establishment,
      attempt: newAttempt(),
      input: {},
    });
    assert.equal((await named("calendar")).ok, true);
    t.setNow("2026-12-03T09:00:00Z");
    const waiting = await named("calendar");
    assert.equal(waiting.ok, null);
    assert.match(waiting.label.fr, /1 échéance attend/);
    await runDue(t.world, establishment);
    assert.equal((await named("calendar")).ok, true);
  });

  it("counts a mail and a piece of work of the deployment once, whether it was named among the schools or not", async () => {
    const about = "account:00000000-0000-4000-8000-000000000001";
    const letter = {
      reader: about,
      to: "nadia@exemple.fr",
      lang: "fr",
      subject: "s",
      paragraphs: ["p"],
      about,
    } as const;
    await withSchool(t.world.db, DEPLOYMENT, (tx) => postMail(tx, { ...letter, at: t.world.now() }));
    for (const places of [[establishment], [DEPLOYMENT, establishment]]) {
      const checks = await examine(places);
      const label = (name: string) => checks.find((check) => check.name === name)!.label.en;
      assert.equal(label("mails").split("1 ").length, 2, label("mails"));
      assert.match(label("jobs"), /Waiting: 1\b/);
    }
  });

  it("looks at what schools have in schools alone, and calls the rest by its name", async () => {
    const looked: string[] = [];
    const checks = await doctor({
      opened: t.opened,
      world: t.world,
      establishments: [DEPLOYMENT, establishment],
      tables: PROVEN_TABLES,
      duties: DUTIES,
      mail: undefined,
      timestamps: undefined,
      checks: [
        async (_tx, school) => {
          looked.push(school);
          return { name: "rooms", ok: true, label: { fr: school, en: school } };
        },
      ],
    });
    assert.deepEqual(looked, [establishment]);
    const ours = checks.filter(({ school }) => school === DEPLOYMENT);
    assert.deepEqual(
      ours.map(({ name }) => name),
      ["audit", "calendar", "seal"],
    );
    for (const { label } of ours) {
      assert.match(label.fr, /^comptes\u00a0: /);
      assert.match(label.en, /^accounts: /);
    }
    assert.equal(
      checks.some(({ label }) => label.fr.includes("*")),
      false,
    );
  });

  it("names the table whose wall is down, and the first record tampered with", async () => {
    const sick = await testWorld();
    await perform(sick.world, startInquiry, {
      actor: { kind: "anyone" },
      establishment,
      attempt: newAttempt(),
      input: {},
    });
    await sick.opened.asOwner((owner) =>
      owner.run("update inquiry set version = 2; alter table inquiry disable row level security"),
    );
    const checks = await doctor({
      opened: sick.opened,
      world: sick.world,
      establishments: [establishment],
      tables: PROVEN_TABLES,
      duties: DUTIES,
      mail: undefined,
      timestamps: undefined,
    });
    const faults = checks.filter(({ ok }) => ok === false);
    assert.deepEqual(
      faults.map(({ name }) => name),
      ["guard", "audit"],
    );
    assert.match(faults[0]!.label.en, /inquiry/);
    assert.match(faults[1]!.label.fr, /1 anomalie/);
    await sick.close();
  });

  it("goes no further on a database that is not up to date", async () => {
    const opened = await emptyDatabase();
    const checks = await doctor({
      opened,
      world: t.world,
      establishments: [establishment],
      tables: PROVEN_TABLES,
      duties: DUTIES,
      mail: undefined,
      timestamps: undefined,
    });
    assert.deepEqual(
      checks.map(({ name, ok }) => [name, ok]),
      [
        ["database", true],
        ["migrations", false],
      ],
    );
    await opened.close();
  });
});
