/** Countries by their ISO 3166-1 alpha-2 code, with their names in both languages. */
// Not the package's main entry, which loads all of its languages.
import countries from "i18n-iso-countries/index.js";
import en from "i18n-iso-countries/langs/en.json" with { type: "json" };
import fr from "i18n-iso-countries/langs/fr.json" with { type: "json" };
import type { Lang } from "./lang.ts";

countries.registerLocale(fr);
countries.registerLocale(en);

/** Kosovo has no ISO code of its own; XK is what everybody uses. */
const CODES = new Set([...Object.keys(countries.getAlpha2Codes()), "XK"]);

export function isCountry(code: string): boolean {
  return CODES.has(code);
}

/** Overseas territories have ISO codes of their own, but French communes. */
const FRANCE = new Set(["FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC", "TF"]);

export function isFrance(code: string): boolean {
  return FRANCE.has(code);
}

export function countryName(code: string, lang: Lang): string {
  return (countries.getName(code, lang) ?? code).replaceAll("'", "’");
}

/** All countries, sorted by name in the language's order. */
export function countryNames(lang: Lang): { code: string; name: string }[] {
  const collator = new Intl.Collator(lang);
  return [...CODES]
    .map((code) => ({ code, name: countryName(code, lang) }))
    .sort((a, b) => collator.compare(a.name, b.name));
}
