/** The messages of the acts on attendance. */
import { type Issue, issue } from "../../kit/schema.ts";
import { sayList } from "../../kit/lang.ts";

export const faults = {
  notNow: issue(
    "lesson",
    "Cette séance n’est pas de la demi-journée en cours : son code vaut d’un quart d’heure avant la première séance à la fin de la dernière.",
    "This lesson is not of the half-day that is running: its code holds from a quarter of an hour before the first lesson to the end of the last.",
  ),
  cancelled: issue("lesson", "Cette séance est annulée.", "This lesson is cancelled."),
  already: issue(
    "lesson",
    "Votre présence est déjà notée pour cette séance.",
    "You are marked in this lesson already.",
  ),
  tooMany: issue(
    "code",
    "Trop de codes ont été essayés : le formateur vous inscrit sur la liste.",
    "Too many codes were tried: the trainer marks you on the list.",
  ),
  ahead: issue("lesson", "Cette séance n’a pas encore commencé.", "This lesson has not begun yet."),
  stranger: issue(
    "marks",
    "Une de ces personnes n’a pas à suivre cette séance.",
    "One of these persons has not to follow this lesson.",
  ),
  signedList: issue(
    "marks",
    "La liste est contresignée : ce qui est faux se corrige, avec la raison.",
    "The list is countersigned: what is wrong is corrected, with the reason.",
  ),
  own: (path: string) =>
    issue(
      path,
      "C’est de vous qu’il s’agit : personne ne note ni ne corrige ses propres présences. Le responsable de formation le fait.",
      "This is about you: nobody marks or corrects their own attendance. The head of training does.",
    ),
  ownCode: issue(
    "lesson",
    "Vous assurez cette séance : le responsable de formation y note votre présence, et non votre code.",
    "You hold this lesson: the head of training marks you in it, and your own code does not.",
  ),
  ownList: issue(
    "lesson",
    "Vous êtes sur cette liste : le responsable de formation la contresigne.",
    "You are on this list: the head of training countersigns it.",
  ),
  tooLong: issue("minutesMissed", "La séance ne dure pas si longtemps.", "The lesson does not last that long."),
  minutes: issue(
    "minutesMissed",
    "Donnez les minutes manquées de qui n’était là qu’en partie, et de personne d’autre.",
    "Give the minutes missed of whoever was there for a part, and of nobody else.",
  ),
  proof: issue(
    "proof",
    "Dites ce qui justifie l’absence : une absence excusée a son justificatif.",
    "Say what shows it: an excused absence has its proof.",
  ),
  nothing: issue("status", "C’est déjà ce qui est noté.", "This is what is recorded already."),
  notMarked: issue("lesson", "Rien n’est encore noté de cette séance.", "Nothing is recorded of this lesson yet."),
  answered: issue("claim", "Il y a déjà été répondu.", "It was answered already."),
  waiting: issue(
    "lesson",
    "Vous l’avez déjà signalé : l’école y répond.",
    "You said so already: the school will answer.",
  ),
  nobody: issue("lesson", "Personne n’a à suivre cette séance.", "Nobody has to follow this lesson."),
  listed: issue(
    "lesson",
    "Cette liste est déjà contresignée telle quelle.",
    "This list is countersigned as it is already.",
  ),
};

export function unmarked(names: readonly string[]): Issue {
  return issue("lesson", `Il reste à noter ${sayList(names, "fr")}.`, `Still to be marked: ${sayList(names, "en")}.`);
}

/** The declaration that a trainee signs. */
export const PRESENT = {
  fr: "J’étais là pendant toute cette demi-journée.",
  en: "I was there for the whole of this half-day.",
} as const;
