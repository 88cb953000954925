/** The words for after a submission, in both languages: complements, messages, history, dues. */
import { inBoth } from "../kit/in-both.ts";
import { type Lang, plural, sayDay, sayMoney } from "../kit/lang.ts";
import type { Day } from "../kit/day.ts";

const WORDS = inBoth({
  next: {
    heading: ["Ce que vous avez à faire", "What you have to do"],
    nothing: ["La suite est dans « Mon parcours ».", "What comes next is in “My way”."],
    answer: (day: Day) => [
      `L’établissement vous demande un complément. Donnez-le avant la fin du ${sayDay(day, "fr")}.`,
      `The school asks you for a complement. Give it by the end of ${sayDay(day, "en")}.`,
    ],
    answerLate: (day: Day) => [
      `L’établissement vous a demandé un complément, à donner avant la fin du ${sayDay(day, "fr")}. La date est passée. Vous pouvez encore le donner : il sera enregistré comme tardif.`,
      `The school asked you for a complement, to be given by the end of ${sayDay(day, "en")}. That day has passed. You can still give it: it will be recorded as late.`,
    ],
    toAnswer: ["Voir ce qui est demandé", "See what is asked for"],
    reply: (count: number) => [
      count === 1
        ? "L’établissement vous a écrit. Lisez son message et répondez-lui."
        : `L’établissement vous a écrit. Lisez ses ${count} messages et répondez-lui.`,
      count === 1
        ? "The school wrote to you. Read its message and answer it."
        : `The school wrote to you. Read its ${count} messages and answer them.`,
    ],
    toReply: ["Lire et répondre", "Read and answer"],
    pay: (amount: number, day: Day, reference: string) => [
      `Les frais de sélection restent à payer : ${sayMoney(amount, "fr")}, avant la fin du ${sayDay(day, "fr")}. La référence à donner est ${reference}.`,
      `The selection fee is still to be paid: ${sayMoney(amount, "en")}, by the end of ${sayDay(day, "en")}. The reference to give is ${reference}.`,
    ],
    payLate: (amount: number, day: Day, reference: string) => [
      `Les frais de sélection restent à payer : ${sayMoney(amount, "fr")}. Ils étaient à payer avant la fin du ${sayDay(day, "fr")}. La référence à donner est ${reference}.`,
      `The selection fee is still to be paid: ${sayMoney(amount, "en")}. It was to be paid by the end of ${sayDay(day, "en")}. The reference to give is ${reference}.`,
    ],
    feeSuspended: (amount: number, reference: string) => [
      `Frais de sélection suspendus : ${sayMoney(amount, "fr")}, référence ${reference}. Votre dossier n’étant pas examiné, ils ne vous sont plus demandés : l’établissement décidera de ce qu’ils deviennent. Ne payez rien d’ici là.`,
      `Selection fee suspended: ${sayMoney(amount, "en")}, reference ${reference}. Your application is not examined, so it is not asked of you any more: the school will decide what becomes of it. Pay nothing until then.`,
    ],
    toPay: ["Voir comment payer", "See how to pay"],
    confirm: [
      "L’établissement a saisi ce dossier d’après ce que vous lui avez remis ou dit. Relisez-le, puis confirmez-le.",
      "The school entered this application from what you handed in or told. Read it, then confirm it.",
    ],
    toConfirm: ["Relire et confirmer", "Read and confirm"],
    paid: (amount: number) => [
      `Frais de sélection payés : ${sayMoney(amount, "fr")}.`,
      `Selection fee paid: ${sayMoney(amount, "en")}.`,
    ],
    refunded: (amount: number) => [
      `Frais de sélection rendus : ${sayMoney(amount, "fr")}.`,
      `Selection fee given back: ${sayMoney(amount, "en")}.`,
    ],
    settled: ["Les frais de sélection sont réglés.", "The selection fee is settled."],
    fee: (amount: number, reference: string) => [
      `Frais de sélection à payer : ${sayMoney(amount, "fr")}, référence ${reference}.`,
      `Selection fee to be paid: ${sayMoney(amount, "en")}, reference ${reference}.`,
    ],
  },
  complement: {
    heading: ["Complément demandé", "Complement asked for"],
    by: (day: Day) => [
      `À donner avant la fin du ${sayDay(day, "fr")}, à l’heure de l’établissement.`,
      `To be given by the end of ${sayDay(day, "en")}, by the school’s clock.`,
    ],
    late: (day: Day) => [
      `La date limite était le ${sayDay(day, "fr")}. Vous pouvez encore répondre : votre complément sera enregistré comme tardif, et l’établissement dira s’il peut en tenir compte.`,
      `The day to answer by was ${sayDay(day, "en")}. You can still answer: your complement will be recorded as late, and the school will say whether it can be considered.`,
    ],
    only: [
      "Seuls ces points sont ouverts. Le reste de votre dossier ne change pas.",
      "Only these points are open. The rest of your application stays as it is.",
    ],
    said: ["Ce qui est demandé", "What is asked for"],
    changed: ["Modifié depuis la demande", "Changed since it was asked for"],
    unchanged: ["Pas encore modifié depuis la demande", "Not changed yet since it was asked for"],
    missing: ["Il manque quelque chose", "Something is missing"],
    open: ["Corriger", "Correct"],
    agree: ["Je certifie avoir effectué les corrections", "I certify that I have made the corrections"],
    agreeUnchanged: {
      label: ["Votre déclaration", "Your declaration"],
      hint: [
        "Je n’ai rien changé à ce qui est demandé, pour la raison que je donne. Ce que je déclare et joins est exact et conforme aux originaux.",
        "I have changed nothing of what is asked for, for the reason that I give. What I declare and join is true and conforms to the originals.",
      ],
      box: ["Je certifie que rien n’est à changer", "I certify that nothing is to be changed"],
      missing: ["Cochez la case pour certifier votre réponse.", "Tick the box to certify your answer."],
    },
    unchangedWhy: {
      label: ["Rien n’a changé : pourquoi ?", "Nothing has changed: why?"],
      hint: [
        "Vous n’avez rien modifié depuis la demande. L’établissement lira votre réponse comme un message.",
        "You have changed nothing since this was asked for. The school will read your answer as a message.",
      ],
      missing: [
        "Dites pourquoi rien n’a changé, ou corrigez ce qui est demandé.",
        "Say why nothing has changed, or correct what is asked for.",
      ],
    },
    changedMeanwhile: [
      "Le dossier a changé depuis que cette page a été affichée. Relisez, puis envoyez.",
      "The application has changed since this page was shown. Read it again, then send.",
    ],
    go: ["Envoyer mon complément", "Send my complement"],
    notReady: [
      "Vous pourrez envoyer votre complément quand rien ne manquera plus.",
      "You can send your complement once nothing is missing.",
    ],
    question: [
      "Une question, ou un point que vous ne pouvez pas corriger ?",
      "A question, or a point you cannot correct?",
    ],
    ask: ["Écrire à l’établissement", "Write to the school"],
    unfinished: (item: string) => [`Il manque quelque chose : ${item}.`, `Something is missing: ${item}.`],
    fields: {
      agreed: {
        label: ["Votre déclaration", "Your declaration"],
        hint: [
          "Je certifie avoir effectué les corrections demandées, et que ce que je déclare et joins est exact et conforme aux originaux.",
          "I certify that I have made the corrections asked for, and that what I declare and join is true and conforms to the originals.",
        ],
        missing: ["Cochez la case pour certifier vos corrections.", "Tick the box to certify your corrections."],
      },
    },
  },
  receipt: {
    earlier: ["Ce que vous aviez déposé avant", "What you had submitted before"],
    submittedAt: (moment: string) => [`déposé le ${moment}`, `submitted on ${moment}`],
    heading: ["Votre complément est reçu", "Your complement has been received"],
    lateHeading: ["Votre complément tardif est enregistré", "Your late complement is recorded"],
    next: [
      [
        "Un courriel vient de vous être envoyé ; il est aussi dans votre compte.",
        "L’établissement reprend l’examen de votre dossier. Ce qui vous attend encore est dans « Mon parcours ».",
      ],
      [
        "A mail was just sent to you; it is in your account too.",
        "The school goes on examining your application. What still waits for you is in “My way”.",
      ],
    ],
    nextLate: [
      [
        "Un courriel vient de vous être envoyé ; il est aussi dans votre compte.",
        "La date limite était passée : l’établissement vous dira s’il peut tenir compte de votre complément.",
      ],
      [
        "A mail was just sent to you; it is in your account too.",
        "The day to answer by had passed: the school will tell you whether your complement can be considered.",
      ],
    ],
  },
  messages: {
    heading: ["Messages", "Messages"],
    about: (number: string) => [`Au sujet du dossier ${number}`, `About application ${number}`],
    none: ["Aucun message pour le moment.", "No message for now."],
    lead: [
      "Ce que vous écrivez ici est lu par l’établissement, qui répond ici. Un courriel vous prévient de chaque réponse.",
      "What you write here is read by the school, which answers here. A mail tells you of each answer.",
    ],
    leadSchool: [
      "La personne lit ici ce que vous écrivez. Un courriel la prévient, sans dire ce que contient le message.",
      "The person reads here what you write. A mail tells them, without saying what the message holds.",
    ],
    answerBy: (day: string) => [
      `L’école répond à votre message au plus tard le ${day}.`,
      `The school answers your message by ${day}.`,
    ],
    toAnswerBy: (day: string) => [`À répondre au plus tard le ${day}.`, `To be answered by ${day}.`],
    you: ["Vous", "You"],
    school: ["L’établissement", "The school"],
    person: ["La personne qui candidate", "The candidate"],
    read: ["Lu", "Read"],
    unread: ["Pas encore lu", "Not read yet"],
    noAnswer: (moment: string) => [`sans réponse attendue, dit le ${moment}`, `no answer needed, said on ${moment}`],
    settle: { go: ["Pas de réponse à donner", "No answer needed"] },
    withdrawn: ["Candidature retirée", "Application withdrawn"],
    why: ["Pour cette raison :", "For this reason:"],
    hint: [
      "N’écrivez rien ici sur votre santé : le référent handicap a une page pour cela.",
      "Write nothing here about your health: there is a page for the disability advisor.",
    ],
    go: ["Envoyer le message", "Send the message"],
    link: (count: number) => [
      count === 0 ? "Écrire à l’établissement" : `Messages (${count} ${plural(count, "non lu", "non lus", "fr")})`,
      count === 0 ? "Write to the school" : `Messages (${count} unread)`,
    ],
    otherPerson: [
      "Cette personne n’a pas de compte : elle ne pourra pas lire de message ici.",
      "This person has no account, and cannot read messages here.",
    ],
    fields: { text: ["Votre message", "Your message"] },
    done: {
      envoi: ["Votre message est envoyé.", "Your message is sent."],
      "sans-reponse": [
        "C’est noté : ce message n’attend plus de réponse.",
        "This is noted: the message needs no answer any more.",
      ],
    },
  },
  person: {
    arranged: (number: string | undefined) =>
      number === undefined
        ? ["Aménagements", "Arrangements"]
        : [`Aménagements, dossier ${number}`, `Arrangements, application ${number}`],
    advised: ["Ce qui a été confié, et la décision", "What was confided, and the decision"],
    messagesWhy: ["Les derniers messages, du plus récent au plus ancien", "The last messages, latest first"],
    kind: ["Message", "Message"],
    when: ["Quand", "When"],
    by: ["De", "From"],
    text: ["Message", "Message"],
    waits: ["attend une réponse", "waits for an answer"],
  },
  timeline: {
    complement: ["Complément donné.", "Complement given."],
    complementLate: ["Complément donné après la date limite.", "Complement given after the day to answer by."],
    asked: (items: string, day: Day) => [
      `L’établissement a demandé un complément, à donner avant la fin du ${sayDay(day, "fr")} : ${items}.`,
      `The school asked for a complement, to be given by the end of ${sayDay(day, "en")}: ${items}.`,
    ],
    letter: (subject: string) => [
      `Un courriel vous a été écrit : « ${subject} ».`,
      `A mail was written to you: “${subject}”.`,
    ],
    opened: (who: string, what: string) => [`${who} a ouvert ${what}.`, `${who} opened ${what}.`],
    somebody: ["Une personne de l’établissement", "Somebody of the school"],
    one: (role: string) => [`Une personne de l’établissement (${role})`, `Somebody of the school (${role})`],
    fromYou: ["Vous avez écrit un message.", "You wrote a message."],
    fromSchool: ["L’établissement vous a écrit un message.", "The school wrote you a message."],
    charged: (amount: number) => [
      `Frais de sélection demandés : ${sayMoney(amount, "fr")}.`,
      `Selection fee charged: ${sayMoney(amount, "en")}.`,
    ],
    entered: ["Dossier saisi par l’établissement.", "Application entered by the school."],
    carried: [
      "Formation commencée avant Livret, reprise par l’établissement.",
      "Training begun before Livret, carried over by the school.",
    ],
    confirmed: ["Vous avez confirmé ce dossier.", "You confirmed this application."],
    takenOver: ["Vous avez repris ce dossier dans votre compte.", "You took this application into your account."],
    disputed: ["Vous avez signalé une erreur dans ce dossier.", "You reported a mistake in this application."],
    openings: ["Qui a ouvert mon dossier", "Who opened my file"],
    decided: ["Comment mon dossier a été décidé", "How my application was decided"],
    export: ["Recevoir une copie de mes données", "Receive a copy of my data"],
  },
  entered: {
    mark: {
      online: ["", ""],
      paper: [
        "Dossier reçu sur papier, saisi par l’établissement",
        "Application received on paper, entered by the school",
      ],
      carried: [
        "Formation commencée avant Livret, reprise par l’établissement",
        "Training begun before Livret, carried over by the school",
      ],
      phone: [
        "Dossier pris par téléphone, saisi par l’établissement",
        "Application taken by telephone, entered by the school",
      ],
    },
    toConfirm: ["La personne ne l’a pas encore confirmé.", "The person has not confirmed it yet."],
    confirmed: ["La personne l’a confirmé.", "The person has confirmed it."],
    youToConfirm: ["Vous ne l’avez pas encore confirmé.", "You have not confirmed it yet."],
    youConfirmed: ["Vous l’avez confirmé.", "You have confirmed it."],
  },
});

export type FollowingWords = typeof WORDS.fr;

export function followingWords(lang: Lang): FollowingWords {
  return WORDS[lang];
}
