/** The words of the offer for catalogues: each element of the format in plain words, its faults, and where they are mended. */
import { inBoth } from "../../../kit/in-both.ts";
import { plural, sayDay, sayNumber } from "../../../kit/lang.ts";
import type { ElementName } from "../rules/format.ts";

const count = (of: number, one: string, many: string, lang: "fr" | "en") =>
  `${sayNumber(of, lang)} ${plural(of, one, many, lang)}`;

export const lheoWords = inBoth({
  title: ["L’offre pour les catalogues (LHÉO)", "The offer for catalogues (LHÉO)"],
  lead: [
    "Le fichier que lisent les catalogues de formation : une formation par diplôme, une action par site et parcours, une session par promotion annoncée.",
    "The file that catalogues of training read: a formation for each diploma, an action for each site and track, a session for each cohort that is announced.",
  ],
  whole: (formations: number, actions: number, sessions: number) => [
    `Le fichier est complet : ${count(formations, "formation", "formations", "fr")}, ${count(actions, "action", "actions", "fr")}, ${count(sessions, "session", "sessions", "fr")}.`,
    `The file is complete: ${count(formations, "formation", "formations", "en")}, ${count(actions, "action", "actions", "en")}, ${count(sessions, "session", "sessions", "en")}.`,
  ],
  lacking: (of: number) => [
    `${sayNumber(of, "fr")} ${plural(of, "chose manque ou n’est pas lisible", "choses manquent ou ne sont pas lisibles", "fr")} : le fichier n’est pas donné tant que c’est le cas.`,
    `${sayNumber(of, "en")} ${plural(of, "thing is", "things are", "en")} missing or cannot be read: the file is not given until then.`,
  ],
  give: ["Télécharger le fichier", "Download the file"],
  toMend: ["À compléter", "To complete"],
  heads: {
    what: ["Ce qui manque", "What is missing"],
    path: ["Où dans LHÉO", "Where in LHÉO"],
    mend: ["Où le dire", "Where to say it"],
  },
  others: (of: number) => [
    `et ${count(of, "autre endroit", "autres endroits", "fr")}`,
    `and ${count(of, "other place", "other places", "en")}`,
  ],
  faults: {
    missing: ["", ""],
    short: (is: number, limit: number) => [
      `${sayNumber(is, "fr")} caractères, il en faut ${sayNumber(limit, "fr")}`,
      `${sayNumber(is, "en")} characters, ${sayNumber(limit, "en")} are needed`,
    ],
    long: (is: number, limit: number) => [
      `${sayNumber(is, "fr")} caractères, LHÉO en admet ${sayNumber(limit, "fr")} : à raccourcir`,
      `${sayNumber(is, "en")} characters, LHÉO takes ${sayNumber(limit, "en")}: to be shortened`,
    ],
    many: (is: number, limit: number) => [
      `${sayNumber(is, "fr")} fois, LHÉO en admet ${sayNumber(limit, "fr")}`,
      `${sayNumber(is, "en")} times, LHÉO takes ${sayNumber(limit, "en")}`,
    ],
    code: ["ce code n’est pas dans la table de LHÉO", "this code is not in the table of LHÉO"],
    form: ["ces caractères ne conviennent pas", "these characters do not fit"],
  },
  mend: {
    school: ["le fichier de l’école, clé", "the school’s file, key"],
    diploma: ["le fichier du diplôme, clé", "the diploma’s file, key"],
    plan: (cohort: string) => [`le lieu et les périodes de ${cohort}`, `the site and periods of ${cohort}`],
    end: (intake: string, on: string) => [
      `Ouvrez la promotion de « ${intake} », qui commence le ${sayDay(on, "fr")}, avec son dernier jour.`,
      `Open the cohort of “${intake}”, which begins on ${sayDay(on, "en")}, with its last day.`,
    ],
    next: ["Ouvrez la prochaine promotion.", "Open the next cohort."],
  },
  files: [
    "Les fichiers de l’école et du diplôme se changent chez qui tient ce logiciel.",
    "The files of the school and of the diploma are changed by those who run this software.",
  ],
  look: ["À regarder", "Worth a look"],
  notes: {
    edition: (what: string) => [
      `Le code ${what} n’est pas dans le fichier : l’édition du Formacode où il se lit n’est pas connue.`,
      `The code ${what} is not in the file: the edition of Formacode that it is read by is not known.`,
    ],
    funder: (what: string) => [
      `Sans code dans la table des financeurs, et donc nommé en toutes lettres seulement : ${what}.`,
      `Without a code in the table of funders, and so named in words alone: ${what}.`,
    ],
    site: (what: string) => [
      `${what} : aucune session annoncée, et donc aucune action dans le fichier.`,
      `${what}: no session is announced, and so no action is in the file.`,
    ],
    intake: (what: string) => [
      `${what} : aucune campagne n’y mène, et le fichier ne dit pas si l’on recrute.`,
      `${what}: no intake leads to it, and the file does not say whether it recruits.`,
    ],
    registration: (what: string) => [
      `Une session commence après la fin de l’enregistrement ${what}.`,
      `A session begins after the end of the registration ${what}.`,
    ],
  },
  says: ["Ce que dit le fichier", "What the file says"],
  saysSoFar: ["Ce que dirait le fichier", "What the file would say"],
  ofFormation: (nth: number) => [`Formation ${String(nth)}`, `Formation ${String(nth)}`],
  ofAction: (what: string) => [`Action : ${what}`, `Action: ${what}`],
  ofSession: (nth: string) => [`Session ${nth}`, `Session ${nth}`],
  ofSchool: ["L’organisme", "The body"],
  lines: { what: ["Élément", "Element"], value: ["Valeur", "Value"], from: ["Source", "Source"] },
  how: ["Comment ce fichier est fait", "How this file is made"],
  hows: [
    "Chaque valeur vient des fichiers de l’école et du diplôme, des promotions qui n’ont pas commencé et des campagnes qui y mènent. Rien n’est rempli d’office : ce qui n’est dit nulle part manque. Le prix est celui d’une personne qui suit tout, frais de sélection et inscriptions compris, sans remise. Avant d’être donné, le fichier est vérifié.",
    "Each value comes from the files of the school and of the diploma, from the cohorts that have not begun and the intakes that lead to them. Nothing is filled in: what is said nowhere is missing. The price is that of somebody who follows everything, with the selection fee and registrations and without a discount. The file is checked before it is given.",
  ],
});

