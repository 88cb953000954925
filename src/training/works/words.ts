/** The words of works. */
import { citeArticle } from "../../law/article-words.ts";
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, plural, sayNumber } from "../../kit/lang.ts";

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
  notHere: ["rien n’a été déposé ici", "nothing was deposited here"],
  lastDay: (day: string) => [
    `À déposer avant le jour de l’épreuve, et au plus tard le ${day}.`,
    `To be deposited before the day of the exam, and by ${day} at the latest.`,
  ],
  noGroup: [
    "C’est le rapport d’un groupe : l’école ne vous a encore mis dans aucun, et il se dépose ensuite avec le groupe.",
    "This is the report of a group: the school has put you in none yet, and it is then deposited with the group.",
  ],
  notValidated: [
    "L’école n’a pas encore validé de sujet : elle peut vous en demander un autre que celui de votre texte.",
    "The school has validated no subject yet: it may ask for another than that of your text.",
  ],
  noneAsked: ["Aucun travail ne vous est demandé.", "No work is asked of you."],
  counted: {
    pages: (n: number) => [
      `${sayNumber(n, "fr")} ${plural(n, "page", "pages", "fr")}`,
      `${sayNumber(n, "en")} ${plural(n, "page", "pages", "en")}`,
    ],
    signs: (n: number) => [
      `${sayNumber(n, "fr")} ${plural(n, "signe déclaré", "signes déclarés", "fr")}`,
      `${sayNumber(n, "en")} ${plural(n, "sign", "signs", "en")} stated`,
    ],
  },
  notCounted: ["pages non comptées", "pages not counted"],
  asked: (bounds: string, article: string) => [
    `Attendu : ${bounds} (${citeArticle(article, "fr")}).`,
    `Expected: ${bounds} (${citeArticle(article, "en")}).`,
  ],
  outside: (said: string) => [
    `${said} Le dépôt est reçu ; les examinateurs verront l’écart.`,
    `${said} The deposit is received; the examiners will see the difference.`,
  ],
  refused: (said: string) => [`${said} Il n’est pas reçu.`, `${said} It is not received.`],
  receipt: ["Récépissé", "Receipt"],
  received: (number: string, at: string) => [`${number}, reçu le ${at}`, `${number}, received on ${at}`],
  fingerprint: ["Empreinte du fichier", "Fingerprint of the file"],
  until: (day: string) => [
    `Vous pouvez le remplacer ou le retirer jusqu’à la veille de l’épreuve, et au plus tard le ${day}.`,
    `You can replace it or withdraw it until the day before the exam, and by ${day} at the latest.`,
  ],
  withdraw: ["Retirer ce travail", "Withdraw this work"],
  withdrawSure: (exam: string) => [`Retirer votre travail (${exam}) ?`, `Withdraw your work (${exam})?`],
  withdrawWhy: [
    "Plus personne ne le lira. Il faudra en déposer un autre ; le récépissé reste à vous.",
    "Nobody will read it any more. Another is then to be deposited; the receipt stays yours.",
  ],
  keep: ["Le garder", "Keep it"],
  deposited: (receipt: string) => [
    `Votre travail est déposé : récépissé ${receipt}, envoyé aussi par courriel.`,
    `Your work is deposited: receipt ${receipt}, sent by mail too.`,
  ],
  wanted: (files: string, said: string) => [
    `En ${files}, 20\u00a0Mo au plus. Attendu\u00a0: ${said}.`,
    `As ${files}, 20 MB at most. Expected: ${said}.`,
  ],
  plain: (files: string) => [`En ${files}, 20\u00a0Mo au plus.`, `As ${files}, 20 MB at most.`],
  otherFile: (files: string) => [
    `Ce travail se dépose en ${files}\u00a0: ce fichier n’est pas reçu. Enregistrez votre texte en ${files}, puis envoyez-le de nouveau.`,
    `This work is deposited as ${files}: this file is not received. Save your text as ${files}, then send it again.`,
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
  done: {
    note: ["C’est enregistré.", "It is saved."],
    retire: [
      "Votre travail est retiré. Il reste à en déposer un autre.",
      "Your work is withdrawn. Another is still to be deposited.",
    ],
  },
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

/** Why no work is asked, or none any more. */
export const closedWords = {
  notAsked: {
    fr: "Vous n’avez pas cette épreuve à passer : aucun travail ne vous est demandé.",
    en: "You do not have to sit this exam: no work is asked of you.",
  },
  decided: {
    fr: "Cette épreuve est décidée : il n’y a plus rien à proposer ni à déposer.",
    en: "This exam is decided: nothing is to be proposed or deposited any more.",
  },
} as const;

/** « de 90 à 120 », "from 90 to 120". */
export function sayBounds(least: number | null, most: number | null, lang: Lang): string {
  const [from, to] = [sayNumber(least ?? 0, lang), sayNumber(most ?? 0, lang)];
  if (most === null) return lang === "fr" ? `au moins ${from}` : `at least ${from}`;
  if (least === null) return lang === "fr" ? `au plus ${to}` : `at most ${to}`;
  return lang === "fr" ? `de ${from} à ${to}` : `from ${from} to ${to}`;
}

/** « 1 page », « 12 000 signes déclarés ». */
export function sayCount(length: "pages" | "signs", count: number, lang: Lang): string {
  return WORDS[lang].counted[length](count);
}

type Measured = {
  readonly length: "pages" | "signs";
  readonly measure: { readonly min?: number | undefined; readonly max?: number | undefined };
};

/** « Votre fichier compte 1 page ; il en faut de 30 à 35. » */
export function sayLength({ length, measure: { min, max } }: Measured, count: number, lang: Lang): string {
  const [has, wants] = [sayCount(length, count, lang), sayBounds(min ?? null, max ?? null, lang)];
  return lang === "fr"
    ? `Votre texte compte ${has}\u00a0; il en est attendu ${wants}.`
    : `Your text has ${has}; ${wants} are expected.`;
}

/** «PDF», «PDF ou JPEG». */
export function sayFiles(files: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(lang, { type: "disjunction" }).format(files.map((one) => one.toUpperCase()));
}
