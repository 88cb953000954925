/** What stands against placing something in time. */
import { deepEqual, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Occupied } from "../../act/timetable.ts";
import { type Attendee, type Calendar, conflictsOf, isImpossible, type Known, type Placing } from "./placing.ts";

const at = (time: string) => new Date(`2027-01-12T${time}:00Z`);
const calendar: Calendar = {
  today: "2027-01-10",
  isHoliday: (day) => day === "2027-05-01",
  closedFor: (day) => (day === "2027-08-02" ? { fr: "été", en: "summer" } : undefined),
};
const NOBODY: Known = { booked: [], followed: [], precedes: new Set() };
const awa: Attendee = { taken: "account:awa", name: "Awa", path: "candidates" };
const lesson: Occupied = { taken: "account:awa", what: "lesson:1", from: at("09:00"), until: at("12:00") };
const exam: Occupied = { ...lesson, what: "exam-group:1" };

function placing(facts: Partial<Placing> = {}): Placing {
  const common = { what: "exam-group:2", on: "2027-01-12", from: at("11:00"), until: at("12:00") } as const;
  return { ...common, people: [], rooms: [], path: "day", day: "to-come", ...facts };
}
const kinds = (placings: readonly Placing[], known: Partial<Known> = {}) =>
  conflictsOf(placings, { ...NOBODY, ...known }, calendar).map((one) => `${one.kind}${isImpossible(one) ? "!" : "?"}`);

describe("what stands against a placing", () => {
  it("is impossible for somebody who is elsewhere, and not once that is over", () => {
    deepEqual(kinds([placing({ people: [awa] })], { followed: [lesson] }), ["taken!"]);
    deepEqual(kinds([placing({ people: [awa], from: at("12:00"), until: at("13:00") })], { followed: [lesson] }), []);
    deepEqual(kinds([placing({ people: [awa] })], { booked: [{ ...lesson, what: "interview:1" }] }), ["taken!"]);
  });

  it("is a ground for an exam that is sat again during a lesson, from either side, and names for whom", () => {
    const again = placing({ people: [{ ...awa, again: true }] });
    deepEqual(kinds([again], { followed: [lesson] }), ["precedence?"]);
    const follows = placing({ what: "lesson:2", people: [{ ...awa, follows: true }] });
    deepEqual(kinds([follows], { booked: [exam], precedes: new Set([exam]) }), ["precedence?"]);
    deepEqual(kinds([follows], { booked: [exam] }), ["taken!"]);
    const [found] = conflictsOf([again], { ...NOBODY, followed: [lesson] }, calendar);
    deepEqual((found as { readonly names?: readonly string[] }).names, ["Awa"]);
  });

  it("is a ground for a second exam of the day, of those who sit it alone", () => {
    const afternoon = { from: at("14:00"), until: at("15:00") };
    deepEqual(kinds([placing({ ...afternoon, people: [{ ...awa, sits: true }] })], { booked: [exam] }), ["exams?"]);
    deepEqual(kinds([placing({ ...afternoon, people: [awa] })], { booked: [exam] }), []);
  });

  it("is impossible in a room of fewer seats than people, and possible in one of as many", () => {
    const room = (there: number) => ({ taken: "room:b12", name: "B12", path: "room", seats: { there, needed: 12 } });
    deepEqual(kinds([placing({ rooms: [room(11)] })]), ["seats!"]);
    deepEqual(kinds([placing({ rooms: [room(12)] })]), []);
  });

  it("is impossible on a past day, unless it may be taken over, and is a ground on a holiday or a closure", () => {
    deepEqual(kinds([placing({ on: "2027-01-09" })]), ["past!"]);
    deepEqual(kinds([placing({ on: "2027-01-10" })]), []);
    deepEqual(kinds([placing({ on: "2027-01-09", day: "asks" })]), ["past?"]);
    deepEqual(kinds([placing({ on: "2027-01-09", day: "stays" })]), []);
    deepEqual(kinds([placing({ on: "2027-05-01" })]), ["holiday?"]);
    deepEqual(kinds([placing({ on: "2027-08-02" })]), ["closed?"]);
  });

  it("is told of the second of two in one act, and not of one against itself as it was", () => {
    const first = placing({ what: "lesson:1", people: [awa] });
    deepEqual(kinds([first, placing({ what: "lesson:2", people: [awa] })]), ["taken!"]);
    deepEqual(kinds([first], { booked: [lesson] }), []);
  });

  it("lets nobody and no room be twice at one time, whatever is placed in whichever order", () => {
    const someone = fc.constantFrom("account:a", "account:b", "guest:c");
    const asked = fc.record({
      hour: fc.integer({ min: 8, max: 17 }),
      hours: fc.integer({ min: 1, max: 3 }),
      people: fc.uniqueArray(fc.tuple(someone, fc.boolean()), { maxLength: 3, selector: ([who]) => who }),
      room: fc.constantFrom("room:1", "room:2", undefined),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 12 }), (all) => {
        const placed: { readonly occupied: Occupied; readonly followed: boolean }[] = [];
        for (const [number, { hour, hours, people, room }] of all.entries()) {
          const [from, until] = [hour, hour + hours].map((one) => at(`${String(one).padStart(2, "0")}:00`)) as [
            Date,
            Date,
          ];
          const one = placing({
            what: `lesson:${number}`,
            from,
            until,
            people: people.map(([taken, follows]) => ({ taken, name: "", path: "", ...(follows && { follows }) })),
            rooms: room === undefined ? [] : [{ taken: room, name: "", path: "" }],
          });
          const of = (followed: boolean) =>
            placed.filter((each) => each.followed === followed).map((each) => each.occupied);
          if (conflictsOf([one], { booked: of(false), followed: of(true), precedes: new Set() }, calendar).length > 0)
            continue;
          for (const [taken, follows] of people)
            placed.push({ occupied: { taken, what: one.what, from, until }, followed: follows });
          if (room !== undefined)
            placed.push({ occupied: { taken: room, what: one.what, from, until }, followed: false });
        }
        for (const [at1, a] of placed.entries())
          for (const b of placed.slice(at1 + 1))
            ok(
              a.occupied.taken !== b.occupied.taken ||
                a.occupied.until <= b.occupied.from ||
                b.occupied.until <= a.occupied.from,
            );
      }),
    );
  });
});
