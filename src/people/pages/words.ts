/** The words of signing in and of the account. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";

const WORDS = inBoth({
  signIn: {
    heading: ["Se connecter ou créer un compte", "Sign in or create an account"],
    lead: [
      "Votre compte garde votre dossier. Vous pouvez vous arrêter et revenir.",
      "Your account keeps your application. You can stop and come back.",
    ],
    known: ["Vous avez un mot de passe", "You have a password"],
    go: ["Se connecter", "Sign in"],
    wrong: ["L’adresse et le mot de passe ne vont pas ensemble.", "The address and the password do not go together."],
    new: {
      go: ["Recevoir un code", "Receive a code"],
      fields: {
        email: {
          label: ["Quelle est votre adresse électronique ?", "What is your e-mail address?"],
          missing: ["Donnez votre adresse électronique.", "Give your e-mail address."],
        },
      },
    },
    fields: {
      address: ["Adresse électronique", "E-mail address"],
      password: { label: ["Mot de passe", "Password"], missing: ["Donnez votre mot de passe.", "Give your password."] },
    },
  },
  ask: {
    hint: [
      "Nous y envoyons un code de six chiffres, et toutes nos réponses.",
      "We send it a code of six digits, and all our answers.",
    ],
    demoHint: [
      "Dans une démonstration, aucun courriel ne part : le code s’affiche à la page suivante.",
      "In a demonstration no mail leaves: the code is shown on the next page.",
    ],
    go: ["Envoyer le code", "Send the code"],
    have: ["J’ai déjà reçu un code", "I have received a code already"],
    fields: {
      address: {
        label: ["Quelle est votre adresse électronique ?", "What is your e-mail address?"],
        missing: ["Donnez votre adresse électronique.", "Give your e-mail address."],
      },
    },
  },
  code: {
    heading: ["Quel est le code que vous avez reçu ?", "What is the code you received?"],
    hint: (address: string) => [
      `Six chiffres, dans un courriel envoyé à ${address}.`,
      `Six digits, in a mail sent to ${address}.`,
    ],
    demoHint: [
      "Six chiffres, montrés ci-dessus : dans une démonstration, aucun courriel ne part.",
      "Six digits, shown above: in a demonstration no mail leaves.",
    ],
    lastHint: [
      "Six chiffres, dans le dernier courriel reçu à cette adresse.",
      "Six digits, in the last mail received at this address.",
    ],
    go: ["Continuer", "Continue"],
    short: [
      "Le code a six chiffres. Celui-ci n’a pas été essayé : recopiez-le en entier.",
      "The code has six digits. This one was not tried: copy it whole.",
    ],
    wrong: (left: number) => [
      left === 0
        ? "Ce n’est pas ce code, et il a été essayé trop de fois. Demandez-en un autre."
        : `Ce n’est pas ce code. Il reste ${left} ${left === 1 ? "essai" : "essais"}.`,
      left === 0
        ? "That is not the code, and it was tried too often. Ask for another."
        : `That is not the code. ${left} ${left === 1 ? "try is" : "tries are"} left.`,
    ],
    nothing: ["Je n’ai rien reçu", "I received nothing"],
    nothingWhy: [
      "Un courriel met parfois quelques minutes. Regardez aussi parmi les indésirables, et vérifiez l’adresse. Un nouveau code remplace l’ancien.",
      "A mail may take some minutes. Look among the unwanted ones too, and check the address. A new code replaces the old one.",
    ],
    again: ["Changer d’adresse ou recevoir un autre code", "Change the address or receive another code"],
    fields: { code: ["Code de six chiffres", "Code of six digits"] },
  },
  choose: {
    heading: ["Choisissez un mot de passe", "Choose a password"],
    lead: (address: string) => [`Il ouvrira le compte de ${address}.`, `It will open the account of ${address}.`],
    hint: (least: number) => [
      `Au moins ${least} caractères. Plusieurs mots à la suite sont faciles à retenir. Votre navigateur peut en proposer un et le garder.`,
      `At least ${least} characters. Several words in a row are easy to remember. Your browser can propose one and keep it.`,
    ],
    go: ["Enregistrer et continuer", "Save and continue"],
    again: [
      "Retapez le mot de passe : par sécurité, il n’est pas renvoyé avec la page.",
      "Type the password again: for safety it is not sent back with the page.",
    ],
    fields: { password: ["Nouveau mot de passe", "New password"] },
  },
  account: {
    heading: ["Connexion et sécurité", "Signing in and security"],
    nameWhat: ["le nom", "the name"],
    addressWhat: ["l’adresse électronique", "the e-mail address"],
    lead: [
      "Qui vous êtes ici, et les appareils sur lesquels vous êtes connecté.",
      "Who you are here, and the devices on which you are signed in.",
    ],
    address: ["Adresse électronique", "E-mail address"],
    name: ["Nom", "Name"],
    roles: ["Dans cette école", "In this school"],
    sessions: ["Appareils connectés", "Devices signed in"],
    sessionsWhy: [
      "Si vous n’en reconnaissez pas un, fermez sa session puis changez de mot de passe.",
      "If you do not know one of them, end its session and then change your password.",
    ],
    device: ["Appareil", "Device"],
    since: ["Depuis le", "Since"],
    until: ["Jusqu’au", "Until"],
    here: ["cet appareil", "this device"],
    end: ["Fermer la session", "End the session"],
    endOf: (device: string) => [`sur ${device}`, `on ${device}`],
    endOthers: ["Fermer toutes les autres sessions", "End all the other sessions"],
    out: ["Se déconnecter", "Sign out"],
    password: ["Changer de mot de passe", "Change my password"],
  },
  entries: {
    mail: ["Mes courriels", "My mail"],
    mailWhy: [
      "Tout ce que nous vous avons écrit, même si le courriel s’est perdu.",
      "All that we wrote to you, even where the mail was lost.",
    ],
    access: ["Connexion et sécurité", "Signing in and security"],
    accessWhy: [
      "Votre nom, votre adresse, votre mot de passe, les appareils connectés.",
      "Your name, your address, your password, the devices signed in.",
    ],
    proofs: ["Secondes preuves", "Second proofs"],
    proofsWhy: [
      "Une application de codes ou une clé d’accès, en plus du mot de passe.",
      "An application for codes or a passkey, besides the password.",
    ],
    tokensWhy: ["Ce qui permet à un programme d’agir en votre nom.", "What lets a program act in your name."],
    staff: ["Qui travaille ici", "Who works here"],
    staffWhy: [
      "Les personnes de l’école, leurs rôles, et ce que chaque rôle permet.",
      "The people of the school, their roles, and what each role allows.",
    ],
  },
  mails: {
    heading: ["Mes courriels", "My mail"],
    lead: [
      "Chaque courriel envoyé à votre adresse est aussi ici, mot pour mot.",
      "Each mail sent to your address is here too, word for word.",
    ],
    none: ["Nous ne vous avons encore rien écrit.", "We have written nothing to you yet."],
    sent: (when: string, to: string) => [`Le ${when}, à ${to}`, `On ${when}, to ${to}`],
    older: ["Courriels plus anciens", "Older mails"],
    newer: ["Les courriels les plus récents", "The newest mails"],
    reminders: ["Choisir de recevoir ou non des rappels", "Choose whether to be sent reminders"],
  },
  reminders: {
    heading: ["Mes rappels", "My reminders"],
    lead: [
      "Avant une date limite, l’établissement vous rappelle par courriel ce qui n’est pas encore fait : un dossier qui n’est pas déposé, un complément qui n’est pas donné, un montant qui n’est pas payé.",
      "Before a deadline the school reminds you by mail of what is not done yet: an application that is not submitted, a complement that is not given, an amount that is not paid.",
    ],
    on: ["Vous recevez des rappels.", "You are sent reminders."],
    off: ["Vous ne recevez pas de rappels.", "You are sent no reminders."],
    always: [
      "Ce qui vous engage ou change vos délais vous est toujours écrit : un récépissé, une demande, une décision, une clôture repoussée, un paiement reçu ou rendu. Sans rappel, ce que vous devez et pour quel jour se lit dans « Ce que je dois ». Tout reste lisible dans « Mes courriels ».",
      "What binds you or changes your deadlines is always written to you: a receipt, a request, a decision, a closing put off, a payment received or given back. Without reminders, what you owe and by which day is read under “What I owe”. All of it can be read under “My mail”.",
    ],
    turnOff: ["Ne plus recevoir de rappels", "Stop the reminders"],
    turnOn: ["Recevoir des rappels", "Send me reminders"],
    changed: [
      "Ce choix a changé ailleurs entre-temps : voici ce qui est enregistré.",
      "This choice was changed elsewhere in the meantime: here is what is saved.",
    ],
  },
  unknownDevice: ["Appareil inconnu", "Unknown device"],
  on: ["sur", "on"],
  done: {
    ferme: ["C’est fermé. Ces appareils ne sont plus connectés.", "Done. Those devices are no longer signed in."],
  },
});

type PeopleWords = typeof WORDS.fr;

export function peopleWords(lang: Lang): PeopleWords {
  return WORDS[lang];
}
