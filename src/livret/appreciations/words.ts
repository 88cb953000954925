/** The words of appreciations: messages of acts, the mail to authors, and the pages. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";
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

const WORDS = inBoth({
  office: (cohort: string) => [`Appréciations : ${cohort}`, `Appreciations: ${cohort}`],
  lead: [
    "Ce que le livret de chacun dira de sa formation : à demander à qui l’écrit et la signe, pour un jour.",
    "What each one’s livret will say of their training: to be asked, for a day, of whoever writes and signs it.",
  ],
  none: [
    "Le dossier de l’école ne prévoit aucune appréciation au livret de formation.",
    "The school’s file plans no appreciation in the livret de formation.",
  ],
  nobodyHere: ["Personne n’est encore inscrit dans cette promotion.", "Nobody is enrolled in this cohort yet."],
  caption: ["Appréciations de la promotion", "Appreciations of the cohort"],
  person: ["Personne", "Person"],
  notAsked: ["pas encore demandée", "not asked yet"],
  waits: (name: string, day: string) => [`demandée à ${name} pour le ${day}`, `asked of ${name} for ${day}`],
  writtenBy: (name: string, day: string) => [`écrite par ${name} le ${day}`, `written by ${name} on ${day}`],
  ask: ["Demander une appréciation", "Ask for an appreciation"],
  go: ["Demander", "Ask"],
  withdraw: ["Retirer une demande", "Withdraw a request"],
  withdrawGo: ["Retirer la demande", "Withdraw the request"],
  mine: ["Appréciations à écrire", "Appreciations to write"],
  mineLead: [
    "Ce que vous écrivez entre au livret de la personne, qui le lit dès que vous l’avez signé.",
    "What you write goes into the livret of the person, who reads it as soon as you have signed it.",
  ],
  entryWhy: [
    "Écrire et signer ce qui vous est demandé pour un livret de formation.",
    "Write and sign what is asked of you for a livret de formation.",
  ],
  noneMine: ["Aucune appréciation ne vous est demandée.", "No appreciation is asked of you."],
  about: (kind: string, name: string) => [`${kind} : ${name}`, `${kind}: ${name}`],
  dueBy: (day: string) => [`À écrire pour le ${day}.`, `To be written for ${day}.`],
  late: (day: string) => [`À écrire ; c’était pour le ${day}.`, `To be written; it was for ${day}.`],
  signedOn: (day: string) => [`Signée le ${day}.`, `Signed on ${day}.`],
  write: ["Écrire", "Write"],
  correct: ["Corriger", "Correct"],
  ofWhom: (name: string) => [`: ${name}`, `: ${name}`],
  now: ["Ce qui est signé", "What is signed"],
  reason: ["Raison de la correction", "Reason of the correction"],
  reasonHint: ["Ce qui était signé avant reste gardé.", "What was signed before is kept."],
  agree: ["Je signe cette appréciation", "I sign this appreciation"],
  sign: ["Signer l’appréciation", "Sign the appreciation"],
  signed: ["L’appréciation est signée ; elle est au livret.", "The appreciation is signed; it is in the livret."],
  fields: {
    kind: ["Appréciation", "Appreciation"],
    of: {
      label: ["À qui", "Of whom"],
      hint: [
        "Sans choix, une appréciation de direction est demandée à qui dirige le travail de chacun.",
        "If nobody is chosen, that of a director is asked of whoever directs each one’s work.",
      ],
    },
    enrolments: ["Pour qui", "About whom"],
    due: ["Pour le", "For"],
    request: ["Demande", "Request"],
    why: {
      label: ["Raison du retrait", "Reason of the withdrawal"],
      missing: ["Dites pourquoi la demande est retirée.", "Say why the request is withdrawn."],
    },
    words: ["Votre appréciation", "Your appreciation"],
    agreed: {
      label: ["Ce que vous signez", "What you sign"],
      hint: ["Cette appréciation est la mienne.", "This appreciation is mine."],
      missing: ["Cochez la case pour signer.", "Tick the box to sign."],
    },
  },
  done: {
    demande: [
      "C’est demandé ; chacun en est prévenu par un seul courriel.",
      "It is asked; everybody is told by one mail.",
    ],
    retire: ["La demande est retirée.", "The request is withdrawn."],
  },
});

export function appreciationWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
