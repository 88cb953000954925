import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, beforeEach, describe, it } from "node:test";
import { type Actor, perform } from "../act/act.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { startInquiry } from "../inquiry/acts.ts";
import { withSchool } from "../db/school.ts";
import { type Authority, HAS_OPENSSL, startAuthority } from "../test/timestamp-authority.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { checkpoint } from "./checkpoint-acts.ts";
import { keepTimestamp, stamp } from "./timestamp-acts.ts";
import { readReply, readToken, writeRequest } from "./timestamp-der.ts";
import { requestTimestamp } from "./timestamp-request.ts";
import { trustOf } from "./timestamp-trust.ts";
import { verifyTimestamps } from "./timestamp-verify.ts";
import { verifyAudit } from "./verify.ts";

const establishment = "first-school";
const clock: Actor = { kind: "clock", day: "2026-12-01" };
const skip = HAS_OPENSSL ? false : "The Debian package openssl is not installed.";
const hash = createHash("sha256").update("a checkpoint").digest();

describe("a timestamp asked of an authority", { skip }, () => {
  let authority: Authority;
  before(async () => {
    authority = await startAuthority();
  });
  after(() => authority.stop());
  beforeEach(() => authority.behave("good"));

  const ask = (timeout?: number) =>
    requestTimestamp(authority.url, hash, { ...(timeout !== undefined && { timeout }) });
  const problem = async (timeout?: number) => {
    const got = await ask(timeout);
    assert.ok("problem" in got, "a token was taken");
    return got.problem;
  };

  it("comes with the hash, the nonce and a moment, and openssl trusts it", async () => {
    const got = await ask();
    assert.ok("token" in got);
    assert.ok(Math.abs(got.at.getTime() - Date.now()) < 60_000);
    assert.deepEqual(readToken(got.token)?.imprint, hash);
    assert.deepEqual(await trustOf({ ...got, hash, ca: authority.ca }), { kind: "trusted" });
  });

  it("is not trusted under another certificate, for another hash, or with its signature spoilt", async () => {
    const got = await ask();
    assert.ok("token" in got);
    const spoilt = Buffer.from(got.token);
    spoilt[spoilt.length - 1]! ^= 1;
    const given = { ...got, hash, ca: authority.ca };
    for (const other of [{ ca: authority.otherCa }, { hash: Buffer.alloc(32) }, { token: spoilt }]) {
      const trust = await trustOf({ ...given, ...other });
      assert.ok(trust.kind === "untrusted" && trust.why !== "", JSON.stringify(trust));
    }
  });

  it("is neither trusted nor untrusted where there is no openssl, or no certificate to trust", async () => {
    const got = await ask();
    assert.ok("token" in got);
    assert.equal((await trustOf({ ...got, hash, ca: authority.ca }, "/nowhere/openssl")).kind, "unknown");
    assert.equal((await trustOf({ ...got, hash, ca: undefined })).kind, "unknown");
  });

  const misbehaviours = [
    ["garbage", /is no timestamp/, /autre chose qu’un horodatage/],
    ["endless", /is no timestamp/, /autre chose qu’un horodatage/],
    ["error", /error 500/, /erreur 500/],
    ["cut", /cannot be reached/, /injoignable/],
    ["refusing", /refuses: the request is badly formed \("/, /refuse\u00a0: demande mal formée \(«/],
    ["other hash", /another hash/, /autre empreinte/],
  ] as const;
  for (const [manner, en, fr] of misbehaviours) {
    it(`is refused from an authority that answers with: ${manner}`, async () => {
      authority.behave(manner);
      const said = await problem();
      assert.match(said.en, en);
      assert.match(said.fr, fr);
    });
  }

  it("is refused where it answers an earlier request", async () => {
    await ask();
    authority.behave("replaying");
    assert.match((await problem()).en, /another nonce/);
  });

  it("is not waited for longer than the time given", async () => {
    authority.behave("silent");
    assert.match((await problem(100)).fr, /n’a pas répondu en 0,1\u00a0s/);
  });

  it("cannot be had where nobody listens", async () => {
    const gone = await startAuthority();
    await gone.stop();
    const got = await requestTimestamp(gone.url, hash);
    assert.match("problem" in got ? got.problem.fr : "", /injoignable/);
  });

  it("is read without a fault however it is cut or changed", async () => {
    const got = await ask();
    assert.ok("token" in got);
    for (let length = 0; length < got.token.length; length++) {
      assert.equal(readToken(got.token.subarray(0, length)), undefined);
    }
    for (let at = 0; at < got.token.length; at++) {
      const changed = Buffer.from(got.token);
      changed[at]! ^= 0xff;
      readToken(changed);
      readReply(changed);
    }
  });

  it("is asked for in the words of the RFC, whatever the nonce", () => {
    const parts = (nonce: string) => writeRequest(hash, Buffer.from(nonce, "hex")).toString("hex");
    const opening = `0201013031300d060960864801650304020105000420${hash.toString("hex")}`;
    assert.equal(parts("01"), `303c${opening}0201010101ff`);
    // A nonce that begins with a set bit must not read as a negative number, nor one with zeros as a longer one.
    assert.equal(parts("80"), `303d${opening}020200800101ff`);
    assert.equal(parts("0001"), parts("01"));
    assert.equal(parts("0000"), `303c${opening}0201000101ff`);
  });
});

describe("the timestamps of checkpoints", { skip }, () => {
  let t: TestWorld;
  let authority: Authority;
  before(async () => {
    [t, authority] = await Promise.all([testWorld(), startAuthority()]);
  });
  after(async () => {
    await authority.stop();
    await t.close();
  });

  const act = () =>
    perform(t.world, startInquiry, { actor: { kind: "anyone" }, establishment, attempt: newAttempt(), input: {} });
  const seal = async () => {
    await act();
    await checkpoint(t.world, establishment, clock);
  };
  const stampIt = () => stamp(t.world, establishment, authority, clock);
  const failures = () =>
    withSchool(t.world.db, establishment, (tx) => tx.selectFrom("timestamp_failure").selectAll().execute());
  const verify = (ca: string | undefined = authority.ca) => verifyTimestamps(t.world.db, establishment, ca);

  it("are asked for the latest checkpoint, once", async () => {
    assert.deepEqual(await stampIt(), { kind: "nothing to stamp" });
    await seal();
    const stamped = await stampIt();
    assert.ok(stamped.kind === "stamped");
    assert.equal(stamped.number, 1);
    assert.deepEqual(await stampIt(), { kind: "nothing to stamp" });
    assert.equal(authority.asked(), 1);
    const report = await verify();
    assert.deepEqual(report, { count: 1, latest: { number: 1, at: stamped.at }, unjudged: undefined, faults: [] });
  });

  it("are tried again after a failure, which is remembered until one is had", async () => {
    await seal();
    authority.behave("error");
    const failed = await stampIt();
    assert.ok(failed.kind === "failed");
    assert.deepEqual(
      (await failures()).map(({ reason, at }) => [reason, at]),
      [[failed.why, t.world.now()]],
    );
    await seal();
    authority.behave("good");
    const stamped = await stampIt();
    assert.ok(stamped.kind === "stamped");
    // The third covers the second, which needs none of its own any more.
    assert.equal(stamped.number, 3);
    assert.deepEqual(await failures(), []);
    assert.equal((await verify()).count, 2);
  });

  it("are not kept where the authority is not one that we trust", async () => {
    await seal();
    const failed = await stamp(t.world, establishment, { url: authority.url, ca: authority.otherCa }, clock);
    assert.ok(failed.kind === "failed");
    assert.match(failed.why.fr, /n’est pas celle d’une autorité de confiance \(openssl/);
    assert.equal((await stampIt()).kind, "stamped");
  });

  it("are kept, and said not to be judged, where no certificate is given", async () => {
    await seal();
    const { url } = authority;
    assert.equal((await stamp(t.world, establishment, { url, ca: undefined }, clock)).kind, "stamped");
    const report = await verifyTimestamps(t.world.db, establishment, undefined);
    assert.match(report.unjudged?.fr ?? "", /LIVRET_TSA_CA/);
    assert.deepEqual(report.faults, []);
  });

  it("are refused by the act where they are of something else", async () => {
    await seal();
    const other = await requestTimestamp(authority.url, hash);
    assert.ok("token" in other);
    const last = await withSchool(t.world.db, establishment, (tx) =>
      tx.selectFrom("checkpoint").select("id").orderBy("id", "desc").executeTakeFirstOrThrow(),
    );
    const outcome = await perform(t.world, keepTimestamp, {
      actor: clock,
      establishment,
      attempt: newAttempt(),
      input: { number: last.id, token: other.token.toString("base64") },
    });
    assert.equal(outcome.kind, "invalid");
  });

  it("leave an audit that holds", async () => {
    const { tampered } = await verifyAudit(t.world.db, { establishment, zone: "Europe/Paris", tables: PROVEN_TABLES });
    assert.deepEqual(tampered, []);
  });

  it("are found out where one is of another checkpoint, though nobody can judge who signed it", async () => {
    await t.opened.asOwner((owner) =>
      owner.run(
        `update checkpoint_timestamp set token = (select token from checkpoint_timestamp where id <> 1 limit 1) where id = 1`,
      ),
    );
    const { faults } = await verifyTimestamps(t.world.db, establishment, undefined);
    assert.deepEqual(
      faults.map(({ number }) => number),
      [1],
    );
  });

  it("are found out where the certificate is another's, a token was replaced, or its checkpoint was", async () => {
    const all = (await verify()).count;
    assert.equal((await verify(authority.otherCa)).faults.length, all);
    await t.opened.asOwner((owner) =>
      owner.run(`update checkpoint_timestamp set token = '\\x3000' where id = 1;
        update checkpoint set hash = '\\x00' where id = 3`),
    );
    assert.deepEqual(
      (await verify()).faults.map(({ number }) => number),
      [1, 3],
    );
  });
});
