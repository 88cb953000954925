/** The words of appreciations: what acts say, the mail to whoever is asked, and the pages. */
import { type Lang, plural, sayDay, sayNumber } from "../../kit/lang.ts";
import type { Day } from "../../kit/day.ts";
import { issue } from "../../kit/schema.ts";

export const faults = {
  kind: issue(
    "kind",
    "L’école ne prévoit pas cette appréciation au livret.",
    "The school plans no such appreciation in the livret.",
  ),
  nobody: issue(
    "of",
    "Cette personne n’a pas le rôle qu’il faut ici : confiez-le-lui, ou invitez-la, d’abord.",
    "This person has not the role that it takes: give it to them, or invite them, first.",
  ),
  unknown: issue(
    "enrolments",
    "Une de ces personnes n’est pas en formation ici.",
    "One of these persons is not in training here.",
  ),
  noDirector: issue(
    "of",
    "Personne ne dirige encore le travail d’une de ces personnes : nommez qui le dirige, ou choisissez à qui demander.",
    "Nobody directs the work of one of these persons yet: name who does, or choose whom to ask.",
  ),
  past: issue("due", "Ce jour est passé.", "This day is past."),
  asked: issue(
    "enrolments",
    "Cette appréciation est déjà demandée à cette personne pour chacune d’elles.",
    "This appreciation is asked of this person for each of them already.",
  ),
  withdrawn: issue("request", "Cette demande est retirée.", "This request is withdrawn."),
  written: issue(
    "request",
    "Cette appréciation est écrite : seule la personne qui l’a signée la corrige.",
    "This appreciation is written: only whoever signed it corrects it.",
  ),
  reason: issue("reason", "Dites pourquoi vous la corrigez.", "Say why you correct it."),
  same: issue("words", "Rien n’a changé dans cette appréciation.", "Nothing has changed in this appreciation."),
};

const fr = {
  office: (cohort: string) => `Appréciations : ${cohort}`,
  lead: "Ce que le livret de chacun dira de sa formation : à demander à qui l’écrit et la signe, pour un jour.",
  none: "Le dossier de l’école ne prévoit aucune appréciation au livret de formation.",
  nobodyHere: "Personne n’est encore inscrit dans cette promotion.",
  caption: "Appréciations de la promotion",
  person: "Personne",
  notAsked: "pas encore demandée",
  waits: (name: string, day: string) => `demandée à ${name} pour le ${day}`,
  writtenBy: (name: string, day: string) => `écrite par ${name} le ${day}`,
  ask: "Demander une appréciation",
  kind: "Appréciation",
  of: "À qui",
  ofHint: "Sans choix, une appréciation de direction est demandée à qui dirige le travail de chacun.",
  choose: "Choisissez",
  whom: "Pour qui",
  due: "Pour le",
  askGo: "Demander",
  asked: "C’est demandé ; chacun en est prévenu par un seul courriel.",
  withdraw: "Retirer une demande",
  request: "Demande",
  why: "Raison du retrait",
  withdrawGo: "Retirer la demande",
  withdrawn: "La demande est retirée.",
  mine: "Appréciations à écrire",
  mineLead: "Ce que vous écrivez entre au livret de la personne, qui le lit dès que vous l’avez signé.",
  entryWhy: "Écrire et signer ce qui vous est demandé pour un livret de formation.",
  noneMine: "Aucune appréciation ne vous est demandée.",
  about: (kind: string, name: string) => `${kind} : ${name}`,
  dueBy: (day: string) => `À écrire pour le ${day}.`,
  late: (day: string) => `À écrire ; c’était pour le ${day}.`,
  signedOn: (day: string) => `Signée le ${day}.`,
  write: "Écrire",
  correct: "Corriger",
  ofWhom: (name: string) => `: ${name}`,
  now: "Ce qui est signé",
  words: "Votre appréciation",
  reason: "Raison de la correction",
  reasonHint: "Ce qui était signé avant reste gardé.",
  declaration: "Cette appréciation est la mienne.",
  legend: "Ce que vous signez",
  agree: "Je signe cette appréciation",
  notAgreed: "Cochez la case pour signer.",
  sign: "Signer l’appréciation",
  signed: "L’appréciation est signée ; elle est au livret.",
  missing: {
    kind: "Choisissez l’appréciation.",
    whom: "Choisissez au moins une personne.",
    due: "Donnez le jour : jour, mois et année.",
    words: "Écrivez l’appréciation.",
    request: "Choisissez la demande.",
    why: "Dites pourquoi la demande est retirée.",
  },
};

