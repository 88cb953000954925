/** What the pages to enrol show: the days of each cohort, and of each person the cohort that was chosen and what is wanting. */
import type { Shown } from "../act/shows.ts";
import { type Label, labelled, sayDay } from "../kit/lang.ts";
import type { Cohort } from "../training/cohorts/cohorts.ts";

type Spans = Pick<Cohort, "id" | "name" | "startsOn" | "endsOn">;

export function cohortLine({ name, startsOn, endsOn }: Spans): Shown[number] {
  return {
    what: labelled(() => name),
    is: {
      fr: `du ${sayDay(startsOn, "fr")} au ${sayDay(endsOn, "fr")}`,
      en: `from ${sayDay(startsOn, "en")} to ${sayDay(endsOn, "en")}`,
    },
  };
}

type Chosen = { readonly name: string; readonly number: string; readonly chosen: string | null };

/** `chosen`: the id of the cohort that is meant; null where none was said. */
export function personLine({ name, number, chosen }: Chosen, cohorts: readonly Spans[]): Shown[number] {
  const meant = cohorts.find(({ id }) => id === chosen)?.name ?? "–";
  return {
    what: { fr: `Promotion prévue, ${name} (${number})`, en: `Cohort meant, ${name} (${number})` },
    is: labelled(() => meant),
  };
}

/** Before the contract is concluded. */
export function wantingLine(wanting: readonly Label[]): Shown[number] {
  const said = labelled((lang) => wanting.map((one) => one[lang]).join(" "));
  return {
    what: { fr: "Ce qui manque", en: "What is wanting" },
    is: wanting.length === 0 ? { fr: "–", en: "–" } : said,
  };
}
