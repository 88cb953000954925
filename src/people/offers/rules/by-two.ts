/** Which roles one person alone does not give: they open what was confided, or act for the State, which the school does not become. */
import type { Role } from "../../../act/permissions.ts";

const GIVEN_BY_TWO: { readonly [role in Role]?: "confided" | "state" } = {
  "disability-advisor": "confided",
  "jury-member": "state",
  authority: "state",
};

export function isGivenByTwo(role: Role): boolean {
  return GIVEN_BY_TWO[role] !== undefined;
}

/** These the director alone offers. */
export function isOfState(role: Role): boolean {
  return GIVEN_BY_TWO[role] === "state";
}

/** Whether its owner may answer it: offered by one person, it waits for another to confirm it. */
export function isWhole({ role, confirmedBy }: { readonly role: Role; readonly confirmedBy: string | null }): boolean {
  return confirmedBy !== null || !isGivenByTwo(role);
}

/** Whose deed it was, by the name of an actor: the same person, whichever door they came by. */
export function personOf(actor: string): string {
  return actor.replace(/^(?:account|operator):/, "").split(" ")[0]!;
}
