/** The words of works: pages and mails. */
import { type Lang, sayNumber } from "../../kit/lang.ts";

const fr = {
  title: "Travaux écrits",
  mine: "Mes travaux",
  of: (name: string) => `Travaux écrits : ${name}`,
  subject: "Sujet",
  noSubject: "aucun sujet proposé",
  standing: { none: "", proposed: "proposé, à valider", validated: "validé", refused: "refusé" },
  director: "Direction",
  noDirector: "personne n’est encore nommé",
  deposit: "Dépôt",
  ofGroup: "Déposer le rapport avec le groupe de l’étude collective",
  noDeposit: "rien n’est déposé",
  counted: { pages: (n: string) => `${n} pages`, signs: (n: string) => `${n} signes déclarés` },
  notCounted: "pages non comptées",
  asked: (bounds: string, article: string) => `Attendu : ${bounds} (art. ${article}).`,
  outside: "En dehors de ce que le référentiel attend : cela est dit, et n’empêche pas le dépôt.",
  collective: "Un seul travail pour le groupe.",
  open: "Ouvrir le fichier",
  propose: "Proposer ce sujet",
  proposeLabel: "Sujet proposé",
  judge: "Répondre au sujet",
  validate: "Valider",
  refuse: "Refuser",
  reason: "Raison du refus",
  answer: "Répondre",
  name: "Nommer qui dirige",
  nameGo: "Nommer",
  choose: "Choisissez",
  nobody: "Personne n’a encore le rôle de direction de travaux.",
  file: "Fichier, en PDF",
  signs: "Nombre de signes du texte",
  send: "Déposer",
  done: "C’est enregistré.",
  directed: "Travaux que je dirige",
  directedWhy: "Leurs sujets et ce qui est déposé.",
  none: "Aucun travail ne vous est confié.",
  missing: {
    subject: "Écrivez le sujet.",
    answer: "Choisissez la réponse.",
    director: "Choisissez qui dirige.",
    file: "Choisissez le fichier.",
    signs: "Donnez le nombre de signes, en chiffres.",
  },
};

const en: typeof fr = {
  title: "Written works",
  mine: "My works",
  of: (name) => `Written works: ${name}`,
  subject: "Subject",
  noSubject: "no subject proposed",
  standing: { none: "", proposed: "proposed, to be validated", validated: "validated", refused: "refused" },
  director: "Director",
  noDirector: "nobody is named yet",
  deposit: "Deposit",
  ofGroup: "Deposit the report with the group of the collective study",
  noDeposit: "nothing is deposited",
  counted: { pages: (n) => `${n} pages`, signs: (n) => `${n} signs stated` },
  notCounted: "pages not counted",
  asked: (bounds, article) => `Expected: ${bounds} (art. ${article}).`,
  outside: "Outside of what the référentiel expects: that is told, and does not bar the deposit.",
  collective: "One work for the group.",
  open: "Open the file",
  propose: "Propose this subject",
  proposeLabel: "Subject proposed",
  judge: "Answer about the subject",
  validate: "Validate",
  refuse: "Refuse",
  reason: "Reason of the refusal",
  answer: "Answer",
  name: "Name who directs it",
  nameGo: "Name",
  choose: "Choose",
  nobody: "Nobody has the role of director of works yet.",
  file: "File, as PDF",
  signs: "Number of signs of the text",
  send: "Deposit",
  done: "It is saved.",
  directed: "Works that I direct",
  directedWhy: "Their subjects, and what is deposited.",
  none: "No work is entrusted to you.",
  missing: {
    subject: "Write the subject.",
    answer: "Choose the answer.",
    director: "Choose who directs it.",
    file: "Choose the file.",
    signs: "Give the number of signs, in figures.",
  },
};

const WORDS = { fr, en } as const;

export function workWords(lang: Lang): typeof fr {
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
