/** What the calendar does: whoever holds a part is told, some months before it ends. */
import type { Duty } from "../../act/act.ts";
import { addMonths } from "../../kit/day.ts";
import { enrolledPersons } from "../../training/enrolled.ts";
import { clockOf } from "../rules/clock.ts";
import { listAfter, runningResults } from "../store.ts";
import { warnClock } from "./acts.ts";

export const warnClocks: Duty<typeof warnClock.form> = {
  act: warnClock,
  async due({ tx, today, law }, limit) {
    // All whose time runs, which five years of results bound: whoever was warned already would else stand before whoever was not.
    const running = await runningResults(tx, today);
    if (running.length === 0) return [];
    const persons = new Map((await enrolledPersons(tx, {})).map((one) => [one.enrolment, one]));
    const ids = running.map(({ enrolment }) => enrolment);
    const later = Map.groupBy(await listAfter(tx, ids), ({ enrolment }) => enrolment);
    const found = [];
    for (const one of running) {
      const person = persons.get(one.enrolment);
      const months = person && law(person.diploma, { version: person.lawVersion })?.establishment.clockWarnings;
      const after = later.get(one.enrolment) ?? [];
      const until = clockOf([one], after)?.completeBy;
      if (!months || until === undefined) continue;
      const due = months.filter(
        (count) => addMonths(until, -count) <= today && addMonths(until, -count) > one.notifiedOn,
      );
      // Of several that were due while nobody looked, the last alone: a mail that tells of more time than is left misleads.
      const last = due.toSorted((a, b) => a - b)[0];
      const warned = after.filter(({ kind, on }) => kind === "warned" && on >= one.notifiedOn);
      if (last === undefined || warned.some(({ said }) => (said as { readonly months: number }).months <= last))
        continue;
      const key = `${one.enrolment}:${until}:${last}`;
      found.push({ input: { enrolment: one.enrolment, until, months: last }, key, day: addMonths(until, -last) });
    }
    return found.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1)).slice(0, limit);
  },
};
