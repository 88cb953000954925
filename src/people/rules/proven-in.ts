/** What a session's proofs are worth in one school: a school's sign-in service counts in that school only. */
import type { Means } from "../../act/permissions.ts";

export type Proven = {
  readonly means: readonly Means[];
  /** The school whose sign-in service vouched; `null` where none did. */
  readonly vouchedIn: string | null;
};

/** Means that identify a person alone; a generator's code or a recovery code only adds to them. */
const FIRST: readonly Means[] = ["password", "code", "passkey", "demo"];

/**
 * Empty where the session is not valid: one opened by school A's service is not valid in school B. With a password given since, it is
 * valid there by the password, and the service is no second proof.
 */
export function provenIn({ means, vouchedIn }: Proven, school: string): readonly Means[] {
  if (vouchedIn === school) return means;
  const own = ownMeans({ means });
  return own.some((one) => FIRST.includes(one)) ? own : [];
}

function ownMeans({ means }: Pick<Proven, "means">): readonly Means[] {
  return means.filter((one) => one !== "provider");
}

/** The only school in which the session is valid; such a session cannot do what counts in all schools. */
export function onlyIn({ means, vouchedIn }: Proven): string | undefined {
  if (vouchedIn === null || ownMeans({ means }).some((one) => FIRST.includes(one))) return undefined;
  return vouchedIn;
}
