/** The words of the questions, in both languages. A key missing in one of them does not compile. */
import { inBoth } from "../../kit/in-both.ts";
import { capital } from "../../kit/typography.ts";
import { type Day } from "../../kit/day.ts";
import { type Lang, plural, sayDay, sayNumber, sayPartialDay } from "../../kit/lang.ts";
import { isWhole, type PartialDay } from "../../kit/partial-day.ts";

/** « du 1er septembre 2019 », « de 2019 », « d’avril 2019 ». */
function fromFr(day: PartialDay): string {
  if (isWhole(day)) return `du ${sayPartialDay(day, "fr")}`;
  const said = sayPartialDay(day, "fr");
  return /^[aeiou]/i.test(said) ? `d’${said}` : `de ${said}`;
}
const toFr = (day: PartialDay) => `${isWhole(day) ? "au" : "à"} ${sayPartialDay(day, "fr")}`;

const WORDS = inBoth({
  continue: ["Continuer", "Continue"],
  change: ["Modifier", "Change"],
  yes: ["Oui", "Yes"],
  no: ["Non", "No"],
  notSaid: ["Non renseigné", "Not given"],
  journeys: {
    candidater: ["Puis-je candidater ?", "May I apply?"],
    parcours: ["Mes heures et mon prix", "My hours and my price"],
  },
  stale: {
    heading: ["Cette réponse a changé entre-temps", "This answer has changed in the meantime"],
    why: [
      "Elle a été modifiée ailleurs, peut-être dans un autre onglet, depuis que vous avez ouvert cette page. Rien n’est perdu : choisissez celle qui compte.",
      "It was changed elsewhere, perhaps in another tab, since you opened this page. Nothing is lost: choose the one that counts.",
    ],
    question: ["Question", "Question"],
    storedValue: ["Réponse enregistrée entre-temps", "Answer saved in the meantime"],
    yourValue: ["Votre réponse", "Your answer"],
    mine: ["Garder la mienne", "Keep mine"],
    other: ["Garder l’autre", "Keep the other"],
  },
  level: (level: number, old: string | undefined) => [
    `niveau ${level}${old ? ` (ancien niveau ${old})` : ""}`,
    `level ${level}${old ? ` (formerly level ${old})` : ""}`,
  ],
  levelOption: (level: number, old: string | undefined) => [
    `Niveau ${level}${old ? `, ancien niveau ${old}` : ""}`,
    `Level ${level}${old ? `, formerly level ${old}` : ""}`,
  ],
  years: (years: number) => [
    `${years} ${plural(years, "année", "années", "fr")} d’études`,
    `${years} ${plural(years, "year", "years", "en")} of study`,
  ],
  date: {
    hint: (day: Day) => [
      `Par exemple ${+day.slice(8)} ${+day.slice(5, 7)} ${day.slice(0, 4)}. Le mois peut aussi s’écrire en lettres.`,
      `For example ${+day.slice(8)} ${+day.slice(5, 7)} ${day.slice(0, 4)}. The month may also be written as a word.`,
    ],
    empty: ["Indiquez la date : jour, mois et année.", "Give the date: day, month and year."],
    emptyYear: ["Indiquez la date : l’année suffit.", "Give the date: the year is enough."],
    yearIsEnough: ["L’année suffit.", "The year is enough."],
    missing: {
      day: ["Indiquez le jour.", "Give the day."],
      month: ["Indiquez le mois.", "Give the month."],
      year: ["Indiquez l’année.", "Give the year."],
    },
    of: (what: string, message: string) => [
      `${what} : ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      `${what}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    ],
    unreal: {
      day: [
        "Ce jour n’existe pas dans ce mois : vérifiez le jour, le mois et l’année.",
        "There is no such day in that month: check the day, the month and the year.",
      ],
      month: [
        "Indiquez le mois par son numéro, de 1 à 12, ou par son nom.",
        "Give the month as a number from 1 to 12, or by its name.",
      ],
      year: [
        "Indiquez l’année en quatre chiffres, entre 1900 et 2199.",
        "Give the year in four digits, between 1900 and 2199.",
      ],
    },
  },
  titles: {
    someHeading: ["Vos diplômes", "Your diplomas"],
    noneHint: [
      "Donnez-les tous : un vieux diplôme peut suffire. Sans diplôme, continuez.",
      "Give them all: an old diploma may be enough. Without one, continue.",
    ],
    first: ["Un diplôme", "A diploma"],
    another: ["Un autre diplôme", "Another diploma"],
    add: ["Ajouter un autre diplôme", "Add another diploma"],
    tooMany: (most: number) => [
      `On peut déclarer ${most} titres au plus. Retirez-en un pour en ajouter un autre.`,
      `At most ${most} titles can be declared. Remove one to add another.`,
    ],
    unfinished: (name: string) => [
      `Il manque des réponses sur ce titre : ${name}. Complétez-le ou retirez-le.`,
      `Answers are missing about this title: ${name}. Complete it or remove it.`,
    ],
    newOne: ["diplôme ou titre à préciser", "diploma or title still to be named"],
    card: (at: number, name: string) => [`Titre ${at} : ${name}`, `Title ${at}: ${name}`],
    complete: ["Compléter", "Complete"],
    what: ["Titre", "Title"],
    measure: ["Niveau ou durée des études", "Level or length of study"],
    awarded: ["Date d’obtention", "Date of award"],
    future: (year: string) => [
      `Donnez l’année où ce diplôme a été obtenu : ${year} au plus tard.`,
      `Give the year in which this diploma was awarded: ${year} at the latest.`,
    ],
    started: ["Début de la formation", "Beginning of the course"],
    startedUnknown: ["Date inconnue", "Date not known"],
    country: ["Délivré", "Awarded in"],
    attestation: ["Attestation de niveau", "Attestation of level"],
    noAttestation: ["Aucune", "None"],
    remove: ["Retirer", "Remove"],
    removeHeading: (name: string) => [`Retirer ce titre : ${name} ?`, `Remove this title: ${name}?`],
    removeChoose: ["Dites si ce titre est à retirer.", "Say whether this title is to be removed."],
    none: ["Aucun titre", "No title"],
  },
  title: {
    heading: ["Votre diplôme", "Your diploma"],
    name: ["Son nom, ou quelques lettres", "Its name, or a few letters"],
    search: ["Chercher", "Search"],
    none: (q: string) => [
      `Aucun diplôme de la liste ne s’appelle « ${q} ». Essayez un autre mot de son nom, ou son sigle.`,
      `No diploma of the list is called “${q}”. Try another word of its name, or its initials.`,
    ],
    which: ["Lequel ?", "Which one?"],
    others: ["Il n’est pas dans la liste ?", "Is it not in the list?"],
    unlisted: (kind: string) => [`Un autre ${kind}`, `Another ${kind}`],
    suchAs: (names: string) => [`${capital(names)}…`, `${capital(names)}…`],
    neither: ["Aucun de ceux-là : il n’ouvre pas de voie", "None of these: it opens no route"],
    choose: [
      "Donnez le nom de votre diplôme, puis choisissez-le dans la liste.",
      "Give the name of your diploma, then choose it in the list.",
    ],
  },
  measure: {
    levelHeading: ["Quel est le niveau de ce titre ?", "What is the level of this title?"],
    levelEmpty: ["Choisissez le niveau", "Choose the level"],
    levelChoose: ["Choisissez le niveau de ce titre.", "Choose the level of this title."],
    yearsHeading: ["Bac + combien ?", "How many years after secondary school (bac + …)?"],
    yearsHint: [
      "Comptées à partir du baccalauréat, et non les années que vous avez mises à l’obtenir.",
      "Counted from the end of secondary school (baccalauréat), not the years it took you.",
    ],
    yearsFault: (most: number) => [
      `Indiquez un nombre entier d’années, de 0 à ${most}.`,
      `Give a whole number of years, from 0 to ${most}.`,
    ],
  },
  country: {
    abroad: ["Obtenu à l’étranger", "Awarded abroad"],
    label: ["Pays", "Country"],
    empty: ["France, outre-mer compris", "France, overseas territories included"],
    ofFrance: [
      "Le diplôme choisi est délivré en France. S’il vient d’un autre pays, choisissez « Un autre » dans la liste.",
      "The diploma that you chose is awarded in France. If it is of another country, choose “Another” in the list.",
    ],
    choosePlace: ["Choisissez le pays du diplôme.", "Choose the country of the diploma."],
  },
  attestation: {
    hint: [
      "Avez-vous une attestation de niveau ? Ce papier dit à quel niveau, ou à combien d’années d’études, ce diplôme correspond.",
      "Do you have an attestation of level? This paper says which level, or how many years of study, the diploma corresponds to.",
    ],
    level: ["Niveau indiqué", "Level it gives"],
    levelEmpty: ["Pas de niveau indiqué", "No level given"],
    years: ["Années d’études indiquées", "Years of study it gives"],
    yearsFault: (most: number) => [
      `Attestation : indiquez un nombre entier d’années, de 0 à ${most}.`,
      `Attestation: give a whole number of years, from 0 to ${most}.`,
    ],
  },
  started: {
    hint: (before: Day) => [
      `Le niveau change pour les formations commencées à partir du ${sayDay(before, "fr")}. Sans réponse, la nôtre peut rester « peut-être ».`,
      `The level changes for courses begun from ${sayDay(before, "en")}. Without an answer, ours may stay “perhaps”.`,
    ],
    late: [
      "La formation ne peut pas commencer après l’obtention du titre.",
      "The course cannot begin after the title was awarded.",
    ],
  },
  periods: {
    someHeading: ["Votre expérience", "Your experience"],
    noneHint: [
      "Salariée, indépendante ou publique. Plusieurs contrats qui se suivent chez le même employeur font une période. Sans expérience, continuez.",
      "Employed, self-employed or public. Several contracts in a row with the same employer make one period. Without experience, continue.",
    ],
    first: ["Une période", "A period"],
    another: ["Une autre période", "Another period"],
    add: ["Ajouter une autre période", "Add another period"],
    tooMany: (most: number) => [
      `On peut déclarer ${sayNumber(most, "fr")} périodes au plus. Retirez-en une pour en ajouter une autre.`,
      `At most ${sayNumber(most, "en")} periods can be declared. Remove one to add another.`,
    ],
    unfinished: (at: number) => [
      `Il manque des réponses sur la période ${at}. Complétez-la ou retirez-la.`,
      `Answers are missing about period ${at}. Complete it or remove it.`,
    ],
    card: (at: number) => [`Période ${at}`, `Period ${at}`],
    dates: ["Dates", "Dates"],
    share: ["Temps de travail", "Working time"],
    field: ["Domaine", "Field"],
    remove: ["Retirer", "Remove"],
    removeHeading: (dates: string) => [`Retirer cette période : ${dates} ?`, `Remove this period: ${dates}?`],
    removeChoose: ["Dites si cette période est à retirer.", "Say whether this period is to be removed."],
    fromTo: (from: PartialDay, to: PartialDay) => [
      `${fromFr(from)} ${toFr(to)}`,
      `from ${sayPartialDay(from, "en")} to ${sayPartialDay(to, "en")}`,
    ],
    since: (from: PartialDay) => [
      `depuis ${isWhole(from) ? "le " : ""}${sayPartialDay(from, "fr")}, toujours en cours`,
      `since ${sayPartialDay(from, "en")}, still going on`,
    ],
    fromOnly: (from: PartialDay) => [
      `à partir ${fromFr(from)}, fin à compléter`,
      `from ${sayPartialDay(from, "en")}, end to be completed`,
    ],
    toOnly: (to: PartialDay) => [
      `jusqu’${toFr(to)}, début à compléter`,
      `until ${sayPartialDay(to, "en")}, beginning to be completed`,
    ],
    noDates: ["dates à compléter", "dates to be completed"],
    none: ["Aucune période", "No period"],
  },
  period: {
    heading: ["Une période d’expérience", "A period of experience"],
    from: ["Début de la période", "Beginning of the period"],
    to: ["Fin de la période", "End of the period"],
    toHint: ["Une date, ou la case « Toujours en cours ».", "A date, or the box “Still going on”."],
    ongoingOption: ["Toujours en cours", "Still going on"],
    toMissing: [
      "Indiquez la fin de cette période, ou dites qu’elle est toujours en cours.",
      "Give the end of this period, or say that it is still going on.",
    ],
    toBoth: [
      "Cette période a une date de fin et serait toujours en cours : gardez l’un des deux.",
      "This period has an end date and is said to be still going on: keep one of the two.",
    ],
    backwards: [
      "La fin de la période ne peut pas être avant son début.",
      "The end of the period cannot be before its beginning.",
    ],
    share: ["Quel temps de travail ?", "How much of full time?"],
    full: ["Temps plein", "Full time"],
    percent: ["Une part de temps plein, en pourcentage", "A share of full time, as a percentage"],
    hours: ["Des heures par semaine", "Hours a week"],
    percentLabel: ["Pourcentage", "Percentage"],
    percentFault: [
      "Indiquez un pourcentage de temps plein, entre 0,01 et 100, avec deux décimales au plus.",
      "Give a percentage of full time, between 0.01 and 100, with at most two decimals.",
    ],
    hoursLabel: ["Heures de travail par semaine", "Working hours a week"],
    hoursFault: [
      "Indiquez les heures de travail par semaine, entre 0,5 et 168.",
      "Give the working hours a week, between 0.5 and 168.",
    ],
    fullLabel: ["Heures d’un temps plein dans cet emploi", "Hours of a full-time week in that job"],
    fullHint: [
      "Celles du contrat, de la convention collective ou du statut.",
      "Those of the contract, the collective agreement or the statute.",
    ],
    fullFault: [
      "Indiquez les heures par semaine d’un temps plein dans cet emploi, entre 0,5 et 168.",
      "Give the hours of a full-time week in that job, between 0.5 and 168.",
    ],
    shareChoose: ["Choisissez comment dire le temps de travail.", "Choose how to give the working time."],
    fieldHeading: [
      "Cette expérience relève-t-elle du champ demandé ?",
      "Does this experience belong to the field asked for?",
    ],
    fieldHint: [
      "Ce qui compte est ce que vous faisiez, pas le nom de l’employeur.",
      "What counts is what you did, not the name of the employer.",
    ],
    fieldYes: (label: string) => [`Oui : ${label}`, `Yes: ${label}`],
    fieldNo: (label: string) => [`Non : ${label}`, `No: ${label}`],
    fieldUndecided: (label: string) => [`Je ne sais pas : ${label}`, `I do not know: ${label}`],
    fieldChoose: [
      "Dites si cette expérience relève du champ demandé.",
      "Say whether this experience belongs to the field asked for.",
    ],
  },
  share: {
    full: ["temps plein", "full time"],
    percent: (percent: number) => [
      `${sayNumber(percent, "fr")} % d’un temps plein`,
      `${sayNumber(percent, "en")}% of full time`,
    ],
    hours: (hours: number, full: number) => [
      `${sayNumber(hours, "fr")} h par semaine sur ${sayNumber(full, "fr")} h`,
      `${sayNumber(hours, "en")} h a week out of ${sayNumber(full, "en")} h`,
    ],
  },
  corps: {
    heading: [
      "Appartenez-vous à l’un de ces corps de fonctionnaires ?",
      "Do you belong to one of these corps of civil servants?",
    ],
    hint: [
      "Cochez tous ceux qui conviennent. Si aucun ne convient, cochez la dernière case.",
      "Tick all that apply. If none does, tick the last box.",
    ],
    none: ["Non, à aucun", "No, to none"],
    choose: ["Cochez un corps, ou « Non, à aucun ».", "Tick a corps, or “No, to none”."],
    both: [
      "Cochez un ou plusieurs corps, ou « Non, à aucun », mais pas les deux.",
      "Tick one or more corps, or “No, to none”, but not both.",
    ],
    row: ["Corps", "Corps"],
  },
  waivers: {
    heading: [
      "Avez-vous obtenu une dispense des conditions d’accès ?",
      "Were you granted a waiver of the entry conditions?",
    ],
    hint: [
      "Elle est donnée par une décision écrite. Presque personne n’en a : répondez non si vous n’en avez jamais entendu parler.",
      "It is given by a written decision. Hardly anybody has one: answer no if you have never heard of it.",
    ],
    choose: ["Répondez par oui ou par non.", "Answer yes or no."],
  },
  check: {
    titles: ["Diplômes et titres", "Diplomas and titles"],
    experience: ["Expérience", "Experience"],
    others: ["Autres réponses", "Other answers"],
    changeTitle: (name: string) => [`ce titre : ${name}`, `this title: ${name}`],
    changePeriod: (at: number) => [`la période ${at}`, `period ${at}`],
    changeCorps: ["la réponse sur les corps", "the answer about corps"],
    changeWaiver: ["la réponse sur la dispense", "the answer about the waiver"],
    add: ["Ajouter ou retirer", "Add or remove"],
    addTitle: ["un titre", "a title"],
    addPeriod: ["une période", "a period"],
  },
  start: {
    privacy: ["Ce que deviennent vos réponses", "What becomes of your answers"],
    privacyList: (hours: number, days: number) => [
      [
        "On ne demande ni votre nom, ni votre adresse, ni le nom de vos employeurs : rien n’est enregistré sous votre nom.",
        `Vos réponses sont gardées ${hours} heures après votre dernier passage, pour que vous puissiez revenir en arrière, puis effacées. Vous pouvez les effacer à tout moment.`,
        `L’établissement ne les reçoit pas. À la fin, et seulement si vous le demandez, la réponse est conservée ${days} jours sous un code que vous seul connaissez.`,
      ],
      [
        "You are asked neither your name, nor your address, nor your employers’ names: nothing is recorded under your name.",
        `Your answers are kept for ${hours} hours after your last visit, so that you can go back, then erased. You may erase them at any time.`,
        `The school does not receive them. At the end, and only if you ask for it, the answer is kept for ${days} days under a code that you alone know.`,
      ],
    ],
    cookie: [
      "Un cookie, nécessaire et sans autre usage, relie les pages entre elles.",
      "One cookie, necessary and without any other use, links the pages together.",
    ],
    private: [
      "Ni nom, ni adresse. L’école ne reçoit pas vos réponses. Un cookie relie les pages ; tout s’efface peu après votre passage.",
      "No name, no address. The school does not receive your answers. One cookie links the pages; everything is erased shortly after your visit.",
    ],
    added: ["Ce que vous ajoutez ici est gardé quand vous continuez.", "What you add here is kept when you continue."],
    begin: ["Commencer", "Begin"],
    resume: ["Reprendre mes réponses", "Resume my answers"],
    again: ["Tout effacer et recommencer", "Erase everything and begin again"],
    started: ["Vous avez déjà commencé.", "You have already begun."],
  },
  erased: {
    ask: ["Effacer toutes vos réponses ?", "Erase all your answers?"],
    askWhy: [
      "Il faudra recommencer au début. Une réponse conservée sous un code n’est pas touchée.",
      "You will have to begin again from the start. An answer kept under a code is not touched.",
    ],
    choose: ["Dites s’il faut effacer.", "Say whether to erase."],
    heading: ["Vos réponses sont effacées", "Your answers are erased"],
    lead: ["Il n’en reste rien ici.", "Nothing of them is left here."],
    again: ["Recommencer", "Begin again"],
    home: ["Revenir à la formation", "Back to the course"],
  },
});

export type Words = typeof WORDS.fr;

export function wordsOf(lang: Lang): Words {
  return WORDS[lang];
}
