/** The mails that offer a role, or ask a colleague to confirm it. */
import type { MailText } from "../../mail/post.ts";
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import type { Role } from "../../act/permissions.ts";
import { sayRole } from "../sentences.ts";
import { isOfState } from "./rules/by-two.ts";

type Offer = { readonly role: Role; readonly until: Day | null };

export function offerMail(lang: Lang, { role, until }: Offer): MailText {
  const said = sayRole(role, lang);
  const last = until && sayDay(until, lang);
  return lang === "fr"
    ? {
        subject: `Un rôle vous est proposé : ${said}`,
        paragraphs: [
          `L’école vous propose le rôle « ${said} ». Il ne vaut rien tant que vous ne l’avez pas accepté, dans votre compte à cette adresse, que vous créez si vous n’en avez pas.${last ? ` Vous pouvez répondre jusqu’au ${last}.` : ""}`,
          "Si vous ne travaillez pas pour cette école, n’acceptez pas : refusez-le, ou ne faites rien. L’école n’a alors aucun pouvoir sur votre compte.",
        ],
      }
    : {
        subject: `You are offered a role: ${said}`,
        paragraphs: [
          `The school offers you the role “${said}”. It is worth nothing until you accept it, in your account at this address, which you make if you have none.${last ? ` You may answer until ${last}.` : ""}`,
          "If you do not work for this school, do not accept: decline it, or do nothing. The school then has no power over your account.",
        ],
      };
}

/** To the others who may give roles: this one is given by two people. */
export function confirmMail(
  lang: Lang,
  { role, address }: { readonly role: Role; readonly address: string },
): MailText {
  const said = sayRole(role, lang);
  return lang === "fr"
    ? {
        subject: `Un rôle attend votre confirmation : ${said}`,
        paragraphs: [
          `Le rôle « ${said} » a été proposé à ${address}. ${isOfState(role) ? "Il agit pour l’État" : "Il ouvre ce que des candidats ont confié à cette personne seule"} : deux personnes le donnent.`,
          "Si vous êtes d’accord, confirmez-le sur la page « Qui travaille ici ». Sinon, ne faites rien, ou retirez la proposition.",
        ],
      }
    : {
        subject: `A role waits for you to confirm it: ${said}`,
        paragraphs: [
          `The role “${said}” was offered to ${address}. ${isOfState(role) ? "It acts for the State" : "It opens what candidates confided to that person alone"}: two people give it.`,
          "If you agree, confirm it on the page “Who works here”. If not, do nothing, or take the offer back.",
        ],
      };
}
