/** The words of absences. */
import { inBoth } from "../../kit/in-both.ts";
import { de, type Lang, sayDay } from "../../kit/lang.ts";
import type { Day } from "../../kit/day.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import type { Absence, Against } from "./rules/absence.ts";

export const days = ({ from, until }: Pick<Absence, "from" | "until">, lang: Lang) =>
  lang === "fr"
    ? from === until
      ? `le ${sayDay(from, lang)}`
      : `du ${sayDay(from, lang)} au ${sayDay(until, lang)}`
    : from === until
      ? `on ${sayDay(from, lang)}`
      : `from ${sayDay(from, lang)} to ${sayDay(until, lang)}`;

const WORDS = inBoth({
  heading: ["Absences et remplacements", "Absences and who stands in"],
  lead: [
    "Pendant une absence, la file « Moi » de qui remplace montre aussi les dossiers et les messages de la personne absente. Rien ne change de mains : au retour, tout est comme avant.",
    "During an absence, the queue “Me” of whoever stands in also shows the applications and messages of the person who is away. Nothing changes hands: on their return, all is as before.",
  ],
  entryWhy: ["Qui est absent, jusqu’à quand, et qui remplace.", "Who is away, until when, and who stands in."],
  now: ["En cours et à venir", "Running and to come"],
  none: ["Aucune absence n’est notée.", "No absence is entered."],
  when: ["Quand", "When"],
  running: ["en cours", "running"],
  standIn: ["Remplacement", "Who stands in"],
  end: ["Mettre fin à l’absence", "End the absence"],
  endOf: (name: string) => [de(name), `of ${name}`],
  enter: ["Noter une absence", "Enter an absence"],
  enterWhy: [
    "La personne qui remplace est prévenue par courriel. Personne n’a à dire pourquoi il est absent.",
    "Whoever stands in is told by mail. Nobody has to say why they are away.",
  ],
  who: ["Qui est absent ?", "Who is away?"],
  nobody: [
    "Personne d’autre ici ne traite les dossiers par le même rôle : il faut d’abord confier ce rôle à quelqu’un d’autre.",
    "Nobody else here deals with applications by the same role: it has to be given to somebody else first.",
  ],
  go: ["Noter cette absence", "Enter this absence"],
  missing: {
    who: ["Choisissez qui est absent.", "Choose who is away."],
  },
  fields: {
    from: ["Premier jour d’absence", "First day away"],
    until: ["Dernier jour d’absence", "Last day away"],
    standIn: {
      label: ["Qui remplace ?", "Who stands in?"],
      hint: [
        "Quelqu’un qui traite les dossiers par le même rôle, et qui est là pendant ces jours.",
        "Somebody who deals with applications by the same role, and who is there on these days.",
      ],
    },
  },
  done: {
    note: ["L’absence est notée.", "The absence is entered."],
    fin: ["L’absence est terminée.", "The absence has ended."],
  },
});

export function absenceWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}

export function sayDays(absence: Pick<Absence, "from" | "until">, lang: Lang): string {
  return days(absence, lang);
}

/** Beside an absent officer’s name; worded without gender. */
export function sayAway({ until, standIn }: { readonly until: Day; readonly standIn: string }, lang: Lang): string {
  return lang === "fr"
    ? `en absence jusqu’au ${sayDay(until, lang)} ; ${standIn} remplace`
    : `away until ${sayDay(until, lang)}; ${standIn} stands in`;
}

/** Marks a row of the queue that belongs to the officer the reader stands in for. */
export function sayFor(name: string, lang: Lang): string {
  return lang === "fr" ? `pour ${name}` : `for ${name}`;
}

/** Why an absence conflicts with another. */
export function notBeside({ why, which }: Against, names: (account: string) => string): Issue {
  const name = names(which.account);
  const [french, english] = [days(which, "fr"), days(which, "en")];
  if (why === "away already")
    return issue(
      "from",
      `Une absence ${de(name)} est déjà notée ${french} : mettez-y fin d’abord, ou choisissez d’autres jours.`,
      `An absence of ${name} is entered already, ${english}: end it first, or choose other days.`,
    );
  if (why === "stand-in is away")
    return issue(
      "standIn",
      `${name} ne sera pas là ${french} : choisissez quelqu’un d’autre, ou d’autres jours.`,
      `${name} is away ${english}: choose somebody else, or other days.`,
    );
  return issue(
    "from",
    `La personne remplace déjà ${name} ${french} : il faut d’abord que quelqu’un d’autre s’en charge, ou choisir d’autres jours.`,
    `This person stands in for ${name} ${english}: somebody else has to take that over first, or choose other days.`,
  );
}
