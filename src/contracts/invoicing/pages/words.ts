/** The words of what is to be invoiced. */
import { inBoth } from "../../../kit/in-both.ts";
import { type Lang, plural, sayNumber } from "../../../kit/lang.ts";

const WORDS = inBoth({
  title: ["À facturer", "To be invoiced"],
  lead: [
    "Ce que les échéanciers demandent aujourd’hui. Regardez, décochez ce qui doit attendre, émettez : rien ne part sans vous.",
    "What the schedules ask today. Look, untick what is to wait, issue: nothing goes without you.",
  ],
  entryWhy: ["Les factures et les avoirs dont le jour est venu.", "Invoices and credits whose day has come."],
  waiting: (people: number, sums: string) => [
    `${sayNumber(people, "fr")} ${plural(people, "personne", "personnes", "fr")}, ${sums}`,
    `${sayNumber(people, "en")} ${plural(people, "person", "people", "en")}, ${sums}`,
  ],
  inCredits: (amount: string) => [`${amount} d’avoirs`, `${amount} in credits`],
  none: ["Rien n’est à facturer aujourd’hui.", "Nothing is to be invoiced today."],
  fields: { keys: ["Factures et avoirs proposés", "Invoices and credits proposed"] },
  proposal: (name: string, number: string, what: string, amount: string) => [
    `${name}, ${number} : ${what}, ${amount}`,
    `${name}, ${number}: ${what}, ${amount}`,
  ],
  planned: (day: string, payer: string) => [`prévue le ${day}, à ${payer}`, `planned for ${day}, to ${payer}`],
  credit: (of: string) => [`avoir sur la facture ${of}`, `credit on invoice ${of}`],
  sum: (count: number, amount: string) => [
    `${sayNumber(count, "fr")} ${plural(count, "pièce proposée", "pièces proposées", "fr")}, ${amount} en tout.`,
    `${sayNumber(count, "en")} ${plural(count, "document", "documents", "en")} proposed, ${amount} in all.`,
  ],
  together: [
    "Les stagiaires d’un même employeur sont demandés dans une seule facture.",
    "The trainees of one employer are asked in one invoice.",
  ],
  go: ["Émettre ce qui est coché", "Issue what is ticked"],
  check: ["Émettre ces pièces ?", "Issue these documents?"],
  checkLead: [
    "Chaque pièce prend un numéro et part par courriel. Rien ne l’efface : une erreur se corrige par un avoir.",
    "Each document takes a number and goes by mail. Nothing erases it: an error is corrected by a credit.",
  ],
  lines: (count: number, amount: string) => [
    `${count} ${plural(count, "ligne", "lignes", "fr")}, ${amount}`,
    `${count} ${plural(count, "line", "lines", "en")}, ${amount}`,
  ],
  next: ["Suite", "Next"],
  all: ["Tout ce qui est à facturer", "All that is to be invoiced"],
  held: ["À régler d’abord", "To be settled first"],
  heldCaption: ["Personnes pour qui rien ne se propose, et pourquoi", "People for whom nothing is proposed, and why"],
  blocked: (people: number, amount: string) => [
    `${sayNumber(people, "fr")} ${plural(people, "personne", "personnes", "fr")} pour qui rien ne peut être facturé, ${amount}`,
    `${sayNumber(people, "en")} ${plural(people, "person", "people", "en")} for whom nothing can be invoiced, ${amount}`,
  ],
  blockedLead: (people: number, amount: string) => [
    `Rien ne peut être facturé pour ${sayNumber(people, "fr")} ${plural(people, "personne en formation, ou qui l’a finie", "personnes en formation, ou qui l’ont finie", "fr")} : ${amount}.`,
    `Nothing can be invoiced for ${sayNumber(people, "en")} ${plural(people, "person", "people", "en")} in training, or through with it: ${amount}.`,
  ],
  blockedCaption: ["Ce qui manque pour facturer", "What is missing to invoice"],
  price: ["Prix", "Price"],
  unknownPrice: ["pas encore connu", "not known yet"],
  missing: ["Ce qui manque", "What is missing"],
  planGo: ["Fixer les périodes de sa promotion", "Set the periods of their cohort"],
  unsharedGo: ["Noter qui paie", "Note who pays"],
  who: ["Personne", "Person"],
  source: ["Qui paie", "Who pays"],
  why: ["Pourquoi", "Why"],
  result: (done: number, all: number) => [
    `${done} ${plural(done, "pièce émise", "pièces émises", "fr")} sur ${all}.`,
    `${done} of ${all} ${plural(all, "document", "documents", "en")} issued.`,
  ],
  resultTitle: ["Pièces émises", "Documents issued"],
  resultCaption: ["Ce que chacune est devenue", "What became of each"],
  outcome: ["Suite", "Outcome"],
  changed: [
    "Ce qui était proposé a changé entre-temps : regardez de nouveau.",
    "What was proposed has changed meanwhile: look again.",
  ],
  refused: ["Cela ne peut pas être émis.", "This cannot be issued."],
  back: ["Revenir à ce qui est à facturer", "Back to what is to be invoiced"],
});

export function invoicingWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
