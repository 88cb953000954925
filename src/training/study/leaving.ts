/** Leaving a collective study group: by an act of its own, or because a training is interrupted or ended. */
import { newId } from "../../kit/id.ts";
import type { Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { Day } from "../../kit/day.ts";
import { insertMember, membershipsOf } from "./kept.ts";

type Leaving = { readonly enrolment: string; readonly on: Day; readonly reason: string };

/** Does nothing for a trainee in no group; the act has locked the chain of the enrolment and names `study_member` among its `writes`. */
export async function leaveGroupOf(
  { tx, actor, at }: Pick<Performing<unknown>, "tx" | "actor" | "at">,
  { enrolment, on, reason }: Leaving,
): Promise<void> {
  const facts = await membershipsOf(tx, [enrolment]);
  const last = facts.at(-1);
  if (last?.kind !== "joined") return;
  const { group } = last;
  // Leaving before the day of joining makes the membership empty.
  const day = on < last.on ? last.on : on;
  const fact = { id: newId(), group, enrolment, kind: "left", on: day, reason, by: actorName(actor), at } as const;
  await insertMember(tx, fact, { number: facts.length + 1 });
}
