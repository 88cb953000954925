/** The words of rooms, and of what stands against a booking. */
import type { Label, Lang } from "../kit/lang.ts";
import { sayMinute, sayMoment } from "../kit/moment.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { wallIn } from "../kit/zone.ts";
import type { Clash } from "./book.ts";

const fr = {
  heading: "Salles",
  lead: "Les salles où l’école reçoit, forme et évalue. Aucune n’est prise deux fois en même temps.",
  entryWhy: "Ajouter une salle, changer son nom ou ses places, ne plus l’utiliser.",
  none: "Aucune salle n’est encore notée.",
  seats: "Places",
  site: "Lieu",
  own: "à l’adresse de l’école",
  change: "Modifier",
  changeOf: (name: string) => `: ${name}`,
  save: "Enregistrer",
  close: "Ne plus utiliser cette salle",
  closedTitle: "Salles qui ne servent plus",
  add: "Ajouter une salle",
  name: "Nom de la salle",
  siteLabel: "Lieu, si ce n’est pas l’adresse de l’école",
  go: "Ajouter cette salle",
  added: "La salle est ajoutée.",
  changed: "La salle est modifiée.",
  closed: "La salle ne sert plus.",
  missing: { name: "Donnez le nom de la salle.", seats: "Donnez un nombre de places, entre 1 et 2 000." },
};

const en: typeof fr = {
  heading: "Rooms",
  lead: "The rooms in which the school receives, teaches and examines. None is taken twice at one time.",
  entryWhy: "Add a room, change its name or its seats, no longer use it.",
  none: "No room is entered yet.",
  seats: "Seats",
  site: "Place",
  own: "at the address of the school",
  change: "Change",
  changeOf: (name) => `: ${name}`,
  save: "Save",
  close: "No longer use this room",
  closedTitle: "Rooms no longer in use",
  add: "Add a room",
  name: "Name of the room",
  siteLabel: "Place, unless it is at the address of the school",
  go: "Add this room",
  added: "The room is added.",
  changed: "The room is changed.",
  closed: "The room is no longer in use.",
  missing: { name: "Give the name of the room.", seats: "Give a number of seats, from 1 to 2,000." },
};

const WORDS = { fr, en } as const;

export function roomWords(lang: Lang): typeof fr {
  return WORDS[lang];
}

/** What something is booked for, by how its chain begins. */
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

/** Who or which room is taken already, for what and when; `name` as people call it. */
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
