/** The words of one's own training. */
import type { Lang } from "../../../kit/lang.ts";

const fr = {
  heading: "Ma formation",
  entryWhy: "Vos séances, vos heures, votre livret de formation.",
  none: "Aucune formation ne vous concerne ici.",
  spans: (cohort: string, from: string, until: string) => `Promotion ${cohort}, du ${from} au ${until}.`,
  signNow: "Signer ma présence",
  signWhy: "Saisissez le code montré dans la salle. Vous signez une fois pour la demi-journée.",
  declaration: "J’étais là pendant toute cette demi-journée.",
  code: "Code montré dans la salle",
  sign: "Signer",
  signed: "Votre présence est signée. Le formateur la contresigne ensuite.",
  wrongCode: (left: number) =>
    left === 0
      ? "Ce n’est pas le code montré. Le formateur vous inscrit sur la liste."
      : `Ce n’est pas le code montré. Il reste ${left} ${left === 1 ? "essai" : "essais"}.`,
  missingCode: "Saisissez le code montré dans la salle.",
  say: "Contester ou justifier",
  programme: "Mon programme individuel",
  works: "Mes travaux : sujets et dépôts",
  study: "Mon étude collective : groupe, convention, rapport",
  livret: "Mon livret de formation",
  notSigned: "Votre programme individuel n’est pas encore signé par la direction.",
  claim: {
    title: "Contester une présence, justifier une absence",
    now: (said: string) => `Ce qui est noté : ${said}.`,
    nothing: "Rien n’est encore noté de votre présence.",
    words: "Ce que vous voulez dire",
    file: "Justificatif, s’il y en a un",
    fileHint: "Un PDF ou une photo.",
    go: "Envoyer",
    done: "C’est envoyé à l’école, qui vous répond par courriel.",
    missing: "Écrivez ce que vous voulez dire.",
    said: "Ce que vous avez dit",
    answer: "Réponse de l’école",
    waits: "L’école n’a pas encore répondu.",
  },
};

const en: typeof fr = {
  heading: "My training",
  entryWhy: "Your lessons, your hours, your livret de formation.",
  none: "You are enrolled in no training here.",
  spans: (cohort, from, until) => `Cohort ${cohort}, from ${from} to ${until}.`,
  signNow: "Sign that I am here",
  signWhy: "Type the code shown in the room. You sign once for the half-day.",
  declaration: "I was there for the whole of this half-day.",
  code: "Code shown in the room",
  sign: "Sign",
  signed: "Your presence is signed. The trainer then countersigns it.",
  wrongCode: (left) =>
    left === 0
      ? "This is not the code that is shown. The trainer marks you on the list."
      : `This is not the code that is shown. ${left} ${left === 1 ? "try is" : "tries are"} left.`,
  missingCode: "Type the code shown in the room.",
  say: "Contest or account for",
  programme: "My individual programme",
  works: "My works: subjects and deposits",
  study: "My collective study: group, agreement, report",
  livret: "My livret de formation",
  notSigned: "Your individual programme is not signed by the direction yet.",
  claim: {
    title: "Contest an attendance, account for an absence",
    now: (said) => `What is recorded: ${said}.`,
    nothing: "Nothing is recorded of your attendance yet.",
    words: "What you want to say",
    file: "Proof, if there is one",
    fileHint: "A PDF or a photograph.",
    go: "Send",
    done: "It is sent to the school, which answers you by mail.",
    missing: "Write what you want to say.",
    said: "What you said",
    answer: "Answer of the school",
    waits: "The school has not answered yet.",
  },
};

const WORDS = { fr, en } as const;

export function mineWords(lang: Lang): typeof fr {
  return WORDS[lang];
}
