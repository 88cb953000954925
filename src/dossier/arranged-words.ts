/** The words of arrangements, for the person and for organisers. */
import { inBoth } from "../kit/in-both.ts";
import type { Lang } from "../kit/lang.ts";
import { fieldWords } from "./field-words.ts";
import type { Arranged } from "./rules/arranged.ts";

/** « Temps majoré ; Pauses »; `undefined` if nothing is arranged. */
export function sayArranged({ effects, other }: Pick<Arranged, "effects" | "other">, lang: Lang): string | undefined {
  const names = fieldWords("effects", lang).options ?? {};
  const said = effects.map((one) => (one === "other" ? other : (names[one] ?? one)));
  return said.length === 0 ? undefined : said.join(lang === "fr" ? " ; " : "; ");
}

const WORDS = inBoth({
  status: {
    "to-decide": ["À décider", "To be decided"],
    decided: ["Décidé", "Decided"],
    withdrawn: ["Candidature retirée", "Application withdrawn"],
  },
  noAddress: ["Pas d’adresse électronique", "No mail address"],
  withdrawnWhy: [
    "Cette personne a retiré sa candidature : rien n’est à décider, à moins qu’elle ne revienne.",
    "This person withdrew: there is nothing to decide, unless they come back.",
  ],
  heading: ["Votre décision", "Your decision"],
  again: ["Changer cette décision", "Change this decision"],
  lead: [
    "La personne reçoit un courriel, ou une lettre que l’école remettra. Les admissions et ceux qui organisent l’entretien et la formation voient ce qui est arrangé, et rien d’autre.",
    "The person receives a mail, or a letter that the school hands over. Admissions and those who organise the interview and the course see what is arranged, and nothing else.",
  ],
  go: ["Enregistrer la décision", "Save the decision"],
  done: {
    decide: [
      "La décision est enregistrée. La personne reçoit un courriel, ou une lettre que l’école remettra.",
      "The decision is saved. The person receives a mail, or a letter that the school hands over.",
    ],
  },
  stale: [
    "Quelqu’un d’autre a décidé entre-temps : voici ce qui est enregistré. Relisez, puis décidez.",
    "Somebody else has decided meanwhile: here is what is saved. Read it, then decide.",
  ],
  check: ["Relisez avant d’envoyer", "Read it over before it is sent"],
  checkWhy: [
    "Rien n’est encore enregistré. Une partie de ce qui était demandé ou accordé n’est pas cochée : la personne lira votre décision.",
    "Nothing is saved yet. Part of what was asked for or granted is not ticked: the person will read your decision.",
  ],
  refused: ["Ce qui n’est pas accordé", "What is not granted"],
  sure: ["Envoyer la décision", "Send the decision"],
  edit: ["Changer la décision", "Change the decision"],
  arranged: ["Aménagements décidés", "Arrangements decided"],
  nothing: ["aucun", "none"],
  waiting: ["pas encore décidés par le référent handicap", "not decided yet by the disability advisor"],
  by: (day: string) => [`par le référent handicap, le ${day}`, `by the disability advisor, on ${day}`],
  told: (effects: string | undefined) => [
    effects === undefined
      ? "Le référent handicap a répondu à votre demande d’aménagement."
      : `Le référent handicap a décidé de vos aménagements : ${effects}.`,
    effects === undefined
      ? "The disability advisor has answered your request for arrangements."
      : `The disability advisor has decided your arrangements: ${effects}.`,
  ],
  fields: {
    effects: {
      label: ["Ce qui sera arrangé", "What will be arranged"],
      hint: ["Ne cochez rien si rien ne peut l’être.", "Tick nothing if nothing can be."],
    },
    other: ["Quel autre aménagement ?", "Which other arrangement?"],
    words: {
      label: ["Comment ce sera fait, ou pourquoi non", "How it will be done, or why not"],
      hint: [
        "Par exemple : un tiers de temps en plus à l’entretien. Tous le lisent : n’y mettez jamais la raison de santé.",
        "For instance: a third more time at the interview. Everybody reads it: never write the reason of health there.",
      ],
    },
  },
});

export function arrangedWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
