/** What prevents closing a commission, in sentences. */
import { inBoth } from "../kit/in-both.ts";
import { type Label, plural, sayDay, sayList } from "../kit/lang.ts";
import { french } from "../kit/typography.ts";
import type { Day } from "../kit/day.ts";
import { isNumbered } from "../law/article-words.ts";

/** A condition and its article, as the decision stated them. */
export type Reason = { readonly reason: string; readonly source: { readonly text: string; readonly article: string } };

export function sayCited({ text, article }: Reason["source"]): string {
  return `${text}, ${isNumbered(article) ? `art. ${article}` : article}`;
}

type OfSeat = { readonly seat: { readonly label: Label } };

type Named = { readonly names: readonly string[]; readonly count: number };

type Called = { readonly name: string };

type Grids = { readonly wanted: number; readonly grids: number };

/** What prevents closing a commission. */
export const closingSentences = inBoth({
  "member-missing": ({ seat }: OfSeat) => [
    french`La commission ne peut pas arrêter la liste sans ${seat.label.fr}.`,
    `The commission cannot settle the list without ${seat.label.en}.`,
  ],
  undecided: ({ names, count }: Named) => [
    count === 1
      ? french`Une personne recevable n’a pas de décision : ${sayList(names, "fr")}.`
      : french`${count} personnes recevables n’ont pas de décision : ${sayList(names, "fr")}.`,
    count === 1
      ? `One eligible person has no decision: ${sayList(names, "en")}.`
      : `${count} eligible people have no decision: ${sayList(names, "en")}.`,
  ],
  "ground-missing": ({ names }: Named) => [
    french`Un refus est motivé ; le motif manque pour : ${sayList(names, "fr")}.`,
    `A refusal has its ground; it is missing for: ${sayList(names, "en")}.`,
  ],
  "too-many": ({ admitted, places }: { admitted: number; places: number }) => [
    french`${admitted} admis pour ${places} places : la campagne n’en a pas davantage.`,
    `${admitted} admitted for ${places} places: the intake has no more.`,
  ],
  "no-waiting-list": () => [
    "La campagne n’a pas de liste complémentaire : personne ne peut y être inscrit.",
    "The intake has no waiting list: nobody can be put on it.",
  ],
  "waiting-too-long": ({ most }: { most: number }) => [
    french`La liste complémentaire de cette campagne compte ${most} personnes au plus.`,
    `The waiting list of this intake has ${most} people at most.`,
  ],
  "rank-twice": ({ names }: Named) => [
    french`Deux personnes ont le même rang : ${sayList(names, "fr")}.`,
    `Two people have the same rank: ${sayList(names, "en")}.`,
  ],
  "no-answer-delay": () => [
    "Le délai pour répondre à une offre n’est pas réglé : fixez-le dans les réglages de la campagne.",
    "The time to answer an offer is not set: set it in the settings of the intake.",
  ],
  "not-held-yet": ({ day }: { day: Day }) => [
    french`La commission se réunit le ${sayDay(day, "fr")}.`,
    `The commission sits on ${sayDay(day, "en")}.`,
  ],
  "intake-open": ({ day }: { day: Day }) => [
    french`La campagne reçoit encore des candidatures, jusqu’au ${sayDay(day, "fr")}.`,
    `The intake still takes applications, until ${sayDay(day, "en")}.`,
  ],
  "not-decided": ({ name }: Called) => [
    french`Le dossier de ${name} est conforme, et sa recevabilité n’est pas décidée.`,
    `The application of ${name} conforms, and its eligibility is not decided.`,
  ],
  "not-heard": ({ name }: Called) => [
    french`Personne n’a entendu ${name}, et aucune absence n’est notée.`,
    `Nobody has heard ${name}, and no absence is noted.`,
  ],
  "grids-missing": ({ name, wanted, grids }: Called & Grids) => [
    french`L’entretien de ${name} a ${grids} ${plural(grids, "grille arrêtée", "grilles arrêtées", "fr")} en commun, sur ${wanted}.`,
    `The interview of ${name} has ${grids} ${plural(grids, "grid", "grids", "en")} agreed on, of ${wanted}.`,
  ],
});
