/** The words around an answer, in both languages. */
import { inBoth } from "../../kit/in-both.ts";
import type { Day } from "../../kit/day.ts";
import { du, type Lang, plural, sayDay, sayDays, sayList, sayNumber, sayYears } from "../../kit/lang.ts";

const WORDS = inBoth({
  title: ["Votre réponse", "Your answer"],
  on: (day: Day) => [
    `C’est une réponse, pas une décision : l’école vérifie vos pièces. Établie le ${sayDay(day, "fr")}.`,
    `This is an answer, not a decision: the school checks your documents. Made on ${sayDay(day, "en")}.`,
  ],
  change: ["Modifier mes réponses", "Change my answers"],
  unsettled: {
    verdict: ["Peut-être : une date change tout", "Perhaps: a date changes everything"],
    soonest: (day: Day) => [
      `Peut-être déjà, au plus tard le ${sayDay(day, "fr")}`,
      `Perhaps already, by ${sayDay(day, "en")} at the latest`,
    ],
    why: [
      "Vous n’avez pas donné tous les jours. La réponse en dépend.",
      "You did not give every day. The answer depends on them.",
    ],
    whyStart: (title: string) => [
      `Vous n’avez pas dit quand votre formation a commencé (${title}). La réponse en dépend.`,
      `You did not say when your course began (${title}). The answer depends on it.`,
    ],
    between: (least: string, most: string, required: string) => [
      `Vous avez entre ${least} et ${most} d’expérience. Il en faut ${required}.`,
      `You have between ${least} and ${most} of experience. You need ${required}.`,
    ],
    same: (sooner: Day | undefined) => [
      `Vous n’avez pas donné tous les jours. Nous comptons au moins ce qui est sûr, et la réponse n’en dépend pas.${sooner === undefined ? "" : ` Au mieux, ce sera le ${sayDay(sooner, "fr")}.`}`,
      `You did not give every day. We count at least what is certain, and the answer does not depend on them.${sooner === undefined ? "" : ` At best, it will be on ${sayDay(sooner, "en")}.`}`,
    ],
    best: ["Au mieux", "At best"],
    worst: ["Au pire", "At worst"],
    proof: ["Ce qui le dira", "What will tell"],
    diploma: ["la date sur le diplôme", "the date on the diploma"],
    course: ["le début de la formation, à donner", "the start of the course, to be given"],
    work: ["les dates de vos justificatifs d’emploi", "the dates on your proofs of employment"],
    give: ["Donner les jours", "Give the days"],
    giveStart: ["Dire quand elle a commencé", "Say when it began"],
    anyway: [
      "Vous pouvez candidater sans les jours : l’école les lira sur vos pièces, puis décidera.",
      "You may apply without the days: the school will read them on your documents, then decide.",
    ],
    both: ["Les deux comptes", "Both counts"],
    first: [
      "Vous pouvez imprimer cette page. Pour conserver la réponse ici, ou en faire un PDF, donnez d’abord tous les jours.",
      "You can print this page. To keep the answer here, or make a PDF of it, give every day first.",
    ],
  },
  applyAnyway: (fee: string | undefined) => [
    `Vous pensez que c’est faux ? Candidatez : l’école décide sur le dossier.${fee === undefined ? "" : ` Le déposer coûte ${fee} de frais de sélection.`}`,
    `Do you think this is wrong? Apply: the school decides on the application.${fee === undefined ? "" : ` To submit it costs a selection fee of ${fee}.`}`,
  ],
  applyBy: (day: string) => [`Candidater jusqu’au ${day}`, `Apply by ${day}`],
  applyTo: (intake: string) => [`Candidater : ${intake}`, `Apply: ${intake}`],
  detail: ["Le détail", "In detail"],
  why: ["Pourquoi cette réponse", "Why this answer"],
  noneOpens: (count: number) => [
    count === 1
      ? "Ce que vous avez déclaré n’ouvre pas la voie d’entrée."
      : `Ce que vous avez déclaré n’ouvre aucune des ${count} voies.`,
    count === 1
      ? "What you declared does not open the way in."
      : `What you declared opens none of the ${count} routes.`,
  ],
  noTitle: (count: number) => [
    `Il manque un diplôme ou un titre qui en ouvre une : voyez « ${count === 1 ? "La voie d’accès" : `Les ${count} voies, une par une`} », plus bas.`,
    `A diploma or title that opens one is missing: see “${count === 1 ? "The way in" : `The ${count} routes, one by one`}” below.`,
  ],
  experienced: (has: number, asked: number, least: boolean) => [
    `Vous avez ${least ? "au moins " : ""}${sayYears(has, "fr")} d’expérience ; il en faut ${sayNumber(asked, "fr")}.`,
    `You have ${least ? "at least " : ""}${sayYears(has, "en")} of experience; ${sayNumber(asked, "en")} ${plural(asked, "is", "are", "en")} needed.`,
  ],
  hours: ["Heures", "Hours"],
  hoursLeft: (left: number, whole: number) => [
    left === whole
      ? `${sayNumber(whole, "fr")} h de cours`
      : `${sayNumber(left, "fr")} h de cours au lieu de ${sayNumber(whole, "fr")}`,
    left === whole
      ? `${sayNumber(whole, "en")} h of lessons`
      : `${sayNumber(left, "en")} h of lessons instead of ${sayNumber(whole, "en")}`,
  ],
  price: ["Prix", "Price"],
  personal: ["si vous payez", "if you pay"],
  funded: ["si un autre paie", "if another pays"],
  toCheck: ["À vérifier", "To check"],
  contested: (domains: readonly string[]) => [
    `L’État dira si vous êtes dispensé de l’épreuve ${sayList(domains.map(du), "fr")}.`,
    `The State will say whether you are exempt from the exam of ${sayList(domains, "en")}.`,
  ],
  intake: {
    entry: ["Rentrée", "Entry"],
    toKnow: ["À savoir", "To know"],
    ends: (until: Day) => [
      `L’enregistrement du diplôme : jusqu’au ${sayDay(until, "fr")}.`,
      `The registration of the diploma: until ${sayDay(until, "en")}.`,
    ],
    whatItChanges: ["Ce que cela change", "What this changes"],
    begins: (entry: Day) => [`Le ${sayDay(entry, "fr")} :`, `On ${sayDay(entry, "en")}:`],
    met: ["vous remplissez les conditions dès aujourd’hui.", "you meet the conditions as of today."],
    inTime: (day: Day) => [
      `le ${sayDay(day, "fr")} vient avant la fin des candidatures, vous seriez à temps.`,
      `${sayDay(day, "en")} comes before applications close, you would be in time.`,
    ],
    byEntry: (day: Day) => [
      `le ${sayDay(day, "fr")} vient avant la rentrée, jour où l’établissement demande que les conditions soient remplies : vous seriez à temps.`,
      `${sayDay(day, "en")} comes before the entry, by which the school asks for the conditions to be met: you would be in time.`,
    ],
    byClosing: (day: Day) => [
      `le ${sayDay(day, "fr")} vient après la fin des candidatures, jour où l’établissement demande que les conditions soient remplies : ce serait trop tard.`,
      `${sayDay(day, "en")} comes after applications close, by which the school asks for the conditions to be met: it would be too late.`,
    ],
    notSaid: (day: Day) => [
      `le ${sayDay(day, "fr")} vient après la fin des candidatures et avant la rentrée. L’établissement n’a pas fixé le jour où les conditions doivent être remplies : demandez-le-lui.`,
      `${sayDay(day, "en")} comes after applications close and before the entry. The school has not settled the day by which the conditions must be met: ask it.`,
    ],
    tooLate: (day: Day) => [
      `le ${sayDay(day, "fr")} vient après elle, ce serait trop tard.`,
      `${sayDay(day, "en")} comes after it, which would be too late.`,
    ],
    decide: [
      "l’établissement décidera, si vous déposez un dossier d’ici là.",
      "the school will decide, if you submit an application by then.",
    ],
    paper: [
      "joignez d’ici là à votre dossier la pièce qui manque.",
      "add the document that is missing to your application by then.",
    ],
    closed: [
      "rien de ce que vous avez déclaré n’ouvre une voie d’ici là.",
      "nothing that you declared opens a route by then.",
    ],
  },
  wouldChange: ["Ce qui changerait la réponse", "What would change the answer"],
  otherRoutes: ["Chacune de ces voies suffirait :", "Any of these routes would be enough:"],
  notReached: (door: string, missing: number) => [
    `La voie ${door} est la plus proche : il y manque ${sayDays(missing, "fr")} équivalent temps plein d’expérience.`,
    `Route ${door} is the nearest: ${sayDays(missing, "en")} of full-time-equivalent experience are missing.`,
  ],
  reached: (door: string, day: Day) => [
    `La voie ${door} s’ouvrira le ${sayDay(day, "fr")}, si votre situation reste la même.`,
    `Route ${door} will open on ${sayDay(day, "en")}, if your situation stays the same.`,
  ],
  giveAttestation: (door: string) => [
    `Pour la voie ${door} : l’attestation de niveau de votre diplôme étranger, à demander puis à déclarer ici.`,
    `For route ${door}: the attestation of level of your foreign diploma, to be asked for and then declared here.`,
  ],
  askDecision: (door: string) => [
    `Pour la voie ${door} : une décision de l’établissement. Déposez un dossier avec les pièces qui décrivent ce titre ou cette expérience.`,
    `For route ${door}: a decision of the school. Send an application with the documents that describe this title or this experience.`,
  ],
  doors: (count: number) => [
    count === 1 ? "La voie d’accès" : `Les ${count} voies, une par une`,
    count === 1 ? "The way in" : `The ${count} routes, one by one`,
  ],
  doorsLead: (count: number) => [
    count === 1
      ? "Ce qu’elle demande, ce qu’il en est, et l’article qui le dit."
      : "Une seule voie ouverte suffit. Pour chacune : ce qu’elle demande, ce qu’il en est, et l’article qui le dit.",
    count === 1
      ? "What it asks for, where you stand, and the article that says so."
      : "One open route is enough. For each: what it asks for, where you stand, and the article that says so.",
  ],
  wouldOpenLead: (count: number) => [
    `Les ${count} voies sont fermées pour l’instant ; une seule suffit. Ouvrez-en une pour lire ce qui y manque, et l’article.`,
    `The ${count} routes are closed for now; one is enough. Open one to read what is missing there, and the article.`,
  ],
  withoutExperience: ["Sans expérience demandée", "Without any experience"],
  withExperience: (experience: string) => [`Avec ${experience}`, `With ${experience}`],
  door: (name: string) => [`Voie ${name}`, `Route ${name}`],
  opensOn: (day: Day) => [`S’ouvrira le ${sayDay(day, "fr")}.`, `Will open on ${sayDay(day, "en")}.`],
  states: {
    yes: ["Rempli", "Met"],
    no: ["Non rempli", "Not met"],
    unknown: ["À établir", "To be established"],
  },
  rule: ["Voir la règle", "See the rule"],
  confidence: ["Certitude", "How sure"],
  picture: ["Votre expérience dans le temps", "Your experience over time"],
  pieces: ["Les pièces à préparer", "Documents to prepare"],
  piecesLead: [
    "D’après ce que vous avez déclaré, le dossier de candidature réunit :",
    "From what you declared, the application consists of:",
  ],
  pieceIf: (name: string) => [`${name}, si vous faites une telle demande.`, `${name}, if you make such a request.`],
  piecesHints: ["Ce que l’école attend de chaque pièce", "What the school expects of each document"],
  basis: ["Sur quoi repose cette réponse", "What this answer rests on"],
  next: ["Et maintenant", "What next"],
  keepOrErase: ["Garder, imprimer, effacer", "Keep, print, erase"],
  more: ["Imprimer, effacer, voir mon prix", "Print, erase, see my price"],
  nextPath: ["Mon prix", "My price"],
  nextPathWhy: [
    "Vos titres y sont déjà : les heures, les épreuves et le prix qui vous resteraient.",
    "Your titles are already there: the hours, the exams and the price that would be left to you.",
  ],
  nextPathWhole: [
    "Les heures, les épreuves et le prix de la formation entière, puisque vous n’avez déclaré aucun titre.",
    "The hours, the exams and the price of the whole course, since you declared no title.",
  ],
  nextPdf: ["Télécharger la réponse (PDF)", "Download the answer (PDF)"],
  nextKeep: ["Garder cette réponse", "Keep this answer"],
  nextKeepWhy: [
    "La réponse se garde 30 jours, sous un code que vous seul connaissez.",
    "The answer is kept for 30 days, under a code that you alone know.",
  ],
  nextKeepWithPath: [
    "Votre parcours et son prix, que vous avez déjà demandés, sont conservés avec elle.",
    "Your path and its price, which you have already asked for, are kept with it.",
  ],
  nextErase: ["Effacer mes réponses", "Erase my answers"],
  nextEraseWhy: ["Il n’en reste alors rien ici.", "Nothing of them is then left here."],
  chart: {
    caption: (count: number) => [
      plural(count, "Une période déclarée", `${sayNumber(count, "fr")} périodes déclarées`, "fr"),
      plural(count, "One period declared", `${sayNumber(count, "en")} periods declared`, "en"),
    ],
    total: ["Total, plafonné à un temps plein", "Total, capped at full time"],
    today: ["jour de la réponse", "day of the answer"],
    threshold: ["seuil atteint", "threshold reached"],
    sure: ["compte", "counts"],
    undecided: ["à apprécier par l’établissement", "to be assessed by the school"],
    not: ["ne compte pas", "does not count"],
    before: (door: string) => [
      `avant ce qui ouvre la voie ${door} : pas compté pour elle`,
      `before what opens route ${door}: not counted for it`,
    ],
    legend: ["Repères", "Landmarks"],
    award: (name: string, day: Day) => [
      `${name}, obtenu le ${sayDay(day, "fr")}`,
      `${name}, awarded on ${sayDay(day, "en")}`,
    ],
    onDay: (day: Day) => [`Jour de la réponse : ${sayDay(day, "fr")}`, `Day of the answer: ${sayDay(day, "en")}`],
    thresholdDay: (door: string, day: Day) => [
      `Seuil de la voie ${door} : ${sayDay(day, "fr")}`,
      `Threshold of route ${door}: ${sayDay(day, "en")}`,
    ],
    counted: (door: string, counted: string, required: string) => [
      `En équivalent temps plein : ${counted} sur ${required} que demande la voie ${door}.`,
      `In full-time equivalent: ${counted} out of the ${required} that route ${door} asks for.`,
    ],
    wide: (wide: string) => [`Avec les périodes à apprécier : ${wide}.`, `With the periods to be assessed: ${wide}.`],
    neverReached: ["Aucune période déclarée ne mène jusqu’au seuil.", "No declared period leads to the threshold."],
    none: [
      "Aucune voie ne fait encore compter cette expérience : il faut d’abord un titre ou un corps qui en ouvre une.",
      "No route counts this experience yet: it first takes a title or a corps that opens one.",
    ],
    table: ["Les périodes déclarées, en tableau", "The declared periods, as a table"],
    tableHead: [
      ["Période", "Du", "Au", "Temps de travail", "Domaine", "Est-ce compté ?"],
      ["Period", "From", "To", "Working time", "Field", "Is it counted?"],
    ],
    ongoing: ["en cours", "going on"],
    tooMany: (shown: number) => [
      `Au-delà de ${shown} périodes, l’image ne montre que leur total ; le tableau les donne toutes.`,
      `Beyond ${shown} periods, the picture only shows their total; the table gives them all.`,
    ],
  },
  kept: {
    headings: {
      candidater: ["Votre réponse est conservée", "Your answer is kept"],
      parcours: ["Votre parcours et son prix sont conservés", "Your path and its price are kept"],
    },
    until: (day: Day) => [
      `La réponse est conservée jusqu’au ${sayDay(day, "fr")}, puis effacée.`,
      `The answer is kept until ${sayDay(day, "en")}, then erased.`,
    ],
    what: ["Ce qui est conservé", "What is kept"],
    number: ["Numéro", "Number"],
    code: ["Code", "Code"],
    secret: [
      "Notez ce code maintenant : il n’est enregistré nulle part en clair, et personne ne peut le retrouver. Toute personne qui a ce code peut lire la réponse.",
      "Write this code down now: it is not recorded anywhere in clear, and nobody can find it again. Anybody who has this code can read the answer.",
    ],
    how: ["Pour la rouvrir", "To reopen it"],
    howTo: [
      "Ouvrez la page « Reprendre une réponse », au pied de toutes les pages, et tapez le code.",
      "Open the page “Reopen an answer”, at the foot of every page, and type the code.",
    ],
    goTo: ["Reprendre une réponse", "Reopen an answer"],
    erase: ["Supprimer cette réponse", "Delete this answer"],
    eraseWhy: ["Elle est supprimée aussitôt, pour de bon.", "It is deleted at once, for good."],
    eraseAsk: ["Supprimer cette réponse ?", "Delete this answer?"],
    back: ["Revenir à la réponse", "Back to the answer"],
    see: ["Voir la réponse conservée", "See the kept answer"],
    beginHeading: ["Candidater avec cette réponse", "Apply with this answer"],
    begin: ["Commencer mon dossier avec ces réponses", "Begin my application with these answers"],
    beginIn: (intake: string) => [
      `Commencer mon dossier avec ces réponses : ${intake}`,
      `Begin my application with these answers: ${intake}`,
    ],
    beginWhy: [
      "Vos réponses y sont reprises ; vous pourrez les corriger jusqu’au dépôt.",
      "Your answers are taken up in it; you can correct them until you submit it.",
    ],
    beginSigningIn: [
      "Vous vous connectez, ou créez un compte, et votre dossier est commencé. Vos réponses y sont reprises ; vous pourrez les corriger jusqu’au dépôt.",
      "You sign in, or make an account, and your application is begun. Your answers are taken up in it; you can correct them until you submit it.",
    ],
  },
  reopen: {
    heading: ["Reprendre une réponse", "Reopen an answer"],
    lead: [
      "Une réponse conservée se rouvre avec son code, pendant 30 jours.",
      "A kept answer is reopened with its code, for 30 days.",
    ],
    label: ["Code de la réponse", "Code of the answer"],
    hint: ["Les majuscules, les espaces et les tirets ne comptent pas.", "Capitals, spaces and hyphens do not matter."],
    show: ["Ouvrir la réponse", "Open the answer"],
    missing: ["Tapez le code de la réponse.", "Type the code of the answer."],
    unknown: [
      "Aucune réponse n’est conservée sous ce code : il est mal tapé, ou la réponse a été supprimée ou effacée à son terme.",
      "No answer is kept under this code: it is mistyped, or the answer was deleted, or erased when its time came.",
    ],
    openedHeading: (number: string) => [`Réponse n° ${number}`, `Answer no. ${number}`],
    asKept: (day: Day) => [
      `La voici telle qu’elle a été conservée le ${sayDay(day, "fr")}.`,
      `Here it is as it was kept on ${sayDay(day, "en")}.`,
    ],
    otherLaw: [
      "La règle a changé depuis : cette réponse reste celle qui a été donnée ce jour-là.",
      "The rule has changed since: this answer remains the one that was given on that day.",
    ],
    erasedHeading: ["La réponse est supprimée", "The answer is deleted"],
    erased: [
      "Elle et ce qui avait été déclaré n’existent plus ici ; son code n’ouvre plus rien.",
      "It and what had been declared no longer exist here; its code opens nothing any more.",
    ],
    home: ["Revenir à l’accueil", "Back to the home page"],
    startAgain: ["Repartir de ces réponses", "Start from these answers"],
    startAgainWhy: [
      "Ce qui avait été déclaré est repris, à vérifier et à compléter ; la réponse conservée ne change pas.",
      "What had been declared is taken up, to be checked and completed; the kept answer does not change.",
    ],
  },
  pdf: {
    file: ["reponse", "answer"],
    unavailable: ["Le document ne peut pas être fait pour l’instant", "The document cannot be made for the moment"],
    unavailableWhy: [
      "La réponse reste lisible et imprimable depuis sa page. Réessayez dans quelques minutes.",
      "The answer can still be read and printed from its page. Try again in a few minutes.",
    ],
  },
  verdicts: {
    eligible: ["Oui, vous pouvez candidater", "Yes, you may apply"],
    "needs-decision": ["L’établissement doit décider", "The school must decide"],
    unknown: ["On ne peut pas encore le savoir", "Nobody can tell yet"],
    "not-eligible": ["Non, pas dans la situation déclarée", "No, not in the situation declared"],
    "not-yet": (day: Day) => [`Pas encore : à partir du ${sayDay(day, "fr")}`, `Not yet: from ${sayDay(day, "en")}`],
  },
});

export type ResultWords = typeof WORDS.fr;

export function resultWords(lang: Lang): ResultWords {
  return WORDS[lang];
}
