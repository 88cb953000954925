/** The words of rooms, and of booking conflicts. */
import { inBoth } from "../kit/in-both.ts";
import { type Label, type Lang, plural, sayList } from "../kit/lang.ts";
import { sayMinute, sayMoment, sayWeekday } from "../kit/moment.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { wallIn } from "../kit/zone.ts";
import type { Conflict } from "./rules/placing.ts";

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

export function fewerSeats(
  { what, from, needed }: { readonly what: string; readonly from: Date; readonly needed: number },
  zone: string,
): Issue {
  const kind = kindOf(what);
  return issue(
    "seats",
    `${needed} personnes y sont attendues, pour ${kind.fr}, le ${sayMoment(from, zone, "fr")} : déplacez cela d’abord.`,
    `${needed} people are expected there, for ${kind.en}, on ${sayMoment(from, zone, "en")}: move that first.`,
  );
}

/** Who or which room, for what and when; what is impossible in this way is refused. */
export function sayConflict(
  conflict: Conflict,
  { zone, called = kindOf }: { readonly zone: string; readonly called?: ((what: string) => Label) | undefined },
): Issue {
  const { path } = conflict;
  switch (conflict.kind) {
    case "taken": {
      const { from, until, what } = conflict.by;
      const kind = called(what);
      const [begins, ends] = [sayMoment(from, zone, "fr"), wallIn(until, zone)];
      return issue(
        path,
        `${someOf(conflict.names, "fr")} : déjà pris le ${begins}, jusqu’à ${sayMinute(ends, "fr")}, par ${kind.fr}.`,
        `${someOf(conflict.names, "en")}: taken already on ${sayMoment(from, zone, "en")}, until ${ends.time}, by ${kind.en}.`,
      );
    }
    case "seats": {
      const { room, there, needed } = conflict;
      return issue(
        path,
        `${room} a ${there} ${plural(there, "place", "places", "fr")}, pour ${needed} ${plural(needed, "personne", "personnes", "fr")} : choisissez une autre salle.`,
        `${room} has ${there} ${plural(there, "seat", "seats", "en")}, for ${needed} ${plural(needed, "person", "people", "en")}: choose another room.`,
      );
    }
    default:
      return { path, message: (lang) => unwiseReason(conflict, zone)[lang] };
  }
}

/** Each once, on the field of the ground. */
export function sayUnwise(
  conflicts: readonly Conflict[],
  { zone, path }: { readonly zone: string; readonly path: string },
): readonly Issue[] {
  const reasons = new Map(conflicts.map((one) => [unwiseReason(one, zone).fr, unwiseReason(one, zone)]));
  const said = [...reasons.values()]
    .slice(0, MOST_REASONS)
    .map(({ fr, en }) =>
      issue(
        path,
        `${fr} Donnez le motif pour le placer quand même.`,
        `${en} Give the ground to place it all the same.`,
      ),
    );
  const more = reasons.size - said.length;
  return more > 0 ? [...said, furtherReasons(path, more)] : said;
}

/** A ground is given for all of them: those that are not named are counted. */
function furtherReasons(path: string, more: number): Issue {
  return issue(
    path,
    more === 1 ? "Une autre raison demande ce motif." : `${more} autres raisons demandent ce motif.`,
    more === 1 ? "One more reason asks for this ground." : `${more} more reasons ask for this ground.`,
  );
}

const MOST_REASONS = 10;

function unwiseReason(conflict: Conflict, zone: string): Label {
  const { on } = conflict.placing;
  switch (conflict.kind) {
    case "past":
      return { fr: `Le ${sayWeekday(on, "fr")} est passé.`, en: `${sayWeekday(on, "en")} is past.` };
    case "holiday":
      return { fr: `Le ${sayWeekday(on, "fr")} est férié.`, en: `${sayWeekday(on, "en")} is a public holiday.` };
    case "closed":
      return {
        fr: `L’école est fermée le ${sayWeekday(on, "fr")} (${conflict.closure.fr}).`,
        en: `The school is closed on ${sayWeekday(on, "en")} (${conflict.closure.en}).`,
      };
    case "exams":
      return {
        fr: `${someOf(conflict.names, "fr")} : une autre épreuve le même jour, le ${sayMoment(conflict.by.from, zone, "fr")}.`,
        en: `${someOf(conflict.names, "en")}: another exam on the same day, on ${sayMoment(conflict.by.from, zone, "en")}.`,
      };
    case "precedence":
      return {
        fr: `${someOf(conflict.names, "fr")} : une épreuve repassée a lieu en même temps qu’une séance à suivre, le ${sayMoment(conflict.by.from, zone, "fr")}.`,
        en: `${someOf(conflict.names, "en")}: an exam sat again is at the time of a lesson to follow, on ${sayMoment(conflict.by.from, zone, "en")}.`,
      };
    default:
      return { fr: "", en: "" };
  }
}

/** Three names, then how many others. */
function someOf(names: readonly string[], lang: Lang): string {
  const more = names.length - MOST_NAMES;
  if (more <= 0) return sayList(names, lang);
  const others = `${more} ${lang === "fr" ? plural(more, "autre", "autres", "fr") : plural(more, "other", "others", "en")}`;
  return sayList([...names.slice(0, MOST_NAMES), others], lang);
}

const MOST_NAMES = 3;

export const FASTER = issue(
  "",
  "Quelqu’un a pris entre-temps une de ces personnes ou de ces salles : recommencez.",
  "One of these people or rooms was taken in the meantime: try again.",
);

const QUESTIONED: Readonly<Record<string, Label>> = {
  past: { fr: "un jour passé", en: "a past day" },
  holiday: { fr: "un jour férié", en: "a public holiday" },
  closed: { fr: "un jour de fermeture", en: "a day of closure" },
  exams: { fr: "deux épreuves d’une personne le même jour", en: "two exams of a person on one day" },
  precedence: { fr: "une épreuve repassée pendant une séance", en: "an exam sat again during a lesson" },
};

/** What was unwise, for whom, and the ground that was given. */
export function sayGround(
  { kinds, ground }: { readonly kinds: readonly string[]; readonly ground: string },
  names: readonly string[] = [],
): Label {
  const say = (lang: Lang) =>
    sayList(
      kinds.map((kind) => QUESTIONED[kind]![lang]),
      lang,
    );
  const whom = (lang: Lang) => (names.length === 0 ? "" : ` (${someOf(names, lang)})`);
  return {
    fr: `Placé malgré ${say("fr")}${whom("fr")} : ${ground}`,
    en: `Placed in spite of ${say("en")}${whom("en")}: ${ground}`,
  };
}
