/**
 * `npm run prove:cluster -- [--kills N]`: two processes that serve and one that works, on three PostgreSQL under Patroni behind HAProxy;
 * people act from everywhere while the leader is killed. Nothing acknowledged is lost or done twice, the same attempt gives the same answer
 * at either process, whoever cannot be served is told 503 with `Retry-After`, and writes are back in time. LIVRET_PROOF=small: one kill.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "../../db/open.ts";
import { withSchool } from "../../db/school.ts";
import { livretProcess } from "../cli.ts";
import { sleep } from "../kill/scenario.ts";
import { beginProof } from "../proof.ts";
import { LAWS } from "../server.ts";
import { type Service, startService, stopServices } from "../service.ts";
import { missingPackages, startCluster } from "./cluster.ts";

const { values } = parseArgs({ options: { kills: { type: "string" } } });
const KILLS = Number(values.kills ?? (process.env.LIVRET_PROOF === "small" ? 1 : 2));
const SCHOOL = LAWS.establishments[0]!.data.establishment;
const PEOPLE = 8;
/** Acts between two kills, so that each comes in the middle of work. */
const ENOUGH = 60;
const BACK_MS = 25_000;
const PATIENCE_MS = 120_000;
/** One act in so many is sent again once it is answered. */
const AGAIN = 5;

type Done = { readonly attempt: string; readonly number: string; readonly code: string };
const seen = {
  acts: [] as { readonly at: number }[],
  done: [] as Done[],
  unserved: 0,
  again: 0,
  faults: [] as string[],
};
const isOver = new AbortController();

/** Each call from an address of its own. */
async function post(origin: string, attempt: string, input: object) {
  const answer = await fetch(`${origin}/api/${SCHOOL}/acts/keepAnswer`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "idempotency-key": attempt,
      "x-forwarded-for": `10.${[...randomBytes(3)].join(".")}`,
    },
    body: JSON.stringify(input),
  });
  return {
    status: answer.status,
    wait: answer.headers.get("retry-after"),
    value: (await answer.json()) as Record<string, string>,
  };
}

/** Sends one attempt, to whichever process, until it is answered: how people and browsers do it. */
async function sent(
  web: readonly Service[],
  attempt: string,
  input: object,
): Promise<Record<string, string> | undefined> {
  for (let [time, ends] = [0, Date.now() + PATIENCE_MS]; Date.now() < ends; time++) {
    const { origin } = web[(time + attempt.charCodeAt(0)) % web.length]!;
    const { status, wait, value } = await post(origin, attempt, input);
    if (status === 200) return value;
    if (status !== 503) {
      seen.faults.push(`an act answers ${status}: ${JSON.stringify(value).slice(0, 200)}`);
      return undefined;
    }
    seen.unserved++;
    if (!(Number(wait) > 0)) seen.faults.push("503 without Retry-After");
    await sleep(200);
  }
  seen.faults.push("an act is never answered");
  return undefined;
}

async function person(web: readonly Service[]): Promise<void> {
  while (!isOver.signal.aborted && seen.faults.length < 20) {
    const [attempt, id] = [randomUUID(), randomUUID()];
    const question = { id, on: "2026-11-25", titles: [], experience: [] };
    const input = { language: "fr", decisions: { eligibility: question } };
    try {
      const kept = await sent(web, attempt, input);
      if (!kept) continue;
      seen.acts.push({ at: performance.now() });
      seen.done.push({ attempt, number: kept.number!, code: kept.code! });
      if (seen.done.length % AGAIN !== 0) continue;
      const same = await sent(web, attempt, input);
      seen.again++;
      if (same && (same.number !== kept.number || same.code !== kept.code))
        seen.faults.push(`the attempt of ${kept.number} gives ${same.number} when it is sent again`);
    } catch (fault) {
      // The processes that serve stay up: a connection to them never breaks.
      seen.faults.push(`no answer: ${(fault as Error).message}`);
    }
    await sleep(20);
  }
}

/** What a page answers meanwhile: what it shows, or that it cannot just now. */
async function reader(web: readonly Service[]): Promise<void> {
  while (!isOver.signal.aborted) {
    const answer = await fetch(`${web[0]!.origin}/${SCHOOL}/compte`, { redirect: "manual" }).catch(() => undefined);
    await answer?.body?.cancel();
    if (!answer || (answer.status >= 500 && !(answer.status === 503 && answer.headers.has("retry-after"))))
      seen.faults.push(`a page answers ${answer?.status}`);
    await sleep(250);
  }
}

