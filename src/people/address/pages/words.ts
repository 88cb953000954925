/** The words of changing a name or an address, and of helping whoever lost theirs. */
import type { Lang } from "../../../kit/lang.ts";

const fr = {
  name: {
    heading: "Changer de nom",
    lead: "C’est le nom par lequel nous vous appelons. Votre état civil se change dans votre dossier.",
    label: "Comment voulez-vous que nous vous appelions ?",
    go: "Enregistrer",
    missing: "Dites comment vous vous appelez.",
  },
  address: {
    heading: "Changer d’adresse électronique",
    lead: (now: string) => `Nous vous écrivons à ${now}, et c’est avec cette adresse que vous vous connectez.`,
    label: "Nouvelle adresse électronique",
    hint: "Nous y envoyons un code : elle ne change qu’une fois le code tapé.",
    go: "Envoyer le code",
    missing: "Donnez la nouvelle adresse.",
    codeHeading: "Confirmez la nouvelle adresse",
    code: "Code de six chiffres",
    codeHint: (address: string) => `Dans un courriel envoyé à ${address}.`,
    codeGo: "Changer d’adresse",
    codeMissing: "Tapez le code reçu.",
  },
  help: {
    heading: "Aider quelqu’un à retrouver son compte",
    lead: "Pour une personne que l’école connaît et qui ne peut plus entrer, ou dont quelqu’un d’autre tient l’appareil. Assurez-vous d’abord que c’est bien elle : par téléphone, au guichet, avec une pièce d’identité. L’acte est consigné à votre nom, et la personne en est avertie.",
    address: "Adresse électronique de son compte",
    what: "De quoi a-t-elle besoin ?",
    whats: {
      address: "Elle a perdu sa boîte aux lettres électronique",
      proofs: "Elle a perdu ses secondes preuves (téléphone, clé, codes de secours)",
      sessions: "Un de ses appareils est perdu ou volé",
    },
    whys: {
      address: "Son adresse change. Elle choisira un nouveau mot de passe avec un code reçu à la nouvelle.",
      proofs: "Elles sont toutes retirées. La personne en ajoutera d’autres.",
      sessions: "Toutes ses sessions sont fermées, sur tous ses appareils. Elle se connectera de nouveau.",
    },
    to: "Sa nouvelle adresse électronique",
    reason: "Comment vous êtes-vous assuré que c’est bien elle ?",
    reasonHint: "Cette phrase reste dans le journal.",
    go: "Faire ce changement",
    missingAddress: "Donnez l’adresse de son compte.",
    missingWhat: "Dites de quoi elle a besoin.",
    missingReason: "Dites comment vous vous en êtes assuré.",
    doneHeading: "C’est fait",
    done: (name: string) => `Le compte de ${name} a été changé. La personne en est avertie par courriel.`,
    unless:
      "Une seule réserve : si la nouvelle adresse est déjà celle d’un autre compte, rien n’a changé, et seul qui lit cette adresse l’apprend, par courriel. Demandez à la personne ce qu’elle y a reçu.",
    more: "Aider quelqu’un d’autre",
  },
};

type AddressWords = typeof fr;

const en: AddressWords = {
  name: {
    heading: "Change my name",
    lead: "It is the name by which we call you. Your civil status is changed in your application.",
    label: "What do you want us to call you?",
    go: "Save",
    missing: "Say what you are called.",
  },
  address: {
    heading: "Change my e-mail address",
    lead: (now) => `We write to you at ${now}, and that is the address you sign in with.`,
    label: "New e-mail address",
    hint: "We send it a code: it changes only once the code is typed.",
    go: "Send the code",
    missing: "Give the new address.",
    codeHeading: "Confirm the new address",
    code: "Code of six digits",
    codeHint: (address) => `In a mail sent to ${address}.`,
    codeGo: "Change the address",
    codeMissing: "Type the code you received.",
  },
  help: {
    heading: "Help somebody back into their account",
    lead: "For a person whom the school knows and who can no longer enter, or whose device is in other hands. First make sure that it is them: by telephone, at the desk, with an identity document. The act is recorded in your name, and the person is told.",
    address: "E-mail address of their account",
    what: "What do they need?",
    whats: {
      address: "They lost their mailbox",
      proofs: "They lost their second proofs (telephone, key, recovery codes)",
      sessions: "One of their devices is lost or stolen",
    },
    whys: {
      address: "Their address changes. They choose a new password with a code received at the new one.",
      proofs: "All are removed. The person adds others.",
      sessions: "All their sessions are ended, on all their devices. They sign in again.",
    },
    to: "Their new e-mail address",
    reason: "How did you make sure that it is them?",
    reasonHint: "This sentence stays in the record.",
    go: "Make this change",
    missingAddress: "Give the address of their account.",
    missingWhat: "Say what they need.",
    missingReason: "Say how you made sure.",
    doneHeading: "Done",
    done: (name) => `The account of ${name} was changed. The person is told by mail.`,
    unless:
      "With one exception: if the new address is already that of another account, nothing has changed, and only whoever reads that address learns it, by mail. Ask the person what they received there.",
    more: "Help somebody else",
  },
};

const WORDS = { fr, en } as const;

export function addressWords(lang: Lang): AddressWords {
  return WORDS[lang];
}
