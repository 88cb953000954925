/** The words of the office's pages of mails. */

import { inBoth } from "../../kit/in-both.ts";
import { sayCounted } from "../../kit/counted.ts";

export const officeMailWords = inBoth({
  entry: ["Courriels", "Mails"],
  entryWhy: [
    "Ce que le service a écrit, à qui, et ce qu’il en est advenu.",
    "What the service wrote, to whom, and what became of it.",
  ],
  entryWaiting: (count: number) => [
    count === 1 ? "1 n’est arrivé à personne" : `${sayCounted(count, "fr")} ne sont arrivés à personne`,
    `${sayCounted(count, "en")} reached nobody`,
  ],
  one: ["Courriel", "Mail"],
  title: ["Courriels", "Mails"],
  lead: [
    "Tout ce que le service a écrit au nom de l’école, et ce qu’il en est advenu.",
    "All that the service wrote in the school’s name, and what became of it.",
  ],
  caption: ["Courriels, les derniers d’abord", "Mails, the last first"],
  filter: ["Montrer", "Show"],
  all: ["Tous", "All"],
  none: ["Aucun courriel.", "No mail."],
  noneOf: ["Aucun courriel dans cet état.", "No mail in that state."],
  subject: ["Objet", "Subject"],
  to: ["À", "To"],
  when: ["Écrit le", "Written on"],
  state: ["État", "State"],
  newer: ["Plus récents", "Later ones"],
  older: ["Plus anciens", "Earlier ones"],
  mail: ["Courriel", "Mail"],
  of: (when: string) => [`Courriel du ${when}`, `Mail of ${when}`],
  what: ["Ce qu’il en est advenu", "What became of it"],
  about: ["Ouvrir le dossier dont il s’agit", "Open the application it is about"],
  attempts: ["Essais", "Tries"],
  sends: ["Remis au serveur", "Handed to the server"],
  twice: (count: number) => [
    count > 1 ? `${count} fois, sous le même identifiant : un arrêt avait laissé un doute` : String(count),
    count > 1 ? `${count} times, under the same identifier: a stop had left a doubt` : String(count),
  ],
  sentAt: ["Accepté le", "Accepted on"],
  next: ["Prochain essai le", "Next try on"],
  why: ["Pourquoi", "Why"],
  said: ["Le serveur a dit", "The server said"],
  repeats: ["Renvoie", "Repeats"],
  first: ["le courriel d’origine", "the first mail"],
  repeated: [
    "Il a déjà été renvoyé : la suite est dans la liste.",
    "It was sent again already: what follows is in the list.",
  ],
  asPrinted: ["Tel qu’il a été écrit", "As it was written"],
  again: ["Renvoyer ce courriel", "Send this mail again"],
  againWhy: [
    "Les mêmes mots partiront une fois de plus, comme un autre courriel, à l’adresse que la personne a aujourd’hui.",
    "The same words will leave once more, as another mail, to the address that the person has today.",
  ],
  returned: ["Il est revenu", "It came back"],
  returnedWhy: [
    "Si un avis de non-remise est arrivé dans la boîte de l’école, notez ici ce qu’il dit. L’opérateur peut aussi le faire lire par le service.",
    "If a delivery report came to the school’s mailbox, note here what it says. The operator can also have the service read it.",
  ],
  handed: (day: string, how: string) => [`le ${day}, ${how}`, `on ${day}, ${how}`],
  handedOn: ["Remise", "Handed over"],
  means: {
    post: ["par la poste", "by post"],
    hand: ["en main propre", "in person"],
  },
  letterAgainWhy: [
    "La même lettre attendra une fois de plus d’être remise, à la même adresse.",
    "The same letter will wait once more to be handed over, to the same address.",
  ],
  letterReturnedWhy: [
    "Si le pli est revenu, notez ici ce qui est écrit dessus.",
    "If the letter came back, note here what is written on it.",
  ],
  letterPdf: ["Imprimer cette lettre (PDF)", "Print this letter (PDF)"],
  note: ["Noter qu’il est revenu", "Note that it came back"],
  stale: [
    "L’état de ce courriel a changé entre-temps : voici où il en est.",
    "The state of this mail changed in between: here is where it stands.",
  ],
  fields: {
    said: {
      label: ["Ce que dit l’avis", "What the report says"],
      missing: [
        "Recopiez ce que dit l’avis, même en quelques mots.",
        "Copy what the report says, be it in a few words.",
      ],
    },
  },
});

export const letterWords = inBoth({
  entry: ["Courrier à remettre", "Letters to hand over"],
  entryWhy: [
    "Les lettres de ceux qui n’ont pas d’adresse électronique, à imprimer et à poster.",
    "The letters of those who have no electronic address, to print and to post.",
  ],
  entryWaiting: (count: number) => [
    count === 1 ? "1 lettre à remettre" : `${sayCounted(count, "fr")} lettres à remettre`,
    count === 1 ? "1 letter to hand over" : `${sayCounted(count, "en")} letters to hand over`,
  ],
  title: ["Courrier à remettre", "Letters to hand over"],
  lead: [
    "Ce que le service aurait écrit par courriel à ceux qui n’ont pas d’adresse électronique. Rien ne leur est parvenu tant que la lettre n’est pas remise.",
    "What the service would have mailed to those who have no electronic address. Nothing has reached them until the letter is handed over.",
  ],
  none: ["Aucune lettre n’attend.", "No letter waits."],
  print: ["Imprimer les lettres (PDF)", "Print the letters (PDF)"],
  addresses: ["Liste des adresses (CSV)", "List of addresses (CSV)"],
  more: (count: number) => [
    `Voici les ${sayCounted(count, "fr")} plus anciennes : les suivantes viendront quand celles-ci seront notées.`,
    `Here are the ${sayCounted(count, "en")} oldest: those that follow come once these are noted.`,
  ],
  caption: ["Lettres à remettre, les plus anciennes d’abord", "Letters to hand over, the oldest first"],
  head: [
    ["N°", "À", "Adresse", "Lettre", "Écrite le"],
    ["No.", "To", "Address", "Letter", "Written on"],
  ],
  noAddress: ["aucune adresse connue : à remettre en main propre", "no address known: to be handed over in person"],
  note: ["Noter qu’elles sont parties", "Note that they went"],
  noteWhy: [
    "Une fois postée ou remise, une lettre quitte cette liste, et la personne est tenue pour prévenue.",
    "Once posted or handed over, a letter leaves this list, and its person counts as told.",
  ],
  by: {
    post: ["Par la poste", "By post"],
    hand: ["Remises en main propre", "Handed over in person"],
  },
  go: ["Noter ces lettres parties", "Note that these letters went"],
  noPdf: ["Les lettres ne peuvent pas être imprimées ici", "Letters cannot be printed here"],
  noPdfWhy: [
    "Ce service n’imprime pas de documents. Les lettres se lisent une à une dans les courriels.",
    "This service prints no documents. Letters are read one by one among the mails.",
  ],
  csv: [
    ["Nom", "Adresse", "Lettres"],
    ["Name", "Address", "Letters"],
  ],
  fields: {
    letters: ["Lettres parties", "Letters that went"],
    on: ["Parties le", "They went on"],
    means: { label: ["Comment", "How"], missing: ["Dites comment elles sont parties.", "Say how they went."] },
  },
  done: { notees: ["C’est noté.", "It is noted."] },
});