/** An element in plain words; the format’s own name stands beside it. */
export const elementWords: Readonly<Record<ElementName, readonly [fr: string, en: string]>> = {
  lheo: ["Fichier", "File"],
  offres: ["Offres", "Offers"],
  formation: ["Formation", "Formation"],
  "domaine-formation": ["Domaine", "Field"],
  "code-FORMACODE": ["Domaine (Formacode)", "Field (Formacode)"],
  "code-NSF": ["Spécialité (NSF)", "Speciality (NSF)"],
  "code-ROME": ["Métier (ROME)", "Occupation (ROME)"],
  "intitule-formation": ["Intitulé", "Title"],
  "objectif-formation": ["Objectif", "Aim"],
  "resultats-attendus": ["Ce que l’on obtient", "What is obtained"],
  "contenu-formation": ["Contenu", "Content"],
  certifiante: ["Mène à une certification", "Leads to a certification"],
  "contact-formation": ["À qui s’adresser", "Whom to ask"],
  coordonnees: ["Coordonnées", "Contact details"],
  ligne: ["Ligne d’adresse", "Line of an address"],
  adresse: ["Adresse", "Address"],
  denomination: ["Nom du lieu ou de l’école", "Name of the place or of the school"],
  codepostal: ["Code postal", "Postal code"],
  ville: ["Ville", "Town"],
  telfixe: ["Téléphone", "Telephone"],
  numtel: ["Téléphone", "Telephone"],
  courriel: ["Adresse électronique", "E-mail address"],
  web: ["Site", "Website"],
  urlweb: ["Adresse du site", "Address of the website"],
  "parcours-de-formation": ["Parcours en groupe ou individuel", "Path in a group or individual"],
  "code-niveau-entree": ["Niveau à l’entrée", "Level on entry"],
  "objectif-general-formation": ["Objectif général", "General aim"],
  certification: ["Certification", "Certification"],
  "code-RNCP": ["Code RNCP", "RNCP code"],
  "code-niveau-sortie": ["Niveau à la sortie", "Level at the end"],
  "url-formation": ["Page de la formation", "Page of the course"],
  action: ["Action : un site et un parcours", "Action: a site and a track"],
  "rythme-formation": ["Rythme : jours et semaines de cours", "Rhythm: days and weeks of lessons"],
  "code-public-vise": ["Public visé, par son code Formacode", "For whom, by its Formacode"],
  "niveau-entree-obligatoire": ["Niveau à l’entrée exigé", "Level on entry compulsory"],
  "modalites-alternance": ["Temps en centre et sur le terrain", "Time in the school and in the field"],
  "modalites-enseignement": ["En salle, à distance, ou les deux", "In a room, at a distance, or both"],
  "conditions-specifiques": ["Conditions d’accès", "Entry conditions"],
  "prise-en-charge-frais-possible": ["Un financement est possible", "Funding is possible"],
  "lieu-de-formation": ["Lieu de la formation", "Where it is taught"],
  "modalites-entrees-sorties": ["Entrées à dates fixes ou permanentes", "Entries on fixed days or at any time"],
  session: ["Session : une promotion annoncée", "Session: a cohort that is announced"],
  periode: ["Période", "Period"],
  debut: ["Premier jour de la session", "First day of the session"],
  fin: ["Dernier jour de la session", "Last day of the session"],
  "adresse-inscription": ["Où s’inscrire", "Where to enrol"],
  "periode-inscription": ["Période d’inscription", "Period of enrolment"],
  "etat-recrutement": ["Recrutement", "Recruiting"],
  "acces-handicapes": ["Accès des personnes handicapées", "Access for people with disabilities"],
  "prix-horaire-TTC": ["Prix d’une heure, en euros", "Price of an hour, in euros"],
  "prix-total-TTC": ["Prix total, en euros", "Whole price, in euros"],
  "nombre-heures-centre": ["Heures en centre", "Hours in the school"],
  "nombre-heures-entreprise": ["Heures sur le terrain", "Hours in the field"],
  "nombre-heures-total": ["Heures en tout", "Hours in all"],
  "detail-conditions-prise-en-charge": ["Financements, en toutes lettres", "Funding, in words"],
  "organisme-financeur": ["Financeur", "Funder"],
  "code-financeur": ["Financeur, par son code", "Funder, by its code"],
  "organisme-formation-responsable": ["Organisme", "Training body"],
  "numero-activite": ["Numéro de déclaration d’activité", "Number of the declaration of activity"],
  "SIRET-organisme-formation": ["SIRET", "SIRET"],
  SIRET: ["SIRET", "SIRET"],
  "nom-organisme": ["Nom de l’école", "Name of the school"],
  "raison-sociale": ["Raison sociale", "Legal name"],
  "coordonnees-organisme": ["Coordonnées de l’école", "Contact details of the school"],
  "contact-organisme": ["À qui s’adresser à l’école", "Whom to ask in the school"],
};
