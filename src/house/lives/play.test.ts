/** The player itself, on lives that are written for it. */
import { deepEqual, equal } from "node:assert/strict";
import { join } from "node:path";
import { it } from "node:test";
import { ROOT } from "../../test/law-world.ts";
import { lifeDifferences, readLives } from "../../test/playing.ts";

const read = (name: string) => readLives([join(ROOT, "src/test/fixtures/lives", name)]);

it("lets in guests as any guest, and the calendar, the payment provider and anyone for what each may do", async () => {
  const { scripts, problems } = read("others.yaml");
  deepEqual(problems, []);
  equal(await lifeDifferences(scripts[0]!), "");
});
