import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, beforeEach, describe, it } from "node:test";
import { sql } from "kysely";
import { type Actor, perform } from "../act/act.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { eraseInquiry, saveInquiry, startInquiry } from "../inquiry/acts.ts";
import { withSchool } from "../db/school.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { checkpoint, makeCheckpoint } from "./checkpoint-acts.ts";
import { findPrinted } from "./checkpoint-verify.ts";
import { latestCheckpoint, printHash, sealCheckpoint } from "./checkpoints.ts";
import { sayTampered, verifyAudit } from "./verify.ts";

const establishment = "first-school";
const operator: Actor = { kind: "operator" };

describe("a checkpoint", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());
  beforeEach(() =>
    t.opened.asOwner((owner) =>
      owner.run("truncate audit_chain, audit_record, attempt, inquiry, checkpoint, checkpoint_head"),
    ),
  );

  const seal = () => checkpoint(t.world, establishment, operator);
  const verify = () => verifyAudit(t.world.db, { establishment, zone: "Europe/Paris", tables: PROVEN_TABLES });
  const latest = () => withSchool(t.world.db, establishment, latestCheckpoint);
  const owner = (text: string) => t.opened.asOwner((one) => one.run(text));

  /** A draft, and what its holder may do with it. */
  const draft = async () => {
    const started = await perform(t.world, startInquiry, {
      actor: { kind: "anyone" },
      establishment,
      attempt: newAttempt(),
      input: {},
    });
    assert.ok(started.kind === "done");
    const actor = { kind: "holder", secret: started.value.token } as const;
    const asked = { actor, establishment, attempt: newAttempt() };
    return {
      save: (version = 1) =>
        perform(t.world, saveInquiry, {
          ...asked,
          attempt: newAttempt(),
          input: { version, facts: { next: version } },
        }),
      erase: () => perform(t.world, eraseInquiry, { ...asked, input: {} }),
    };
  };
  const whys = async () => (await verify()).tampered.map(({ why }) => why);

  it("covers every chain at first, then those that moved, and follows the one before", async () => {
    const one = await draft();
    await draft();
    assert.equal(await seal(), 1);
    await one.save();
    assert.equal(await seal(), 1);
    const rows = await t.opened.asOwner((o) =>
      o.query<{ id: number; heads: number; prev: Uint8Array; hash: Uint8Array }>(
        "select id, heads, prev, hash from checkpoint order by id",
      ),
    );
    // The second covers the draft that moved, and the record of the first checkpoint itself.
    assert.deepEqual(
      rows.map(({ id, heads }) => [id, heads]),
      [
        [1, 2],
        [2, 2],
      ],
    );
    assert.deepEqual(rows[1]!.prev, rows[0]!.hash);
    assert.deepEqual(await whys(), []);
  });

  it("is not made where nothing moved since the last", async () => {
    assert.equal(await seal(), 0);
    await draft();
    assert.equal(await seal(), 1);
    assert.equal(await seal(), 0);
    assert.equal(await seal(), 0);
  });

  it("is made once by two processes", async () => {
    await draft();
    const made = await Promise.all([seal(), seal()]);
    assert.equal(made[0] + made[1], 1);
    assert.deepEqual(await whys(), []);
  });

  it("is refused under a number that is not the next", async () => {
    await draft();
    const outcome = await perform(t.world, makeCheckpoint, {
      actor: operator,
      establishment,
      attempt: newAttempt(),
      input: { number: 2 },
    });
    assert.equal(outcome.kind, "stale");
  });

  it("can be recomputed by anyone from its list, as docs/decisions/checkpoints.md writes it", async () => {
    await draft();
    await draft();
    await seal();
    const heads = await t.opened.asOwner((o) =>
      o.query<{ chain: string; seq: number; hash: Uint8Array }>("select chain, seq, hash from checkpoint_head"),
    );
    const lines = heads
      .toSorted((a, b) => (a.chain < b.chain ? -1 : 1))
      .map(({ chain, seq, hash }) => `${Buffer.from(hash).toString("hex")} ${seq} ${chain}\n`);
    const root = createHash("sha256").update(lines.join("")).digest();
    const { at, hash } = (await latest())!;
    const made = { place: establishment, number: 1, at, heads: 2, root, prev: Buffer.alloc(32) };
    assert.equal(hash, printHash(sealCheckpoint(made)));
  });

  it("says how many chains moved since: they are not covered yet", async () => {
    await draft();
    assert.equal((await verify()).checkpoints.latest, undefined);
    assert.equal((await verify()).checkpoints.uncovered, 1);
    await seal();
    assert.equal((await verify()).checkpoints.uncovered, 0);
    await draft();
    const { checkpoints } = await verify();
    assert.equal(checkpoints.uncovered, 1);
    assert.deepEqual(checkpoints.latest, await latest());
  });

  it("never takes an erasure for tampering, be it made before, between or after", async () => {
    const [early, late] = [await draft(), await draft()];
    const never = await draft();
    await early.erase();
    await seal();
    await never.erase();
    await seal();
    await late.save();
    await late.erase();
    const { tampered, erased } = await verify();
    assert.deepEqual(tampered, []);
    assert.equal(erased.length, 3);
  });

  const CUT = `delete from audit_record where seq = 2 and chain like 'inquiry:%';
    update audit_chain c set seq = 1, hash = r.hash from audit_record r
      where c.chain like 'inquiry:%' and r.chain = c.chain and r.seq = 1`;
  const REWRITTEN = `update audit_record set hash = '\\x11' where seq = 2;
    update audit_chain set hash = '\\x11' where seq = 2`;

  /* What somebody with the keys of the database would do once a checkpoint is made, and what is said of it. */
  const faults: readonly [string, string, string][] = [
    ["a chain cut short with its head", CUT, "cut"],
    [
      "a chain taken away whole",
      "delete from audit_record where chain like 'inquiry:%'; delete from audit_chain where chain like 'inquiry:%'; delete from inquiry",
      "gone",
    ],
    ["a head taken away alone", "delete from audit_chain where chain like 'inquiry:%'", "headless"],
    ["a chain rewritten from the middle", REWRITTEN, "rewritten"],
    [
      "a head taken off the list",
      "delete from checkpoint_head where checkpoint = 1 and chain like 'inquiry:%'",
      "heads",
    ],
    ["a head replaced in the list", "update checkpoint_head set hash = '\\x00' where checkpoint = 2", "heads"],
    ["a checkpoint taken out of the middle", "delete from checkpoint where id = 1", "sequence"],
    ["the last checkpoint taken away", "delete from checkpoint where id = 2", "sequence"],
    ["another moment written in", "update checkpoint set at = at + interval '1 second' where id = 1", "seal"],
    ["another root written in", "update checkpoint set root = '\\x00' where id = 2", "heads"],
    ["a checkpoint sealed anew", "update checkpoint set hash = '\\x00' where id = 1", "order"],
  ];
  for (const [what, text, why] of faults) {
    it(`finds ${what}`, async () => {
      const one = await draft();
      await one.save();
      await seal();
      await draft();
      await seal();
      await owner(text);
      assert.ok((await whys()).includes(why as never), JSON.stringify((await verify()).tampered));
    });
  }

  it("tells a chain that is gone once, with the checkpoint that saw it first", async () => {
    const one = await draft();
    await seal();
    await one.save();
    await seal();
    await owner(
      "delete from audit_record where chain like 'inquiry:%'; delete from audit_chain where chain like 'inquiry:%'; delete from inquiry",
    );
    const { tampered } = await verify();
    assert.deepEqual(
      tampered.map(({ why, seq, checkpoint: number }) => [why, seq, number]),
      [["gone", 1, 1]],
    );
    assert.match(
      sayTampered(tampered[0]!).fr,
      /n°\u00a01\u00a0: altéré\u00a0; la chaîne entière a disparu depuis le point de contrôle n°\u00a01\.$/,
    );
  });

  it("is found by whoever holds its number and hash, and by nobody with another", async () => {
    await draft();
    await seal();
    const { number, hash, at } = (await latest())!;
    const find = (printed: { number: number; hash: string }) =>
      withSchool(t.world.db, establishment, (tx) => findPrinted(tx, printed));
    assert.deepEqual(await find({ number, hash }), { at });
    assert.equal(await find({ number, hash: `sha256:${"0".repeat(64)}` }), "other");
    assert.equal(await find({ number: 7, hash }), "missing");
  });

  it("cannot be changed or taken away by the application", async () => {
    await draft();
    await seal();
    const tries = ["update checkpoint set heads = 0", "delete from checkpoint", "delete from checkpoint_head"];
    for (const text of tries) {
      const tried = withSchool(t.world.db, establishment, (tx) => sql.raw(text).execute(tx));
      await assert.rejects(tried, /permission denied/);
    }
  });

  it("counts each school for itself", async () => {
    await draft();
    assert.equal(await checkpoint(t.world, "second-school", operator), 0);
    assert.equal(await seal(), 1);
  });
});

describe("the hash of a checkpoint", () => {
  const base = { place: "a", number: 1, at: new Date(0), heads: 1, root: Buffer.alloc(32), prev: Buffer.alloc(32) };

  it("depends on each of its parts", () => {
    const others = [
      { place: "b" },
      { number: 2 },
      { at: new Date(1) },
      { heads: 2 },
      { root: Buffer.alloc(32, 1) },
      { prev: Buffer.alloc(32, 1) },
    ];
    const hashes = new Set(
      [base, ...others.map((other) => ({ ...base, ...other }))].map((one) => printHash(sealCheckpoint(one))),
    );
    assert.equal(hashes.size, 7);
  });
});
