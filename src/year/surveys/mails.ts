/** The mails that ask somebody to answer a survey. */
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import type { MailText } from "../../mail/post.ts";
import type { SurveyEntry } from "../../law/year.ts";

type Asking = { readonly entry: Pick<SurveyEntry, "label" | "lead">; readonly closesOn: Day };

export function surveyMail(lang: Lang, { entry, closesOn }: Asking): MailText {
  const until = sayDay(closesOn, lang);
  return {
    subject: entry.label[lang],
    paragraphs: [
      entry.lead[lang],
      lang === "fr"
        ? `Le lien ci-dessous s’ouvre sans compte, et sert une fois, jusqu’au ${until}.`
        : `The link below opens without an account, and is used once, until ${until}.`,
      // How many are asked is known once all of the day are: the page says whether anonymity is promised.
      lang === "fr"
        ? "La page dit, avant les questions, comment vos réponses sont gardées."
        : "The page says, before the questions, how your answers are kept.",
    ],
  };
}

export function surveyReminderMail(lang: Lang, asking: Asking): MailText {
  const { subject, paragraphs } = surveyMail(lang, asking);
  return {
    subject: lang === "fr" ? `Rappel : ${subject}` : `Reminder: ${subject}`,
    paragraphs: [lang === "fr" ? "Vous n’avez pas encore répondu." : "You have not answered yet.", ...paragraphs],
  };
}

export const ANSWER = { fr: "Répondre", en: "Answer" } as const;
