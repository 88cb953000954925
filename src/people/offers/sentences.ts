/** What the mail says that offers somebody a role. */
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import type { Role } from "../../act/permissions.ts";
import { type MailWords, sayRole } from "../sentences.ts";

type Offer = { readonly role: Role; readonly until: Day | null };

export function offerMail(lang: Lang, { role, until }: Offer): MailWords {
  const said = sayRole(role, lang);
  const last = until && sayDay(until, lang);
  return lang === "fr"
    ? {
        subject: `Un rôle vous est proposé : ${said}`,
        paragraphs: [
          `L’école vous propose le rôle « ${said} ». Il ne vaut rien tant que vous ne l’avez pas accepté, dans votre compte.${last ? ` Vous pouvez répondre jusqu’au ${last}.` : ""}`,
          "Si vous ne travaillez pas pour cette école, n’acceptez pas : refusez-le, ou ne faites rien. L’école n’a alors aucun pouvoir sur votre compte.",
        ],
      }
    : {
        subject: `You are offered a role: ${said}`,
        paragraphs: [
          `The school offers you the role “${said}”. It is worth nothing until you accept it, in your account.${last ? ` You may answer until ${last}.` : ""}`,
          "If you do not work for this school, do not accept: decline it, or do nothing. The school then has no power over your account.",
        ],
      };
}
