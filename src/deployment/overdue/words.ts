/** Why something that was due could not be done, for the log, the doctor and the page. */
import type { Outcome } from "../../act/act.ts";
import { inBoth } from "../../kit/in-both.ts";
import { type Label, plural } from "../../kit/lang.ts";

/** Why an act of the calendar came to nothing. */
export function sayUndone(outcome: Exclude<Outcome<unknown>, { kind: "done" }>): Label {
  switch (outcome.kind) {
    case "invalid":
      return sayBoth((lang) =>
        outcome.issues
          .map(({ path, message }) => (path === "" ? message(lang) : `${path}: ${message(lang)}`))
          .join(" "),
      );
    case "refused": {
      const conditions = outcome.findings.map(({ condition }) => condition).join(", ");
      return { fr: `Refusé par les règles\u00a0: ${conditions}.`, en: `Refused by the rules: ${conditions}.` };
    }
    case "stale":
      return { fr: "La chose a changé entre-temps.", en: "The thing changed meanwhile." };
    default:
      return { fr: "L’acte n’est pas permis dans l’état de la chose.", en: "The state of the thing bars the act." };
  }
}

/** A fault of the program, of the database or of the machine. */
export function sayFault(fault: unknown): Label {
  const said = (fault instanceof Error ? `${fault.name}: ${fault.message}` : "unknown").slice(0, 500);
  return { fr: said, en: said };
}

function sayBoth(say: (lang: "fr" | "en") => string): Label {
  return { fr: say("fr"), en: say("en") };
}

export const overdueWords = inBoth({
  entry: ["Échéances automatiques", "What is done by itself"],
  entryWhy: [
    "Ce que le calendrier devait faire et n’a pas pu faire, avec la raison.",
    "What the calendar was to do and could not do, with the reason.",
  ],
  entryWaiting: (count: number) => [`${count} en échec`, `${count} failing`],
  title: ["Échéances automatiques en échec", "What could not be done by itself"],
  lead: [
    "Le calendrier les essaie à nouveau chaque heure. Ce qui reste ici demande quelqu’un\u00a0: donnez la raison à qui exploite le service.",
    "The calendar tries again each hour. What stays here needs somebody: give the reason to the operator of the service.",
  ],
  none: ["Tout ce qui était dû a été fait.", "All that was due is done."],
  more: (count: number) => [
    `Les ${count} plus anciennes sont montrées\u00a0; il y en a d’autres.`,
    `The oldest ${count} are shown; there are more.`,
  ],
  caption: ["Ce qui n’a pas pu être fait", "What could not be done"],
  due: ["Dû le", "Due on"],
  act: ["Acte", "Act"],
  about: ["À propos de", "About"],
  reason: ["Pourquoi", "Why"],
  tried: ["Essais", "Tries"],
  times: (count: number, since: string) => [
    `${count} fois, depuis le ${since}`,
    `${count} ${plural(count, "time", "times", "en")}, since ${since}`,
  ],
  notLookedFor: ["ce qui est dû n’a pas pu être cherché", "what is due could not be looked for"],
});
