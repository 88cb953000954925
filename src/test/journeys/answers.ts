/** Answers that several tests give: a diploma, a foreign title, work at half time. */
import { date, type Fields, type Filled } from "./sent-forms.ts";

/** Below the school and the language. */
export const APPLY = "/deis/candidater";
export const PATH = "/deis/parcours";

export const noMoreTitles = (base: string): Filled => [`${base}/titres`, {}];

/** A title of the catalogue, added to the list. */
export function named(
  base: string,
  title: string,
  awarded: readonly [number, number, number],
  more: Fields = {},
): Filled {
  return [`${base}/titres`, { choice: `title:${title}`, ...date("awarded", ...awarded), ...more, _then: "add" }];
}

/** A title of level 6 awarded in Belgium, with or without an attestation. */
export function foreign(base: string, attestation: Fields = { level: "", years: "" }): Filled {
  return [
    `${base}/titres`,
    {
      choice: "kind:rncp",
      measure: "6",
      country: "BE",
      ...attestation,
      ...date("awarded", 1, "juin", 2021),
      _then: "add",
    },
  ];
}

export type Work = {
  readonly from: readonly [number, number, number];
  readonly to?: readonly [number, number, number];
  readonly percent?: string;
  readonly field?: string;
};

export function worked({ from, to, percent, field = "social-intervention" }: Work): Filled {
  const share: Fields = percent === undefined ? { share: "full" } : { share: "percent", percent };
  const end: Fields = to ? date("to", ...to) : { ...date("to", "", "", ""), ongoing: "yes" };
  return [`${APPLY}/experience`, { ...date("from", ...from), ...end, ...share, field, _then: "add" }];
}

export const noMoreWork: Filled = [`${APPLY}/experience`, {}];

/** No more period, and the last questions, which are asked where nothing opens a door. */
export const theRest: readonly Filled[] = [
  noMoreWork,
  [`${APPLY}/corps`, { corps: "none" }],
  [`${APPLY}/dispense`, { "waiver-vae-jury": "no" }],
];

/** A diploma of level 5 begun before the reform, a foreign title, four periods: every kind of question was asked. */
export const fullAnswers: readonly Filled[] = [
  foreign(APPLY, { level: "6", years: "3" }),
  named(APPLY, "DEASS", [30, 6, 2021], date("started", 4, 9, 2017)),
  noMoreTitles(APPLY),
  worked({ from: [1, 9, 2019], to: [31, 8, 2022], percent: "50" }),
  worked({ from: [1, 1, 2021], to: [30, 6, 2023], percent: "60", field: "to-decide" }),
  worked({ from: [1, 7, 2023] }),
  worked({ from: [1, 3, 2012], to: [1, 5, 2015], field: "other" }),
  ...theRest,
];
