/**
 * Files in an S3 bucket. Each upload carries its hash, and the server refuses other bytes, so a transfer that was cut or altered stores
 * nothing; no key is ever overwritten (`If-None-Match`).
 */
import { mkdirSync, openAsBlob } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { DOMParser } from "@xmldom/xmldom";
import { AwsClient } from "aws4fetch";
import type { FileStore, Listed } from "./file-store.ts";
import { clearScratch } from "./scratch.ts";

export type Bucket = { readonly url: string; readonly region: string; readonly key: string; readonly secret: string };

/** An answer must begin within this time: a person is waiting for the page. */
const PATIENCE = 10_000;
/** Bytes in transit extend it at this pace: 20 MB take twenty seconds. */
const BYTES_PER_MS = 1_000;
/** After a timeout, the patience is short for this long: the next requests must not each wait as long again. */
const WARY = 30_000;
const SHORT = 1_000;

/** Keys per page of a listing. */
const PAGE = 1_000;

export function bucketStore(
  { url, region, key, secret }: Bucket,
  scratch: string,
  { patience = PATIENCE, page = PAGE } = {},
): FileStore {
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  clearScratch(scratch);
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, region, service: "s3", retries: 0 });
  let waryUntil = 0;
  async function ask(method: string, path: string, given: { headers?: Record<string, string>; body?: Blob } = {}) {
    const { headers = {}, body } = given;
    const signed = await client.sign(`${url}${path}`, {
      method,
      headers: { "x-amz-content-sha256": EMPTY_HASH, ...headers },
    });
    const late = new AbortController();
    const wary = performance.now() < waryUntil;
    const timer = setTimeout(
      () => {
        waryUntil = performance.now() + WARY;
        late.abort(new DOMException("the S3 server does not answer", "TimeoutError"));
      },
      Math.min(patience, wary ? SHORT : patience) + (body?.size ?? 0) / BYTES_PER_MS,
    );
    try {
      return await fetch(signed.url, { method, headers: signed.headers, signal: late.signal, ...(body && { body }) });
    } finally {
      // The body is then read at its reader's pace.
      clearTimeout(timer);
    }
  }
  return {
    scratch,
    async put(name, { path, sha256 }) {
      const headers = { "x-amz-content-sha256": sha256, "if-none-match": "*" };
      // Streamed from the disk, with a known length.
      const answer = await ask("PUT", `/${name}`, { headers, body: await openAsBlob(path) });
      // 412: an earlier attempt stored it, and its answer was lost.
      if (answer.status !== 412) await expectSuccess(answer);
      else await answer.body?.cancel();
      await rm(path, { force: true });
    },
    async open(name) {
      const answer = await ask("GET", `/${name}`);
      if (answer.status === 404) {
        await answer.body?.cancel();
        return undefined;
      }
      await expectSuccess(answer, { drop: false });
      const size = Number(answer.headers.get("content-length"));
      return { stream: Readable.fromWeb(answer.body as ReadableStream), size };
    },
    async sizeOf(name) {
      const answer = await ask("HEAD", `/${name}`);
      if (answer.status === 404) return undefined;
      await expectSuccess(answer);
      return Number(answer.headers.get("content-length"));
    },
    async remove(name) {
      const answer = await ask("DELETE", `/${name}`);
      if (answer.status !== 404) await expectSuccess(answer);
    },
    list: (prefix) =>
      listed(prefix, page, async (query) => {
        const answer = await ask("GET", `?${query}`);
        await expectSuccess(answer, { drop: false });
        return answer.text();
      }),
  };
}

const EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** The server's error code, never its message, which may quote a key. */
class BucketError extends Error {
  readonly code: string;
  constructor(status: number, code: string) {
    super(`the S3 server answered ${status} ${code}`);
    this.name = "BucketError";
    this.code = `S3 ${status} ${code}`.trim();
  }
}

async function expectSuccess(answer: Response, { drop = true } = {}): Promise<void> {
  if (answer.ok) {
    if (drop) await answer.body?.cancel();
    return;
  }
  const [, code = ""] = /<Code>(\w{1,60})<\/Code>/.exec(await answer.text()) ?? [];
  throw new BucketError(answer.status, code);
}

async function* listed(prefix: string, most: number, ask: (query: string) => Promise<string>): AsyncGenerator<Listed> {
  for (let token: string | undefined; ; ) {
    const query = new URLSearchParams({
      "list-type": "2",
      "max-keys": String(most),
      prefix,
      ...(token !== undefined && { "continuation-token": token }),
    });
    const page = new DOMParser().parseFromString(await ask(query.toString()), "text/xml");
    const text = (parent: ReturnType<typeof page.getElementsByTagName>[number] | typeof page, name: string) =>
      parent.getElementsByTagName(name)[0]?.textContent ?? "";
    for (const entry of Array.from(page.getElementsByTagName("Contents")))
      yield { key: text(entry, "Key"), size: Number(text(entry, "Size")), at: new Date(text(entry, "LastModified")) };
    if (text(page, "IsTruncated") !== "true") return;
    token = text(page, "NextContinuationToken");
  }
}
