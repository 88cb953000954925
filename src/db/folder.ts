/**
 * One process at a time on an embedded database. Two that open the same folder lose rows without a word.
 *
 * Who holds the folder is settled by the kernel, which lets go of a killed process's lock by itself: SQLite's lock on
 * `livret.lock`, the one such lock that Node offers on every system. A socket cannot settle it: between finding a dead
 * one and putting one's own in its place, another process may have done the same. Whoever holds the lock listens on
 * `livret.sock`, where commands are brought to it.
 */
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { join, relative } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ask, answer, type Command, type CommandOutput, greet, type Holder } from "./socket.ts";

export type Serve = (command: Command, output: CommandOutput) => Promise<number>;
export type Held = { readonly release: () => Promise<void> };
/** `pid` is null where the holder did not answer: it is starting, stopping, or another program's. */
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

/** Has the process that holds the folder run a command; its exit code, or null where nobody holds the folder. */
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
  // Ours is the lock: a socket that is still there was left by a process that died.
  if (process.platform !== "win32") rmSync(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    callers.add(socket);
    socket.once("close", () => callers.delete(socket));
    // A caller that is gone before it has said what it wants.
    answer(socket, serve).catch(() => socket.destroy());
  });
  return new Promise((resolve, reject) => {
    // Heard after the start as well: a caller that could not be let in may call again.
    server.on("error", reject);
    server.listen(path, () => {
      if (process.platform !== "win32") chmodSync(path, 0o600);
      resolve(server);
    });
  });
}

/** Callers are hung up on, which stops their commands; closing the server removes its socket. */
async function release(server: Server, callers: ReadonlySet<Socket>, lock: DatabaseSync): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  for (const caller of callers) caller.destroy();
  await closed;
  if (lock.isOpen) lock.close();
}

/** The longest name of a socket that Linux and macOS both take. */
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
