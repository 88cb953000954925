/** The words of works: pages and mails. */
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
  proposeLabel: ["Sujet proposé", "Subject proposed"],
  judge: ["Répondre au sujet", "Answer about the subject"],
  validate: ["Valider", "Validate"],
  refuse: ["Refuser", "Refuse"],
  reason: ["Raison du refus", "Reason of the refusal"],
  answer: ["Répondre", "Answer"],
  name: ["Nommer qui dirige", "Name who directs it"],
  nameGo: ["Nommer", "Name"],
  choose: ["Choisissez", "Choose"],
  nobody: ["Personne n’a encore le rôle de direction de travaux.", "Nobody has the role of director of works yet."],
  file: ["Fichier, en PDF", "File, as PDF"],
  signs: ["Nombre de signes du texte", "Number of signs of the text"],
  send: ["Déposer", "Deposit"],
  done: ["C’est enregistré.", "It is saved."],
  directed: ["Travaux que je dirige", "Works that I direct"],
  directedWhy: ["Leurs sujets et ce qui est déposé.", "Their subjects, and what is deposited."],
  none: ["Aucun travail ne vous est confié.", "No work is entrusted to you."],
  missing: {
    subject: ["Écrivez le sujet.", "Write the subject."],
    answer: ["Choisissez la réponse.", "Choose the answer."],
    director: ["Choisissez qui dirige.", "Choose who directs it."],
    file: ["Choisissez le fichier.", "Choose the file."],
    signs: ["Donnez le nombre de signes, en chiffres.", "Give the number of signs, in figures."],
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

const OPEN = { fr: "Ouvrir ma formation", en: "Open my training" } as const;

type Judged = { readonly subject: string; readonly validated: boolean; readonly reason: string };

export function judgedMail(lang: Lang, { subject, validated, reason }: Judged) {
  if (lang === "fr")
    return {
      subject: validated ? "Votre sujet est validé" : "Votre sujet n’est pas validé",
      paragraphs: [
        `Sujet : ${subject}`,
        ...(validated ? [] : [`La raison : ${reason}`, "Vous pouvez en proposer un autre."]),
      ],
      open: OPEN.fr,
    };
  return {
    subject: validated ? "Your subject is validated" : "Your subject is not validated",
    paragraphs: [`Subject: ${subject}`, ...(validated ? [] : [`The reason: ${reason}`, "You may propose another."])],
    open: OPEN.en,
  };
}

/** `work`: as the référentiel calls it, masculine in French. */
export function directedMail(lang: Lang, { name, work }: { readonly name: string; readonly work: string }) {
  return lang === "fr"
    ? { subject: `Qui dirige votre ${work}`, paragraphs: [`Votre ${work} est dirigé par ${name}.`], open: OPEN.fr }
    : { subject: `Who directs your ${work}`, paragraphs: [`Your ${work} is directed by ${name}.`], open: OPEN.en };
}

export function directorMail(
  lang: Lang,
  { name, what, work }: { readonly name: string; readonly what: "named" | "replaced"; readonly work: string },
) {
  if (lang === "fr")
    return what === "named"
      ? {
          subject: `Un ${work} vous est confié`,
          paragraphs: [`Vous dirigez le ${work} de ${name}.`],
          open: "Voir les travaux",
        }
      : {
          subject: `Un ${work} ne vous est plus confié`,
          paragraphs: [`Le ${work} de ${name} est désormais dirigé par quelqu’un d’autre.`],
          open: "Voir les travaux",
        };
  return what === "named"
    ? {
        subject: `A ${work} is entrusted to you`,
        paragraphs: [`You direct the ${work} of ${name}.`],
        open: "See the works",
      }
    : {
        subject: `A ${work} is no longer entrusted to you`,
        paragraphs: [`The ${work} of ${name} is directed by somebody else from now on.`],
        open: "See the works",
      };
}
