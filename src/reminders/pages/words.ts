/** The words of the unsubscribe page for applicants without an account. */
import { inBoth } from "../../kit/in-both.ts";

export const stopWords = inBoth({
  heading: (number: string) => [`Rappels du dossier ${number}`, `Reminders about application ${number}`],
  lead: [
    "Avant une date limite, l’établissement vous rappelle par courriel ce qui manque encore à la candidature qu’il a saisie pour vous.",
    "Before a deadline the school reminds you by mail of what is still missing from the application that it entered for you.",
  ],
  on: ["Vous recevez des rappels.", "You are sent reminders."],
  off: ["Vous ne recevez plus de rappels.", "You are sent no more reminders."],
  turnOff: ["Ne plus recevoir de rappels", "Stop the reminders"],
  turnOn: ["Recevoir des rappels", "Send me reminders"],
  always: [
    "Ce qui vous engage ou change vos délais vous est toujours écrit : un récépissé, une demande, une décision, une clôture repoussée.",
    "What binds you or changes your deadlines is always written to you: a receipt, a request, a decision, a closing put off.",
  ],
  changed: [
    "Ce choix a changé ailleurs entre-temps : voici ce qui est enregistré.",
    "This choice was changed elsewhere in the meantime: here is what is saved.",
  ],
  over: ["Ce lien ne vaut plus", "This link is no longer good"],
  overWhy: [
    "Le dossier est maintenant dans un compte, où « Mes rappels » permet de choisir, ou il a été effacé. Cherchez le dernier courriel reçu.",
    "The application is in an account by now, where “My reminders” lets one choose, or it was erased. Look for the last mail you received.",
  ],
});
