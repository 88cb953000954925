/** Notes what happens to somebody after a jury. */
import type { Performing } from "../../act/act.ts";
import { keep } from "../../act/keep.ts";
import { actorName } from "../../act/permissions.ts";
import type { Day } from "../../kit/day.ts";
import { newId } from "../../kit/id.ts";
import { certifiedChain } from "../load.ts";

type Noted = { readonly enrolment: string; readonly kind: string; readonly on: Day; readonly said: object };

export async function noteAfter({ tx, actor, at }: Performing<unknown>, noted: Noted): Promise<void> {
  const { enrolment, kind, on, said } = noted;
  const row = { id: newId(), enrolment, kind, on_day: on, said: JSON.stringify(said) };
  await keep(tx, "exam_after", { ...row, noted_by: actorName(actor), noted_at: at }, { of: certifiedChain(enrolment) });
}
