/** The words of signing in with the school's own service. */
import type { Lang } from "../../kit/lang.ts";
import type { NotVouched } from "./provider.ts";

const fr = {
  heading: "Vous travaillez pour l’école",
  why: "Connectez-vous avec le compte que l’école vous a donné.",
  go: (name: string | undefined) => `Se connecter avec ${name ?? "le compte de l’école"}`,
  leaving: "Vers le service de connexion de l’école",
  leavingWhy: "Vous y allez tout de suite. Si rien ne se passe, continuez vous-même.",
  goOn: "Continuer",
  elsewhere: (there: string, here: string) =>
    `Vous êtes connecté par le service de connexion de ${there}, qui ne vaut que pour elle. Pour ${here}, montrez autrement que c’est bien vous : par votre mot de passe, une clé d’accès ou un code reçu par courriel. Votre session de là-bas se ferme alors.`,
  failed: "La connexion n’a pas abouti",
  problems: {
    unreachable:
      "Le service de connexion de l’école ne répond pas. Réessayez dans quelques minutes, ou connectez-vous avec votre mot de passe.",
    settings:
      "Le service de connexion de l’école et celui-ci ne s’entendent pas : un réglage est à revoir entre eux. Recommencer n’y changera rien : prévenez qui l’administre, qui en trouvera la raison dans le journal.",
    "not-held":
      "Ce retour ne correspond à aucune demande en cours : elle a trop attendu, ou elle a déjà servi. Recommencez.",
    refused: "Le service de connexion de l’école a refusé, ou vous avez renoncé.",
    "no-address":
      "Le service de connexion de l’école ne confirme pas votre adresse électronique : nous ne pouvons pas savoir quel compte est le vôtre. Signalez-le à qui l’administre.",
    "not-anew":
      "Le service de connexion de l’école ne dit pas vous avoir redemandé qui vous êtes : cela ne confirme rien. Recommencez, ou signalez-le à qui l’administre.",
    "not-linked":
      "Votre compte d’ici n’est pas relié à ce service, et une même adresse ne suffit pas à les relier. Connectez-vous autrement, puis ouvrez « Service de connexion de l’école » dans votre compte : vous y reliez les deux, une fois pour toutes. Sans mot de passe ici, recevez d’abord un code par courriel.",
    "linked-elsewhere":
      "Ce service ouvre déjà un autre compte pour la personne que vous y êtes. Connectez-vous à cet autre compte pour l’en détacher, ou répondez là-bas sous votre nom.",
    "somebody-else":
      "Vous avez répondu là-bas sous un autre nom que celui de votre session ici. Recommencez avec le bon compte.",
  } satisfies Record<NotVouched, string>,
  again: "Revenir à la page de connexion",
  confirmHere: (name: string | undefined) => `Confirmer avec ${name ?? "le compte de l’école"}`,
  confirmWhy:
    "Vous vous connectez par le service de l’école : il vous demande à nouveau qui vous êtes, dans un nouvel onglet. Revenez ensuite ici et continuez.",
  confirmIf:
    "Si vous vous connectez par le service de l’école, faites-le dans un nouvel onglet. Revenez ensuite ici et continuez.",
  confirmThen: "C’est fait : continuer",
  confirmed: "C’est confirmé",
  confirmedWhy: "Fermez cet onglet et revenez à l’autre, où ce que vous aviez rempli vous attend : continuez-y.",
};

type ProviderWords = typeof fr;

