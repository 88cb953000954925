/** Leaving the group of a collective study: by an act of its own, or because a training is interrupted or given up. */
import { newId } from "../../kit/id.ts";
import type { Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { Day } from "../../kit/day.ts";
import { insertMember, membershipsOf } from "./kept.ts";

type Leaving = { readonly enrolment: string; readonly on: Day; readonly reason: string };

/** Of whoever is in one; the act has locked the chain of their enrolment. Table to name among its `writes`: `study_member`. */
export async function leaveGroupOf(
  { tx, actor, at }: Pick<Performing<unknown>, "tx" | "actor" | "at">,
  { enrolment, on, reason }: Leaving,
): Promise<void> {
  const facts = await membershipsOf(tx, [enrolment]);
  const last = facts.at(-1);
  if (last?.kind !== "joined") return;
  const { group } = last;
  // Who left before the day on which they had joined was never in it.
  const day = on < last.on ? last.on : on;
  const fact = { id: newId(), group, enrolment, kind: "left", on: day, reason, by: actorName(actor), at } as const;
  await insertMember(tx, fact, { number: facts.length + 1 });
}
