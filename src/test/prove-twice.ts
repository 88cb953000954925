/**
 * `npm run prove:twice`: plays lives on a PostgreSQL server with every act sent three times under one attempt id, twice at once and then
 * once more, as a doubled click and a repeated request do. All three answers must be the same. LIVRET_PROOF=small plays one life to its
 * diploma; the acts that no life does are listed.
 */
import { relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { perform } from "../act/act.ts";
import { ACTS } from "../house/house.ts";
import { livesIn } from "../house/lives/together.ts";
import { ROOT } from "./law-world.ts";
import { startPostgres } from "./postgres.ts";

const SMALL = "/diploma-at-the-first-session.yaml";

const server = await startPostgres();
if (!server) {
  console.log("The Debian package postgresql-17 is not installed.\n\n0 passed, 1 failed");
  process.exit(1);
}
process.env.LIVRET_TEST_DATABASE_URL = server.url;
const { openLives, readLives, treeOf } = await import("./playing.ts");

const done = new Set<string>();
const faults: string[] = [];
const thrice: typeof perform = async (world, act, request) => {
  const once = () => perform(world, act, request);
  const [one, other] = await Promise.allSettled([once(), once()]);
  const [later] = await Promise.allSettled([once()]);
  const [first, ...repeats] = [one, other, later].map((settled) =>
    settled.status === "fulfilled" ? settled.value : { kind: "thrown", fault: String(settled.reason) },
  );
  if (first!.kind === "done") done.add(act.name);
  for (const repeat of repeats)
    if (!isDeepStrictEqual(plain(first), plain(repeat)))
      faults.push(`${act.name}: ${JSON.stringify(plain(first))}, then ${JSON.stringify(plain(repeat))}`.slice(0, 400));
  if (one.status === "rejected") throw one.reason;
  return one.value;
};
/** As a door gives it: sentences are functions. */
const plain = (outcome: unknown): unknown => JSON.parse(JSON.stringify(outcome)) as unknown;

const files = livesIn(ROOT).map((file) => relative(process.cwd(), file));
const { scripts } = readLives(files);
const chosen = process.env.LIVRET_PROOF === "small" ? scripts.filter(({ file }) => file.endsWith(SMALL)) : scripts;
const lives = await openLives(chosen, undefined, { perform: thrice });
let passed = 0;
for (const script of treeOf(chosen)) {
  const before = faults.length;
  const said = await lives.differences(script);
  if (said !== "") faults.push(`${script.life}: ${said}`);
  console.log(`${faults.length === before ? "ok" : "✗ "} ${script.life}`);
  if (faults.length === before) passed++;
}
await lives.close();
await server.stop();

for (const fault of faults) console.log(`✗ ${fault}`);
const never = ACTS.map(({ name }) => name).filter((name) => !done.has(name));
console.log(`\n${done.size} acts of ${ACTS.length} sent thrice; by no life played here: ${never.join(", ")}`);
console.log(`\n${passed} passed, ${chosen.length - passed} failed`);
process.exit(faults.length === 0 ? 0 : 1);
