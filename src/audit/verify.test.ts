import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { sql } from "kysely";
import { Type } from "typebox";
import { defineAct, done, perform } from "../act/act.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { eraseAnswer, keepAnswer, saveInquiry, startInquiry } from "../inquiry/acts.ts";
import { withSchool } from "../db/school.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { sealRow } from "../act/chain.ts";
import { keeping } from "../act/keep.ts";
import { sayErased, sayTampered, verifyAudit } from "./verify.ts";

const establishment = "first-school";
const NO_CHECKPOINT = (uncovered: number) => ({ count: 0, latest: undefined, uncovered });

describe("audit verify", () => {
  let t: TestWorld;
  let answer: { id: string; code: string };
  let inquiry: string;

  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  const verify = () => verifyAudit(t.world.db, { establishment, zone: "Europe/Paris", tables: PROVEN_TABLES });
  const anyone = { kind: "anyone" } as const;

  /** A draft saved twice and a kept answer, alone in the school. */
  beforeEach(async () => {
    await t.opened.asOwner((owner) => owner.run("truncate audit_chain, audit_record, attempt, inquiry, kept_answer"));
    const started = await perform(t.world, startInquiry, {
      actor: anyone,
      establishment,
      attempt: newAttempt(),
      input: {},
    });
    assert.ok(started.kind === "done");
    const holder = { kind: "holder", secret: started.value.token } as const;
    await perform(t.world, saveInquiry, {
      actor: holder,
      establishment,
      attempt: newAttempt(),
      input: { version: 1, facts: { next: 1 } },
    });
    const input = { language: "fr", decisions: { echo: { id: "x" } } } as const;
    const kept = await perform(t.world, keepAnswer, { actor: anyone, establishment, attempt: newAttempt(), input });
    assert.ok(kept.kind === "done");
    const ids = await withSchool(t.world.db, establishment, async (tx) => ({
      answer: (await tx.selectFrom("kept_answer").select("id").executeTakeFirstOrThrow()).id,
      inquiry: (await tx.selectFrom("inquiry").select("id").executeTakeFirstOrThrow()).id,
    }));
    answer = { id: ids.answer, code: kept.value.code };
    inquiry = ids.inquiry;
  });

  const eraseIt = () =>
    perform(t.world, eraseAnswer, {
      actor: { kind: "holder", secret: answer.code },
      establishment,
      attempt: newAttempt(),
      input: {},
    });

  it("finds what acts wrote sound", async () => {
    assert.deepEqual(await verify(), {
      chains: 2,
      records: 3,
      erased: [],
      tampered: [],
      checkpoints: NO_CHECKPOINT(2),
      unsealed: 0,
    });
  });

  it("says what was erased, on which day and by whom, and stays green", async () => {
    assert.equal((await eraseIt()).kind, "done");
    const report = await verify();
    assert.deepEqual(report.tampered, []);
    assert.deepEqual(report.erased, [
      { chain: `kept-answer:${answer.id}`, on: "2026-12-01", by: "holder", act: "eraseAnswer" },
    ]);
    assert.equal(
      sayErased(report.erased[0]!).en,
      `kept-answer:${answer.id}: erased on 1 December 2026 by holder (eraseAnswer).`,
    );
  });

  it("leaves of what was erased neither value, nor salt, nor remembered outcome", async () => {
    await eraseIt();
    await t.opened.asOwner(async (owner) => {
      assert.deepEqual(await owner.query("select id from kept_answer"), []);
      assert.deepEqual(await owner.query("select salt from audit_chain where chain like 'kept-answer:%'"), [
        { salt: null },
      ]);
      const attempts = await owner.query<{ act: string }>("select id from attempt where chain like 'kept-answer:%'");
      assert.equal(attempts.length, 1, "only the erasing itself is remembered");
    });
  });

  /* Each fault as somebody with the keys of the database would make it, and what is said of it. */
  const faults: readonly [string, string, string, number][] = [
    ["a value changed", "update inquiry set facts = '{\"a\": 2}'", "changed", 2],
    ["an answer replaced", "update kept_answer set answers = '{}'", "changed", 1],
    ["a day put off", "update kept_answer set expires_on = expires_on + 1", "changed", 1],
    ["a row taken away", "delete from kept_answer", "missing", 1],
    [
      "a row nobody recorded",
      "insert into inquiry select establishment_id, gen_random_uuid(), '\\x00', 1, '{}', touched_at from inquiry",
      "unrecorded",
      0,
    ],
    ["another actor written in", "update audit_record set actor = 'clock' where seq = 2", "record", 2],
    ["another moment written in", "update audit_record set at = at + interval '1 second' where seq = 2", "record", 2],
    ["a record taken out of the middle", "delete from audit_record where chain like 'inquiry:%' and seq = 1", "gap", 1],
    ["the last record taken away", "delete from audit_record where chain like 'inquiry:%' and seq = 2", "head", 2],
    ["the head set back with it", "update audit_chain set seq = 1 where chain like 'inquiry:%'", "head", 1],
    ["a salt taken away", "update audit_chain set salt = null where chain like 'inquiry:%'", "salt", 2],
    ["a link broken", "update audit_record set prev = '\\x00' where seq = 2", "link", 2],
  ];
  for (const [what, text, why, seq] of faults) {
    it(`finds ${what}`, async () => {
      await t.opened.asOwner((owner) => owner.run(text));
      const { tampered } = await verify();
      assert.ok(
        tampered.some((one) => one.why === why && one.seq === seq),
        JSON.stringify(tampered),
      );
    });
  }

  it("names a row that no act wrote, also where two acts speak of another and the counts agree", async () => {
    const spoken = defineAct({
      name: "speakOfIt",
      label: { fr: "Essai", en: "Test" },
      who: "ask about oneself",
      form: Type.Object({}),
      writes: ["inquiry"],
      async perform({ tx }) {
        await keeping(tx, "inquiry", tx.updateTable("inquiry").set({ version: sql<number>`version` }));
        return done({}, "kept-answer:also");
      },
    });
    const request = { actor: anyone, establishment, attempt: newAttempt(), input: {} };
    assert.equal((await perform(t.world, spoken, request)).kind, "done");
    assert.deepEqual((await verify()).tampered, []);
    const id = "00000000-0000-4000-8000-00000000c0de";
    await t.opened.asOwner((owner) =>
      owner.run(`insert into inquiry select establishment_id, '${id}', '\\x00', 1, '{}', touched_at from inquiry`),
    );
    assert.deepEqual((await verify()).tampered, [{ chain: `inquiry:${id}`, seq: 0, why: "unrecorded" }]);
  });

  it("finds a row put back after it was erased", async () => {
    const kept = await t.opened.asOwner((owner) =>
      owner.query<{ row: string }>("select to_jsonb(k)::text as row from kept_answer k"),
    );
    await eraseIt();
    await t.opened.asOwner((owner) =>
      owner.query("insert into kept_answer select * from jsonb_populate_record(null::kept_answer, $1::jsonb)", [
        kept[0]!.row,
      ]),
    );
    const { tampered, erased } = await verify();
    assert.deepEqual(
      tampered.map(({ why }) => why),
      ["left"],
    );
    assert.deepEqual(erased, []);
  });

  it("still holds after a migration adds a column that may be null", async () => {
    await t.opened.asOwner((owner) => owner.run("alter table inquiry add column note text"));
    assert.deepEqual((await verify()).tampered, []);
    await t.opened.asOwner((owner) => owner.run("alter table inquiry drop column note"));
  });

  it("names the chain and the record, in both languages", () => {
    const said = sayTampered({ chain: `inquiry:${inquiry}`, seq: 2, why: "changed" });
    assert.equal(
      said.fr,
      `inquiry:${inquiry}, n°\u00a02\u00a0: altéré\u00a0; les données ne sont plus celles enregistrées.`,
    );
    assert.equal(said.en, `inquiry:${inquiry}, no. 2: tampered; the data are no longer those recorded.`);
  });

  it("reads school by school", async () => {
    const other = await verifyAudit(t.world.db, {
      establishment: "second-school",
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    const checkpoints = NO_CHECKPOINT(0);
    assert.deepEqual(other, { chains: 0, records: 0, erased: [], tampered: [], checkpoints, unsealed: 0 });
  });
});

describe("the hash of a row", () => {
  const salt = Buffer.alloc(16, 7);

  it("does not depend on the order of keys, nor on columns without a value", () => {
    assert.equal(sealRow(salt, { a: 1, b: { c: 2, d: null } }), sealRow(salt, { b: { d: null, c: 2 }, a: 1, e: null }));
  });

  it("depends on every value and on the salt", () => {
    assert.notEqual(sealRow(salt, { a: 1 }), sealRow(salt, { a: 2 }));
    assert.notEqual(sealRow(salt, { a: 1 }), sealRow(Buffer.alloc(16, 8), { a: 1 }));
    assert.notEqual(sealRow(salt, { a: { b: null } }), sealRow(salt, { a: {} }));
  });
});
