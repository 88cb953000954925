/** The words of the director's year. */
import { inBoth } from "../../../kit/in-both.ts";
import { plural, sayDay, sayNumber } from "../../../kit/lang.ts";

export const directorWords = inBoth({
  title: ["L’école, cette année", "The school, this year"],
  inMonth: (month: string) => [`L’école en ${month}`, `The school in ${month}`],
  now: ["Aujourd’hui", "Today"],
  file: ["Tout en tableur (XLSX)", "All as a spreadsheet (XLSX)"],
  evidence: ["Preuves Qualiopi", "Qualiopi evidence"],
  published: {
    title: ["Taux publiés", "Published rates"],
    none: ["Aucun taux n’est publié.", "No rate is published."],
    unpublished: (year: number) => [`${year}\u00a0: pas encore publiés`, `${year}: not published yet`],
    years: ["Toutes les années", "All years"],
    page: ["La page publique", "The public page"],
    who: (year: number) => [`Qui compte en ${year}`, `Who is counted in ${year}`],
  },
  sign: {
    title: ["À signer", "To sign"],
    says: (count: number, late: number) => [
      `${sayNumber(count, "fr")} ${plural(count, "papier attend", "papiers attendent", "fr")} une signature${late > 0 ? `, le premier en retard de ${sayNumber(late, "fr")} ${plural(late, "jour", "jours", "fr")}` : ""}.`,
      `${sayNumber(count, "en")} ${plural(count, "paper waits", "papers wait", "en")} for a signature${late > 0 ? `, the first ${sayNumber(late, "en")} ${plural(late, "day", "days", "en")} late` : ""}.`,
    ],
    by: (day: string) => [`avant le ${sayDay(day, "fr")}`, `by ${sayDay(day, "en")}`],
    go: ["Lire et signer, une à une", "Read and sign, one by one"],
  },
  definition: ["Ce qui est compté", "What is counted"],
  sheets: {
    funnel: ["Candidatures", "Applications"],
    hours: ["Heures", "Hours"],
    ahead: ["Échéances", "Days ahead"],
    waiting: ["À faire", "To do"],
    months: ["Argent par mois", "Money by month"],
    owed: ["Argent dû", "Money owed"],
  },
  funnel: {
    title: ["De la candidature au diplôme", "From application to diploma"],
    none: ["Aucune campagne n’a encore ouvert.", "No intake has opened yet."],
    beside: (intake: string, day: string) => [
      `Entre parenthèses\u00a0: un an plus tôt (${intake}) au même point, le ${sayDay(day, "fr")}.`,
      `In brackets: a year earlier (${intake}) at the same point, on ${sayDay(day, "en")}.`,
    ],
    asOf: (day: string) => [`Au ${sayDay(day, "fr")}.`, `On ${sayDay(day, "en")}.`],
    others: ["Autres campagnes", "Other intakes"],
    carried: (count: number) => [
      `${sayNumber(count, "fr")} ${plural(count, "personne était", "personnes étaient", "fr")} en formation avant ce logiciel, et ${plural(count, "n’est comptée", "ne sont comptées", "fr")} dans aucune étape.`,
      `${sayNumber(count, "en")} ${plural(count, "person was", "people were", "en")} in training before this software, and ${plural(count, "is", "are", "en")} counted in no step.`,
    ],
    head: {
      intake: ["Campagne", "Intake"],
      step: ["Étape", "Step"],
      now: ["Personnes", "People"],
      before: ["Un an plus tôt", "A year earlier"],
    },
    steps: {
      begun: ["Dossiers ouverts", "Applications begun"],
      handedIn: ["Dossiers déposés", "Applications handed in"],
      eligible: ["Recevables", "Eligible"],
      heard: ["Entendus en entretien", "Interviewed"],
      offered: ["Place proposée", "Place offered"],
      accepted: ["Place acceptée", "Place accepted"],
      enrolled: ["Inscrits en formation", "Enrolled"],
      graduated: ["Diplômés", "Graduates"],
    },
    defined: {
      begun: ["Un dossier de cette campagne existe, même vide.", "An application of this intake exists, even empty."],
      handedIn: [
        "Le dossier a été déposé au moins une fois, même s’il a été repris ou retiré depuis.",
        "The application was handed in at least once, even if taken back or withdrawn since.",
      ],
      eligible: [
        "L’école a décidé au moins une fois que la personne remplit les conditions.",
        "The school decided at least once that the person meets the conditions.",
      ],
      heard: ["L’entretien a eu lieu et sa grille est commune.", "The interview was held and its grid is agreed."],
      offered: [
        "Une place a été proposée, par la liste principale, la liste complémentaire ou après un recours.",
        "A place was offered, by the main list, the waiting list or after an appeal.",
      ],
      accepted: [
        "La personne a dit oui, même si elle a renoncé depuis.",
        "The person said yes, even if they gave it up since.",
      ],
      enrolled: ["La personne est inscrite dans une promotion.", "The person is enrolled in a cohort."],
      graduated: [
        "Une décision du jury, notifiée et non remplacée, accorde le diplôme.",
        "A ruling of the jury, notified and not replaced, grants the diploma.",
      ],
    },
    day: ["Jour", "Day"],
    person: ["Personne", "Person"],
    unnamed: ["Sans nom", "No name"],
    nobody: ["Personne.", "Nobody."],
    more: (count: number) => [
      `Seules les ${sayNumber(count, "fr")} premières personnes sont ici.`,
      `Only the first ${sayNumber(count, "en")} people are listed.`,
    ],
    count: (count: number) => [
      `${sayNumber(count, "fr")} ${plural(count, "personne", "personnes", "fr")}`,
      `${sayNumber(count, "en")} ${plural(count, "person", "people", "en")}`,
    ],
  },
  hours: {
    title: ["Heures par promotion", "Hours by cohort"],
    of: (cohort: string) => [`Heures, ${cohort}`, `Hours, ${cohort}`],
    byUnit: ["Par unité", "By unit"],
    cohort: ["La promotion", "The cohort"],
    drawn: (due: string) => [
      `Heures faites, puis planifiées, sur les ${due} du programme.`,
      `Hours held, then planned, of the ${due} of the programme.`,
    ],
    unnoted: (hours: string) => [`${hours} passées, présence non notée.`, `${hours} past, attendance not noted.`],
    unsigned: (hours: string) => [`${hours} tenues sont à contresigner.`, `${hours} held are to be countersigned.`],
    none: ["Aucune promotion n’est en cours.", "No cohort is under way."],
    whole: ["Toutes les unités", "All units"],
    head: {
      cohort: ["Promotion", "Cohort"],
      unit: ["Unité", "Unit"],
      due: ["Dues", "Due"],
      held: ["Tenues", "Held"],
      unsigned: ["dont à contresigner", "of them to countersign"],
      unnoted: ["Passées, non notées", "Past, not noted"],
      planned: ["Prévues", "Planned"],
      missing: ["Manquantes", "Missing"],
      apart: ["Pour une partie", "For a part"],
    },
    says: (held: string, due: string) => [`${held} sur ${due}`, `${held} of ${due}`],
    missing: (hours: string) => [`${hours} ne sont prévues nulle part.`, `${hours} are planned nowhere.`],
    defined: {
      due: ["Celles de la maquette de la promotion.", "Those of the cohort’s maquette."],
      held: [
        "Séances passées de toute la promotion dont la présence est notée ou la feuille signée.",
        "Past lessons of the whole cohort of which attendance is noted or a list is signed.",
      ],
      unsigned: ["Tenues, sans feuille signée par un formateur.", "Held, without a list signed by a trainer."],
      unnoted: [
        "Séances passées, non annulées, dont personne n’a noté la présence : tenues ou non, on ne le sait pas.",
        "Past lessons that were not cancelled, of which nobody noted attendance: whether they were held is not known.",
      ],
      planned: [
        "Séances de toute la promotion, d’aujourd’hui et à venir.",
        "Lessons of the whole cohort, of today and to come.",
      ],
      missing: ["Dues, ni tenues, ni passées, ni prévues.", "Due, neither held, nor past, nor planned."],
      apart: [
        "Séances d’une partie de la promotion : dans aucune autre colonne.",
        "Lessons for a part of the cohort: in no other column.",
      ],
    },
    lessons: (unit: string, cohort: string) => [`${unit}, ${cohort}`, `${unit}, ${cohort}`],
    plan: ["Planifier des séances", "Plan lessons"],
    day: ["Jour", "Day"],
    time: ["Heure", "Time"],
    length: ["Durée", "Length"],
    state: ["État", "State"],
    states: {
      held: ["tenue", "held"],
      unsigned: ["tenue, à contresigner", "held, to countersign"],
      unnoted: ["passée, présence non notée", "past, attendance not noted"],
      planned: ["prévue", "planned"],
      apart: ["pour une partie", "for a part"],
    },
    noLesson: ["Aucune séance.", "No lesson."],
    more: ["Seules les premières séances sont ici.", "Only the first lessons are listed."],
  },
  ahead: {
    title: ["Échéances", "Days ahead"],
    says: ({ count, day, shown }: { count: number; day: string; shown: number }) => [
      `${sayNumber(count, "fr")} ${plural(count, "date", "dates", "fr")} d’ici le ${sayDay(day, "fr")}${shown < count ? `\u00a0; voici les ${sayNumber(shown, "fr")} premières` : ""}.`,
      `${sayNumber(count, "en")} ${plural(count, "day", "days", "en")} until ${sayDay(day, "en")}${shown < count ? `; here are the first ${sayNumber(shown, "en")}` : ""}.`,
    ],
    saysThen: (count: number) => [
      `${sayNumber(count, "fr")} ${plural(count, "date", "dates", "fr")} ce mois-là.`,
      `${sayNumber(count, "en")} ${plural(count, "day", "days", "en")} in this month.`,
    ],
    toDo: ["À faire", "To do"],
    day: ["Jour", "Day"],
    what: ["Quoi", "What"],
    name: ["De quoi", "Of what"],
    none: ["Aucune date dans les trois mois.", "No date within three months."],
    noneThen: ["Aucune date ce mois-là.", "No date in this month."],
    kinds: {
      "intake-closes": ["Clôture de la campagne", "The intake closes"],
      "cohort-starts": ["Début de la promotion", "The cohort starts"],
      "cohort-ends": ["Fin de la promotion", "The cohort ends"],
      "exam-receives": ["Dernier jour pour recevoir les travaux", "Last day to receive the works"],
      jury: ["Délibération du jury", "The jury deliberates"],
      "registration-ends": ["Fin de l’enregistrement du diplôme", "The registration of the diploma ends"],
    },
    defined: [
      "Clôtures de campagnes, débuts et fins de promotions, remises des travaux, délibérations, fin de l’enregistrement d’un diplôme, et ce que vous pouvez faire vous-même avant une date.",
      "Closings of intakes, starts and ends of cohorts, receipts of works, deliberations, the end of a diploma’s registration, and what you may do yourself by a day.",
    ],
  },
  waiting: {
    title: ["Ce que l’équipe a à faire", "What the team has to do"],
    says: ({ late, soon, mine }: { late: number; soon: number; mine: number }) => [
      `${sayNumber(late, "fr")} ${plural(late, "ligne", "lignes", "fr")} en retard, dont ${sayNumber(mine, "fr")} dans votre «\u00a0À faire\u00a0»\u00a0; ${sayNumber(soon, "fr")} pour les 31 jours qui viennent. Des lignes, pas des personnes.`,
      `${sayNumber(late, "en")} ${plural(late, "line", "lines", "en")} late, ${sayNumber(mine, "en")} of them in your “To do”; ${sayNumber(soon, "en")} due in the next 31 days. Lines, not people.`,
    ],
    none: ["Rien n’est en retard ni à faire d’ici 31 jours.", "Nothing is late or due within 31 days."],
    head: {
      what: ["À faire", "To do"],
      who: ["Pour qui", "For whom"],
      late: ["En retard", "Late"],
      soon: ["D’ici 31 jours", "Within 31 days"],
      first: ["La plus ancienne échéance", "The earliest day"],
    },
    resting: (count: number, on: string) => [
      count === 1
        ? `et 1 autre en retard, déjà relancée : de retour le ${sayDay(on, "fr")}`
        : `et ${sayNumber(count, "fr")} autres en retard, déjà relancées : les premières de retour le ${sayDay(on, "fr")}`,
      count === 1
        ? `and 1 other late, reminded of already: back on ${sayDay(on, "en")}`
        : `and ${sayNumber(count, "en")} others late, reminded of already: the first back on ${sayDay(on, "en")}`,
    ],
    bar: (late: number, soon: number) => [
      `${sayNumber(late, "fr")} en retard, ${sayNumber(soon, "fr")} à venir`,
      `${sayNumber(late, "en")} late, ${sayNumber(soon, "en")} to come`,
    ],
    defined: [
      "Ce qui attend un rôle de l’école avec une date limite, sauf ce qui est reporté. Ce qui attend deux rôles compte une fois dans le total, et se lit sous chacun. Ce que vous pouvez faire vous-même mène à sa liste.",
      "What waits for a role of the school with a last day, but for what is put off. What waits for two roles counts once in the total, and stands under each. What you may do yourself leads to its list.",
    ],
  },
  money: {
    title: ["Demandé et reçu par mois", "Asked for and received by month"],
    says: (received: string, charged: string) => [
      `${received} reçus et ${charged} demandés en douze mois. Reçu au-dessus, demandé au-dessous.`,
      `${received} received and ${charged} asked for in twelve months. Received above, asked for below.`,
    ],
    month: ["Mois", "Month"],
    charged: ["Demandé", "Asked for"],
    received: ["Reçu", "Received"],
    bar: (received: string, charged: string) => [`${received} sur ${charged}`, `${received} of ${charged}`],
    defined: [
      "Demandé : le total de chaque somme, au jour où elle a été demandée, même levée ou créditée depuis. Reçu : les paiements, à leur jour, sauf ceux repartis.",
      "Asked for: the total of each sum, on the day it was asked for, even if waived or credited since. Received: payments on their day, those that went back aside.",
    ],
    entries: ["Les écritures", "The entries"],
    age: ["Argent dû, par ancienneté", "Money owed, by age"],
    nothing: ["Rien n’est dû à l’école aujourd’hui.", "Nothing is owed to the school today."],
  },
});
