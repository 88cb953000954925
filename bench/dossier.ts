/**
 * `npm run bench dossier`: opening a dossier, saving a section, handing in and taking back over HTTP, with session, permission, row security and audit
 * record, beside a bare Fastify server that does the same by raw SQL. Eight connections, each its own candidate.
 */
import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import type { Lane, ServedDossiers } from "./dossier-server.ts";
import { print, race } from "./measure.ts";

const SCHOOL = "faire-ess";
const OPEN = "raw SQL over bare Fastify, the same page";
const SAVE = "raw SQL over bare Fastify, the same rows";
const CONNECTIONS = 8;

export async function benchDossier(count: number, dossiers: number): Promise<void> {
  const server = fork(
    fileURLToPath(new URL("dossier-server.ts", import.meta.url)),
    [dossiers, dossiers < 100 ? CONNECTIONS : 3 * CONNECTIONS].map(String),
  );
  try {
    const ended = once(server, "exit").then(() =>
      Promise.reject(new Error("The server of the bench ended before it served")),
    );
    const [served] = (await Promise.race([once(server, "message"), ended])) as [ServedDossiers | { missing: string }];
    // From here on its end is ours to ask for.
    ended.catch(() => {});
    if ("missing" in served) return console.log(`\nDossiers: not measured, ${served.missing} is not installed`);
    const { livret, bare, lanes, ready } = served;
    const where = `${dossiers} dossiers on PostgreSQL 17 without fsync, ${CONNECTIONS} connections`;
    const opening = (name: string, path: (lane: Lane) => string) => ({
      name,
      units: count,
      works: "children" as const,
      run: () => inLanes(lanes, count, (lane, agent) => send("GET", path(lane), lane, agent, 200)),
    });
    const page = (lane: Lane) => `${livret}/${SCHOOL}/deis/dossier/${lane.dossier}`;
    print(
      `Open a dossier, ${where}`,
      "pages",
      await race([opening("Livret, the list of tasks", page), opening(OPEN, ({ dossier }) => `${bare}/${dossier}`)], 5),
      { [OPEN]: "≥ 0.6" },
    );
    const versions = new Map<string, number>(await Promise.all(lanes.map((lane) => firstVersion(page(lane), lane))));
    const save = (name: string, path: (lane: Lane) => string) => ({
      name,
      units: count,
      works: "children" as const,
      run: () =>
        inLanes(lanes, count, (lane, agent) => {
          const version = versions.get(lane.dossier)!;
          if (path(lane).startsWith(livret)) versions.set(lane.dossier, version + 1);
          return send("POST", path(lane), lane, agent, 303, form(version));
        }),
    });
    print(
      `Save a section, ${where}`,
      "saves",
      await race(
        [
          save("Livret, saveSection", (lane) => `${page(lane)}/partie/contact`),
          save(SAVE, ({ dossier }) => `${bare}/${dossier}`),
        ],
        5,
      ),
      { [SAVE]: "≥ 0.6" },
    );
    const handing = Math.max(CONNECTIONS, Math.round(count / 8));
    const shown = new Map(await Promise.all(ready.livret.map((lane) => shownThere(page(lane), lane))));
    const handIn = (
      name: string,
      own: readonly Lane[],
      paths: (lane: Lane) => readonly [into: string, back: string],
    ) => ({
      name,
      units: handing,
      works: "children" as const,
      run: () =>
        inLanes(own, handing, async (lane, agent) => {
          const [into, back] = paths(lane);
          await send("POST", into, lane, agent, 303, fields({ shown: shown.get(lane.dossier) ?? "", agreed: "yes" }));
          await send("POST", back, lane, agent, 303, fields({}));
        }),
    });
    print(
      `Hand a whole dossier in again and take it back, ${where}`,
      "times",
      await race(
        [
          handIn("Livret, submitDossier and takeBackDossier", ready.livret, (lane) => [
            `${page(lane)}/deposer`,
            `${page(lane)}/reprendre`,
          ]),
          handIn(SAVE, ready.bare, ({ dossier }) => [`${bare}/${dossier}/in`, `${bare}/${dossier}/back`]),
        ],
        5,
      ),
      { [SAVE]: "≥ 0.5" },
    );
  } finally {
    server.disconnect();
  }
}

async function firstVersion(page: string, lane: Lane): Promise<[string, number]> {
  const agent = new Agent();
  const text = await send("GET", `${page}/partie/contact`, lane, agent, 200);
  agent.destroy();
  return [lane.dossier, Number(/name="_version" value="(\d+)"/.exec(text)?.[1] ?? 0)];
}

/** The hash of what the page of the declaration shows, which handing in gives back. */
async function shownThere(page: string, lane: Lane): Promise<[string, string]> {
  const agent = new Agent();
  const text = await send("GET", `${page}/deposer`, lane, agent, 200);
  agent.destroy();
  return [lane.dossier, /name="shown" value="([^"]+)"/.exec(text)![1]!];
}

const TOKEN = "x".repeat(32);

function fields(given: Readonly<Record<string, string>>): string {
  return new URLSearchParams({ _csrf: TOKEN, _attempt: randomUUID(), ...given }).toString();
}

function form(version: number): string {
  return fields({
    _version: String(version),
    phone: "06 39 98 00 00",
    street: "1 rue des Lilas",
    streetMore: "",
    postcode: "34000",
    city: "Montpellier",
    country: "FR",
  });
}

/** As many lanes as connections, or a multiple: each connection has lanes of its own. */
async function inLanes(
  lanes: readonly Lane[],
  count: number,
  one: (lane: Lane, agent: Agent) => Promise<unknown>,
): Promise<void> {
  // No two connections act for the same person at once.
  const width = Math.min(CONNECTIONS, lanes.length);
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  await Promise.all(
    Array.from({ length: width }, async (_, from) => {
      for (let at = from; at < count; at += width) await one(lanes[at % lanes.length]!, agent);
    }),
  );
  agent.destroy();
}

function send(
  method: "GET" | "POST",
  url: string,
  { token }: Lane,
  agent: Agent,
  expected: number,
  body?: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie: `livret_session=${token}; livret_form=${TOKEN}`,
      ...(body !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
    };
    const sent = request(url, { method, agent, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () =>
        response.statusCode === expected
          ? resolve(text)
          : reject(new Error(`${method} ${new URL(url).pathname} answered ${response.statusCode}`)),
      );
    });
    sent.on("error", reject).end(body);
  });
}
