/** `npm run bench [name]`: measures beside their peers, in one run; `BENCH_SCALE=0.01` runs them small, to see that they still run. */
import { benchEligibility } from "./eligibility.ts";

const scale = Number(process.env.BENCH_SCALE ?? 1);
const scaled = (count: number) => Math.max(20, Math.round(count * scale));

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  eligibility: () => benchEligibility(scaled(100_000)),
};

const [only] = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES)) if (only === undefined || only === name) await bench();
