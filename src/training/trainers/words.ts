/** The words of the page of a cohort's trainers. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";
import { withKind } from "../../kit/with-kind.ts";

const WORDS = inBoth({
  heading: (cohort: string) => [
    `Formateurs de la ${withKind("promotion", cohort)}`,
    `Trainers of the cohort ${cohort}`,
  ],
  lead: [
    "Le contrat de formation nomme les formateurs et dit leurs diplômes, titres ou références (code du travail, art. L. 6353-4).",
    "The training contract names the trainers and says their diplomas, titles or references (labour code, art. L. 6353-4).",
  ],
  none: [
    "Aucune séance n’est planifiée : les formateurs sont ceux des séances.",
    "No lesson is planned: the trainers are those of the lessons.",
  ],
  teaches: (units: string) => [`Enseigne ${units}.`, `Teaches ${units}.`],
  missing: ["Rien n’est dit : le contrat ne peut pas s’imprimer.", "Nothing is said: the contract cannot be printed."],
  go: ["Enregistrer", "Save"],
  fields: {
    words: {
      label: ["Diplômes, titres ou références", "Diplomas, titles or references"],
      hint: [
        "Sur une ligne, par exemple « doctorat en sociologie ; quinze ans de direction de service ».",
        "On one line, such as “doctorate in sociology; fifteen years at the head of a service”.",
      ],
    },
  },
  done: { dit: ["C’est enregistré ; les prochains contrats le disent.", "It is saved; the next contracts say it."] },
});

export function trainerWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
