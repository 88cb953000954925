/** A release as this proof needs it: its own program, out of the history, with the packages of today linked beside it. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Browser } from "../kill/browser.ts";
import { SESSION_COOKIE } from "../../page/session.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
export const KEPT = fileURLToPath(new URL("./", import.meta.url));

/** What stands beside the rows of a release: whoever was signed in there, and in which school. */
export type Kept = { readonly commit: string; readonly school: string; readonly session: string };

/** The program of a commit, in a folder; `undefined` where the history is not there (a copy without it, a shallow clone). */
export function programOf(commit: string, folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  const packed = spawnSync("git", ["archive", "--format=tar", commit], { cwd: ROOT, maxBuffer: 512 * 1024 * 1024 });
  if (packed.status !== 0) return undefined;
  const unpacked = spawnSync("tar", ["-x", "-C", folder], { input: packed.stdout });
  if (unpacked.status !== 0) return undefined;
  // Its own packages, not a link to them: what looks into files may read nothing outside its folder.
  const linked = spawnSync("cp", ["-al", join(ROOT, "node_modules"), folder]);
  return linked.status === 0 || spawnSync("cp", ["-a", join(ROOT, "node_modules"), folder]).status === 0
    ? folder
    : undefined;
}

type Ran = { readonly code: number | null; readonly text: string };

/** A command of that program's own. */
export async function runOf(program: string, args: readonly string[], env: Record<string, string>): Promise<Ran> {
  const child = spawn(join(program, "bin", "livret"), args, { env: { ...process.env, ...env } });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, text };
}

/** Its service, once it listens. */
export async function serviceOf(program: string, env: Record<string, string>) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", join(program, "bin", "start.js")], {
    env: { ...process.env, PORT: "0", LIVRET_LOG: "off", LIVRET_PROXIES: "1", ...env },
  });
  let text = "";
  const closed = once(child, "close");
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString();
      const [, found] = /Livret {2}(http:\/\/\S+)/.exec(text) ?? [];
      if (found) resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    closed.then(() => reject(new Error(text)), reject);
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await closed;
  };
  return { origin, stop };
}

/** Enters a demonstration as the first of its people; gives the token of the session. */
export async function enterAs(origin: string, school: string): Promise<string> {
  const browser = new Browser({});
  browser.origin = origin;
  const path = `/${school}/demonstration`;
  const shown = await browser.open(path);
  const [, account] =
    /name="account"[^>]*value="([^"]+)"/.exec(shown.text) ??
    /value="([^"]+)"[^>]*name="account"/.exec(shown.text) ??
    [];
  const entered = await browser.send(path, browser.fill(shown, { account: account! }));
  const token = browser.cookie(SESSION_COOKIE);
  if (entered.status !== 303 || token === undefined) throw new Error(`nobody entered: ${entered.status}`);
  return token;
}

export function unpack(name: string, into: string): void {
  mkdirSync(into, { recursive: true });
  const done = spawnSync("tar", ["-xzf", join(KEPT, `${name}.tar.gz`), "-C", into]);
  if (done.status !== 0 || !existsSync(join(into, "receipt.json"))) throw new Error(`${name} is not there whole`);
}
