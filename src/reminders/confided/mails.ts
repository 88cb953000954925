/** The mail to applicants about new readers of what they confided. */
import type { Day } from "../../kit/day.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";

/** Neither the content nor the word disability: bystanders may read a subject line. */
export function newAdvisorMail(lang: Lang, { name, day }: { readonly name: string; readonly day: Day }) {
  return lang === "fr"
    ? {
        subject: "Une autre personne peut lire ce que vous avez confié",
        paragraphs: [
          `Depuis le ${sayDay(day, lang)}, ${name} a dans l’école le rôle qui permet de lire ce que vous avez confié dans votre dossier, à l’abri des autres. Deux personnes de l’école, ou qui fait fonctionner le service, le lui ont donné.`,
          "Vous n’avez rien à faire. Si vous ne connaissez pas cette personne, ou si vous ne voulez pas qu’elle le lise, dites-le à l’école. Chaque lecture est notée, et vous la voyez dans votre compte.",
        ],
      }
    : {
        subject: "Another person may read what you confided",
        paragraphs: [
          `Since ${sayDay(day, lang)}, ${name} has in the school the role that allows reading what you confided in your application, out of the sight of others. Two people of the school, or whoever runs the service, gave it to them.`,
          "There is nothing for you to do. If you do not know this person, or do not want them to read it, tell the school. Each reading is noted, and you see it in your account.",
        ],
      };
}
