/**
 * A process of its own that does one thing of a life, to be killed while it does: it says when it is ready, begins when it is told
 * to, and says when it is done. What is asked of it is in the file that it is given.
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readConfig, sayConfigProblems } from "../../config/config.ts";
import { start } from "../../house/start.ts";
import { type Asked, deedOf } from "./moments.ts";

const read = readConfig(process.env);
if (!read.ok) throw new Error(sayConfigProblems(read.problems, "en"));
const { world, close } = await start(read.config);
const deed = await deedOf(world, JSON.parse(readFileSync(process.argv[2]!, "utf8")) as Asked);
process.stdout.write("ready\n");
await once(process.stdin, "data");
await deed();
process.stdout.write("done\n");
await close();
process.exit(0);
