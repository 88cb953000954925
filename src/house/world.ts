/** The parts of a world that follow from the law and from the subjects. */
import type { World } from "../act/world.ts";
import { DEPLOYMENT } from "../db/school.ts";
import { decider, decisionNamed, type Defaults } from "../decisions/decide.ts";
import type { Period } from "../law/establishment.ts";
import { type Laws, lawOf } from "../law/load.ts";
import { waitingTransfers } from "../bank/plan.ts";
import { HOUSE, paperEnded, performed, reached, STANDING, timetable, WAITS } from "./house.ts";

/** An account serves all schools: the longest of their periods applies, and none where a school sets none. */
function deploymentPeriods({ establishments }: Laws): readonly Period[] {
  const asked = establishments.map(({ data }) => data.retention?.find(({ kind }) => kind === "account"));
  const [longest] = asked.filter((one) => one !== undefined).toSorted((a, b) => b.months - a.months);
  return longest && !asked.includes(undefined) ? [longest] : [];
}

export function lawWorld(
  laws: Laws,
  defaults: Defaults,
): Pick<
  World,
  | "house"
  | "laws"
  | "defaults"
  | "decide"
  | "zone"
  | "law"
  | "standing"
  | "waits"
  | "reached"
  | "performed"
  | "paperEnded"
  | "timetable"
  | "periods"
  | "access"
  | "sameWithin"
  | "openTransfers"
  | "payee"
> {
  const deciders = new Map<string, ReturnType<typeof decider>>();
  const schools = new Map(laws.establishments.map(({ data }) => [data.establishment, data]));
  return {
    house: HOUSE,
    laws,
    defaults,
    // The deployment itself uses the time zone of the first school.
    zone: (establishment) => (schools.get(establishment) ?? laws.establishments[0]!.data).timezone,
    law: (establishment, diploma, which) => {
      const taught = (schools.get(establishment)?.diplomas ?? [])
        .flatMap((one) => (one.diploma === diploma ? (lawOf(laws, diploma, one.version, establishment) ?? []) : []))
        .toSorted((a, b) => (a.diploma.from < b.diploma.from ? -1 : 1));
      return "version" in which
        ? taught.find((law) => law.diploma.version === which.version)
        : taught.findLast((law) => law.diploma.from <= which.on);
    },
    standing: STANDING,
    waits: WAITS,
    reached,
    performed,
    paperEnded,
    timetable,
    periods: (establishment) =>
      establishment === DEPLOYMENT ? deploymentPeriods(laws) : (schools.get(establishment)?.retention ?? []),
    access: (establishment) => schools.get(establishment)?.access ?? {},
    sameWithin: (establishment) => schools.get(establishment)?.payment.transfer.sameWithinDays ?? 0,
    openTransfers: waitingTransfers,
    payee: (establishment) => schools.get(establishment),
    decide: (name, input, how) => {
      const decision = decisionNamed(name);
      if (!decision) return undefined;
      const door = deciders.get(name) ?? decider(decision, laws, defaults);
      deciders.set(name, door);
      return door(input, how);
    },
  };
}
