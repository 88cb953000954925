/** Every life that stands beside its diploma, played on a database of its own and named by what it says. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { describe, it } from "node:test";
import { lifeDifferences } from "./playing.ts";
import { ROOT } from "./law-world.ts";
import { readLives } from "./playing.ts";

const DIPLOMAS = join(ROOT, "diplomas");
const folders = readdirSync(DIPLOMAS).map((diploma) => join(DIPLOMAS, diploma, "lives"));
const files = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .map((file) => relative(process.cwd(), file));
const { scripts, problems } = readLives(files);

describe("a life", () => {
  it("is written as one, in a file of its name", () => {
    deepEqual(problems, []);
    ok(scripts.length >= 2);
    for (const { life, file } of scripts) equal(basename(file), `${life}.yaml`);
  });

  for (const script of scripts)
    it(`${script.says.en} (${script.life})`, async () => {
      equal(await lifeDifferences(script), "");
    });
});
