import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { askHolder, type Held, type HeldByAnother, holdFolder, type Serve } from "./folder.ts";

const SCRIPT = fileURLToPath(new URL("../test/hold-folder.ts", import.meta.url));
const folders: string[] = [];
const children: ChildProcess[] = [];
const holds: Held[] = [];

function newFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "livret-hold-"));
  folders.push(dir);
  return dir;
}

/** Whatever failed, nothing stays open. */
after(async () => {
  await Promise.all(holds.map(({ release }) => release()));
  for (const child of children) child.kill("SIGKILL");
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

async function tryHold(dir: string, serve: Serve): Promise<Held | HeldByAnother> {
  const held = await holdFolder(dir, serve);
  if ("release" in held) holds.push(held);
  return held;
}

async function hold(dir: string, serve: Serve): Promise<Held> {
  const held = await tryHold(dir, serve);
  assert.ok("release" in held);
  return held;
}

type Contender = { readonly child: ChildProcess; readonly lines: AsyncIterator<string> };

async function contender(dir: string): Promise<Contender> {
  const child = spawn(process.execPath, [SCRIPT, dir], { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  assert.equal((await lines.next()).value, "ready");
  return { child, lines };
}

async function go({ child, lines }: Contender): Promise<string> {
  child.stdin!.write("go\n");
  return (await lines.next()).value as string;
}

async function kill({ child }: Contender): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

function listener() {
  const said = { out: "", err: "" };
  const output = {
    out: async (text: string) => void (said.out += text),
    err: async (text: string) => void (said.err += text),
    signal: new AbortController().signal,
  };
  return { said, output };
}

const silent: Serve = async () => 0;

describe("the hold on a data folder", () => {
  it("is one process's at a time, which the second is told by its number", async () => {
    const dir = newFolder();
    const first = await hold(dir, silent);
    assert.deepEqual(await tryHold(dir, silent), { heldBy: { pid: process.pid } });
    await first.release();
    const next = await hold(dir, silent);
    await next.release();
  });

  it("ends without a fault while a caller has not yet said what it wants", async () => {
    const dir = newFolder();
    const held = await hold(dir, silent);
    const caller = connect(join(dir, "livret.sock"));
    await once(caller, "connect");
    // Let in before this one, who is answered.
    assert.equal(await askHolder(dir, { argv: [], lang: "fr" }, listener().output), 0);
    await held.release();
    await once(caller.resume(), "close");
  });

  it("is lost by a killed process, and won by one alone of eight that come at once", async () => {
    const dir = newFolder();
    for (let round = 0; round < 3; round++) {
      const dead = await contender(dir);
      assert.equal(await go(dead), "won");
      await kill(dead);
      assert.ok(existsSync(join(dir, "livret.sock")), "a killed process leaves its socket behind");
      const eight = await Promise.all(Array.from({ length: 8 }, () => contender(dir)));
      const said = await Promise.all(eight.map(go));
      assert.equal(said.filter((line) => line === "won").length, 1, said.join(", "));
      await Promise.all(eight.map(kill));
    }
  });

  it("leaves no socket when it is released, and keeps it from other users while held", async () => {
    const dir = newFolder();
    const held = await hold(dir, silent);
    assert.equal(statSync(join(dir, "livret.sock")).mode & 0o777, 0o600);
    await held.release();
    assert.equal(existsSync(join(dir, "livret.sock")), false);
  });

  it("says so where the holder does not answer", async () => {
    const dir = newFolder();
    const held = await hold(dir, silent);
    rmSync(join(dir, "livret.sock"));
    assert.deepEqual(await tryHold(dir, silent), { heldBy: { pid: null } });
    await held.release();
  });
});

describe("a command brought to the holder", () => {
  it("is run there, and its output and exit code come back", async () => {
    const dir = newFolder();
    const holder = await contender(dir);
    assert.equal(await go(holder), "won");
    const { said, output } = listener();
    assert.equal(await askHolder(dir, { argv: ["audit", "verify"], lang: "fr" }, output), 7);
    assert.deepEqual(said, { out: "audit verify fr\n", err: "é\n" });
    await kill(holder);
  });

  it("is for the caller to run where nobody holds the folder, even if a dead one's socket is there", async () => {
    const dir = newFolder();
    assert.equal(await askHolder(dir, { argv: [], lang: "fr" }, listener().output), null);
    const dead = await contender(dir);
    await go(dead);
    await kill(dead);
    assert.equal(await askHolder(dir, { argv: [], lang: "fr" }, listener().output), null);
  });

  it("fails with 1 when the holder dies in the middle", async () => {
    const dir = newFolder();
    const server = createServer((socket) => socket.once("data", () => socket.destroy())).listen(
      join(dir, "livret.sock"),
    );
    await once(server, "listening");
    assert.equal(await askHolder(dir, { argv: [], lang: "fr" }, listener().output), 1);
    server.close();
  });

  it("is stopped when whoever asked hangs up", { timeout: 10_000 }, async () => {
    const dir = newFolder();
    const caller = new AbortController();
    const stopped = Promise.withResolvers<void>();
    const held = await hold(dir, async (_command, { signal }) => {
      signal.addEventListener("abort", () => stopped.resolve());
      caller.abort();
      await stopped.promise;
      return 0;
    });
    const { output } = listener();
    assert.equal(await askHolder(dir, { argv: [], lang: "fr" }, { ...output, signal: caller.signal }), 130);
    await stopped.promise;
    await held.release();
  });

  it("turns a fault of the command into its exit code 1", async () => {
    const dir = newFolder();
    const held = await hold(dir, () => Promise.reject(new Error("broken")));
    const { said, output } = listener();
    assert.equal(await askHolder(dir, { argv: [], lang: "en" }, output), 1);
    assert.equal(said.err, "Error: broken\n");
    await held.release();
  });
});
