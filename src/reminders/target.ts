/** The reminders due at an instant in one intake; the store finds the dossiers. */
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { endsAt } from "../kit/zone.ts";
import type { Law } from "../law/law.ts";
import type { Intake } from "../intake/intake.ts";
import { momentAt } from "./rules/moments.ts";
import { lastProlonged, type Target } from "./store.ts";

type Now = { readonly at: Date; readonly zone: string; readonly law: Law };
type Of = Pick<Intake, "id" | "closesAt">;

/** A moment already past when the closing was put off is skipped: draft holders were told of the new closing. */
export async function closingTarget(tx: Tx, { id, closesAt }: Of, { at, zone, law }: Now): Promise<Target | undefined> {
  const rule = ruleFor(law, "closing");
  const moment = rule && momentAt(rule, closesAt, at, zone);
  const moved = moment && (await lastProlonged(tx, id));
  if (!moment || (moved && moved.at >= moment.at)) return undefined;
  return { about: "closing", intake: id, dueOn: null, deadline: closesAt, days: moment.days, since: moment.at };
}

/** At the same moments before the closing: applicants who have not confirmed what was entered for them. */
export function confirmingTarget({ id, closesAt }: Of, { at, zone, law }: Now): Target | undefined {
  const rule = ruleFor(law, "closing");
  const moment = rule && momentAt(rule, closesAt, at, zone);
  if (!moment) return undefined;
  return { about: "confirming", intake: id, dueOn: null, deadline: closesAt, days: moment.days, since: moment.at };
}

export function complementTarget(intake: string, dueOn: Day, { at, zone, law }: Now): Target | undefined {
  const rule = ruleFor(law, "complement");
  const deadline = endsAt({ day: dueOn, time: "23:59" }, zone)!;
  const moment = rule && momentAt(rule, deadline, at, zone);
  return moment && { about: "complement", intake, dueOn, deadline, days: moment.days, since: moment.at };
}

/** A later closing is told to those who had a draft by then, as long as there is time to use it. */
export async function prolongedTarget(
  tx: Tx,
  { id, closesAt }: Of,
  at: Date,
): Promise<(Target & { readonly reason: string }) | undefined> {
  const moved = await lastProlonged(tx, id);
  if (!moved || at > closesAt) return undefined;
  const { reason } = moved;
  return { about: "prolonged", intake: id, dueOn: null, deadline: closesAt, days: 0, since: moved.at, reason };
}

function ruleFor({ school }: Law, before: "closing" | "complement") {
  return school.admission.reminders?.find((rule) => rule.before === before);
}
