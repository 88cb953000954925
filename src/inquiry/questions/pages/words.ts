/** The words of the pages of questions. */
import { inBoth } from "../../../kit/in-both.ts";

export const questionWords = inBoth({
  ask: {
    title: ["Poser une question", "Ask a question"],
    lead: [
      "L’école vous répond par courriel. Vous n’avez pas besoin de compte.",
      "The school answers you by mail. You do not need an account.",
    ],
    kept: (months: number) => [
      `Votre question et votre adresse sont effacées au bout de ${months} mois.`,
      `Your question and your address are erased after ${months} months.`,
    ],
    go: ["Envoyer ma question", "Send my question"],
    fields: {
      text: {
        label: ["Ma question", "My question"],
        missing: ["Écrivez votre question.", "Write your question."],
      },
      address: {
        label: ["Mon adresse électronique", "My mail address"],
        hint: [
          "La réponse y arrive, avec une copie de votre question.",
          "The answer comes there, with a copy of your question.",
        ],
        missing: ["Donnez une adresse : la réponse y arrive.", "Give an address: the answer comes there."],
      },
      name: ["Mon nom", "My name"],
    },
    done: {
      question: [
        "Votre question est envoyée. Vous en recevez une copie par courriel, puis la réponse.",
        "Your question is sent. You receive a copy by mail, then the answer.",
      ],
    },
  },
  list: {
    title: ["Questions", "Questions"],
    lead: [
      "Posées par le formulaire de l’école, sans compte. Chaque réponse part par courriel.",
      "Asked by the school’s form, without an account. Each answer goes by mail.",
    ],
    open: ["Sans réponse", "Not answered"],
    answered: ["Avec réponse", "Answered"],
    none: ["Aucune question.", "No question."],
    columns: [
      ["Question", "De", "Le"],
      ["Question", "From", "On"],
    ],
    next: ["Suite de la liste", "Rest of the list"],
  },
  answer: {
    title: ["Une question", "A question"],
    from: ["De", "From"],
    on: ["Le", "On"],
    diploma: ["Sur", "About"],
    question: ["Question", "Question"],
    given: ["Réponse", "Answer"],
    go: ["Envoyer la réponse", "Send the answer"],
    fields: {
      text: {
        label: ["Réponse", "Answer"],
        hint: [
          "Elle part par courriel, dans la langue où vous l’écrivez.",
          "It goes by mail, in the language in which you write it.",
        ],
        missing: ["Écrivez la réponse.", "Write the answer."],
      },
    },
    done: { reponse: ["La réponse est partie par courriel.", "The answer has gone by mail."] },
  },
});
