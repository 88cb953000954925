/** The country of a title, and the attestation that a foreign one needs. */
import { countryName, countryNames, isCountry } from "../../kit/country.ts";
import type { Lang } from "../../kit/lang.ts";
import type { Diploma } from "../../law/diploma.ts";
import { LIMITS } from "../../law/input.ts";
import type { Option } from "../../page/form.ts";
import { choice, pick, text } from "../../page/kinds.ts";
import { type TitleDraft, withTitle } from "../rules/draft.ts";
import { asked } from "./asked.ts";
import { sayAttestation, sayCountry } from "./say.ts";
import type { At } from "./step.ts";
import { about, levelOf, levelOptions, titleAt, yearsOf } from "./title-question.ts";

export const country = about(
  "country",
  asked({
    heading: ({ words }: At) => words.country.heading,
    fields: ({ law, words: { country: says }, visit: { lang } }) => ({
      place: choice({
        label: says.heading,
        heading: true,
        options: [
          { value: "home", label: says.home(countryName(law.homeTerritory.countries[0]!, lang)) },
          { value: "abroad", label: says.abroad },
        ],
        missing: says.choose,
      }),
      // A country outside the list may be submitted: a territory of this country.
      country: pick({
        label: says.label,
        options: countriesAbroad(law, lang),
        empty: says.empty,
        open: true,
        blank: true,
      }),
    }),
    begin: (at) => {
      const country = titleAt(at).country;
      return country === undefined
        ? {}
        : country === null
          ? { place: "home" as const }
          : { place: "abroad" as const, country };
    },
    wrong: ({ place, country }, { words, law, visit: { lang } }) => {
      const home = law.homeTerritory.countries;
      if (place === "abroad") return isCountry(country) ? {} : { country: words.country.choosePlace };
      const both = isCountry(country) && !home.includes(country);
      return both ? { country: words.country.both(countryName(home[0]!, lang), countryName(country, lang)) } : {};
    },
    keep: ({ place, country }, at) => {
      const title = titleAt(at);
      const home = place === "home" || at.law.homeTerritory.countries.includes(country);
      if (!home) return withTitle(at.draft, { ...title, country });
      const { attestation: _, ...rest } = title;
      return withTitle(at.draft, { ...rest, country: null });
    },
    partly: (_: unknown, __: unknown, at: At) => {
      const { country: _country, ...rest } = titleAt(at);
      return withTitle(at.draft, rest);
    },
    said: ({ place, country }, at) => sayCountry(at.law, place === "home" ? null : country || undefined, at.visit.lang),
  }),
);

function countriesAbroad(law: Diploma, lang: Lang): Option[] {
  return countryNames(lang)
    .filter(({ code }) => !law.homeTerritory.countries.includes(code))
    .map(({ code, name }) => ({ value: code, label: name }));
}

export const attestation = about(
  "attestation",
  asked({
    heading: ({ words }: At) => words.attestation.heading,
    fields: (at) => {
      const says = at.words.attestation;
      return {
        has: choice({
          label: says.heading,
          heading: true,
          hint: says.hint,
          options: [
            { value: "yes", label: says.has },
            { value: "no", label: says.hasNot },
          ],
          missing: says.choose,
        }),
        level: pick({
          label: says.level,
          options: levelOptions(at),
          empty: says.levelEmpty,
          optional: true,
          open: true,
        }),
        years: text({ label: says.years, inputmode: "numeric", size: 4, optional: true }),
      };
    },
    begin: (at) => {
      const attestation = titleAt(at).attestation;
      if (attestation === undefined || attestation === null) return attestation === null ? { has: "no" as const } : {};
      return {
        has: "yes" as const,
        level: String(attestation.level ?? ""),
        years: String(attestation.yearsOfStudy ?? ""),
      };
    },
    wrong: ({ has, level, years }, { law, words }) => {
      if (has === "no") return {};
      if (level === undefined && years === undefined) return { level: words.attestation.nothing };
      return {
        ...(level !== undefined && levelOf(law, level) === undefined && { level: words.measure.levelChoose }),
        ...(years !== undefined && yearsOf(years) === undefined && { years: words.measure.yearsFault(LIMITS.years) }),
      };
    },
    keep: (said, at) => withTitle(at.draft, { ...titleAt(at), attestation: attestationOf(at.law, said) }),
    partly: (_: unknown, __: unknown, at: At) => {
      const { attestation: _attestation, ...rest } = titleAt(at);
      return withTitle(at.draft, rest);
    },
    typed: true as const,
    said: (values, at) => {
      const { has, level, years } = values;
      if (has === undefined) return at.words.notSaid;
      const readable =
        (level === undefined || levelOf(at.law, level) !== undefined) &&
        (years === undefined || yearsOf(years) !== undefined);
      // As typed, if it is not a number.
      return has === "yes" && !readable
        ? [level, years].filter(Boolean).join(", ")
        : sayAttestation(at.law, attestationOf(at.law, { ...values, has }), at.visit.lang);
    },
  }),
);

type Said = { readonly has: string; readonly level?: string; readonly years?: string };

function attestationOf(law: Diploma, { has, level, years }: Said): NonNullable<TitleDraft["attestation"]> | null {
  if (has !== "yes") return null;
  return {
    ...(level !== undefined && { level: levelOf(law, level)! }),
    ...(years !== undefined && { yearsOfStudy: yearsOf(years)! }),
  };
}
