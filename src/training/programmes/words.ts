/** The words of individual programmes. */
import { withKind } from "../../kit/with-kind.ts";
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";

const WORDS = inBoth({
  title: ["Programme individuel", "Individual programme"],
  of: (name: string) => [`Programme individuel : ${name}`, `Individual programme: ${name}`],
  lead: (cohort: string, version: string) => [
    `${withKind("Promotion", cohort)}, référentiel ${version}.`,
    `Cohort ${cohort}, référentiel ${version}.`,
  ],
  hours: ["Heures par unité", "Hours by unit"],
  unit: ["Unité", "Unit"],
  whole: ["Prévues par la maquette", "By the maquette"],
  relief: ["Allégées", "Relieved"],
  remaining: ["À suivre", "To follow"],
  total: ["Total", "Total"],
  exams: ["Épreuves", "Exams"],
  exam: ["Domaine", "Domain"],
  state: ["Épreuve", "Exam"],
  states: {
    "to-sit": ["à présenter", "to be sat"],
    dispensed: ["dispensée", "dispensed"],
    contested: ["dispense à confirmer par l’autorité", "dispense to be confirmed by the authority"],
    held: ["domaine déjà validé", "domain validated already"],
  },
  why: ["D’où cela vient", "Where this comes from"],
  signature: ["Signature", "Signature"],
  signed: (version: number, name: string, when: string) => [
    `Version ${version}, signée par ${name} le ${when}.`,
    `Version ${version}, signed by ${name} on ${when}.`,
  ],
  notSigned: [
    "Ce programme n’est pas encore signé par la direction.",
    "This programme is not signed by the direction yet.",
  ],
  outdated: [
    "Le programme calculé a changé depuis : il est à signer de nouveau.",
    "What is computed has changed since: it is to be signed anew.",
  ],
  agree: ["Je signe ce programme", "I sign this programme"],
  go: ["Signer le programme", "Sign the programme"],
  done: {
    signe: [
      "Le programme est signé. La personne reçoit un courriel, ou une lettre que vous remettrez.",
      "The programme is signed. The person receives a mail, or a letter that you hand over.",
    ],
  },
  none: [
    "Le programme ne peut pas être calculé sous le référentiel de la promotion.",
    "The programme cannot be computed under the référentiel of the cohort.",
  ],
  fields: {
    agreed: {
      label: ["Ce que vous signez", "What you sign"],
      hint: [
        "J’établis ce programme individuel tel qu’il est montré ci-dessus, selon les allègements et les dispenses obtenus.",
        "I draw up this individual programme as it is shown above, according to the allègements and dispenses obtained.",
      ],
      missing: ["Cochez la case pour signer.", "Tick the box to sign."],
    },
  },
});

export function programmeWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
