/**
 * The communes of France by name: those of today, those that merged and keep a name (déléguées, associées), the
 * arrondissements of Paris, Lyon and Marseille, and overseas. Each with its INSEE code, which a person need not know.
 * Those that vanished without a trace are in no open list: whoever was born there writes the name.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type Commune = {
  readonly code: string;
  readonly name: string;
  /** In words: « Hérault ». */
  readonly department: string;
  /** The name of today, where it is another. */
  readonly today?: string;
};

/** The most that a page offers to choose from. */
export const MOST_FOUND = 40;

/** Those that a person may mean, the likeliest first: « st denis », « Saint-Denis 93 », « saint denis réunion », « 34172 ». */
export function findCommunes(typed: string): Commune[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const name = words.join(" ");
  return index()
    .filter(({ words: own }) => words.every((word) => own.some((one) => one.startsWith(word))))
    .map((entry) => ({ entry, rank: rankOf(entry, name) }))
    .toSorted((a, b) => a.rank - b.rank || b.entry.population - a.entry.population)
    .slice(0, MOST_FOUND)
    .map(({ entry }) => entry.commune);
}

/** The one whose name was typed whole, where no other has it and no arrondissement is to be chosen. */
export function onlyCommune(typed: string): Commune | undefined {
  const name = wordsOf(typed).join(" ");
  const found = index().filter((entry) => entry.name === name || entry.commune.code.toLowerCase() === name);
  const [one] = found;
  return found.length === 1 && !one!.divided ? one!.commune : undefined;
}

/** Several may share a code: the commune and what it was called before. */
export function communesOf(code: string): readonly Commune[] {
  coded ??= Map.groupBy(
    index().map(({ commune }) => commune),
    (commune) => commune.code,
  );
  return coded.get(code) ?? [];
}

type Entry = {
  readonly commune: Commune;
  readonly name: string;
  readonly words: readonly string[];
  readonly population: number;
  /** Into arrondissements, which have codes of their own. */
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
};

let read: readonly Entry[] | undefined;
/** Each page of a dossier says a place of birth: going through all of them was a third of its time. */
let coded: ReadonlyMap<string, readonly Commune[]> | undefined;

/** Read when somebody first looks for a place of birth: 9 MB that most processes never need. */
function index(): readonly Entry[] {
  read ??= entries();
  return read;
}

function entries(): Entry[] {
  const communes = listed<Listed>("communes");
  const departments = new Map(listed<{ code: string; nom: string }>("departements").map((one) => [one.code, one.nom]));
  const current = new Map(communes.filter(({ type }) => type === "commune-actuelle").map((one) => [one.code, one.nom]));
  const divided = new Set(communes.map(({ commune }) => commune));
  return communes.map(({ code, nom, type, departement, chefLieu, population = 0 }) => {
    const department = departments.get(departement ?? "") ?? OTHER_PLACES[code.slice(0, 3)] ?? "";
    const now = type === "commune-actuelle" ? undefined : current.get(chefLieu ?? "");
    const commune = { code, name: nom, department, ...(now !== undefined && now !== nom && { today: now }) };
    const words = [...wordsOf(nom), ...wordsOf(department), code.toLowerCase(), (departement ?? "").toLowerCase()];
    return { commune, name: wordsOf(nom).join(" "), words, population, divided: divided.has(code) };
  });
}

/** What is no département: its name, by the beginning of the codes of its communes. */
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

/** Without accents, hyphens or capitals, and « st » for saint as people write it. */
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
