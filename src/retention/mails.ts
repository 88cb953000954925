/** The mails about copies and erasures. */
import type { MailText } from "../mail/post.ts";
import type { Day } from "../kit/day.ts";
import { type Lang, sayDay, sayNumber } from "../kit/lang.ts";
import type { KeptLine } from "./rules/request.ts";

export function copyReadyMail(lang: Lang, until: Day): MailText {
  return lang === "fr"
    ? {
        subject: "La copie de vos données est prête",
        paragraphs: [
          "Vous avez demandé une copie de tout ce que nous gardons à votre sujet. Elle est prête.",
          `Connectez-vous et ouvrez « Mes données » dans votre compte : vous pourrez la télécharger jusqu’au ${sayDay(until, "fr")}. Elle sera ensuite retirée.`,
          "Ce fichier contient tout ce que vous nous avez confié : gardez-le dans un endroit sûr.",
          "Si vous n’avez rien demandé, changez votre mot de passe et dites-le-nous.",
        ],
      }
    : {
        subject: "The copy of your data is ready",
        paragraphs: [
          "You asked for a copy of everything we hold about you. It is ready.",
          `Sign in and open “My data” in your account: you may download it until ${sayDay(until, "en")}. It is then removed.`,
          "This file holds everything you entrusted to us: keep it in a safe place.",
          "If you asked for nothing, change your password and tell us.",
        ],
      };
}

export function erasureDoneMail(lang: Lang, outcome: readonly KeptLine[]): MailText {
  const lines = outcome.map((one) => sayKept(one, lang));
  return lang === "fr"
    ? {
        subject: "Ce qui a été effacé, et ce qui reste",
        paragraphs: [
          "Vous avez demandé l’effacement de ce que nous gardons à votre sujet.",
          ...(lines.length > 0 ? lines : ["Il n’y avait rien à effacer."]),
          "La trace de cette demande est gardée pour pouvoir vous répondre ; elle s’efface à son tour.",
          "Si vous pensez que quelque chose est gardé à tort, écrivez à l’école, ou à la CNIL.",
        ],
      }
    : {
        subject: "What was erased, and what remains",
        paragraphs: [
          "You asked for the erasure of what we hold about you.",
          ...(lines.length > 0 ? lines : ["There was nothing to erase."]),
          "The trace of this request is kept so that we can answer you; it is erased in its turn.",
          "If you think something is kept wrongly, write to the school, or to the CNIL.",
        ],
      };
}

function sayKept({ label, erased, kept, why, months }: KeptLine, lang: Lang): string {
  const count = (value: number) => sayNumber(value, lang);
  const parts =
    lang === "fr"
      ? [
          ...(erased > 0 ? [`${count(erased)} effacé${erased > 1 ? "s" : ""}`] : []),
          ...(kept > 0
            ? [`${count(kept)} gardé${kept > 1 ? "s" : ""}${why ? `, ${REASONS[why].fr(months)}` : ""}`]
            : []),
        ]
      : [
          ...(erased > 0 ? [`${count(erased)} erased`] : []),
          ...(kept > 0 ? [`${count(kept)} kept${why ? `, ${REASONS[why].en(months)}` : ""}`] : []),
        ];
  return `${label[lang]}${lang === "fr" ? " : " : ": "}${parts.join(lang === "fr" ? " ; " : "; ")}.`;
}

const REASONS = {
  held: {
    fr: () => "parce qu’un litige ou un contrôle en suspend l’effacement",
    en: () => "because a dispute or an inspection suspends its erasure",
  },
  bound: {
    fr: (months: number | null) => `parce que l’école doit le garder${months === null ? "" : ` ${months} mois`}`,
    en: (months: number | null) => `because the school must keep it${months === null ? "" : ` for ${months} months`}`,
  },
  period: {
    fr: (months: number | null) => `parce que la loi demande de le garder${months === null ? "" : ` ${months} mois`}`,
    en: (months: number | null) =>
      `because the law asks that it be kept${months === null ? "" : ` for ${months} months`}`,
  },
  needed: {
    fr: () => "parce que quelque chose qui reste en a besoin",
    en: () => "because something that remains needs it",
  },
} as const;
