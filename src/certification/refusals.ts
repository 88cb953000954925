/** The refusals that several of this room’s files of acts share; each act’s own stand in its file. */
import { issue } from "../kit/schema.ts";

export const said = {
  noLaw: issue("diploma", "L’école ne prépare pas à ce diplôme.", "The school does not prepare for this diploma."),
  future: (path: string) => issue(path, "Ce jour n’est pas encore venu.", "This day has not come yet."),
  exam: issue("exam", "Cette épreuve n’est pas du diplôme.", "This exam is not of the diploma."),
  side: issue(
    "examiners",
    "L’épreuve ne connaît pas d’examinateurs nommés ainsi.",
    "The exam knows no examiners named in this way.",
  ),
  over: (path: string) =>
    issue(
      path,
      "Le jury a clos sa délibération : seul un nouveau jury peut y revenir.",
      "The jury has closed its deliberation: only a new one can go back to it.",
    ),
  mark: (max: number) => issue("mark", `Une note va de 0 à ${max}.`, `A mark goes from 0 to ${max}.`),
  notAsked: issue("component", "Cette épreuve n’a pas cette note.", "This exam has no such mark."),
  missedStays: issue(
    "mark",
    "Il n’y a rien à noter : ce qui a manqué n’est pas un zéro.",
    "There is nothing to mark: what was missed is no zero.",
  ),
  fileGone: issue(
    "scan",
    "Ce fichier n’est plus là : envoyez-le de nouveau.",
    "This file is no longer there: send it again.",
  ),
} as const;
