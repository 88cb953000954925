import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import type { Bucket } from "./bucket-store.ts";
import type { Told } from "../test/put-files.ts";
import { type Moto, noMoto, startMoto } from "../test/moto.ts";
import { bucketStore } from "./bucket-store.ts";
import { type FileStore, ofStore } from "./file-store.ts";
import { folderStore } from "./folder-store.ts";
import { fileKey } from "./rules/file-key.ts";

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
let count = 0;
/** Puts bytes as an arrival does; the key is theirs. */
async function put(store: FileStore, bytes: Buffer, school = "faire-ess", sha256 = hashOf(bytes)) {
  const path = join(store.scratch, `arriving-${++count}`);
  writeFileSync(path, bytes);
  const key = fileKey(school, { sha256: hashOf(bytes), copy: "01234567" });
  await store.put(key, { path, size: bytes.length, sha256 });
  return key;
}
const read = async (store: FileStore, key: string) => {
  const found = await store.open(key);
  return found && { size: found.size, bytes: await buffer(found.stream) };
};
const listed = async (store: FileStore, prefix: string) => {
  const all: string[] = [];
  for await (const { key, size, at } of store.list(prefix)) {
    assert.ok(size > 0 && at.getTime() > Date.parse("2020-01-01"));
    all.push(key);
  }
  return all;
};

/** What every store does. */
function behaves(storeOf: () => FileStore): void {
  it("gives back what it was given, and leaves nothing among the arrivals", async () => {
    const store = storeOf();
    for (const size of [1, 65_536, 3_000_000]) {
      const bytes = randomBytes(size);
      const key = await put(store, bytes);
      assert.deepEqual(await read(store, key), { size, bytes });
      assert.equal(await store.sizeOf(key), size);
    }
    assert.deepEqual(readdirSync(store.scratch), []);
  });

  it("has nothing under a key that was never given, or was removed, as often as one likes", async () => {
    const store = storeOf();
    const key = await put(store, randomBytes(100));
    await store.remove(key);
    await store.remove(key);
    assert.equal(await store.open(key), undefined);
    assert.equal(await store.sizeOf(key), undefined);
  });

  it("takes the same again", async () => {
    const store = storeOf();
    const bytes = randomBytes(100);
    await put(store, bytes);
    assert.deepEqual((await read(store, await put(store, bytes)))!.bytes, bytes);
  });

  it("lists one school's files, or one shelf of them, and nobody else's", async () => {
    const store = storeOf();
    const mine = [await put(store, randomBytes(10), "list-a"), await put(store, randomBytes(10), "list-a")].sort();
    await put(store, randomBytes(10), "list-ab");
    assert.deepEqual(await listed(store, "list-a/"), mine);
    assert.deepEqual(
      await listed(store, mine[0]!.slice(0, "list-a/xx".length)),
      mine.filter((key) => key.startsWith(mine[0]!.slice(0, 9))),
    );
    assert.deepEqual(await listed(store, "nobody/"), []);
  });
}

describe("files in a folder", () => {
  let folder: string;
  let store: FileStore;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "livret-folder-"));
    store = folderStore(folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  behaves(() => store);

  it("are read by nobody else on the machine", async () => {
    const key = await put(store, randomBytes(10));
    for (const path of ["", "faire-ess", ".arriving"].map((one) => join(folder, one)))
      assert.equal(statSync(path).mode & 0o077, 0, path);
    assert.ok(key);
  });

  it("that were arriving when a process died are gone a day later, and those of the living are not", () => {
    const [old, young] = ["old", "young"].map((name) => join(store.scratch, name));
    for (const path of [old!, young!]) writeFileSync(path, "x");
    const before = new Date(Date.now() - 25 * 3_600_000);
    utimesSync(old!, before, before);
    folderStore(folder);
    assert.deepEqual(readdirSync(store.scratch), ["young"]);
    rmSync(young!);
  });

  it("are whole or not there, whenever the process is killed", async () => {
    const own = mkdtempSync(join(tmpdir(), "livret-killed-"));
    mkdirSync(join(own, ".arriving"), { recursive: true });
    let whole = 0;
    for (let round = 0; round < 20; round++) {
      const child: ChildProcess = fork(join(import.meta.dirname, "../audit", "..", "test", "put-files.ts"), [own], {
        execArgv: ["--disable-warning=ExperimentalWarning"],
      });
      // It tells of each file that it put; killed after a few, it is in the midst of the next.
      for (let told: Told = 0; told <= round % 4; told++) await once(child, "message");
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    const survivor = folderStore(own);
    for await (const { key } of survivor.list("faire-ess/")) {
      const bytes = readFileSync(join(own, key));
      assert.ok(key.includes(hashOf(bytes)), key);
      whole++;
    }
    assert.ok(whole >= 50, String(whole));
    rmSync(own, { recursive: true });
  });
});

