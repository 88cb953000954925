/** The mails that ask somebody to answer a survey. */
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import type { MailText } from "../../mail/post.ts";
import type { SurveyEntry } from "../../law/year.ts";

type Asking = { readonly entry: Pick<SurveyEntry, "label" | "lead">; readonly closesOn: Day; readonly few: boolean };

export function surveyMail(lang: Lang, { entry, closesOn, few }: Asking): MailText {
  const until = sayDay(closesOn, lang);
  return {
    subject: entry.label[lang],
    paragraphs: [
      entry.lead[lang],
      lang === "fr"
        ? `Le lien ci-dessous s’ouvre sans compte, et sert une fois, jusqu’au ${until}.`
        : `The link below opens without an account, and is used once, until ${until}.`,
      secrecy(lang, few),
    ],
  };
}

/** `former` links still open the same page. */
export function surveyReminderMail(lang: Lang, asking: Asking): MailText {
  const { subject, paragraphs } = surveyMail(lang, asking);
  return {
    subject: lang === "fr" ? `Rappel : ${subject}` : `Reminder: ${subject}`,
    paragraphs: [lang === "fr" ? "Vous n’avez pas encore répondu." : "You have not answered yet.", ...paragraphs],
  };
}

function secrecy(lang: Lang, few: boolean): string {
  if (few)
    return lang === "fr"
      ? "Vous êtes peu nombreux à recevoir ces questions : vos réponses sont gardées sans votre nom, mais on pourrait vous reconnaître."
      : "Few people are sent these questions: your answers are kept without your name, but you might be recognised.";
  return lang === "fr"
    ? "Vos réponses sont comptées sans votre nom. L’école sait seulement que vous avez répondu."
    : "Your answers are counted without your name. The school knows only that you answered.";
}

export const ANSWER = { fr: "Répondre", en: "Answer" } as const;
