/**
 * The part of LHÉO 2.3 that an offer of this house uses: the order of elements, how often each may stand, how long a text may be, and the
 * codes of each table (documentation of LHÉO 2.3, circles 1 and 2). The file is written in this order, and its faults are found by it.
 */

/** Its elements in their order, each with how often it stands at least and at most. */
type Elements = readonly (readonly [name: string, least: number, most: number])[];
/** In characters. */
type Text = { readonly least: number; readonly most: number; readonly pattern?: RegExp };
type Table = { readonly table: readonly string[] };

/** As often as one likes. */
const MANY = 10_000;
const text = (least: number, most: number): Text => ({ least, most });
const figures = (count: number): Text => ({ least: count, most: count, pattern: /^[0-9]+$/ });
const table = (codes: string): Table => ({ table: codes.split(" ") });
const DAY: Text = { least: 8, most: 8, pattern: /^\d{4}[01]\d[0-3]\d$/ };
const HOURS: Text = { least: 1, most: 5, pattern: /^[0-9]+$/ };
const LEVELS = table("0 1 2 3 4 5 6 7 8 11 12 13 14 15 16 17 18");

export const FORMAT = {
  lheo: [["offres", 1, 1]],
  offres: [["formation", 1, MANY]],
  formation: [
    ["domaine-formation", 1, 1],
    ["intitule-formation", 1, 1],
    ["objectif-formation", 1, 1],
    ["resultats-attendus", 1, 1],
    ["contenu-formation", 1, 1],
    ["certifiante", 1, 1],
    ["contact-formation", 1, MANY],
    ["parcours-de-formation", 1, 1],
    ["code-niveau-entree", 1, 1],
    ["objectif-general-formation", 0, 1],
    ["certification", 0, 5],
    ["code-niveau-sortie", 0, 1],
    ["url-formation", 0, 1],
    ["action", 1, MANY],
    ["organisme-formation-responsable", 1, 1],
  ],
  "domaine-formation": [
    ["code-FORMACODE", 0, 5],
    ["code-NSF", 0, 3],
    ["code-ROME", 0, 5],
  ],
  "code-FORMACODE": figures(5),
  "code-NSF": text(3, 3),
  "code-ROME": text(5, 5),
  "intitule-formation": text(1, 255),
  "objectif-formation": text(1, 3000),
  "resultats-attendus": text(1, 3000),
  "contenu-formation": text(1, 3000),
  certifiante: table("0 1"),
  "contact-formation": [["coordonnees", 1, 1]],
  coordonnees: [
    ["adresse", 0, 1],
    ["telfixe", 0, 1],
    ["courriel", 0, 1],
    ["web", 0, 1],
  ],
  ligne: text(1, 50),
  adresse: [
    ["denomination", 0, 1],
    ["ligne", 1, 4],
    ["codepostal", 1, 1],
    ["ville", 1, 1],
  ],
  denomination: text(1, 255),
  codepostal: figures(5),
  ville: text(1, 50),
  telfixe: [["numtel", 1, 3]],
  numtel: text(1, 25),
  courriel: text(3, 160),
  web: [["urlweb", 1, 3]],
  urlweb: text(3, 400),
  "parcours-de-formation": table("1 2 3 4"),
  "code-niveau-entree": LEVELS,
  "objectif-general-formation": table("1 2 4 5 6 7 8 9"),
  certification: [["code-RNCP", 0, 1]],
  "code-RNCP": text(1, 10),
  "code-niveau-sortie": LEVELS,
  "url-formation": [["urlweb", 1, 3]],
  action: [
    ["rythme-formation", 1, 1],
    ["code-public-vise", 1, 10],
    ["niveau-entree-obligatoire", 1, 1],
    ["modalites-alternance", 1, 1],
    ["modalites-enseignement", 1, 1],
    ["conditions-specifiques", 1, 1],
    ["prise-en-charge-frais-possible", 1, 1],
    ["lieu-de-formation", 0, MANY],
    ["modalites-entrees-sorties", 1, 1],
    ["session", 1, MANY],
    ["acces-handicapes", 0, 1],
    ["prix-horaire-TTC", 0, 1],
    ["prix-total-TTC", 0, 1],
    ["nombre-heures-centre", 0, 1],
    ["nombre-heures-entreprise", 0, 1],
    ["nombre-heures-total", 0, 1],
    ["detail-conditions-prise-en-charge", 0, 1],
    ["organisme-financeur", 0, 8],
  ],
  "rythme-formation": text(1, 3000),
  "code-public-vise": figures(5),
  "niveau-entree-obligatoire": table("0 1"),
  "modalites-alternance": text(1, 3000),
  "modalites-enseignement": table("0 1 2"),
  "conditions-specifiques": text(1, 3000),
  "prise-en-charge-frais-possible": table("0 1"),
  "lieu-de-formation": [["coordonnees", 1, 1]],
  "modalites-entrees-sorties": table("0 1"),
  session: [
    ["periode", 1, 1],
    ["adresse-inscription", 1, 1],
    ["periode-inscription", 0, 1],
    ["etat-recrutement", 0, 1],
  ],
  periode: [
    ["debut", 1, 1],
    ["fin", 1, 1],
  ],
  debut: DAY,
  fin: DAY,
  "adresse-inscription": [["adresse", 1, 1]],
  "periode-inscription": [["periode", 1, 1]],
  "etat-recrutement": table("1 2 3"),
  "acces-handicapes": text(1, 250),
  "prix-horaire-TTC": text(1, 6),
  "prix-total-TTC": text(1, 10),
  "nombre-heures-centre": HOURS,
  "nombre-heures-entreprise": HOURS,
  "nombre-heures-total": HOURS,
  "detail-conditions-prise-en-charge": text(1, 600),
  "organisme-financeur": [["code-financeur", 1, 1]],
  "code-financeur": table("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20"),
  "organisme-formation-responsable": [
    ["numero-activite", 1, 1],
    ["SIRET-organisme-formation", 1, 1],
    ["nom-organisme", 1, 1],
    ["raison-sociale", 1, 1],
    ["coordonnees-organisme", 1, 1],
    ["contact-organisme", 1, MANY],
  ],
  "numero-activite": text(11, 11),
  "SIRET-organisme-formation": [["SIRET", 1, 1]],
  SIRET: figures(14),
  "nom-organisme": text(1, 250),
  "raison-sociale": text(1, 250),
  "coordonnees-organisme": [["coordonnees", 1, 1]],
  "contact-organisme": [["coordonnees", 1, 1]],
} as const satisfies Readonly<Record<string, Elements | Text | Table>>;

export type ElementName = keyof typeof FORMAT;

export function formatOf(name: ElementName): Elements | Text | Table {
  return FORMAT[name];
}
