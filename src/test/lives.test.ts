/** Every life that stands beside its diploma, played once from where the one before it ended, and named by what it says. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { basename, relative } from "node:path";
import { after, before, describe, it } from "node:test";
import { livesIn } from "../house/lives/together.ts";
import { loadLaws } from "../law/load.ts";
import { BARE, INVENTED } from "./invented.ts";
import { ROOT } from "./law-world.ts";
import { type Lives, openLives, readLives, treeOf } from "./playing.ts";
import { LAWS } from "./server.ts";

const written = [
  { whose: "a life", laws: LAWS, folder: ROOT, least: 3 },
  { whose: "a life of an invented diploma, which is a file", laws: loadLaws(INVENTED), folder: INVENTED, least: 1 },
  { whose: "a life of a diploma that has the least", laws: loadLaws(BARE), folder: BARE, least: 1 },
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

    let lives: Lives;
    before(async () => {
      lives = await openLives(scripts, laws);
    });
    after(() => lives.close());
    for (const script of treeOf(scripts))
      it(`${script.says.en} (${script.life})`, async () => {
        equal(await lives.differences(script), "");
      });
    if (folder === ROOT)
      it("does to nobody what an act of theirs would have prevented, without a line that stood the day before", () => {
        // Such faults are among the differences of a life; here, that there was something to look at.
        ok(lives.foretold() > 0);
      });
  });
}
