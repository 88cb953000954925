/**
 * The service at a moment of a life, in a process of its own, to be killed while it does what it is sent: it says where it listens, shows
 * the form of what is to be done, does what the calendar has due, or ends, as it is told. What is asked of it is in the file that it is
 * given.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { readConfig, sayConfigProblems } from "../../config/config.ts";
import { start } from "../../house/start.ts";
import { buildServer } from "../../web/server.ts";
import { type Asked, standingAt } from "./moments.ts";

const read = readConfig(process.env);
if (!read.ok) throw new Error(sayConfigProblems(read.problems, "en"));
const { world: started, close } = await start(read.config);
const asked = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as Asked;
const { world, calls, formAt } = await standingAt(started, asked);
const app = await buildServer(world);
const origin = await app.listen({ port: 0, host: "127.0.0.1" });
process.stdout.write(`ready ${origin}\n`);
for await (const word of createInterface({ input: process.stdin })) {
  if (word === "end") break;
  if (word === "show") process.stdout.write(`shown ${JSON.stringify(await formAt(origin))}\n`);
  if (word === "go") {
    await calls?.();
    process.stdout.write("done .\n");
  }
}
await app.close();
await close();
process.exit(0);
