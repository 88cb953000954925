/** The mails about a claim or a correction of attendance. */

export function answeredMail(lang: "fr" | "en", answer: string) {
  return lang === "fr"
    ? {
        subject: "Réponse au sujet de votre présence",
        paragraphs: ["Vous avez signalé quelque chose au sujet d’une présence. La réponse :", answer],
        open: "Ouvrir ma formation",
      }
    : {
        subject: "An answer about your attendance",
        paragraphs: ["You said something about an attendance. The answer:", answer],
        open: "Open my training",
      };
}

export function correctedMail(lang: "fr" | "en", reason: string) {
  return lang === "fr"
    ? {
        subject: "Une présence est corrigée",
        paragraphs: ["Ce qui était noté de votre présence à une séance est corrigé. La raison :", reason],
        open: "Ouvrir ma formation",
      }
    : {
        subject: "An attendance is corrected",
        paragraphs: ["What was recorded of your attendance in a lesson is corrected. The reason:", reason],
        open: "Open my training",
      };
}
