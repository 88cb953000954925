/** The words of signing in with the school's own service. */

import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";
import type { NotVouched } from "./provider.ts";

const WORDS = inBoth({
  heading: ["Vous travaillez pour l’école", "You work for the school"],
  why: [
    "Connectez-vous avec le compte que l’école vous a donné.",
    "Sign in with the account that the school gave you.",
  ],
  go: (name: string | undefined) => [
    `Se connecter avec ${name ?? "le compte de l’école"}`,
    `Sign in with ${name ?? "the school’s account"}`,
  ],
  leaving: ["Vers le service de connexion de l’école", "To the school’s sign-in service"],
  leavingWhy: [
    "Vous y allez tout de suite. Si rien ne se passe, continuez vous-même.",
    "You are going there now. If nothing happens, go on yourself.",
  ],
  goOn: ["Continuer", "Continue"],
  elsewhere: (there: string, here: string) => [
    `Vous êtes connecté par le service de connexion de ${there}, qui ne vaut que pour elle. Pour ${here}, montrez autrement que c’est bien vous : par votre mot de passe, une clé d’accès ou un code reçu par courriel. Votre session de là-bas se ferme alors.`,
    `You are signed in by the sign-in service of ${there}, which counts for it alone. For ${here}, show in another way that it is you: by your password, a passkey or a code received by mail. Your session there then ends.`,
  ],
  failed: ["La connexion n’a pas abouti", "Signing in did not succeed"],
  problems: {
    unreachable: [
      "Le service de connexion de l’école ne répond pas. Réessayez dans quelques minutes, ou connectez-vous avec votre mot de passe.",
      "The school’s sign-in service does not answer. Try again in a few minutes, or sign in with your password.",
    ],
    settings: [
      "Le service de connexion de l’école et celui-ci ne s’entendent pas : un réglage est à revoir entre eux. Recommencer n’y changera rien : prévenez qui l’administre, qui en trouvera la raison dans le journal.",
      "The school’s sign-in service and this one do not agree: a setting between them has to be mended. Beginning again will change nothing: tell whoever administers it, who finds the reason in the log.",
    ],
    "not-held": [
      "Ce retour ne correspond à aucune demande en cours : elle a trop attendu, ou elle a déjà servi. Recommencez.",
      "This return belongs to no request under way: it waited too long, or served already. Begin again.",
    ],
    refused: [
      "Le service de connexion de l’école a refusé, ou vous avez renoncé.",
      "The school’s sign-in service refused, or you gave up.",
    ],
    "no-address": [
      "Le service de connexion de l’école ne confirme pas votre adresse électronique : nous ne pouvons pas savoir quel compte est le vôtre. Signalez-le à qui l’administre.",
      "The school’s sign-in service does not confirm your e-mail address: we cannot know which account is yours. Tell whoever administers it.",
    ],
    "not-anew": [
      "Le service de connexion de l’école ne dit pas vous avoir redemandé qui vous êtes : cela ne confirme rien. Recommencez, ou signalez-le à qui l’administre.",
      "The school’s sign-in service does not say that it asked you again who you are: that confirms nothing. Begin again, or tell whoever administers it.",
    ],
    "not-linked": [
      "Votre compte d’ici n’est pas relié à ce service, et une même adresse ne suffit pas à les relier. Connectez-vous autrement, puis ouvrez « Service de connexion de l’école » dans votre compte : vous y reliez les deux, une fois pour toutes. Sans mot de passe ici, recevez d’abord un code par courriel.",
      "Your account here is not tied to that service, and an equal address is not enough to tie them. Sign in another way, then open “The school’s sign-in service” in your account: there you tie the two, once and for all. Without a password here, first receive a code by mail.",
    ],
    "linked-elsewhere": [
      "Ce service ouvre déjà un autre compte pour la personne que vous y êtes. Connectez-vous à cet autre compte pour l’en détacher, ou répondez là-bas sous votre nom.",
      "That service already opens another account for the person you are there. Sign in to that other account to untie it, or answer there under your own name.",
    ],
    "somebody-else": [
      "Vous avez répondu là-bas sous un autre nom que celui de votre session ici. Recommencez avec le bon compte.",
      "You answered there under another name than that of your session here. Begin again with the right account.",
    ],
  } satisfies Record<NotVouched, readonly [string, string]>,
  again: ["Revenir à la page de connexion", "Back to the page to sign in"],
  confirmHere: (name: string | undefined) => [
    `Confirmer avec ${name ?? "le compte de l’école"}`,
    `Confirm with ${name ?? "the school’s account"}`,
  ],
  confirmWhy: [
    "Vous vous connectez par le service de l’école : il vous demande à nouveau qui vous êtes, dans un nouvel onglet. Revenez ensuite ici et continuez.",
    "You sign in through the school’s service: it asks again who you are, in a new tab. Then come back here and continue.",
  ],
  confirmIf: [
    "Si vous vous connectez par le service de l’école, faites-le dans un nouvel onglet. Revenez ensuite ici et continuez.",
    "If you sign in through the school’s service, do so in a new tab. Then come back here and continue.",
  ],
  confirmThen: ["C’est fait : continuer", "It is done: continue"],
  confirmed: ["C’est confirmé", "It is confirmed"],
  confirmedWhy: [
    "Fermez cet onglet et revenez à l’autre, où ce que vous aviez rempli vous attend : continuez-y.",
    "Close this tab and go back to the other, where what you had filled in waits for you: continue there.",
  ],
});

