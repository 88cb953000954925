/** The words of guests: on the school's pages and on their own. */
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  invitation: {
    heading: (school: string) => [`${school} vous invite`, `${school} invites you`],
    lead: (name: string, why: string, until: string) => [
      `${name}, l’école vous invite à ${why}, ${until}.`,
      `${name}, the school invites you to ${why}, ${until}.`,
    ],
    send: [
      "Pour entrer, recevez un code à l’adresse où l’invitation vous a été envoyée. Rien n’est à créer ni à retenir.",
      "To come in, receive a code at the address to which the invitation was sent. There is nothing to make or to remember.",
    ],
    go: ["Recevoir le code", "Receive the code"],
    codeHint: [
      "Il est dans le courriel qui vient de vous être envoyé, et vaut trente minutes.",
      "It is in the mail that was just sent to you, and is good for thirty minutes.",
    ],
    lastHint: [
      "Le dernier que votre adresse a reçu ; il vaut trente minutes.",
      "The last one that your address received; it is good for thirty minutes.",
    ],
    have: ["J’ai déjà reçu un code", "I have received a code already"],
    enter: ["Entrer", "Come in"],
    again: ["Recevoir un autre code", "Receive another code"],
    wrong: (left: number) => [
      left === 0
        ? "Ce n’est pas ce code, et il a été essayé trop de fois. Demandez-en un autre."
        : `Ce n’est pas ce code. Il reste ${left} ${left === 1 ? "essai" : "essais"}.`,
      left === 0
        ? "That is not the code, and it was tried too often. Ask for another."
        : `That is not the code. ${left} ${left === 1 ? "try is" : "tries are"} left.`,
    ],
    notYou: [
      "Si vous n’êtes pas cette personne, fermez cette page : le code n’arrive qu’à elle.",
      "If you are not this person, close this page: the code only reaches them.",
    ],
    over: ["Cette invitation ne vaut plus", "This invitation is no longer good"],
    overWhy: [
      "Elle est arrivée à son terme, a été retirée, ou un lien plus récent l’a remplacée. Cherchez le dernier courriel reçu, ou demandez un nouveau lien à l’école.",
      "It has ended, was taken back, or a later link took its place. Look for the last mail you received, or ask the school for a new link.",
    ],
    fields: { code: ["Code de six chiffres", "Code of six digits"] },
  },
  home: {
    heading: (name: string) => [`Bonjour ${name}`, `Hello ${name}`],
    lead: (school: string, why: string, until: string) => [
      `${school} vous ouvre cette page pour ${why}, ${until}. Il n’y a ni compte ni mot de passe.`,
      `${school} opens this page to you, to ${why}, ${until}. There is no account and no password.`,
    ],
    invitation: ["Votre invitation", "Your invitation"],
    by: ["Qui vous invite", "Invited by"],
    someone: ["l’école", "the school"],
    address: ["Votre adresse", "Your address"],
    until: ["Jusqu’au", "Until"],
    waits: ["Ce qui vous attend", "What awaits you"],
    nothing: [
      "Rien pour le moment. Quand l’école vous confiera quelque chose, ce sera ici et un courriel vous le dira.",
      "Nothing for now. When the school entrusts something to you, it will be here and a mail will tell you.",
    ],
    data: ["Ce que nous gardons de vous", "What we keep about you"],
    dataWhy: [
      "Votre nom, votre adresse, ce pour quoi vous êtes invité, vos visites et les courriels de votre invitation. Tout est effacé après la durée que l’école a fixée.",
      "Your name, your address, what you are invited for, your visits and the mails of your invitation. All is erased after the period that the school has set.",
    ],
    dataGo: ["Télécharger ces données (JSON)", "Download these data (JSON)"],
    sessions: ["Où votre invitation est ouverte", "Where your invitation is open"],
    sessionsWhy: [
      "Chaque code reçu ouvre une connexion, pour douze heures au plus. Si vous n’en reconnaissez pas une, fermez-la et dites-le à l’école, qui vous enverra un nouveau lien.",
      "Each code you receive opens a session, for twelve hours at most. If you do not know one of them, end it and tell the school, which will send you a new link.",
    ],
    here: (device: string) => [`${device} (cet appareil)`, `${device} (this device)`],
    since: ["Depuis le", "Since"],
    end: ["Fermer", "End"],
    endOf: (device: string, moment: string) => [
      `la connexion de : ${device}, ${moment}`,
      `the session of: ${device}, ${moment}`,
    ],
    leave: ["Fermer ma session", "End my session"],
    left: ["Vous n’êtes pas entré", "You are not in"],
    leftWhy: [
      "Votre session d’invité est fermée, ou n’a jamais été ouverte. Pour entrer, ouvrez le lien du courriel d’invitation : il envoie un nouveau code.",
      "Your session as a guest has ended, or was never opened. To come in, open the link of the mail that invited you: it sends a new code.",
    ],
  },
  office: {
    heading: ["Invités", "Guests"],
    lead: [
      "Des personnes sans compte, que l’école laisse entrer pour une seule chose et pour un temps : un lien à leur nom et un code envoyé à leur adresse.",
      "People without an account whom the school lets in for one thing and for a time: a link in their name and a code sent to their address.",
    ],
    entryWhy: [
      "Qui l’école laisse entrer sans compte, pour quoi et jusqu’à quand.",
      "Whom the school lets in without an account, for what and until when.",
    ],
    toConfirm: ["À confirmer", "To be confirmed"],
    by: ["Proposé par", "Proposed by"],
    waitsForYou: [
      "vous attend : qui agit pour l’État est invité par le directeur et confirmé par une autre personne",
      "waits for you: whoever acts for the State is invited by the director and confirmed by another person",
    ],
    waitsForOther: [
      "attend une autre personne, de la direction ou de l’administration, ou qui fait fonctionner le service",
      "waits for another person, a director, an administrator or whoever runs the service",
    ],
    confirm: ["Confirmer", "Confirm"],
    confirmOf: (name: string) => [`l’invitation de ${name}`, `the invitation of ${name}`],
    withdraw: ["Retirer la proposition", "Take the proposal back"],
    withdrawOf: (name: string) => [`d’inviter ${name}`, `to invite ${name}`],
    none: ["Personne n’est invité.", "Nobody is invited."],
    now: ["Invités en ce moment", "Invited now"],
    past: ["Invitations terminées", "Invitations that ended"],
    why: ["Pour", "To"],
    until: ["Jusqu’au", "Until"],
    expected: ["Attendu encore", "Still expected"],
    expectedUntil: (day: string) => [
      `jusqu’au ${day}, après la fin de l’invitation : prolongez-la`,
      `until ${day}, after the invitation ends: prolong it`,
    ],
    visited: ["Dernière visite", "Last visit"],
    never: ["jamais", "never"],
    mail: ["Courriel", "Mail"],
    returned: [
      "revenu : l’adresse est sans doute mal écrite. Retirez l’invitation, puis invitez à la bonne adresse.",
      "came back: the address is most likely badly written. Take the invitation back, then invite at the right one.",
    ],
    standing: ["Invitation", "Invitation"],
    renew: ["Envoyer un nouveau lien", "Send a new link"],
    renewOf: (name: string) => [`à ${name}`, `to ${name}`],
    renewEnd: ["Jusqu’à quand ?", "Until when?"],
    same: (day: string) => [`${day} (inchangé)`, `${day} (unchanged)`],
    revoke: ["Retirer l’invitation", "Take the invitation back"],
    revokeOf: (name: string) => [`de ${name}`, `of ${name}`],
    called: ["Avant de la retirer", "Before it is taken back"],
    ground: {
      label: ["Pourquoi la retirer quand même ?", "Why take it back all the same?"],
      hint: [
        "La personne le lira, et ceux qui l’ont convoquée.",
        "The person will read it, and those who called them.",
      ],
      missing: ["Dites pourquoi vous la retirez quand même.", "Say why you take it back all the same."],
    },
    together: {
      heading: ["Prolonger plusieurs invitations", "Prolong several invitations"],
      who: ["Qui prolonger ?", "Whom to prolong?"],
      one: (name: string, until: string) => [`${name}, jusqu’au ${until}`, `${name}, until ${until}`],
      until: ["Jusqu’à quand, pour tous ?", "Until when, for all?"],
      prolong: ["Prolonger ces invitations", "Prolong these invitations"],
      whom: ["Qui confirmer ?", "Whom to confirm?"],
      confirm: ["Confirmer ces personnes", "Confirm these people"],
    },
    invite: ["Inviter quelqu’un", "Invite somebody"],
    inviteWhy: [
      "La personne reçoit un courriel avec son lien. Elle ne verra que ce qui est prévu pour ce rôle, et rien du reste.",
      "They receive a mail with their link. They will see what this role is for, and nothing of the rest.",
    ],
    languages: {
      fr: ["français", "French"],
      en: ["anglais", "English"],
    },
    endIn: (days: number, day: string) => [
      days === 1 ? `demain (${day})` : `dans ${days} jours (${day})`,
      days === 1 ? `tomorrow (${day})` : `in ${days} days (${day})`,
    ],
    go: ["Envoyer l’invitation", "Send the invitation"],
    closed: [
      "Cette école ne reçoit pas d’invités : son fichier ne fixe pas de durée pour eux.",
      "This school takes no guests: its file sets no time for them.",
    ],
    fields: {
      name: {
        label: ["Nom de la personne", "Name of the person"],
        hint: ["Comme vous l’écririez : « Anne Martin ».", "As you would write it: “Anne Martin”."],
        missing: ["Dites comment la personne s’appelle.", "Say what the person is called."],
      },
      address: ["Adresse électronique", "E-mail address"],
      roles: ["Pour quoi ?", "What for?"],
      until: ["Jusqu’à quand ?", "Until when?"],
      language: ["Dans quelle langue lui écrire ?", "In which language should we write to them?"],
    },
    done: {
      confirme: ["C’est confirmé : la personne reçoit son lien.", "Confirmed: the person receives their link."],
      confirmes: ["C’est confirmé : chacun reçoit son lien.", "Confirmed: each receives their link."],
      prolonges: ["C’est prolongé : chacun reçoit un nouveau lien.", "Prolonged: each receives a new link."],
      proposes: [
        "C’est proposé : chacun recevra un nouveau lien quand une autre personne l’aura confirmé.",
        "Proposed: each will receive a new link once another person has confirmed it.",
      ],
      propose: [
        "C’est proposé : la personne recevra son lien quand une autre personne l’aura confirmé.",
        "Proposed: the person will receive their link once another person has confirmed it.",
      ],
    },
  },
});

type GuestWords = typeof WORDS.fr;

export function guestWords(lang: Lang): GuestWords {
  return WORDS[lang];
}
