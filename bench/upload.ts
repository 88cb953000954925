/**
 * `npm run bench upload`: a PDF of 292 kB sent over HTTP, looked into, stored and attached, beside a bare Fastify server that
 * streams the same bytes to the same disk and writes the same rows, and looks at nothing. Eight connections.
 */
import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { pdf } from "../src/test/sent-files.ts";
import { print, race } from "./measure.ts";
import type { ServedUploads, UploadLane } from "./upload-server.ts";

const RAW = "raw: streamed, hashed, synced, the same rows";
const SIZE = 292_000;
const TOKEN = "x".repeat(32);

export async function benchUpload(count: number): Promise<void> {
  const server = fork(fileURLToPath(new URL("upload-server.ts", import.meta.url)));
  try {
    const [served] = (await once(server, "message")) as [ServedUploads | { missing: string }];
    if ("missing" in served) return console.log(`\nUploads: not measured, ${served.missing} is not installed`);
    const { livret, bare, lanes } = served;
    const sending = (name: string, url: string) => ({
      name,
      units: count,
      works: "children" as const,
      run: () => inLanes(lanes, count, url),
    });
    print(
      `Send a PDF of 292 kB, PostgreSQL 17 without fsync, ${lanes.length} connections`,
      "files",
      await race([sending("Livret, looked into and attached", `${livret}/faire-ess/essai`), sending(RAW, bare)], 5),
      { [RAW]: "≥ 0.5" },
    );
  } finally {
    server.disconnect();
  }
}

async function inLanes(lanes: readonly UploadLane[], count: number, url: string): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes.length });
  await Promise.all(
    lanes.map(async (lane, from) => {
      for (let at = from; at < count; at += lanes.length) await send(url, lane, agent);
    }),
  );
  agent.destroy();
}

/** No two alike: what is sent twice is kept once. */
const filling = "x".repeat(SIZE);

function send(url: string, { token }: UploadLane, agent: Agent): Promise<void> {
  const field = (name: string, more = "") => `--b\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(
      `${field("_csrf")}${TOKEN}\r\n${field("file", '; filename="cv.pdf"\r\ncontent-type: application/pdf')}`,
    ),
    pdf({ comment: `${randomUUID()}${filling}` }),
    Buffer.from("\r\n--b--\r\n"),
  ]);
  return new Promise((resolve, reject) => {
    const headers = {
      cookie: `livret_session=${token}; livret_form=${TOKEN}`,
      "content-type": "multipart/form-data; boundary=b",
      "content-length": body.length,
    };
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      response
        .resume()
        .on("end", () =>
          response.statusCode === 303 ? resolve() : reject(new Error(`${url} answered ${response.statusCode}`)),
        );
    });
    sent.on("error", reject).end(body);
  });
}
