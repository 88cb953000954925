/** The words of changing a name or an address, and of helping a person who lost theirs. */
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  name: {
    heading: ["Changer de nom", "Change my name"],
    lead: [
      "C’est le nom par lequel nous vous appelons. Votre état civil se change dans votre dossier.",
      "It is the name by which we call you. Your civil status is changed in your application.",
    ],
    go: ["Enregistrer", "Save"],
    fields: {
      name: {
        label: ["Comment voulez-vous que nous vous appelions ?", "What do you want us to call you?"],
        missing: ["Dites comment vous vous appelez.", "Say what you are called."],
      },
    },
  },
  address: {
    heading: ["Changer d’adresse électronique", "Change my e-mail address"],
    lead: (now: string) => [
      `Nous vous écrivons à ${now}, et c’est avec cette adresse que vous vous connectez.`,
      `We write to you at ${now}, and that is the address you sign in with.`,
    ],
    go: ["Envoyer le code", "Send the code"],
    codeHeading: ["Confirmez la nouvelle adresse", "Confirm the new address"],
    code: ["Code de six chiffres", "Code of six digits"],
    codeHint: (address: string) => [`Dans un courriel envoyé à ${address}.`, `In a mail sent to ${address}.`],
    codeGo: ["Changer d’adresse", "Change the address"],
    codeMissing: ["Tapez le code reçu.", "Type the code you received."],
    again: ["Rien reçu, ou une autre adresse ? Recommencer", "Nothing received, or another address? Begin again"],
    cancel: ["Garder mon adresse d’avant", "Keep the address I had"],
    fields: {
      address: {
        label: ["Nouvelle adresse électronique", "New e-mail address"],
        hint: [
          "Nous y envoyons un code : elle ne change qu’une fois le code tapé.",
          "We send it a code: it changes only once the code is typed.",
        ],
      },
    },
  },
  help: {
    heading: ["Aider quelqu’un à retrouver son compte", "Help somebody back into their account"],
    lead: [
      "Pour une personne que l’école connaît et qui ne peut plus entrer, ou dont quelqu’un d’autre tient l’appareil. Assurez-vous d’abord que c’est bien elle : par téléphone, au guichet, avec une pièce d’identité. L’acte est consigné à votre nom, et la personne en est avertie.",
      "For a person whom the school knows and who can no longer enter, or whose device is in other hands. First make sure that it is them: by telephone, at the desk, with an identity document. The act is recorded in your name, and the person is told.",
    ],
    whats: {
      address: ["Elle a perdu sa boîte aux lettres électronique", "They lost their mailbox"],
      proofs: [
        "Elle a perdu ses secondes preuves (téléphone, clé, codes de secours)",
        "They lost their second proofs (telephone, key, recovery codes)",
      ],
      sessions: ["Un de ses appareils est perdu ou volé", "One of their devices is lost or stolen"],
    },
    whys: {
      address: [
        "Son adresse change. Elle choisira un nouveau mot de passe avec un code reçu à la nouvelle.",
        "Their address changes. They choose a new password with a code received at the new one.",
      ],
      proofs: [
        "Elles sont toutes retirées. La personne en ajoutera d’autres.",
        "All are removed. The person adds others.",
      ],
      sessions: [
        "Toutes ses sessions sont fermées, sur tous ses appareils. Elle se connectera de nouveau.",
        "All their sessions are ended, on all their devices. They sign in again.",
      ],
    },
    go: ["Faire ce changement", "Make this change"],
    doneHeading: ["C’est fait", "Done"],
    done: (name: string) => [
      `Le compte de ${name} a été changé. La personne en est avertie par courriel.`,
      `The account of ${name} was changed. The person is told by mail.`,
    ],
    unless: [
      "Une seule réserve : si la nouvelle adresse est déjà celle d’un autre compte, rien n’a changé, et seul qui lit cette adresse l’apprend, par courriel. Demandez à la personne ce qu’elle y a reçu.",
      "With one exception: if the new address is already that of another account, nothing has changed, and only whoever reads that address learns it, by mail. Ask the person what they received there.",
    ],
    more: ["Aider quelqu’un d’autre", "Help somebody else"],
    fields: {
      address: ["Adresse électronique de son compte", "E-mail address of their account"],
      what: {
        label: ["De quoi a-t-elle besoin ?", "What do they need?"],
        missing: ["Dites de quoi elle a besoin.", "Say what they need."],
      },
      to: ["Sa nouvelle adresse électronique", "Their new e-mail address"],
      reason: {
        label: ["Comment vous êtes-vous assuré que c’est bien elle ?", "How did you make sure that it is them?"],
        hint: ["Cette phrase reste dans le journal.", "This sentence stays in the record."],
        missing: ["Dites comment vous vous en êtes assuré.", "Say how you made sure."],
      },
    },
  },
});

type AddressWords = typeof WORDS.fr;

export function addressWords(lang: Lang): AddressWords {
  return WORDS[lang];
}