type ProviderWords = typeof WORDS.fr;

export function providerWords(lang: Lang): ProviderWords {
  return WORDS[lang];
}

type TieWords = (typeof TIES)["fr"];

const TIES = inBoth({
  heading: ["Service de connexion de l’école", "The school’s sign-in service"],
  lead: [
    "Le compte que l’école vous a donné peut ouvrir celui que vous avez ici.",
    "The account that the school gave you can open the one you have here.",
  ],
  service: ["Service de connexion", "Sign-in service"],
  none: [
    "Votre compte n’est relié à aucun service : vous seul pouvez le relier.",
    "Your account is tied to no service: you alone can tie it.",
  ],
  host: ["Adresse du service", "Address of the service"],
  since: ["Relié le", "Tied on"],
  untie: ["Détacher", "Untie"],
  of: (host: string) => [`de ${host}`, `from ${host}`],
  what: ["Ce que relier change", "What tying changes"],
  here: (school: string) => [
    `Pour ${school}, ce service suffit à vous connecter, seconde preuve comprise.`,
    `For ${school}, this service is enough to sign you in, second proof included.`,
  ],
  elsewhere: [
    "Dans une autre école, il ne vaut rien : vous vous y connectez par votre mot de passe ou une clé d’accès.",
    "In another school it is worth nothing: there you sign in by your password or a passkey.",
  ],
  address: [
    "Il ne change ni votre adresse, ni vos secondes preuves : cela reste à votre mot de passe.",
    "It changes neither your address nor your second proofs: those stay with your password.",
  ],
  go: (name: string | undefined) => [
    `Relier à ${name ?? "mon compte de l’école"}`,
    `Tie to ${name ?? "my account of the school"}`,
  ],
  linked: ["C’est fait : ce service ouvre maintenant votre compte.", "Done: this service now opens your account."],
  untied: [
    "C’est fait : ce service n’ouvre plus votre compte, et les sessions qu’il avait ouvertes sont fermées.",
    "Done: this service no longer opens your account, and the sessions that it had opened are ended.",
  ],
  unchanged: [
    "Rien n’a changé : ce service était déjà détaché.",
    "Nothing has changed: this service was untied already.",
  ],
});

export function tieWords(lang: Lang): TieWords {
  return TIES[lang];
}