async function more(count: number): Promise<boolean> {
  const enough = seen.acts.length + count;
  for (const ends = Date.now() + PATIENCE_MS; seen.acts.length < enough; await sleep(20))
    if (Date.now() > ends || seen.faults.length >= 20) return false;
  return true;
}

async function prove(root: string): Promise<void> {
  const cluster = await startCluster();
  const env = {
    LIVRET_LOG: "off",
    LIVRET_LANG: "en",
    LIVRET_PROXIES: "1",
    LIVRET_FILES: join(root, "files"),
    DATABASE_URL: cluster.url,
  };
  const data = (name: string) => join(root, name);
  try {
    const web = [await startService(data("web-1"), { ...env, LIVRET_WORK: "off" })];
    web.push(await startService(data("web-2"), { ...env, LIVRET_WORK: "off" }));
    const worker = await startService(data("worker"), { ...env, LIVRET_WORK: "only" });
    const all = [...Array.from({ length: PEOPLE }, () => person(web)), reader(web)];
    for (let kill = 1; kill <= KILLS; kill++) {
      if (!(await more(ENOUGH))) seen.faults.push("nothing more is done");
      const [killedAt, before] = [performance.now(), seen.acts.length];
      const leader = await cluster.killLeader();
      // What was on its way when it died may still be answered.
      await sleep(1_000);
      const dead = performance.now();
      for (const ends = Date.now() + PATIENCE_MS; !seen.acts.some(({ at }) => at > dead) && Date.now() < ends; )
        await sleep(50);
      const back = seen.acts.find(({ at }) => at > dead)?.at ?? Number.POSITIVE_INFINITY;
      const seconds = ((back - killedAt) / 1_000).toFixed(1);
      proof.sees(
        `kill ${kill}, of ${leader} after ${before} acts: writes are back after ${seconds} s`,
        back - killedAt <= BACK_MS ? [] : [`more than ${BACK_MS / 1_000} s`],
      );
      if (!(await more(ENOUGH))) seen.faults.push("nothing more is done after the kill");
      if (kill < KILLS) await cluster.revive();
    }
    isOver.abort();
    await Promise.all(all);
    for (const one of [...web, worker]) await one.kill("SIGTERM");
    proof.sees(
      `${seen.acts.length} acts acknowledged; ${seen.unserved} told 503 with Retry-After, and sent again; ${seen.again} sent again though answered`,
      [...new Set(seen.faults)],
    );
    proof.sees("none lost, none done twice", await counted(cluster.url));
    for (const command of [["audit", "verify"], ["doctor"]]) {
      const ran = await livretProcess(command, "", { ...env, LIVRET_DATA: data("web-1") });
      proof.sees(
        `livret ${command.join(" ")}`,
        ran.code === 0 ? [] : `${ran.stdout}${ran.stderr}`.split("\n").filter((line) => /^✗|rror/.test(line)),
      );
    }
  } finally {
    isOver.abort();
    stopServices();
    await cluster.stop();
  }
}

/** Every answer that was kept, by its number: each that was acknowledged, once, and no other. */
async function counted(url: string): Promise<string[]> {
  const opened = await openDatabase({ folder: "", databaseUrl: url, ownerUrl: url, makes: false });
  const rows = await withSchool(opened.db, SCHOOL, (tx) => tx.selectFrom("kept_answer").select("number").execute());
  await opened.close();
  const there = new Set(rows.map(({ number }) => number));
  const told = seen.done.map(({ number }) => number);
  return [
    ...told.filter((number) => !there.has(number)).map((number) => `the answer ${number} was acknowledged and is lost`),
    ...(new Set(told).size === told.length ? [] : ["one number was given to two acts"]),
    ...(rows.length === told.length ? [] : [`${told.length} acts were acknowledged and ${rows.length} are there`]),
  ];
}

const missing = missingPackages();
if (missing.length > 0) {
  console.log(`No cluster can be made here, since these Debian packages are missing: ${missing.join(", ")}.`);
  // Said plainly, and a failure where all of them are to be had.
  console.log(`\n0 passed, ${process.env.CI === "true" ? 1 : 0} failed`);
  process.exit(process.env.CI === "true" ? 1 : 0);
}
const proof = beginProof();
const root = mkdtempSync(join(tmpdir(), "livret-proof-"));
await prove(root).catch((fault: Error) => proof.sees("it comes to its end", [fault.stack ?? fault.message]));
rmSync(root, { recursive: true, force: true });
process.exitCode = proof.ends();
