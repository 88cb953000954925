/** What the mail says that offers somebody a role. */
import type { Lang } from "../../kit/lang.ts";
import type { Role } from "../rules/permissions.ts";
import { type MailWords, sayRole } from "../sentences.ts";

export function offerMail(lang: Lang, role: Role): MailWords {
  const said = sayRole(role, lang);
  return lang === "fr"
    ? {
        subject: `Un rôle vous est proposé : ${said}`,
        paragraphs: [
          `L’école vous propose le rôle « ${said} ». Il ne vaut rien tant que vous ne l’avez pas accepté, dans votre compte.`,
          "Si vous ne travaillez pas pour cette école, n’acceptez pas : refusez-le, ou ne faites rien. L’école n’a alors aucun pouvoir sur votre compte.",
        ],
      }
    : {
        subject: `You are offered a role: ${said}`,
        paragraphs: [
          `The school offers you the role “${said}”. It is worth nothing until you accept it, in your account.`,
          "If you do not work for this school, do not accept: decline it, or do nothing. The school then has no power over your account.",
        ],
      };
}
