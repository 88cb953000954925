/** Which roles one person alone does not give: what they open was confided, to somebody whom the school named for it. */
import type { Role } from "../../../act/permissions.ts";

const GIVEN_BY_TWO: readonly Role[] = ["disability-advisor"];

export function isGivenByTwo(role: Role): boolean {
  return GIVEN_BY_TWO.includes(role);
}

/** Whether its owner may answer it: offered by one person, it waits for another to confirm it. */
export function isWhole({ role, confirmedBy }: { readonly role: Role; readonly confirmedBy: string | null }): boolean {
  return confirmedBy !== null || !isGivenByTwo(role);
}

/** Whose deed it was, by the name of an actor: the same person, whichever door they came by. */
export function personOf(actor: string): string {
  return actor.replace(/^(?:account|operator):/, "").split(" ")[0]!;
}
