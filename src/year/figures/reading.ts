/** Gathers what the decision on the year's rates asks: juries, trainings and surveys of a year, by site. */
import { createHash } from "node:crypto";
import type { Performing } from "../../act/act.ts";
import { canonical } from "../../kit/canonical.ts";
import type { IndicatorsAnswer, IndicatorsInput } from "../../decisions/indicators/rule.ts";
import type { Basis, Law } from "../../law/law.ts";
import type { SurveyKey, YearEntries } from "../../law/year.ts";
import { siteOf } from "../rules/site.ts";
import { awaitedSurveys, closedSurveys } from "../surveys/counted.ts";
import { countedPerson } from "./rules/person.ts";
import { type AwaitedSurvey, type Shown, shownOf } from "./rules/shown.ts";
import { type InYear, peopleOfYear } from "./store.ts";

type Given = Pick<Performing<unknown>, "tx" | "today" | "law" | "decide">;
type Of = { readonly diploma: string; readonly year: number };

export type Gathered = {
  readonly law: Law;
  readonly entries: YearEntries;
  readonly input: IndicatorsInput;
  /** Those in the input. */
  readonly people: readonly InYear[];
  /** Whose cohort has no site yet, and who withdrew before they were in training: in no rate. */
  readonly unsited: readonly InYear[];
  readonly withdrawn: readonly InYear[];
  readonly awaited: readonly AwaitedSurvey[];
};

/** Undefined where the school's file says nothing of it. */
export async function gathered({ tx, today, law: lawOf }: Given, { diploma, year }: Of): Promise<Gathered | undefined> {
  const law = lawOf(diploma, { on: today });
  const entries = law?.establishment.year;
  if (!law || !entries || !law.establishment.money) return undefined;
  const { campuses } = law.establishment;
  const named = (campus: string) => campuses.find((one) => one.campus === campus)?.name ?? campus;
  const [people, unsited, withdrawn]: [InYear[], InYear[], InYear[]] = [[], [], []];
  const counted: IndicatorsInput["people"][number][] = [];
  for (const one of await peopleOfYear(tx, diploma, year)) {
    const person = countedPerson(one, today);
    const campus = siteOf(law.establishment, one.campus);
    if (!person) withdrawn.push(one);
    else if (campus === undefined) unsited.push(one);
    else {
      people.push(one);
      counted.push({ ...person, site: named(campus) });
    }
  }
  const polls = (await closedSurveys(tx, law, { diploma, year })).map(({ campus, ...one }) => ({
    ...one,
    site: named(campus),
  }));
  const sites = new Set([
    ...campuses.map(({ name }) => name),
    ...counted.map(({ site }) => site),
    ...polls.map(({ site }) => site),
  ]);
  // A cast: which answers go with which survey is the school’s file’s to say, and was checked when it was loaded.
  const surveys = polls as NonNullable<IndicatorsInput["surveys"]>;
  const id = `${diploma} ${String(year)}`;
  if (sites.size === 0) return undefined;
  const input: IndicatorsInput = { id, diploma, on: today, year, sites: [...sites], people: counted, surveys };
  const concerned = (survey: SurveyKey, site: string) =>
    counted.some(
      (one) =>
        one.site === site &&
        (survey === "end" ? [one.plannedEnd] : (one.rulings ?? []).map(({ on }) => on)).some((day) =>
          day.startsWith(`${String(year)}-`),
        ),
    );
  const awaited = (await awaitedSurveys(tx, law, { diploma, year, today })).flatMap(({ survey, open, asks }) => {
    const closed = new Set(polls.filter((one) => one.survey === survey).map(({ site }) => site));
    const there = new Set(open.map(named));
    return [...sites]
      .filter((site) => there.has(site) || (asks && !closed.has(site) && concerned(survey, site)))
      .map((site) => ({ survey, site }));
  });
  return { law, entries, input, people, unsited, withdrawn, awaited };
}

export type Computed = {
  readonly answer: IndicatorsAnswer;
  readonly basis: Basis;
  /** What the decision says to the school, in both languages. */
  readonly findings: (lang: "fr" | "en") => readonly { readonly reason: string }[];
  readonly shown: Shown;
  readonly inputHash: string;
};

export function computed(
  { decide, today }: Given,
  { law, entries, input, awaited }: Gathered,
  { diploma, year }: Of,
): Computed {
  const decided = decide("indicators", input, { gathered: true });
  // What is gathered from facts is always valid: anything else is a bug.
  if (!decided || !("answer" in decided)) throw new Error("The rates of a year were refused");
  const { basis, ...answer } = decided.answer("fr") as unknown as IndicatorsAnswer & Pick<Computed, "basis">;
  const minimum = law.establishment.money!.indicators.minimum.people;
  const shown = shownOf(answer, { diploma, year, on: today, entries, minimum, awaited });
  return {
    answer,
    basis,
    findings: (lang) => decided.answer(lang).findings as readonly { readonly reason: string }[],
    shown,
    // The day of the question is no fact: two publications that say the same of the same facts have the same hash. By itself the day may change
    // what is said: an interruption of a year becomes a departure.
    inputHash: hashOf({ ...input, on: null, shown: { ...shown, on: null } }),
  };
}

export function hashOf(value: object): string {
  return `sha256:${createHash("sha256").update(canonical(value)).digest("hex")}`;
}
