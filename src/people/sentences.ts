/** What mails about an account say. */
import type { Label, Lang } from "../kit/lang.ts";
import type { Role } from "./rules/permissions.ts";

export type MailWords = { readonly subject: string; readonly paragraphs: readonly string[] };

type Code = { readonly code: string; readonly minutes: number };

/** The same for who has an account and who has none: the mail's reader alone learns that somebody asked. */
export function codeMail(lang: Lang, { code, minutes }: Code): MailWords {
  return lang === "fr"
    ? {
        subject: `${code} est votre code`,
        paragraphs: [
          `Votre code est ${code}. Il vaut ${minutes} minutes.`,
          "Tapez-le sur la page qui vous le demande : vous pourrez alors choisir votre mot de passe.",
          "Si vous n’avez rien demandé, n’en faites rien : sans ce code, personne ne peut entrer à votre place. Ne le donnez à personne, même à l’école.",
        ],
      }
    : {
        subject: `${code} is your code`,
        paragraphs: [
          `Your code is ${code}. It is good for ${minutes} minutes.`,
          "Type it on the page that asks for it: you can then choose your password.",
          "If you asked for nothing, do nothing: without this code nobody can enter in your place. Give it to nobody, not even the school.",
        ],
      };
}

const ROLE_WORDS: Readonly<Record<Role, Label>> = {
  "admission-officer": { fr: "admissions", en: "admissions" },
  "head-of-training": { fr: "responsable de formation", en: "head of training" },
  finance: { fr: "finances", en: "finance" },
  "disability-advisor": { fr: "référent handicap", en: "disability advisor" },
  interviewer: { fr: "entretiens de sélection", en: "selection interviews" },
  director: { fr: "direction", en: "director" },
  administrator: { fr: "administration du service", en: "administrator" },
  auditor: { fr: "lecture seule", en: "read-only auditor" },
};

export function sayRole(role: Role, lang: Lang): string {
  return ROLE_WORDS[role][lang];
}
