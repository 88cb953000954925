/** Searching people: by names, by how a number of a dossier or of a telephone ends, or by a whole address. */
import { addressKey, isPostable } from "../../kit/mail-address.ts";

/** Words of names; the digits that a number ends with; or a mail address, whole, since a part of one would list strangers. */
export type Search = { readonly parts: readonly string[] } | { readonly ending: string } | { readonly mail: string };

const LONGEST = 100;
const MOST_PARTS = 6;

/** `undefined` for an empty search. */
export function readSearch(text: string): Search | undefined {
  const typed = text.trim().slice(0, LONGEST);
  const number = readNumber(typed);
  if (number !== undefined) return { ending: number.slice("D-".length) };
  // A number as it is dictated, or a telephone: 0117, 06 39 98 41 07, +33 6.39.98.41.07.
  if (/^[+(]?\d[\d\s().-]+$/.test(typed)) return { ending: typed.replaceAll(/\D/g, "") };
  if (isPostable(typed)) return { mail: addressKey(typed) };
  const parts = typed.match(/[^\s,;.]+/g) ?? [];
  return parts.length === 0 ? undefined : { parts: parts.slice(0, MOST_PARTS) };
}

/** The whole number of a dossier, in any notation; the year tells it from a telephone. */
export function readNumber(text: string): string | undefined {
  const [, year, rest] = /^D?[-\s]?(20\d{2})[-\s]?(\d{1,9})$/i.exec(text.trim()) ?? [];
  return year === undefined || rest === undefined ? undefined : `D-${year}-${rest.padStart(6, "0")}`;
}

/** What is known of a person, by the name under which the page says why they were found. */
export type Known = {
  /** As lists show it. */
  readonly name: string | null;
  readonly birthName: string | null;
  readonly usedName: string | null;
  readonly givenNames: string | null;
  /** The names of before a correction. */
  readonly elder: string | null;
  readonly phone: string | null;
  readonly numbers: readonly string[];
};

export const WHY = ["birthName", "usedName", "givenNames", "elder", "phone", "number", "mail", "near"] as const;
/** `near`: the word that differs by one letter from what was typed. */
export type Why = { readonly by: (typeof WHY)[number]; readonly text: string };

/** Why they were found, as far as the name in the list does not say it by itself. */
export function whyFound(search: Search, known: Known): Why[] {
  if ("mail" in search) return [{ by: "mail", text: search.mail }];
  if ("ending" in search) {
    const number = known.numbers.find((one) => one.endsWith(search.ending));
    if (number !== undefined) return [{ by: "number", text: number }];
    return known.phone === null ? [] : [{ by: "phone", text: known.phone }];
  }
  const shown = fold(known.name ?? "");
  const words = search.parts.flatMap((part) => fold(part).split(/ +/)).filter((word) => word !== "");
  const given = (["birthName", "usedName", "givenNames", "elder"] as const).flatMap((by) =>
    known[by] ? [{ by, text: known[by] }] : [],
  );
  const why = words.flatMap((word): Why[] => {
    if (shown.includes(word)) return [];
    const named = given.find(({ text }) => fold(text).includes(word));
    if (named) return [named];
    const all = [known.name ?? "", ...given.map(({ text }) => text)].flatMap((text) => text.split(/[\s'’-]+/));
    const near = all.find((one) => isNear(word, fold(one)));
    return near === undefined ? [] : [{ by: "near", text: near }];
  });
  return why.filter(({ by }, place) => why.findIndex((one) => one.by === by) === place);
}

/** As `near_keys` in the database: the words share a key where both are without one letter, or one of them is. */
function isNear(a: string, b: string): boolean {
  const keys = new Set(nearKeys(a));
  return a.length >= 4 && b.length >= 4 && nearKeys(b).some((key) => keys.has(key));
}

function nearKeys(word: string): string[] {
  return [word, ...Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1))];
}

/** As `fold_name` in the database. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/['’-]/g, " ");
}
