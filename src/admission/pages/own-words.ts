/** What a person reads of their own admission: the offer and its price, the decisions, a refusal and how it is contested. */
import { byKey, inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";
import type { CandidacyState } from "../rules/candidacy.ts";

const OWN = inBoth({
  title: ["Mon admission", "My admission"],
  price: {
    nothingToday: ["Rien à payer aujourd’hui pour la formation.", "Nothing to pay today for the training."],
    notBefore: [
      "Dire oui n’engage pas à payer : c’est le contrat qui le fait, et vous pourrez y renoncer.",
      "A yes does not bind you to pay: the contract does, and you may withdraw from it.",
    ],
    from: ["D’où vient ce prix", "Where this price comes from"],
    who: ["Qui peut payer", "Who may pay"],
    whoWhy: [
      "Vous, et avec vous ou à votre place ceux-ci. Vous le direz à l’étape suivante, avec ce qu’il faut faire pour chacun.",
      "You, and with you or in your place these. You say so at the next step, with what to do for each.",
    ],
  },
  entry: ["Mon admission", "My admission"],
  entryAnswer: (day: string) => [`répondre avant le ${day} inclus`, `answer by ${day} included`],
  lead: {
    "to-decide": ["Votre dossier est examiné.", "Your application is being examined."],
    eligible: [
      "Votre candidature est recevable. La commission d’admission décidera ensuite.",
      "Your candidacy is eligible. The admission commission decides next.",
    ],
    "not-eligible": [
      "L’établissement a décidé que votre candidature n’est pas recevable.",
      "The school decided that your candidacy is not eligible.",
    ],
    waiting: [
      "Vous êtes sur la liste complémentaire : si une place se libère, elle est offerte dans l’ordre de la liste.",
      "You are on the waiting list: if a place falls free, it is offered in the order of the list.",
    ],
    refused: [
      "La commission d’admission n’a pas retenu votre candidature.",
      "The admission commission did not retain your application.",
    ],
    offered: ["Une place vous est offerte.", "A place is offered to you."],
    accepted: ["Vous avez accepté votre place.", "You accepted your place."],
    declined: ["Vous avez refusé la place.", "You declined the place."],
    withdrawn: ["Votre candidature est retirée.", "Your application is withdrawn."],
    deferred: ["Votre admission est reportée à la prochaine rentrée.", "Your admission is kept for the next intake."],
    lapsed: [
      "L’offre d’une place est restée sans réponse, et elle est tombée.",
      "The offer of a place was left unanswered, and has lapsed.",
    ],
  } satisfies Record<CandidacyState, readonly [string, string]>,
  until: (day: string) => [`Répondez au plus tard le ${day}, ce jour compris.`, `Answer by ${day}, that day included.`],
  rank: (place: number) => [
    `Votre rang sur la liste complémentaire : ${place}.`,
    `Your place on the waiting list: ${place}.`,
  ],
  answers: {
    accepter: {
      button: ["Accepter la place", "Accept the place"],
      title: ["Accepter la place ?", "Accept the place?"],
      lead: ["Après votre oui, la place est à vous.", "After your yes, the place is yours."],
      go: ["Oui, j’accepte la place", "Yes, I accept the place"],
    },
    refuser: {
      button: ["Refuser la place", "Decline the place"],
      title: ["Refuser la place ?", "Decline the place?"],
      lead: ["", ""],
      go: ["Oui, je refuse la place", "Yes, I decline the place"],
    },
    reporter: {
      button: ["Reporter à la prochaine rentrée", "Defer to the next intake"],
      title: ["Reporter à la prochaine rentrée ?", "Defer to the next intake?"],
      lead: ["", ""],
      go: ["Oui, je reporte", "Yes, I defer"],
    },
    desister: {
      button: ["Me désister", "Withdraw"],
      title: ["Vous désister ?", "Withdraw?"],
      lead: ["", ""],
      go: ["Oui, je me désiste", "Yes, I withdraw"],
    },
  },
  lapsed: {
    until: (day: string) => [`Vous pouviez répondre jusqu’au ${day}.`, `You could answer until ${day}.`],
    still: [
      "Un empêchement ? Écrivez à l’école : elle peut vous offrir une place de nouveau, tant qu’il en reste une.",
      "Something kept you from it? Write to the school: it can offer you a place again while one is left.",
    ],
  },
  refused: {
    on: (day: string) => [`Décision du ${day}.`, `Decision of ${day}.`],
    by: (article: string) => [`Le texte\u00a0: ${article}.`, `The text: ${article}.`],
    confirmed: (day: string) => [
      `L’école l’a confirmée le ${day}, après votre recours.`,
      `The school confirmed it on ${day}, after your appeal.`,
    ],
    ends: [
      "Votre candidature s’arrête là pour cette campagne. Vous pouvez en déposer une autre à une prochaine campagne.",
      "Your application ends here for this intake. You may submit another one to a later intake.",
    ],
    relief: [
      "L’école n’a pas accordé tout ce que vous aviez demandé.",
      "The school did not grant all that you had asked for.",
    ],
    goesOn: [
      "Votre candidature continue. Ce qui n’est pas accordé est à suivre et à passer comme le reste.",
      "Your application goes on. What is not granted is to be followed and sat like the rest.",
    ],
    hours: (unit: string, asked: string, granted: string) => [
      `${unit}\u00a0: ${asked} h demandées, ${granted} h accordées.`,
      `${unit}: ${asked} h asked for, ${granted} h granted.`,
    ],
    domain: (domain: string) => [`${domain}\u00a0: n’est pas tenu pour acquis.`, `${domain}: is not taken for proven.`],
    dispense: (domain: string) => [
      `Vous n’êtes pas dispensé de l’épreuve ${domain}.`,
      `You are not exempted from the exam ${domain}.`,
    ],
    authority: (by: string, day: string) => [`${by} l’a répondu le ${day}.`, `${by} answered so on ${day}.`],
    toSit: ["Vous passez cette épreuve.", "You sit this exam."],
  },
  contrary: [
    "Voici ce que donnait votre déclaration. L’école, elle, a décidé d’après ce que prouvent les pièces : le motif est ci-dessus.",
    "This is what your declaration came to. The school decided by what the documents prove: the ground is above.",
  ],
  toEnrol: [
    "Votre contrat vient avant l’inscription : la page de votre parcours dit ce qu’il y a à faire.",
    "Your contract comes before the enrolment: the page of your way says what is to be done.",
  ],
  toPrice: ["Votre prix, et qui paie", "Your price, and who pays"],
  priceThen: ["Prix calculé ce jour-là, d’après votre dossier", "Price computed that day, by your application"],
  leaveGo: ["Écrire à l’école", "Write to the school"],
  leave: [
    "Un contrat signé depuis peu se renonce en ligne : sa page dit jusqu’à quand.",
    "A contract signed lately is withdrawn from online: its page says until when.",
  ],
  renounceGo: ["Mon contrat", "My contract"],
  keep: ["Non, revenir", "No, go back"],
  decision: ["Ce qui a été décidé", "What was decided"],
  told: {
    authority: (domain: string, granted: boolean) => [
      `Dispense de l’épreuve ${domain} ${granted ? "confirmée par l’autorité" : "refusée par l’autorité"}`,
      `Dispense from the exam ${domain} ${granted ? "confirmed" : "refused"} by the authority`,
    ],
    outcomes: byKey({
      "eligibility eligible": ["Candidature recevable", "Candidacy eligible"],
      "eligibility not-eligible": ["Candidature non recevable", "Candidacy not eligible"],
      "listed admitted": ["Commission d’admission : admission", "Admission commission: admitted"],
      "listed waiting": ["Commission d’admission : liste complémentaire", "Admission commission: waiting list"],
      "listed refused": ["Commission d’admission : refus", "Admission commission: refused"],
      "appeal-answered granted": ["Recours accueilli", "Appeal granted"],
      "appeal-answered confirmed": ["Recours rejeté, décision confirmée", "Appeal rejected, the decision confirmed"],
    }),
  },
  contest: ["Contester une décision", "Contesting a decision"],
  noContest: [
    "Vous n’êtes pas d’accord avec une de ces décisions ? Dites-le à l’école, et pourquoi.",
    "You disagree with one of these decisions? Tell the school, and why.",
  ],
  appealBy: ["Vous pouvez contester jusqu’au", "You may contest until"],
  appealOver: (day: string) => [
    `Le délai pour contester ici a fini le ${day}. Vous pouvez encore écrire à l’école.`,
    `The time to contest here ended on ${day}. You may still write to the school.`,
  ],
  appealed: (day: string, by: string | null) => [
    `Votre recours du ${day} est enregistré. L’école vous répond par écrit${by === null ? "\u00a0: elle n’a pas publié de délai" : `, au plus tard le ${by}`}.`,
    `Your appeal of ${day} is recorded. The school answers you in writing${by === null ? ": it has published no time for it" : ` by ${by}`}.`,
  ],
  ownAppeal: {
    title: ["Demander à l’école de revoir sa décision", "Ask the school to look at its decision again"],
    lead: [
      "Dites ce que vous contestez, et pourquoi. L’école vous répond par écrit, avec son motif.",
      "Say what you contest, and why. The school answers in writing, with its grounds.",
    ],
    go: ["Envoyer mon recours", "Send my appeal"],
    fields: {
      text: {
        label: ["Ce que je conteste, et pourquoi", "What I contest, and why"],
        missing: ["Dites ce que vous contestez, et pourquoi.", "Say what you contest, and why."],
      },
    },
  },
  dossier: ["Mon dossier", "My application"],
  done: ["C’est enregistré. Un courriel vous le confirme.", "Saved. A mail confirms it."],
});

export function ownAdmissionWords(lang: Lang): typeof OWN.fr {
  return OWN[lang];
}
