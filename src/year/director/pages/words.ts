/** The words of the director's year. */
import { inBoth } from "../../../kit/in-both.ts";
import { plural, sayDay, sayNumber } from "../../../kit/lang.ts";

export const directorWords = inBoth({
  title: ["L’école, cette année", "The school, this year"],
  lead: [
    "Chaque chiffre se lit aussi en tableau, dit ce qu’il compte, et mène à ses lignes.",
    "Each figure can be read as a table, says what it counts, and leads to its rows.",
  ],
  file: ["Tout en tableur (XLSX)", "All as a spreadsheet (XLSX)"],
  rates: ["Les taux publiés", "The published rates"],
  evidence: ["Les preuves Qualiopi", "The Qualiopi evidence"],
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
      `Dessous et entre parenthèses\u00a0: ${intake}, au ${sayDay(day, "fr")}, autant de jours après son ouverture.`,
      `Below and in brackets: ${intake}, on ${sayDay(day, "en")}, as many days after it opened.`,
    ],
    others: ["Autres campagnes", "Other intakes"],
    carried: (count: number) => [
      `${sayNumber(count, "fr")} ${plural(count, "personne était", "personnes étaient", "fr")} en formation avant ce logiciel, et ${plural(count, "n’est comptée", "ne sont comptées", "fr")} dans aucune étape.`,
      `${sayNumber(count, "en")} ${plural(count, "person was", "people were", "en")} in training before this software, and ${plural(count, "is", "are", "en")} counted in no step.`,
    ],
    head: {
      intake: ["Campagne", "Intake"],
      step: ["Étape", "Step"],
      now: ["Personnes", "People"],
      before: ["Campagne d’avant", "Intake before"],
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
    title: ["Heures tenues, prévues et manquantes", "Hours held, planned and missing"],
    none: ["Aucune promotion n’est en cours.", "No cohort is under way."],
    whole: ["Toutes les unités", "All units"],
    head: {
      cohort: ["Promotion", "Cohort"],
      unit: ["Unité", "Unit"],
      due: ["Dues", "Due"],
      held: ["Tenues", "Held"],
      unsigned: ["dont à contresigner", "of them to countersign"],
      planned: ["Prévues", "Planned"],
      missing: ["Manquantes", "Missing"],
      apart: ["Pour une partie", "For a part"],
    },
    says: (held: string, due: string) => [`${held} tenues sur ${due}`, `${held} held of ${due}`],
    missing: (hours: string) => [`${hours} ne sont prévues nulle part`, `${hours} are planned nowhere`],
    defined: {
      due: ["Celles de la maquette de la promotion.", "Those of the cohort’s maquette."],
      held: [
        "Séances de toute la promotion dont le jour est passé, sauf annulées.",
        "Lessons of the whole cohort whose day is past, cancelled ones aside.",
      ],
      unsigned: ["Tenues, sans feuille signée par un formateur.", "Held, without a list signed by a trainer."],
      planned: [
        "Séances de toute la promotion, d’aujourd’hui et à venir.",
        "Lessons of the whole cohort, of today and to come.",
      ],
      missing: ["Dues, ni tenues ni prévues.", "Due, neither held nor planned."],
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
      planned: ["prévue", "planned"],
      apart: ["pour une partie", "for a part"],
    },
    noLesson: ["Aucune séance.", "No lesson."],
    more: ["Seules les premières séances sont ici.", "Only the first lessons are listed."],
  },
  ahead: {
    title: ["Échéances", "Days ahead"],
    says: (count: number, day: string) => [
      `${sayNumber(count, "fr")} ${plural(count, "date", "dates", "fr")} d’ici le ${sayDay(day, "fr")}.`,
      `${sayNumber(count, "en")} ${plural(count, "day", "days", "en")} until ${sayDay(day, "en")}.`,
    ],
    week: ["Semaine du", "Week of"],
    count: ["Échéances", "Days"],
    day: ["Jour", "Day"],
    what: ["Quoi", "What"],
    name: ["De quoi", "Of what"],
    none: ["Aucune date dans les trois mois.", "No date within three months."],
    kinds: {
      "intake-closes": ["Clôture de la campagne", "The intake closes"],
      "cohort-starts": ["Début de la promotion", "The cohort starts"],
      "cohort-ends": ["Fin de la promotion", "The cohort ends"],
      "exam-receives": ["Dernier jour pour recevoir les travaux", "Last day to receive the works"],
      jury: ["Délibération du jury", "The jury deliberates"],
    },
    defined: [
      "Clôtures de campagnes, débuts et fins de promotions, remises des travaux et délibérations, dans les trois mois.",
      "Closings of intakes, starts and ends of cohorts, receipts of works and deliberations, within three months.",
    ],
  },
  waiting: {
    title: ["Ce que l’équipe a à faire", "What the team has to do"],
    says: (late: number, soon: number) => [
      `${sayNumber(late, "fr")} ${plural(late, "ligne", "lignes", "fr")} en retard, ${sayNumber(soon, "fr")} pour les 31 jours qui viennent. Des lignes, pas des personnes.`,
      `${sayNumber(late, "en")} ${plural(late, "line", "lines", "en")} late, ${sayNumber(soon, "en")} due in the next 31 days. Lines, not people.`,
    ],
    none: ["Rien n’est en retard ni à faire d’ici 31 jours.", "Nothing is late or due within 31 days."],
    head: {
      what: ["À faire", "To do"],
      who: ["Pour qui", "For whom"],
      late: ["En retard", "Late"],
      soon: ["D’ici 31 jours", "Within 31 days"],
      first: ["La plus ancienne échéance", "The earliest day"],
    },
    bar: (late: number, soon: number) => [
      `${sayNumber(late, "fr")} en retard, ${sayNumber(soon, "fr")} à venir`,
      `${sayNumber(late, "en")} late, ${sayNumber(soon, "en")} to come`,
    ],
    defined: [
      "Ce qui attend un rôle de l’école avec une date limite. Ce qui attend deux rôles compte deux fois. Ce que vous pouvez faire vous-même mène à sa liste.",
      "What waits for a role of the school with a last day. What waits for two roles counts twice. What you may do yourself leads to its list.",
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
