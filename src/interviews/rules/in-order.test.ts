/** Who is served first by the plan of a day. */
import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { planInterviews } from "../../decisions/interview-plan/plan.ts";
import type { DaySettings, Stretch } from "./day.ts";
import { byTurn, plannedInOrder, type Turn } from "./in-order.ts";

const settings: DaySettings = {
  opens: "09:00",
  closes: "10:00",
  breaks: [],
  analysis: 0,
  interview: 30,
  step: 15,
  maxWait: 0,
  pairs: [{ key: "A", members: ["account:ana"] }],
  rooms: [{ room: "office", for: "interview", seats: 1 }],
  texts: [],
};
type Person = Partial<Turn> & { readonly dossier: string; readonly extra?: number; readonly away?: readonly Stretch[] };

async function served(people: readonly Person[]) {
  const turns = people.map((one) => ({
    admissible: false,
    dueOn: null,
    submittedAt: null,
    extra: 0,
    away: [],
    ...one,
  }));
  const candidates = turns.toSorted(byTurn).map((one) => ({ ...one, taken: one.dossier, not: [] }));
  const seat = (room: string, number: number) => `seat:${room}:${number}`;
  const { placed, unplaced } = await plannedInOrder("day", { settings, candidates, busy: () => [], seat }, (day) =>
    planInterviews(day),
  );
  const names = (all: readonly { readonly candidate: string }[]) => all.map(({ candidate }) => candidate).toSorted();
  return { placed: names(placed), unplaced: names(unplaced) };
}

describe("the plan of a day of interviews", () => {
  it("serves the admissible before those who are not decided, whatever their names", async () => {
    deepEqual(
      await served([
        { dossier: "a-undecided" },
        { dossier: "b-undecided" },
        { dossier: "y-admissible", admissible: true },
        { dossier: "z-admissible", admissible: true },
      ]),
      { placed: ["y-admissible", "z-admissible"], unplaced: ["a-undecided", "b-undecided"] },
    );
  });

  it("serves one admissible with more time, though two undecided would find a place for them", async () => {
    const long = { dossier: "z-admissible", admissible: true, extra: 100 };
    deepEqual(await served([{ dossier: "a" }, { dossier: "b" }, long]), {
      placed: ["z-admissible"],
      unplaced: ["a", "b"],
    });
  });

  it("serves among the undecided those nearest to their decision, then by the day of submission", async () => {
    deepEqual(
      await served([
        { dossier: "a", submittedAt: new Date("2027-03-01T08:00:00Z") },
        { dossier: "b", submittedAt: new Date("2027-02-01T08:00:00Z") },
        { dossier: "c", dueOn: "2027-04-01" },
      ]),
      { placed: ["b", "c"], unplaced: ["a"] },
    );
  });

  it("gives a place to the next whom it suits, where the first cannot come", async () => {
    const never = [{ from: "09:00", to: "10:00" }];
    deepEqual(await served([{ dossier: "a", admissible: true, away: never }, { dossier: "b" }, { dossier: "c" }]), {
      placed: ["b", "c"],
      unplaced: ["a"],
    });
  });
});
