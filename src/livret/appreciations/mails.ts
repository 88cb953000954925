/** The mails of appreciations. */
import { type Lang, plural, sayDay, sayNumber } from "../../kit/lang.ts";
import type { Day } from "../../kit/day.ts";

type Asking = { readonly count: number; readonly kind: string; readonly due: Day };

export function askedMail(lang: Lang, { count, kind, due }: Asking) {
  const day = sayDay(due, lang);
  return lang === "fr"
    ? {
        subject: `Appréciation demandée pour le ${day}`,
        paragraphs: [
          `Une appréciation (${kind}) vous est demandée pour le livret de formation de ${sayNumber(count, "fr")} ${plural(count, "personne", "personnes", "fr")}, à écrire et à signer pour le ${day}.`,
        ],
        open: "Écrire les appréciations",
      }
    : {
        subject: `An appreciation is asked for ${day}`,
        paragraphs: [
          `An appreciation (${kind}) is asked of you for the livret de formation of ${sayNumber(count, "en")} ${plural(count, "person", "persons", "en")}, to be written and signed for ${day}.`,
        ],
        open: "Write the appreciations",
      };
}
