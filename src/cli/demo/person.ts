/** One invented candidate: identity, titles, experience and funding, in the terms of the given law. */
import { slug } from "../../kit/slug.ts";
import { addDays, addYears, type Day } from "../../kit/day.ts";
import type { CatalogueEntry } from "../../law/diploma.ts";
import { fieldsOf } from "../../law/experience.ts";
import type { Law } from "../../law/law.ts";
import type { Draft, PeriodDraft, PlanDraft, TitleDraft } from "../../inquiry/rules/draft.ts";
import { asksExperience } from "../../law/doors.ts";
import { startMatters } from "../../inquiry/rules/course-start.ts";
import { measureOf } from "../../inquiry/rules/draft.ts";
import type { Chance } from "./chance.ts";
import { COUNTRIES, FAMILY, GIVEN, nameAt, PLACES, STREETS } from "./names.ts";

export type Person = {
  readonly name: string;
  readonly address: string;
  readonly identity: { readonly [field: string]: string };
  readonly contact: { readonly [field: string]: string };
  readonly draft: Draft;
};

/** A little over two titles and four periods on average: with the dossiers hardly begun, it comes to two and four. */
export function inventPerson(chance: Chance, number: number, law: Law, today: Day, seed = 0): Person {
  const sex = chance.happens(0.78) ? "F" : "M";
  const { given, family } = nameAt(sex, seed + number);
  const givenNames = [given, chance.pick(GIVEN[sex])];
  const born = addDays(today, -chance.between(27 * 365, 55 * 365));
  const home = chance.pick(PLACES);
  const abroad = chance.happens(0.08);
  const name = `${givenNames[0]} ${family}`;
  return {
    name,
    address: `${slug(givenNames[0]!)}.${slug(family)}.${number}@demonstration.invalid`,
    identity: {
      birthName: family,
      usedName: chance.happens(0.2) ? chance.pick(FAMILY) : "",
      givenNames: givenNames.join(" "),
      sex,
      bornOn: born,
      birthCountry: abroad ? chance.pick(COUNTRIES) : "FR",
      ...(abroad ? { birthCity: "Ville inventée" } : { birthCommune: chance.pick(PLACES).code }),
    },
    contact: {
      // Numbers reserved for fiction: they ring nowhere.
      phone: `06 39 98 ${String(chance.between(0, 99)).padStart(2, "0")} ${String(chance.between(0, 99)).padStart(2, "0")}`,
      street: `${chance.between(1, 120)} ${chance.pick(STREETS)}`,
      postcode: home.postcode,
      city: home.name,
      country: "FR",
    },
    draft: inventDraft(chance, law, { born, today, abroad }),
  };
}

type Life = { readonly born: Day; readonly today: Day; readonly abroad: boolean };

function inventDraft(chance: Chance, law: Law, { born, today, abroad }: Life): Draft {
  const { diploma, school } = law;
  const graduated = addDays(born, chance.between(22 * 365, 26 * 365));
  const titles: TitleDraft[] = [];
  for (let left = chance.between(1, 3) + (chance.happens(0.3) ? 1 : 0); left > 0; left--) {
    const awardedOn = notAfter(addDays(graduated, titles.length * chance.between(700, 2500)), today);
    titles.push(inventTitle(chance, law, { before: titles, awardedOn, abroad, today }));
  }
  const periods = inventPeriods(chance, law, titles.length + 1, graduated, today);
  const others = school.funders.filter(({ personal }) => !personal);
  return {
    next: titles.length + periods.length + 1,
    titles,
    titlesDone: true,
    periods,
    periodsDone: true,
    corps: chance.happens(0.04) && diploma.corps.length > 0 ? [chance.pick(diploma.corps).corps] : [],
    waivers: [],
    plan: {
      held: chance.happens(0.1) ? inventHeld(chance, law, graduated, today) : [],
      grants: [],
      declined: [],
      track: chance.pick(school.tracks).track,
      funding: others.length > 0 && chance.happens(0.6) ? [{ source: chance.pick(others).funder }] : [],
    },
  };
}

