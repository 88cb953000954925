import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { Type } from "typebox";
import {
  type Act,
  type Actor,
  defineAct,
  defineView,
  done,
  FORBIDDEN,
  inOneReading,
  invalid,
  perform,
  performTogether,
  performWithin,
  type Reading,
  refused,
  stale,
  view,
} from "./act.ts";
import { keep } from "./keep.ts";
import { type Tx, withSchool } from "../db/school.ts";
import { Moment } from "../kit/output.ts";
import { issue } from "../kit/schema.ts";
import type { Entry } from "../law/entry.ts";
import { finding } from "../law/finding.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";

const establishment = "first-school";
const ANYONE = { kind: "anyone" } as const;

const label = { fr: "Essai", en: "Trial" };
const Word = Type.Object({ word: Type.String({ maxLength: 20 }) }, { additionalProperties: false });
let performed = 0;

/** Says that it gives a number of words, and gives what it was asked for. */
const counted = defineView({
  name: "counted",
  label,
  who: "ask about oneself",
  form: Type.Object({ count: Type.Number() }),
  output: Type.Object({ count: Type.Integer(), at: Moment }, { additionalProperties: false }),
  read: async ({ input: { count }, at }) => ({ count, at }),
});

/** Writes one row, then ends as its word says: what an act writes and does not keep must be undone. */
const trial = defineAct({
  name: "trial",
  label,
  who: "ask about oneself",
  form: Word,
  writes: ["inquiry"],
  async perform({ tx, input: { word }, at }) {
    performed++;
    const id = crypto.randomUUID();
    const row = { id, token_hash: Buffer.from(word === "only" ? word : id), version: 1, facts: "{}", touched_at: at };
    await keep(tx, "inquiry", row);
    if (word === "refuse") return refused(finding("trial", false, "trial", ENTRY, { time: performed }));
    if (word === "stale") return stale({ version: 2 });
    if (word === "invalid") return invalid([issue("word", "Autre mot.", "Another word.")]);
    if (word === "forbid") return FORBIDDEN;
    if (word === "break") throw new Error("broken");
    return done({ id, word }, `inquiry:${id}`);
  },
});

const ENTRY = {
  id: "trial",
  citation: label,
  source: { text: "trial", article: "1", confidence: "text" },
} as unknown as Entry;

describe("perform", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  const attemptTo = (word: unknown, attempt = newAttempt(), actor: Actor = ANYONE) =>
    perform(t.world, trial as Act<typeof Word>, { actor, establishment, attempt, input: { word } as { word: string } });
  const rows = () =>
    withSchool(t.world.db, establishment, async (tx) => (await tx.selectFrom("inquiry").select("id").execute()).length);
  const records = () =>
    withSchool(t.world.db, establishment, (tx) =>
      tx.selectFrom("audit_record").select(["chain", "seq", "act", "actor", "at", "due"]).execute(),
    );

  it("writes the rows and one audit record, together", async () => {
    const before = (await records()).length;
    const outcome = await attemptTo("go");
    assert.equal(outcome.kind, "done");
    const written = await records();
    assert.equal(written.length, before + 1);
    const { id } = (outcome as unknown as { value: { id: string } }).value;
    const record = written.find(({ chain }) => chain === `inquiry:${id}`);
    assert.deepEqual(record, {
      chain: `inquiry:${id}`,
      seq: 1,
      act: "trial",
      actor: "anyone",
      at: new Date("2026-12-01T09:00:00Z"),
      due: null,
    });
  });

  it("gives every other outcome as a value, and undoes what the act wrote", async () => {
    const before = await rows();
    for (const [word, kind] of [
      ["refuse", "refused"],
      ["stale", "stale"],
      ["invalid", "invalid"],
      ["forbid", "forbidden"],
    ] as const) {
      assert.equal((await attemptTo(word)).kind, kind);
    }
    await assert.rejects(attemptTo("break"), /broken/);
    assert.equal(await rows(), before);
  });

  it("gives the first outcome when an attempt is repeated, without doing anything", async () => {
    const attempt = newAttempt();
    const first = await attemptTo("go", attempt);
    const before = await rows();
    assert.deepEqual(await attemptTo("go", attempt), first);
    assert.equal(await rows(), before);
  });

  it("gives the first outcome to both of one attempt that come at the same moment", async () => {
    const attempt = newAttempt();
    const before = await rows();
    const [one, other] = await Promise.all([attemptTo("go", attempt), attemptTo("go", attempt)]);
    assert.deepEqual(one, other);
    assert.equal(one.kind, "done");
    assert.equal(await rows(), before + 1);
  });

  it("gives the first outcome where what the first wrote stands in the way of the second", async () => {
    const attempt = newAttempt();
    const first = await attemptTo("only", attempt);
    assert.equal(first.kind, "done");
    assert.deepEqual(await attemptTo("only", attempt), first);
    await assert.rejects(attemptTo("only"), { code: "23505" });
  });

  it("does many in one transaction, each with its record, and none where one fails", async () => {
    const together = (...words: string[]) =>
      performTogether(t.world, establishment, async (tx) => {
        for (const word of words)
          await performWithin(tx, t.world, trial, {
            actor: ANYONE,
            establishment,
            attempt: newAttempt(),
            input: { word },
          });
      });
    const [before, recorded] = [await rows(), (await records()).length];
    await together("go", "go", "go");
    assert.equal(await rows(), before + 3);
    assert.equal((await records()).length, recorded + 3);
    await assert.rejects(together("go", "break"), /broken/);
    assert.equal(await rows(), before + 3);
  });

  it("tells each value that goes out, of an act and of a view, before anybody has it", async () => {
    const told: unknown[] = [];
    const world = { ...t.world, given: ({ name }: { name: string }, value: unknown) => void told.push([name, value]) };
    const outcome = await perform(world, trial, {
      actor: ANYONE,
      establishment,
      attempt: newAttempt(),
      input: { word: "go" },
    });
    const seen = await view(world, counted, { actor: ANYONE, establishment, input: { count: 3 } });
    assert.ok(outcome.kind === "done" && seen.kind === "found");
    assert.deepEqual(told, [
      ["trial", outcome.value],
      ["counted", seen.value],
    ]);
  });

  it("has in tests what a view says that it gives compared with what it gives, as it goes out", async () => {
    const count = (one: number) => view(t.world, counted, { actor: ANYONE, establishment, input: { count: one } });
    assert.equal((await count(3)).kind, "found");
    await assert.rejects(count(3.5), /counted gives what it does not say: count: /);
  });

  it("remembers a refusal as it was given, and forgets what may be mended", async () => {
    const attempt = newAttempt();
    const first = await attemptTo("refuse", attempt);
    assert.deepEqual(await attemptTo("refuse", attempt), first);
    const mended = newAttempt();
    assert.equal((await attemptTo("invalid", mended)).kind, "invalid");
    assert.equal((await attemptTo("go", mended)).kind, "done");
  });

  it("does one thing of two that come at once under the same attempt", async () => {
    const attempt = newAttempt();
    const before = await rows();
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => attemptTo("go", attempt)));
    for (const outcome of outcomes) assert.deepEqual(outcome, outcomes[0]);
    assert.equal(await rows(), before + 1);
  });

  it("refuses an attempt that served for another request", async () => {
    const attempt = newAttempt();
    await attemptTo("go", attempt);
    const outcome = await attemptTo("stop", attempt);
    assert.equal(outcome.kind, "invalid");
    assert.deepEqual(
      outcome.issues.map(({ path }) => path),
      ["attempt"],
    );
  });

  it("leaves in the table of attempts nothing that can be read", async () => {
    await attemptTo("unforgettable");
    const kept = await withSchool(t.world.db, establishment, (tx) => tx.selectFrom("attempt").selectAll().execute());
    for (const { outcome } of kept) assert.ok(!Buffer.from(outcome).toString().includes("word"));
  });

  it("asks nothing of an act whose input, attempt or actor is wrong", async () => {
    const before = performed;
    assert.equal((await attemptTo(3)).kind, "invalid");
    assert.equal((await attemptTo("\0")).kind, "invalid");
    assert.equal((await attemptTo("go", "short")).kind, "invalid");
    assert.deepEqual(await attemptTo("go", newAttempt(), { kind: "clock", day: "2026-12-01" }), { kind: "forbidden" });
    assert.equal(performed, before);
  });

  it("does not follow bottomless JSON", async () => {
    const bottomless = JSON.parse("[".repeat(50_000) + "]".repeat(50_000)) as unknown;
    const anything = {
      ...trial,
      name: "anything",
      form: Type.Object({ word: Type.Unknown() }) as unknown as typeof Word,
    };
    const input = { word: bottomless as string };
    assert.equal(
      (await perform(t.world, anything, { actor: ANYONE, establishment, attempt: newAttempt(), input })).kind,
      "invalid",
    );
  });
});

