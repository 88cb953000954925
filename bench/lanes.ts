/** Pages of ours and of a careful peer, asked over HTTP several at a time, in interleaved rounds: how many a second, and how long each takes. */
import { Agent, request } from "node:http";
import { median, processorTime } from "./measure.ts";

export const CONNECTIONS = 8;
export const ROUNDS = 5;
/** What a form of ours proves itself with. */
export const TOKEN = "x".repeat(32);

/** `session`: whose, if not that of all. */
type Asked = { readonly url: string; readonly body?: string; readonly session?: string };
export type Beside<Served> = {
  readonly name: string;
  readonly goal: number;
  readonly livret: (served: Served, at: number) => Asked;
  readonly careful: (served: Served, at: number) => Asked;
};

/** `cost`: microseconds of processor a page, which neighbours disturb less; 0 where nothing is known. */
type Measure = { readonly rate: number; readonly cost: number; readonly times: readonly number[] };

/** Prints how both do, and gives the milliseconds that all but the slowest twentieth of ours take. */
export async function compare<Served extends { readonly token: string }>(
  path: Beside<Served>,
  served: Served,
  count: number,
): Promise<number> {
  const each = Math.max(CONNECTIONS, count);
  const rounds: Record<"livret" | "careful", Measure[]> = { livret: [], careful: [] };
  let at = 0;
  for (let round = 0; round <= ROUNDS; round++)
    for (const whose of ["livret", "careful"] as const) {
      const asked = Array.from({ length: each }, (_, one) => path[whose](served, at + one));
      const measure = await inLanes(asked, served.token);
      // The first warms both up.
      if (round > 0) rounds[whose].push(measure);
      if (whose === "careful") at += each;
    }
  const [ours, peer] = [inAll(rounds.livret), inAll(rounds.careful)];
  const said = ({ rate, times }: Measure) =>
    `${rate.toFixed(rate < 100 ? 1 : 0).padStart(7)} a second, p50 ${part(times, 0.5).toFixed(1)} ms, p95 ${part(times, 0.95).toFixed(1)} ms`;
  console.log(`  ${path.name.padEnd(30)} ${said(ours)}`);
  const spent = peer.cost > 0 && ours.cost > 0 ? `, ${(peer.cost / ours.cost).toFixed(2)} in processor time` : "";
  console.log(
    `  ${"  careful".padEnd(30)} ${said(peer)}  ours is ${(ours.rate / peer.rate).toFixed(2)} × it${spent} (goal ≥ ${path.goal})`,
  );
  return part(ours.times, 0.95);
}

function inAll(rounds: readonly Measure[]): Measure {
  return {
    rate: median(rounds.map(({ rate }) => rate)),
    cost: median(rounds.map(({ cost }) => cost)),
    times: rounds.flatMap(({ times }) => times).sort((a, b) => a - b),
  };
}

function part(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

async function inLanes(asked: readonly Asked[], session: string): Promise<Measure> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  const started = performance.now();
  const before = processorTime("children");
  const lane = async (from: number) => {
    for (let at = from; at < asked.length; at += CONNECTIONS) {
      const begun = performance.now();
      await send(asked[at]!, session, agent);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, from) => lane(from)));
  agent.destroy();
  const cost = (processorTime("children") - before) / asked.length;
  return { rate: (asked.length * 1000) / (performance.now() - started), cost, times };
}

function send({ url, body, session: own }: Asked, session: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie: `livret_session=${own ?? session}; livret_form=${TOKEN}`,
      ...(body !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
    };
    const method = body === undefined ? "GET" : "POST";
    const sent = request(url, { method, agent, headers }, (response) => {
      const expected = body === undefined ? 200 : 303;
      if (response.statusCode !== expected) reject(new Error(`${method} ${url} answered ${response.statusCode}`));
      response.resume().on("end", resolve).on("error", reject);
    });
    sent.on("error", reject).end(body);
  });
}
