/** The names of roles. */
import type { Label, Lang } from "../kit/lang.ts";
import type { GuestRole, Role } from "../act/permissions.ts";

const ROLE_WORDS: Readonly<Record<Role | GuestRole, Label>> = {
  "admission-officer": { fr: "admissions", en: "admissions" },
  "head-of-training": { fr: "responsable de formation", en: "head of training" },
  finance: { fr: "finances", en: "finance" },
  "disability-advisor": { fr: "référent handicap", en: "disability advisor" },
  interviewer: { fr: "entretiens de sélection", en: "selection interviews" },
  trainer: { fr: "formation", en: "trainer" },
  "memoire-director": { fr: "direction de travaux", en: "director of works" },
  examiner: { fr: "examen des épreuves", en: "examiner" },
  "jury-member": { fr: "membre du jury", en: "member of the jury" },
  "certification-secretary": { fr: "secrétariat des épreuves", en: "secretary of certification" },
  "partner-establishment": { fr: "établissement partenaire", en: "partner establishment" },
  authority: { fr: "autorité régionale", en: "regional authority" },
  director: { fr: "direction", en: "director" },
  administrator: { fr: "administration du service", en: "administrator" },
  payer: { fr: "employeur ou financeur", en: "employer or fund" },
  auditor: { fr: "lecture seule", en: "read-only auditor" },
};

export function sayRole(role: Role | GuestRole, lang: Lang): string {
  return ROLE_WORDS[role][lang];
}
