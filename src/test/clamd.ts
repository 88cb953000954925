/** A real clamd with one signature, made by hand: that of the test file that every antivirus agrees on. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const CLAMD = "/usr/sbin/clamd";
/** Why the tests that need it are skipped; false where it is there. */
export const noClamd: string | false = existsSync(CLAMD) ? false : "The Debian package clamav-daemon is not installed.";

const EICAR = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

/** Harmless, and a virus to every antivirus; in two halves, so that none stops at this file. */
export const eicar = (): string => `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${EICAR}!$H+H*`;

export type Clamd = { readonly address: string; readonly stop: () => Promise<void> };

/** On a socket of this machine, or over the network. */
export async function startClamd({ tcp = false, maxLength = "25M" } = {}): Promise<Clamd> {
  const folder = mkdtempSync(join(tmpdir(), "livret-clamd-"));
  const signatures = join(folder, "signatures");
  mkdirSync(signatures);
  writeFileSync(join(signatures, "eicar.ndb"), `Test.Eicar:0:*:${Buffer.from(EICAR).toString("hex")}\n`);
  const socket = join(folder, "clamd.sock");
  const port = await freePort();
  const where = tcp ? `TCPSocket ${port}\nTCPAddr 127.0.0.1` : `LocalSocket ${socket}`;
  const config = join(folder, "clamd.conf");
  writeFileSync(
    config,
    `DatabaseDirectory ${signatures}\n${where}\nForeground yes\nStreamMaxLength ${maxLength}\nTemporaryDirectory ${folder}\n`,
  );
  const child = spawn(CLAMD, ["--config-file", config], { stdio: ["ignore", "pipe", "pipe"] });
  await listens(child, tcp ? { host: "127.0.0.1", port } : { path: socket });
  return {
    address: tcp ? `tcp://127.0.0.1:${port}` : socket,
    stop: async () => {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listens(child: ChildProcess, where: { path: string } | { host: string; port: number }): Promise<void> {
  let said = "";
  for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  while (child.exitCode === null) {
    const socket = connect(where);
    const [event] = await Promise.race([
      once(socket, "connect").then(() => ["connect"]),
      once(socket, "error").then(() => ["error"]),
    ]).catch(() => ["error"]);
    socket.destroy();
    if (event === "connect") return;
    await wait(50);
  }
  throw new Error(said);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
