/** The words of individual programmes. */
import type { Lang } from "../../kit/lang.ts";

const fr = {
  title: "Programme individuel",
  of: (name: string) => `Programme individuel : ${name}`,
  lead: (cohort: string, version: string) => `Promotion ${cohort}, référentiel ${version}.`,
  hours: "Heures par unité",
  unit: "Unité",
  whole: "Prévues par la maquette",
  relief: "Allégées",
  remaining: "À suivre",
  total: "Total",
  exams: "Épreuves",
  exam: "Domaine",
  state: "Épreuve",
  states: {
    "to-sit": "à présenter",
    dispensed: "dispensée",
    contested: "dispense à confirmer par l’autorité",
    held: "domaine déjà validé",
  },
  why: "D’où cela vient",
  signature: "Signature",
  signed: (version: number, name: string, when: string) => `Version ${version}, signée par ${name} le ${when}.`,
  notSigned: "Ce programme n’est pas encore signé par la direction.",
  outdated: "Le programme calculé a changé depuis : il est à signer de nouveau.",
  declaration:
    "J’établis ce programme individuel tel qu’il est montré ci-dessus, selon les allègements et les dispenses obtenus.",
  declarationLegend: "Ce que vous signez",
  agree: "Je signe ce programme",
  notAgreed: "Cochez la case pour signer.",
  sign: "Signer le programme",
  done: "Le programme est signé. La personne reçoit un courriel, ou une lettre que vous remettrez.",
  none: "Le programme ne peut pas être calculé sous le référentiel de la promotion.",
};

const en: typeof fr = {
  title: "Individual programme",
  of: (name) => `Individual programme: ${name}`,
  lead: (cohort, version) => `Cohort ${cohort}, référentiel ${version}.`,
  hours: "Hours by unit",
  unit: "Unit",
  whole: "By the maquette",
  relief: "Relieved",
  remaining: "To follow",
  total: "Total",
  exams: "Exams",
  exam: "Domain",
  state: "Exam",
  states: {
    "to-sit": "to be sat",
    dispensed: "dispensed",
    contested: "dispense to be confirmed by the authority",
    held: "domain validated already",
  },
  why: "Where this comes from",
  signature: "Signature",
  signed: (version, name, when) => `Version ${version}, signed by ${name} on ${when}.`,
  notSigned: "This programme is not signed by the direction yet.",
  outdated: "What is computed has changed since: it is to be signed anew.",
  declaration:
    "I draw up this individual programme as it is shown above, according to the allègements and dispenses obtained.",
  declarationLegend: "What you sign",
  agree: "I sign this programme",
  notAgreed: "Tick the box to sign.",
  sign: "Sign the programme",
  done: "The programme is signed. The person receives a mail, or a letter that you hand over.",
  none: "The programme cannot be computed under the référentiel of the cohort.",
};

const WORDS = { fr, en } as const;

export function programmeWords(lang: Lang): typeof fr {
  return WORDS[lang];
}

export function signedMail(lang: Lang, version: number) {
  return lang === "fr"
    ? {
        subject: "Votre programme individuel est signé",
        paragraphs: [
          version === 1
            ? "La direction a signé votre programme individuel : ce que vous suivez, unité par unité, et les épreuves que vous présentez."
            : `La direction a signé une nouvelle version de votre programme individuel, la ${version}e : elle remplace la précédente.`,
        ],
        open: "Ouvrir ma formation",
      }
    : {
        subject: "Your individual programme is signed",
        paragraphs: [
          version === 1
            ? "The director has signed your individual programme: what you follow, unit by unit, and the exams you sit."
            : `The director has signed a new version of your individual programme, number ${version}: it replaces the one before.`,
        ],
        open: "Open my training",
      };
}
