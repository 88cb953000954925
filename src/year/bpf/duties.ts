/** On the day after an accounting year its declaration is opened, so that it waits for somebody. */
import type { Duty } from "../../act/act.ts";
import { addDays } from "../../kit/day.ts";
import { openBpf } from "./acts.ts";
import { dueDay, lastOver } from "./rules/accounting-year.ts";
import { openedYear, wasActive } from "./store.ts";

export const openBpfs: Duty<typeof openBpf.form> = {
  act: openBpf,
  foretold: { unpreventable: "it only writes" },
  async due({ tx, today, payee, periods }) {
    const ends = periods.find(({ kind }) => kind === "accounting")?.yearEnds;
    if (!payee?.money || ends === undefined) return [];
    const { year, from, to } = lastOver(ends, today);
    // A school that begins here after that day declared that year elsewhere.
    const by = dueDay({ to }, payee.money.declaration.deposit?.by);
    if (by !== null && by < today) return [];
    if ((await openedYear(tx, year)) || !(await wasActive(tx, from, to))) return [];
    return [{ input: { year }, key: String(year), day: addDays(to, 1) }];
  },
};
