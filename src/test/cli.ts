/**
 * Runs the real command line as a person would, with bytes in and bytes out: read in this process, as starting one costs more than
 * most commands, and a few times in one of its own.
 */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { main } from "../cli/main.ts";

const LIVRET = fileURLToPath(new URL("../cli/livret.ts", import.meta.url));

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export function startLivret(args: readonly string[], env: Record<string, string> = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", LIVRET, ...args], {
    env: { ...process.env, ...env },
  });
}

/** As an account of the system that is not let in everywhere, whoever runs the tests: root keeps its name and loses its powers. */
export function livretWithoutPrivilege(args: readonly string[], env: Record<string, string>): Promise<Ran> {
  const own = [process.execPath, "--disable-warning=ExperimentalWarning", LIVRET, ...args];
  const [command, ...rest] = process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-all", ...own] : own;
  return ranOf(spawn(command!, rest, { env: { ...process.env, ...env } }), "");
}

export async function livret(
  args: readonly string[],
  input: Buffer | string = "",
  env: Record<string, string> = {},
): Promise<Ran> {
  const [out, err] = [gathering(), gathering()];
  const code = await main([...args], {
    stdin: Readable.from(input.length > 0 ? [Buffer.from(input)] : [], { objectMode: false }),
    stdout: out.stream,
    stderr: err.stream,
    env: { ...process.env, ...env },
    onInterrupt: () => {},
  });
  return { code, stdout: out.text(), stderr: err.text() };
}

/** The same in a process of its own. */
export function livretProcess(
  args: readonly string[],
  input: Buffer | string = "",
  env: Record<string, string> = {},
): Promise<Ran> {
  return ranOf(startLivret(args, env), input);
}

function gathering(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const write: Writable["_write"] = (chunk: Buffer, _encoding, next) => {
    // A copy: once it is told that the bytes are written, a command may write others into the same place.
    chunks.push(Buffer.from(chunk));
    next();
  };
  return { stream: new Writable({ write }), text: () => Buffer.concat(chunks).toString() };
}

async function ranOf(child: ChildProcessWithoutNullStreams, input: Buffer | string): Promise<Ran> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  // A command that refuses its input closes it early: that is its right.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
}

export function answersOf(stdout: string): Record<string, unknown>[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
