/** The mails of absences. */
import type { Lang } from "../../kit/lang.ts";
import type { Absence } from "./rules/absence.ts";
import { days } from "./words.ts";

type Standing = Pick<Absence, "from" | "until"> & { readonly name: string };

export function standInMail(lang: Lang, { name, ...absence }: Standing) {
  const when = days(absence, lang);
  return lang === "fr"
    ? {
        subject: `Vous remplacez ${name} ${when}`,
        paragraphs: [
          `${name} ne sera pas là ${when}, et c’est vous qui remplacez. Ces jours-là, les dossiers et les messages qui lui reviennent sont aussi dans votre file, sous « Moi ».`,
          "Vous n’avez rien à prendre en charge pour cela, et rien à rendre ensuite.",
        ],
        open: "Ouvrir ma file",
      }
    : {
        subject: `You stand in for ${name} ${when}`,
        paragraphs: [
          `${name} is away ${when}, and you stand in. On these days, their applications and messages are in your queue too, under “Me”.`,
          "You have nothing to take charge of for that, and nothing to give back afterwards.",
        ],
        open: "Open my queue",
      };
}
