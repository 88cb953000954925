/** The words of every declared form. */
import { inBoth } from "../kit/in-both.ts";
import { sayNumber } from "../kit/lang.ts";

export const PAGE_WORDS = inBoth({
  stale: ["Quelqu’un a enregistré entre-temps", "Someone saved in between"],
  staleWhy: [
    "Rien de ce que vous avez saisi n’est perdu, et rien n’est encore enregistré. Vos valeurs sont dans le formulaire ; celles qui ont été enregistrées entre-temps sont ci-dessous. Enregistrez pour garder les vôtres, ou corrigez d’abord.",
    "Nothing of what you typed is lost, and nothing is saved yet. Your values are in the form; those saved in between are below. Save to keep yours, or correct them first.",
  ],
  staleCaption: ["Ce qui diffère", "What differs"],
  staleField: ["Champ", "Field"],
  staleYours: ["Le vôtre", "Yours"],
  staleTheirs: ["Enregistré entre-temps", "Saved in between"],
  nothing: ["rien", "nothing"],
  changed: [
    "Cela a changé entre-temps : voici ce qu’il en est à présent.",
    "This has changed in between: here is how it stands now.",
  ],
  changedSince: ["Ce que vous avez lu a changé : rien n’est fait", "What you read has changed: nothing is done"],
  changedWhy: [
    "La page montre à présent ce qui vaut. Relisez, puis confirmez si vous êtes toujours d’accord.",
    "The page now shows what holds. Read it again, then confirm if you still agree.",
  ],
  changedCaption: ["Ce qui a changé", "What has changed"],
  changedWhat: ["Quoi", "What"],
  changedShown: ["Vous aviez lu", "You had read"],
  changedNow: ["À présent", "Now"],
  correct: ["Corriger", "Correct"],
  choose: ["Choisissez", "Choose"],
  /** What is said of an empty field, by its kind. A form writes its own only where it says more. */
  missing: {
    written: (label: string) => [`Remplissez « ${label} ».`, `Fill in “${label}”.`],
    chosen: (label: string) => [`Faites un choix : « ${label} ».`, `Make a choice: “${label}”.`],
    ticked: (label: string) => [`« ${label} » : cochez au moins une case.`, `“${label}”: tick at least one box.`],
    agreed: (label: string) => [`« ${label} » : cochez la case.`, `“${label}”: tick the box.`],
    day: (label: string) => [
      `« ${label} » : donnez le jour, le mois et l’année.`,
      `“${label}”: give the day, the month and the year.`,
    ],
    hour: (label: string) => [
      `« ${label} » : donnez une heure, par exemple 9:00.`,
      `“${label}”: give a time, for example 9:00.`,
    ],
    file: (label: string) => [`« ${label} » : choisissez un fichier.`, `“${label}”: choose a file.`],
    code: (label: string) => [`« ${label} » : tapez le code reçu.`, `“${label}”: type the code you received.`],
  },
  whole: (label: string, least: number, most: number) => [
    `« ${label} » : donnez un nombre entier, de ${sayNumber(least, "fr")} à ${sayNumber(most, "fr")}.`,
    `“${label}”: give a whole number, from ${sayNumber(least, "en")} to ${sayNumber(most, "en")}.`,
  ],
});
