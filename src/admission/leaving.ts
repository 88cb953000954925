/** What leaving a candidacy does: to the place, and whether it can be undone. The same before the press and in the mail after it. */
import type { Label } from "../kit/lang.ts";
import type { CandidacyState } from "./rules/candidacy.ts";

export type Leaving = "declined" | "withdrawn" | "deferred";

/** Of the state that is left; of an offer, by declining it. */
export function leavingLines(kind: Leaving, state: CandidacyState): readonly Label[] {
  if (kind === "deferred") return DEFERRED;
  const place = PLACES[state];
  return [
    ...(place ? [place] : []),
    state === "eligible" || state === "deferred" || state === "to-decide" ? FOR_GOOD : NO_RETURN,
  ];
}

const TO_ANOTHER: Label = {
  fr: "La place va à quelqu’un d’autre.",
  en: "The place goes to somebody else.",
};
const PLACES: Partial<Record<CandidacyState, Label>> = {
  eligible: {
    fr: "Votre candidature s’arrête là. Un entretien à venir est annulé. Vous n’aviez pas encore de place.",
    en: "Your candidacy ends there. An interview to come is cancelled. You had no place yet.",
  },
  waiting: {
    fr: "Vous quittez la liste complémentaire : aucune place ne vous sera offerte.",
    en: "You leave the waiting list: no place will be offered to you.",
  },
  offered: TO_ANOTHER,
  accepted: TO_ANOTHER,
  deferred: {
    fr: "Votre admission n’est plus gardée pour la prochaine rentrée.",
    en: "Your admission is no longer kept for the next intake.",
  },
};
/** Nothing is decided again then: the next list offers the place. */
const DEFERRED: readonly Label[] = [
  {
    fr: "La place de cette rentrée va à quelqu’un d’autre, et vous ne pourrez pas la reprendre.",
    en: "The place of this intake goes to somebody else, and you cannot take it back.",
  },
  {
    fr: "À la rentrée suivante, une place vous est offerte sans nouvel examen : l’école vous écrit alors ses dates et son prix, et vous répondez.",
    en: "At the following intake a place is offered to you without another examination: the school then writes you its dates and its price, and you answer.",
  },
  {
    fr: "Les frais de sélection ne sont pas demandés une seconde fois ; ceux qui restent à payer le restent.",
    en: "The selection fee is not asked a second time; what is left to pay of it still is.",
  },
];
const NO_RETURN: Label = {
  fr: "Vous ne pourrez pas revenir dessus ici. Seule l’école peut vous offrir de nouveau une place, s’il en reste une.",
  en: "You cannot go back on it here. The school alone can offer you a place again, if one is left.",
};
const FOR_GOOD: Label = {
  fr: "C’est définitif : pour candidater de nouveau, il faudra un autre dossier, à une autre campagne.",
  en: "It is final: to apply again, another application will be needed, to another intake.",
};
