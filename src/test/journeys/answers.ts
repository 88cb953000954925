/** Answers that several tests give: a diploma, a foreign title, work at half time. */
import { date, type Fields, type Filled } from "./sent-forms.ts";

/** Below the school and the language. */
export const APPLY = "/deis/candidater";
export const PATH = "/deis/parcours";

export const begin = (base: string): Filled[] => [[base, {}]];
export const addTitle = (base: string): Filled => [`${base}/titres`, { more: "yes" }];
export const noMoreTitles = (base: string): Filled => [`${base}/titres`, { more: "no" }];

/** A title of the catalogue, as item `at`. */
export function named(base: string, at: number, title: string, awarded: readonly [number, number, number]): Filled[] {
  return [
    addTitle(base),
    [`${base}/titre/${at}`, { choice: `title:${title}` }],
    [`${base}/obtention/${at}`, date("awarded", ...awarded)],
  ];
}

/** A title of level 6 awarded in Belgium, with or without an attestation, as item `at`. */
export function foreign(base: string, at: number, attestation: Fields = { has: "no", level: "", years: "" }): Filled[] {
  return [
    addTitle(base),
    [`${base}/titre/${at}`, { choice: "kind:rncp" }],
    [`${base}/pays/${at}`, { place: "abroad", country: "BE" }],
    [`${base}/mesure/${at}`, { value: "6" }],
    [`${base}/attestation/${at}`, attestation],
    [`${base}/obtention/${at}`, date("awarded", 1, "juin", 2021)],
  ];
}

export type Work = {
  readonly from: readonly [number, number, number];
  readonly to?: readonly [number, number, number];
  readonly percent?: string;
  readonly field?: string;
};

export function worked(at: number, { from, to, percent, field = "social-intervention" }: Work): Filled[] {
  const share: Fields = percent === undefined ? { share: "full" } : { share: "percent", percent };
  const end: Fields = to ? date("to", ...to) : { ...date("to", "", "", ""), ongoing: "yes" };
  return [
    [`${APPLY}/experience`, { more: "yes" }],
    [`${APPLY}/periode/${at}`, { ...date("from", ...from), ...end, ...share, field }],
  ];
}

/** No more period, no corps, no waiver: the last questions. */
export const theRest: readonly Filled[] = [
  [`${APPLY}/experience`, { more: "no" }],
  [`${APPLY}/corps`, { corps: "none" }],
  [`${APPLY}/dispense`, { "waiver-vae-jury": "no" }],
];

/** A diploma of level 5 begun before the reform, a foreign title, four periods: every kind of question was asked. */
export const fullAnswers: readonly Filled[] = [
  ...begin(APPLY),
  ...foreign(APPLY, 1, { has: "yes", level: "6", years: "3" }),
  ...named(APPLY, 2, "DEASS", [30, 6, 2021]),
  [`${APPLY}/debut/2`, date("started", 4, 9, 2017)],
  noMoreTitles(APPLY),
  ...worked(3, { from: [1, 9, 2019], to: [31, 8, 2022], percent: "50" }),
  ...worked(4, { from: [1, 1, 2021], to: [30, 6, 2023], percent: "60", field: "to-decide" }),
  ...worked(5, { from: [1, 7, 2023] }),
  ...worked(6, { from: [1, 3, 2012], to: [1, 5, 2015], field: "other" }),
  ...theRest,
];
