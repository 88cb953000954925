/** The words of what is arranged for somebody, for them and for whoever organises. */
import type { Lang } from "../kit/lang.ts";
import { fieldWords } from "./field-words.ts";
import type { Arranged } from "./rules/arranged.ts";

/** « Temps majoré ; Pauses », `undefined` where nothing is arranged. */
export function sayArranged({ effects, other }: Pick<Arranged, "effects" | "other">, lang: Lang): string | undefined {
  const names = fieldWords("effects", lang).options ?? {};
  const said = effects.map((one) => (one === "other" ? other : (names[one] ?? one)));
  return said.length === 0 ? undefined : said.join(lang === "fr" ? " ; " : "; ");
}

const fr = {
  status: { "to-decide": "À décider", decided: "Décidé", withdrawn: "Candidature retirée" },
  noAddress: "Pas d’adresse électronique",
  withdrawnWhy: "Cette personne a retiré sa candidature : rien n’est à décider, à moins qu’elle ne revienne.",
  heading: "Votre décision",
  again: "Changer cette décision",
  lead: "La personne reçoit un courriel, ou une lettre que l’école remettra. Les admissions et ceux qui organisent l’entretien et la formation voient ce qui est arrangé, et rien d’autre.",
  effects: "Ce qui sera arrangé",
  effectsHint: "Ne cochez rien si rien ne peut l’être.",
  other: "Quel autre aménagement ?",
  words: "Comment ce sera fait, ou pourquoi non",
  wordsHint:
    "Par exemple : un tiers de temps en plus à l’entretien. Tous le lisent : n’y mettez jamais la raison de santé.",
  go: "Enregistrer la décision",
  done: "La décision est enregistrée. La personne reçoit un courriel, ou une lettre que l’école remettra.",
  stale: "Quelqu’un d’autre a décidé entre-temps : voici ce qui est enregistré. Relisez, puis décidez.",
  check: "Relisez avant d’envoyer",
  checkWhy:
    "Rien n’est encore enregistré. Une partie de ce qui était demandé ou accordé n’est pas cochée : la personne lira votre décision.",
  refused: "Ce qui n’est pas accordé",
  sure: "Envoyer la décision",
  edit: "Changer la décision",
  arranged: "Aménagements décidés",
  nothing: "aucun",
  waiting: "pas encore décidés par le référent handicap",
  by: (day: string) => `par le référent handicap, le ${day}`,
  told: (said: string | undefined) =>
    said === undefined
      ? "Le référent handicap a répondu à votre demande d’aménagement."
      : `Le référent handicap a décidé de vos aménagements : ${said}.`,
};

const en: typeof fr = {
  status: { "to-decide": "To be decided", decided: "Decided", withdrawn: "Application withdrawn" },
  noAddress: "No mail address",
  withdrawnWhy: "This person withdrew: there is nothing to decide, unless they come back.",
  heading: "Your decision",
  again: "Change this decision",
  lead: "The person receives a mail, or a letter that the school hands over. Admissions and those who organise the interview and the course see what is arranged, and nothing else.",
  effects: "What will be arranged",
  effectsHint: "Tick nothing if nothing can be.",
  other: "Which other arrangement?",
  words: "How it will be done, or why not",
  wordsHint:
    "For instance: a third more time at the interview. Everybody reads it: never write the reason of health there.",
  go: "Save the decision",
  done: "The decision is saved. The person receives a mail, or a letter that the school hands over.",
  stale: "Somebody else has decided meanwhile: here is what is saved. Read it, then decide.",
  check: "Read it over before it is sent",
  checkWhy:
    "Nothing is saved yet. Part of what was asked for or granted is not ticked: the person will read your decision.",
  refused: "What is not granted",
  sure: "Send the decision",
  edit: "Change the decision",
  arranged: "Arrangements decided",
  nothing: "none",
  waiting: "not decided yet by the disability advisor",
  by: (day) => `by the disability advisor, on ${day}`,
  told: (said) =>
    said === undefined
      ? "The disability advisor has answered your request for arrangements."
      : `The disability advisor has decided your arrangements: ${said}.`,
};

export function arrangedWords(lang: Lang): typeof fr {
  return { fr, en }[lang];
}
