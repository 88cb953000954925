/** What is billed, in words; and why nothing is. */
import type { Label } from "../../kit/lang.ts";
import type { Held } from "./gathering.ts";
import type { Proposal } from "./rules/proposals.ts";

export function sayWhat(what: NonNullable<Proposal["what"]>, nth: number | null, diploma: string): Label {
  switch (what) {
    case "first":
      return { fr: `Acompte sur la formation, ${diploma}`, en: `Deposit for the training, ${diploma}` };
    case "fixed":
      return { fr: `Frais de formation, ${diploma}`, en: `Training fees, ${diploma}` };
    case "third":
      return { fr: "Frais pour un autre établissement", en: "Fees for another school" };
    case "indemnity":
      return { fr: "Indemnité pour heures non suivies", en: "Compensation for hours missed" };
    case "stop":
      return { fr: `Formation jusqu’à son arrêt, ${diploma}`, en: `Training until it stopped, ${diploma}` };
    default:
      return { fr: `Formation, période ${nth}, ${diploma}`, en: `Training, period ${nth}, ${diploma}` };
  }
}

export const WHY_HELD: Readonly<Record<Held, Label>> = {
  "no-periods": {
    fr: "sa promotion n’a pas de périodes : rien ne se facture sans elles",
    en: "their cohort has no periods: nothing is invoiced without them",
  },
  paused: {
    fr: "sa formation est interrompue ou reportée : rien n’est demandé avant son retour",
    en: "their training is interrupted or deferred: nothing is asked before they come back",
  },
  elsewhere: {
    fr: "elle continue dans un autre établissement : dites ce qui reste dû par un avoir ou une autre fin",
    en: "it continues in another school: say what is still owed by a credit or another ending",
  },
  carried: {
    fr: "des heures ont été suivies avant que l’école les tienne ici : dites vous-même ce qui reste à facturer",
    en: "hours were followed before the school kept them here: say yourself what is left to invoice",
  },
  "credit-elsewhere": {
    fr: "un avoir est dû sur ce qui a été facturé avant : faites-le dans l’outil d’où vous venez",
    en: "a credit is owed on what was invoiced before: make it in the program that you come from",
  },
  short: {
    fr: "un financeur ne paie pas tout : dites d’abord qui paie le reste",
    en: "a fund does not pay all: first say who pays the rest",
  },
  outdated: {
    fr: "ses heures ont été décidées de nouveau et son prix a changé : dites d’abord qui paie",
    en: "their hours were decided anew and their price has changed: first say who pays",
  },
  "not-computed": { fr: "l’échéancier ne se calcule pas", en: "the schedule cannot be computed" },
  "not-yet": {
    fr: "son papier n’est pas signé de tous, ou le délai de rétractation court : rien ne se demande encore",
    en: "their paper is not signed by all, or may still be withdrawn from: nothing is asked yet",
  },
  "no-payer": {
    fr: "choisissez ce payeur dans le registre, dans « qui paie » de son contrat",
    en: "choose this payer from the register, under “who pays” of their contract",
  },
};
