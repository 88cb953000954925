/** The words of guests: what the school sees of them, and what they see. */
import type { Lang } from "../../../kit/lang.ts";

const fr = {
  invitation: {
    heading: (school: string) => `${school} vous invite`,
    lead: (name: string, why: string, day: string) => `${name}, l’école vous invite à ${why}, jusqu’au ${day}.`,
    send: "Pour entrer, recevez un code à l’adresse où l’invitation vous a été envoyée. Rien n’est à créer ni à retenir.",
    go: "Recevoir le code",
    code: "Code de six chiffres",
    codeHint: "Il est dans le courriel qui vient de vous être envoyé, et vaut trente minutes.",
    lastHint: "Le dernier que votre adresse a reçu ; il vaut trente minutes.",
    have: "J’ai déjà reçu un code",
    enter: "Entrer",
    again: "Recevoir un autre code",
    missing: "Tapez le code reçu.",
    wrong: (left: number) =>
      left === 0
        ? "Ce n’est pas ce code, et il a été essayé trop de fois. Demandez-en un autre."
        : `Ce n’est pas ce code. Il reste ${left} ${left === 1 ? "essai" : "essais"}.`,
    notYou: "Si vous n’êtes pas cette personne, fermez cette page : le code n’arrive qu’à elle.",
    over: "Cette invitation ne vaut plus",
    overWhy:
      "Elle est arrivée à son terme, a été retirée, ou un lien plus récent l’a remplacée. Cherchez le dernier courriel reçu, ou demandez un nouveau lien à l’école.",
  },
  home: {
    heading: (name: string) => `Bonjour ${name}`,
    lead: (school: string, why: string, day: string) =>
      `${school} vous ouvre cette page pour ${why}, jusqu’au ${day}. Il n’y a ni compte ni mot de passe.`,
    by: "Qui vous invite",
    someone: "l’école",
    address: "Votre adresse",
    until: "Jusqu’au",
    waits: "Ce qui vous attend",
    nothing: "Rien pour le moment. Quand l’école vous confiera quelque chose, ce sera ici et un courriel vous le dira.",
    data: "Ce que nous gardons de vous",
    dataWhy:
      "Votre nom, votre adresse, ce pour quoi vous êtes invité, vos visites et les courriels de votre invitation. Tout est effacé après la durée que l’école a fixée.",
    dataGo: "Télécharger ces données (JSON)",
    sessions: "Où votre invitation est ouverte",
    sessionsWhy:
      "Chaque code reçu ouvre une connexion, pour douze heures au plus. Si vous n’en reconnaissez pas une, fermez-la et dites-le à l’école, qui vous enverra un nouveau lien.",
    here: (device: string) => `${device} (cet appareil)`,
    since: "Depuis le",
    end: "Fermer",
    endOf: (device: string, moment: string) => `la connexion de : ${device}, ${moment}`,
    leave: "Fermer ma session",
    left: "Vous n’êtes pas entré",
    leftWhy:
      "Votre session d’invité est fermée, ou n’a jamais été ouverte. Pour entrer, ouvrez le lien du courriel d’invitation : il envoie un nouveau code.",
  },
  office: {
    heading: "Invités",
    lead: "Des personnes sans compte, que l’école laisse entrer pour une seule chose et pour un temps : un lien à leur nom et un code envoyé à leur adresse.",
    entryWhy: "Qui l’école laisse entrer sans compte, pour quoi et jusqu’à quand.",
    toConfirm: "À confirmer",
    by: "Proposé par",
    waitsForYou: "vous attend : qui agit pour l’État est invité par le directeur et confirmé par une autre personne",
    waitsForOther:
      "attend une autre personne, de la direction ou de l’administration, ou qui fait fonctionner le service",
    confirm: "Confirmer",
    confirmOf: (name: string) => `l’invitation de ${name}`,
    withdraw: "Retirer la proposition",
    withdrawOf: (name: string) => `d’inviter ${name}`,
    confirmed: "C’est confirmé : la personne reçoit son lien.",
    proposed: "C’est proposé : la personne recevra son lien quand une autre personne l’aura confirmé.",
    none: "Personne n’est invité.",
    now: "Invités en ce moment",
    past: "Invitations terminées",
    address: "Adresse électronique",
    why: "Pour",
    until: "Jusqu’au",
    visited: "Dernière visite",
    never: "jamais",
    mail: "Courriel",
    returned: "revenu : l’adresse est sans doute mal écrite. Retirez l’invitation, puis invitez à la bonne adresse.",
    standing: "Invitation",
    renew: "Envoyer un nouveau lien",
    renewOf: (name: string) => `à ${name}`,
    renewEnd: "Jusqu’à quand ?",
    same: (day: string) => `${day} (inchangé)`,
    revoke: "Retirer l’invitation",
    revokeOf: (name: string) => `de ${name}`,
    called: "Avant de la retirer",
    ground: {
      label: "Pourquoi la retirer quand même ?",
      hint: "La personne le lira, et ceux qui l’ont convoquée.",
      missing: "Dites pourquoi vous la retirez quand même.",
    },
    invite: "Inviter quelqu’un",
    inviteWhy:
      "La personne reçoit un courriel avec son lien. Elle ne verra que ce qui est prévu pour ce rôle, et rien du reste.",
    name: "Nom de la personne",
    nameHint: "Comme vous l’écririez : « Anne Martin ».",
    role: "Pour quoi ?",
    roleChoose: "Choisissez",
    language: "Dans quelle langue lui écrire ?",
    languages: { fr: "français", en: "anglais" },
    end: "Jusqu’à quand ?",
    endIn: (days: number, day: string) => (days === 1 ? `demain (${day})` : `dans ${days} jours (${day})`),
    go: "Envoyer l’invitation",
    closed: "Cette école ne reçoit pas d’invités : son fichier ne fixe pas de durée pour eux.",
    missing: {
      name: "Dites comment la personne s’appelle.",
      address: "Donnez l’adresse électronique de la personne.",
      role: "Choisissez pour quoi elle est invitée.",
      until: "Choisissez jusqu’à quand.",
    },
  },
};

