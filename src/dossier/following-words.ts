/** The words of what follows a submission, French and English together: complements, messages, what happened, what is due. */
import { type Lang, plural, sayDay, sayMoney } from "../kit/lang.ts";
import type { Day } from "../kit/day.ts";
import type { Entered } from "./rules/dossier.ts";

const fr = {
  next: {
    heading: "Ce que vous avez à faire",
    nothing: "Vous n’avez rien à faire pour le moment.",
    answer: (day: Day) => `L’établissement vous demande un complément. Donnez-le avant la fin du ${sayDay(day, "fr")}.`,
    answerLate: (day: Day) =>
      `L’établissement vous a demandé un complément, à donner avant la fin du ${sayDay(day, "fr")}. La date est passée. Vous pouvez encore le donner : il sera enregistré comme tardif.`,
    toAnswer: "Voir ce qui est demandé",
    read: (count: number) =>
      count === 1
        ? "L’établissement vous a écrit. Lisez son message."
        : `L’établissement vous a écrit. Lisez ses ${count} messages.`,
    toRead: "Lire et répondre",
    pay: (amount: number, day: Day, reference: string) =>
      `Les frais de sélection restent à payer : ${sayMoney(amount, "fr")}, avant la fin du ${sayDay(day, "fr")}. La référence à donner est ${reference}.`,
    payLate: (amount: number, day: Day, reference: string) =>
      `Les frais de sélection restent à payer : ${sayMoney(amount, "fr")}. Ils étaient à payer avant la fin du ${sayDay(day, "fr")}. La référence à donner est ${reference}.`,
    feeSuspended: (amount: number, reference: string) =>
      `Frais de sélection suspendus : ${sayMoney(amount, "fr")}, référence ${reference}. Votre dossier n’étant pas examiné, ils ne vous sont plus demandés : l’établissement décidera de ce qu’ils deviennent. Ne payez rien d’ici là.`,
    toPay: "Voir comment payer",
    confirm:
      "L’établissement a saisi ce dossier d’après ce que vous lui avez remis ou dit. Relisez-le, puis confirmez-le.",
    toConfirm: "Relire et confirmer",
    paid: (amount: number) => `Frais de sélection payés : ${sayMoney(amount, "fr")}.`,
    settled: "Les frais de sélection sont réglés.",
    fee: (amount: number, reference: string) =>
      `Frais de sélection à payer : ${sayMoney(amount, "fr")}, référence ${reference}.`,
  },
  complement: {
    heading: "Complément demandé",
    by: (day: Day) => `À donner avant la fin du ${sayDay(day, "fr")}, à l’heure de l’établissement.`,
    late: (day: Day) =>
      `La date limite était le ${sayDay(day, "fr")}. Vous pouvez encore répondre : votre complément sera enregistré comme tardif, et l’établissement dira s’il peut en tenir compte.`,
    only: "Seuls ces points sont ouverts. Le reste de votre dossier ne change pas.",
    said: "Ce qui est demandé",
    changed: "Modifié depuis la demande",
    unchanged: "Pas encore modifié depuis la demande",
    missing: "Il manque quelque chose",
    open: "Corriger",
    declaration:
      "Je certifie avoir effectué les corrections demandées, et que ce que je déclare et joins est exact et conforme aux originaux.",
    declarationHeading: "Votre déclaration",
    agree: "Je certifie avoir effectué les corrections",
    notAgreed: "Cochez la case pour certifier vos corrections.",
    changedMeanwhile: "Le dossier a changé depuis que cette page a été affichée. Relisez, puis envoyez.",
    give: "Envoyer mon complément",
    notReady: "Vous pourrez envoyer votre complément quand rien ne manquera plus.",
    question: "Une question, ou un point que vous ne pouvez pas corriger ?",
    ask: "Écrire à l’établissement",
    unfinished: (item: string) => `Il manque quelque chose : ${item}.`,
  },
  receipt: {
    earlier: "Ce que vous aviez déposé avant",
    submittedAt: (moment: string) => `déposé le ${moment}`,
    heading: "Votre complément est reçu",
    lateHeading: "Votre complément tardif est enregistré",
    next: [
      "Un courriel vient de vous être envoyé ; il est aussi dans votre compte.",
      "L’établissement reprend l’examen de votre dossier. Vous n’avez rien à faire pour le moment.",
    ],
    nextLate: [
      "Un courriel vient de vous être envoyé ; il est aussi dans votre compte.",
      "La date limite était passée : l’établissement vous dira s’il peut tenir compte de votre complément.",
    ],
  },
  messages: {
    heading: "Messages",
    about: (number: string) => `Au sujet du dossier ${number}`,
    none: "Aucun message pour le moment.",
    lead: "Ce que vous écrivez ici est lu par l’établissement, qui répond ici. Un courriel vous prévient de chaque réponse.",
    leadSchool:
      "La personne lit ici ce que vous écrivez. Un courriel la prévient, sans dire ce que contient le message.",
    you: "Vous",
    school: "L’établissement",
    person: "La personne qui candidate",
    read: "Lu",
    unread: "Pas encore lu",
    withdrawn: "Candidature retirée",
    why: "Pour cette raison :",
    label: "Votre message",
    hint: "N’écrivez rien ici sur votre santé : le référent handicap a une page pour cela.",
    send: "Envoyer le message",
    sent: "Votre message est envoyé.",
    link: (count: number) =>
      count === 0 ? "Écrire à l’établissement" : `Messages (${count} ${plural(count, "non lu", "non lus", "fr")})`,
    otherPerson: "Cette personne n’a pas de compte : elle ne pourra pas lire de message ici.",
  },
  timeline: {
    complement: "Complément donné.",
    complementLate: "Complément donné après la date limite.",
    asked: (items: string, day: Day) =>
      `L’établissement a demandé un complément, à donner avant la fin du ${sayDay(day, "fr")} : ${items}.`,
    letter: (subject: string) => `Un courriel vous a été écrit : « ${subject} ».`,
    opened: (who: string, what: string) => `${who} a ouvert ${what}.`,
    somebody: "Une personne de l’établissement",
    one: (role: string) => `Une personne de l’établissement (${role})`,
    fromYou: "Vous avez écrit un message.",
    fromSchool: "L’établissement vous a écrit un message.",
    charged: (amount: number) => `Frais de sélection demandés : ${sayMoney(amount, "fr")}.`,
    entered: "Dossier saisi par l’établissement.",
    confirmed: "Vous avez confirmé ce dossier.",
    takenOver: "Vous avez repris ce dossier dans votre compte.",
    disputed: "Vous avez signalé une erreur dans ce dossier.",
    openings: "Qui a ouvert mon dossier",
    decided: "Comment mon dossier a été décidé",
    export: "Recevoir une copie de mes données",
  },
  entered: {
    mark: {
      online: "",
      paper: "Dossier reçu sur papier, saisi par l’établissement",
      phone: "Dossier pris par téléphone, saisi par l’établissement",
    } as Readonly<Record<Entered, string>>,
    toConfirm: "La personne ne l’a pas encore confirmé.",
    confirmed: "La personne l’a confirmé.",
    youToConfirm: "Vous ne l’avez pas encore confirmé.",
    youConfirmed: "Vous l’avez confirmé.",
  },
};

