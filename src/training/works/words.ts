/** The words of works. */
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, sayNumber } from "../../kit/lang.ts";

const WORDS = inBoth({
  title: ["Travaux écrits", "Written works"],
  mine: ["Mes travaux", "My works"],
  of: (name: string) => [`Travaux écrits : ${name}`, `Written works: ${name}`],
  subject: ["Sujet", "Subject"],
  noSubject: ["aucun sujet proposé", "no subject proposed"],
  standing: {
    none: ["", ""],
    proposed: ["proposé, à valider", "proposed, to be validated"],
    validated: ["validé", "validated"],
    refused: ["refusé", "refused"],
  },
  director: ["Direction", "Director"],
  noDirector: ["personne n’est encore nommé", "nobody is named yet"],
  deposit: ["Dépôt", "Deposit"],
  ofGroup: [
    "Déposer le rapport avec le groupe de l’étude collective",
    "Deposit the report with the group of the collective study",
  ],
  noDeposit: ["rien n’est déposé", "nothing is deposited"],
  counted: {
    pages: (n: string) => [`${n} pages`, `${n} pages`],
    signs: (n: string) => [`${n} signes déclarés`, `${n} signs stated`],
  },
  notCounted: ["pages non comptées", "pages not counted"],
  asked: (bounds: string, article: string) => [
    `Attendu : ${bounds} (art. ${article}).`,
    `Expected: ${bounds} (art. ${article}).`,
  ],
  outside: [
    "En dehors de ce que le référentiel attend : cela est dit, et n’empêche pas le dépôt.",
    "Outside of what the référentiel expects: that is told, and does not bar the deposit.",
  ],
  collective: ["Un seul travail pour le groupe.", "One work for the group."],
  open: ["Ouvrir le fichier", "Open the file"],
  propose: ["Proposer ce sujet", "Propose this subject"],
  validate: ["Valider", "Validate"],
  refuse: ["Refuser", "Refuse"],
  answer: ["Répondre", "Answer"],
  nameGo: ["Nommer", "Name"],
  nobody: ["Personne n’a encore le rôle de direction de travaux.", "Nobody has the role of director of works yet."],
  signs: ["Nombre de signes du texte", "Number of signs of the text"],
  send: ["Déposer", "Deposit"],
  done: { note: ["C’est enregistré.", "It is saved."] },
  directed: ["Travaux que je dirige", "Works that I direct"],
  directedWhy: ["Leurs sujets et ce qui est déposé.", "Their subjects, and what is deposited."],
  none: ["Aucun travail ne vous est confié.", "No work is entrusted to you."],
  missing: {
    signs: ["Donnez le nombre de signes, en chiffres.", "Give the number of signs, in figures."],
  },
  fields: {
    subject: ["Sujet proposé", "Subject proposed"],
    file: ["Fichier, en PDF", "File, as PDF"],
    validated: ["Répondre au sujet", "Answer about the subject"],
    reason: ["Raison du refus", "Reason of the refusal"],
    director: ["Nommer qui dirige", "Name who directs it"],
  },
});

export function workWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}

/** « de 90 à 120 », "from 90 to 120". */
export function sayBounds(least: number | null, most: number | null, lang: Lang): string {
  const [from, to] = [sayNumber(least ?? 0, lang), sayNumber(most ?? 0, lang)];
  if (most === null) return lang === "fr" ? `au moins ${from}` : `at least ${from}`;
  if (least === null) return lang === "fr" ? `au plus ${to}` : `at most ${to}`;
  return lang === "fr" ? `de ${from} à ${to}` : `from ${from} to ${to}`;
}
