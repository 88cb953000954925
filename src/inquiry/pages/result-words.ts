/** The words around an answer, in both languages. */
import type { Day } from "../../kit/day.ts";
import { type Lang, plural, sayDay, sayDays, sayNumber } from "../../kit/lang.ts";

const fr = {
  title: "Votre réponse",
  on: (day: Day) => `Réponse établie le ${sayDay(day, "fr")}, d’après ce que vous avez déclaré.`,
  change: "Modifier mes réponses",
  applyAnyway:
    "Vous pouvez candidater si vous pensez que la réponse est fausse : l’établissement décide sur le dossier.",
  intake: {
    begins: (entry: Day, closing: Day) =>
      `Pour la rentrée du ${sayDay(entry, "fr")} (candidatures jusqu’au ${sayDay(closing, "fr")}) :`,
    met: "vous remplissez les conditions dès aujourd’hui.",
    inTime: (day: Day) => `le ${sayDay(day, "fr")} vient avant la fin des candidatures, vous seriez à temps.`,
    byEntry: (day: Day) =>
      `le ${sayDay(day, "fr")} vient avant la rentrée, jour où l’établissement demande que les conditions soient remplies : vous seriez à temps.`,
    byClosing: (day: Day) =>
      `le ${sayDay(day, "fr")} vient après la fin des candidatures, jour où l’établissement demande que les conditions soient remplies : ce serait trop tard.`,
    notSaid: (day: Day) =>
      `le ${sayDay(day, "fr")} vient après la fin des candidatures et avant la rentrée. L’établissement n’a pas fixé le jour où les conditions doivent être remplies : demandez-le-lui.`,
    tooLate: (day: Day) => `le ${sayDay(day, "fr")} vient après elle, ce serait trop tard.`,
    decide: "l’établissement décidera, si vous déposez un dossier d’ici là.",
    paper: "joignez d’ici là à votre dossier la pièce qui manque.",
    closed: "rien de ce que vous avez déclaré n’ouvre une voie d’ici là.",
  },
  wouldChange: "Ce qui changerait la réponse",
  otherRoutes: "Chacune de ces voies suffirait :",
  notReached: (door: string, missing: number) =>
    `La voie ${door} est la plus proche : il y manque ${sayDays(missing, "fr")} équivalent temps plein d’expérience.`,
  reached: (door: string, day: Day) =>
    `La voie ${door} s’ouvrira le ${sayDay(day, "fr")}, si votre situation reste la même.`,
  giveAttestation: (door: string) =>
    `Pour la voie ${door} : l’attestation de niveau de votre diplôme étranger, à demander puis à déclarer ici.`,
  askDecision: (door: string) =>
    `Pour la voie ${door} : une décision de l’établissement. Déposez un dossier avec les pièces qui décrivent ce titre ou cette expérience.`,
  doors: (count: number) => (count === 1 ? "La voie d’accès" : `Les ${count} voies, une par une`),
  doorsLead: (count: number): string =>
    count === 1
      ? "Ce qu’elle demande, ce qu’il en est, et l’article qui le dit."
      : "Une seule voie ouverte suffit. Pour chacune : ce qu’elle demande, ce qu’il en est, et l’article qui le dit.",
  wouldOpen: "Ce qui ouvrirait une voie",
  wouldOpenLead: (count: number) =>
    `Les ${count} voies sont fermées pour l’instant ; une seule suffit. Ouvrez-en une pour lire ce qui y manque, et l’article.`,
  withoutExperience: "Sans expérience demandée",
  withExperience: (experience: string) => `Avec ${experience}`,
  door: (name: string) => `Voie ${name}`,
  opensOn: (day: Day) => `S’ouvrira le ${sayDay(day, "fr")}.`,
  states: { yes: "Rempli", no: "Non rempli", unknown: "À établir" },
  rule: "Voir la règle",
  confidence: "Certitude",
  picture: "Votre expérience dans le temps",
  pieces: "Les pièces à préparer",
  piecesLead: "D’après ce que vous avez déclaré, le dossier de candidature réunit :",
  pieceIf: (name: string) => `${name}, si vous faites une telle demande.`,
  piecesHints: "Ce que l’école attend de chaque pièce",
  basis: "Sur quoi repose cette réponse",
  next: "Et maintenant",
  nextPath: "Mon parcours et son prix",
  nextPathWhy: "Vos titres y sont déjà : les heures, les épreuves et le prix qui vous resteraient.",
  nextPathWhole:
    "Les heures, les épreuves et le prix de la formation entière, puisque vous n’avez déclaré aucun titre.",
  nextPdf: "Télécharger la réponse (PDF)",
  nextKeep: "Conserver la réponse 30 jours",
  nextKeepWhy: "Elle reçoit un numéro et un code secret, qui permet de la rouvrir ou de la supprimer.",
  nextKeepWithPath: "Votre parcours et son prix, que vous avez déjà demandés, sont conservés avec elle.",
  nextErase: "Effacer mes réponses",
  nextEraseWhy: "Il n’en reste alors rien ici.",
  chart: {
    caption: (count: number) =>
      plural(count, "Une période déclarée", `${sayNumber(count, "fr")} périodes déclarées`, "fr"),
    total: "Total, plafonné à un temps plein",
    today: "jour de la réponse",
    threshold: "seuil atteint",
    sure: "compte",
    undecided: "à apprécier par l’établissement",
    not: "ne compte pas",
    before: (door: string) => `avant ce qui ouvre la voie ${door} : pas compté pour elle`,
    legend: "Repères",
    award: (name: string, day: Day) => `${name}, obtenu le ${sayDay(day, "fr")}`,
    onDay: (day: Day) => `Jour de la réponse : ${sayDay(day, "fr")}`,
    thresholdDay: (door: string, day: Day) => `Seuil de la voie ${door} : ${sayDay(day, "fr")}`,
    counted: (door: string, counted: string, required: string) =>
      `En équivalent temps plein : ${counted} sur ${required} que demande la voie ${door}.`,
    wide: (wide: string) => `Avec les périodes à apprécier : ${wide}.`,
    neverReached: "Aucune période déclarée ne mène jusqu’au seuil.",
    none: "Aucune voie ne fait encore compter cette expérience : il faut d’abord un titre ou un corps qui en ouvre une.",
    table: "Les périodes déclarées, en tableau",
    tableHead: ["Période", "Du", "Au", "Temps de travail", "Domaine", "Est-ce compté ?"],
    ongoing: "en cours",
    tooMany: (shown: number) =>
      `Au-delà de ${shown} périodes, l’image ne montre que leur total ; le tableau les donne toutes.`,
  },
  kept: {
    headings: {
      candidater: "Votre réponse est conservée",
      parcours: "Votre parcours et son prix sont conservés",
    },
    until: (day: Day) => `La réponse est conservée jusqu’au ${sayDay(day, "fr")}, puis effacée.`,
    what: "Ce qui est conservé",
    number: "Numéro",
    code: "Code",
    secret:
      "Notez ce code maintenant : il n’est enregistré nulle part en clair, et personne ne peut le retrouver. Toute personne qui a ce code peut lire la réponse.",
    how: "Pour la rouvrir",
    howTo: "Ouvrez la page « Reprendre une réponse », au pied de toutes les pages, et tapez le code.",
    goTo: "Reprendre une réponse",
    erase: "Supprimer cette réponse",
    eraseWhy: "Elle est supprimée aussitôt, pour de bon.",
    eraseAsk: "Supprimer cette réponse ?",
    back: "Revenir à la réponse",
    see: "Voir la réponse conservée",
    beginHeading: "Candidater avec cette réponse",
    begin: "Commencer mon dossier avec ces réponses",
    beginIn: (intake: string) => `Commencer mon dossier avec ces réponses : ${intake}`,
    beginWhy: "Vos réponses y sont reprises ; vous pourrez les corriger jusqu’au dépôt.",
    beginSigningIn:
      "Vous vous connectez, ou créez un compte, et votre dossier est commencé. Vos réponses y sont reprises ; vous pourrez les corriger jusqu’au dépôt.",
  },
  reopen: {
    heading: "Reprendre une réponse",
    lead: "Une réponse conservée se rouvre avec son code, pendant 30 jours.",
    label: "Code de la réponse",
    hint: "Les majuscules, les espaces et les tirets ne comptent pas.",
    show: "Ouvrir la réponse",
    missing: "Tapez le code de la réponse.",
    unknown:
      "Aucune réponse n’est conservée sous ce code : il est mal tapé, ou la réponse a été supprimée ou effacée à son terme.",
    openedHeading: (number: string) => `Réponse n° ${number}`,
    asKept: (day: Day) => `La voici telle qu’elle a été conservée le ${sayDay(day, "fr")}.`,
    otherLaw: "La règle a changé depuis : cette réponse reste celle qui a été donnée ce jour-là.",
    erasedHeading: "La réponse est supprimée",
    erased: "Elle et ce qui avait été déclaré n’existent plus ici ; son code n’ouvre plus rien.",
    home: "Revenir à l’accueil",
    startAgain: "Repartir de ces réponses",
    startAgainWhy:
      "Ce qui avait été déclaré est repris, à vérifier et à compléter ; la réponse conservée ne change pas.",
  },
  pdf: {
    file: "reponse",
    unavailable: "Le document ne peut pas être fait pour l’instant",
    unavailableWhy: "La réponse reste lisible et imprimable depuis sa page. Réessayez dans quelques minutes.",
  },
  verdicts: {
    eligible: "Oui, vous pouvez candidater",
    "needs-decision": "L’établissement doit décider",
    unknown: "On ne peut pas encore le savoir",
    "not-eligible": "Non, pas dans la situation déclarée",
    "not-yet": (day: Day) => `Pas encore : à partir du ${sayDay(day, "fr")}`,
  },
};

