/** The mails about an account. */
import type { MailText } from "../mail/post.ts";
import type { Day } from "../kit/day.ts";
import { type Lang, sayDay } from "../kit/lang.ts";

type Code = {
  readonly code: string;
  readonly minutes: number;
  readonly why: "password" | "address" | "guest" | "confirm" | "again";
};

const CODE_WHY = {
  password: {
    fr: "Tapez-le sur la page qui vous le demande : votre compte s’ouvrira.",
    en: "Type it on the page that asks for it: your account then opens.",
  },
  address: {
    fr: "Tapez-le sur la page qui vous le demande : cette adresse sera alors celle de votre compte.",
    en: "Type it on the page that asks for it: this address is then that of your account.",
  },
  guest: {
    fr: "Tapez-le sur la page de votre invitation : elle s’ouvrira alors.",
    en: "Type it on the page of your invitation: it then opens.",
  },
  confirm: {
    fr: "Tapez-le sur la page qui vous le demande : elle montrera alors la candidature saisie pour vous.",
    en: "Type it on the page that asks for it: it then shows the application that was entered for you.",
  },
  again: {
    fr: "Tapez-le sur la page qui vous le demande : ce que vous y avez rempli partira alors.",
    en: "Type it on the page that asks for it: what you filled in there is then sent.",
  },
} as const;

/** The same with and without an account: only the mail's reader learns of the request. */
export function codeMail(lang: Lang, { code, minutes, why }: Code): MailText {
  return lang === "fr"
    ? {
        subject: `${code} est votre code`,
        paragraphs: [
          `Votre code est ${code}. Il vaut ${minutes} minutes.`,
          CODE_WHY[why].fr,
          "Si vous n’avez rien demandé, n’en faites rien : sans ce code, personne ne peut entrer à votre place. Ne le donnez à personne, même à l’école.",
        ],
      }
    : {
        subject: `${code} is your code`,
        paragraphs: [
          `Your code is ${code}. It is good for ${minutes} minutes.`,
          CODE_WHY[why].en,
          "If you asked for nothing, do nothing: without this code nobody can enter in your place. Give it to nobody, not even the school.",
        ],
      };
}

/** Notices to the account's address, so that its owner learns of what others did. */
export type Notice =
  | {
      readonly what: "factor-added" | "factor-removed" | "token-made" | "provider-linked" | "provider-unlinked";
      readonly label: string;
    }
  | { readonly what: "codes-renewed" | "code-used" | "password-changed" | "proofs-removed" | "sessions-ended" }
  | { readonly what: "name-changed"; readonly to: string }
  /** `left`: sent to the former address, which no longer opens the account. */
  | { readonly what: "address-changed" | "address-given"; readonly to: string; readonly left?: true };

const NOTICES: Readonly<Record<Notice["what"], Readonly<Record<Lang, (said: string) => readonly [string, string]>>>> = {
  "factor-added": {
    fr: (label) => [
      "Une seconde preuve a été ajoutée à votre compte",
      `« ${label} » permet maintenant de confirmer que c’est bien vous.`,
    ],
    en: (label) => ["A second proof was added to your account", `“${label}” can now confirm that it is you.`],
  },
  "factor-removed": {
    fr: (label) => [
      "Une seconde preuve a été retirée de votre compte",
      `« ${label} » ne permet plus de confirmer que c’est bien vous.`,
    ],
    en: (label) => ["A second proof was removed from your account", `“${label}” can no longer confirm that it is you.`],
  },
  "provider-linked": {
    fr: (host) => [
      "Le service de connexion de l’école ouvre maintenant votre compte",
      `Le service ${host} ouvre désormais votre compte, pour cette école seulement. Votre compte le montre et permet de l’en détacher.`,
    ],
    en: (host) => [
      "The school’s sign-in service now opens your account",
      `The service ${host} opens your account from now on, for this school alone. Your account shows it and lets you untie it.`,
    ],
  },
  "provider-unlinked": {
    fr: (host) => [
      "Le service de connexion de l’école n’ouvre plus votre compte",
      `Le service ${host} n’ouvre plus votre compte, et les sessions qu’il avait ouvertes sont fermées.`,
    ],
    en: (host) => [
      "The school’s sign-in service no longer opens your account",
      `The service ${host} no longer opens your account, and the sessions that it had opened are ended.`,
    ],
  },
  "token-made": {
    fr: (label) => [
      "Un jeton d’accès a été créé pour votre compte",
      `Le jeton « ${label} » permet à un programme d’agir en votre nom.`,
    ],
    en: (label) => [
      "An access token was made for your account",
      `The token “${label}” lets a program act in your name.`,
    ],
  },
  "codes-renewed": {
    fr: () => ["Vos codes de secours ont été renouvelés", "Les anciens codes de secours ne valent plus."],
    en: () => ["Your recovery codes were renewed", "The earlier recovery codes are no longer good."],
  },
  "code-used": {
    fr: () => [
      "Un code de secours a servi pour entrer dans votre compte",
      "Il ne servira plus. Si vous avez perdu votre téléphone, retirez-le de votre compte et ajoutez le nouveau.",
    ],
    en: () => [
      "A recovery code was used to enter your account",
      "It will not serve again. If you lost your telephone, remove it from your account and add the new one.",
    ],
  },
  "proofs-removed": {
    fr: () => [
      "L’école a retiré vos secondes preuves",
      "À votre demande, votre téléphone, vos clés et vos codes de secours n’ouvrent plus votre compte. Vous pouvez en ajouter d’autres.",
    ],
    en: () => [
      "The school removed your second proofs",
      "As you asked, your telephone, your keys and your recovery codes no longer open your account. You can add others.",
    ],
  },
  "sessions-ended": {
    fr: () => [
      "L’école a fermé toutes vos sessions",
      "Un de vos appareils étant perdu, aucun n’est plus connecté à votre compte, et les jetons d’accès ne valent plus. Connectez-vous de nouveau. Si l’appareil gardait votre mot de passe, changez-en.",
    ],
    en: () => [
      "The school ended all your sessions",
      "As one of your devices is lost, none is signed in to your account any more, and access tokens are no longer good. Sign in again. If the device kept your password, change it.",
    ],
  },
  "password-changed": {
    fr: () => ["Votre mot de passe a été changé", "Les appareils qui étaient connectés ne le sont plus."],
    en: () => ["Your password was changed", "The devices that were signed in no longer are."],
  },
  "address-changed": {
    fr: (to) => [
      "L’adresse de votre compte a été changée",
      `Nous écrivons désormais à ${to}, et c’est avec cette adresse que l’on se connecte.`,
    ],
    en: (to) => [
      "The address of your account was changed",
      `We now write to ${to}, and that is the address to sign in with.`,
    ],
  },
  "address-given": {
    fr: (to) => [
      "L’école a changé l’adresse de votre compte",
      `À votre demande, nous écrivons désormais à ${to}, et c’est avec cette adresse que l’on se connecte.`,
    ],
    en: (to) => [
      "The school changed the address of your account",
      `As you asked, we now write to ${to}, and that is the address to sign in with.`,
    ],
  },
  "name-changed": {
    fr: (to) => ["Votre nom a été changé", `Nous vous appelons désormais ${to}.`],
    en: (to) => ["Your name was changed", `We now call you ${to}.`],
  },
};

