import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Type } from "typebox";
import { withSchool } from "../db/school.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { defineAct, done, erased, perform } from "./act.ts";
import { lockChains } from "./chain.ts";
import { change, dropping, keep, keepAll } from "./keep.ts";

const establishment = "first-school";
const actor = { kind: "anyone" } as const;
const label = { fr: "Essai", en: "Trial" };
const Names = Type.Object({ main: Type.String(), others: Type.Array(Type.String()), first: Type.Boolean() });
const One = Type.Object({ name: Type.String() });

/** Writes a row about each, in the chain of each. */
const gather = defineAct({
  name: "gather",
  label,
  who: "ask about oneself",
  form: Names,
  writes: ["inquiry"],
  async perform({ tx, input: { main, others, first }, at }) {
    await lockChains(tx, first ? [main, ...others] : [main]);
    await keep(tx, "inquiry", row(at));
    for (const one of others) await keep(tx, "inquiry", row(at), { of: one });
    return done({}, main);
  },
});

const changed = defineAct({
  name: "changed",
  label,
  who: "ask about oneself",
  form: One,
  writes: ["inquiry"],
  async perform({ tx, input: { name }, at }) {
    const [one, two] = await keepAll(tx, "inquiry", [row(at), row(at)]);
    await change(tx, "inquiry", String(one!.id), { version: 2 });
    await dropping(tx, "inquiry", tx.deleteFrom("inquiry").where("id", "=", String(two!.id)));
    return done({}, name);
  },
});

const forget = defineAct({
  name: "forget",
  label,
  who: "ask about oneself",
  form: One,
  writes: ["inquiry"],
  perform: async ({ input: { name } }) => erased({}, name),
});

function row(at: Date) {
  const id = crypto.randomUUID();
  return { id, token_hash: Buffer.from(id), version: 1, facts: "{}", touched_at: at };
}

describe("what an act writes", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  const records = (chain: string) =>
    withSchool(t.world.db, establishment, (tx) =>
      tx
        .selectFrom("audit_record")
        .select(["act", "seq", "stored"])
        .where("chain", "=", chain)
        .orderBy("seq")
        .execute(),
    );
  const salted = (chain: string) =>
    withSchool(t.world.db, establishment, async (tx) => {
      const found = tx.selectFrom("audit_chain").select("salt").where("chain", "=", chain);
      return (await found.executeTakeFirst())?.salt !== null;
    });
  const gathering = (main: string, others: string[], first = false) =>
    perform(t.world, gather, { actor, establishment, attempt: newAttempt(), input: { main, others, first } });
  const of = (name: string) => ({ actor, establishment, attempt: newAttempt(), input: { name } });

  it("is recorded as it was written: kept, changed, dropped", async () => {
    await perform(t.world, changed, of("one"));
    const [record] = await records("one");
    const stored = record!.stored as { id: string; hash: string | null }[];
    assert.equal(stored.length, 4);
    assert.equal(stored[2]!.id, stored[0]!.id);
    assert.notEqual(stored[2]!.hash, stored[0]!.hash);
    assert.deepEqual(stored[3], { table: "inquiry", id: stored[1]!.id, hash: null });
  });

  it("stands in the chain of whom it is about, and in no other", async () => {
    assert.equal((await gathering("jury", ["person:a", "person:b"])).kind, "done");
    for (const chain of ["jury", "person:a", "person:b"]) {
      const [record, ...more] = await records(chain);
      assert.equal(more.length, 0);
      assert.equal((record!.stored as unknown[]).length, 1);
    }
  });

  it("leaves the others whole when one of them is erased", async () => {
    await gathering("jury:2", ["person:c", "person:d"]);
    await perform(t.world, forget, of("person:c"));
    assert.equal(await salted("person:c"), false);
    assert.equal(await salted("person:d"), true);
    assert.equal(await salted("jury:2"), true);
  });

  it("is written in the order of the chains, so that no two acts wait for each other", async () => {
    await gathering("b", ["a", "c"]);
    await assert.rejects(gathering("b", ["a"]), /a is to be locked before b/);
    assert.equal((await gathering("b", ["a"], true)).kind, "done");
    assert.equal((await records("a")).length, 2);
  });

  it("is not written in the chain of somebody who was erased", async () => {
    await gathering("f", ["g"]);
    await perform(t.world, forget, of("g"));
    await assert.rejects(gathering("f", ["g"], true), /g was erased/);
    assert.equal((await records("f")).length, 1);
  });
});
