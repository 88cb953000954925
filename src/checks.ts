/** What subjects have the doctor look at in each school: one list. */
import { dossiersCheck } from "./admission/dossier/check.ts";
import { moneyCheck } from "./billing/charges/check.ts";
import { providerCheck } from "./billing/online/check.ts";
import type { OutsideCheck, SchoolCheck } from "./record/doctor.ts";
import type { World } from "./world.ts";

/** A demonstration takes no money, whatever is asked in it. */
export function schoolChecks({
  payments,
  demo,
  now,
}: Pick<World, "payments" | "demo" | "now">): readonly SchoolCheck[] {
  const paysOnline = (school: string) => demo !== undefined || payments?.(school) !== undefined;
  return [dossiersCheck, (tx, school) => moneyCheck(tx, school, { paysOnline: paysOnline(school), at: now() })];
}

/** What they ask of services outside, each in its own time. */
export function outsideChecks({ payments }: Pick<World, "payments">): readonly OutsideCheck[] {
  return [(establishment) => providerCheck(payments, establishment)];
}
