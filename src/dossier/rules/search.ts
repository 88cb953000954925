/** How a dossier is looked for: by its number, or by the names or the address of whoever applies. */
import { addressKey, isPostable } from "../../kit/mail-address.ts";

/** What somebody looks for: parts of names; or a number, or a whole address of mail, which find that dossier alone. */
export type Search = { readonly number: string } | { readonly mail: string } | { readonly parts: readonly string[] };

const LONGEST = 100;
const MOST_PARTS = 6;

/** `undefined` where there is nothing to look for. */
export function readSearch(text: string): Search | undefined {
  const typed = text.trim().slice(0, LONGEST);
  const named = /^D?[-\s]?(\d{4})[-\s]?(\d{1,9})$/i.exec(typed);
  if (named) return { number: `D-${named[1]}-${named[2]!.padStart(6, "0")}` };
  if (isPostable(typed)) return { mail: addressKey(typed) };
  const parts = typed.match(/[^\s,;.]+/g) ?? [];
  return parts.length === 0 ? undefined : { parts: parts.slice(0, MOST_PARTS) };
}
