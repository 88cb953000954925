/** The words of « La règle »: entries without a label of their own, and our confidence. */
import { inBoth } from "../kit/in-both.ts";
import { plural, sayDay, sayList, sayNumber, du } from "../kit/lang.ts";

export const ruleWords = inBoth({
  title: ["La règle", "The rule"],
  lead: (count: number) => [
    `Sur quoi reposent les réponses : ${sayNumber(count, "fr")} règles, dans nos mots, chacune avec son article et notre degré de certitude. Il n’est pas besoin de les lire pour candidater.`,
    `What the answers rest on: ${sayNumber(count, "en")} rules, in our own words, each with its article and how sure we are. You need not read them to apply.`,
  ],
  contents: ["Les textes", "The texts"],
  filter: ["Montrer seulement", "Show only"],
  all: ["tout", "all"],
  shown: (count: number, what: string) => [
    `${sayNumber(count, "fr")} ${plural(count, "règle", "règles", "fr")} : ${what}.`,
    `${sayNumber(count, "en")} ${plural(count, "rule", "rules", "en")}: ${what}.`,
  ],
  confidence: {
    text: ["lu dans le texte", "read in the text"],
    local: ["choix de l’établissement", "choice of the school"],
    interpretation: ["interprétation", "interpretation"],
    conflict: ["textes contradictoires", "texts in conflict"],
    unverified: ["non vérifié", "not verified"],
  },
  explained: {
    text: [
      "Nous l’avons lu dans le texte cité ou sur une page officielle, dans l’état indiqué.",
      "We read it in the cited text or on an official page, in the state given.",
    ],
    local: [
      "L’établissement le décide lui-même ; aucun texte national ne le lui impose.",
      "The school decides it by itself; no national text imposes it.",
    ],
    interpretation: [
      "Le texte se tait ou se lit de plusieurs façons. Nous avons choisi une lecture, et disons laquelle et pourquoi.",
      "The text is silent or can be read in several ways. We chose one reading, and say which and why.",
    ],
    conflict: [
      "Deux règles se contredisent. Nous ne tranchons pas : une personne compétente doit le faire.",
      "Two rules contradict each other. We do not settle it: a competent person must.",
    ],
    unverified: [
      "C’est plausible, mais nous ne l’avons pas vérifié dans un texte en vigueur.",
      "It is plausible, but we did not verify it in a text in force.",
    ],
  },
  where: ["Où c’est écrit", "Where it is written"],
  sure: ["Notre degré de certitude", "How sure we are"],
  why: ["Pourquoi", "Why"],
  validity: ["Depuis quand", "Since when"],
  wholeVersion: (version: string, from: string, to: string | undefined) => [
    to === undefined
      ? `Toute la version ${version}, depuis le ${sayDay(from, "fr")}.`
      : `Toute la version ${version}, du ${sayDay(from, "fr")} au ${sayDay(to, "fr")}.`,
    to === undefined
      ? `The whole of version ${version}, since ${sayDay(from, "en")}.`
      : `The whole of version ${version}, from ${sayDay(from, "en")} to ${sayDay(to, "en")}.`,
  ],
  schoolFile: ["Tant que l’établissement ne le change pas.", "For as long as the school does not change it."],
  validFrom: (day: string) => [`à partir du ${sayDay(day, "fr")}`, `from ${sayDay(day, "en")}`],
  validTo: (day: string) => [`jusqu’au ${sayDay(day, "fr")}`, `until ${sayDay(day, "en")}`],
  appliedBy: ["À quoi elle sert", "What it is for"],
  appliedWords: {
    eligibility: ["« Puis-je candidater ? »", "“May I apply?”"],
    pathway: ["« Mon parcours »", "“My path”"],
    quote: ["« Mon prix »", "“My price”"],
    places: ["l’attribution des places", "how places are given"],
    hours: ["le compte des heures suivies", "how hours followed are counted"],
    certification: ["le résultat des épreuves", "the result of the exams"],
    jury: ["la composition du jury et ce qu’il décide", "who composes the jury, and what it decides"],
    agreement: ["le papier de chaque payeur", "the paper of each payer"],
    schedule: ["l’échéancier", "the schedule"],
    invoice: ["les factures", "invoices"],
    account: ["le compte de chaque débiteur", "the account of each debtor"],
    indicators: ["les taux publiés", "the rates published"],
    bpf: ["le bilan pédagogique et financier", "the yearly declaration"],
  },
  shownOnly: [
    "Aucune réponse n’en dépend : elle est affichée sur la page de la formation.",
    "No answer depends on it: it is shown on the page of the course.",
  ],
  decisionApi: ["pour les programmes", "for programs"],
  cases: ["Des exemples", "Examples"],
  caseCount: (count: number) => [
    `${sayNumber(count, "fr")} ${plural(count, "personne inventée à qui cette règle s’applique, et sa réponse", "personnes inventées à qui cette règle s’applique, et leurs réponses", "fr")}.`,
    `${sayNumber(count, "en")} ${plural(count, "invented person to whom this rule applies, and the answer", "invented people to whom this rule applies, and their answers", "en")}.`,
  ],
  noCase: ["Aucun exemple n’est encore écrit pour cette règle.", "No example has been written for this rule yet."],
  given: ["Faits", "Facts"],
  expected: ["Réponse attendue", "Expected answer"],
  textRead: (state: string) => [`État du texte lu : ${state}.`, `State of the text read: ${state}.`],
  readText: ["Lire ce texte", "Read this text"],
  inFile: ["Dans le fichier", "In the file"],
  related: ["Le même article", "The same article"],
  titleOfKind: (kind: string, measures: readonly string[], abroad: string) => [
    `Titre : ${kind}${measures.length > 0 ? `, ${sayList(measures, "fr", "or")}` : ""}. ${abroad}`,
    `Title: ${kind}${measures.length > 0 ? `, ${sayList(measures, "en", "or")}` : ""}. ${abroad}`,
  ],
  levelAtLeast: (level: number) => [`niveau ${level} ou plus`, `level ${level} or above`],
  yearsAtLeast: (years: number) => [`${years} ans d’études ou plus`, `${years} years of study or more`],
  abroadDecision: [
    "Obtenu à l’étranger, il est apprécié par une décision motivée de l’établissement.",
    "Awarded abroad, it is assessed in a reasoned decision of the school.",
  ],
  abroadAttestation: [
    "Obtenu à l’étranger, il est jugé sur son attestation de niveau.",
    "Awarded abroad, it is judged on its attestation of level.",
  ],
  experience: (years: number, field: string) => [
    `${years} ans d’expérience (${field}).`,
    `${years} years of experience (${field}).`,
  ],
  corps: (names: readonly string[]) => [
    `Appartenance à l’un de ces corps : ${sayList(names, "fr", "or")}.`,
    `Membership of one of these corps: ${sayList(names, "en", "or")}.`,
  ],
  waiver: (label: string) => [`Décision : ${label}.`, `Decision: ${label}.`],
  levelEntry: (title: string, level: number, bounds: readonly string[]) => [
    `${title} : niveau ${level}${bounds.length > 0 ? `, ${sayList(bounds, "fr")}` : ""}.`,
    `${title}: level ${level}${bounds.length > 0 ? `, ${sayList(bounds, "en")}` : ""}.`,
  ],
  awardedBefore: (day: string) => [`obtenu avant le ${sayDay(day, "fr")}`, `awarded before ${sayDay(day, "en")}`],
  awardedFrom: (day: string) => [`obtenu à partir du ${sayDay(day, "fr")}`, `awarded from ${sayDay(day, "en")}`],
  startedBefore: (day: string) => [
    `formation commencée avant le ${sayDay(day, "fr")}`,
    `course begun before ${sayDay(day, "en")}`,
  ],
  dispense: (domain: string, exam: "dispensed" | "contested") => [
    exam === "dispensed"
      ? `Dispense ${du(domain)} : heures et épreuve.`
      : `Heures ${du(domain)} dispensées ; la dispense de l’épreuve est contestée.`,
    exam === "dispensed"
      ? `Dispense from ${domain}: hours and exam.`
      : `Hours of ${domain} dispensed; the dispense from the exam is contested.`,
  ],
  allegement: (unit: string, percent: number) => [
    percent === 100 ? `Allègement total de l’unité ${unit}.` : `Allègement de ${percent} % de l’unité ${unit}.`,
    percent === 100 ? `Total allègement of unit ${unit}.` : `Allègement of ${percent}% of unit ${unit}.`,
  ],
  relief: (title: string) => [
    `Effets ${du(title)} sur la formation et les épreuves.`,
    `Effects of the ${title} on the course and the exams.`,
  ],
  registration: (code: string, level: number, until: string) => [
    `Enregistrement ${code} au répertoire national, niveau ${level}, jusqu’au ${sayDay(until, "fr")}.`,
    `Registration ${code} in the national directory, level ${level}, until ${sayDay(until, "en")}.`,
  ],
  levelsKnown: (levels: readonly string[]) => [
    `Les niveaux comptés : ${sayList(levels, "fr")}.`,
    `The levels that count: ${sayList(levels, "en")}.`,
  ],
  levels: (pairs: readonly string[]) => [
    `Correspondance des anciens niveaux : ${sayList(pairs, "fr")}.`,
    `Correspondence of the former levels: ${sayList(pairs, "en")}.`,
  ],
  home: (countries: readonly string[]) => [
    `Un titre de ces territoires n’est pas un titre étranger : ${sayList(countries, "fr")}.`,
    `A title of these territories is not a foreign one: ${sayList(countries, "en")}.`,
  ],
  hours: (min: number, max: number) => [
    min === max
      ? `${sayNumber(min, "fr")} heures exactement.`
      : `De ${sayNumber(min, "fr")} à ${sayNumber(max, "fr")} heures.`,
    min === max
      ? `Exactly ${sayNumber(min, "en")} hours.`
      : `From ${sayNumber(min, "en")} to ${sayNumber(max, "en")} hours.`,
  ],
  weight: (weight: number) => [`Coefficient ${weight}.`, `Weight ${weight}.`],
  threshold: (threshold: number, outOf: number) => [
    `Validée à partir de ${sayNumber(threshold, "fr")} sur ${outOf}.`,
    `Validated from ${sayNumber(threshold, "en")} of ${outOf}.`,
  ],
  measure: (min: number | undefined, max: number | undefined) => [
    `De ${min ?? "…"} à ${max ?? "…"}.`,
    `From ${min ?? "…"} to ${max ?? "…"}.`,
  ],
  exactly: (value: number) => [`${sayNumber(value, "fr")} exactement.`, `Exactly ${sayNumber(value, "en")}.`],
  count: (count: number) => [`Nombre : ${count}.`, `Number: ${count}.`],
  theory: (hours: number) => [
    `${sayNumber(hours, "fr")} heures de théorie.`,
    `${sayNumber(hours, "en")} hours of theory.`,
  ],
  value: (value: string | number) => [
    `Valeur : ${typeof value === "number" ? sayNumber(value, "fr") : value}.`,
    `Value: ${typeof value === "number" ? sayNumber(value, "en") : value}.`,
  ],
  amount: (amount: string) => [`Montant : ${amount}.`, `Amount: ${amount}.`],
  percent: (value: number) => [`Valeur : ${sayNumber(value, "fr")} %.`, `Value: ${sayNumber(value, "en")}%.`],
  counts: {
    yes: ["Cette expérience compte.", "This experience counts."],
    no: ["Cette expérience ne compte pas.", "This experience does not count."],
    undecided: ["L’établissement apprécie si elle compte.", "The school assesses whether it counts."],
  },
  years: (years: number) => [`Durée : ${years} ans.`, `Duration: ${years} years.`],
  days: (days: number) => [`Nombre de jours : ${days}.`, `Number of days: ${days}.`],
});

export type RuleWords = typeof ruleWords.fr;
