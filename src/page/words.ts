/** What every declared form may have to say. */
import type { Lang } from "../kit/lang.ts";

export const PAGE_WORDS = {
  fr: {
    stale: "Quelqu’un a enregistré entre-temps",
    staleWhy:
      "Rien de ce que vous avez saisi n’est perdu, et rien n’est encore enregistré. Vos valeurs sont dans le formulaire ; celles qui ont été enregistrées entre-temps sont ci-dessous. Enregistrez pour garder les vôtres, ou corrigez d’abord.",
    staleCaption: "Ce qui diffère",
    staleField: "Champ",
    staleYours: "Le vôtre",
    staleTheirs: "Enregistré entre-temps",
    nothing: "rien",
    changed: "Cela a changé entre-temps : voici ce qu’il en est à présent.",
    correct: "Corriger",
  },
  en: {
    stale: "Someone saved in between",
    staleWhy:
      "Nothing of what you typed is lost, and nothing is saved yet. Your values are in the form; those saved in between are below. Save to keep yours, or correct them first.",
    staleCaption: "What differs",
    staleField: "Field",
    staleYours: "Yours",
    staleTheirs: "Saved in between",
    nothing: "nothing",
    changed: "This has changed in between: here is how it stands now.",
    correct: "Correct",
  },
} as const satisfies Record<Lang, object>;
