/** The words of entering a demonstration. */
import type { Lang } from "../../kit/lang.ts";

const fr = {
  heading: "Entrer dans la démonstration",
  lead: "Toutes ces personnes sont inventées. Choisissez en qui entrer : aucun mot de passe n’est demandé, et rien de ce que vous ferez ne quitte cette machine.",
  choose: "En qui entrer ?",
  missing: "Choisissez une personne.",
  go: "Entrer",
  guests: "Les personnes invitées",
  guestsLead:
    "Elles viennent du dehors et n’ont pas de compte : leur lien ouvre leur page, où le code qui leur serait envoyé est montré.",
  code: "Démonstration : aucun courriel ne part. Le code qui serait envoyé est",
};

export const demoWords: Readonly<Record<Lang, typeof fr>> = {
  fr,
  en: {
    heading: "Enter the demonstration",
    lead: "All these people are invented. Choose as whom to enter: no password is asked, and nothing you do leaves this machine.",
    choose: "As whom?",
    missing: "Choose a person.",
    go: "Enter",
    guests: "The guests",
    guestsLead:
      "They come from outside and have no account: their link opens their page, where the code that would be sent to them is shown.",
    code: "Demonstration: no mail leaves. The code that would be sent is",
  },
};
