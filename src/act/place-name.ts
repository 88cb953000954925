/** A place's name for the operator: a school's own name, or the accounts of the deployment. */
import { DEPLOYMENT } from "../db/school.ts";
import type { Label, Lang } from "../kit/lang.ts";

const ACCOUNTS: Label = { fr: "comptes", en: "accounts" };

export function sayPlace(place: string, lang: Lang): string {
  return place === DEPLOYMENT ? ACCOUNTS[lang] : place;
}
