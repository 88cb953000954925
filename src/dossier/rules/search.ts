/** Searching a dossier: by number, or by the candidate's names or address. */
import { addressKey, isPostable } from "../../kit/mail-address.ts";

/** Parts of names; or a number or full mail address, which finds one dossier only. */
export type Search = { readonly number: string } | { readonly mail: string } | { readonly parts: readonly string[] };

const LONGEST = 100;
const MOST_PARTS = 6;

/** `undefined` for an empty search. */
export function readSearch(text: string): Search | undefined {
  const typed = text.trim().slice(0, LONGEST);
  const named = /^D?[-\s]?(\d{4})[-\s]?(\d{1,9})$/i.exec(typed);
  if (named) return { number: `D-${named[1]}-${named[2]!.padStart(6, "0")}` };
  if (isPostable(typed)) return { mail: addressKey(typed) };
  const parts = typed.match(/[^\s,;.]+/g) ?? [];
  return parts.length === 0 ? undefined : { parts: parts.slice(0, MOST_PARTS) };
}
