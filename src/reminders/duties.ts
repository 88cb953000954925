/** The scheduled duties of reminders. What exceeds a run's limit comes with the next. */
import type { Duty } from "../act/act.ts";
import type { Day } from "../kit/day.ts";
import { dayIn } from "../kit/zone.ts";
import { findIntake } from "../intake/intake.ts";
import { putOffFee, remindOfDeadline, takeInTime, tellProlonged } from "./acts.ts";
import { caughtUp, daysDue, dossiersToTell, feesToPutOff, intakesTaking, lastProlonged, type Target } from "./store.ts";
import { closingTarget, complementTarget, confirmingTarget, prolongedTarget } from "./target.ts";

type Given = Parameters<Duty["due"]>[0];

export const remindOfDeadlines: Duty<typeof remindOfDeadline.form> = {
  act: remindOfDeadline,
  foretold: { unpreventable: "it only writes" },
  async due(context, limit) {
    const due: Awaited<ReturnType<Duty<typeof remindOfDeadline.form>["due"]>> = [];
    for (const target of await remindersOf(context)) {
      const { deadline, days, about, since } = target;
      if (about === "prolonged") continue;
      for (const dossier of await dossiersToTell(context.tx, target, { limit: limit - due.length })) {
        const input = { dossier, about, deadline: deadline.toISOString(), days };
        due.push({ input, key: keyOf(dossier, target), day: dayIn(since, context.zone) });
      }
    }
    return due;
  },
};

async function remindersOf({ tx, at, today, zone, law: lawOf }: Given): Promise<Target[]> {
  const targets: (Target | undefined)[] = [];
  for (const id of await intakesTaking(tx, at)) {
    const intake = (await findIntake(tx, id))!;
    const law = lawOf(intake.diploma, { version: intake.lawVersion });
    const now = law && { at, zone, law };
    if (now) targets.push(await closingTarget(tx, intake, now), confirmingTarget(intake, now));
  }
  for (const { intake: id, dueOn } of await daysDue(tx, today)) {
    const intake = (await findIntake(tx, id))!;
    const law = lawOf(intake.diploma, { version: intake.lawVersion });
    if (law) targets.push(complementTarget(id, dueOn, { at, zone, law }));
  }
  return targets.filter((one) => one !== undefined);
}

export const tellOfProlongedIntakes: Duty<typeof tellProlonged.form> = {
  act: tellProlonged,
  foretold: { unpreventable: "it only writes" },
  async due({ tx, at, zone }, limit) {
    const due: { input: { dossier: string; deadline: string }; key: string; day: Day }[] = [];
    for (const id of await intakesTaking(tx, at)) {
      const target = await prolongedTarget(tx, (await findIntake(tx, id))!, at);
      if (!target) continue;
      const day = dayIn(target.since, zone);
      for (const dossier of await dossiersToTell(tx, target, { limit: limit - due.length }))
        due.push({ input: { dossier, deadline: target.deadline.toISOString() }, key: keyOf(dossier, target), day });
    }
    return due;
  },
};

export const takeProlongedInTime: Duty<typeof takeInTime.form> = {
  act: takeInTime,
  foretold: { unpreventable: "it is in their favour" },
  async due({ tx, zone }, limit) {
    const due: { input: { dossier: string }; key: string; day: Day }[] = [];
    for (const { dossier, intake } of await caughtUp(tx, zone, { limit })) {
      const { at } = (await lastProlonged(tx, intake))!;
      due.push({ input: { dossier }, key: `${dossier}:${at.getTime()}`, day: dayIn(at, zone) });
    }
    return due;
  },
};

export const putOffFees: Duty<typeof putOffFee.form> = {
  act: putOffFee,
  foretold: { unpreventable: "it is in their favour" },
  async due({ tx, zone }, limit) {
    const due: { input: { dossier: string }; key: string; day: Day }[] = [];
    for (const { dossier, intake, dueOn } of await feesToPutOff(tx, zone, { limit })) {
      const { at } = (await lastProlonged(tx, intake))!;
      due.push({ input: { dossier }, key: `${dossier}:${dueOn}`, day: dayIn(at, zone) });
    }
    return due;
  },
};

function keyOf(dossier: string, { about, deadline, days }: Target): string {
  return `${dossier}:${about}:${deadline.getTime()}:${days}`;
}
