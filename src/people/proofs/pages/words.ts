/** The words of proving identity again, and of second proofs. */
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  again: {
    heading: ["Confirmez que c’est bien vous", "Confirm that it is you"],
    lead: [
      "Ce que vous alliez faire vous engage. Vous vous êtes connecté il y a plus de 30 minutes : nous vous le redemandons, pour que personne d’autre ne puisse le faire à votre place.",
      "What you were about to do binds you. You signed in more than 30 minutes ago: we ask again, so that nobody else can do it in your place.",
    ],
    kept: [
      "Ce que vous aviez rempli est gardé et part dès que c’est fait.",
      "What you had filled in is kept, and is sent as soon as this is done.",
    ],
    password: ["Mot de passe", "Password"],
    code: ["Code de votre application, ou code de secours", "Code of your application, or recovery code"],
    orElse: ["Ou bien avec ce que vous avez ici", "Or with what you have here"],
    or: ["Ou bien un code", "Or a code"],
    orWhy: ["Si vous avez une application de codes.", "If you have an application for codes."],
    go: ["Confirmer et continuer", "Confirm and continue"],
    wrong: ["Ce n’est pas votre mot de passe.", "That is not your password."],
    wrongCode: ["Ce code n’est pas bon, ou il a déjà servi.", "That code is not right, or was used."],
    missing: ["Donnez votre mot de passe, ou un code.", "Give your password, or a code."],
    demo: [
      "Cette personne est inventée et n’a pas de mot de passe : continuez.",
      "This person is invented and has no password: go on.",
    ],
  },
  mailed: {
    why: (address: string) => [
      `Vous n’avez pas de mot de passe. Nous envoyons un code à ${address}.`,
      `You have no password. We send a code to ${address}.`,
    ],
    send: ["Recevoir un code", "Receive a code"],
    sent: (address: string) => [
      `Six chiffres, dans un courriel envoyé à ${address}.`,
      `Six digits, in a mail sent to ${address}.`,
    ],
    missing: ["Donnez le code que vous avez reçu.", "Give the code that you received."],
    another: ["Recevoir un autre code", "Receive another code"],
  },
  own: {
    lead: [
      "Ce que vous alliez faire compte dans toutes les écoles, et vous êtes entré par le service de connexion de celle-ci, qui ne vaut que pour elle. Donnez votre mot de passe d’ici.",
      "What you were about to do counts in every school, and you came in through this school’s sign-in service, which counts for it alone. Give your password of this place.",
    ],
    none: [
      "Je n’ai pas de mot de passe ici : recevoir un code pour en choisir un",
      "I have no password here: receive a code to choose one",
    ],
  },
  expired: {
    heading: ["Reconnectez-vous pour continuer", "Sign in again to continue"],
    lead: [
      "Votre session s’est terminée pendant que vous remplissiez cette page.",
      "Your session ended while you were filling in this page.",
    ],
    kept: [
      "Rien n’est perdu : ce que vous aviez rempli est gardé et part dès que vous êtes reconnecté.",
      "Nothing is lost: what you had filled in is kept, and is sent as soon as you are signed in again.",
    ],
    address: ["Adresse électronique", "E-mail address"],
    go: ["Se reconnecter et continuer", "Sign in again and continue"],
    wrong: ["L’adresse et le mot de passe ne vont pas ensemble.", "The address and the password do not go together."],
    missingAddress: ["Donnez votre adresse électronique.", "Give your e-mail address."],
    missingPassword: ["Donnez votre mot de passe.", "Give your password."],
    passwordHint: [
      "Si vous n’en avez pas, demandez un code : il arrive par courriel.",
      "If you have none, ask for a code: it comes by mail.",
    ],
    hasPassword: [
      "Ce compte s’ouvre avec son mot de passe, ou par le service de connexion de votre école.",
      "This account opens with its password, or by your school’s sign-in service.",
    ],
    guest: ["Vous avez été invité ?", "Were you invited?"],
    guestWhy: [
      "Ouvrez de nouveau le lien de votre invitation dans un autre onglet, puis revenez ici et envoyez.",
      "Open the link of your invitation again in another tab, then come back here and send.",
    ],
  },
  carry: {
    written: ["Ce que vous avez écrit", "What you wrote"],
    go: ["Envoyer", "Send"],
    back: ["Revenir à la page", "Go back to the page"],
    outdated: {
      heading: ["Relisez et envoyez de nouveau", "Read and send again"],
      lead: [
        "Cette page était ouverte depuis trop longtemps, ou son témoin (cookie) a été effacé de ce navigateur : rien n’a été enregistré.",
        "This page had been open for too long, or its cookie was deleted from this browser: nothing was recorded.",
      ],
      waits: [
        "Ce que vous aviez rempli est encore là : envoyez de nouveau.",
        "What you had filled in is still there: send again.",
      ],
    },
    files: {
      heading: ["Choisissez de nouveau vos fichiers", "Choose your files again"],
      lead: [
        "Vos fichiers n’ont pas été reçus, car il fallait d’abord savoir qui vous êtes.",
        "Your files were not received, as we had to know first who you are.",
      ],
      waits: [
        "Le reste est encore là : choisissez-les de nouveau, puis envoyez.",
        "The rest is still there: choose them again, then send.",
      ],
    },
    second: {
      heading: ["Donnez votre seconde preuve", "Give your second proof"],
      lead: [
        "Ce travail demande une seconde preuve, qui manque à cette session.",
        "This work asks for a second proof, which this session lacks.",
      ],
      waits: [
        "Ce que vous aviez rempli attend ici : revenez dans cet onglet et envoyez.",
        "What you had filled in waits here: come back to this tab and send.",
      ],
      first: ["Donner la seconde preuve, dans un autre onglet", "Give the second proof, in another tab"],
    },
    guest: {
      heading: ["Votre accès s’est terminé", "Your access has ended"],
      lead: [
        "Ouvrez de nouveau le lien de votre invitation dans un autre onglet.",
        "Open the link of your invitation again in another tab.",
      ],
      waits: [
        "Ce que vous aviez rempli attend ici : revenez dans cet onglet et envoyez.",
        "What you had filled in waits here: come back to this tab and send.",
      ],
      first: ["Comment entrer de nouveau, dans un autre onglet", "How to come in again, in another tab"],
    },
  },
  prove: {
    heading: ["Donnez votre seconde preuve", "Give your second proof"],
    lead: [
      "Vous avez donné votre mot de passe. Pour le travail de l’école, montrez aussi ce que vous seul avez.",
      "You gave your password. For the work of the school, show also what you alone have.",
    ],
    code: ["Code de six chiffres de votre application", "Code of six digits of your application"],
    codeHint: [
      "Si vous n’avez plus votre téléphone, tapez ici un de vos codes de secours.",
      "If you no longer have your telephone, type one of your recovery codes here.",
    ],
    codeRecovery: ["Code de secours", "Recovery code"],
    recoveryHint: [
      "Un des codes de seize signes que vous avez gardés. Chacun sert une fois.",
      "One of the codes of sixteen signs that you kept. Each serves once.",
    ],
    go: ["Continuer", "Continue"],
    wrong: [
      "Ce code n’est pas bon, ou il a déjà servi. Attendez le suivant.",
      "That code is not right, or was used. Wait for the next.",
    ],
    lost: ["Vous n’avez plus rien de tout cela ?", "You have none of this any more?"],
    lostWhy: [
      "Demandez à un administrateur de l’école de retirer vos secondes preuves : il doit d’abord s’assurer que c’est bien vous.",
      "Ask an administrator of the school to remove your second proofs: they must first make sure that it is you.",
    ],
    passkey: ["Utiliser une clé d’accès", "Use a passkey"],
  },
  passkey: {
    wait: ["Votre appareil vous demande de confirmer…", "Your device asks you to confirm…"],
    failed: [
      "L’appareil n’a rien confirmé. Recommencez, ou choisissez un autre moyen.",
      "The device confirmed nothing. Try again, or choose another way.",
    ],
    noScript: [
      "Les clés d’accès demandent JavaScript, qui est désactivé dans ce navigateur.",
      "Passkeys need JavaScript, which is off in this browser.",
    ],
    signIn: ["Se connecter avec une clé d’accès", "Sign in with a passkey"],
  },
  proofs: {
    heading: ["Secondes preuves", "Second proofs"],
    lead: [
      "En plus du mot de passe, ce qui montre que c’est bien vous : il faut l’avoir en main, le mot de passe ne suffit pas.",
      "Besides the password, what shows that it is you: it must be in your hands, the password is not enough.",
    ],
    needed: [
      "L’école vous a confié un rôle qui ouvre les dossiers d’autres personnes. Ajoutez une seconde preuve : vous pourrez ensuite travailler.",
      "The school gave you a role that opens the applications of other people. Add a second proof: you can work after that.",
    ],
    none: ["Vous n’en avez aucune.", "You have none."],
    kinds: {
      totp: ["Application de codes", "Application for codes"],
      passkey: ["Clé d’accès", "Passkey"],
    },
    kind: ["Sorte", "Kind"],
    since: ["Ajoutée le", "Added on"],
    remove: ["Retirer", "Remove"],
    removed: (label: string) => [`« ${label} »`, `“${label}”`],
    add: ["Ajouter une preuve", "Add a proof"],
    addGenerator: ["Une application de codes", "An application for codes"],
    addGeneratorWhy: [
      "Sur votre téléphone : elle montre six chiffres, qui changent toutes les 30 secondes.",
      "On your telephone: it shows six digits, which change every 30 seconds.",
    ],
    addPasskey: ["Une clé d’accès", "A passkey"],
    addPasskeyWhy: [
      "Votre empreinte, votre visage ou le code de cet appareil ; ou une clé de sécurité à brancher.",
      "Your finger, your face or the code of this device; or a security key to plug in.",
    ],
    label: ["Comment l’appeler ?", "What do you call it?"],
    labelHint: ["Pour la reconnaître, par exemple « mon téléphone ».", "To know it by, for instance “my telephone”."],
    labelMissing: ["Donnez-lui un nom, pour la reconnaître.", "Give it a name, to know it by."],
    generatorLabel: ["mon téléphone", "my telephone"],
    passkeyLabel: ["cet appareil", "this device"],
    goPasskey: ["Ajouter la clé d’accès", "Add the passkey"],
    codes: ["Codes de secours", "Recovery codes"],
    codesLeft: (left: number) => [
      left === 0
        ? "Il ne vous en reste aucun."
        : `Il vous en reste ${left}. Chacun ouvre votre compte une fois, le jour où vous n’avez pas le reste.`,
      left === 0
        ? "You have none left."
        : `You have ${left} left. Each opens your account once, on the day you lack the rest.`,
    ],
    renew: ["Faire de nouveaux codes", "Make new codes"],
    continue: ["Continuer", "Continue"],
  },
  generator: {
    heading: ["Ajouter une application de codes", "Add an application for codes"],
    lead: [
      "Il vous faut une application de codes sur votre téléphone : celle que vous avez déjà, ou une autre (FreeOTP, Aegis, Google Authenticator…).",
      "You need an application for codes on your telephone: the one you have, or another (FreeOTP, Aegis, Google Authenticator…).",
    ],
    begin: ["Afficher le code à lire", "Show the code to read"],
    scan: ["1. Lisez cette image avec l’application", "1. Read this picture with the application"],
    picture: [
      "Code à lire avec l’application ; le même en lettres suit.",
      "Code to read with the application; the same in letters follows.",
    ],
    copy: ["Ou recopiez cette clé dans l’application :", "Or copy this key into the application:"],
    type: ["2. Tapez les six chiffres qu’elle montre", "2. Type the six digits it shows"],
    go: ["Ajouter", "Add"],
    fields: {
      code: {
        label: ["Code de six chiffres", "Code of six digits"],
        missing: [
          "Tapez les six chiffres que l’application montre.",
          "Type the six digits that the application shows.",
        ],
      },
    },
  },
  codes: {
    heading: ["Gardez vos codes de secours", "Keep your recovery codes"],
    lead: [
      "C’est la seule fois que nous les montrons. Imprimez-les ou notez-les, et gardez-les ailleurs que dans votre téléphone.",
      "This is the only time we show them. Print them or write them down, and keep them elsewhere than in your telephone.",
    ],
    why: [
      "Chacun remplace une fois votre seconde preuve, le jour où vous ne l’avez pas.",
      "Each takes the place of your second proof once, on the day you do not have it.",
    ],
    list: ["Codes de secours", "Recovery codes"],
    go: ["Je les ai gardés : continuer", "I have kept them: continue"],
  },
});

export type ProofWords = typeof WORDS.fr;

export function proofWords(lang: Lang): ProofWords {
  return WORDS[lang];
}