const NOT_YOU = {
  fr: "Si ce n’est pas vous, changez de mot de passe, fermez les autres sessions dans « Connexion et sécurité », et prévenez l’école.",
  en: "If it was not you, change your password, end the other sessions under “Signing in and security”, and tell the school.",
} as const;

/** To an address that no longer opens the account: its reader cannot act on their own. */
const NOT_YOU_LEFT = {
  "address-changed": {
    fr: "Si ce n’est pas vous, prévenez tout de suite l’école, de vive voix et avec une pièce d’identité : l’adresse où vous lisez ceci n’ouvre plus votre compte, et l’école peut la lui rendre. Gardez ce courriel, qui dit quand et pour quelle adresse.",
    en: "If it was not you, tell the school at once, in person and with an identity document: the address where you read this no longer opens your account, and the school can give it back. Keep this mail, which says when and for which address.",
  },
  "address-given": {
    fr: "Si vous n’avez rien demandé, dites-le tout de suite à la direction de l’école : l’acte est consigné avec le nom de qui l’a fait et son motif, et il peut être défait. Sans réponse, écrivez à qui fait fonctionner ce service, nommé dans les mentions légales. Gardez ce courriel, qui dit quand et pour quelle adresse.",
    en: "If you asked for nothing, tell the head of the school at once: the act is recorded with the name of whoever did it and their reason, and it can be undone. Without an answer, write to whoever runs this service, named in the legal notice. Keep this mail, which says when and for which address.",
  },
} as const;

/** To the owner of an account unused for years; says nothing of what they did here. */
export function idleMail(lang: Lang, day: Day): MailText {
  return lang === "fr"
    ? {
        subject: `Votre compte sera effacé à partir du ${sayDay(day, lang)}`,
        paragraphs: [
          "Votre compte ne sert plus depuis longtemps, et rien ne s’y rattache : nous ne devons pas le garder plus longtemps.",
          `Pour le garder, connectez-vous avant le ${sayDay(day, lang)}. Sinon, vous n’avez rien à faire : il sera effacé ensuite.`,
        ],
      }
    : {
        subject: `Your account will be erased from ${sayDay(day, lang)} on`,
        paragraphs: [
          "Your account has not been used for a long time, and nothing is attached to it: we must not keep it any longer.",
          `To keep it, sign in before ${sayDay(day, lang)}. Otherwise there is nothing for you to do: it will be erased then.`,
        ],
      };
}

export function noticeMail(lang: Lang, notice: Notice): MailText {
  const said = "label" in notice ? notice.label : "to" in notice ? notice.to : "";
  const [subject, first] = NOTICES[notice.what][lang](said);
  const mind = "left" in notice && notice.left ? NOT_YOU_LEFT[notice.what] : NOT_YOU;
  return { subject, paragraphs: [first, mind[lang]] };
}
