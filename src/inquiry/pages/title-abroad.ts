/** Where a title was awarded, and the attestation that one from abroad needs. */
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
      // Another that somebody sends may be a part of this country.
      country: pick({
        label: says.label,
        options: countriesAbroad(law, lang),
        empty: says.empty,
        open: true,
        blank: true,
      }),
    }),
    begin: (at) => {
      const given = titleAt(at).country;
      return given === undefined
        ? {}
        : given === null
          ? { place: "home" as const }
          : { place: "abroad" as const, country: given };
    },
    wrong: ({ place, country: given }, { words, law, visit: { lang } }) => {
      const home = law.homeTerritory.countries;
      if (place === "abroad") return isCountry(given) ? {} : { country: words.country.choosePlace };
      const both = isCountry(given) && !home.includes(given);
      return both ? { country: words.country.both(countryName(home[0]!, lang), countryName(given, lang)) } : {};
    },
    keep: ({ place, country: given }, at) => {
      const title = titleAt(at);
      const home = place === "home" || at.law.homeTerritory.countries.includes(given);
      if (!home) return withTitle(at.draft, { ...title, country: given });
      const { attestation: _, ...rest } = title;
      return withTitle(at.draft, { ...rest, country: null });
    },
    partly: (_: unknown, __: unknown, at: At) => {
      const { country: _country, ...rest } = titleAt(at);
      return withTitle(at.draft, rest);
    },
    said: ({ place, country: given }, at) =>
      sayCountry(at.law, place === "home" ? null : given || undefined, at.visit.lang),
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
      const given = titleAt(at).attestation;
      if (given === undefined || given === null) return given === null ? { has: "no" as const } : {};
      return { has: "yes" as const, level: String(given.level ?? ""), years: String(given.yearsOfStudy ?? "") };
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
    said: (said, at) => {
      const { has, level, years } = said;
      if (has === undefined) return at.words.notSaid;
      const readable =
        (level === undefined || levelOf(at.law, level) !== undefined) &&
        (years === undefined || yearsOf(years) !== undefined);
      // As it was typed, where it is no number.
      return has === "yes" && !readable
        ? [level, years].filter(Boolean).join(", ")
        : sayAttestation(at.law, attestationOf(at.law, { ...said, has }), at.visit.lang);
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
