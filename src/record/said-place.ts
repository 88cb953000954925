/** How a place is named to whoever runs the deployment: a school by its own name, and what belongs to none by what it is. */
import { DEPLOYMENT } from "../db/school.ts";
import type { Label, Lang } from "../kit/lang.ts";

const ACCOUNTS: Label = { fr: "comptes", en: "accounts" };

export function sayPlace(place: string, lang: Lang): string {
  return place === DEPLOYMENT ? ACCOUNTS[lang] : place;
}
