/** The words of the page on which somebody without an account stops the reminders. */
import type { Lang } from "../../kit/lang.ts";

const fr = {
  heading: (number: string) => `Rappels du dossier ${number}`,
  lead: "Avant une date limite, l’établissement vous rappelle par courriel ce qui manque encore à la candidature qu’il a saisie pour vous.",
  on: "Vous recevez des rappels.",
  off: "Vous ne recevez plus de rappels.",
  turnOff: "Ne plus recevoir de rappels",
  turnOn: "Recevoir des rappels",
  always:
    "Ce qui vous engage ou change vos délais vous est toujours écrit : un récépissé, une demande, une décision, une clôture repoussée.",
  changed: "Ce choix a changé ailleurs entre-temps : voici ce qui est enregistré.",
  over: "Ce lien ne vaut plus",
  overWhy:
    "Le dossier est maintenant dans un compte, où « Mes rappels » permet de choisir, ou il a été effacé. Cherchez le dernier courriel reçu.",
};

const en: typeof fr = {
  heading: (number) => `Reminders about application ${number}`,
  lead: "Before a deadline the school reminds you by mail of what is still missing from the application that it entered for you.",
  on: "You are sent reminders.",
  off: "You are sent no more reminders.",
  turnOff: "Stop the reminders",
  turnOn: "Send me reminders",
  always:
    "What binds you or changes your deadlines is always written to you: a receipt, a request, a decision, a closing put off.",
  changed: "This choice was changed elsewhere in the meantime: here is what is saved.",
  over: "This link is no longer good",
  overWhy:
    "The application is in an account by now, where “My reminders” lets one choose, or it was erased. Look for the last mail you received.",
};

export const stopWords: Readonly<Record<Lang, typeof fr>> = { fr, en };
