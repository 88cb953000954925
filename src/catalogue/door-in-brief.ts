/** The shortest text that distinguishes a door from the others, generated from its conditions: for readers of the whole list. */
import { inBoth } from "../kit/in-both.ts";
import { type Label, type Lang, sayList, sayYears } from "../kit/lang.ts";
import type { Diploma, DoorEntry } from "../law/diploma.ts";
import { type Opener, readDoors } from "../law/doors.ts";
import { fieldsOf } from "../law/experience.ts";

export type DoorInBrief = {
  /** « diplôme d’État de travail social, niveau 6 (ancien II) ou plus »; empty if experience alone opens it. */
  readonly asks: string;
  /** The same with its experience. */
  readonly whole: string;
  /** The years of experience and their field, if the door asks for any. */
  readonly experience: { readonly years: number; readonly field: string; readonly label: string } | undefined;
};

export function doorInBrief(law: Diploma, { door }: DoorEntry, lang: Lang): DoorInBrief {
  const words = WORDS[lang];
  const { groups, experience } = readDoors(law).find(({ entry }) => entry.door === door)!;
  const asks = groups.map((openers) => alternatives(law, openers, lang).join(words.or)).join(words.and);
  if (!experience) return { asks, whole: asks, experience: undefined };
  const { years } = experience.experience;
  const field = fieldsOf(law).find((one) => one.field === experience.experience.field)!.label[lang];
  const label = words.experience(years, field);
  return { asks, whole: asks === "" ? label : `${asks}${words.with(label)}`, experience: { years, field, label } };
}

/** Groups kinds with the same measure, so that the measure is named once. */
function alternatives(law: Diploma, openers: readonly Opener[], lang: Lang): string[] {
  const named = openers.map((opener) => ({ name: nameOf(law, opener, lang), measure: measureOf(law, opener, lang) }));
  return [...Map.groupBy(named, ({ measure }) => measure)].map(([measure, group]) => {
    const names = group.map(({ name }) => name);
    return `${sayList(names, lang, "or")}${measure}`;
  });
}

function nameOf({ corps, waivers }: Diploma, opener: Opener, lang: Lang): string {
  const brief = (entry: { readonly label: Label; readonly brief?: Label }) => (entry.brief ?? entry.label)[lang];
  if ("title" in opener) return brief(opener.kind);
  if ("waiver" in opener) return brief(waivers.find(({ waiver }) => waiver === opener.waiver)!);
  const { length } = opener.corps;
  return length > 1 ? WORDS[lang].corps(length) : corps.find((one) => one.corps === opener.corps[0])!.label[lang];
}

/** With the level's former name, which is printed on most diplomas. */
function measureOf({ levels }: Diploma, opener: Opener, lang: Lang): string {
  if (!("title" in opener)) return "";
  const words = WORDS[lang];
  const { level, years } = opener.title.title;
  const former = Object.entries(levels.legacy).find(([, now]) => now === level)?.[0];
  return (level === undefined ? "" : words.level(level, former)) + (years === undefined ? "" : words.years(years));
}

const WORDS = inBoth({
  or: ["\u00a0; ou ", "; or "],
  and: ["\u00a0; et ", "; and "],
  level: (level: number, former: string | undefined) => [
    `, niveau\u00a0${level}${former === undefined ? "" : ` (ancien\u00a0${former})`} ou plus`,
    `, level ${level}${former === undefined ? "" : ` (formerly ${former})`} or above`,
  ],
  years: (years: number) => [
    `, ${sayYears(years, "fr")} d’études ou plus`,
    `, ${sayYears(years, "en")} of study or more`,
  ],
  corps: (count: number) => [
    `fonctionnaire de l’un des ${count} corps admis`,
    `civil servant of one of the ${count} corps admitted`,
  ],
  experience: (years: number, field: string) => [
    `${sayYears(years, "fr")} d’expérience (${field})`,
    `${sayYears(years, "en")} of experience (${field})`,
  ],
  with: (experience: string) => [`, et ${experience}`, `, and ${experience}`],
});
