/**
 * `npm run bench page`: the result page of « Puis-je candidater ? » over HTTP, beside a bare Fastify page that sends the
 * same bytes. Ours checks the cookie, reads the draft under row security, decides and writes the page.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { fileURLToPath } from "node:url";
import { print, race } from "./measure.ts";
import type { Served } from "./page-server.ts";

const CONNECTIONS = 8;
const BARE = "bare Fastify, the same bytes";

export async function benchPage(count: number): Promise<void> {
  const server = fork(fileURLToPath(new URL("page-server.ts", import.meta.url)));
  try {
    const [{ livret, bare, cookie }] = (await once(server, "message")) as [Served];
    const contender = (name: string, url: string) => ({ name, units: count, run: () => load(url, cookie, count) });
    const results = await race([
      contender("Livret, the result page", livret),
      contender("Livret, a page without a question", new URL("/faire-ess/aide", livret).href),
      contender(BARE, bare),
    ]);
    print(`The result page over HTTP, ${CONNECTIONS} connections`, "pages", results);
  } finally {
    server.kill();
  }
}

/** A bounded number of requests over connections that stay open; a page that is refused ends the measure. */
async function load(url: string, cookie: string, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const lane = async (from: number) => {
    for (let at = from; at < count; at += CONNECTIONS) await open(url, agent, cookie);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, from) => lane(from)));
  agent.destroy();
}

function open(url: string, agent: Agent, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().on("end", resolve).on("error", reject);
    });
    request.on("error", reject);
  });
}
