/** Finds the entry of the law that asks for a setting of an intake. */
import type { Entry } from "./entry.ts";
import type { Setting } from "./intake.ts";
import type { Law } from "./law.ts";

/** The school's own entry first. The loader guarantees that one exists. */
export function askerOf({ school, diploma }: Law, setting: Setting): Entry {
  const { intake, interview, silent } = school.admission;
  const asking = [...intake, ...interview, ...silent, ...diploma.admission.interview];
  return asking.find(({ asks }) => asks?.includes(setting)) ?? diploma.registration;
}
