/**
 * Finds a title by what people say: its name or initials, what else it is called, a form for a woman, a letter wrong. «ES» finds the one
 * called so, and not every name with a word in «es…»; «sosiale» finds «social»; «master politiques sociales» finds the kind of a master.
 */
import type { Diploma } from "../../law/diploma.ts";

type Entry = Diploma["catalogue"][number];
type Kind = Diploma["titleKinds"][number];

/** Words of nearly every name, which tell none apart. */
const FILLERS = new Set("a au aux d de des du en et l la le les of the in state diplome diploma etat".split(" "));
/** Shorter words are initials: they are found whole. */
const SHORTEST_PART = 4;

/** Without accents, capitals and signs. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What an entry is called in the law, in either language. */
export function namesOf({ title, label }: Entry): string[] {
  return [title, label.fr, label.en, `${label.fr} (${title})`, `${label.en} (${title})`].map(plain);
}

/** The nearest first: the very name, then whole words, then beginnings; words with a letter wrong only where nothing else is found. */
export function titlesFor({ catalogue }: Diploma, q: string): readonly Entry[] {
  const words = wordsOf(q);
  if (words.length === 0) return [];
  const ranked = catalogue.map((entry) => {
    const names = [...namesOf(entry), ...alsoCalled(entry)];
    const parts = names.flatMap((name) => name.split(" "));
    return { entry, far: names.includes(plain(q)) ? 0 : Math.max(...words.map((word) => distance(word, parts))) };
  });
  const near = ranked.filter(({ far }) => far < WRONG);
  const found = near.length > 0 ? near : ranked.filter(({ far }) => far === WRONG);
  return found.toSorted((one, other) => one.far - other.far).map(({ entry }) => entry);
}

/** The kinds that are called by some of these words. */
export function kindsFor({ titleKinds }: Diploma, q: string): readonly Kind[] {
  const words = wordsOf(q);
  const isSaid = (part: string) => words.some((word) => distance(word, [part]) < NOT);
  return titleKinds.filter((kind) => alsoCalled(kind).some((name) => name.split(" ").every(isSaid)));
}

const alsoCalled = ({ alsoCalled: names = [] }: { readonly alsoCalled?: readonly string[] }) => names.map(plain);

function wordsOf(q: string): readonly string[] {
  const all = plain(q).split(" ").filter(Boolean);
  const telling = all.filter((word) => !FILLERS.has(word));
  return telling.length > 0 ? telling : all;
}

const [WHOLE, BEGINNING, WRONG, NOT] = [1, 2, 3, 4];

/** How far a word is from the nearest of these. */
function distance(word: string, parts: readonly string[]): number {
  const stem = stemOf(word);
  const each = parts.map((part) => {
    if (part === word || stemOf(part) === stem) return WHOLE;
    if (word.length < SHORTEST_PART) return NOT;
    if (part.startsWith(stem)) return BEGINNING;
    return isNear(stem, stemOf(part)) ? WRONG : NOT;
  });
  return Math.min(...each);
}

/** Without what tells a woman, a man or several: «assistante» is found under «assistant», «éducatrice» under «éducateur». */
function stemOf(word: string): string {
  return word.length < 5 ? word : word.replace(/(?:trices?|teurs?|euses?|eurs?|ieres?|iers?|ennes?|iens?|es?|s)$/u, "");
}

/** One letter wrong, missing, too many or two of them exchanged; two in a long word. */
function isNear(one: string, other: string): boolean {
  if (one.length < 5 || Math.abs(one.length - other.length) > 2) return false;
  return editsBetween(one, other) <= (one.length < 9 ? 1 : 2);
}

function editsBetween(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const exchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (same ? 0 : 1),
        exchanged ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return row[other.length]!;
}
