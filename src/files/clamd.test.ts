import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { withSchool } from "../db/school.ts";
import { runJobs } from "../worker/run-jobs.ts";
import { type Clamd, eicar, noClamd, startClamd } from "../test/clamd.ts";
import { type Invented, makeAccount } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { testWorldOf } from "../test/server.ts";
import type { Opened } from "../db/open.ts";
import { verifyAudit } from "../audit/verify.ts";
import type { World } from "../act/world.ts";
import { attachFile, findFile } from "./attach.ts";
import { scannerCheck, scansCheck } from "./check.ts";
import { clamdScanner } from "./clamd.ts";
import { receiveUpload } from "./receive.ts";
import { bytesSearcher, mindSearches, searchWhatCameBefore } from "./work.ts";

const SCHOOL = "faire-ess";
const search = (address: string, bytes: string | Buffer) =>
  clamdScanner(address, 30_000).search(Readable.from([Buffer.from(bytes)]));

describe("the search for viruses", { skip: noClamd }, () => {
  let clamd: Clamd;
  let world: World;
  let opened: Opened;
  let close: () => Promise<void>;
  let her: Invented;

  before(async () => {
    clamd = await startClamd();
    ({ world, opened, close } = await testWorldOf());
    her = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
  });
  after(async () => {
    await close();
    await clamd.stop();
  });

  it("tells what is clean from what is not, over the network and on this machine", async () => {
    const far = await startClamd({ tcp: true });
    for (const address of [clamd.address, far.address]) {
      assert.deepEqual(await search(address, "nothing"), { found: null });
      assert.match((await search(address, eicar())).found!, /Eicar/);
    }
    await far.stop();
  });

  it("reads a file of 20 MB in pieces", async () => {
    const chunks = Array.from({ length: 320 }, () => Buffer.alloc(65_536, "a"));
    assert.deepEqual(await clamdScanner(clamd.address).search(Readable.from(chunks)), { found: null });
    const infected = [...chunks, Buffer.from(eicar())];
    assert.match((await clamdScanner(clamd.address).search(Readable.from(infected))).found!, /Eicar/);
  });

  it("says nothing of a file where the service is away, hangs up, babbles, or takes no files so long", async () => {
    await assert.rejects(search("/nowhere/clamd.ctl", "a"));
    const short = await startClamd({ maxLength: "1M" });
    await assert.rejects(search(short.address, Buffer.alloc(3_000_000)), /StreamMaxLength|closed|EPIPE|ECONNRESET/);
    await short.stop();
    for (const answer of ["", "stream: OK, more or less\0", "\0".repeat(9_000), "x".repeat(9_000)]) {
      const liar = createServer((socket) => void socket.on("error", () => {}).end(answer))
        .listen(0, "127.0.0.1")
        .unref();
      await once(liar, "listening");
      const { port } = liar.address() as { port: number };
      await assert.rejects(search(`tcp://127.0.0.1:${port}`, Buffer.alloc(300_000)));
      liar.close();
    }
  });

  const protectedWorld = (): World => ({ ...world, files: { ...world.files!, scanner: clamdScanner(clamd.address) } });
  const sent = async (by: World, bytes: Buffer) => {
    const stream = Readable.from([bytes]);
    return receiveUpload(by, { establishment: SCHOOL, account: her.account, stream, name: "CV de Claire.pdf" });
  };
  const attached = async (by: World, bytes: Buffer) => {
    const received = await sent(by, bytes);
    assert.ok("upload" in received, JSON.stringify(received));
    const { upload } = received;
    await withSchool(world.db, SCHOOL, (tx) =>
      attachFile(tx, { upload, account: her.account, about: `account:${her.account}`, slot: "cv", at: world.now() }),
    );
    return upload;
  };
  const scanOf = async (id: string) => (await withSchool(world.db, SCHOOL, (tx) => findFile(tx, id)))!.scan;
  const mails = () =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select(["subject", "to_address", "reader"]).orderBy("id").execute(),
    );

  it("follows each file that comes: nobody has it before, everybody who may afterwards", async () => {
    const by = protectedWorld();
    const id = await attached(by, pdf({ comment: randomUUID() }));
    assert.equal(await scanOf(id), "waiting");
    await runJobs(by);
    assert.equal(await scanOf(id), "clean");
  });

  it("sets a virus aside, and tells its sender once which file and what to do", async () => {
    const by = protectedWorld();
    const bytes = pdf({ comment: eicar() });
    const id = await attached(by, bytes);
    await runJobs(by);
    assert.equal(await scanOf(id), "infected");
    const told = await mails();
    assert.equal(told.length, 1);
    assert.equal(told[0]!.to_address, her.address);
    assert.match(told[0]!.subject, /CV de Claire\.pdf/);
    // Whoever does it again, because it is not known whether it was done, tells nobody twice.
    const { sha256, copy } = (await withSchool(world.db, SCHOOL, (tx) => findFile(tx, id)))!;
    await bytesSearcher.work({ world: by, establishment: SCHOOL, ids: { sha256, copy } } as never);
    assert.equal((await mails()).length, 1);
    assert.deepEqual(await sent(by, bytes), { problem: "infected" });
  });

  it("refuses to attach what it found a virus in meanwhile", async () => {
    const by = protectedWorld();
    const received = await sent(by, pdf({ comment: `${eicar()} ${randomUUID()}` }));
    assert.ok("upload" in received);
    await runJobs(by);
    const where = { account: her.account, about: "test:1", slot: "cv", at: world.now() };
    const outcome = await withSchool(world.db, SCHOOL, (tx) => attachFile(tx, { upload: received.upload, ...where }));
    assert.deepEqual(outcome, { problem: "infected" });
  });

  it("waits for a service that is away, and comes to what was sent before there was one", async () => {
    const before = await attached(world, pdf({ comment: randomUUID() }));
    assert.equal(await scanOf(before), "none");
    await searchWhatCameBefore(world, SCHOOL);
    await runJobs({ ...world, files: { ...world.files!, scanner: clamdScanner("/nowhere/clamd.ctl") } });
    assert.equal(await scanOf(before), "waiting");
    const later = new Date(world.now().getTime() + 3_600_000);
    await runJobs({ ...protectedWorld(), now: () => later });
    assert.equal(await scanOf(before), "clean");
    const { ok, label } = await scansCheck(
      { db: world.db, now: world.now, files: protectedWorld().files!, whole: false },
      SCHOOL,
    );
    assert.equal(ok, true);
    assert.match(label.fr, /antivirus configuré.*virus\u00a0: 2/);
    assert.equal((await scannerCheck(protectedWorld().files!))!.ok, true);
  });

  it("waits for days, and comes to what an earlier version gave up or lost, each once", async () => {
    const away = { ...world.files!, scanner: clamdScanner("/nowhere/clamd.ctl") };
    const ids = [pdf({ comment: randomUUID() }), pdf({ comment: randomUUID() }), pdf({ comment: randomUUID() })];
    const [waits, givenUp, lost] = await Promise.all(ids.map((bytes) => attached({ ...world, files: away }, bytes)));
    const hours = (count: number) => new Date(world.now().getTime() + count * 3_600_000);
    for (const hour of [0, 1, 47, 49, 200]) await runJobs({ ...world, files: away, now: () => hours(hour) });
    const jobs = () =>
      withSchool(world.db, SCHOOL, (tx) =>
        tx.selectFrom("job").select(["ids", "problem", "failed_at"]).where("name", "=", "searchBytes").execute(),
      );
    assert.deepEqual(
      (await jobs()).map(({ problem, failed_at }) => [problem, failed_at]),
      [1, 2, 3].map(() => ["ENOENT", null]),
    );
    const look = { db: world.db, now: () => hours(200), files: away, whole: false };
    const told = await scansCheck(look, SCHOOL);
    assert.equal(told.ok, false);
    assert.match(told.label.fr, /en attente d’analyse\u00a0: 3, dont le plus ancien reçu le 25 novembre 2026/);
    assert.match(told.label.en, /waiting to be scanned: 3, the oldest received on 25 November 2026/);
    const fault = (await scannerCheck(away))!;
    assert.equal(fault.ok, false);
    assert.match(fault.label.fr, /ne répond pas \(ENOENT\)/);

    const ofFile = async (id: string) => (await withSchool(world.db, SCHOOL, (tx) => findFile(tx, id)))!.sha256;
    const [first, second] = [await ofFile(givenUp!), await ofFile(lost!)];
    await withSchool(world.db, SCHOOL, async (tx) => {
      const of = (sha256: string) => sql<boolean>`ids->>'sha256' = ${sha256}`;
      await tx
        .updateTable("job")
        .set({ failed_at: hours(48) })
        .where(of(first))
        .execute();
      await tx.deleteFrom("job").where(of(second)).execute();
    });
    await mindSearches({ ...protectedWorld(), now: () => hours(201) }, SCHOOL);
    await mindSearches({ ...protectedWorld(), now: () => hours(201) }, SCHOOL);
    assert.equal((await jobs()).length, 3);
    await runJobs({ ...protectedWorld(), now: () => hours(202) });
    for (const id of [waits, givenUp, lost]) assert.equal(await scanOf(id!), "clean");
    assert.deepEqual(await jobs(), []);
  });

  /** What the audit says of one file. */
  const whysOf = async (id: string) => {
    const { tampered } = await verifyAudit(world.db, { establishment: SCHOOL, zone: "Europe/Paris", tables: [] });
    return tampered.filter(({ chain }) => chain.includes(id)).map(({ why }) => why);
  };
  const owner = (text: string) => opened.asOwner((one) => one.run(text));

  it("says of a file that a hand turned from infected to clean that it was tampered with, and hands it out no more", async () => {
    const by = protectedWorld();
    const id = await attached(by, pdf({ comment: `${eicar()} ${randomUUID()}` }));
    await runJobs(by);
    assert.deepEqual(await whysOf(id), []);
    const turn = (scan: string) =>
      owner(`update file_copy set scan = '${scan}' where sha256 = (select sha256 from stored_file where id = '${id}')`);
    for (const scan of ["clean", "none", "waiting"]) {
      await turn(scan);
      assert.deepEqual([await whysOf(id), await scanOf(id)], [["verdict"], "infected"], scan);
    }
    await turn("infected");
    assert.deepEqual(await whysOf(id), []);
    // With the row of the file, which is recorded in the chain of what it is attached to.
    await turn("clean");
    await owner(`update stored_file set verdict = 'clean', verdict_found = null where id = '${id}'`);
    const { tampered } = await verifyAudit(world.db, { establishment: SCHOOL, zone: "Europe/Paris", tables: [] });
    assert.deepEqual(
      tampered.map(({ chain, why }) => [chain, why]),
      [[`account:${her.account}`, "changed"]],
    );
    await turn("infected");
    await owner(`update stored_file set verdict = 'infected', verdict_found = (
      select found from file_copy c where c.sha256 = stored_file.sha256) where id = '${id}'`);
  });

  it("keeps its verdict with the file, be it attached before the search or after", async () => {
    const by = protectedWorld();
    const bytes = pdf({ comment: randomUUID() });
    const before = await attached(by, bytes);
    await runJobs(by);
    const after = await attached(by, bytes);
    for (const id of [before, after]) assert.deepEqual([await scanOf(id), await whysOf(id)], ["clean", []]);
    const unsearched = await attached(world, pdf({ comment: randomUUID() }));
    await owner(
      `update file_copy set scan = 'clean' where sha256 = (select sha256 from stored_file where id = '${unsearched}')`,
    );
    assert.deepEqual(await whysOf(unsearched), ["verdict"]);
    await owner(
      `update file_copy set scan = 'infected' where sha256 = (select sha256 from stored_file where id = '${before}')`,
    );
    assert.deepEqual((await whysOf(before)).concat(await whysOf(after)), ["verdict", "verdict"]);
    await owner(`update file_copy c set scan = coalesce((
      select max(verdict) from stored_file f where f.sha256 = c.sha256), 'none') where scan <> 'waiting'`);
  });
});
