import { deepEqual, equal, rejects } from "node:assert/strict";
import { describe, it } from "node:test";
import { newLine } from "./line.ts";

describe("a line before something costly", () => {
  it("lets so many in, keeps so many waiting in order, and turns the next away", async () => {
    const line = newLine({ places: 2, waiting: 2 });
    const begun: number[] = [];
    const ends = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
    const all = ends.map(
      ({ promise }, at) =>
        line.enter(async () => {
          begun.push(at);
          await promise;
          return at;
        })!,
    );
    equal(
      line.enter(async () => 4),
      undefined,
    );
    ends[1]!.resolve();
    equal(await all[1], 1);
    ends[2]!.resolve();
    equal(await all[2], 2);
    deepEqual(begun, [0, 1, 2, 3]);
    ends[0]!.resolve();
    ends[3]!.resolve();
    deepEqual(await Promise.all(all), [0, 1, 2, 3]);
  });

  it("goes on after what fails", async () => {
    const line = newLine({ places: 1, waiting: 1 });
    const failed = line.enter(async () => {
      throw new Error("no");
    });
    const next = line.enter(async () => "yes");
    await rejects(failed!, /no/);
    equal(await next, "yes");
    equal(await line.enter(async () => "again"), "again");
  });
});
