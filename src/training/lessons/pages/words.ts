/** The words of the pages of lessons and attendance. */
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  week: {
    title: (name: string) => [`Séances : ${name}`, `Lessons: ${name}`],
    of: (from: string, until: string) => [`Semaine du ${from} au ${until}`, `Week from ${from} to ${until}`],
    before: ["Semaine précédente", "Week before"],
    after: ["Semaine suivante", "Week after"],
    none: ["Aucune séance cette semaine.", "No lesson this week."],
    caption: ["Séances de la semaine", "Lessons of the week"],
    when: ["Quand", "When"],
    what: ["Unité", "Unit"],
    who: ["Formateur", "Trainer"],
    where: ["Salle", "Room"],
    more: ["Suite", "More"],
    noRoom: ["sans salle", "no room"],
    cancelled: (why: string) => [`Annulée : ${why}`, `Cancelled: ${why}`],
    list: ["Liste de présence", "Attendance list"],
    change: ["Modifier", "Change"],
    ofLesson: (when: string) => [`: ${when}`, `: ${when}`],
    countersigned: ["contresignée", "countersigned"],
    toSign: ["à contresigner", "to be countersigned"],
    beside: ["En même temps", "At the same time"],
    besideSaid: (kind: string, from: string, until: string) => [
      `${kind} de ${from} à ${until}`,
      `${kind} from ${from} to ${until}`,
    ],
  },
  plan: {
    heading: ["Planifier une séance", "Plan a lesson"],
    unit: ["Unité", "Unit"],
    noRoom: ["Aucune", "None"],
    subject: ["Sujet", "Subject"],
    go: ["Planifier cette séance", "Plan this lesson"],
    done: ["La séance est planifiée ; le formateur en est prévenu.", "The lesson is planned; the trainer is told."],
    nobody: [
      "Personne n’a encore le rôle de formateur : confiez-le à quelqu’un, ou invitez un formateur, d’abord.",
      "Nobody has the role of trainer yet: give it to somebody, or invite a trainer, first.",
    ],
    missing: {
      unit: ["Choisissez l’unité.", "Choose the unit."],
    },
    fields: {
      on: ["Jour", "Day"],
      from: {
        label: ["De", "From"],
        hint: [
          "Par exemple 9:00. Une séance tient dans une demi-journée, qui s’émarge.",
          "For example 9:00. A lesson stands in one half-day, which is signed.",
        ],
      },
      to: ["À", "To"],
      room: ["Salle", "Room"],
      trainer: ["Formateur", "Trainer"],
      ground: {
        label: ["Motif, si le jour ou l’heure le demande", "Ground, if the day or the hour asks for one"],
        hint: [
          "Pour un jour férié, une fermeture de l’école, une épreuve repassée en même temps.",
          "For a public holiday, a closure of the school, an exam sat again at the same time.",
        ],
      },
    },
  },
  change: {
    title: ["Modifier une séance", "Change a lesson"],
    move: ["Déplacer", "Move"],
    moveGo: ["Déplacer la séance", "Move the lesson"],
    hand: ["Confier à un autre formateur", "Hand to another trainer"],
    handGo: ["Confier la séance", "Hand the lesson over"],
    cancel: ["Annuler", "Cancel"],
    cancelGo: ["Annuler la séance", "Cancel the lesson"],
    told: [
      "Le formateur et les personnes qui doivent la suivre reçoivent un courriel, une fois, ou une lettre que vous remettrez.",
      "The trainer and those who must follow it receive a mail, once, or a letter that you hand over.",
    ],
    done: [
      "C’est fait. Chacun reçoit un courriel, ou une lettre que vous remettrez.",
      "It is done. Each receives a mail, or a letter that you hand over.",
    ],
    fields: {
      why: {
        label: ["Raison de l’annulation", "Reason of the cancellation"],
        hint: ["Elle est envoyée à ceux que la séance concerne.", "It is sent to those whom the lesson concerns."],
        missing: ["Dites pourquoi la séance est annulée.", "Say why the lesson is cancelled."],
      },
    },
  },
  list: {
    title: ["Liste de présence", "Attendance list"],
    nobody: ["Personne n’a à suivre cette séance.", "Nobody has to follow this lesson."],
    code: ["Code de la demi-journée", "Code of the half-day"],
    codeWhy: [
      "Les stagiaires le saisissent sur leur téléphone, dès que la séance commence, pour signer leur présence. Il vaut pour cette demi-journée.",
      "Trainees type it on their phone, once the lesson begins, to sign that they are here. It is good for this half-day.",
    ],
    codeGo: ["Montrer le code", "Show the code"],
    onIt: [
      "Vous êtes sur cette liste : le responsable de formation y note votre présence et la contresigne.",
      "You are on this list: the head of training marks you in it and countersigns it.",
    ],
    notRunning: [
      "Le code se montre d’un quart d’heure avant la première séance de la demi-journée à la fin de la dernière.",
      "The code is shown from a quarter of an hour before the first lesson of the half-day to the end of the last.",
    ],
    mark: ["Noter les présences", "Mark who is here"],
    statuses: {
      present: ["présence", "present"],
      part: ["présence en partie", "present for a part"],
      excused: ["absence excusée", "excused"],
      absent: ["absence", "absent"],
    },
    choices: {
      present: ["Présence", "Present"],
      part: ["En partie", "For a part"],
      absent: ["Absence", "Absent"],
    },
    markGo: ["Enregistrer les présences", "Save the marks"],
    hows: {
      signed: ["signée par la personne", "signed by the person"],
      listed: ["notée par le formateur", "marked by the trainer"],
      corrected: ["corrigée", "corrected"],
    },
    countersigned: ["contresignée", "countersigned"],
    notCountersigned: ["à contresigner", "to be countersigned"],
    unmarked: ["pas encore notée", "not marked yet"],
    contested: ["contestée", "contested"],
    answer: ["Répondre", "Answer"],
    signLater: (to: string) => [
      `Cette liste se contresigne une fois la séance terminée, à partir de ${to}.`,
      `This list is countersigned once the lesson has ended, from ${to} on.`,
    ],
    signLink: ["Contresigner la liste", "Countersign the list"],
    correct: ["Corriger", "Correct"],
    person: ["Personne", "Person"],
    state: ["Présence", "Attendance"],
    missed: (minutes: number) => [`${minutes} minutes manquées`, `${minutes} minutes missed`],
  },
  sign: {
    title: ["Contresigner la liste", "Countersign the list"],
    declaration: [
      "J’atteste que cette liste dit qui a suivi la séance que j’ai assurée.",
      "I attest that this list says who followed the lesson that I held.",
    ],
    declarationFor: [
      "J’atteste que cette liste dit qui a suivi la séance, dont le formateur est lui-même un stagiaire.",
      "I attest that this list says who followed the lesson, whose trainer is a trainee of it.",
    ],
    agree: ["Je contresigne cette liste", "I countersign this list"],
    go: ["Contresigner", "Countersign"],
    fields: {
      agreed: {
        label: ["Ce que vous signez", "What you sign"],
        missing: ["Cochez la case pour contresigner.", "Tick the box to countersign."],
      },
    },
  },
  correct: {
    title: ["Corriger une présence", "Correct an attendance"],
    now: (said: string) => [`Ce qui est noté : ${said}.`, `What is recorded: ${said}.`],
    go: ["Corriger", "Correct"],
  },
  claims: {
    heading: ["Présences contestées ou justifiées", "Attendance contested or accounted for"],
    lead: [
      "Ce que des stagiaires disent de ce qui est noté de leur présence.",
      "What trainees say of what is recorded of their attendance.",
    ],
    entryWhy: [
      "Répondre à qui conteste une présence ou justifie une absence.",
      "Answer whoever contests an attendance or accounts for an absence.",
    ],
    none: ["Rien n’attend de réponse.", "Nothing waits for an answer."],
    lesson: ["Séance", "Lesson"],
    words: ["Ce que dit la personne", "What the person says"],
    file: ["Justificatif", "Proof"],
    open: ["Ouvrir le fichier", "Open the file"],
    correct: ["Corriger la présence", "Correct the attendance"],
    go: ["Répondre", "Answer"],
    done: { repondu: ["La réponse est envoyée.", "The answer is sent."] },
    fields: { answer: ["Réponse, si rien n’est à corriger", "Answer, if nothing is to be corrected"] },
  },
  teaching: {
    heading: ["Mes séances", "My lessons"],
    lead: [
      "Celles que vous assurez : le code à montrer, la liste à noter et à contresigner.",
      "Those that you hold: the code to show, the list to mark and countersign.",
    ],
    entryWhy: [
      "Les séances que vous assurez, leurs listes à contresigner.",
      "The lessons that you hold, and their lists to countersign.",
    ],
  },
  fields: {
    status: ["Ce qu’il en est", "What is the case"],
    minutesMissed: ["Minutes manquées", "Minutes missed"],
    proof: ["Ce qui justifie l’absence", "What shows the absence"],
    reason: {
      label: ["Raison de la correction", "Reason of the correction"],
      hint: [
        "Elle est envoyée à la personne. Ce qui était noté avant reste gardé.",
        "It is sent to the person. What was recorded before is kept.",
      ],
      missing: ["Dites la raison de la correction.", "Say the reason of the correction."],
    },
  },
  done: {
    note: ["Les présences sont enregistrées.", "The marks are saved."],
    contresignee: ["La liste est contresignée.", "The list is countersigned."],
    repondu: ["La réponse est envoyée.", "The answer is sent."],
    corrigee: [
      "La présence est corrigée ; la liste est à contresigner de nouveau.",
      "The attendance is corrected; the list is to be countersigned anew.",
    ],
  },
});

export function lessonWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
