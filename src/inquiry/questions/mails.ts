/** The mails about a question: the copy to who asked it, and the answer. */
import type { Lang } from "../../kit/lang.ts";
import type { MailText } from "../../mail/post.ts";

type About = { readonly school: string; readonly body: string };

export function questionCopyMail(lang: Lang, { school, body }: About): MailText {
  return lang === "fr"
    ? {
        subject: `Votre question à ${school}`,
        paragraphs: [
          "L’école a reçu votre question. Elle vous répond par courriel, à cette adresse.",
          `Votre question : ${body}`,
          "Si vous n’avez rien demandé, vous n’avez rien à faire : votre adresse est effacée avec la question.",
        ],
      }
    : {
        subject: `Your question to ${school}`,
        paragraphs: [
          "The school has received your question. It answers by mail, at this address.",
          `Your question: ${body}`,
          "If you asked nothing, there is nothing to do: your address is erased with the question.",
        ],
      };
}

export function questionAnswerMail(
  lang: Lang,
  { school, body, answer }: About & { readonly answer: string },
): MailText {
  const lines = answer
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return lang === "fr"
    ? { subject: `${school} répond à votre question`, paragraphs: [...lines, `Votre question : ${body}`] }
    : { subject: `${school} answers your question`, paragraphs: [...lines, `Your question: ${body}`] };
}
