/** The words of entering a demonstration. */
import { inBoth } from "../../kit/in-both.ts";

export const demoWords = inBoth({
  heading: ["Entrer dans la démonstration", "Enter the demonstration"],
  lead: [
    "Toutes ces personnes sont inventées. Choisissez en qui entrer : aucun mot de passe n’est demandé, et rien de ce que vous ferez ne quitte cette machine.",
    "All these people are invented. Choose as whom to enter: no password is asked, and nothing you do leaves this machine.",
  ],
  go: ["Entrer", "Enter"],
  groups: {
    office: ["Le bureau", "The office"],
    question: ["Une question", "A question"],
    application: ["Une candidature", "An application"],
    interview: ["Un entretien", "An interview"],
    admission: ["Une admission", "An admission"],
    contract: ["Un contrat", "A contract"],
    training: ["Une formation", "A training"],
    exams: ["Des épreuves", "Exams"],
    diploma: ["Un jury, un diplôme", "A jury, a diploma"],
  },
  guests: ["Les personnes invitées", "The guests"],
  guestsLead: [
    "Elles viennent du dehors et n’ont pas de compte : leur lien ouvre leur page, où le code qui leur serait envoyé est montré.",
    "They come from outside and have no account: their link opens their page, where the code that would be sent to them is shown.",
  ],
  code: [
    "Démonstration : aucun courriel ne part. Le code qui serait envoyé est",
    "Demonstration: no mail leaves. The code that would be sent is",
  ],
  fields: { account: ["En qui entrer ?", "As whom?"] },
});
