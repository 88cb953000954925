/** What the calendar does of admissions: offers left unanswered lapse and the next are called; who withdrew their dossier leaves. */
import type { Duty } from "../act/act.ts";
import { addDays, type Day } from "../kit/day.ts";
import { dayIn } from "../kit/zone.ts";
import { leaves } from "../kit/machine.ts";
import { CANDIDACY } from "./rules/candidacy.ts";
import { callNext, leaveWithDossier } from "./place-acts.ts";
import { answerOn, listIn } from "./settling.ts";
import { offersOver, withdrawnSince } from "./store.ts";

type Due<D> = D extends { due(...given: never): Promise<infer R> } ? R : never;

/** A server that was off catches up day by day: whoever was called in between had their days, and may have let them pass too. */
export const callThoseWhoComeNext: Duty<typeof callNext.form> = {
  act: callNext,
  async due(given, limit) {
    const due: Due<Duty<typeof callNext.form>> = [];
    for (const { commission, list, lastDay } of await offersOver(given.tx, given.today)) {
      const listed = await listIn(given, commission, list);
      if (!listed) continue;
      for (let day: Day | undefined = addDays(lastDay, 1); day !== undefined && day <= given.today; ) {
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
  async due({ tx, zone, stands }, limit) {
    const gone = await withdrawnSince(tx, { limit });
    // Whoever is enrolled leaves by an act of training.
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
