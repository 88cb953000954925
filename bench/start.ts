/** `npm run bench start`: from `npm start`'s command to a service that listens, with a new database and with an existing one. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startService } from "../src/test/service.ts";
import { median } from "./measure.ts";

export async function benchStart(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "livret-bench-"));
  try {
    const first = await secondsToStart(folder);
    const again: number[] = [];
    for (let round = 0; round < rounds; round++) again.push(await secondsToStart(folder));
    console.log("\nStart, until it listens (it prints its address)");
    console.log(`  first, making the database   ${first.toFixed(2)} s`);
    console.log(`  with an existing database    ${median(again).toFixed(2)} s (median of ${rounds}, goal < 2)`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function secondsToStart(folder: string): Promise<number> {
  const started = performance.now();
  const service = await startService(join(folder, "data"), { LIVRET_LOG: "off", HOST: "127.0.0.1" });
  const seconds = (performance.now() - started) / 1000;
  await service.kill("SIGTERM");
  return seconds;
}
