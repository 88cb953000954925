/** The words of every declared form. */
import { inBoth } from "../kit/in-both.ts";

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
  correct: ["Corriger", "Correct"],
});
