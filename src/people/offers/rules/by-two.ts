/** Roles given by two people: they open confided data, or act for the State, which the school must not impersonate. */
import type { GuestRole, Role } from "../../../act/permissions.ts";

const GIVEN_BY_TWO: { readonly [role in Role | GuestRole]?: "confided" | "state" } = {
  "disability-advisor": "confided",
  "jury-member": "state",
  authority: "state",
};

export function isGivenByTwo(role: Role | GuestRole): boolean {
  return GIVEN_BY_TWO[role] !== undefined;
}

/** Roles that only the director offers. */
export function isOfState(role: Role | GuestRole): boolean {
  return GIVEN_BY_TWO[role] === "state";
}

/** Whether the receiver may answer: a role given by two must be confirmed first. */
export function mayBeAnswered({
  role,
  confirmedBy,
}: {
  readonly role: Role;
  readonly confirmedBy: string | null;
}): boolean {
  return confirmedBy !== null || !isGivenByTwo(role);
}

/** The person behind an actor's name, whichever way they signed in. */
export function personOf(actor: string): string {
  return actor.replace(/^(?:account|operator):/, "").split(" ")[0]!;
}
