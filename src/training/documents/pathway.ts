/** The path that is left, as blocks of a document: hours unit by unit, what becomes of each exam, and why. */
import { type Lang, sayNumber } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Block, Mark, Row } from "../../record/documents/blocks.ts";
import { findingsBlock } from "../../record/documents/blocks.ts";
import type { DomainAnswer, ExamState, PathwayAnswer, UnitAnswer } from "../rules/pathway.ts";
import { sentences } from "../sentences.ts";

export function pathwayBlocks(answer: PathwayAnswer, lang: Lang): Block[] {
  const words = WORDS[lang];
  const { theory, practice, relief } = answer.totals;
  return [
    { kind: "heading", level: 1, text: words.path },
    { kind: "text", text: words.lead(hours(theory, lang), hours(practice, lang), hours(relief, lang)), lead: true },
    unitsTable(answer.units, lang),
    ...findingsBlock(answer.findings, sentences, lang, "facts"),
    ...answer.domains.flatMap((one) => domainBlocks(one, lang)),
  ];
}

function unitsTable(units: readonly UnitAnswer[], lang: Lang): Block {
  const words = WORDS[lang];
  const sum = (value: (one: UnitAnswer) => number) =>
    hours(
      units.reduce((total, one) => total + value(one), 0),
      lang,
    );
  const row = (one: UnitAnswer): Row => [
    one.unit.unit,
    capital(one.unit.label[lang]),
    hours(one.hours, lang),
    one.relief === 0 ? words.none : hours(one.relief, lang),
    one.reliefBy.map((by) => reliefWords(by, lang)).join(", "),
    hours(one.remaining, lang),
  ];
  return {
    kind: "table",
    caption: words.units,
    columns: [
      { label: words.unit },
      { label: words.subject, width: 4 },
      { label: words.hours, align: "end" },
      { label: words.relief, align: "end" },
      { label: words.reliefBy, width: 2 },
      { label: words.remaining, align: "end" },
    ],
    rows: units.map(row),
    totals: [[words.total, "", sum((one) => one.hours), sum((one) => one.relief), "", sum((one) => one.remaining)]],
  };
}

/** `grant:<protocol>` and `held:<domain>` in words; a title goes by its own short name. */
function reliefWords(by: string, lang: Lang): string {
  const words = WORDS[lang];
  return by.replace(/^grant:/, `${words.protocol} `).replace(/^held:/, `${words.held} `);
}

function domainBlocks({ domain, exam, findings }: DomainAnswer, lang: Lang): Block[] {
  const { mark, fr, en } = EXAMS[exam];
  return [
    {
      kind: "heading",
      level: 2,
      text: `${domain.domain} – ${capital(domain.label[lang])}`,
      aside: lang === "fr" ? fr : en,
      mark,
    },
    ...findingsBlock(findings, sentences, lang, "facts"),
  ];
}

function hours(count: number, lang: Lang): string {
  return `${sayNumber(count, lang)} h`;
}

const EXAMS: Readonly<Record<ExamState, { mark: Mark; fr: string; en: string }>> = {
  "to-sit": { mark: "unmet", fr: "Épreuve à passer", en: "Exam to sit" },
  dispensed: { mark: "met", fr: "Épreuve dispensée", en: "Exam dispensed" },
  contested: { mark: "open", fr: "Épreuve à confirmer", en: "Exam to be confirmed" },
  held: { mark: "met", fr: "Acquis", en: "Held" },
};

const WORDS = {
  fr: {
    path: "Mon parcours",
    lead: (theory: string, practice: string, relief: string) =>
      `Il reste à suivre ${theory} de formation théorique et ${practice} de formation pratique ; ${relief} sont allégées ou dispensées.`,
    units: "Heures par unité de formation : ce qu’elle compte, ce qui en est allégé, ce qu’il en reste.",
    unit: "Unité",
    subject: "Contenu",
    hours: "Heures",
    relief: "Allègement",
    reliefBy: "Au titre de",
    remaining: "Reste",
    none: "–",
    total: "Total",
    protocol: "protocole",
    held: "acquis,",
  },
  en: {
    path: "My path",
    lead: (theory: string, practice: string, relief: string) =>
      `${theory} of theory and ${practice} of practice are left to follow; ${relief} are relieved or dispensed.`,
    units: "Hours of each unit: what it counts, what is relieved, what is left.",
    unit: "Unit",
    subject: "Content",
    hours: "Hours",
    relief: "Relief",
    reliefBy: "On account of",
    remaining: "Left",
    none: "–",
    total: "Total",
    protocol: "protocol",
    held: "held,",
  },
} as const;
