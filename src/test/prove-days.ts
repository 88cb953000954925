/**
 * `npm run prove:days -- [DAY…]`: makes the demonstration as if today were each of these days, with all its lives under one clock,
 * and tells whatever does not go as it is written. Without a day: one of each week of the next three years, a weekday further each
 * time, and the days that `later-days.ts` names; about an hour. LIVRET_PROOF=small: three, on which the lives meet each otherwise. Then
 * each life is played alone, on one of the named days.
 */
import { buildDemo } from "../cli/demo/build.ts";
import { livesIn } from "../house/lives/together.ts";
import { addDays } from "../kit/day.ts";
import { differencesOn, LATER_DAYS, noonOf, shown } from "./later-days.ts";
import { ROOT } from "./law-world.ts";
import { testWorldOf } from "./server.ts";

const WEEKS = 157;
const given = process.argv.slice(2);
const days = given.length > 0 ? given : process.env.LIVRET_PROOF === "small" ? LATER_DAYS.slice(7, 10) : everyWeek();

let failed = 0;
let passed = 0;
function tell(what: string, differences: readonly string[]): void {
  if (differences.length > 0) failed += 1;
  else passed += 1;
  console.log(`${what} ${differences.length === 0 ? "goes as it is written" : differences.join("\n  ")}`);
}
for (const day of days) {
  const said: string[] = [];
  const { world, close } = await testWorldOf({ now: () => noonOf(day) });
  const [school = ""] = world.laws.establishments.map(({ data }) => data.establishment);
  await buildDemo(world, {
    schools: [school],
    dossiers: 40,
    seed: 2006,
    parallel: 1,
    lives: livesIn(ROOT),
    onFault: ({ en }) => void said.push(en),
  }).catch((thrown: unknown) => void said.push(String(thrown)));
  await close();
  tell(day, said);
}
if (given.length === 0)
  for (const [at, script] of shown.entries()) {
    const day = LATER_DAYS[at % LATER_DAYS.length]!;
    tell(`${day} ${script.life}`, await differencesOn(day, [script]));
  }
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function everyWeek(): string[] {
  const today = new Date().toISOString().slice(0, 10);
  return [...LATER_DAYS, ...Array.from({ length: WEEKS }, (_, week) => addDays(today, week * 7 + (week % 7)))].sort();
}