const en: typeof fr = {
  office: (cohort) => `Appreciations: ${cohort}`,
  lead: "What each one’s livret will say of their training: to be asked, for a day, of whoever writes and signs it.",
  none: "The school’s file plans no appreciation in the livret de formation.",
  nobodyHere: "Nobody is enrolled in this cohort yet.",
  caption: "Appreciations of the cohort",
  person: "Person",
  notAsked: "not asked yet",
  waits: (name, day) => `asked of ${name} for ${day}`,
  writtenBy: (name, day) => `written by ${name} on ${day}`,
  ask: "Ask for an appreciation",
  kind: "Appreciation",
  of: "Of whom",
  ofHint: "If nobody is chosen, that of a director is asked of whoever directs each one’s work.",
  choose: "Choose",
  whom: "About whom",
  due: "For",
  askGo: "Ask",
  asked: "It is asked; everybody is told by one mail.",
  withdraw: "Withdraw a request",
  request: "Request",
  why: "Reason of the withdrawal",
  withdrawGo: "Withdraw the request",
  withdrawn: "The request is withdrawn.",
  mine: "Appreciations to write",
  mineLead: "What you write goes into the livret of the person, who reads it as soon as you have signed it.",
  entryWhy: "Write and sign what is asked of you for a livret de formation.",
  noneMine: "No appreciation is asked of you.",
  about: (kind, name) => `${kind}: ${name}`,
  dueBy: (day) => `To be written for ${day}.`,
  late: (day) => `To be written; it was for ${day}.`,
  signedOn: (day) => `Signed on ${day}.`,
  write: "Write",
  correct: "Correct",
  ofWhom: (name) => `: ${name}`,
  now: "What is signed",
  words: "Your appreciation",
  reason: "Reason of the correction",
  reasonHint: "What was signed before is kept.",
  declaration: "This appreciation is mine.",
  legend: "What you sign",
  agree: "I sign this appreciation",
  notAgreed: "Tick the box to sign.",
  sign: "Sign the appreciation",
  signed: "The appreciation is signed; it is in the livret.",
  missing: {
    kind: "Choose the appreciation.",
    whom: "Choose at least one person.",
    due: "Give the day: day, month and year.",
    words: "Write the appreciation.",
    request: "Choose the request.",
    why: "Say why the request is withdrawn.",
  },
};

const WORDS = { fr, en } as const;

export function appreciationWords(lang: Lang): typeof fr {
  return WORDS[lang];
}

type Asking = { readonly count: number; readonly kind: string; readonly due: Day };

export function askedMail(lang: Lang, { count, kind, due }: Asking) {
  const day = sayDay(due, lang);
  return lang === "fr"
    ? {
        subject: `Appréciation demandée pour le ${day}`,
        paragraphs: [
          `Une appréciation (${kind}) vous est demandée pour le livret de formation de ${sayNumber(count, "fr")} ${plural(count, "personne", "personnes", "fr")}, à écrire et à signer pour le ${day}.`,
        ],
        open: "Écrire les appréciations",
      }
    : {
        subject: `An appreciation is asked for ${day}`,
        paragraphs: [
          `An appreciation (${kind}) is asked of you for the livret de formation of ${sayNumber(count, "en")} ${plural(count, "person", "persons", "en")}, to be written and signed for ${day}.`,
        ],
        open: "Write the appreciations",
      };
}
