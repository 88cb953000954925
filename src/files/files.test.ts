import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { Type } from "typebox";
import { defineAct, done, invalid, perform } from "../act/act.ts";
import { withSchool } from "../db/school.ts";
import { runDue } from "../worker/run-due.ts";
import { runJobs } from "../worker/run-jobs.ts";
import { issue } from "../kit/schema.ts";
import { pdf } from "../test/sent-files.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import type { World } from "../act/world.ts";
import { verifyAudit } from "../audit/verify.ts";
import { enqueue } from "../jobs/queue.ts";
import { attachFile, detachFile, eraseFilesAbout, filesAbout, searchBytes } from "./attach.ts";
import { filesCheck, scansCheck } from "./check.ts";
import { dropUploads } from "./duties.ts";
import { startInspector } from "./inside/inspector.ts";
import { receiveUpload } from "./receive.ts";
import { fileKey } from "./rules/file-key.ts";
import { ORPHAN_LIFE, sweepOrphans } from "./orphans.ts";
import { MOST_BYTES } from "../kit/file-problem.ts";
import { findUpload } from "./store.ts";
import { isThere } from "./views.ts";
import { mindSearches } from "./work.ts";

const SCHOOL = "faire-ess";
const ANNE = randomUUID();
const BASIL = randomUUID();
const ABOUT = "test:1";

const attach = defineAct({
  name: "attachForTest",
  label: { fr: "Joindre", en: "Attach" },
  who: "ask about oneself",
  form: Type.Object({ upload: Type.String(), account: Type.String() }),
  writes: ["stored_file"],
  async perform({ tx, input, at }) {
    const attached = await attachFile(tx, { ...input, about: ABOUT, slot: "cv", at });
    if ("problem" in attached) return invalid([issue("upload", attached.problem, attached.problem)]);
    return done({ file: attached.file }, ABOUT);
  },
});
const detach = defineAct({
  name: "detachForTest",
  label: { fr: "Détacher", en: "Detach" },
  who: "ask about oneself",
  form: Type.Object({ file: Type.String(), about: Type.String(), keep: Type.Boolean() }),
  writes: ["stored_file"],
  async perform({ tx, input, at }) {
    return (await detachFile(tx, { ...input, at })) ? done({}, ABOUT) : invalid([issue("file", "gone", "gone")]);
  },
});

