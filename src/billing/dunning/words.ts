/** The words of reminders of what is late. */
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, plural } from "../../kit/lang.ts";

const WORDS = inBoth({
  title: ["À relancer", "To remind"],
  lead: [
    "Ce qui est en retard, avec la relance qui suit la dernière envoyée. Rien ne part sans vous : décochez ce qui attend. Ce qui est suspendu ou contesté n’est pas ici.",
    "What is late, with the reminder that follows the last one sent. Nothing goes without you: untick what waits. What is suspended or disputed is not here.",
  ],
  none: ["Rien n’est à relancer aujourd’hui.", "Nothing is to be reminded of today."],
  later: {
    caption: ["En retard aussi : rien à envoyer aujourd’hui", "Late too: nothing to send today"],
    head: [
      ["Qui", "Échéance", "Déjà envoyé", "La suite", "Reste"],
      ["Who", "Due", "Sent already", "What follows", "Left"],
    ],
    more: ["D’autres suivent : « Qui doit quoi » les a toutes.", "Others follow: “Who owes what” has them all."],
  },
  nothingSent: ["rien encore", "nothing yet"],
  sent: (level: number, day: string) => [`relance ${level} le ${day}`, `reminder ${level} on ${day}`],
  reminded: (day: string) => [`rappel par courriel le ${day}`, `reminder by mail on ${day}`],
  next: (level: number, day: string) => [`relance ${level} à partir du ${day}`, `reminder ${level} from ${day}`],
  decide: (day: string) => [
    `à décider le ${day} : toutes les relances sont parties`,
    `to be decided on ${day}: every reminder is gone`,
  ],
  more: ["D’autres suivent : ils viendront après ceux-ci.", "Others follow: they come after these."],
  fields: { charges: ["Relancer", "Remind of"] },
  missing: ["Cochez au moins une somme.", "Tick one sum at least."],
  option: (name: string, amount: string, level: number) => [
    `${name}, ${amount}, relance ${level}`,
    `${name}, ${amount}, reminder ${level}`,
  ],
  due: (reference: string, day: string) => [`${reference}, échéance le ${day}`, `${reference}, due on ${day}`],
  lastDay: (day: string) => [`à réclamer en justice au plus tard le ${day}`, `may be claimed in court until ${day}`],
  unnamed: ["une personne sans nom", "a person without a name"],
  go: ["Envoyer ces relances", "Send these reminders"],
  check: {
    title: (count: number) => [
      `Envoyer ${count} ${plural(count, "relance", "relances", "fr")} ?`,
      `Send ${count} ${plural(count, "reminder", "reminders", "en")}?`,
    ],
    sum: ["En tout", "In all"],
    one: (amount: string, level: number, reference: string) => [
      `${amount}, relance ${level}, référence ${reference}`,
      `${amount}, reminder ${level}, reference ${reference}`,
    ],
    text: (level: number) => [`Lire la relance ${level}`, `Read reminder ${level}`],
    warning: [
      "Chacun reçoit un courriel ; sans adresse électronique, une lettre est à remettre.",
      "Each gets a mail; without an address, a letter is to be handed over.",
    ],
  },
  done: {
    relance: [
      "Les relances sont parties. Les lettres sont à remettre avec le courrier.",
      "The reminders are gone. Letters are to be handed over with the mail.",
    ],
  },
});

export function dunningWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
