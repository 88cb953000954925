import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Outcome, perform, view } from "../act/act.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { withSchool } from "../db/school.ts";
import { verifyAudit } from "../audit/verify.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { eraseAnswer, eraseInquiry, expireAnswer, keepAnswer, saveInquiry, startInquiry } from "./acts.ts";
import { openAnswer, openInquiry } from "./views.ts";

const establishment = "first-school";

function valueOf<V>(outcome: Outcome<V>): V {
  assert.equal(outcome.kind, "done", JSON.stringify(outcome));
  return (outcome as { value: V }).value;
}

describe("an inquiry", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  const start = () =>
    perform(t.world, startInquiry, {
      actor: { kind: "anyone" },
      establishment,
      attempt: newAttempt(),
      input: { facts: { next: 1 } },
    });
  const save = (secret: string, version: number, facts = { next: version + 1 }) =>
    perform(t.world, saveInquiry, {
      actor: { kind: "holder", secret },
      establishment,
      attempt: newAttempt(),
      input: { version, facts },
    });
  const open = (secret: string, school = establishment) =>
    view(t.world, openInquiry, { actor: { kind: "holder", secret }, establishment: school, input: {} });

  it("is opened by its token, with what was saved last", async () => {
    const { token, version } = valueOf(await start());
    assert.deepEqual(valueOf(await save(token, version)), { version: 2 });
    assert.deepEqual(await open(token), {
      kind: "found",
      value: { version: 2, facts: { next: 2 }, touchedAt: "2026-12-01T09:00:00.000Z" },
    });
  });

  it("is not opened by another token, nor in another school", async () => {
    const { token } = valueOf(await start());
    assert.deepEqual(await open("x".repeat(32)), { kind: "missing" });
    assert.deepEqual(await open(token, "second-school"), { kind: "missing" });
  });

  it("refuses a stale save and shows what stands", async () => {
    const { token } = valueOf(await start());
    valueOf(await save(token, 1));
    assert.deepEqual(await save(token, 1, { next: 9 }), { kind: "stale", current: { version: 2, facts: { next: 2 } } });
  });

  it("is gone when its holder erases it", async () => {
    const { token } = valueOf(await start());
    valueOf(
      await perform(t.world, eraseInquiry, {
        actor: { kind: "holder", secret: token },
        establishment,
        attempt: newAttempt(),
        input: {},
      }),
    );
    assert.deepEqual(await open(token), { kind: "missing" });
    assert.deepEqual(await save(token, 1), { kind: "forbidden" });
  });

  it("opens until 24 hours after the last save, and no longer", async () => {
    const { token } = valueOf(await start());
    t.setNow("2026-12-02T08:59:59Z");
    assert.equal((await open(token)).kind, "found");
    t.setNow("2026-12-02T09:00:00Z");
    assert.equal((await open(token)).kind, "missing");
    assert.deepEqual(await save(token, 1), { kind: "forbidden" });
    t.setNow("2026-12-01T09:00:00Z");
  });

  it("says what it cannot store, and stores nothing", async () => {
    for (const facts of [{ a: "\0" }, { a: "\ud800" }, { "\0": 1 }, { a: "x".repeat(300_000) }]) {
      const outcome = await perform(t.world, startInquiry, {
        actor: { kind: "anyone" },
        establishment,
        attempt: newAttempt(),
        input: { facts },
      });
      assert.equal(outcome.kind, "invalid");
    }
  });
});

describe("a kept answer", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  const keep = (attempt = newAttempt()) =>
    perform(t.world, keepAnswer, {
      actor: { kind: "anyone" },
      establishment,
      attempt,
      input: { language: "fr", decisions: { echo: { id: "a" } } },
    });
  const open = (secret: string) =>
    view(t.world, openAnswer, { actor: { kind: "holder", secret }, establishment, input: {} });

  it("is opened by its code, however typed, as it was given", async () => {
    const kept = valueOf(await keep());
    assert.match(kept.number, /^Q-2026-\d{6}$/);
    const found = await open(` ${kept.code.toLowerCase().replaceAll("-", " ")}`);
    assert.deepEqual(found, {
      kind: "found",
      value: {
        number: kept.number,
        language: "fr",
        inputs: { echo: { id: "a" } },
        answers: { echo: { lang: "fr", said: { id: "a" } } },
        createdOn: "2026-12-01",
        expiresOn: "2026-12-31",
      },
    });
  });

  it("does once what is sent twice, and gives the same code again", async () => {
    const attempt = newAttempt();
    const first = await keep(attempt);
    assert.deepEqual(await keep(attempt), first);
    const [one, other] = await Promise.all([keep("twice-at-once-0001"), keep("twice-at-once-0001")]);
    assert.deepEqual(one, other);
  });

  it("is not kept where the decision is unknown", async () => {
    const outcome = await perform(t.world, keepAnswer, {
      actor: { kind: "anyone" },
      establishment,
      attempt: newAttempt(),
      input: { language: "fr", decisions: { other: {} } },
    });
    assert.equal(outcome.kind, "invalid");
  });

  it("leaves nothing behind when its holder erases it, and says so again when asked twice", async () => {
    const kept = valueOf(await keep());
    const actor = { kind: "holder", secret: kept.code } as const;
    const erase = (attempt: string) => perform(t.world, eraseAnswer, { actor, establishment, attempt, input: {} });
    const attempt = newAttempt();
    assert.deepEqual(await erase(attempt), { kind: "done", value: { number: kept.number } });
    assert.deepEqual(await erase(attempt), { kind: "done", value: { number: kept.number } });
    assert.deepEqual(await erase(newAttempt()), { kind: "forbidden" });
    assert.deepEqual(await open(kept.code), { kind: "missing" });
    const rows = await withSchool(t.world.db, establishment, (tx) =>
      tx.selectFrom("kept_answer").select("id").where("number", "=", kept.number).execute(),
    );
    assert.deepEqual(rows, []);
    const { tampered, erased } = await verifyAudit(t.world.db, {
      establishment,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    assert.deepEqual([tampered, erased.map(({ act }) => act)], [[], ["eraseAnswer"]]);
  });

  it("opens on its last day and not on the next, in the school's zone", async () => {
    const kept = valueOf(await keep());
    t.setNow("2026-12-31T22:59:59Z");
    assert.equal((await open(kept.code)).kind, "found");
    t.setNow("2026-12-31T23:00:00Z");
    assert.equal((await open(kept.code)).kind, "missing");
    t.setNow("2026-12-01T09:00:00Z");
  });

  it("is not expired by hand before its day, nor by anybody but the clock", async () => {
    valueOf(await keep());
    const [row] = await withSchool(t.world.db, establishment, (tx) =>
      tx.selectFrom("kept_answer").select("id").limit(1).execute(),
    );
    const input = { id: row!.id };
    const day = "2027-01-01";
    assert.deepEqual(
      await perform(t.world, expireAnswer, {
        actor: { kind: "clock", day },
        establishment,
        attempt: newAttempt(),
        input,
      }),
      { kind: "forbidden" },
    );
    assert.deepEqual(
      await perform(t.world, expireAnswer, { actor: { kind: "anyone" }, establishment, attempt: newAttempt(), input }),
      { kind: "forbidden" },
    );
  });
});
