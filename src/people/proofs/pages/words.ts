/** The words of proving oneself again, and a second time. */
import type { Lang } from "../../../kit/lang.ts";

const fr = {
  again: {
    heading: "Confirmez que c’est bien vous",
    lead: "Ce que vous alliez faire vous engage. Vous vous êtes connecté il y a plus de 30 minutes : nous vous le redemandons, pour que personne d’autre ne puisse le faire à votre place.",
    kept: "Ce que vous aviez rempli est gardé et part dès que c’est fait.",
    password: "Mot de passe",
    code: "Code de votre application, ou code de secours",
    orElse: "Ou bien avec ce que vous avez ici",
    or: "Ou bien un code",
    orWhy: "Si vous avez une application de codes.",
    go: "Confirmer et continuer",
    wrong: "Ce n’est pas votre mot de passe.",
    wrongCode: "Ce code n’est pas bon, ou il a déjà servi.",
    missing: "Donnez votre mot de passe, ou un code.",
    demo: "Cette personne est inventée et n’a pas de mot de passe : continuez.",
  },
  own: {
    lead: "Ce que vous alliez faire compte dans toutes les écoles, et vous êtes entré par le service de connexion de celle-ci, qui ne vaut que pour elle. Donnez votre mot de passe d’ici.",
    none: "Je n’ai pas de mot de passe ici : recevoir un code pour en choisir un",
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
  prove: {
    heading: "Donnez votre seconde preuve",
    lead: "Vous avez donné votre mot de passe. Pour le travail de l’école, montrez aussi ce que vous seul avez.",
    code: "Code de six chiffres de votre application",
    codeHint: "Si vous n’avez plus votre téléphone, tapez ici un de vos codes de secours.",
    codeRecovery: "Code de secours",
    recoveryHint: "Un des codes de seize signes que vous avez gardés. Chacun sert une fois.",
    go: "Continuer",
    wrong: "Ce code n’est pas bon, ou il a déjà servi. Attendez le suivant.",
    missing: "Tapez le code.",
    lost: "Vous n’avez plus rien de tout cela ?",
    lostWhy:
      "Demandez à un administrateur de l’école de retirer vos secondes preuves : il doit d’abord s’assurer que c’est bien vous.",
    passkey: "Utiliser une clé d’accès",
  },
  passkey: {
    wait: "Votre appareil vous demande de confirmer…",
    failed: "L’appareil n’a rien confirmé. Recommencez, ou choisissez un autre moyen.",
    noScript: "Les clés d’accès demandent JavaScript, qui est désactivé dans ce navigateur.",
    signIn: "Se connecter avec une clé d’accès",
  },
  proofs: {
    heading: "Secondes preuves",
    lead: "En plus du mot de passe, ce qui montre que c’est bien vous : il faut l’avoir en main, le mot de passe ne suffit pas.",
    needed:
      "L’école vous a confié un rôle qui ouvre les dossiers d’autres personnes. Ajoutez une seconde preuve : vous pourrez ensuite travailler.",
    none: "Vous n’en avez aucune.",
    kinds: { totp: "Application de codes", passkey: "Clé d’accès" },
    kind: "Sorte",
    since: "Ajoutée le",
    remove: "Retirer",
    removed: (label: string) => `« ${label} »`,
    add: "Ajouter une preuve",
    addGenerator: "Une application de codes",
    addGeneratorWhy: "Sur votre téléphone : elle montre six chiffres, qui changent toutes les 30 secondes.",
    addPasskey: "Une clé d’accès",
    addPasskeyWhy: "Votre empreinte, votre visage ou le code de cet appareil ; ou une clé de sécurité à brancher.",
    label: "Comment l’appeler ?",
    labelHint: "Pour la reconnaître, par exemple « mon téléphone ».",
    labelMissing: "Donnez-lui un nom, pour la reconnaître.",
    generatorLabel: "mon téléphone",
    passkeyLabel: "cet appareil",
    goPasskey: "Ajouter la clé d’accès",
    codes: "Codes de secours",
    codesLeft: (left: number) =>
      left === 0
        ? "Il ne vous en reste aucun."
        : `Il vous en reste ${left}. Chacun ouvre votre compte une fois, le jour où vous n’avez pas le reste.`,
    renew: "Faire de nouveaux codes",
    continue: "Continuer",
  },
  generator: {
    heading: "Ajouter une application de codes",
    lead: "Il vous faut une application de codes sur votre téléphone : celle que vous avez déjà, ou une autre (FreeOTP, Aegis, Google Authenticator…).",
    begin: "Afficher le code à lire",
    scan: "1. Lisez cette image avec l’application",
    picture: "Code à lire avec l’application ; le même en lettres suit.",
    copy: "Ou recopiez cette clé dans l’application :",
    type: "2. Tapez les six chiffres qu’elle montre",
    code: "Code de six chiffres",
    go: "Ajouter",
    missing: "Tapez les six chiffres que l’application montre.",
  },
  codes: {
    heading: "Gardez vos codes de secours",
    lead: "C’est la seule fois que nous les montrons. Imprimez-les ou notez-les, et gardez-les ailleurs que dans votre téléphone.",
    why: "Chacun remplace une fois votre seconde preuve, le jour où vous ne l’avez pas.",
    list: "Codes de secours",
    go: "Je les ai gardés : continuer",
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
    orElse: "Or with what you have here",
    or: "Or a code",
    orWhy: "If you have an application for codes.",
    go: "Confirm and continue",
    wrong: "That is not your password.",
    wrongCode: "That code is not right, or was used.",
    missing: "Give your password, or a code.",
    demo: "This person is invented and has no password: go on.",
  },
  own: {
    lead: "What you were about to do counts in every school, and you came in through this school’s sign-in service, which counts for it alone. Give your password of this place.",
    none: "I have no password here: receive a code to choose one",
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
  prove: {
    heading: "Give your second proof",
    lead: "You gave your password. For the work of the school, show also what you alone have.",
    code: "Code of six digits of your application",
    codeHint: "If you no longer have your telephone, type one of your recovery codes here.",
    codeRecovery: "Recovery code",
    recoveryHint: "One of the codes of sixteen signs that you kept. Each serves once.",
    go: "Continue",
    wrong: "That code is not right, or was used. Wait for the next.",
    missing: "Type the code.",
    lost: "You have none of this any more?",
    lostWhy:
      "Ask an administrator of the school to remove your second proofs: they must first make sure that it is you.",
    passkey: "Use a passkey",
  },
  passkey: {
    wait: "Your device asks you to confirm…",
    failed: "The device confirmed nothing. Try again, or choose another way.",
    noScript: "Passkeys need JavaScript, which is off in this browser.",
    signIn: "Sign in with a passkey",
  },
  proofs: {
    heading: "Second proofs",
    lead: "Besides the password, what shows that it is you: it must be in your hands, the password is not enough.",
    needed:
      "The school gave you a role that opens the applications of other people. Add a second proof: you can work after that.",
    none: "You have none.",
    kinds: { totp: "Application for codes", passkey: "Passkey" },
    kind: "Kind",
    since: "Added on",
    remove: "Remove",
    removed: (label) => `“${label}”`,
    add: "Add a proof",
    addGenerator: "An application for codes",
    addGeneratorWhy: "On your telephone: it shows six digits, which change every 30 seconds.",
    addPasskey: "A passkey",
    addPasskeyWhy: "Your finger, your face or the code of this device; or a security key to plug in.",
    label: "What do you call it?",
    labelHint: "To know it by, for instance “my telephone”.",
    labelMissing: "Give it a name, to know it by.",
    generatorLabel: "my telephone",
    passkeyLabel: "this device",
    goPasskey: "Add the passkey",
    codes: "Recovery codes",
    codesLeft: (left) =>
      left === 0
        ? "You have none left."
        : `You have ${left} left. Each opens your account once, on the day you lack the rest.`,
    renew: "Make new codes",
    continue: "Continue",
  },
  generator: {
    heading: "Add an application for codes",
    lead: "You need an application for codes on your telephone: the one you have, or another (FreeOTP, Aegis, Google Authenticator…).",
    begin: "Show the code to read",
    scan: "1. Read this picture with the application",
    picture: "Code to read with the application; the same in letters follows.",
    copy: "Or copy this key into the application:",
    type: "2. Type the six digits it shows",
    code: "Code of six digits",
    go: "Add",
    missing: "Type the six digits that the application shows.",
  },
  codes: {
    heading: "Keep your recovery codes",
    lead: "This is the only time we show them. Print them or write them down, and keep them elsewhere than in your telephone.",
    why: "Each takes the place of your second proof once, on the day you do not have it.",
    list: "Recovery codes",
    go: "I have kept them: continue",
  },
};

const WORDS = { fr, en } as const;

export function proofWords(lang: Lang): ProofWords {
  return WORDS[lang];
}
