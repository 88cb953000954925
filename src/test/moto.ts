/** A real S3 server on this machine: Debian’s python3-moto, which needs python3-flask-cors without saying so. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import type { Bucket } from "../files/bucket-store.ts";

const PYTHON = "python3.13";
const found = spawnSync(PYTHON, ["-c", "import moto.server"]).status === 0;
/** Why the tests that need it are skipped; false where it is there. */
export const noMoto: string | false = found
  ? false
  : "The Debian packages python3-moto and python3-flask-cors are not installed.";

export type Moto = { readonly bucket: Bucket; readonly stop: () => Promise<void> };

export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const child = spawn(PYTHON, ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  const bucket = { url: `http://127.0.0.1:${port}/papers`, region: "us-east-1", key: "livret", secret: "s3cret" };
  const client = new AwsClient({
    accessKeyId: bucket.key,
    secretAccessKey: bucket.secret,
    region: bucket.region,
    retries: 0,
    service: "s3",
  });
  while (child.exitCode === null) {
    const made = await client.fetch(bucket.url, { method: "PUT" }).catch(() => undefined);
    if (made?.ok) break;
    await wait(100);
  }
  return {
    bucket,
    stop: async () => {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
