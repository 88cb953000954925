/**
 * The communes of France by name: those of today, those that merged and keep a name (déléguées, associées), the
 * arrondissements of Paris, Lyon and Marseille, and overseas. Each with its INSEE code, which a person need not know.
 * No open list has those abolished without a successor name: people born there type the name.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type Commune = {
  readonly code: string;
  readonly name: string;
  /** Its name: « Hérault ». */
  readonly department: string;
  /** Today’s name of the commune, where it differs. */
  readonly today?: string;
};

/** « Saint-Denis (Seine-Saint-Denis) ». */
export function communeName({ name, department }: Commune): string {
  return department === "" || department === name ? name : `${name} (${department})`;
}

/** The most suggestions on a page. */
export const MOST_FOUND = 40;

/** Searches communes, the likeliest first: « st denis », « Saint-Denis 93 », « saint denis réunion », « 34172 ». */
export function findCommunes(typed: string): Commune[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const name = words.join(" ");
  return index()
    .filter(({ words: own }) => words.every((word) => own.some((ownWord) => ownWord.startsWith(word))))
    .map((entry) => ({ entry, rank: rankOf(entry, name) }))
    .toSorted((a, b) => a.rank - b.rank || b.entry.population - a.entry.population)
    .slice(0, MOST_FOUND)
    .map(({ entry }) => entry.commune);
}

/** Names that a slip of the hand may have meant: one letter away, two from nine letters on; the largest communes first. */
export function nearCommunes(typed: string): Commune[] {
  const name = wordsOf(typed).join(" ");
  const slips = name.length < 5 ? 0 : name.length < 9 ? 1 : 2;
  if (slips === 0) return [];
  return index()
    .map((entry) => ({ entry, away: slipsBetween(name, entry.name, slips) }))
    .filter(({ away }) => away <= slips)
    .toSorted((a, b) => a.away - b.away || b.entry.population - a.entry.population)
    .slice(0, MOST_NEAR)
    .map(({ entry }) => entry.commune);
}

const MOST_NEAR = 5;

/** Letters added, left out or changed from one name to the other; more than `most` where the lengths differ by more. */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of Array.from(one).entries()) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to++)
      next.push(Math.min(row[to + 1]! + 1, next[to]! + 1, row[to]! + Number(other[to] !== letter)));
    row = next;
  }
  return row[other.length]!;
}

/** The commune of exactly this name or code, if only one matches and it has no arrondissements to choose from. */
export function onlyCommune(typed: string): Commune | undefined {
  const name = wordsOf(typed).join(" ");
  const matches = index().filter((entry) => entry.name === name || entry.commune.code.toLowerCase() === name);
  const [match] = matches;
  return matches.length === 1 && !match!.divided ? match!.commune : undefined;
}

/** The communes of a code; several may share it, a commune and its former names. */
export function communesOf(code: string): readonly Commune[] {
  coded ??= Map.groupBy(
    index().map(({ commune }) => commune),
    (commune) => commune.code,
  );
  return coded.get(code) ?? [];
}

/** The names of today’s communes under a postcode. */
export function townsOf(postcode: string): readonly string[] {
  index();
  return towns.get(postcode.replaceAll(/\s/g, "")) ?? [];
}

/**
 * Whether a town is one of a postcode: by its name, that of an arrondissement, or one from before a merger. True where the postcode is not
 * known, as that of a company («cedex»).
 */
export function isTownOf(postcode: string, town: string): boolean {
  const here = townsOf(postcode).map((one) => wordsOf(one).join(" "));
  const words = wordsOf(town);
  const cedex = words.indexOf("cedex");
  const name = words.slice(0, cedex > 0 ? cedex : undefined).join(" ");
  if (
    here.length === 0 ||
    here.some((one) => name === one || name.replace(/ \d+(er?|e|eme)?( arrondissement)?$/, "") === one)
  )
    return true;
  return index().some((entry) => entry.name === name && here.includes(wordsOf(entry.commune.today ?? "").join(" ")));
}

type Entry = {
  readonly commune: Commune;
  readonly name: string;
  readonly words: readonly string[];
  readonly population: number;
  /** It has arrondissements, with codes of their own. */
  readonly divided: boolean;
};
type Listed = {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  readonly chefLieu?: string;
  /** The commune of an arrondissement. */
  readonly commune?: string;
  readonly population?: number;
  readonly codesPostaux?: readonly string[];
};

/** Read with the communes. */
let towns: ReadonlyMap<string, readonly string[]> = new Map();
let entriesRead: readonly Entry[] | undefined;
/** By code: each page of a dossier names a place of birth, and a linear search was a third of its time. */
let coded: ReadonlyMap<string, readonly Commune[]> | undefined;

/** Loaded at the first search: 9 MB that most processes never need. */
function index(): readonly Entry[] {
  entriesRead ??= entries();
  return entriesRead;
}

function entries(): Entry[] {
  const communes = listed<Listed>("communes");
  const departments = new Map(
    listed<{ code: string; nom: string }>("departements").map(({ code, nom }) => [code, nom]),
  );
  const actual = communes.filter(({ type }) => type === "commune-actuelle");
  const places = actual.flatMap(({ nom, codesPostaux = [] }) => codesPostaux.map((code) => ({ code, nom })));
  towns = new Map(
    [...Map.groupBy(places, ({ code }) => code)].map(([code, found]) => [code, found.map(({ nom }) => nom).sort()]),
  );
  const current = new Map(actual.map(({ code, nom }) => [code, nom]));
  const divided = new Set(communes.map(({ commune }) => commune));
  return communes.map(({ code, nom, type, departement, chefLieu, population = 0 }) => {
    const department = departments.get(departement ?? "") ?? OTHER_PLACES[code.slice(0, 3)] ?? "";
    const now = type === "commune-actuelle" ? undefined : current.get(chefLieu ?? "");
    const commune = { code, name: nom, department, ...(now !== undefined && now !== nom && { today: now }) };
    const words = [...wordsOf(nom), ...wordsOf(department), code.toLowerCase(), (departement ?? "").toLowerCase()];
    return { commune, name: wordsOf(nom).join(" "), words, population, divided: divided.has(code) };
  });
}

/** Territories that are no département, by the prefix of their communes' codes. */
const OTHER_PLACES: Readonly<Record<string, string>> = {
  "975": "Saint-Pierre-et-Miquelon",
  "977": "Saint-Barthélemy",
  "978": "Saint-Martin",
  "984": "Terres australes et antarctiques françaises",
  "986": "Wallis-et-Futuna",
  "987": "Polynésie française",
  "988": "Nouvelle-Calédonie",
  "989": "Île de Clipperton",
};

function listed<T>(name: string): T[] {
  const file = fileURLToPath(import.meta.resolve(`@etalab/decoupage-administratif/data/${name}.json`));
  return JSON.parse(readFileSync(file, "utf8")) as T[];
}

function rankOf({ name }: Entry, typed: string): number {
  if (name === typed) return 0;
  return typed.startsWith(`${name} `) ? 1 : name.startsWith(`${typed} `) ? 2 : name.startsWith(typed) ? 3 : 4;
}

/** Words without accents, hyphens or capitals; « st » becomes « saint ». */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => (word === "st" ? "saint" : word === "ste" ? "sainte" : word));
}
