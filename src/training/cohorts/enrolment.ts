/** Looks up enrolments, for the acts and views of training and after it; a trainee gets only their own. */
import type { Actor } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import { type Enrolment, enrolmentsOf, findEnrolment } from "./store.ts";

export { enrolmentsIn, factsOf, findEnrolment, type Enrolment } from "./store.ts";

export async function ownEnrolment(tx: Tx, actor: Actor, id: string): Promise<Enrolment | undefined> {
  const enrolment = "account" in actor ? await findEnrolment(tx, id) : undefined;
  return enrolment && "account" in actor && enrolment.account === actor.account ? enrolment : undefined;
}

export async function ownEnrolments(tx: Tx, actor: Actor): Promise<readonly Enrolment[]> {
  return "account" in actor && actor.account !== undefined ? enrolmentsOf(tx, actor.account) : [];
}
