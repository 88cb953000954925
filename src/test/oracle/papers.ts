/** What a title of the contract is: its kind, its level on its award day, and whether it was awarded in France. */
import type { Level, Title } from "./contract.ts";

export type Paper = {
  kind: "social-work-state" | "paramedical" | "rncp" | "higher-education";
  /** 0 for a higher-education title, which is measured in years. */
  level: number;
  /** 0 for a title that is measured by its level. */
  years: number;
};

const FIVE_SOCIAL_WORK = ["DEASS", "DEES", "DEEJE", "DEETS", "DECESF"];
const OTHER_SOCIAL_WORK: Record<string, number> = {
  CAFERUIS: 6,
  DSTS: 6,
  CAFDES: 7,
  DEIS: 7,
  DEMF: 6,
  DETISF: 4,
  DEME: 4,
  DEAES: 3,
};
export const CATALOGUE = [...FIVE_SOCIAL_WORK, ...Object.keys(OTHER_SOCIAL_WORK), "IDE"];

/** France and the territories that count as France. */
export const FRANCE = ["FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC", "TF"];

export function isFrench(title: { country?: string }): boolean {
  return title.country === undefined || FRANCE.includes(title.country);
}

export function levelOf(level: Level): number {
  if (typeof level === "number") return level;
  return { V: 3, IV: 4, III: 5, II: 6, I: 7 }[level];
}

export function paperOf(title: Title): Paper {
  if ("title" in title) return cataloguePaper(title.title, title.awardedOn, title.startedOn);
  if (title.kind === "higher-education") return { kind: title.kind, level: 0, years: title.yearsOfStudy };
  return { kind: title.kind, level: levelOf(title.level), years: 0 };
}

function cataloguePaper(key: string, awardedOn: string, startedOn: string | undefined): Paper {
  if (key === "IDE") return { kind: "paramedical", level: awardedOn < "2012-01-01" ? 5 : 6, years: 0 };
  if (!FIVE_SOCIAL_WORK.includes(key)) return { kind: "social-work-state", level: OTHER_SOCIAL_WORK[key]!, years: 0 };
  const beforeTheReform = awardedOn < "2021-01-01" || (startedOn !== undefined && startedOn < "2018-09-01");
  return { kind: "social-work-state", level: beforeTheReform ? 5 : 6, years: 0 };
}
