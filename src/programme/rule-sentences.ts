/** The words of « La règle »: what an entry says where it has no label of its own, and how sure we are. */
import { type Lang, plural, sayDay, sayList, sayNumber, du } from "../kit/lang.ts";
import type { Confidence } from "../law/entry.ts";

const fr = {
  title: "La règle",
  lead: (count: number) =>
    `Sur quoi reposent les réponses : ${sayNumber(count, "fr")} règles, dans nos mots, chacune avec son article et notre degré de certitude. Il n’est pas besoin de les lire pour candidater.`,
  contents: "Les textes",
  filter: "Montrer seulement",
  all: "tout",
  shown: (count: number, what: string) =>
    `${sayNumber(count, "fr")} ${plural(count, "règle", "règles", "fr")} : ${what}.`,
  confidence: {
    text: "lu dans le texte",
    local: "choix de l’établissement",
    interpretation: "interprétation",
    conflict: "textes contradictoires",
    unverified: "non vérifié",
  } satisfies Record<Confidence, string> as Record<Confidence, string>,
  explained: {
    text: "Nous l’avons lu dans le texte cité ou sur une page officielle, dans l’état indiqué.",
    local: "L’établissement le décide lui-même ; aucun texte national ne le lui impose.",
    interpretation:
      "Le texte se tait ou se lit de plusieurs façons. Nous avons choisi une lecture, et disons laquelle et pourquoi.",
    conflict: "Deux règles se contredisent. Nous ne tranchons pas : une personne compétente doit le faire.",
    unverified: "C’est plausible, mais nous ne l’avons pas vérifié dans un texte en vigueur.",
  } satisfies Record<Confidence, string> as Record<Confidence, string>,
  where: "Où c’est écrit",
  sure: "Notre degré de certitude",
  why: "Pourquoi",
  validity: "Depuis quand",
  wholeVersion: (version: string, from: string, to: string | undefined) =>
    to === undefined
      ? `Toute la version ${version}, depuis le ${sayDay(from, "fr")}.`
      : `Toute la version ${version}, du ${sayDay(from, "fr")} au ${sayDay(to, "fr")}.`,
  schoolFile: "Tant que l’établissement ne le change pas.",
  validFrom: (day: string) => `à partir du ${sayDay(day, "fr")}`,
  validTo: (day: string) => `jusqu’au ${sayDay(day, "fr")}`,
  appliedBy: "À quoi elle sert",
  appliedWords: {
    eligibility: "« Puis-je candidater ? »",
    pathway: "« Mon parcours »",
    quote: "« Mon prix »",
    places: "l’attribution des places",
    hours: "le compte des heures suivies",
    certification: "le résultat des épreuves",
    jury: "la composition du jury et ce qu’il décide",
  },
  shownOnly: "Aucune réponse n’en dépend : elle est affichée sur la page de la formation.",
  decisionApi: "pour les programmes",
  cases: "Des exemples",
  caseCount: (count: number) =>
    `${sayNumber(count, "fr")} ${plural(count, "personne inventée à qui cette règle s’applique, et sa réponse", "personnes inventées à qui cette règle s’applique, et leurs réponses", "fr")}.`,
  noCase: "Aucun exemple n’est encore écrit pour cette règle.",
  given: "Faits",
  expected: "Réponse attendue",
  textRead: (state: string) => `État du texte lu : ${state}.`,
  readText: "Lire ce texte",
  inFile: "Dans le fichier",
  related: "Le même article",
  titleOfKind: (kind: string, measures: readonly string[], abroad: string) =>
    `Titre : ${kind}${measures.length > 0 ? `, ${sayList(measures, "fr", "or")}` : ""}. ${abroad}`,
  levelAtLeast: (level: number) => `niveau ${level} ou plus`,
  yearsAtLeast: (years: number) => `${years} ans d’études ou plus`,
  abroadDecision: "Obtenu à l’étranger, il est apprécié par une décision motivée de l’établissement.",
  abroadAttestation: "Obtenu à l’étranger, il est jugé sur son attestation de niveau.",
  experience: (years: number, field: string) => `${years} ans d’expérience (${field}).`,
  corps: (names: readonly string[]) => `Appartenance à l’un de ces corps : ${sayList(names, "fr", "or")}.`,
  waiver: (label: string) => `Décision : ${label}.`,
  levelEntry: (title: string, level: number, bounds: readonly string[]) =>
    `${title} : niveau ${level}${bounds.length > 0 ? `, ${sayList(bounds, "fr")}` : ""}.`,
  awardedBefore: (day: string) => `obtenu avant le ${sayDay(day, "fr")}`,
  awardedFrom: (day: string) => `obtenu à partir du ${sayDay(day, "fr")}`,
  startedBefore: (day: string) => `formation commencée avant le ${sayDay(day, "fr")}`,
  dispense: (domain: string, exam: "dispensed" | "contested") =>
    exam === "dispensed"
      ? `Dispense ${du(domain)} : heures et épreuve.`
      : `Heures ${du(domain)} dispensées ; la dispense de l’épreuve est contestée.`,
  allegement: (unit: string, percent: number) =>
    percent === 100 ? `Allègement total de l’unité ${unit}.` : `Allègement de ${percent} % de l’unité ${unit}.`,
  relief: (title: string) => `Effets ${du(title)} sur la formation et les épreuves.`,
  registration: (code: string, level: number, until: string) =>
    `Enregistrement ${code} au répertoire national, niveau ${level}, jusqu’au ${sayDay(until, "fr")}.`,
  levelsKnown: (levels: readonly string[]) => `Les niveaux comptés : ${sayList(levels, "fr")}.`,
  levels: (pairs: readonly string[]) => `Correspondance des anciens niveaux : ${sayList(pairs, "fr")}.`,
  home: (countries: readonly string[]) =>
    `Un titre de ces territoires n’est pas un titre étranger : ${sayList(countries, "fr")}.`,
  hours: (min: number, max: number) =>
    min === max
      ? `${sayNumber(min, "fr")} heures exactement.`
      : `De ${sayNumber(min, "fr")} à ${sayNumber(max, "fr")} heures.`,
  weight: (weight: number) => `Coefficient ${weight}.`,
  threshold: (threshold: number, outOf: number) => `Validée à partir de ${sayNumber(threshold, "fr")} sur ${outOf}.`,
  measure: (min: number | undefined, max: number | undefined) => `De ${min ?? "…"} à ${max ?? "…"}.`,
  exactly: (value: number) => `${sayNumber(value, "fr")} exactement.`,
  count: (count: number) => `Nombre : ${count}.`,
  theory: (hours: number) => `${sayNumber(hours, "fr")} heures de théorie.`,
  value: (value: string | number) => `Valeur : ${typeof value === "number" ? sayNumber(value, "fr") : value}.`,
  amount: (amount: string) => `Montant : ${amount}.`,
  percent: (value: number) => `Valeur : ${sayNumber(value, "fr")} %.`,
  counts: {
    yes: "Cette expérience compte.",
    no: "Cette expérience ne compte pas.",
    undecided: "L’établissement apprécie si elle compte.",
  },
  years: (years: number) => `Durée : ${years} ans.`,
  days: (days: number) => `Un an : ${days} jours.`,
};

