/** The words of the page about a death. */
import { inBoth } from "../../kit/in-both.ts";

export const deathWords = inBoth({
  record: ["Noter un décès", "Record a death"],
  heading: (name: string) => [`Décès\u00a0: ${name}`, `Death: ${name}`],
  title: ["Décès", "Death"],
  lead: [
    "Dès qu’il est noté, rien n’est plus envoyé à la personne : ni courriel, ni rappel, ni invitation. Ce qui a été suivi et payé reste.",
    "Once it is recorded, nothing more is sent to the person: no mail, reminder or invitation. What was followed and paid stays.",
  ],
  insteadWhy: [
    "Ce qui concerne l’argent ou le diplôme part sur papier à la personne que l’école nomme. Si l’école ne nomme personne, rien ne part.",
    "What concerns money or the diploma goes on paper to the person whom the school names. Where it names nobody, nothing goes.",
  ],
  died: ["Jour du décès", "Day of death"],
  paper: ["D’après", "By"],
  instead: ["Écrire à", "Write to"],
  nobody: ["personne n’est nommé", "nobody is named"],
  ends: ["Ce qui s’arrête", "What ends"],
  training: (cohort: string) => [
    `Formation, ${cohort} : rompue par la force majeure`,
    `Training, ${cohort}: broken off by force majeure`,
  ],
  application: (number: string) => [`Candidature ${number} : retirée`, `Application ${number}: withdrawn`],
  none: ["Aucune formation ni candidature en cours", "No training or application under way"],
  said: (day: string) => [
    `Cette personne est décédée le ${day} : plus rien ne lui est envoyé.`,
    `This person died on ${day}: nothing more is sent to them.`,
  ],
  open: ["Ce qui est noté du décès", "What is recorded of the death"],
  go: ["Noter le décès", "Record the death"],
  confirm: ["Vérifiez avant de noter ce décès", "Check before recording this death"],
  takeBack: ["Retirer : noté par erreur", "Take back: recorded by mistake"],
  takeBackWhy: [
    "Si vous le retirez, la personne reçoit de nouveau les courriels de l’école. La formation et la candidature arrêtées le restent : on les reprend à part.",
    "If you take it back, the person is sent the school’s mails again. What ended stays ended: it is begun anew apart.",
  ],
  tooLong: ["C’est trop long : abrégez.", "This is too long: shorten it."],
  wantsName: ["Donnez le nom de la personne à cette adresse.", "Give the name of the person at this address."],
  wantsAddress: [
    "Donnez l’adresse postale de cette personne : les lettres y partent.",
    "Give the postal address of this person: letters go there.",
  ],
  longAddress: [
    "Une adresse a au plus huit lignes, de deux cents caractères chacune.",
    "An address has eight lines at most, of two hundred characters each.",
  ],
  done: {
    note: [
      "Le décès est noté : plus rien n’est envoyé à la personne.",
      "The death is recorded: nothing more is sent to the person.",
    ],
    retire: [
      "Le décès est retiré : la personne est de nouveau jointe.",
      "The death is taken back: the person is written to again.",
    ],
  },
  fields: {
    on: ["Jour du décès", "Day of death"],
    paper: {
      label: ["Document", "Document"],
      hint: ["L’acte de décès, et son jour.", "The death certificate, and its day."],
    },
    name: {
      label: ["À qui écrire à sa place", "Whom to write to instead"],
      hint: [
        "Le notaire, un proche. Laissez vide si vous ne le savez pas encore.",
        "The notary, a relative. Leave it empty if you do not know yet.",
      ],
    },
    address: {
      label: ["Son adresse postale", "Their postal address"],
      hint: ["Une ligne par ligne de l’enveloppe.", "One line for each line of the envelope."],
    },
  },
});
