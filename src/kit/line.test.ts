import { deepEqual, equal, rejects } from "node:assert/strict";
import { describe, it } from "node:test";
import { newLine } from "./line.ts";

describe("a line before something costly", () => {
  it("lets so many in, keeps so many waiting in order, and turns the next away", async () => {
    const line = newLine({ places: 2, waiting: 2 });
    const begun: number[] = [];
    const ends = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
    const all = ends.map(({ promise }, at) =>
      line.enter(async () => {
        begun.push(at);
        await promise;
        return at;
      }),
    );
    equal(await line.enter(async () => 4), undefined);
    ends[1]!.resolve();
    equal(await all[1], 1);
    ends[2]!.resolve();
    equal(await all[2], 2);
    deepEqual(begun, [0, 1, 2, 3]);
    ends[0]!.resolve();
    ends[3]!.resolve();
    deepEqual(await Promise.all(all), [0, 1, 2, 3]);
  });

  it("is never filled by one place for the others: they take its room, and are served in turn with it", async () => {
    const line = newLine({ places: 1, waiting: 4 });
    const served: string[] = [];
    const first = Promise.withResolvers<void>();
    const enter = (place: string, name: string) =>
      line.enter(async () => {
        served.push(name);
        return name;
      }, place);
    const begun = line.enter(() => first.promise, "school");
    const crowd = [1, 2, 3, 4].map((at) => enter("school", `school ${at}`));
    equal(await enter("school", "school 5"), undefined, "a place that is alone fills the line and no more");
    const home = [1, 2].map((at) => enter("home", `home ${at}`));
    equal(await enter("home", "home 3"), undefined, "as many of it would wait as of the school");
    const train = enter("train", "train 1");
    first.resolve();
    await begun;
    deepEqual(await Promise.all(crowd), ["school 1", undefined, undefined, undefined]);
    deepEqual(await Promise.all(home), ["home 1", "home 2"]);
    equal(await train, "train 1");
    deepEqual(served, ["school 1", "home 1", "train 1", "home 2"]);
  });

  it("goes on after what fails", async () => {
    const line = newLine({ places: 1, waiting: 1 });
    const failed = line.enter(async () => {
      throw new Error("no");
    });
    const next = line.enter(async () => "yes");
    await rejects(failed, /no/);
    equal(await next, "yes");
    equal(await line.enter(async () => "again"), "again");
  });
});
