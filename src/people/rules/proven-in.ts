/** What the proofs of a session are worth in one school: the word of a school's sign-in service counts in that school alone. */
import type { Means } from "../../act/permissions.ts";

export type Proven = {
  readonly means: readonly Means[];
  /** Whose sign-in service vouched for the person; `null` where none did. */
  readonly vouchedIn: string | null;
};

/** What shows by itself who somebody is; a code of a generator or one kept for bad days only adds to one of them. */
const FIRST: readonly Means[] = ["password", "code", "passkey", "demo"];

/**
 * Nothing where what is left shows nobody: let in by the service of school A, one is nobody in school B. With a password given
 * since, one is there what the password makes of them, and the service is still no second proof.
 */
export function provenIn({ means, vouchedIn }: Proven, school: string): readonly Means[] {
  if (vouchedIn === school) return means;
  const own = ownMeans({ means });
  return own.some((one) => FIRST.includes(one)) ? own : [];
}

function ownMeans({ means }: Pick<Proven, "means">): readonly Means[] {
  return means.filter((one) => one !== "provider");
}

/** The school that a session is good for and no other, and which therefore does nothing that counts in all of them. */
export function onlyIn({ means, vouchedIn }: Proven): string | undefined {
  if (vouchedIn === null || ownMeans({ means }).some((one) => FIRST.includes(one))) return undefined;
  return vouchedIn;
}
