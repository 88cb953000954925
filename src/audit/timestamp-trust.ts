/**
 * Whether a trusted authority signed a token, by `openssl ts -verify` where it is installed. The certificate chain is judged as of the
 * token's time, so that a token outlives its certificate.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Label } from "../kit/lang.ts";

export type Trust =
  | { readonly kind: "trusted" }
  /** `openssl` rejects it, with the reason. */
  | { readonly kind: "untrusted"; readonly why: string }
  /** Cannot be judged: no `openssl`, or no certificate to trust. */
  | { readonly kind: "unknown"; readonly why: Label };

type Asked = {
  readonly token: Uint8Array;
  readonly hash: Uint8Array;
  readonly at: Date;
  readonly ca: string | undefined;
};

export async function trustOf({ token, hash, at, ca }: Asked, openssl = "openssl"): Promise<Trust> {
  if (ca === undefined) return { kind: "unknown", why: NO_CA };
  const folder = await mkdtemp(join(tmpdir(), "livret-timestamp-"));
  try {
    const file = join(folder, "token.der");
    await writeFile(file, token);
    const moment = String(Math.floor(at.getTime() / 1000));
    const args = ["-digest", Buffer.from(hash).toString("hex"), "-in", file, "-token_in", "-CAfile", ca];
    const result = await run(openssl, ["ts", "-verify", ...args, "-attime", moment]);
    if (result === undefined) return { kind: "unknown", why: NO_OPENSSL };
    return result.code === 0 ? { kind: "trusted" } : { kind: "untrusted", why: reasonIn(result.said) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const NO_CA: Label = { fr: "LIVRET_TSA_CA n’est pas donné", en: "LIVRET_TSA_CA is not given" };
const NO_OPENSSL: Label = { fr: "openssl n’est pas installé", en: "openssl is not installed" };
const PATIENCE_MS = 10_000;

/** `undefined` where the program is not installed. */
function run(command: string, args: readonly string[]): Promise<{ code: number | null; said: string } | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], timeout: PATIENCE_MS });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("error", () => resolve(undefined));
    child.once("close", (code) => resolve({ code, said }));
  });
}

/** The reason in openssl's report: `…:ts_verify_cert:certificate verify error:../crypto/ts/…:Verify error:<reason>`. */
function reasonIn(said: string): string {
  const [, detail] = /Verify error:([^\n]+)/.exec(said) ?? [];
  const [, error] = /error:[0-9A-F]+:[^:]*:[^:]*:([^:\n]+)/.exec(said) ?? [];
  return (detail ?? error ?? said.trim().split("\n").at(-1) ?? "").trim().slice(0, 200);
}