const en: ProviderWords = {
  heading: "You work for the school",
  why: "Sign in with the account that the school gave you.",
  go: (name) => `Sign in with ${name ?? "the school’s account"}`,
  leaving: "To the school’s sign-in service",
  leavingWhy: "You are going there now. If nothing happens, go on yourself.",
  goOn: "Continue",
  elsewhere: (there, here) =>
    `You are signed in by the sign-in service of ${there}, which counts for it alone. For ${here}, show in another way that it is you: by your password, a passkey or a code received by mail. Your session there then ends.`,
  failed: "Signing in did not succeed",
  problems: {
    unreachable:
      "The school’s sign-in service does not answer. Try again in a few minutes, or sign in with your password.",
    settings:
      "The school’s sign-in service and this one do not agree: a setting between them has to be mended. Beginning again will change nothing: tell whoever administers it, who finds the reason in the log.",
    "not-held": "This return belongs to no request under way: it waited too long, or served already. Begin again.",
    refused: "The school’s sign-in service refused, or you gave up.",
    "no-address":
      "The school’s sign-in service does not confirm your e-mail address: we cannot know which account is yours. Tell whoever administers it.",
    "not-anew":
      "The school’s sign-in service does not say that it asked you again who you are: that confirms nothing. Begin again, or tell whoever administers it.",
    "not-linked":
      "Your account here is not tied to that service, and an equal address is not enough to tie them. Sign in another way, then open “The school’s sign-in service” in your account: there you tie the two, once and for all. Without a password here, first receive a code by mail.",
    "linked-elsewhere":
      "That service already opens another account for the person you are there. Sign in to that other account to untie it, or answer there under your own name.",
    "somebody-else":
      "You answered there under another name than that of your session here. Begin again with the right account.",
  },
  again: "Back to the page to sign in",
  confirmHere: (name) => `Confirm with ${name ?? "the school’s account"}`,
  confirmWhy:
    "You sign in through the school’s service: it asks again who you are, in a new tab. Then come back here and continue.",
  confirmIf: "If you sign in through the school’s service, do so in a new tab. Then come back here and continue.",
  confirmThen: "It is done: continue",
  confirmed: "It is confirmed",
  confirmedWhy: "Close this tab and go back to the other, where what you had filled in waits for you: continue there.",
};

const WORDS = { fr, en } as const;

export function providerWords(lang: Lang): ProviderWords {
  return WORDS[lang];
}

const tieFr = {
  heading: "Service de connexion de l’école",
  lead: "Le compte que l’école vous a donné peut ouvrir celui que vous avez ici.",
  service: "Service de connexion",
  none: "Votre compte n’est relié à aucun service : vous seul pouvez le relier.",
  host: "Adresse du service",
  since: "Relié le",
  untie: "Détacher",
  of: (host: string) => `de ${host}`,
  what: "Ce que relier change",
  here: (school: string) => `Pour ${school}, ce service suffit à vous connecter, seconde preuve comprise.`,
  elsewhere: "Dans une autre école, il ne vaut rien : vous vous y connectez par votre mot de passe ou une clé d’accès.",
  address: "Il ne change ni votre adresse, ni vos secondes preuves : cela reste à votre mot de passe.",
  go: (name: string | undefined) => `Relier à ${name ?? "mon compte de l’école"}`,
  linked: "C’est fait : ce service ouvre maintenant votre compte.",
  untied: "C’est fait : ce service n’ouvre plus votre compte, et les sessions qu’il avait ouvertes sont fermées.",
  unchanged: "Rien n’a changé : ce service était déjà détaché.",
};

type TieWords = typeof tieFr;

const TIES: Readonly<Record<Lang, TieWords>> = {
  fr: tieFr,
  en: {
    heading: "The school’s sign-in service",
    lead: "The account that the school gave you can open the one you have here.",
    service: "Sign-in service",
    none: "Your account is tied to no service: you alone can tie it.",
    host: "Address of the service",
    since: "Tied on",
    untie: "Untie",
    of: (host) => `from ${host}`,
    what: "What tying changes",
    here: (school) => `For ${school}, this service is enough to sign you in, second proof included.`,
    elsewhere: "In another school it is worth nothing: there you sign in by your password or a passkey.",
    address: "It changes neither your address nor your second proofs: those stay with your password.",
    go: (name) => `Tie to ${name ?? "my account of the school"}`,
    linked: "Done: this service now opens your account.",
    untied: "Done: this service no longer opens your account, and the sessions that it had opened are ended.",
    unchanged: "Nothing has changed: this service was untied already.",
  },
};

export function tieWords(lang: Lang): TieWords {
  return TIES[lang];
}
