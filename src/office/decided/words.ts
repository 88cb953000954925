/** The words of the complete file of a decision. */
import { byKey, inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";

const WORDS = inBoth({
  title: ["Comment cela a-t-il été décidé ?", "How was this decided?"],
  officeTitle: ["Comment ce dossier a-t-il été décidé ?", "How was this application decided?"],
  courtesy: [
    undefined as string | undefined,
    "Courtesy translation. The French version of this document is the one that counts.",
  ],
  number: ["Dossier n°", "Application no."],
  madeOn: (day: string) => [`Établi le ${day}`, `Made on ${day}`],
  of: ["sur", "of"],
  lead: [
    "Tout ce qui a compté, et rien d’autre : de quoi refaire le raisonnement soi-même, ou le contester.",
    "Everything that counted, and nothing else: enough to go through the reasoning oneself, or to contest it.",
  ],
  declared: ["ce que vous aviez déclaré, tel que vous l’aviez remis ;", "what you had declared, as you submitted it;"],
  officeDeclared: [
    "ce que la personne avait déclaré, tel qu’elle l’avait remis ;",
    "what the person had declared, as they handed it in;",
  ],
  contents: [
    [
      "où en est le dossier, et ce que des personnes ont décidé, avec leur motif ;",
      "ce que les règles en ont conclu, condition par condition, avec l’article et notre degré de certitude ;",
      "les fichiers de la loi qui ont servi, par leur empreinte, et le même calcul refait aujourd’hui ;",
      "qui a fait quoi, et quand, d’après le journal du dossier.",
    ],
    [
      "where the application stands, and what people decided, with the ground they gave;",
      "what the rules made of it, condition by condition, with the article and our confidence;",
      "the files of the law that served, by their hash, and the same computation made again today;",
      "who did what, and when, according to the record of the application.",
    ],
  ],
  notYet: [
    "Ce dossier n’a pas encore été remis : aucune règle n’a rien conclu.",
    "This application was not submitted yet: no rule has concluded anything.",
  ],
  submission: (number: string, when: string) => [`Remise ${number}, le ${when}`, `Submission ${number}, on ${when}`],
  submittedAt: ["Reçu par le service le", "Received by the service on"],
  sentAt: ["Envoyé d’abord le", "First sent on"],
  sentWhy: (moment: string) => [
    `${moment} : c’est cette heure qui compte, l’identité ayant été redemandée entre-temps`,
    `${moment}: that is the hour that counts, since the person was asked who they are in between`,
  ],
  receivedOn: ["Arrivé sur papier à l’école le", "Came to the school on paper on"],
  late: ["Après la clôture", "After the closing"],
  lateWhy: (closing: string) => [
    `les candidatures ont clos le ${closing} ; la remise a été enregistrée, et l’école en juge`,
    `applications closed on ${closing}; the submission was recorded, and the school judges it`,
  ],
  stands: ["Où en est le dossier", "Where the application stands"],
  states: {
    draft: [
      "Il est en préparation : rien n’est à décider tant qu’il n’est pas remis.",
      "It is being prepared: there is nothing to decide before it is submitted.",
    ],
    submitted: ["Il est remis à l’école.", "It is submitted to the school."],
    late: [
      "Il a été remis après la clôture, et l’école n’a pas encore dit si elle l’examine.",
      "It was submitted after the closing, and the school has not said yet whether it examines it.",
    ],
    complement: [
      "L’école attend un complément avant de poursuivre.",
      "The school waits for a complement before it goes on.",
    ],
    declined: [
      "Remis après la clôture, il a été écarté par l’école : il n’est pas examiné.",
      "Submitted after the closing, it was declined by the school: it is not examined.",
    ],
    withdrawn: [
      "La candidature a été retirée : elle n’est pas examinée.",
      "The application was withdrawn: it is not examined.",
    ],
  },
  decisions: ["Ce que des personnes ont décidé", "What people decided"],
  decisionsCaption: ["Les décisions, dans l’ordre", "The decisions, in order"],
  noDecision: [
    "Personne n’a encore rien décidé au sujet de ce dossier.",
    "Nobody has decided anything about this application yet.",
  ],
  decision: ["Décision", "Decision"],
  ground: ["Motif", "Ground"],
  noGround: ["aucun motif écrit", "no ground written"],
  kinds: byKey({
    "late-accepted": [
      "Dépôt tardif accepté : le dossier est examiné comme les autres",
      "Late application accepted: it is examined like the others",
    ],
    "late-declined": [
      "Dépôt tardif écarté : le dossier n’est pas examiné",
      "Late application declined: it is not examined",
    ],
    "day-fixed": ["Jour fixé d’après une pièce", "Day fixed from a document"],
    withdrawn: ["Candidature retirée", "Application withdrawn"],
    resumed: [
      "Retrait repris : la candidature est là où elle en était",
      "Withdrawal gone back on: the application is where it was",
    ],
    "taken-back": ["Dossier repris pour être corrigé", "Application taken back to be corrected"],
    confirmed: ["Ce que l’école avait saisi est confirmé", "What the school had entered is confirmed"],
    disputed: ["Ce que l’école avait saisi est contesté", "What the school had entered is disputed"],
    "taken-over": ["Dossier repris dans le compte de la personne", "Application taken over into the person’s account"],
  }),
  asked: (items: string, day: string) => [
    `Complément demandé avant la fin du ${day} : ${items}`,
    `Complement asked for before the end of ${day}: ${items}`,
  ],
  judged: (conform: boolean, items: string) => [
    `${conform ? "Conforme" : "Non conforme"} : ${items}`,
    `${conform ? "Conforms" : "Does not conform"}: ${items}`,
  ],
  contest: ["Si vous n’êtes pas d’accord", "If you do not agree"],
  contestMore: [
    [
      "Une donnée est fausse ou périmée ? Écrivez-le à l’école depuis le dossier : elle la corrige, ou dit pourquoi elle ne le fait pas.",
      "Aucune décision n’est prise par le seul calcul : vous pouvez demander à l’école qu’une personne regarde à nouveau votre situation.",
      "Si la réponse ne vous satisfait pas, la CNIL reçoit les plaintes (cnil.fr).",
    ],
    [
      "Is something wrong or out of date? Write so to the school from the application: it corrects it, or says why it does not.",
      "No decision is taken by the computation alone: you may ask the school to have a person look at your situation again.",
      "If the answer does not satisfy you, the CNIL takes complaints (cnil.fr).",
    ],
  ],
  shown: ["Empreinte de ce que la page montrait", "Hash of what the page showed"],
  agreed: ["Les mots acceptés en remettant le dossier :", "The words agreed to on submitting it:"],
  noAnswer: [
    "Les règles n’ont pas pu répondre à ce qui était déclaré ; une personne de l’école examine le dossier.",
    "The rules could not answer what was declared; somebody of the school examines the application.",
  ],
  unsure: (atBest: string) => [
    `Des jours n’étaient pas connus. La réponse qui suit est celle des jours les moins favorables. Avec les plus favorables : ${atBest}`,
    `Some days were not known. The answer below is that of the least favourable days. With the most favourable: ${atBest}`,
  ],
  answered: ["Ce que les règles ont conclu", "What the rules concluded"],
  outcomes: byKey({
    eligible: [
      "Les conditions d’entrée étaient remplies par au moins une voie.",
      "The conditions of entry were met by at least one route.",
    ],
    "not-eligible": ["Aucune voie n’était ouverte ce jour-là.", "No route was open on that day."],
    "needs-decision": [
      "Un point était laissé à l’appréciation de l’école.",
      "One point was left to the judgement of the school.",
    ],
    unknown: ["Il manquait de quoi conclure.", "Something was missing to conclude."],
  }),
  route: ["Voie", "Route"],
  marks: {
    met: ["Rempli", "Met"],
    unmet: ["Non rempli", "Not met"],
    open: ["À établir", "To be settled"],
  },
  files: ["Les fichiers remis, et leur empreinte SHA-256", "The files submitted, and their SHA-256 hash"],
  kb: ["ko", "kB"],
  basis: ["Les fichiers de la loi", "The files of the law"],
  national: ["Référentiel", "Référentiel"],
  local: ["Fichier de l’établissement", "File of the school"],
  kept: ["gardé ici", "kept here"],
  notKept: ["n’est plus gardé ici", "no longer kept here"],
  rules: ["Version des règles", "Version of the rules"],
  again: ["Le même calcul, refait aujourd’hui", "The same computation, made again today"],
  againHow: [
    "Les mêmes données et les mêmes fichiers, relus depuis la base et reconnus à leur empreinte, repassent par les règles ; seul le sens est comparé, les phrases ayant pu être améliorées.",
    "The same data and the same files, read again from the database and known by their hash, go through the rules once more; meaning alone is compared, since sentences may have been mended.",
  ],
  replayed: {
    same: ["Il donne la même réponse.", "It gives the same answer."],
    differs: [
      "Il ne donne pas la même réponse : dites-le à l’école, quelque chose est à expliquer.",
      "It does not give the same answer: tell the school, something is to be explained.",
    ],
  },
  impossible: {
    "file-gone": [
      "Il n’a pas pu être refait : un des fichiers de la loi n’est plus gardé ici.",
      "It could not be made again: one of the files of the law is no longer kept here.",
    ],
    unreadable: [
      "Il n’a pas pu être refait : cette version du service ne lit plus un fichier de cette forme.",
      "It could not be made again: this version of the service no longer reads a file of that shape.",
    ],
    refused: [
      "Il n’a pas pu être refait : les règles refusent aujourd’hui ces données.",
      "It could not be made again: the rules refuse these data today.",
    ],
    "other-rules": [
      "Il n’a pas pu être refait : les règles ont changé de sens depuis, et l’ancien n’est plus là.",
      "It could not be made again: the rules changed meaning since, and the older one is gone.",
    ],
  },
  weights: ["Ce qui a pesé", "What weighed"],
  weighing: [
    [
      "Les conditions d’entrée ne se pondèrent pas : une seule voie ouverte suffit, et aucune ne compense une autre.",
      "Aucune note, aucun classement et aucun calcul caché n’entre dans cette réponse.",
      "L’école vérifie ensuite les pièces et décide de l’admission ; ce que des personnes ont décidé est dit plus haut, et leurs actes sont dans le journal ci-dessous.",
    ],
    [
      "Conditions of entry are not weighed: one open route is enough, and none makes up for another.",
      "No mark, no ranking and no hidden computation has any part in this answer.",
      "The school then checks the documents and decides on admission; what people decided is told above, and their acts are in the record below.",
    ],
  ],
  who: ["Qui a fait quoi", "Who did what"],
  whoCaption: ["Le journal du dossier, dans l’ordre", "The record of the application, in order"],
  rank: ["N°", "No."],
  when: ["Quand", "When"],
  what: ["Acte", "Act"],
  by: ["Par", "By"],
  actors: {
    self: ["vous", "you"],
    person: ["la personne qui candidate", "the person who applies"],
    link: ["la personne, par le lien reçu", "the person, by the link they were sent"],
    clock: ["le calendrier", "the calendar"],
    provider: ["le service de paiement", "the payment service"],
    operator: ["l’opérateur du service", "the operator of the service"],
    staff: ["une personne de l’école", "somebody of the school"],
  },
  byProgram: (who: string) => [`${who} (par un programme)`, `${who} (by a program)`],
  proof: ["Ce qui prouve que rien n’a été retouché", "What proves that nothing was touched up"],
  whole: [
    "Le journal de ce dossier est entier, et les données sont celles qui y ont été enregistrées.",
    "The record of this application is whole, and the data are those that were recorded in it.",
  ],
  broken: [
    "Quelque chose a été retouché : l’opérateur doit lancer « livret audit verify ».",
    "Something was touched up: the operator must run “livret audit verify”.",
  ],
  proofHow: [
    "Chaque acte porte l’empreinte de ce qu’il a écrit et celle de l’acte d’avant ; les têtes de tous les dossiers de l’école sont scellées ensemble chaque heure.",
    "Each act bears the hash of what it wrote and that of the act before; the heads of all applications of the school are sealed together every hour.",
  ],
  lastHash: (seq: number) => [`Empreinte de l’acte n° ${seq}`, `Hash of act no. ${seq}`],
  checkpoint: (number: number, seq: number) => [
    `Point de contrôle n° ${number}, qui couvre jusqu’à l’acte n° ${seq}`,
    `Checkpoint no. ${number}, which covers up to act no. ${seq}`,
  ],
  noCheckpoint: ["Point de contrôle", "Checkpoint"],
  nextHour: ["le prochain le couvrira, dans l’heure", "the next will cover it, within the hour"],
  pdf: ["Le même document en PDF", "The same document as a PDF"],
});

export type DecidedWords = typeof WORDS.fr;

export function decidedWords(lang: Lang): DecidedWords {
  return WORDS[lang];
}