/** A domain validated at an earlier session, for which relief is asked. */
function inventHeld(chance: Chance, { diploma }: Law, from: Day, today: Day): NonNullable<PlanDraft["held"]> {
  if (diploma.held.length === 0) return [];
  const { domain } = chance.pick(diploma.domains);
  const validatedOn = notAfter(addDays(from, chance.between(1500, 3000)), today);
  return [{ domain, validatedOn, by: chance.pick(diploma.held).by }];
}

type Earlier = {
  readonly before: readonly TitleDraft[];
  readonly awardedOn: Day;
  readonly abroad: boolean;
  readonly today: Day;
};

/** The age up to which a title without dates may have been awarded. */
const RECENT_YEARS = 10;

/** Whether the catalogue allows the title that day: within the dates of a level; without dates, in recent years and only without a note. */
function isThere({ levels, note }: CatalogueEntry, on: Day, today: Day): boolean {
  const dated = levels.some(({ awardedFrom, awardedBefore }) => awardedFrom ?? awardedBefore);
  if (!dated) return note === undefined && on >= addYears(today, -RECENT_YEARS);
  return levels.some(
    ({ awardedFrom, awardedBefore }) =>
      on >= (awardedFrom ?? on) && (awardedBefore === undefined || on < awardedBefore),
  );
}

/** No title twice; a person born abroad often has some from abroad. */
function inventTitle(chance: Chance, { diploma }: Law, { before, awardedOn, abroad, today }: Earlier): TitleDraft {
  const item = before.length + 1;
  const others = diploma.catalogue.filter(
    (entry) => before.every((one) => one.title !== entry.title) && isThere(entry, awardedOn, today),
  );
  const elsewhere = chance.happens(abroad ? 0.5 : 0.03);
  const known = !elsewhere && chance.happens(0.75) && others.length > 0;
  const what: TitleDraft = known
    ? { item, title: chance.pick(others).title, awardedOn }
    : {
        item,
        kind: chance.pick(diploma.titleKinds).kind,
        country: elsewhere ? chance.pick(COUNTRIES) : null,
        awardedOn,
      };
  const measure = known ? undefined : measureOf(diploma, what);
  const level = chance.pick(diploma.levels.known);
  const yearsOfStudy = chance.between(3, 5);
  const measured = measure === undefined ? {} : measure === "level" ? { level } : { yearsOfStudy };
  const title: TitleDraft = {
    ...what,
    ...measured,
    ...(elsewhere && { attestation: chance.happens(0.8) ? measured : null }),
  };
  const matters = startMatters(diploma, title);
  return matters === undefined ? title : { ...title, startedOn: addDays(awardedOn, -chance.between(900, 1200)) };
}

/** One job after the other, with an occasional gap or overlap; the last often goes on. */
function inventPeriods(chance: Chance, { diploma }: Law, first: number, from: Day, today: Day): PeriodDraft[] {
  if (!asksExperience(diploma)) return [];
  const fields = fieldsOf(diploma);
  const counting = fields.filter(({ counts }) => counts === "yes");
  const count = chance.between(3, 8);
  const periods: PeriodDraft[] = [];
  let start = from;
  for (let index = 0; index < count && start < today; index++) {
    const end = addDays(start, chance.between(200, 1500));
    const field = chance.happens(0.85) && counting.length > 0 ? chance.pick(counting) : chance.pick(fields);
    const last = end >= today || (index === count - 1 && chance.happens(0.6));
    periods.push({
      item: first + index,
      from: start,
      to: last ? null : end,
      share: chance.happens(0.65) ? { as: "full" } : { as: "percent", percent: chance.pick([50, 60, 80, 90]) },
      field: field.field,
    });
    if (last) break;
    start = addDays(end, chance.between(-60, 200));
  }
  return periods;
}

function notAfter(day: Day, last: Day): Day {
  return day > last ? addDays(last, -30) : day;
}
