/** Names that a school or a diploma cannot go by: addresses begin with theirs, and these are the program's own. */

/** After the server’s name, where a school’s stands. */
export const NO_SCHOOL = [
  "api",
  "assets",
  "docs",
  "en",
  "favicon.ico",
  "healthz",
  "metrics",
  "openapi.json",
  "readyz",
  "robots.txt",
  "version",
];

/** After the school’s, where a diploma’s stands. */
export const NO_DIPLOMA = [
  "accessibilite",
  "admissions",
  "aide",
  "campagnes",
  "compte",
  "connexion",
  "conservation",
  "courriels",
  "deconnexion",
  "demonstration",
  "dossiers",
  "en",
  "equipe",
  "fichier",
  "fichiers",
  "finances",
  "handicap",
  "invitation",
  "invite",
  "mentions-legales",
  "plan-du-site",
  "rappels",
  "reponse",
];
