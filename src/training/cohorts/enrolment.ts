/** Whose an enrolment is, for the acts and views of training and of what comes after it; a trainee finds their own alone. */
import type { Actor } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import { type Enrolment, enrolmentsOf, findEnrolment } from "./store.ts";

export { enrolmentsIn, factsOf, findEnrolment, type Enrolment } from "./store.ts";

export async function ownEnrolment(tx: Tx, actor: Actor, id: string): Promise<Enrolment | undefined> {
  const found = "account" in actor ? await findEnrolment(tx, id) : undefined;
  return found && "account" in actor && found.account === actor.account ? found : undefined;
}

export async function ownEnrolments(tx: Tx, actor: Actor): Promise<readonly Enrolment[]> {
  return "account" in actor && actor.account !== undefined ? enrolmentsOf(tx, actor.account) : [];
}
