/** The words of what is shown before a change of who pays, or of a training. */
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, plural } from "../../kit/lang.ts";

const WORDS = inBoth({
  money: ["Ce qui est dû", "What is owed"],
  caption: ["Avant et après", "Before and after"],
  payer: ["Payeur", "Payer"],
  firstCaption: ["Qui paie quoi", "Who pays what"],
  priceRises: (before: string, after: string, by: string) => [
    `Le prix passe de ${before} à ${after} : la remise, qui porte sur ce que la personne paie elle-même, baisse de ${by}.`,
    `The price goes from ${before} to ${after}: the discount, which is on what the person pays themselves, falls by ${by}.`,
  ],
  priceFalls: (before: string, after: string, by: string) => [
    `Le prix passe de ${before} à ${after} : la remise, qui porte sur ce que la personne paie elle-même, augmente de ${by}.`,
    `The price goes from ${before} to ${after}: the discount, which is on what the person pays themselves, grows by ${by}.`,
  ],
  priceAnew: (before: string, after: string) => [
    `Le prix passe de ${before} à ${after} : les allègements ont été décidés à nouveau.`,
    `The price goes from ${before} to ${after}: reliefs were decided anew.`,
  ],
  price: ["Prix de la formation", "Price of the training"],
  inRegister: (names: string) => [
    `Au registre des payeurs : ${names}. Choisissez-le plutôt là : noté par son seul nom, il ne verra pas cette personne parmi ses stagiaires, et rien ne peut lui être facturé.`,
    `In the register of payers: ${names}. Better choose it there: noted by its name alone, it does not have this person among its trainees, and nothing can be invoiced to it.`,
  ],
  before: ["Aujourd’hui", "Today"],
  after: ["Ensuite", "Then"],
  sum: ["En tout", "In all"],
  due: ["À payer au plus tard le", "To pay by"],
  amount: ["Montant", "Amount"],
  paused: [
    "Rien n’est demandé jusqu’à la reprise ; ce qui est déjà facturé reste dû.",
    "Nothing is asked until the training is taken up again; what is invoiced already stays owed.",
  ],
  again: (papers: string) => [
    `Ce papier est signé et son montant change, il est à signer de nouveau : ${papers}.`,
    `This paper is signed and its amount changes, it is to be signed anew: ${papers}.`,
  ],
  credit: (amounts: string) => [`Factures à corriger par un avoir : ${amounts}.`, `Invoices to credit: ${amounts}.`],
  refund: (amounts: string) => [`À rendre : ${amounts}.`, `To give back: ${amounts}.`],
  toCome: (count: number) => [
    `${count} ${plural(count, "échéance à facturer ensuite", "échéances à facturer ensuite", "fr")}`,
    `${count} ${plural(count, "instalment to invoice then", "instalments to invoice then", "en")}`,
  ],
  toComeCaption: ["À facturer ensuite", "To invoice then"],
  grant: {
    title: ["Vérifiez ce que change cette réponse", "Check what this answer changes"],
    lead: [
      "Si la personne paie elle-même ce que ce financeur ne paie pas. Elle pourra dire autre chose.",
      "If the person pays what this fund does not pay. They may say otherwise.",
    ],
    go: ["Noter cette réponse", "Note this answer"],
  },
  shares: {
    title: ["Vérifiez qui paie ensuite", "Check who pays then"],
    go: ["Noter qui paie", "Note who pays"],
  },
});

export function foreseenWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
