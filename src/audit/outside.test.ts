import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { type Actor, perform } from "../act/act.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { startInquiry } from "../inquiry/acts.ts";
import { printHeads, readOutside, verifyCopies } from "../cli/audit.ts";
import { withSchool } from "../db/school.ts";
import { type Authority, HAS_OPENSSL, startAuthority } from "../test/timestamp-authority.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { checkpoint } from "./checkpoint-acts.ts";
import { latestCheckpoint } from "./checkpoints.ts";
import { readCopies, tokenLine } from "./outside.ts";
import { stamp } from "./timestamp-acts.ts";
import { verifyTimestamps } from "./timestamp-verify.ts";
import { verifyAudit } from "./verify.ts";

const establishment = "first-school";
const places = [establishment, "second-school"];
const clock: Actor = { kind: "clock", day: "2026-12-01" };
const HASH = `sha256:${"0a".repeat(32)}`;

describe("a copy of the record", () => {
  it("is read from what a receipt prints, from what audit head printed, and as it is typed", () => {
    const copy = [{ kind: "printed", number: 12, hash: HASH }];
    for (const text of [
      `Dernier point de contrôle du registre, n°\u00a012\n${HASH}`,
      `Last checkpoint of the record, no. 12: ${HASH.slice(0, 30)}\n${HASH.slice(30)}`,
      `faire-ess: checkpoint no. 12, 2026-12-01T09:00:00.000Z: ${HASH}`,
      `faire-ess\u00a0: point de contrôle n°\u00a012, 2026-12-01T09:00:00.000Z\u00a0: ${HASH}`,
      `12 ${HASH.toUpperCase().replace("SHA", "sha")}`,
    ])
      assert.deepEqual(readCopies(text), copy, text);
  });

  it("is nothing that a text says of other hashes", () => {
    assert.deepEqual(readCopies(`Récépissé D-2026-12, de ce qui a été montré : ${HASH}`), []);
    assert.deepEqual(readCopies("12 sha256:00"), []);
    assert.deepEqual(readCopies("x token AAAA"), []);
    assert.equal(tokenLine(Buffer.from("3003020101", "hex")), undefined);
  });
});

describe("a record that was cut or forged and agrees with itself", {
  skip: HAS_OPENSSL ? false : "The Debian package openssl is not installed.",
}, () => {
  let t: TestWorld;
  let authority: Authority;
  before(async () => {
    [t, authority] = await Promise.all([testWorld(), startAuthority()]);
  });
  after(async () => {
    await authority.stop();
    await t.close();
  });

  const owner = (text: string) => t.opened.asOwner((one) => one.run(text));
  const live = async () => {
    const request = { actor: { kind: "anyone" }, establishment, attempt: newAttempt(), input: {} } as const;
    assert.equal((await perform(t.world, startInquiry, request)).kind, "done");
    await checkpoint(t.world, establishment, clock);
    assert.equal((await stamp(t.world, establishment, authority, clock)).kind, "stamped");
  };
  const faults = async () => {
    const all = await verifyAudit(t.world.db, { establishment, zone: "Europe/Paris", tables: PROVEN_TABLES });
    const stamps = await verifyTimestamps(t.world.db, establishment, authority.ca);
    return [...all.tampered.map(({ why }) => why), ...stamps.faults.map(({ why }) => why.en)];
  };
  const heads = async () => {
    const lines: string[] = [];
    const out = async (text: string) => void lines.push(text);
    await printHeads(t.world, places, "fr", { out, err: out, signal: AbortSignal.timeout(60_000) });
    return lines.join("");
  };
  /** How many copies are contradicted, and what is said. */
  const against = async (input: string, ca: string | undefined = authority.ca) => {
    const lines: string[] = [];
    const out = async (text: string) => void lines.push(text);
    const world = { ...t.world, timestamps: { url: authority.url, ca } };
    const how = { lang: "en", input, output: { out, err: out, signal: AbortSignal.timeout(60_000) } } as const;
    return [await verifyCopies(world, places, how), lines.join("")] as const;
  };
  /** All that came with the second checkpoint, and whatever would betray that there was one. */
  const CUT = `
    delete from audit_record where at >= '2026-12-02'; delete from audit_chain c where not exists (
      select from audit_record r where r.chain = c.chain);
    update audit_chain c set seq = r.seq, hash = r.hash from (
      select distinct on (chain) chain, seq, hash from audit_record order by chain, seq desc) r where r.chain = c.chain;
    delete from inquiry where touched_at >= '2026-12-02';
    delete from checkpoint_head where checkpoint = 2; delete from checkpoint where id = 2;`;
  let kept: string;
  let receipt: string;
  beforeEach(async () => {
    await owner(
      "truncate audit_chain, audit_record, attempt, inquiry, checkpoint, checkpoint_head, checkpoint_timestamp",
    );
    t.setNow("2026-12-01T09:00:00Z");
    await live();
    t.setNow("2026-12-02T09:00:00Z");
    await live();
    kept = await heads();
    const last = (await withSchool(t.world.db, establishment, latestCheckpoint))!;
    receipt = `${last.number} ${last.hash}`;
  });

  it("is not told by itself, which is why copies are kept: they tell, each of them", async () => {
    await owner(`${CUT} delete from checkpoint_timestamp where id = 2`);
    assert.deepEqual(await faults(), []);
    assert.match(kept, /point de contrôle n°\u00a02, .*\nfirst-school token /);
    const [contradicted, said] = await against(kept);
    assert.equal(contradicted, 2);
    assert.match(said, /^✗ copy: checkpoint no\. 2, .*: tampered; the record does not hold it: its end was cut/m);
    assert.match(said, /^✗ copy: timestamp of .*: tampered; the record does not hold it/m);
    assert.equal((await against(receipt))[0], 1);
  });

  it("is told by the copies where it lived on after the cut, under the same numbers", async () => {
    await owner(`${CUT} delete from checkpoint_timestamp where id = 2`);
    t.setNow("2026-12-03T09:00:00Z");
    await live();
    assert.deepEqual(await faults(), []);
    assert.equal((await against(kept))[0], 2);
  });

  it("is told by the timestamp that was left behind", async () => {
    await owner(CUT);
    const said = await faults();
    assert.ok(said.includes("that checkpoint is there no more: the end of the record was cut"), said.join(" "));
    assert.ok(said.includes("unrecorded"));
  });

  it("is not said of one that holds the copies, whole and of any age", async () => {
    const bytes = await t.opened.asOwner((one) =>
      one.query<{ token: Uint8Array }>("select token from checkpoint_timestamp where id = 1"),
    );
    const earlier = await readOutside(Buffer.from(bytes[0]!.token));
    const [contradicted, said] = await against(`${kept}\n${earlier}\n${receipt}`);
    assert.deepEqual([contradicted, said.match(/^✓/gm)?.length], [0, 3], said);
    assert.match(said, /the record holds it \(first-school, no\. 1\): nothing that it seals was cut or forged since/);
    assert.deepEqual(await against("nothing of the kind"), [undefined, ""]);
  });

  it("is not believed to be whole by a timestamp of somebody whom nobody trusts", async () => {
    const [contradicted, said] = await against(kept, authority.otherCa);
    assert.equal(contradicted, 1);
    assert.match(said, /^✗ copy: timestamp .* Its signature: the signature is not that of a trusted authority/m);
  });
});
