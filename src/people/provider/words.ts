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