export type ResultWords = typeof fr;

const en: ResultWords = {
  title: "Your answer",
  on: (day) => `Answer made on ${sayDay(day, "en")}, from what you declared.`,
  change: "Change my answers",
  applyAnyway: "You may apply if you think the answer is wrong: the school decides on the application.",
  intake: {
    begins: (entry, closing) =>
      `For the intake of ${sayDay(entry, "en")} (applications until ${sayDay(closing, "en")}):`,
    met: "you meet the conditions as of today.",
    inTime: (day) => `${sayDay(day, "en")} comes before applications close, you would be in time.`,
    byEntry: (day) =>
      `${sayDay(day, "en")} comes before the entry, by which the school asks for the conditions to be met: you would be in time.`,
    byClosing: (day) =>
      `${sayDay(day, "en")} comes after applications close, by which the school asks for the conditions to be met: it would be too late.`,
    notSaid: (day) =>
      `${sayDay(day, "en")} comes after applications close and before the entry. The school has not settled the day by which the conditions must be met: ask it.`,
    tooLate: (day) => `${sayDay(day, "en")} comes after it, which would be too late.`,
    decide: "the school will decide, if you submit an application by then.",
    paper: "add the document that is missing to your application by then.",
    closed: "nothing that you declared opens a route by then.",
  },
  wouldChange: "What would change the answer",
  otherRoutes: "Any of these routes would be enough:",
  notReached: (door, missing) =>
    `Route ${door} is the nearest: ${sayDays(missing, "en")} of full-time-equivalent experience are missing.`,
  reached: (door, day) => `Route ${door} will open on ${sayDay(day, "en")}, if your situation stays the same.`,
  giveAttestation: (door) =>
    `For route ${door}: the attestation of level of your foreign diploma, to be asked for and then declared here.`,
  askDecision: (door) =>
    `For route ${door}: a decision of the school. Send an application with the documents that describe this title or this experience.`,
  doors: (count) => (count === 1 ? "The way in" : `The ${count} routes, one by one`),
  doorsLead: (count) =>
    count === 1
      ? "What it asks for, where you stand, and the article that says so."
      : "One open route is enough. For each: what it asks for, where you stand, and the article that says so.",
  wouldOpen: "What would open a route",
  wouldOpenLead: (count) =>
    `The ${count} routes are closed for now; one is enough. Open one to read what is missing there, and the article.`,
  withoutExperience: "Without any experience",
  withExperience: (experience) => `With ${experience}`,
  door: (name) => `Route ${name}`,
  opensOn: (day) => `Will open on ${sayDay(day, "en")}.`,
  states: { yes: "Met", no: "Not met", unknown: "To be established" },
  rule: "See the rule",
  confidence: "How sure",
  picture: "Your experience over time",
  pieces: "Documents to prepare",
  piecesLead: "From what you declared, the application consists of:",
  pieceIf: (name) => `${name}, if you make such a request.`,
  piecesHints: "What the school expects of each document",
  basis: "What this answer rests on",
  next: "What next",
  nextPath: "My path and its price",
  nextPathWhy: "Your titles are already there: the hours, the exams and the price that would be left to you.",
  nextPathWhole: "The hours, the exams and the price of the whole course, since you declared no title.",
  nextPdf: "Download the answer (PDF)",
  nextKeep: "Keep the answer for 30 days",
  nextKeepWhy: "It is given a number and a secret code, by which it can be reopened or deleted.",
  nextKeepWithPath: "Your path and its price, which you have already asked for, are kept with it.",
  nextErase: "Erase my answers",
  nextEraseWhy: "Nothing of them is then left here.",
  chart: {
    caption: (count) => plural(count, "One period declared", `${sayNumber(count, "en")} periods declared`, "en"),
    total: "Total, capped at full time",
    today: "day of the answer",
    threshold: "threshold reached",
    sure: "counts",
    undecided: "to be assessed by the school",
    not: "does not count",
    before: (door) => `before what opens route ${door}: not counted for it`,
    legend: "Landmarks",
    award: (name, day) => `${name}, awarded on ${sayDay(day, "en")}`,
    onDay: (day) => `Day of the answer: ${sayDay(day, "en")}`,
    thresholdDay: (door, day) => `Threshold of route ${door}: ${sayDay(day, "en")}`,
    counted: (door, counted, required) =>
      `In full-time equivalent: ${counted} out of the ${required} that route ${door} asks for.`,
    wide: (wide) => `With the periods to be assessed: ${wide}.`,
    neverReached: "No declared period leads to the threshold.",
    none: "No route counts this experience yet: it first takes a title or a corps that opens one.",
    table: "The declared periods, as a table",
    tableHead: ["Period", "From", "To", "Working time", "Field", "Is it counted?"],
    ongoing: "going on",
    tooMany: (shown) => `Beyond ${shown} periods, the picture only shows their total; the table gives them all.`,
  },
  kept: {
    headings: { candidater: "Your answer is kept", parcours: "Your path and its price are kept" },
    until: (day) => `The answer is kept until ${sayDay(day, "en")}, then erased.`,
    what: "What is kept",
    number: "Number",
    code: "Code",
    secret:
      "Write this code down now: it is not recorded anywhere in clear, and nobody can find it again. Anybody who has this code can read the answer.",
    how: "To reopen it",
    howTo: "Open the page “Reopen an answer”, at the foot of every page, and type the code.",
    goTo: "Reopen an answer",
    erase: "Delete this answer",
    eraseWhy: "It is deleted at once, for good.",
    eraseAsk: "Delete this answer?",
    back: "Back to the answer",
    see: "See the kept answer",
    beginHeading: "Apply with this answer",
    begin: "Begin my application with these answers",
    beginIn: (intake) => `Begin my application with these answers: ${intake}`,
    beginWhy: "Your answers are taken up in it; you can correct them until you submit it.",
    beginSigningIn:
      "You sign in, or make an account, and your application is begun. Your answers are taken up in it; you can correct them until you submit it.",
  },
  reopen: {
    heading: "Reopen an answer",
    lead: "A kept answer is reopened with its code, for 30 days.",
    label: "Code of the answer",
    hint: "Capitals, spaces and hyphens do not matter.",
    show: "Open the answer",
    missing: "Type the code of the answer.",
    unknown:
      "No answer is kept under this code: it is mistyped, or the answer was deleted, or erased when its time came.",
    openedHeading: (number) => `Answer no. ${number}`,
    asKept: (day) => `Here it is as it was kept on ${sayDay(day, "en")}.`,
    otherLaw: "The rule has changed since: this answer remains the one that was given on that day.",
    erasedHeading: "The answer is deleted",
    erased: "It and what had been declared no longer exist here; its code opens nothing any more.",
    home: "Back to the home page",
    startAgain: "Start from these answers",
    startAgainWhy: "What had been declared is taken up, to be checked and completed; the kept answer does not change.",
  },
  pdf: {
    file: "answer",
    unavailable: "The document cannot be made for the moment",
    unavailableWhy: "The answer can still be read and printed from its page. Try again in a few minutes.",
  },
  verdicts: {
    eligible: "Yes, you may apply",
    "needs-decision": "The school must decide",
    unknown: "Nobody can tell yet",
    "not-eligible": "No, not in the situation declared",
    "not-yet": (day) => `Not yet: from ${sayDay(day, "en")}`,
  },
};

const WORDS: Readonly<Record<Lang, ResultWords>> = { fr, en };

export function resultWords(lang: Lang): ResultWords {
  return WORDS[lang];
}