describe("files in an S3 bucket", { skip: noMoto }, () => {
  let moto: Moto;
  let scratch: string;
  let store: FileStore;
  before(async () => {
    moto = await startMoto();
    scratch = mkdtempSync(join(tmpdir(), "livret-bucket-"));
    store = bucketStore(moto.bucket, scratch);
  });
  after(async () => {
    await moto.stop();
    rmSync(scratch, { recursive: true });
  });

  behaves(() => store);

  it("are never written over: other bytes under the same key change nothing", async () => {
    const bytes = randomBytes(100);
    const key = await put(store, bytes);
    const path = join(store.scratch, "other");
    writeFileSync(path, "other");
    await store.put(key, { path, size: 5, sha256: hashOf(Buffer.from("other")) });
    assert.deepEqual((await read(store, key))!.bytes, bytes);
  });

  it("are listed page after page", async () => {
    for (let at = 0; at < 12; at++) await put(store, randomBytes(10), "many");
    const paged = bucketStore(moto.bucket, scratch, { page: 5 });
    assert.equal((await listed(paged, "many/")).length, 12);
  });
});

describe("an S3 server that misbehaves", () => {
  let scratch: string;
  let reaction: (request: IncomingMessage, response: ServerResponse) => void;
  let store: FileStore;
  const server = createServer((request, response) => reaction(request, response));
  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), "livret-bad-"));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const bucket: Bucket = { url: `http://127.0.0.1:${port}/papers`, region: "r", key: "livret", secret: "s3cret" };
    store = bucketStore(bucket, scratch, { patience: 900 });
  });
  after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(scratch, { recursive: true });
  });

  it("is told apart from a file that is not there, and its own words with their keys are not repeated", async () => {
    reaction = (request, response) => {
      request.resume();
      response.writeHead(503).end("<Error><Code>SlowDown</Code><Message>key faire-ess/ab</Message></Error>");
    };
    const questions = [
      () => store.open("a/b"),
      () => store.sizeOf("a/b"),
      () => store.remove("a/b"),
      () => put(store, randomBytes(10)),
    ];
    for (const ask of questions) await assert.rejects(ask(), { name: "BucketError", message: /503/ });
    await assert.rejects(store.open("a/b"), { message: "the S3 server answered 503 SlowDown" });
    await assert.rejects(ofStore(store.open("a/b")), { code: "S3 503 SlowDown" });
  });

  it("that hangs up in the midst of a file that is sent leaves the arrival for whoever cleans up", async () => {
    reaction = (request) => void request.once("data", () => request.socket.destroy());
    await assert.rejects(put(store, randomBytes(5_000_000)));
    assert.equal(readdirSync(scratch).length > 0, true);
  });

  it("that hangs up in the midst of a file that is read gives an error and no short file", async () => {
    reaction = (_request, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("half", () => response.destroy());
    };
    const found = await store.open("a/b");
    await assert.rejects(buffer(found!.stream));
  });

  it("that never answers is not waited for", async () => {
    reaction = (request) => void request.resume();
    await assert.rejects(put(store, randomBytes(10)), { name: "TimeoutError" });
    await assert.rejects(store.sizeOf("a/b"), { name: "TimeoutError" });
    await assert.rejects(ofStore(store.sizeOf("a/b")), { name: "StoreFault", code: "TimeoutError" });
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const { port } = gone.address() as { port: number };
    await new Promise((resolve) => gone.close(resolve));
    const url = `http://127.0.0.1:${port}/papers`;
    const dead = bucketStore({ url, region: "r", key: "k", secret: "s" }, scratch);
    await assert.rejects(ofStore(dead.sizeOf("a/b")), { name: "StoreFault", code: "ECONNREFUSED" });
  });
});
