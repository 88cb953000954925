/** Every life that stands beside its diploma, played on a database of its own and named by what it says. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { basename, relative } from "node:path";
import { describe, it } from "node:test";
import { livesIn } from "../house/lives/together.ts";
import { loadLaws } from "../law/load.ts";
import { INVENTED } from "./invented.ts";
import { ROOT } from "./law-world.ts";
import { lifeDifferences, readLives } from "./playing.ts";
import { LAWS } from "./server.ts";

const written = [
  { whose: "a life", laws: LAWS, folder: ROOT, least: 3 },
  { whose: "a life of an invented diploma, which is a file", laws: loadLaws(INVENTED), folder: INVENTED, least: 1 },
];

for (const { whose, laws, folder, least } of written) {
  const files = livesIn(folder).map((file) => relative(process.cwd(), file));
  const { scripts, problems } = readLives(files, laws);
  describe(whose, () => {
    it("is written as one, in a file of its name", () => {
      deepEqual(problems, []);
      ok(scripts.length >= least);
      for (const { life, file } of scripts) equal(basename(file), `${life}.yaml`);
    });

    for (const script of scripts)
      it(`${script.says.en} (${script.life})`, async () => {
        equal(await lifeDifferences(script, laws), "");
      });
  });
}
