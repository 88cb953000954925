/** The words of one's own training. */
import { PRESENT } from "../../attendance/words.ts";
import { withKind } from "../../../kit/with-kind.ts";
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  heading: ["Ma formation", "My training"],
  entryWhy: ["Vos séances, vos heures, votre livret de formation.", "Your lessons, your hours, your training record."],
  none: ["Aucune formation ne vous concerne ici.", "You are enrolled in no training here."],
  nextOne: (when: string) => [`La prochaine\u00a0: ${when}.`, `The next one: ${when}.`],
  spans: (cohort: string, from: string, until: string) => [
    `${withKind("Promotion", cohort)}, du ${from} au ${until}.`,
    `Cohort ${cohort.replace(/^Promotion /, "")}, from ${from} to ${until}.`,
  ],
  signNow: ["Signer ma présence", "Sign that I am here"],
  signWhy: [
    "Saisissez le code montré dans la salle. Vous signez ce qui a commencé, et rien d’autre.",
    "Type the code shown in the room. You sign what has begun, and nothing else.",
  ],
  declaration: [PRESENT.fr, PRESENT.en],
  sign: ["Signer", "Sign"],
  wrongCode: (left: number) => [
    left === 0
      ? "Ce n’est pas le code montré. Le formateur vous inscrit sur la liste."
      : `Ce n’est pas le code montré. Il reste ${left} ${left === 1 ? "essai" : "essais"}.`,
    left === 0
      ? "This is not the code that is shown. The trainer marks you on the list."
      : `This is not the code that is shown. ${left} ${left === 1 ? "try is" : "tries are"} left.`,
  ],
  programme: ["Mon programme individuel", "My individual programme"],
  works: ["Mes travaux : sujets et dépôts", "My works: subjects and deposits"],
  study: ["Mon étude collective : groupe, convention, rapport", "My collective study: group, agreement, report"],
  livret: ["Mon livret de formation", "My training record"],
  leave: ["Quitter ou interrompre la formation", "Leave or interrupt the training"],
  leaveFirst: [
    "Écrivez à l’école, avec le jour et la raison : c’est elle qui le note. Tant que ce n’est pas noté, vous restez en formation.",
    "Write to the school, with the day and the reason: it is the school that notes it. Until then you remain in training.",
  ],
  leaveThen: [
    "Une interruption se reprend plus tard. Un départ ne se reprend pas. Vos heures suivies et vos épreuves validées restent dans votre livret.",
    "An interruption is taken up again later. A departure is not. The hours that you followed and the exams that you validated stay in your record.",
  ],
  leaveMoney: [
    "Ce qui reste dû si vous partez est écrit dans votre contrat : lisez-le d’abord.",
    "What is still owed if you leave is written in your contract: read it first.",
  ],
  leaveContract: ["Mon contrat et ses paiements", "My contract and its payments"],
  leaveWrite: ["Écrire à l’école", "Write to the school"],
  notSigned: [
    "Votre programme individuel n’est pas encore signé par la direction.",
    "Your individual programme is not signed by the direction yet.",
  ],
  claim: {
    title: ["Contester une présence, justifier une absence", "Contest an attendance, account for an absence"],
    now: (said: string) => [`Ce qui est noté : ${said}.`, `What is recorded: ${said}.`],
    nothing: ["Rien n’est encore noté de votre présence.", "Nothing is recorded of your attendance yet."],
    go: ["Envoyer", "Send"],
    done: {
      envoye: [
        "C’est envoyé à l’école, qui vous répond par courriel.",
        "It is sent to the school, which answers you by mail.",
      ],
    },
    said: ["Ce que vous avez dit", "What you said"],
    attached: ["Ce que vous avez joint", "What you attached"],
    answer: ["Réponse de l’école", "Answer of the school"],
    waits: ["L’école n’a pas encore répondu.", "The school has not answered yet."],
    fields: {
      words: ["Ce que vous voulez dire", "What you want to say"],
      file: {
        label: ["Justificatif, s’il y en a un", "Proof, if there is one"],
        hint: ["Un PDF ou une photo.", "A PDF or a photograph."],
      },
    },
  },
  fields: { code: ["Code montré dans la salle", "Code shown in the room"] },
  done: {
    signe: [
      "Votre présence est signée. Le formateur la contresigne ensuite.",
      "Your presence is signed. The trainer then countersigns it.",
    ],
  },
});

export function mineWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
