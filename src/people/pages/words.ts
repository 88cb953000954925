/** The words of signing in and of one's account. */
import type { Lang } from "../../kit/lang.ts";

const fr = {
  signIn: {
    heading: "Se connecter ou créer un compte",
    lead: "Votre compte garde votre dossier : vous pouvez vous arrêter et revenir, sur ce téléphone ou un autre.",
    known: "Vous avez déjà un compte",
    address: "Adresse électronique",
    password: "Mot de passe",
    go: "Se connecter",
    wrong: "L’adresse et le mot de passe ne vont pas ensemble.",
    new: "Première visite, ou mot de passe oublié",
    newWhy: "Nous envoyons un code à votre adresse électronique. Vous choisissez ensuite un mot de passe.",
    newGo: "Recevoir un code",
    missingAddress: "Donnez votre adresse électronique.",
    missingPassword: "Donnez votre mot de passe.",
    staff: "Vous travaillez pour l’école",
    staffGo: "Se connecter avec le compte de l’école",
  },
  ask: {
    heading: "Quelle est votre adresse électronique ?",
    hint: "Nous y envoyons un code de six chiffres. C’est là aussi que nous vous écrirons au sujet de votre dossier.",
    go: "Envoyer le code",
    have: "J’ai déjà reçu un code",
  },
  code: {
    heading: "Quel est le code que vous avez reçu ?",
    hint: (address: string) => `Six chiffres, dans un courriel envoyé à ${address}.`,
    lastHint: "Six chiffres, dans le dernier courriel reçu à cette adresse.",
    label: "Code de six chiffres",
    go: "Continuer",
    wrong: (left: number) =>
      left === 0
        ? "Ce n’est pas ce code, et il a été essayé trop de fois. Demandez-en un autre."
        : `Ce n’est pas ce code. Il reste ${left} ${left === 1 ? "essai" : "essais"}.`,
    missing: "Tapez le code reçu.",
    nothing: "Je n’ai rien reçu",
    nothingWhy:
      "Un courriel met parfois quelques minutes. Regardez aussi parmi les indésirables, et vérifiez l’adresse. Un nouveau code remplace l’ancien.",
    again: "Changer d’adresse ou recevoir un autre code",
  },
  choose: {
    heading: "Choisissez un mot de passe",
    lead: (address: string) => `Il ouvrira le compte de ${address}.`,
    name: "Comment voulez-vous que nous vous appelions ?",
    nameHint: "Par exemple votre prénom et votre nom d’usage. Votre état civil vous sera demandé dans le dossier.",
    password: "Nouveau mot de passe",
    hint: (least: number) =>
      `Au moins ${least} caractères. Plusieurs mots à la suite sont faciles à retenir. Votre navigateur peut en proposer un et le garder.`,
    go: "Enregistrer et continuer",
    missingName: "Dites comment vous vous appelez.",
  },
  account: {
    heading: "Connexion et sécurité",
    nameWhat: "le nom",
    addressWhat: "l’adresse électronique",
    lead: "Qui vous êtes ici, et les appareils sur lesquels vous êtes connecté.",
    address: "Adresse électronique",
    name: "Nom",
    roles: "Dans cette école",
    sessions: "Appareils connectés",
    sessionsWhy: "Si vous n’en reconnaissez pas un, fermez sa session puis changez de mot de passe.",
    device: "Appareil",
    since: "Depuis le",
    until: "Jusqu’au",
    here: "cet appareil",
    end: "Fermer la session",
    endOf: (device: string) => `sur ${device}`,
    endOthers: "Fermer toutes les autres sessions",
    ended: "C’est fermé. Ces appareils ne sont plus connectés.",
    out: "Se déconnecter",
    password: "Changer de mot de passe",
  },
  entries: {
    mail: "Mes courriels",
    mailWhy: "Tout ce que nous vous avons écrit, même si le courriel s’est perdu.",
    access: "Connexion et sécurité",
    accessWhy: "Votre nom, votre adresse, votre mot de passe, les appareils connectés.",
    proofs: "Secondes preuves",
    proofsWhy: "Une application de codes ou une clé d’accès, en plus du mot de passe.",
    tokensWhy: "Ce qui permet à un programme d’agir en votre nom.",
    staff: "Qui travaille ici",
    staffWhy: "Les personnes de l’école, leurs rôles, et ce que chaque rôle permet.",
  },
  mails: {
    heading: "Mes courriels",
    lead: "Chaque courriel envoyé à votre adresse est aussi ici, mot pour mot.",
    none: "Nous ne vous avons encore rien écrit.",
    sent: (when: string, to: string) => `Le ${when}, à ${to}`,
    older: "Courriels plus anciens",
    newer: "Courriels plus récents",
    reminders: "Choisir de recevoir ou non des rappels",
  },
  reminders: {
    heading: "Mes rappels",
    lead: "Avant une date limite, l’établissement vous rappelle par courriel ce qui n’est pas encore fait : un dossier qui n’est pas déposé, un complément qui n’est pas donné, un montant qui n’est pas payé.",
    on: "Vous recevez des rappels.",
    off: "Vous ne recevez pas de rappels.",
    always:
      "Ce qui vous engage ou change vos délais vous est toujours écrit : un récépissé, une demande, une décision, une clôture repoussée, un paiement reçu ou rendu. Sans rappel, ce que vous devez et pour quel jour se lit dans « Ce que je dois ». Tout reste lisible dans « Mes courriels ».",
    turnOff: "Ne plus recevoir de rappels",
    turnOn: "Recevoir des rappels",
    changed: "Ce choix a changé ailleurs entre-temps : voici ce qui est enregistré.",
  },
  unknownDevice: "Appareil inconnu",
  on: "sur",
};

