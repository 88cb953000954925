/** The words of surveys. */
import { inBoth } from "../../../kit/in-both.ts";
import { type Lang, plural, sayDay, sayList } from "../../../kit/lang.ts";

function sayDelay(days: number, months: number, lang: Lang): string {
  const parts = [
    ...(months > 0
      ? [
          `${String(months)} ${plural(months, lang === "fr" ? "mois" : "month", lang === "fr" ? "mois" : "months", lang)}`,
        ]
      : []),
    ...(days > 0
      ? [`${String(days)} ${plural(days, lang === "fr" ? "jour" : "day", lang === "fr" ? "jours" : "days", lang)}`]
      : []),
  ];
  return parts.length > 0 ? sayList(parts, lang) : lang === "fr" ? "le jour même" : "on the day itself";
}

export const surveyWords = inBoth({
  until: (day: string) => [
    `Deux minutes. Ouvert jusqu’au ${sayDay(day, "fr")}.`,
    `Two minutes. Open until ${sayDay(day, "en")}.`,
  ],
  few: [
    "Vous êtes peu nombreux à recevoir ces questions. Vos réponses sont gardées sans votre nom, mais on pourrait vous reconnaître : l’anonymat n’est pas promis.",
    "Few people are sent these questions. Your answers are kept without your name, but you might be recognised: anonymity is not promised.",
  ],
  apart: (people: number) => [
    `Vos réponses sont comptées sans votre nom. L’école sait que vous avez répondu, pas ce que vous avez répondu. Si ${people} personnes ou moins répondent, on pourrait pourtant vous reconnaître.`,
    `Your answers are counted without your name. The school knows that you answered, not what. If ${people} people or fewer answer, you might be recognised all the same.`,
  ],
  how: ["Comment vos réponses sont gardées", "How your answers are kept"],
  howWhy: [
    "Chaque réponse s’ajoute à un compte par question, pour tout un site et toute une année. Rien ne dit quelles réponses vont ensemble (hors une situation d’avant et celle d’aujourd’hui), ni quel jour elles sont venues. L’école lit les comptes une fois l’enquête de l’année close. Qui administre la base de données et la surveillerait à chaque instant pourrait comparer les comptes avant et après votre réponse.",
    "Each answer adds to a count by question, for a whole site and a whole year. Nothing says which answers go together (but for a situation before and that of today), nor on which day they came. The school reads the counts once the survey of the year is closed. Somebody who runs the database and watched it at every moment could compare the counts before and after your answer.",
  ],
  scale: ["De 1 (pas du tout) à 4 (tout à fait)", "From 1 (not at all) to 4 (entirely)"],
  missing: [
    "Répondez à cette première question : c’est elle qui est publiée.",
    "Answer this first question: it is the one that is published.",
  ],
  own: (label: string) => [`Mon questionnaire : ${label.toLowerCase()}`, `My questionnaire: ${label.toLowerCase()}`],
  go: ["Envoyer mes réponses", "Send my answers"],
  over: ["Ce lien ne vaut plus", "This link is no longer good"],
  overWhy: [
    "Il a déjà servi, ou le questionnaire est clos. Un lien sert une seule fois : si vous avez répondu, tout est fait.",
    "It was used already, or the questionnaire is closed. A link is used once: if you answered, all is done.",
  ],
  sent: ["Merci, c’est envoyé", "Thank you, it is sent"],
  sentWhy: [
    "Vos réponses sont comptées. Elles ne peuvent plus être changées, puisque plus rien ne les relie à vous.",
    "Your answers are counted. They can no longer be changed, since nothing links them to you any more.",
  ],
  home: ["Aller à la page d’accueil", "Go to the home page"],
  all: {
    title: ["Enquêtes", "Surveys"],
    lead: [
      "Le calendrier les envoie, les rappelle et les clôt. Avant la clôture, personne ne lit une réponse.",
      "The calendar sends them, reminds of them and closes them. Before the closing nobody reads an answer.",
    ],
    open: ["En cours", "Open"],
    closed: ["Closes", "Closed"],
    none: ["Aucune enquête n’a encore été envoyée.", "No survey has been sent yet."],
    unreached: (count: number) => [
      count === 1
        ? "1 personne n’a ni compte ni adresse de courriel : elle n’a pas été interrogée."
        : `${count} personnes n’ont ni compte ni adresse de courriel : elles n’ont pas été interrogées.`,
      count === 1
        ? "1 person has neither an account nor an address by mail, and was not asked."
        : `${count} people have neither an account nor an address by mail, and were not asked.`,
    ],
    survey: ["Enquête", "Survey"],
    year: ["Année", "Year"],
    site: ["Site", "Site"],
    asked: ["Interrogées", "Asked"],
    answered: ["Ont répondu", "Answered"],
    closable: ["Close le", "Closed on"],
    links: ["Derniers liens jusqu’au", "Last links until"],
    noLink: ["plus aucun lien", "no link is left"],
    closes: ["Se clôt et se lit le", "Closes and is read on"],
    whyLater: [
      "Une enquête est celle de toute une année\u00a0: elle se clôt quand la dernière personne de l’année a pu répondre, même si les liens déjà envoyés ont expiré avant.",
      "A survey is that of a whole year: it closes once the last person of the year could answer, even where the links sent so far expired before.",
    ],
    asks: ["Les questions posées", "The questions asked"],
    texted: [
      "Les textes libres se lisent sur cette page, une fois l’enquête close, par la direction seule. Ils ne sont jamais publiés.",
      "Free texts are read on this page, once the survey is closed, by the director alone. They are never published.",
    ],
    text: ["texte libre", "free text"],
    published: ["publiée comme taux", "published as a rate"],
    sentOn: (end: boolean, { days, months }: { readonly days: number; readonly months: number }, open: number) => [
      `Envoyée ${sayDelay(days, months, "fr")} après ${end ? "la fin prévue de la formation" : "la notification de la décision du jury"}, ouverte ${open} jours.`,
      `Sent ${sayDelay(days, months, "en")} after ${end ? "the planned end of the course" : "the notification of the jury’s ruling"}, open for ${open} days.`,
    ],
    results: (year: number, site: string) => [`Les réponses de ${year}, ${site}`, `The answers of ${year}, ${site}`],
    question: ["Question", "Question"],
    counts: ["Réponses", "Answers"],
    hidden: (answered: number) => [
      answered === 0 ? "personne n’a répondu" : "trop peu de réponses pour être montrées",
      answered === 0 ? "nobody answered" : "too few answers to be shown",
    ],
    one: (label: string, count: number) => [`${label} : ${count}`, `${label}: ${count}`],
    unchanged: (parts: readonly string[]) => [
      `dont c’était déjà le cas : ${sayList(parts, "fr")}`,
      `for whom it already was so: ${sayList(parts, "en")}`,
    ],
    texts: (count: number) => [
      count === 1 ? "Lire le texte libre" : `Lire les ${count} textes libres`,
      count === 1 ? "Read the free text" : `Read the ${count} free texts`,
    ],
    years: ["Les taux de l’année", "The rates of the year"],
  },
  texts: {
    title: ["Textes libres", "Free texts"],
    lead: (label: string, year: number, site: string) => [`${label}, ${year}, ${site}`, `${label}, ${year}, ${site}`],
    why: [
      "Vous seul les lisez : une personne peut s’y faire reconnaître. Ils ne sont jamais publiés. Ils sont rangés par ordre alphabétique, sans jour ni nom.",
      "You alone read them: somebody may be recognised in them. They are never published. They are in alphabetical order, without day or name.",
    ],
  },
});
