/** The questions asked in a dossier: answers are saved, and their result so far is shown beside them. */
import type { Journey } from "../../inquiry/pages/step.ts";
import { dossierWords } from "../words.ts";
import { countOf, routesOf } from "./counter.ts";
import { GOING_ON } from "./going-on.ts";
import { heldDossier } from "./holding.ts";

export const inDossier: Journey = {
  name: "dossier",
  path: "/:diploma/dossier/:dossier",
  who: "apply",
  title: (lang) => dossierWords(lang).journey,
  voice: "dossier",
  holdingOf: heldDossier,
  keeps: true,
  // Titles and experience are a task each. A corps or a waiver is asked with the last of them, if nothing else opens a route.
  runs: (questions) =>
    questions.includes("experience")
      ? [["titres"], questions.filter((question) => question !== "titres")]
      : [questions],
  // Each task starts at the task list, and leads on to the next one that is missing.
  start: "",
  end: GOING_ON,
  sofar: { titres: routesOf, experience: countOf, "periode/:item": countOf },
};