type PeopleWords = typeof fr;

const en: PeopleWords = {
  signIn: {
    heading: "Sign in or create an account",
    lead: "Your account keeps your application: you can stop and come back, on this telephone or another.",
    known: "You already have an account",
    address: "E-mail address",
    password: "Password",
    go: "Sign in",
    wrong: "The address and the password do not go together.",
    new: "First visit, or password forgotten",
    newWhy: "We send a code to your e-mail address. You then choose a password.",
    newGo: "Receive a code",
    missingAddress: "Give your e-mail address.",
    missingPassword: "Give your password.",
    staff: "You work for the school",
    staffGo: "Sign in with the school’s account",
  },
  ask: {
    heading: "What is your e-mail address?",
    hint: "We send it a code of six digits. It is also where we shall write to you about your application.",
    go: "Send the code",
    have: "I have received a code already",
  },
  code: {
    heading: "What is the code you received?",
    hint: (address) => `Six digits, in a mail sent to ${address}.`,
    lastHint: "Six digits, in the last mail received at this address.",
    label: "Code of six digits",
    go: "Continue",
    wrong: (left) =>
      left === 0
        ? "That is not the code, and it was tried too often. Ask for another."
        : `That is not the code. ${left} ${left === 1 ? "try is" : "tries are"} left.`,
    missing: "Type the code you received.",
    nothing: "I received nothing",
    nothingWhy:
      "A mail may take some minutes. Look among the unwanted ones too, and check the address. A new code replaces the old one.",
    again: "Change the address or receive another code",
  },
  choose: {
    heading: "Choose a password",
    lead: (address) => `It will open the account of ${address}.`,
    name: "What do you want us to call you?",
    nameHint: "For instance your first name and the last name you use. Your civil status is asked in the application.",
    password: "New password",
    hint: (least) =>
      `At least ${least} characters. Several words in a row are easy to remember. Your browser can propose one and keep it.`,
    go: "Save and continue",
    missingName: "Say what you are called.",
  },
  account: {
    heading: "Signing in and security",
    nameWhat: "the name",
    addressWhat: "the e-mail address",
    lead: "Who you are here, and the devices on which you are signed in.",
    address: "E-mail address",
    name: "Name",
    roles: "In this school",
    sessions: "Devices signed in",
    sessionsWhy: "If you do not know one of them, end its session and then change your password.",
    device: "Device",
    since: "Since",
    until: "Until",
    here: "this device",
    end: "End the session",
    endOf: (device) => `on ${device}`,
    endOthers: "End all the other sessions",
    ended: "Done. Those devices are no longer signed in.",
    out: "Sign out",
    password: "Change my password",
  },
  entries: {
    mail: "My mail",
    mailWhy: "All that we wrote to you, even where the mail was lost.",
    access: "Signing in and security",
    accessWhy: "Your name, your address, your password, the devices signed in.",
    proofs: "Second proofs",
    proofsWhy: "An application for codes or a passkey, besides the password.",
    tokensWhy: "What lets a program act in your name.",
    staff: "Who works here",
    staffWhy: "The people of the school, their roles, and what each role allows.",
  },
  mails: {
    heading: "My mail",
    lead: "Each mail sent to your address is here too, word for word.",
    none: "We have written nothing to you yet.",
    sent: (when, to) => `On ${when}, to ${to}`,
    older: "Older mails",
    newer: "Newer mails",
    reminders: "Choose whether to be sent reminders",
  },
  reminders: {
    heading: "My reminders",
    lead: "Before a deadline the school reminds you by mail of what is not done yet: an application that is not submitted, a complement that is not given, an amount that is not paid.",
    on: "You are sent reminders.",
    off: "You are sent no reminders.",
    always:
      "What binds you or changes your deadlines is always written to you: a receipt, a request, a decision, a closing put off, a payment received or given back. Without reminders, what you owe and by which day is read under “What I owe”. All of it can be read under “My mail”.",
    turnOff: "Stop the reminders",
    turnOn: "Send me reminders",
    changed: "This choice was changed elsewhere in the meantime: here is what is saved.",
  },
  unknownDevice: "Unknown device",
  on: "on",
};

const WORDS = { fr, en } as const;

export function peopleWords(lang: Lang): PeopleWords {
  return WORDS[lang];
}
