import type { Day } from "../kit/day.ts";
import { dayIn } from "../kit/zone.ts";
import type { Establishment } from "../law/establishment.ts";
import type { Law } from "../law/law.ts";
import { taughtOn, type World } from "../act/world.ts";

type Place = { readonly school: Establishment; readonly today: Day; readonly law: Law };

/** The school and the diploma of a path, with today’s law; without a diploma, the school’s first. */
export function placeOf(world: World, params: Readonly<Record<string, string>>): Place | undefined {
  const school = world.laws.establishments.find(({ data }) => data.establishment === params.school)?.data;
  if (!school) return undefined;
  const today = dayIn(world.now(), school.timezone);
  const laws = taughtOn(world, school, today);
  const law = params.diploma === undefined ? laws[0] : laws.find(({ diploma }) => diploma.diploma === params.diploma);
  return law && { school, today, law };
}