describe("a file that a person sends", () => {
  let world: World;
  let close: () => Promise<void>;
  let count = 0;
  let now = new Date("2026-11-25T09:00:00Z");

  before(async () => ({ world, close } = await testWorldOf({ now: () => now })));
  after(() => close());

  /** A paper like no other, of so many bytes. */
  const paper = (size = 1000) => {
    const around = pdf({ comment: "x" }).length - 1;
    // The offset at the end has more digits as the file grows.
    const filled = (length: number) => pdf({ comment: String(++count).padEnd(length, "x") });
    const first = filled(size - around);
    return first.length === size ? first : filled(2 * size - around - first.length);
  };
  const send = (bytes: Buffer, { account = ANNE, name = "cv.pdf" } = {}) =>
    receiveUpload(world, { establishment: SCHOOL, account, stream: Readable.from([bytes]), name });
  const taken = async (bytes: Buffer, account = ANNE) => {
    const received = await send(bytes, { account });
    assert.ok("upload" in received, JSON.stringify(received));
    return received.upload;
  };
  const doing = (deed: typeof attach | typeof detach, input: object) =>
    perform(world, deed as typeof attach, {
      actor: { kind: "anyone" },
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: input as never,
    });
  const attached = (upload: string, account = ANNE) => doing(attach, { upload, account });
  const files = () => withSchool(world.db, SCHOOL, (tx) => filesAbout(tx, ABOUT));
  const kept = async () => {
    const keys: string[] = [];
    for await (const { key } of world.files!.store.list(`${SCHOOL}/`)) keys.push(key);
    return keys;
  };
  const bytesOf = async (sha256: string) => {
    const key = (await kept()).find((one) => one.includes(sha256));
    const found = key === undefined ? undefined : await world.files!.store.open(key);
    return found && buffer(found.stream);
  };
  const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

  it("is kept under the school's prefix by its hash, then attached by an act, whose record seals it", async () => {
    const bytes = paper();
    const upload = await taken(bytes);
    assert.deepEqual(await bytesOf(hashOf(bytes)), bytes);
    assert.match(
      (await kept())[0]!,
      new RegExp(`^faire-ess/${hashOf(bytes).slice(0, 2)}/${hashOf(bytes)}-[0-9a-f]{8}$`),
    );
    assert.equal((await attached(upload)).kind, "done");
    const [file] = await files();
    assert.equal(file!.id, upload);
    assert.equal(file!.sha256, hashOf(bytes));
    assert.equal(file!.size, 1000);
    assert.equal(file!.type, "pdf");
    const report = await verifyAudit(world.db, {
      establishment: SCHOOL,
      zone: "Europe/Paris",
      tables: ["stored_file"],
    });
    assert.deepEqual(report.tampered, []);
  });

  it("is attached once, and by nobody but its sender", async () => {
    const upload = await taken(paper());
    assert.equal((await attached(upload, BASIL)).kind, "invalid");
    assert.equal((await attached(upload)).kind, "done");
    assert.equal((await attached(upload)).kind, "invalid");
  });

  it("is taken at 20 MB exactly, and one byte more is refused and leaves nothing", async () => {
    const before = (await kept()).length;
    assert.ok("upload" in (await send(paper(MOST_BYTES))));
    assert.deepEqual(await send(paper(MOST_BYTES + 1)), { problem: "too-big" });
    assert.equal((await kept()).length, before + 1);
    assert.deepEqual(readdirSync(world.files!.store.scratch), []);
  });

  it("is refused when empty, or when it is of no type we take, whatever its name", async () => {
    assert.deepEqual(await send(Buffer.alloc(0)), { problem: "empty" });
    assert.deepEqual(await send(Buffer.from("<html>%PDF-1.7"), { name: "cv.pdf" }), { problem: "unknown-type" });
  });

  it("is refused by itself when the store takes nothing, and read to its end; the next is taken", async () => {
    const bytes = paper();
    const shelf = join(world.files!.store.scratch, "..", SCHOOL, hashOf(bytes).slice(0, 2));
    mkdirSync(join(shelf, ".."), { recursive: true });
    writeFileSync(shelf, "");
    const stream = Readable.from([bytes]);
    const received = await receiveUpload(world, { establishment: SCHOOL, account: ANNE, stream, name: "cv.pdf" });
    assert.deepEqual(received, { problem: "store-away", fault: { name: "StoreFault", code: "EEXIST" } });
    assert.ok(stream.readableEnded);
    rmSync(shelf);
    assert.ok("upload" in (await send(bytes)));
    assert.deepEqual(readdirSync(world.files!.store.scratch), []);
    const full: World = { ...world, files: { ...world.files!, store: { ...world.files!.store, scratch: "/nowhere" } } };
    const whole = Readable.from([bytes, bytes]);
    const disk = await receiveUpload(full, { establishment: SCHOOL, account: ANNE, stream: whole, name: "cv.pdf" });
    assert.deepEqual(disk, { problem: "store-away", fault: { name: "StoreFault", code: "ENOENT" } });
    assert.ok(whole.readableEnded);
  });

  it("is refused by itself where nothing looks into files, which is not said to be the store's fault", async () => {
    const inspector = startInspector(world.files!.store.scratch);
    await inspector.close();
    const blind: World = { ...world, files: { ...world.files!, inspector } };
    const stream = Readable.from([paper()]);
    const received = await receiveUpload(blind, { establishment: SCHOOL, account: ANNE, stream, name: "cv.pdf" });
    assert.deepEqual(received, { problem: "store-away", fault: { name: "InspectorFault", code: "closed" } });
    assert.deepEqual(readdirSync(world.files!.store.scratch), []);
  });

  it("leaves nothing when its sender breaks off", async () => {
    async function* broken() {
      yield paper();
      throw new Error("gone");
    }
    const stream = Readable.from(broken());
    await assert.rejects(receiveUpload(world, { establishment: SCHOOL, account: ANNE, stream, name: "a.jpg" }), /gone/);
    assert.deepEqual(readdirSync(world.files!.store.scratch), []);
  });

  it("sent twice is kept once, and its bytes go when the last row that names them goes", async () => {
    const bytes = paper();
    const [first, second] = [await taken(bytes), await taken(bytes, BASIL)];
    assert.equal((await kept()).filter((key) => key.includes(hashOf(bytes))).length, 1);
    await attached(first);
    await attached(second, BASIL);
    await doing(detach, { file: first, about: ABOUT, keep: false });
    await runJobs(world);
    assert.deepEqual(await bytesOf(hashOf(bytes)), bytes);
    await doing(detach, { file: second, about: ABOUT, keep: false });
    await runJobs(world);
    assert.equal(await bytesOf(hashOf(bytes)), undefined);
  });

  it("sent in two schools is kept by each for itself, and what one does with it the other never sees", async () => {
    const bytes = paper();
    const elsewhere = () => {
      const stream = Readable.from([bytes]);
      return receiveUpload(world, { establishment: "elsewhere", account: ANNE, stream, name: "cv.pdf" });
    };
    const here = await taken(bytes);
    await attached(here);
    const there = await elsewhere();
    assert.ok("upload" in there);
    assert.equal((await attached(there.upload)).kind, "invalid");
    await withSchool(world.db, SCHOOL, (tx) =>
      tx.updateTable("file_copy").set({ scan: "infected" }).where("sha256", "=", hashOf(bytes)).execute(),
    );
    assert.ok("upload" in (await elsewhere()));
    await doing(detach, { file: here, about: ABOUT, keep: false });
    await runJobs(world);
    assert.equal(await bytesOf(hashOf(bytes)), undefined);
    const copies = await withSchool(world.db, "elsewhere", (tx) => tx.selectFrom("file_copy").selectAll().execute());
    assert.deepEqual(
      copies.map(({ sha256, scan }) => [sha256, scan]),
      [[hashOf(bytes), "none"]],
    );
    const { sha256, copy } = copies[0]!;
    assert.equal(await world.files!.store.sizeOf(fileKey("elsewhere", { sha256, copy })), bytes.length);
  });

  it("sent again while its bytes are being removed is another copy", async () => {
    const bytes = paper();
    const upload = await taken(bytes);
    await attached(upload);
    await doing(detach, { file: upload, about: ABOUT, keep: false });
    // The job has not run yet.
    await taken(bytes);
    await runJobs(world);
    assert.deepEqual(await bytesOf(hashOf(bytes)), bytes);
  });

  it("whose bytes vanished is there again once it is sent again", async () => {
    const bytes = paper();
    await taken(bytes);
    const key = (await kept()).find((one) => one.includes(hashOf(bytes)))!;
    await world.files!.store.remove(key);
    await taken(bytes);
    assert.deepEqual(await bytesOf(hashOf(bytes)), bytes);
  });

  it("put aside stays, and is no longer among the files of its subject", async () => {
    const bytes = paper();
    const upload = await taken(bytes);
    await attached(upload);
    assert.equal((await doing(detach, { file: upload, about: "test:2", keep: true })).kind, "invalid");
    assert.equal((await doing(detach, { file: upload, about: ABOUT, keep: true })).kind, "done");
    assert.ok(!(await files()).some(({ id }) => id === upload));
    await runJobs(world);
    assert.deepEqual(await bytesOf(hashOf(bytes)), bytes);
    const report = await verifyAudit(world.db, {
      establishment: SCHOOL,
      zone: "Europe/Paris",
      tables: ["stored_file"],
    });
    assert.deepEqual(report.tampered, []);
  });

  it("that nobody attached goes after a day, and not a moment before", async () => {
    const bytes = paper();
    const upload = await taken(bytes);
    const waiting = () =>
      withSchool(world.db, SCHOOL, (tx) => tx.selectFrom("upload").select("id").where("id", "=", upload).execute());
    now = new Date(now.getTime() + 24 * 3_600_000 - 1);
    await runDue(world, SCHOOL, [dropUploads]);
    assert.equal((await waiting()).length, 1);
    now = new Date(now.getTime() + 1);
    await runDue(world, SCHOOL, [dropUploads]);
    assert.equal((await waiting()).length, 0);
    await runJobs(world);
    assert.equal(await bytesOf(hashOf(bytes)), undefined);
  });

  it("that vanished, changed, or that nothing names any more is told by the doctor", async () => {
    const look = (whole = false) => filesCheck({ db: world.db, now: world.now, files: world.files!, whole }, SCHOOL);
    assert.equal((await look()).ok, true);
    const papers = [paper(), paper(), paper()];
    for (const one of papers) await attached(await taken(one));
    const folder = join(world.files!.store.scratch, "..");
    const paths = await Promise.all(
      papers.map(async (one) => join(folder, (await kept()).find((key) => key.includes(hashOf(one)))!)),
    );
    rmSync(paths[0]!);
    writeFileSync(paths[1]!, paper());
    mkdirSync(join(folder, SCHOOL, "00"), { recursive: true });
    const stray = join(folder, SCHOOL, "00", `${"00".repeat(32)}-01234567`);
    writeFileSync(stray, "x");
    const { ok, label } = await look(true);
    assert.equal(ok, false);
    assert.match(label.fr, new RegExp(`Disparus\u00a0: 1 \\(${hashOf(papers[0]!)}`));
    assert.match(label.fr, new RegExp(`Changés\u00a0: 1 \\(${hashOf(papers[1]!)}`));
    // It may still be arriving.
    assert.doesNotMatch(label.fr, /Que rien ne nomme/);
    for (const one of papers) await taken(one);
    rmSync(paths[1]!);
    await taken(papers[1]!);
    now = new Date(Date.now() + 2 * 24 * 3_600_000);
    const after = await look();
    assert.equal(after.ok, null);
    assert.match(after.label.en, /Named by nothing, and removed after a week: 1 \(faire-ess\/00\/0000/);
    const arrived = Date.now() - 1_000;
    utimesSync(stray, new Date(arrived), new Date(arrived));
    const files = (await kept()).length - 1;
    const at = (instant: number) => ({ ...world, now: () => new Date(instant) });
    assert.equal(await sweepOrphans(at(arrived + ORPHAN_LIFE), SCHOOL), 0);
    const later = at(arrived + ORPHAN_LIFE + 1);
    assert.equal(await sweepOrphans(later, SCHOOL), 1);
    await runJobs(later);
    assert.ok(!existsSync(stray));
    // All else is as old, and named.
    assert.equal(await sweepOrphans(at(Date.now() + 2 * ORPHAN_LIFE), SCHOOL), 0);
    assert.equal((await kept()).length, files);
    assert.equal((await look(true)).ok, true);
  });

  it("that waited for an antivirus which is configured no more is marked as searched by nobody, and handed out", async () => {
    const uploads = [await taken(paper()), await taken(paper())];
    const scans = () =>
      withSchool(world.db, SCHOOL, (tx) => tx.selectFrom("file_copy").select("scan").distinct().execute());
    await withSchool(world.db, SCHOOL, async (tx) => {
      const [one] = await tx.updateTable("file_copy").set({ scan: "waiting" }).returning(["sha256", "copy"]).execute();
      await enqueue(tx, searchBytes, one!, now);
    });
    // Whichever comes first, the next start or the work that waited for it.
    await runJobs(world);
    assert.deepEqual(await scans(), [{ scan: "none" }]);
    await withSchool(world.db, SCHOOL, (tx) => tx.updateTable("file_copy").set({ scan: "waiting" }).execute());
    await mindSearches(world, SCHOOL);
    assert.deepEqual(await scans(), [{ scan: "none" }]);
    for (const upload of uploads)
      await withSchool(world.db, SCHOOL, async (tx) => assert.ok(isThere((await findUpload(tx, upload))!)));
  });

  it("is said by the doctor to be searched for viruses by nobody", async () => {
    const { ok, label } = await scansCheck({ db: world.db, now: world.now, files: world.files!, whole: false }, SCHOOL);
    assert.equal(ok, null);
    assert.match(label.fr, /aucun antivirus n’est configuré.*non analysés\u00a0: \d/);
  });

  it("goes with its subject", async () => {
    assert.ok((await kept()).length > 0);
    await withSchool(world.db, SCHOOL, (tx) => eraseFilesAbout(tx, ABOUT, world.now()));
    await runJobs(world);
    const left = await withSchool(world.db, SCHOOL, (tx) => tx.selectFrom("file_copy").select("sha256").execute());
    assert.equal((await kept()).length, left.length);
  });
});
