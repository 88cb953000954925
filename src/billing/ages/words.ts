/** The words of what is owed, by age. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";

const WORDS = inBoth({
  title: ["Qui doit quoi, par ancienneté", "Who owes what, by age"],
  lead: (today: string, soon: string) => [
    `Ce qui reste à payer aujourd’hui, ${today}, et au ${soon} si rien n’est payé d’ici là.`,
    `What is left to pay today, ${today}, and on ${soon} if nothing is paid until then.`,
  ],
  says: (late: string, soon: string) => [
    `${late} en retard aujourd’hui ; ${soon} dans trente jours si rien n’est payé.`,
    `${late} late today; ${soon} in thirty days if nothing is paid.`,
  ],
  picture: ["Par ancienneté", "By age"],
  ages: {
    coming: ["Pas encore échu", "Not due yet"],
    month: ["En retard de 1 à 30 jours", "1 to 30 days late"],
    "two-months": ["De 31 à 60 jours", "31 to 60 days"],
    "three-months": ["De 61 à 90 jours", "61 to 90 days"],
    older: ["De plus de 90 jours", "More than 90 days"],
    suspended: ["Suspendu ou contesté", "Suspended or disputed"],
  },
  head: [
    ["Ancienneté", "Aujourd’hui", "Sommes", "Dans 30 jours", "Sommes"],
    ["Age", "Today", "Sums", "In 30 days", "Sums"],
  ],
  bar: (today: string, soon: string) => [`${today} (puis ${soon})`, `${today} (then ${soon})`],
  debtors: ["Qui doit le plus", "Who owes most"],
  debtorsHead: [
    ["Qui", "Doit", "En retard", "Dans 30 jours", "Première échéance"],
    ["Who", "Owes", "Late", "In 30 days", "First due"],
  ],
  toAgree: [
    "À rendre ou à passer en perte : une seconde personne doit répondre",
    "To give back or to write off: a second person has to answer",
  ],
  toAgreeHead: [
    ["Quoi", "Qui", "Demandé le", "Montant"],
    ["What", "Who", "Asked on", "Amount"],
  ],
  none: ["Personne ne doit rien.", "Nobody owes anything."],
  unnamed: ["une personne sans nom", "a person without a name"],
});

export function ageWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
