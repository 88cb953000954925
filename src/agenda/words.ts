/** The words of rooms, and of booking conflicts. */
import { inBoth } from "../kit/in-both.ts";
import type { Label, Lang } from "../kit/lang.ts";
import { sayMinute, sayMoment } from "../kit/moment.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { wallIn } from "../kit/zone.ts";
import type { Clash } from "./book.ts";

const WORDS = inBoth({
  heading: ["Salles", "Rooms"],
  lead: [
    "Les salles où l’école reçoit, forme et évalue. Aucune n’est prise deux fois en même temps.",
    "The rooms in which the school receives, teaches and examines. None is taken twice at one time.",
  ],
  entryWhy: [
    "Ajouter une salle, changer son nom ou ses places, ne plus l’utiliser.",
    "Add a room, change its name or its seats, no longer use it.",
  ],
  none: ["Aucune salle n’est encore notée.", "No room is entered yet."],
  site: ["Lieu", "Place"],
  own: ["à l’adresse de l’école", "at the address of the school"],
  change: ["Modifier", "Change"],
  changeOf: (name: string) => [`: ${name}`, `: ${name}`],
  save: ["Enregistrer", "Save"],
  close: ["Ne plus utiliser cette salle", "No longer use this room"],
  closedTitle: ["Salles qui ne servent plus", "Rooms no longer in use"],
  add: ["Ajouter une salle", "Add a room"],
  fields: {
    name: ["Nom de la salle", "Name of the room"],
    seats: ["Places", "Seats"],
    site: ["Lieu, si ce n’est pas l’adresse de l’école", "Place, unless it is at the address of the school"],
  },
  go: ["Ajouter cette salle", "Add this room"],
  done: {
    ajout: ["La salle est ajoutée.", "The room is added."],
    change: ["La salle est modifiée.", "The room is changed."],
    fin: ["La salle ne sert plus.", "The room is no longer in use."],
  },
});

export function roomWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}

/** What a booking is for, by the prefix of its chain. */
const KINDS: Readonly<Record<string, Label>> = {
  interview: { fr: "un entretien", en: "an interview" },
  "interview-day": { fr: "une journée d’entretiens", en: "a day of interviews" },
  lesson: { fr: "une séance", en: "a lesson" },
  exam: { fr: "une épreuve", en: "an exam" },
  "exam-group": { fr: "une épreuve", en: "an exam" },
  jury: { fr: "un jury", en: "a jury" },
};
const OTHER: Label = { fr: "autre chose", en: "something else" };

export function kindOf(what: string): Label {
  return KINDS[what.split(":")[0]!] ?? OTHER;
}

export function stillTaken({ what, from }: { readonly what: string; readonly from: Date }, zone: string): Issue {
  const kind = kindOf(what);
  return issue(
    "room",
    `Cette salle est encore prise, pour ${kind.fr}, le ${sayMoment(from, zone, "fr")} : déplacez cela d’abord.`,
    `This room is still taken, for ${kind.en}, on ${sayMoment(from, zone, "en")}: move that first.`,
  );
}

/** The booked person or room, for what and when; `name`: its display name. */
export function sayClash(
  { what, from, until }: Clash,
  { name, zone, path }: { readonly name: string; readonly zone: string; readonly path: string },
): Issue {
  const kind = kindOf(what);
  const [begins, ends] = [sayMoment(from, zone, "fr"), wallIn(until, zone)];
  return issue(
    path,
    `${name} : déjà pris le ${begins}, jusqu’à ${sayMinute(ends, "fr")}, par ${kind.fr}.`,
    `${name}: taken already on ${sayMoment(from, zone, "en")}, until ${ends.time}, by ${kind.en}.`,
  );
}
