/** The words of the evidence of quality. */
import { inBoth } from "../../../kit/in-both.ts";
import { plural, sayDay, sayNumber } from "../../../kit/lang.ts";

export const evidenceWords = inBoth({
  title: (year: number) => [`Les preuves Qualiopi, ${year}`, `The Qualiopi evidence, ${year}`],
  lead: [
    "Ce que ce logiciel garde de l’année, indicateur par indicateur, et ce que l’école ajoute pour l’audit.",
    "What this software keeps of the year, indicator by indicator, and what the school adds for the audit.",
  ],
  indicator: (indicator: string) => [`Indicateur ${indicator}`, `Indicator ${indicator}`],
  kept: ["Gardé ici", "Kept here"],
  adds: ["L’école ajoute", "The school adds"],
  elsewhere: [
    "Ce que l’école ajoute ne se dépose pas ici : gardez-le, daté, dans le dossier de l’audit.",
    "What the school adds is not stored here: keep it, with its day, in the file of the audit.",
  ],
  papers: (kind: string, year: number) => [`${kind}, ${year}`, `${kind}, ${year}`],
  paper: ["Pièce", "Paper"],
  day: ["Jour", "Day"],
  unnamed: ["Sans nom", "No name"],
  more: (count: number) => [
    `Seules les ${sayNumber(count, "fr")} dernières sont ici.`,
    `Only the last ${sayNumber(count, "en")} are listed.`,
  ],
  ours: [
    "Texte des indicateurs résumé par nous\u00a0: vérifiez-le dans le guide officiel.",
    "The text of the indicators is summed up by us: check it in the official guide.",
  ],
  nothing: ["rien cette année", "nothing this year"],
  online: ["en ligne", "online"],
  together: ["Toutes les formations sont comptées ensemble.", "All courses are counted together."],
  some: (count: number, day: string | null) => [
    day === null ? sayNumber(count, "fr") : `${sayNumber(count, "fr")}, la dernière fois le ${sayDay(day, "fr")}`,
    day === null ? sayNumber(count, "en") : `${sayNumber(count, "en")}, last on ${sayDay(day, "en")}`,
  ],
  lacking: (count: number) => [
    count === 0
      ? "Chaque indicateur a des preuves cette année."
      : `${sayNumber(count, "fr")} ${plural(count, "indicateur n’a", "indicateurs n’ont", "fr")} aucune preuve ici cette année.`,
    count === 0
      ? "Each indicator has evidence this year."
      : `${sayNumber(count, "en")} ${plural(count, "indicator has", "indicators have", "en")} no evidence here this year.`,
  ],
  none: [
    "Le fichier de l’école ne dit pas encore quels indicateurs prouver.",
    "The school’s file does not say yet which indicators to prove.",
  ],
  published: (year: number, version: number, day: string) => [
    `Derniers taux publiés : ${year}, version ${version}, le ${sayDay(day, "fr")}. Empreinte de la page :`,
    `Last published rates: ${year}, version ${version}, on ${sayDay(day, "en")}. Fingerprint of the page:`,
  ],
  source: ["Source", "Source"],
  years: ["Autres années", "Other years"],
  proofs: {
    "public-page": ["Page publique de la formation", "Public page of the course"],
    intakes: ["Campagnes ouvertes, avec leurs conditions", "Intakes opened, with their terms"],
    "published-rates": ["Publications des taux, figées", "Publications of the rates, frozen"],
    surveys: ["Réponses aux enquêtes closes", "Answers to the surveys that were closed"],
    applications: ["Dossiers déposés : parcours, projet, titres", "Applications handed in: path, project, titles"],
    interviews: ["Entretiens menés, avec leur grille commune", "Interviews held, with their agreed grid"],
    programmes: ["Programmes individuels signés", "Individual programmes signed"],
    contracts: ["Remises avant l’inscription, notées", "Papers handed over before enrolment, noted"],
    attendance: ["Feuilles de présence signées", "Attendance lists signed"],
    claims: ["Présences contestées, répondues", "Attendance disputed, answered"],
    marks: ["Résultats d’épreuves", "Results of exams"],
    rulings: ["Décisions de jury notifiées", "Rulings of juries notified"],
    appreciations: ["Appréciations écrites dans les livrets", "Appreciations written in the livrets"],
    departures: ["Abandons, exclusions et interruptions, datés", "Drop-outs, exclusions and interruptions, dated"],
    appeals: ["Recours sur l’admission, répondus", "Appeals against admissions, answered"],
    messages: ["Réponses de l’école aux messages des candidats", "Answers of the school to candidates’ messages"],
  },
});