export type RuleWords = typeof fr;

const en: RuleWords = {
  title: "The rule",
  lead: (count) =>
    `What the answers rest on: ${sayNumber(count, "en")} rules, in our own words, each with its article and how sure we are. You need not read them to apply.`,
  contents: "The texts",
  filter: "Show only",
  all: "all",
  shown: (count, what) => `${sayNumber(count, "en")} ${plural(count, "rule", "rules", "en")}: ${what}.`,
  confidence: {
    text: "read in the text",
    local: "choice of the school",
    interpretation: "interpretation",
    conflict: "texts in conflict",
    unverified: "not verified",
  },
  explained: {
    text: "We read it in the cited text or on an official page, in the state given.",
    local: "The school decides it by itself; no national text imposes it.",
    interpretation: "The text is silent or can be read in several ways. We chose one reading, and say which and why.",
    conflict: "Two rules contradict each other. We do not settle it: a competent person must.",
    unverified: "It is plausible, but we did not verify it in a text in force.",
  },
  where: "Where it is written",
  sure: "How sure we are",
  why: "Why",
  validity: "Since when",
  wholeVersion: (version, from, to) =>
    to === undefined
      ? `The whole of version ${version}, since ${sayDay(from, "en")}.`
      : `The whole of version ${version}, from ${sayDay(from, "en")} to ${sayDay(to, "en")}.`,
  schoolFile: "For as long as the school does not change it.",
  validFrom: (day) => `from ${sayDay(day, "en")}`,
  validTo: (day) => `until ${sayDay(day, "en")}`,
  appliedBy: "What it is for",
  appliedWords: {
    eligibility: "“May I apply?”",
    pathway: "“My path”",
    quote: "“My price”",
    places: "how places are given",
    hours: "how hours followed are counted",
    certification: "the result of the exams",
    jury: "who composes the jury, and what it decides",
  },
  shownOnly: "No answer depends on it: it is shown on the page of the course.",
  decisionApi: "for programs",
  cases: "Examples",
  caseCount: (count) =>
    `${sayNumber(count, "en")} ${plural(count, "invented person to whom this rule applies, and the answer", "invented people to whom this rule applies, and their answers", "en")}.`,
  noCase: "No example has been written for this rule yet.",
  given: "Facts",
  expected: "Expected answer",
  textRead: (state) => `State of the text read: ${state}.`,
  readText: "Read this text",
  inFile: "In the file",
  related: "The same article",
  titleOfKind: (kind, measures, abroad) =>
    `Title: ${kind}${measures.length > 0 ? `, ${sayList(measures, "en", "or")}` : ""}. ${abroad}`,
  levelAtLeast: (level) => `level ${level} or above`,
  yearsAtLeast: (years) => `${years} years of study or more`,
  abroadDecision: "Awarded abroad, it is assessed in a reasoned decision of the school.",
  abroadAttestation: "Awarded abroad, it is judged on its attestation of level.",
  experience: (years, field) => `${years} years of experience (${field}).`,
  corps: (names) => `Membership of one of these corps: ${sayList(names, "en", "or")}.`,
  waiver: (label) => `Decision: ${label}.`,
  levelEntry: (title, level, bounds) =>
    `${title}: level ${level}${bounds.length > 0 ? `, ${sayList(bounds, "en")}` : ""}.`,
  awardedBefore: (day) => `awarded before ${sayDay(day, "en")}`,
  awardedFrom: (day) => `awarded from ${sayDay(day, "en")}`,
  startedBefore: (day) => `course begun before ${sayDay(day, "en")}`,
  dispense: (domain, exam) =>
    exam === "dispensed"
      ? `Dispense from ${domain}: hours and exam.`
      : `Hours of ${domain} dispensed; the dispense from the exam is contested.`,
  allegement: (unit, percent) =>
    percent === 100 ? `Total allègement of unit ${unit}.` : `Allègement of ${percent}% of unit ${unit}.`,
  relief: (title) => `Effects of the ${title} on the course and the exams.`,
  registration: (code, level, until) =>
    `Registration ${code} in the national directory, level ${level}, until ${sayDay(until, "en")}.`,
  levelsKnown: (levels) => `The levels that count: ${sayList(levels, "en")}.`,
  levels: (pairs) => `Correspondence of the former levels: ${sayList(pairs, "en")}.`,
  home: (countries) => `A title of these territories is not a foreign one: ${sayList(countries, "en")}.`,
  hours: (min, max) =>
    min === max
      ? `Exactly ${sayNumber(min, "en")} hours.`
      : `From ${sayNumber(min, "en")} to ${sayNumber(max, "en")} hours.`,
  weight: (weight) => `Weight ${weight}.`,
  threshold: (threshold, outOf) => `Validated from ${sayNumber(threshold, "en")} of ${outOf}.`,
  measure: (min, max) => `From ${min ?? "…"} to ${max ?? "…"}.`,
  exactly: (value) => `Exactly ${sayNumber(value, "en")}.`,
  count: (count) => `Number: ${count}.`,
  theory: (hours) => `${sayNumber(hours, "en")} hours of theory.`,
  value: (value) => `Value: ${typeof value === "number" ? sayNumber(value, "en") : value}.`,
  amount: (amount) => `Amount: ${amount}.`,
  percent: (value) => `Value: ${sayNumber(value, "en")}%.`,
  counts: {
    yes: "This experience counts.",
    no: "This experience does not count.",
    undecided: "The school assesses whether it counts.",
  },
  years: (years) => `Duration: ${years} years.`,
  days: (days) => `One year: ${days} days.`,
};

export const ruleWords: Readonly<Record<Lang, RuleWords>> = { fr, en };
