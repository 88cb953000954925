/** What the project's school does not say of itself, invented: a law under which its contracts can be printed. */
import type { Law } from "../law/law.ts";
import type { Legal } from "../law/legal.ts";
import type { Teaching } from "../law/teaching.ts";

const LEGAL: Legal = {
  form: { fr: "association loi 1901", en: "non-profit association" },
  siren: "732829320",
  siret: "73282932000074",
  activity: {
    number: "91340000034",
    registeredWith: { fr: "du préfet de la région Occitanie", en: "the prefect of Occitanie" },
  },
  vat: [{ from: "2026-01-01", regime: "attested", attestation: "3511-2026" }],
  mediator: {
    name: "Médiation de l’Exemple",
    address: ["1 rue de la Paix", "75002 Paris"],
    url: "https://mediation.exemple.fr",
  },
};

export function stated(law: Law): Law {
  const { means } = law.school.teaching!;
  const entry = (id: string, fr: string, en: string) => ({ ...means!, id, label: { fr, en } });
  const teaching: Teaching = {
    means: means!,
    delivery: entry(
      "delivery",
      "En salle, deux jours toutes les deux semaines, de 9 h à 12 h 30 et de 13 h 30 à 17 h.",
      "In a room, two days every other week, 9:00 to 12:30 and 13:30 to 17:00.",
    ),
    contact: entry(
      "contact",
      "Ines Responsable, responsable de la formation, 04 00 00 00 00.",
      "Ines Responsable, head of training, 04 00 00 00 00.",
    ),
    rules: entry(
      "rules",
      "Le règlement intérieur est remis avec ce document.",
      "The house rules are handed over with this paper.",
    ),
  };
  return {
    ...law,
    school: { ...law.school, teaching },
    establishment: { ...law.establishment, legal: LEGAL },
  };
}
