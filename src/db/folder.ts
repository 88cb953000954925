/**
 * One process at a time on an embedded database: two that open the same folder silently lose rows.
 *
 * A kernel lock decides who holds the folder, as the kernel releases it when a process is killed: SQLite's lock on
 * `livret.lock`, the only such lock that Node offers on every system. A socket cannot decide it: between finding a stale
 * socket and replacing it, another process may do the same. The lock's holder listens on `livret.sock` for commands
 * from other processes.
 */
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { join, relative } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ask, answer, type Command, type CommandOutput, greet, type Holder } from "./socket.ts";

export type Serve = (command: Command, output: CommandOutput) => Promise<number>;
export type Held = { readonly release: () => Promise<void> };
/** `pid` is null where the holder did not answer: it is starting, stopping, or another program. */
export type HeldByAnother = { readonly heldBy: Holder };

export async function holdFolder(dir: string, serve: Serve): Promise<Held | HeldByAnother> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const lock = takeLock(dir);
  if (!lock) return { heldBy: (await greet(socketOf(dir))) ?? { pid: null } };
  try {
    const callers = new Set<Socket>();
    const server = await listen(socketOf(dir), serve, callers);
    return { release: () => release(server, callers, lock) };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** Has the folder's holder run a command; returns the exit code, or null if no process holds the folder. */
export async function askHolder(dir: string, command: Command, output: CommandOutput): Promise<number | null> {
  return ask(socketOf(dir), command, output);
}

function takeLock(dir: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(join(dir, "livret.lock"));
  try {
    lock.exec("pragma locking_mode = exclusive; begin exclusive");
    return lock;
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
}

const SQLITE_BUSY = 5;

function listen(path: string, serve: Serve, callers: Set<Socket>): Promise<Server> {
  // We hold the lock, so an existing socket is stale.
  if (process.platform !== "win32") rmSync(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    callers.add(socket);
    socket.once("close", () => callers.delete(socket));
    // The caller hung up before it sent a command.
    answer(socket, serve).catch(() => socket.destroy());
  });
  return new Promise((resolve, reject) => {
    // Also handles errors after the start, such as a failed accept: the caller may connect again.
    server.on("error", reject);
    server.listen(path, () => {
      if (process.platform !== "win32") chmodSync(path, 0o600);
      resolve(server);
    });
  });
}

/** Disconnects the callers, which stops their commands; closing the server removes its socket. */
async function release(server: Server, callers: ReadonlySet<Socket>, lock: DatabaseSync): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  for (const caller of callers) caller.destroy();
  await closed;
  if (lock.isOpen) lock.close();
}

/** The longest socket path, in bytes, that both Linux and macOS accept. */
const MAX_SOCKET = 103;

function socketOf(dir: string): string {
  if (process.platform === "win32")
    return `\\\\.\\pipe\\livret-${createHash("sha256").update(realpathSync(dir)).digest("hex").slice(0, 32)}`;
  const whole = join(dir, "livret.sock");
  const short = relative(process.cwd(), whole);
  const path = short.length < whole.length ? short : whole;
  if (Buffer.byteLength(path) > MAX_SOCKET)
    throw Object.assign(new Error(`The path ${whole} is too long for a socket.`), { code: "ENAMETOOLONG" });
  return path;
}
