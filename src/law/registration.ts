/** Past the end of the registration at the national directory nobody can tell from this file what replaces it. */
import type { Diploma } from "./diploma.ts";
import { type Finding, finding } from "./finding.ts";

/** One `unverified` finding after the last registered day, none until it; sentence `registration-ended` of the law's catalogue. */
export function registrationFindings(law: Diploma, on: string): Finding[] {
  const { registration } = law;
  if (on <= registration.until) return [];
  return [
    finding("unverified", null, "registration-ended", registration, { registration, diploma: law }, "unverified"),
  ];
}
