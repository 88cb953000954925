import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { directedEntries } from "./directors.ts";

const entry = { findings: [], id: "e", enrolment: "ada", number: "", account: "a", name: "Ada", exams: ["DF1"] };
const [first, second] = ["guest:denis", "guest:odile"] as const;
const named = (director: string, at: string) => ({
  enrolment: "ada",
  exam: "DF1",
  director,
  name: director.slice(6),
  at: new Date(at),
});
const person = { id: "p", name: "Odile", actors: [second], address: null, college: null, seat: null, side: null };
const persons = [{ ...person, employer: "", version: 1 }];
const group = { id: "g", exam: "DF1", name: "A", room: null, heldOn: "2029-06-11" };
const hours = { from: new Date("2029-06-11T07:00:00Z"), until: new Date("2029-06-11T09:00:00Z") };
const groups = [{ ...group, ...hours }];
const sittings = [{ id: "s", group: "g", entry: "e", directorThere: null, ...hours }];
const directs = (
  given: Parameters<typeof directedEntries>[1],
  heard: Partial<Parameters<typeof directedEntries>[2]> = {},
) => {
  const { entries, directors } = directedEntries([entry], given, { groups, sittings, persons: [], ...heard });
  return [entries[0]!.director, directors.map(({ name }) => name)];
};

describe("the director of a work that is defended", () => {
  it("is whoever was named last before the defence ended", () => {
    const replaced = [named(first, "2029-06-02T08:00:00Z"), named(second, "2029-06-11T09:00:00Z")];
    deepEqual(directs(replaced), [second, ["odile"]]);
    const later = [named(first, "2029-06-02T08:00:00Z"), named(second, "2029-06-11T09:00:01Z")];
    deepEqual(directs(later), [first, ["denis"]]);
  });

  it("is whoever is named last while no defence is arranged", () => {
    const replaced = [named(first, "2029-06-02T08:00:00Z"), named(second, "2029-07-11T09:00:00Z")];
    deepEqual(directs(replaced, { groups: [], sittings: [] }), [second, ["odile"]]);
  });

  it("is whoever was named first afterwards where nobody was before, and nobody where nobody was", () => {
    const late = [named(first, "2029-06-12T08:00:00Z"), named(second, "2029-06-13T08:00:00Z")];
    deepEqual(directs(late), [first, ["denis"]]);
    deepEqual(directs([]), [null, []]);
  });

  it("is the one of the register where they stand there", () => {
    deepEqual(directs([named(second, "2029-06-02T08:00:00Z")], { persons }), ["p", []]);
  });
});