describe("view", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  const seen = defineView({
    name: "seen",
    label,
    who: "ask about oneself",
    form: Word,
    read: async ({ input, today }) => (input.word === "none" ? undefined : { word: input.word, today }),
  });
  const look = (word: unknown, actor: Actor = ANYONE) =>
    view(t.world, seen, { actor, establishment, input: { word } as { word: string } });

  it("gives what is there, on the school's day, and tells what is not from what may not be seen", async () => {
    t.setNow("2026-12-01T23:30:00Z");
    assert.deepEqual(await look("here"), { kind: "found", value: { word: "here", today: "2026-12-02" } });
    assert.deepEqual(await look("none"), { kind: "missing" });
    assert.deepEqual(await look("here", { kind: "operator" }), { kind: "forbidden" });
    assert.equal((await look(1)).kind, "invalid");
  });

  it("reads in one transaction what is asked together, and the same question of the same actor once", async () => {
    let reads = 0;
    const transactions = new Set<unknown>();
    const noted = defineView({
      ...seen,
      name: "noted",
      async read({ tx, input: { word } }) {
        reads++;
        transactions.add(tx);
        return { word };
      },
    });
    const ask = (word: string, reading: Reading, actor: Actor = ANYONE) =>
      view(t.world, noted, { actor, establishment, input: { word } }, reading);
    const all = await inOneReading(t.world, establishment, async (reading) => [
      await ask("a", reading),
      await ask("a", reading),
      await ask("b", reading),
      await ask("b", reading, { kind: "operator" }),
    ]);
    assert.deepEqual([reads, transactions.size], [2, 1]);
    assert.deepEqual(
      all.map((one) => (one.kind === "found" ? one.value : one.kind)),
      [{ word: "a" }, { word: "a" }, { word: "b" }, "forbidden"],
    );
  });

  it("asks the database the same once where views are read together, and gives nobody another’s rows to change", async () => {
    const asked = (tx: Tx) => sql<{ at: Date }>`select clock_timestamp() as at, ${"a"} as word`.execute(tx);
    await inOneReading(t.world, establishment, async ({ tx }) => {
      const [first, second] = [await asked(tx), await asked(tx)];
      assert.equal(first.rows[0], second.rows[0]);
      first.rows.pop();
      assert.equal(second.rows.length, 1);
    });
  });
});
