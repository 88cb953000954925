/** Where a title was awarded, and the attestation that one from abroad needs. */
import { countryName, countryNames, isCountry } from "../../kit/country.ts";
import { html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import type { Diploma } from "../../law/diploma.ts";
import { LIMITS } from "../../law/input.ts";
import { type Option, radios, select, textField } from "../../page/form.ts";
import { textOf } from "../../page/form-values.ts";
import { type TitleDraft, withTitle } from "../rules/draft.ts";
import { sayAttestation, sayCountry } from "./say.ts";
import { about, levelOf, levelOptions, titleAt, yearsOf } from "./title-question.ts";

export const country = about<{ place: string; country: string }>("country", {
  heading: ({ words }) => words.country.heading,
  shown: (at) => {
    const given = titleAt(at).country;
    return { place: given === undefined ? "" : given === null ? "home" : "abroad", country: given ?? "" };
  },
  read: (form) => ({ place: form.get("place"), country: form.get("country") }),
  check: ({ place, country: given }, { words, law, visit: { lang } }) => {
    const here = countryName(law.homeTerritory.countries[0]!, lang);
    if (place === "home" && isCountry(given) && !law.homeTerritory.countries.includes(given))
      return [{ field: "country", message: words.country.both(here, countryName(given, lang)) }];
    if (place === "home") return [];
    if (place !== "abroad") return [{ field: "place", message: words.country.choose }];
    return isCountry(given) ? [] : [{ field: "country", message: words.country.choosePlace }];
  },
  store: ({ place, country: given }, at) => {
    const title = titleAt(at);
    const home = place === "home" || at.law.homeTerritory.countries.includes(given);
    if (!home) return withTitle(at.draft, { ...title, country: given });
    const { attestation: _, ...rest } = title;
    return withTitle(at.draft, { ...rest, country: null });
  },
  partly: (_, __, at) => {
    const { country: _country, ...rest } = titleAt(at);
    return withTitle(at.draft, rest);
  },
  body: ({ place, country: given }, errors, at) => {
    const { law, words, visit } = at;
    const { lang } = visit;
    const options = [
      { value: "home", label: words.country.home(countryName(law.homeTerritory.countries[0]!, lang)) },
      { value: "abroad", label: words.country.abroad },
    ];
    return html`${radios({ name: "place", legend: words.country.heading, heading: true, options, value: place, errors, lang })}
${select({ name: "country", label: words.country.label, options: countriesAbroad(law, lang), value: given, empty: words.country.empty, errors, lang })}`;
  },
  say: ({ place, country: given }, at) =>
    sayCountry(at.law, place === "home" ? null : given || undefined, at.visit.lang),
});

function countriesAbroad(law: Diploma, lang: Lang): Option[] {
  return countryNames(lang)
    .filter(({ code }) => !law.homeTerritory.countries.includes(code))
    .map(({ code, name }) => ({ value: code, label: name }));
}

type AttestationValue = { has: string; level: string; years: string };
export const attestation = about<AttestationValue>("attestation", {
  heading: ({ words }) => words.attestation.heading,
  shown: (at) => {
    const given = titleAt(at).attestation;
    if (given === undefined || given === null) return { has: given === null ? "no" : "", level: "", years: "" };
    return { has: "yes", level: String(given.level ?? ""), years: String(given.yearsOfStudy ?? "") };
  },
  read: (form) => ({ has: form.get("has"), level: form.get("level"), years: textOf(form, "years") }),
  check: ({ has, level, years }, { law, words }) => {
    if (has === "no") return [];
    if (has !== "yes") return [{ field: "has", message: words.attestation.choose }];
    if (level === "" && years === "") return [{ field: "level", message: words.attestation.nothing }];
    return [
      ...(level !== "" && levelOf(law, level) === undefined
        ? [{ field: "level", message: words.measure.levelChoose }]
        : []),
      ...(years !== "" && yearsOf(years) === undefined
        ? [{ field: "years", message: words.measure.yearsFault(LIMITS.years) }]
        : []),
    ];
  },
  store: (value, at) => withTitle(at.draft, { ...titleAt(at), attestation: attestationOf(at.law, value) }),
  partly: (_, __, at) => {
    const { attestation: _attestation, ...rest } = titleAt(at);
    return withTitle(at.draft, rest);
  },
  typed: true,
  body: ({ has, level, years }, errors, at) => {
    const { words, visit } = at;
    const { lang } = visit;
    const options = [
      { value: "yes", label: words.attestation.has },
      { value: "no", label: words.attestation.hasNot },
    ];
    return html`${radios({ name: "has", legend: words.attestation.heading, heading: true, hint: words.attestation.hint, options, value: has, errors, lang })}
${select({ name: "level", label: words.attestation.level, optional: true, options: levelOptions(at), value: level, empty: words.attestation.levelEmpty, errors, lang })}
${textField({ name: "years", label: words.attestation.years, optional: true, value: years, inputmode: "numeric", size: 4, errors, lang })}`;
  },
  say: (value, at) => {
    if (value.has === "") return at.words.notSaid;
    const { level, years } = value;
    const readable =
      (level === "" || levelOf(at.law, level) !== undefined) && (years === "" || yearsOf(years) !== undefined);
    // As it was typed, where it is no number.
    return value.has === "yes" && !readable
      ? [level, years].filter(Boolean).join(", ")
      : sayAttestation(at.law, attestationOf(at.law, value), at.visit.lang);
  },
});

function attestationOf(
  law: Diploma,
  { has, level, years }: AttestationValue,
): NonNullable<TitleDraft["attestation"]> | null {
  if (has !== "yes") return null;
  return {
    ...(level !== "" && { level: levelOf(law, level)! }),
    ...(years !== "" && { yearsOfStudy: yearsOf(years)! }),
  };
}
