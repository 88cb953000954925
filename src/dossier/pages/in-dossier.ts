/** The questions asked in a dossier: answers are saved, and their result so far is shown beside them. */
import type { Journey } from "../../inquiry/pages/step.ts";
import { dossierWords } from "../words.ts";
import { countOf, routesOf } from "./counter.ts";
import { heldDossier } from "./holding.ts";

export const inDossier: Journey = {
  name: "dossier",
  path: "/:diploma/dossier/:dossier",
  who: "apply",
  title: (lang) => dossierWords(lang).journey,
  voice: "dossier",
  holdingOf: heldDossier,
  keeps: true,
  // Other conditions that may open a route are asked with the titles; experience is a separate task.
  runs: (questions) => [questions.filter((question) => question !== "experience"), ["experience"]],
  // Each task starts and ends at the task list.
  start: "",
  end: "",
  sofar: { titres: routesOf, experience: countOf, "periode/:item": countOf },
};
