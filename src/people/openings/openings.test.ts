import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { view } from "../../act/act.ts";
import { withSchool } from "../../db/school.ts";
import { sealAllOpenings } from "../../openings/acts.ts";
import { sayTampered, verifyAudit } from "../../audit/verify.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { startInquiry } from "../../inquiry/acts.ts";
import { perform } from "../../act/act.ts";
import { newAttempt } from "../../test/world.ts";
import { noteOpening } from "../../openings/openings.ts";
import { type TestWorld, testWorld } from "../../test/world.ts";
import type { Role } from "../../act/permissions.ts";
import { myOpenings } from "./views.ts";

const establishment = "first-school";
const account = (id: string, ...roles: Role[]) =>
  ({ kind: "account", account: id, session: "s", roles, authenticatedAt: new Date(0) }) as const;
const what = { fr: "le dossier", en: "the application" };

describe("who opened my file", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld({ now: "2026-12-01T09:00:00Z" });
  });
  after(() => t.close());

  const open = (actor: Parameters<typeof noteOpening>[1]["actor"], whose = "account:claire", part = what) =>
    withSchool(t.world.db, establishment, (tx) =>
      noteOpening(tx, { about: "dossier:1", whose, actor, what: part, at: t.world.now() }),
    );
  const seenBy = async (id: string, school = establishment) => {
    const seen = await view(t.world, myOpenings, { actor: account(id), establishment: school, input: {} });
    assert.ok(seen.kind === "found");
    return seen.value.openings;
  };

  it("shows when, as what and which part, to the person and to nobody else", async () => {
    await open(account("officer", "admission-officer"));
    const [first, ...others] = await seenBy("claire");
    assert.deepEqual(others, []);
    assert.deepEqual(
      [first!.roles, first!.what, first!.openedAt],
      [["admission-officer"], what, "2026-12-01T09:00:00.000Z"],
    );
    assert.deepEqual(await seenBy("luc"), []);
    assert.deepEqual(await seenBy("claire", "second-school"), []);
  });

  it("counts the same opening once an hour, and another part apart", async () => {
    t.setNow("2026-12-01T09:59:00Z");
    await open(account("officer", "admission-officer"));
    assert.equal((await seenBy("claire")).length, 1);
    await open(account("officer", "admission-officer"), "account:claire", { fr: "une pièce", en: "a paper" });
    assert.equal((await seenBy("claire")).length, 2);
    t.setNow("2026-12-01T10:01:00Z");
    await open(account("officer", "admission-officer"));
    assert.equal((await seenBy("claire")).length, 3);
  });

  it("says nothing of what the person opened themselves", async () => {
    const before = (await seenBy("claire")).length;
    await open(account("claire"));
    assert.equal((await seenBy("claire")).length, before);
  });
});

describe("who opened a file, once the calendar passed", () => {
  let t: TestWorld;
  let about: string;
  before(async () => {
    t = await testWorld({ now: "2026-12-01T09:00:00Z" });
  });
  after(() => t.close());
  const seal = () => sealAllOpenings(t.world, establishment, { kind: "clock", day: "2026-12-01" });
  const verify = () => verifyAudit(t.world.db, { establishment, zone: "Europe/Paris", tables: PROVEN_TABLES });
  const whys = async () => (await verify()).tampered.map(({ why }) => why);
  const owner = (text: string) => t.opened.asOwner((one) => one.run(text));
  const open = (id: string) =>
    withSchool(t.world.db, establishment, (tx) =>
      noteOpening(tx, { about, whose: "account:claire", actor: account(id, "director"), what, at: t.world.now() }),
    );

  /** A subject that acts recorded, opened by two people. */
  beforeEach(async () => {
    await owner("truncate audit_chain, audit_record, attempt, inquiry, file_opening");
    const request = { actor: { kind: "anyone" }, establishment, attempt: newAttempt(), input: {} } as const;
    assert.equal((await perform(t.world, startInquiry, request)).kind, "done");
    const chains = await withSchool(t.world.db, establishment, (tx) =>
      tx.selectFrom("audit_chain").select("chain").execute(),
    );
    about = chains[0]!.chain;
    await open("officer");
    await open("director");
  });

  it("is in the record of what was opened, once for all openings of the hour", async () => {
    assert.equal((await verify()).unsealed, 2);
    assert.equal(await seal(), 1);
    assert.equal(await seal(), 0);
    const { tampered, unsealed, records } = await verify();
    assert.deepEqual([tampered, unsealed, records], [[], 0, 2]);
  });

  it("is left to the next round between two subjects, where the process ends", async () => {
    for (const id of [1, 2]) {
      const request = { actor: { kind: "anyone" }, establishment, attempt: newAttempt(), input: {} } as const;
      assert.equal((await perform(t.world, startInquiry, request)).kind, "done", `${id}`);
    }
    const chains = await withSchool(t.world.db, establishment, (tx) =>
      tx.selectFrom("audit_chain").select("chain").where("chain", "<>", about).execute(),
    );
    for (const { chain } of chains) {
      about = chain;
      await open("officer");
    }
    let deeds = 0;
    const clock = { kind: "clock", day: "2026-12-01" } as const;
    assert.equal(await sealAllOpenings(t.world, establishment, clock, () => ++deeds === 2), 2);
    assert.equal((await verify()).unsealed > 0, true);
    assert.equal(await seal(), 1);
    assert.equal((await verify()).unsealed, 0);
  });

  it("is sealed once by two processes", async () => {
    const made = await Promise.all([seal(), seal()]);
    assert.equal(made[0] + made[1], 1);
    assert.deepEqual(await whys(), []);
  });

  const faults: readonly [string, string, string][] = [
    ["taken away", "delete from file_opening where opener = 'account:officer'", "missing"],
    [
      "put in somebody else’s name",
      "update file_opening set opener = 'account:x' where opener = 'account:officer'",
      "changed",
    ],
    ["put at another hour", "update file_opening set opened_at = opened_at - interval '1 day'", "changed"],
    ["made to look not sealed yet", "update file_opening set sealed_at = null, opener = 'account:x'", "changed"],
    [
      "added as if it had been sealed",
      "insert into file_opening select establishment_id, gen_random_uuid(), about, whose, opener, roles, what, opened_at, sealed_at from file_opening limit 1",
      "unrecorded",
    ],
  ];
  for (const [fault, text, why] of faults) {
    it(`is missed where it was ${fault}, and the calendar does not seal it anew`, async () => {
      await seal();
      await owner(text);
      await seal();
      const { tampered } = await verify();
      assert.ok(
        tampered.some((one) => one.why === why),
        tampered.map((one) => sayTampered(one).en).join(" "),
      );
    });
  }
});
