/**
 * The remaining path: its sentence and table of hours, the same on pages and in documents; and the path as document blocks, with each
 * exam's state and reason.
 */
import type { Lang } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Diploma } from "../../law/diploma.ts";
import type { Finding } from "../../law/finding.ts";
import { type Block, findingsBlock, type Mark, type TableBlock } from "../../documents/blocks.ts";
import type { DomainAnswer, PathwayAnswer } from "../../decisions/pathway/rule.ts";
import type { ExamState } from "../../decisions/pathway/brought.ts";
import { sentences } from "../../decisions/pathway/sentences.ts";
import { pathWords, sayHours } from "./words.ts";

/** The figures of a path, by the keys of the contract: computed now, or stored. */
export type PathFigures = {
  readonly units: readonly {
    readonly unit: string;
    readonly hours: number;
    readonly relief: number;
    readonly remaining: number;
    readonly reliefBy: readonly string[];
  }[];
  readonly domains: readonly { readonly domain: string; readonly exam: ExamState }[];
  readonly totals: PathwayAnswer["totals"];
};

export function pathFigures({ units, domains, totals }: PathwayAnswer): PathFigures {
  return {
    units: units.map((one) => ({ ...one, unit: one.unit.unit })),
    domains: domains.map(({ domain, exam }) => ({ domain: domain.domain, exam })),
    totals,
  };
}

/** The path in a sentence, the exams to sit, and the caveats of this answer. */
export function sayPath(
  { totals, domains }: PathFigures,
  lang: Lang,
  voice: "asking" | "dossier" = "asking",
): { verdict: string; exams: string; nature: string } {
  const words = pathWords(lang);
  const { verdict, nature } = voice === "dossier" ? words.dossier : words;
  const count = (exam: ExamState) => domains.filter((one) => one.exam === exam).length;
  return {
    verdict: verdict(totals.theory, totals.practice),
    exams: words.exams(count("to-sit"), count("contested")),
    nature,
  };
}

/** Splits off the findings that are unverified for the whole path, to show them first. */
export function byCertainty<T extends { readonly confidence: string }>(
  findings: readonly T[],
): { doubtful: T[]; sure: T[] } {
  return {
    doubtful: findings.filter((one) => one.confidence === "unverified"),
    sure: findings.filter((one) => one.confidence !== "unverified"),
  };
}

export function hoursTable(law: Diploma, units: PathFigures["units"], lang: Lang): TableBlock {
  const words = pathWords(lang);
  const labels = new Map(law.domains.flatMap((one) => one.units.map(({ unit, label }) => [unit, label[lang]])));
  const name = (unit: string) => (labels.has(unit) ? `${unit} – ${capital(labels.get(unit)!)}` : unit);
  const sum = (of: (one: PathFigures["units"][number]) => number) =>
    sayHours(
      units.reduce((total, one) => total + of(one), 0),
      lang,
    );
  return {
    kind: "table",
    caption: words.hoursCaption,
    columns: [
      { label: words.unit, width: 3 },
      { label: words.total, align: "end" },
      { label: words.relief, align: "end" },
      { label: words.by, width: 1 },
      { label: words.remaining, align: "end" },
    ],
    rows: units.map((row) => [
      name(row.unit),
      sayHours(row.hours, lang),
      row.relief === 0 ? "–" : sayHours(row.relief, lang),
      row.reliefBy.map((by) => sayRelief(by, lang)).join(", ") || "–",
      sayHours(row.remaining, lang),
    ]),
    totals: [[words.sum, sum((one) => one.hours), sum((one) => one.relief), "", sum((one) => one.remaining)]],
  };
}

/** `grant:<protocol>` and `held:<domain>` in words; a title by its short name. */
function sayRelief(by: string, lang: Lang): string {
  const words = pathWords(lang);
  return by
    .replace(/^grant:(.*)$/s, (_, name: string) => words.grant(name))
    .replace(/^held:(.*)$/s, (_, name: string) => words.heldBy(name));
}

export function domainName(law: Diploma, domain: string, lang: Lang): string {
  const label = law.domains.find((one) => one.domain === domain)?.label[lang];
  return label === undefined ? domain : `${domain} – ${capital(label)}`;
}

/** The sentence, with the amounts to pay below it. */
export function pathOutcome(
  answer: PathwayAnswer,
  shares: readonly Block[],
  lang: Lang,
  ends: string | undefined,
): Block[] {
  const settled = answer.domains.every((one) => one.exam !== "contested");
  const doubtful = byCertainty(answer.findings).doubtful;
  const { verdict, exams, nature } = sayPath(pathFigures(answer), lang);
  return [
    {
      kind: "outcome",
      mark: settled ? "met" : "open",
      verdict,
      texts: [exams, nature, ...(ends === undefined ? [] : [ends])],
    },
    ...shares,
    ...findingsBlock(doubtful, sentences, lang, "facts"),
  ];
}

/** Its hours and its exams. */
export function pathwayBlocks(law: Diploma, answer: PathwayAnswer, lang: Lang): Block[] {
  const words = pathWords(lang);
  return [
    { kind: "heading", level: 1, text: words.hours },
    hoursTable(law, pathFigures(answer).units, lang),
    ...findingsBlock(byCertainty<Finding>(answer.findings).sure, sentences, lang, "facts"),
    { kind: "heading", level: 1, text: words.examsHeading },
    ...answer.domains.flatMap((one) => domainBlocks(law, one, lang)),
  ];
}

function domainBlocks(law: Diploma, { domain, exam, findings }: DomainAnswer, lang: Lang): Block[] {
  return [
    {
      kind: "heading",
      level: 2,
      text: domainName(law, domain.domain, lang),
      aside: pathWords(lang).states[exam],
      mark: MARKS[exam],
    },
    ...findingsBlock(findings, sentences, lang, "facts"),
  ];
}

const MARKS: Readonly<Record<ExamState, Mark>> = {
  "to-sit": "unmet",
  dispensed: "met",
  contested: "open",
  held: "met",
};
