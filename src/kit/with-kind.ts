import type { Lang } from "./lang.ts";

/** «session Juin 2030», and «session de juin 2030» where the name itself begins with the word. */
export function withKind(kind: string, name: string): string {
  const said = name.toLowerCase().startsWith(`${kind.toLowerCase()} `);
  return said ? kind + name.slice(kind.length) : `${kind} ${name}`;
}

/** «salle 12», but «Bureau des entretiens» where the name says by itself what kind of place it is. */
export function sayRoomNamed(lang: Lang, name: string): string {
  const [first = ""] = name.toLowerCase().split(/[\s'’-]/, 1);
  return PLACES.has(first) ? name : withKind(lang === "fr" ? "salle" : "room", name);
}

const PLACES = new Set(
  "amphi amphithéâtre atelier auditorium bibliothèque bureau foyer grande gymnase hall labo laboratoire library local office petite plateau réfectoire salon studio".split(
    " ",
  ),
);
