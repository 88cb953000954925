/** What subjects have the doctor look at in each school: one list. */
import { dossiersCheck } from "../dossier/check.ts";
import { moneyCheck, waysCheck } from "../billing/charges/check.ts";
import { providerCheck } from "../billing/online/check.ts";
import type { Establishment } from "../law/establishment.ts";
import type { OutsideCheck, SchoolCheck } from "../record/doctor.ts";
import type { World } from "../act/world.ts";

/** A demonstration takes no money, whatever is asked in it. */
export function schoolChecks({
  payments,
  demo,
  now,
  laws,
}: Pick<World, "payments" | "demo" | "now" | "laws">): readonly SchoolCheck[] {
  const paysOnline = (school: string) => demo !== undefined || payments?.(school) !== undefined;
  const schools = new Map(laws.establishments.map(({ data }) => [data.establishment, data]));
  return [
    dossiersCheck,
    (tx, school) => moneyCheck(tx, school, { paysOnline: paysOnline(school), at: now() }),
    (tx, school) => {
      const payee = schools.get(school);
      const online = payments?.(school) !== undefined;
      return waysCheck(tx, school, { payee, asks: payee !== undefined && asksFees(payee), paysOnline: online });
    },
  ];
}

/** Something is paid to be selected, in one of the diplomas that it prepares for. */
function asksFees({ diplomas }: Establishment): boolean {
  return diplomas.some(({ price }) => price.lines.some(({ selection, unitAmount }) => selection && unitAmount > 0));
}

/** What they ask of services outside, each in its own time. */
export function outsideChecks({ payments }: Pick<World, "payments">): readonly OutsideCheck[] {
  return [(establishment) => providerCheck(payments, establishment)];
}
