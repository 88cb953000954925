/** What is backed up is what comes back, on whichever database; `npm run prove:backup` does it while people work, and with kills. */
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { perform } from "../act/act.ts";
import { migrationState, sayMigrationState } from "../db/migrate.ts";
import { withSchool } from "../db/school.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { keepAnswer } from "../inquiry/acts.ts";
import { folderStore } from "../files/folder-store.ts";
import { keepingBytes, removeBytesOf } from "../files/backed-up.ts";
import { fileKey } from "../files/rules/file-key.ts";
import { verifyAudit } from "../audit/verify.ts";
import { testWorldOf } from "../test/server.ts";
import { emptyDatabase, newAttempt } from "../test/world.ts";
import { backup, NotEmpty } from "./backup.ts";
import { faultsIn } from "./read-back.ts";
import { readReceipt, type Receipt, storedFile, tableFile } from "./receipt.ts";
import { isEmpty, restore, unknownMigrations } from "./restore.ts";

const school = "faire-ess";
const { signal } = new AbortController();
const BYTES = Buffer.from("%PDF-1.4\nwhat somebody sent");
const sha256 = createHash("sha256").update(BYTES).digest("hex");
const key = fileKey(school, { sha256, copy: "01234567" });

describe("a backup", () => {
  const root = mkdtempSync(join(tmpdir(), "livret-backup-test-"));
  const folder = join(root, "backup");
  let t: Awaited<ReturnType<typeof testWorldOf>>;
  let receipt: Receipt;

  const keep = (world = t.world) =>
    perform(world, keepAnswer, {
      actor: { kind: "anyone" },
      establishment: school,
      attempt: newAttempt(),
      input: {
        language: "fr",
        decisions: { eligibility: { id: "a\\b\tc\nd", on: "2026-11-25", titles: [], experience: [] } },
      },
    });
  const backedUp = (to: string) =>
    backup({
      opened: t.opened,
      store: t.world.files!.store,
      lawFolder: join(import.meta.dirname, "../.."),
      program: "test",
      folder: to,
      signal,
    });
  const faults = async (of = folder) => {
    const found = [];
    for await (const one of faultsIn(of, receipt, { signal })) found.push(one);
    return found;
  };

  before(async () => {
    t = await testWorldOf();
    const { store } = t.world.files!;
    const path = join(store.scratch, "arriving");
    writeFileSync(path, BYTES);
    await store.put(key, { path, size: BYTES.length, sha256 });
    await t.opened.asOwner((owner) =>
      owner.query(
        `insert into file_copy (establishment_id, sha256, copy, size, type, scan, kept_at) values ($1, $2, '01234567', $3, 'pdf', 'none', now())`,
        [school, sha256, BYTES.length],
      ),
    );
    equal((await keep()).kind, "done");
    receipt = await backedUp(folder);
  });
  after(async () => {
    await t.close();
    rmSync(root, { recursive: true, force: true });
  });

  it("names what it holds, and is whole", async () => {
    deepEqual(readReceipt(folder), receipt);
    equal(receipt.verdict, "sound");
    equal(receipt.files.count, 1);
    equal(receipt.tables.find(({ table }) => table === "kept_answer")?.rows, 1);
    ok(receipt.law.some(({ path }) => path.endsWith(".yaml")));
    deepEqual(await faults(), []);
  });

  it("is not laid over another", async () => {
    await rejects(backedUp(folder), NotEmpty);
  });

  it("comes back elsewhere as it was, and goes on from there", async () => {
    const opened = await emptyDatabase();
    const store = folderStore(join(root, "files"));
    try {
      ok(await isEmpty(opened));
      await restore({ opened, store, folder, receipt, over: false, signal });
      deepEqual(await migrationState(opened), { state: "current" });
      ok(!(await isEmpty(opened)));
      equal(await store.sizeOf(key), BYTES.length);
      const given = { establishment: school, zone: "Europe/Paris", tables: PROVEN_TABLES };
      const { records, tampered } = await verifyAudit(opened.db, given);
      equal(records, 1);
      // The file was laid there by hand.
      deepEqual(tampered, []);
      const next = await keep({ ...t.world, db: opened.db });
      const numbers = await withSchool(opened.db, school, (tx) =>
        tx.selectFrom("kept_answer").select("number").execute(),
      );
      equal(next.kind, "done");
      equal(new Set(numbers.map(({ number }) => number)).size, 2);
    } finally {
      await opened.close();
    }
  });

  it("that is not brought back to its end says so, and can be begun again", async () => {
    const opened = await emptyDatabase();
    const store = folderStore(join(root, "files-again"));
    try {
      const stopped = new AbortController();
      const onProgress = (step: string) => step === "rows" && stopped.abort();
      await rejects(restore({ opened, store, folder, receipt, over: false, signal: stopped.signal, onProgress }));
      const state = await migrationState(opened);
      equal(state.state, "restoring");
      match(sayMigrationState(state).en, /not restored to its end/);
      ok(await isEmpty(opened));
      await restore({ opened, store, folder, receipt, over: false, signal });
      deepEqual(await migrationState(opened), { state: "current" });
    } finally {
      await opened.close();
    }
  });

  it("keeps the bytes that its rows name until it is done", async () => {
    const { store } = t.world.files!;
    await keepingBytes(t.opened, async () => {
      equal((await removeBytesOf(t.world, school, key)).kind, "later");
      equal(await store.sizeOf(key), BYTES.length);
    });
    equal((await removeBytesOf(t.world, school, key)).kind, "done");
    equal(await store.sizeOf(key), undefined);
  });

  it("whose files the store has lost is incomplete, and says which", async () => {
    const { verdict, lost } = await backedUp(join(root, "incomplete"));
    deepEqual([verdict, lost], ["incomplete", [key]]);
  });

  it("of a newer program is known by its migrations", () => {
    const migrations = [...receipt.migrations, { name: "209901010000_record_later", hash: "00", at: receipt.at }];
    deepEqual(unknownMigrations(receipt), []);
    deepEqual(unknownMigrations({ ...receipt, migrations }), ["209901010000_record_later"]);
  });

  it("that is damaged is told, part by part", async () => {
    const path = storedFile(folder, key);
    const bytes = readFileSync(path);
    bytes[3]! ^= 1;
    writeFileSync(path, bytes);
    truncateSync(tableFile(folder, "kept_answer"), 40);
    rmSync(tableFile(folder, "audit_record"));
    deepEqual(await faults(), [
      { path: "database/audit_record.copy.gz", why: "missing" },
      { path: "database/kept_answer.copy.gz", why: "cut" },
      { path: `files/${key}`, why: "changed" },
    ]);
  });
});
