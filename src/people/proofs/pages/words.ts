/** The words of proving oneself again, and a second time. */
import type { Lang } from "../../../kit/lang.ts";

const fr = {
  again: {
    heading: "Confirmez que c’est bien vous",
    lead: "Ce que vous alliez faire vous engage. Vous vous êtes connecté il y a plus de 30 minutes : nous vous le redemandons, pour que personne d’autre ne puisse le faire à votre place.",
    kept: "Ce que vous aviez rempli est gardé et part dès que c’est fait.",
    password: "Mot de passe",
    code: "Code de votre application, ou code de secours",
    or: "Ou bien un code",
    orWhy: "Si vous avez une application de codes.",
    go: "Confirmer et continuer",
    wrong: "Ce n’est pas votre mot de passe.",
    wrongCode: "Ce code n’est pas bon, ou il a déjà servi.",
    missing: "Donnez votre mot de passe, ou un code.",
    confirmed: "C’est confirmé",
  },
  expired: {
    heading: "Reconnectez-vous pour continuer",
    lead: "Votre session s’est terminée pendant que vous remplissiez cette page.",
    kept: "Rien n’est perdu : ce que vous aviez rempli est gardé et part dès que vous êtes reconnecté.",
    address: "Adresse électronique",
    go: "Se reconnecter et continuer",
    wrong: "L’adresse et le mot de passe ne vont pas ensemble.",
    missingAddress: "Donnez votre adresse électronique.",
    missingPassword: "Donnez votre mot de passe.",
  },
};

export type ProofWords = typeof fr;

const en: ProofWords = {
  again: {
    heading: "Confirm that it is you",
    lead: "What you were about to do binds you. You signed in more than 30 minutes ago: we ask again, so that nobody else can do it in your place.",
    kept: "What you had filled in is kept, and is sent as soon as this is done.",
    password: "Password",
    code: "Code of your application, or recovery code",
    or: "Or a code",
    orWhy: "If you have an application for codes.",
    go: "Confirm and continue",
    wrong: "That is not your password.",
    wrongCode: "That code is not right, or was used.",
    missing: "Give your password, or a code.",
    confirmed: "Confirmed",
  },
  expired: {
    heading: "Sign in again to continue",
    lead: "Your session ended while you were filling in this page.",
    kept: "Nothing is lost: what you had filled in is kept, and is sent as soon as you are signed in again.",
    address: "E-mail address",
    go: "Sign in again and continue",
    wrong: "The address and the password do not go together.",
    missingAddress: "Give your e-mail address.",
    missingPassword: "Give your password.",
  },
};

const WORDS = { fr, en } as const;

export function proofWords(lang: Lang): ProofWords {
  return WORDS[lang];
}
