/** Calendar duty: warns the holders of a partial validation some months before its deadline. */
import type { Duty } from "../../act/act.ts";
import { addMonths } from "../../kit/day.ts";
import { enrolledPersons } from "../../training/enrolled.ts";
import { clockOf } from "../rules/clock.ts";
import { listAfter, runningResults } from "../store.ts";
import { warnClock } from "./acts.ts";

export const warnClocks: Duty<typeof warnClock.form> = {
  act: warnClock,
  foretold: { unpreventable: "it only writes" },
  async due({ tx, today, law }, limit) {
    // Reads every running clock (bounded by five years of results): a limit here would let those already warned crowd out the others.
    const running = await runningResults(tx, today);
    if (running.length === 0) return [];
    const persons = new Map((await enrolledPersons(tx, {})).map((one) => [one.enrolment, one]));
    const ids = running.map(({ enrolment }) => enrolment);
    const later = Map.groupBy(await listAfter(tx, ids), ({ enrolment }) => enrolment);
    const warnings = [];
    for (const result of running) {
      // Who has an account is reminded of their line, in the daily mail of what waits.
      const found = persons.get(result.enrolment);
      const person = found?.account === null ? found : undefined;
      const months = person && law(person.diploma, { version: person.lawVersion })?.establishment.clockWarnings;
      const after = later.get(result.enrolment) ?? [];
      const until = clockOf([result], after)?.completeBy;
      if (!months || until === undefined) continue;
      const due = months.filter(
        (count) => addMonths(until, -count) <= today && addMonths(until, -count) > result.notifiedOn,
      );
      // If several warnings fell due while the job was not running, send only the last: an older one would overstate the time left.
      const last = due.toSorted((a, b) => a - b)[0];
      const warned = after.filter(({ kind, on }) => kind === "warned" && on >= result.notifiedOn);
      if (last === undefined || warned.some(({ said }) => (said as { readonly months: number }).months <= last))
        continue;
      const key = `${result.enrolment}:${until}:${last}`;
      warnings.push({ input: { enrolment: result.enrolment, until, months: last }, key, day: addMonths(until, -last) });
    }
    return warnings.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1)).slice(0, limit);
  },
};
