/** The mails about changed contact details; they say what changed and never to what, since others may see a mail. */
import { type Lang, sayList } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { MailText } from "../../mail/post.ts";

export type Changed = "phone" | "address" | "usedName" | "mail";

const WHAT: Readonly<Record<Lang, Readonly<Record<Changed, string>>>> = {
  fr: {
    phone: "le téléphone",
    address: "l’adresse postale",
    usedName: "le nom d’usage",
    mail: "l’adresse électronique",
  },
  en: {
    phone: "the telephone",
    address: "the postal address",
    usedName: "the name in use",
    mail: "the e-mail address",
  },
};

const listed = (what: readonly Changed[], lang: Lang) =>
  capital(
    sayList(
      what.map((one) => WHAT[lang][one]),
      lang,
    ),
  );

/** To the person; `by` whom it was written down. */
export function contactChangedMail(lang: Lang, what: readonly Changed[], by: "person" | "school"): MailText {
  const noted = by === "school";
  return lang === "fr"
    ? {
        subject: "Vos coordonnées ont été changées",
        paragraphs: [
          `Ce qui a changé : ${listed(what, lang)}. L’école s’en sert à partir de maintenant, pour ses lettres et pour vous appeler. Ce qui était déjà envoyé reste tel quel.`,
          noted
            ? "L’école l’a noté comme vous le lui avez dit. Si vous n’avez rien demandé, prévenez-la."
            : "Si ce n’était pas vous, prévenez l’école et changez votre mot de passe.",
        ],
      }
    : {
        subject: "Your contact details were changed",
        paragraphs: [
          `What changed: ${listed(what, lang)}. The school uses it from now on, for its letters and to call you. What was sent before stays as it is.`,
          noted
            ? "The school noted it as you told it. If you asked for nothing, tell the school."
            : "If it was not you, tell the school and change your password.",
        ],
      };
}

/** To the officer. */
export function contactToldMail(lang: Lang, number: string, what: readonly Changed[]): MailText {
  return lang === "fr"
    ? {
        subject: `Dossier ${number} : coordonnées changées`,
        paragraphs: [
          `Ce qui a changé : ${listed(what, lang)}. La page de la personne montre ce qui vaut maintenant ; le dossier déposé reste tel quel.`,
        ],
      }
    : {
        subject: `Application ${number}: contact details changed`,
        paragraphs: [
          `What changed: ${listed(what, lang)}. The person’s page shows what holds now; what was submitted stays as it is.`,
        ],
      };
}

/** To those who work with the person now; `says` tells what they do with them. */
export function contactOfTraineeMail(lang: Lang, number: string, what: readonly Changed[], says: readonly string[]) {
  const open = lang === "fr" ? "Ouvrir la page de la personne" : "Open the person’s page";
  const { subject, paragraphs } = contactToldMail(lang, number, what);
  return { subject, paragraphs: [...says, ...paragraphs], open };
}
