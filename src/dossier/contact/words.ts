/** The words of the pages about contact details. */
import { inBoth } from "../../kit/in-both.ts";

export const contactWords = inBoth({
  entry: ["Mes coordonnées", "My contact details"],
  entryWhy: [
    "Téléphone, adresse, nom d’usage : changez-les à tout moment.",
    "Telephone, address, name in use: change them at any time.",
  ],
  mine: {
    heading: ["Mes coordonnées", "My contact details"],
    lead: [
      "Changez-les dès qu’elles changent. L’école s’en sert aussitôt pour vous appeler et pour vous écrire ; ce que vous avez déposé reste tel quel.",
      "Change them as soon as they change. The school uses them at once to call you and to write to you; what you submitted stays as it is.",
    ],
    address: [
      "À l’adresse postale partent vos lettres et, s’il vous est envoyé, votre diplôme.",
      "Your letters go to the postal address and, if it is sent to you, your diploma.",
    ],
    told: [
      "Qui suit votre dossier à l’école est averti par courriel ; en formation, ses responsables aussi.",
      "The person in charge of your application at the school is told by mail; in training, its heads as well.",
    ],
    mail: ["Adresse électronique", "E-mail address"],
    mailWhat: ["votre adresse électronique", "your e-mail address"],
    go: ["Enregistrer", "Save"],
    done: {
      change: [
        "Vos coordonnées sont changées. Un courriel le confirme.",
        "Your contact details are changed. A mail confirms it.",
      ],
    },
  },
  office: {
    heading: ["Changer les coordonnées", "Change the contact details"],
    lead: [
      "Comme la personne vous l’a dit. Ce qui a été déposé et envoyé reste tel quel ; les prochaines lettres partent à la nouvelle adresse.",
      "As the person told you. What was submitted and sent stays as it is; the next letters go to the new address.",
    ],
    told: [
      "Un courriel dira à la personne ce qui a changé. Son adresse électronique, avec laquelle elle se connecte, elle seule la change.",
      "A mail will tell the person what changed. The e-mail address, with which they sign in, they alone can change.",
    ],
    mail: ["Adresse électronique", "E-mail address"],
    how: ["Comment la personne l’a fait savoir", "How the person let you know"],
    howHint: ["Par exemple : appel du 3 mars, lettre du 5 mars.", "For instance: call of 3 March, letter of 5 March."],
    go: ["Enregistrer", "Save"],
    done: { change: ["Les coordonnées sont changées.", "The contact details are changed."] },
  },
});
