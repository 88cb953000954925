/** The demonstration’s lives on other days than today: moved whole, and going as they are written. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Script } from "../house/lives/script.ts";
import { movedTo } from "../house/lives/together.ts";
import { addDays, dayNumber } from "../kit/day.ts";
import { levelAt } from "../law/titles.ts";
import { differencesOn, LATER_DAYS, shown } from "./later-days.ts";
import { LAWS } from "./server.ts";

const ZONE = "Europe/Paris";

type Titled = { readonly title: string; readonly awardedOn: string; readonly startedOn?: string };

function titlesIn(value: unknown): Titled[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "title" in value && "awardedOn" in value ? [value as Titled] : [];
  return [...own, ...Object.values(value).flatMap(titlesIn)];
}

/** What the law of its diploma gives each title that stands in it. */
function levelsOf({ steps, file }: Script): (number | undefined)[] {
  const { data } = LAWS.diplomas.find((one) => file.includes(`/${one.data.diploma}/`))!;
  return titlesIn(steps.map(({ written }) => written.with)).map((one) => {
    const entry = data.catalogue.find(({ title }) => title === one.title);
    return entry && levelAt(entry.levels, one)?.level;
  });
}

function daysIn({ steps }: Script): string[] {
  const text = JSON.stringify(steps.map(({ written }) => [written.at, written.with, written.expect]));
  return text.match(/(?<=")\d{4}-\d{2}-\d{2}(?=["T])/g) ?? [];
}

describe("a life that is shown on another day than its own", () => {
  it("is moved whole: each day in it is as long before and after the others, on whichever day of the next three years", () => {
    ok(shown.length > 10);
    for (const script of shown) {
      const own = daysIn(script).map(dayNumber);
      const first = addDays(LATER_DAYS[0], (dayNumber(script.shown!.on) - dayNumber(LATER_DAYS[0])) % 7);
      for (let day = first; day <= LATER_DAYS.at(-1)!; day = addDays(day, 7)) {
        const moved = movedTo(day, script, ZONE)!;
        equal(moved.shown!.on, day);
        const by = dayNumber(day) - dayNumber(script.shown!.on);
        const apart = daysIn(moved).findIndex((one, at) => dayNumber(one) - own[at]! !== by);
        equal(apart, -1, `${script.life} on ${day}: ${daysIn(script)[apart]} did not move`);
        const back = moved.steps.findIndex(({ instant }, at) => at > 0 && instant < moved.steps[at - 1]!.instant);
        equal(back, -1, `${script.life} on ${day}: time goes back at ${moved.steps[back]?.written.at}`);
        deepEqual(levelsOf(moved), levelsOf(script), `${script.life} on ${day}: a title of another level`);
      }
    }
  });

  // One of them alone on each of the other days is for `prove:days`.
  it("goes as it is written among all the others, in one school", async () => {
    deepEqual(await differencesOn(LATER_DAYS.at(-1)!, shown), []);
  });
});