export type FollowingWords = typeof fr;

const en: FollowingWords = {
  next: {
    heading: "What you have to do",
    nothing: "There is nothing for you to do at the moment.",
    answer: (day) => `The school asks you for a complement. Give it by the end of ${sayDay(day, "en")}.`,
    answerLate: (day) =>
      `The school asked you for a complement, to be given by the end of ${sayDay(day, "en")}. That day has passed. You can still give it: it will be recorded as late.`,
    toAnswer: "See what is asked for",
    read: (count) =>
      count === 1
        ? "The school wrote to you. Read its message."
        : `The school wrote to you. Read its ${count} messages.`,
    toRead: "Read and answer",
    pay: (amount, day, reference) =>
      `The selection fee is still to be paid: ${sayMoney(amount, "en")}, by the end of ${sayDay(day, "en")}. The reference to give is ${reference}.`,
    payLate: (amount, day, reference) =>
      `The selection fee is still to be paid: ${sayMoney(amount, "en")}. It was to be paid by the end of ${sayDay(day, "en")}. The reference to give is ${reference}.`,
    feeSuspended: (amount, reference) =>
      `Selection fee suspended: ${sayMoney(amount, "en")}, reference ${reference}. Your application is not examined, so it is not asked of you any more: the school will decide what becomes of it. Pay nothing until then.`,
    toPay: "See how to pay",
    confirm: "The school entered this application from what you handed in or told. Read it, then confirm it.",
    toConfirm: "Read and confirm",
    paid: (amount) => `Selection fee paid: ${sayMoney(amount, "en")}.`,
    settled: "The selection fee is settled.",
    fee: (amount, reference) => `Selection fee to be paid: ${sayMoney(amount, "en")}, reference ${reference}.`,
  },
  complement: {
    heading: "Complement asked for",
    by: (day) => `To be given by the end of ${sayDay(day, "en")}, by the school’s clock.`,
    late: (day) =>
      `The day to answer by was ${sayDay(day, "en")}. You can still answer: your complement will be recorded as late, and the school will say whether it can be considered.`,
    only: "Only these points are open. The rest of your application stays as it is.",
    said: "What is asked for",
    changed: "Changed since it was asked for",
    unchanged: "Not changed yet since it was asked for",
    missing: "Something is missing",
    open: "Correct",
    declaration:
      "I certify that I have made the corrections asked for, and that what I declare and join is true and conforms to the originals.",
    declarationHeading: "Your declaration",
    agree: "I certify that I have made the corrections",
    notAgreed: "Tick the box to certify your corrections.",
    changedMeanwhile: "The application has changed since this page was shown. Read it again, then send.",
    give: "Send my complement",
    notReady: "You can send your complement once nothing is missing.",
    question: "A question, or a point you cannot correct?",
    ask: "Write to the school",
    unfinished: (item) => `Something is missing: ${item}.`,
  },
  receipt: {
    earlier: "What you had submitted before",
    submittedAt: (moment) => `submitted on ${moment}`,
    heading: "Your complement has been received",
    lateHeading: "Your late complement is recorded",
    next: [
      "A mail was just sent to you; it is in your account too.",
      "The school goes on examining your application. There is nothing for you to do at the moment.",
    ],
    nextLate: [
      "A mail was just sent to you; it is in your account too.",
      "The day to answer by had passed: the school will tell you whether your complement can be considered.",
    ],
  },
  messages: {
    heading: "Messages",
    about: (number) => `About application ${number}`,
    none: "No message for now.",
    lead: "What you write here is read by the school, which answers here. A mail tells you of each answer.",
    leadSchool: "The person reads here what you write. A mail tells them, without saying what the message holds.",
    you: "You",
    school: "The school",
    person: "The candidate",
    read: "Read",
    unread: "Not read yet",
    withdrawn: "Application withdrawn",
    why: "For this reason:",
    label: "Your message",
    hint: "Write nothing here about your health: there is a page for the disability advisor.",
    send: "Send the message",
    sent: "Your message is sent.",
    link: (count) => (count === 0 ? "Write to the school" : `Messages (${count} unread)`),
    otherPerson: "This person has no account, and cannot read messages here.",
  },
  timeline: {
    complement: "Complement given.",
    complementLate: "Complement given after the day to answer by.",
    asked: (items, day) =>
      `The school asked for a complement, to be given by the end of ${sayDay(day, "en")}: ${items}.`,
    letter: (subject) => `A mail was written to you: “${subject}”.`,
    opened: (who, what) => `${who} opened ${what}.`,
    somebody: "Somebody of the school",
    one: (role) => `Somebody of the school (${role})`,
    fromYou: "You wrote a message.",
    fromSchool: "The school wrote you a message.",
    charged: (amount) => `Selection fee charged: ${sayMoney(amount, "en")}.`,
    entered: "Application entered by the school.",
    confirmed: "You confirmed this application.",
    takenOver: "You took this application into your account.",
    disputed: "You reported a mistake in this application.",
    openings: "Who opened my file",
    decided: "How my application was decided",
    export: "Receive a copy of my data",
  },
  entered: {
    mark: {
      online: "",
      paper: "Application received on paper, entered by the school",
      phone: "Application taken by telephone, entered by the school",
    },
    toConfirm: "The person has not confirmed it yet.",
    confirmed: "The person has confirmed it.",
    youToConfirm: "You have not confirmed it yet.",
    youConfirmed: "You have confirmed it.",
  },
};

const WORDS: Readonly<Record<Lang, FollowingWords>> = { fr, en };

export function followingWords(lang: Lang): FollowingWords {
  return WORDS[lang];
}
