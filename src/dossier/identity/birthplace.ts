/** A commune of birth that is typed on one line, without a list to choose from. */
import { communeName, communesOf, findCommunes, onlyCommune } from "../../kit/commune.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { birthplaceOf, placeText } from "../rules/sections.ts";

const NAMED = 4;

/** As a dossier stores it; a name that no list has, such as that of a commune abolished long ago, stands as it is typed. */
export function communeTyped(text: string, current: string): { readonly value: string } | { readonly issue: Issue } {
  const typed = text.trim();
  if (typed === "" || birthplaceOf(typed)?.name) return { value: typed };
  const stands = birthplaceOf(current);
  if (typed === current || stands?.name === typed) return { value: current };
  const found = findCommunes(typed);
  const only =
    onlyCommune(typed) ??
    found.find((one) => communeName(one) === typed) ??
    (found.length === 1 ? found[0] : communesOf(typed.toUpperCase())[0]);
  // An INSEE code alone stands for its name.
  if (only && stands?.code === only.code && stands.name === "") return { value: current };
  if (only) return { value: placeText({ code: only.code, name: communeName(only) }) };
  if (found.length === 0) return { value: placeText({ code: null, name: typed }) };
  const said = (lang: "fr" | "en") =>
    new Intl.ListFormat(lang, { type: "disjunction" }).format(found.slice(0, NAMED).map(communeName));
  return {
    issue: issue(
      "birthCommune",
      `Plusieurs communes répondent à «\u00a0${typed}\u00a0»\u00a0: ${said("fr")}. Écrivez la vôtre avec son département, entre parenthèses.`,
      `Several communes answer to “${typed}”: ${said("en")}. Write yours with its department, in brackets.`,
    ),
  };
}

/** The same place, as it is typed. */
export function communeShown(value: string): string {
  const place = birthplaceOf(value);
  if (!place) return value;
  return place.name || communesOf(place.code ?? "").map(communeName)[0] || value;
}
