/** Calendar duties of admissions: unanswered offers lapse and the next candidates are called; withdrawing a dossier ends its candidacy. */
import type { Duty } from "../act/act.ts";
import { addDays, type Day } from "../kit/day.ts";
import { dayIn } from "../kit/zone.ts";
import { leaves } from "../kit/machine.ts";
import { CANDIDACY } from "./rules/candidacy.ts";
import { callNext, leaveWithDossier } from "./place-acts.ts";
import { answerOn, listIn } from "./settling.ts";
import { offersOver, unansweredOn, withdrawnSince } from "./store.ts";

type Due<D> = D extends { due(...given: never): Promise<infer R> } ? R : never;

/** Catches up day by day after downtime: candidates called in between had their own days to answer, and may have let them lapse. */
export const callThoseWhoComeNext: Duty<typeof callNext.form> = {
  act: callNext,
  // An offer lapses unless it is answered.
  foretold: { by: ["answerOffer"], whom: (tx, { on }) => unansweredOn(tx, addDays(on, -1)) },
  async due(context, limit) {
    const due: Due<Duty<typeof callNext.form>> = [];
    for (const { commission, list, lastDay } of await offersOver(context.tx, context.today)) {
      const listed = await listIn(context, commission, list);
      if (!listed) continue;
      for (let day: Day | undefined = addDays(lastDay, 1); day !== undefined && day <= context.today; ) {
        if (due.length >= limit) return due;
        due.push({ input: { commission, list, on: day }, key: `${list}:${day}`, day });
        day = nextLapse(answerOn(listed, day).candidates);
      }
    }
    return due;
  },
};

function nextLapse(candidates: ReturnType<typeof answerOn>["candidates"]): Day | undefined {
  const [first] = candidates.flatMap(({ answerBy }) => answerBy ?? []).toSorted();
  return first === undefined ? undefined : addDays(first, 1);
}

export const leaveWithDossiers: Duty<typeof leaveWithDossier.form> = {
  act: leaveWithDossier,
  foretold: { unpreventable: "it follows what they did, the withdrawal" },
  async due({ tx, zone, stands }, limit) {
    const gone = await withdrawnSince(tx, { limit });
    // Enrolled people leave by an act of training.
    const ids = gone.map(({ dossier }) => dossier);
    const kept = await stands(tx, [leaves(CANDIDACY, "withdrawn")], ids);
    return gone
      .filter(({ dossier }) => !kept.has(dossier))
      .map(({ dossier, at }) => ({
        input: { dossier },
        key: `${dossier}:${at.getTime()}`,
        day: dayIn(at, zone),
      }));
  },
};
