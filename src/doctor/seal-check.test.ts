import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { perform } from "../act/act.ts";
import { startInquiry } from "../inquiry/acts.ts";
import { seal } from "../worker/scheduler.ts";
import { type Authority, HAS_OPENSSL, startAuthority } from "../test/timestamp-authority.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { sealCheck } from "./seal-check.ts";
import { sayCheckpoint, sayTimestampFault, sayTimestamps } from "../audit/seal-words.ts";
import { verifyTimestamps } from "../audit/timestamp-verify.ts";

const establishment = "first-school";
const skip = HAS_OPENSSL ? false : "The Debian package openssl is not installed.";

describe("the doctor on what is sealed", { skip }, () => {
  let t: TestWorld;
  let authority: Authority;
  before(async () => {
    authority = await startAuthority();
    t = await testWorld();
  });
  after(async () => {
    await t.close();
    await authority.stop();
  });

  const check = (ca: string | undefined = authority.ca) =>
    sealCheck({ world: t.world, timestamps: { url: authority.url, ca } }, establishment);
  const live = () => seal({ ...t.world, timestamps: { url: authority.url, ca: authority.ca } }, establishment);
  const something = () =>
    perform(t.world, startInquiry, { actor: { kind: "anyone" }, establishment, attempt: newAttempt(), input: {} });

  it("says what waits for the next checkpoint, and is content once it is made and stamped", async () => {
    await something();
    const waiting = await check();
    assert.equal(waiting.ok, null);
    assert.match(waiting.label.fr, /aucun point de contrôle encore\. Chaînes à sceller au prochain\u00a0: 1\./);
    await live();
    const made = await check();
    assert.equal(made.ok, true, made.label.en);
    assert.match(made.label.en, /checkpoint no\. 1, of 1 December 2026\. Timestamped up to no\. 1/);
  });

  it("tells of an authority that is away, without calling it a fault, until it answers again", async () => {
    authority.behave("error");
    await something();
    await live();
    const away = await check();
    assert.equal(away.ok, null);
    assert.match(away.label.fr, /Le dernier essai d’horodatage, le 1er décembre 2026, a échoué.*erreur 500/);
    authority.behave("good");
    await live();
    assert.equal((await check()).ok, true);
  });

  it("calls a timestamp that nobody trusted has signed a fault", async () => {
    const wrong = await check(authority.otherCa);
    assert.equal(wrong.ok, false);
    assert.match(wrong.label.en, /That timestamp does not hold/);
    const unjudged = await sealCheck({ world: t.world, timestamps: undefined }, establishment);
    assert.equal(unjudged.ok, null);
    assert.match(unjudged.label.en, /LIVRET_TSA_CA is not given/);
  });

  it("is said with the whole hash by audit verify", async () => {
    const report = await verifyTimestamps(t.world.db, establishment, authority.ca);
    assert.match(sayTimestamps(report).fr, /^2 horodatages, jusqu’au point de contrôle n°\u00a02/);
    assert.match(
      sayTimestamps(await verifyTimestamps(t.world.db, establishment, undefined)).en,
      /2 timestamps, .*; signatures not checked: /,
    );
    assert.equal(sayTimestampFault(2, { fr: "non", en: "no" }).en, "timestamp of checkpoint no. 2: no.");
    const hash = `sha256:${"0".repeat(64)}`;
    assert.match(sayCheckpoint({ number: 3, hash, at: new Date(0) }).fr, /n°\u00a03, 1970-01-01T.*: sha256:0{64}$/);
  });
});
