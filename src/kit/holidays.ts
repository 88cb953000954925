/**
 * The public holidays of a territory, by the names that the State publishes: C. trav. L. 3133-1 (all), L. 3134-13 (Alsace and Moselle),
 * L. 3422-2 (overseas). Days given to one branch or town are not among them.
 */
import { addDays, type Day, mondayOf } from "./day.ts";

/** Everywhere: `MM-DD`, and days counted from Easter Sunday. */
const NATIONAL = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
/** Easter Monday, Ascension Day, Whit Monday. */
const FROM_EASTER = [1, 39, 50];

type Own = { readonly days: readonly string[]; readonly fromEaster?: readonly number[] };
/** What a territory adds. */
const OWN: Readonly<Record<string, Own>> = {
  metropole: { days: [] },
  "alsace-moselle": { days: ["12-26"], fromEaster: [-2] },
  guadeloupe: { days: ["05-27"] },
  guyane: { days: ["06-10"] },
  "la-reunion": { days: ["12-20"] },
  martinique: { days: ["05-22"] },
  mayotte: { days: ["04-27"] },
  "nouvelle-caledonie": { days: ["09-24"] },
  "polynesie-francaise": { days: ["03-05", "06-29"], fromEaster: [-2] },
  "saint-barthelemy": { days: ["10-09"] },
  "saint-martin": { days: ["05-28"] },
  "saint-pierre-et-miquelon": { days: [] },
  "wallis-et-futuna": { days: ["04-28", "07-29"] },
};

export const TERRITORIES: readonly string[] = ["none", ...Object.keys(OWN)];

/** Of a territory named in `TERRITORIES`; `none` has none. */
export function isHoliday(territory: string, day: Day): boolean {
  const own = OWN[territory];
  if (own === undefined) return false;
  const date = day.slice(5);
  if (NATIONAL.includes(date) || own.days.includes(date)) return true;
  const easter = easterOf(Number(day.slice(0, 4)));
  return [...FROM_EASTER, ...(own.fromEaster ?? [])].some((days) => addDays(easter, days) === day);
}

/** The day itself, or the next one that is neither a Saturday, a Sunday nor a holiday. */
export function nextWorkday(territory: string, day: Day): Day {
  let on = day;
  while (isWeekend(on) || isHoliday(territory, on)) on = addDays(on, 1);
  return on;
}

function isWeekend(day: Day): boolean {
  return day > addDays(mondayOf(day), 4);
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, in whole numbers). */
function easterOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const full = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  // Days after 28 March, which may be the 0th: 22 March at the earliest.
  return addDays(`${String(year)}-03-28`, full - weekday);
}

/** So many working days after a day: 0 is the day itself. */
export function addWorkdays(territory: string, day: Day, days: number): Day {
  let on = day;
  for (let left = days; left > 0; left -= 1) on = nextWorkday(territory, addDays(on, 1));
  return on;
}
