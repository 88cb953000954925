/** The questions asked in a dossier: what is typed is kept, and beside it stands what the answers come to so far. */
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
  // What else may open a door is asked with the titles, and the experience is a task of its own.
  runs: (questions) => [questions.filter((question) => question !== "experience"), ["experience"]],
  // The list of tasks, at which each of them begins and ends.
  start: "",
  end: "",
  sofar: { titres: routesOf, experience: countOf, "periode/:item": countOf },
};