type GuestWords = typeof fr;

const en: GuestWords = {
  invitation: {
    heading: (school) => `${school} invites you`,
    lead: (name, why, day) => `${name}, the school invites you to ${why}, until ${day}.`,
    send: "To come in, receive a code at the address to which the invitation was sent. There is nothing to make or to remember.",
    go: "Receive the code",
    code: "Code of six digits",
    codeHint: "It is in the mail that was just sent to you, and is good for thirty minutes.",
    lastHint: "The last one that your address received; it is good for thirty minutes.",
    have: "I have received a code already",
    enter: "Come in",
    again: "Receive another code",
    missing: "Type the code you received.",
    wrong: (left) =>
      left === 0
        ? "That is not the code, and it was tried too often. Ask for another."
        : `That is not the code. ${left} ${left === 1 ? "try is" : "tries are"} left.`,
    notYou: "If you are not this person, close this page: the code only reaches them.",
    over: "This invitation is no longer good",
    overWhy:
      "It has ended, was taken back, or a later link took its place. Look for the last mail you received, or ask the school for a new link.",
  },
  home: {
    heading: (name) => `Hello ${name}`,
    lead: (school, why, day) =>
      `${school} opens this page to you, to ${why}, until ${day}. There is no account and no password.`,
    by: "Invited by",
    someone: "the school",
    address: "Your address",
    until: "Until",
    waits: "What awaits you",
    nothing: "Nothing for now. When the school entrusts something to you, it will be here and a mail will tell you.",
    data: "What we keep about you",
    dataWhy:
      "Your name, your address, what you are invited for, your visits and the mails of your invitation. All is erased after the period that the school has set.",
    dataGo: "Download these data (JSON)",
    sessions: "Where your invitation is open",
    sessionsWhy:
      "Each code you receive opens a session, for twelve hours at most. If you do not know one of them, end it and tell the school, which will send you a new link.",
    here: (device) => `${device} (this device)`,
    since: "Since",
    end: "End",
    endOf: (device, moment) => `the session of: ${device}, ${moment}`,
    leave: "End my session",
    left: "You are not in",
    leftWhy:
      "Your session as a guest has ended, or was never opened. To come in, open the link of the mail that invited you: it sends a new code.",
  },
  office: {
    heading: "Guests",
    lead: "People without an account whom the school lets in for one thing and for a time: a link in their name and a code sent to their address.",
    entryWhy: "Whom the school lets in without an account, for what and until when.",
    toConfirm: "To be confirmed",
    by: "Proposed by",
    waitsForYou: "waits for you: whoever acts for the State is invited by the director and confirmed by another person",
    waitsForOther: "waits for another person, a director, an administrator or whoever runs the service",
    confirm: "Confirm",
    confirmOf: (name) => `the invitation of ${name}`,
    withdraw: "Take the proposal back",
    withdrawOf: (name) => `to invite ${name}`,
    confirmed: "Confirmed: the person receives their link.",
    proposed: "Proposed: the person will receive their link once another person has confirmed it.",
    none: "Nobody is invited.",
    now: "Invited now",
    past: "Invitations that ended",
    address: "E-mail address",
    why: "To",
    until: "Until",
    visited: "Last visit",
    never: "never",
    mail: "Mail",
    returned:
      "came back: the address is most likely badly written. Take the invitation back, then invite at the right one.",
    standing: "Invitation",
    renew: "Send a new link",
    renewOf: (name) => `to ${name}`,
    renewEnd: "Until when?",
    same: (day) => `${day} (unchanged)`,
    revoke: "Take the invitation back",
    revokeOf: (name) => `of ${name}`,
    called: "Before it is taken back",
    ground: {
      label: "Why take it back all the same?",
      hint: "The person will read it, and those who called them.",
      missing: "Say why you take it back all the same.",
    },
    invite: "Invite somebody",
    inviteWhy: "They receive a mail with their link. They will see what this role is for, and nothing of the rest.",
    name: "Name of the person",
    nameHint: "As you would write it: “Anne Martin”.",
    role: "What for?",
    roleChoose: "Choose",
    language: "In which language should we write to them?",
    languages: { fr: "French", en: "English" },
    end: "Until when?",
    endIn: (days, day) => (days === 1 ? `tomorrow (${day})` : `in ${days} days (${day})`),
    go: "Send the invitation",
    closed: "This school takes no guests: its file sets no time for them.",
    missing: {
      name: "Say what the person is called.",
      address: "Give the e-mail address of the person.",
      role: "Choose what they are invited for.",
      until: "Choose until when.",
    },
  },
};

const WORDS = { fr, en } as const;

export function guestWords(lang: Lang): GuestWords {
  return WORDS[lang];
}
