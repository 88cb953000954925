/** When each candidate of a group passes, and for how long, by the référentiel. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { lawOf } from "../../law/load.ts";
import { laws } from "../../test/law-world.ts";
import { lengthsOf, type Passing, passing, togetherOf } from "./passing.ts";

const { diploma } = lawOf(laws, "deis", "2006", "faire-ess")!;
const [defended, collective, read] = diploma.domains.map(({ exam }) => exam);
const at = (time: string) => new Date(`2030-06-11T${time}:00Z`);
const time = (day: Date | undefined) => day?.toISOString().slice(11, 16);
const of = (entry: string, longer = false): Passing => ({ entry, longer });
const planned = (passings: readonly Passing[], exam = defended!, more: Partial<Parameters<typeof passing>[1]> = {}) =>
  passing(passings, { diploma, exam, from: at("09:00"), until: undefined, between: 0, ...more });
const times = (plan: ReturnType<typeof planned>) =>
  [...plan.times].map(([entry, { from, until }]) => `${entry} ${time(from)}–${time(until)}`);

describe("the hours of those who pass before one group (arrêté, art. 12 and annex II)", () => {
  it("are of fifty minutes each, one after the other, and a third longer for whom more time is arranged", () => {
    const plan = planned([of("a"), of("b", true), of("c")]);
    deepEqual(times(plan), ["a 09:00–09:50", "b 09:50–10:57", "c 10:57–11:47"]);
    equal(time(plan.until), "11:47");
    deepEqual(times(planned([of("a"), of("b")], defended, { between: 10 })), ["a 09:00–09:50", "b 10:00–10:50"]);
  });

  it("end with the time for all together, where the exam has one", () => {
    const plan = planned([of("a"), of("b")], collective);
    deepEqual(times(plan), ["a 09:00–09:15", "b 09:15–09:30"]);
    deepEqual([time(plan.together?.from), time(plan.together?.until), time(plan.until)], ["09:30", "09:40", "09:40"]);
    deepEqual(togetherOf(collective!, [...plan.times.values()]), plan.together);
  });

  it("are nobody’s where a work is only read: the group has its own", () => {
    equal(lengthsOf(read!).each, undefined);
    deepEqual(times(planned([of("a")], read, { until: at("12:00") })), []);
    equal(time(planned([of("a")], read, { until: at("12:00") }).until), "12:00");
    equal(planned([of("a")], read).until, undefined);
  });

  it("are too few on ten minutes, or on one less than wanted, and enough on as many", () => {
    const given = (until: string, longer = false) => [
      { ...of("a", longer), own: { from: at("09:00"), until: at(until) } },
    ];
    const short = (until: string, longer = false) => planned(given(until, longer)).short.map(({ minutes }) => minutes);
    deepEqual([short("09:10"), short("09:49"), short("09:50")], [[50], [50], []]);
    deepEqual([short("10:06", true), short("10:07", true)], [[67], []]);
    equal(time(planned([of("a"), of("b")], defended, { until: at("10:39") }).endsAt), "10:40");
    equal(planned([of("a"), of("b")], defended, { until: at("10:40") }).endsAt, undefined);
  });

  it("are nobody’s while somebody else passes, nor before the group begins", () => {
    const own = (from: string) => ({ ...of("b"), own: { from: at(from) } });
    deepEqual(planned([of("a"), own("09:49")]).atOnce, ["b"]);
    deepEqual(planned([of("a"), own("09:50")]).atOnce, []);
    deepEqual(planned([of("a"), own("08:59")]).atOnce, ["b", "a"]);
    deepEqual(times(planned([own("10:00"), of("a")])), ["b 10:00–10:50", "a 10:50–11:40"]);
  });
});
