/**
 * Who holds a diploma, as the file names them: by the civil identity of their application, without a social security number. The receiving
 * body finds a person by these alone, so that nothing is cut, guessed or left to a default: what is lacking is named.
 */
import { countryName, isFrance } from "../../../kit/country.ts";
import { isDay } from "../../../kit/day.ts";
import { communesOf } from "../../../kit/commune.ts";
import { inseeCountry } from "../../../kit/insee-country.ts";
import { lengthOf } from "../../../kit/schema.ts";
import { birthplaceOf, type Contents, lineOf } from "../../../dossier/rules/sections.ts";

export const LACKS = [
  "birthName",
  "givenNames",
  "bornOn",
  "sex",
  "birthCountry",
  "birthCommune",
  "country-code",
  "long-birthName",
  "long-usedName",
  "long-givenNames",
  "long-place",
] as const;
export type Lack = (typeof LACKS)[number];

export type Holder = {
  readonly birthName: string;
  readonly usedName: string | null;
  /** One to three. */
  readonly given: readonly string[];
  readonly year: number;
  /** Null where the civil register does not know it. */
  readonly month: number | null;
  readonly day: number | null;
  readonly sex: "M" | "F";
  /** In France. */
  readonly insee: string | null;
  readonly place: string | null;
  /** Elsewhere: the INSEE's three figures. */
  readonly country: { readonly code: string; readonly name: string } | null;
};

/** Of the file's schema. */
const LONGEST = 60;
const MOST_GIVEN = 3;
const isLong = (text: string) => lengthOf(text) > LONGEST;

/** One line without what XML cannot hold, with the apostrophe of the civil register. */
export function plainLine(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[’ʼ‘]/gu, "'")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\s]+/gu, " ")
    .trim();
}

export function holderOf(identity: Contents): { readonly holder: Holder } | { readonly lacks: readonly Lack[] } {
  const line = (name: string) => plainLine(lineOf(identity, name));
  const [birthName, usedName, bornOn, sex, country] = [
    line("birthName"),
    line("usedName"),
    line("bornOn"),
    line("sex"),
    line("birthCountry"),
  ];
  const given = givenIn(line("givenNames"));
  const place = placeOf(identity, country, line("birthCity"));
  const lacks: Lack[] = [
    ...(birthName === "" ? ["birthName" as const] : []),
    ...(given.length === 0 ? ["givenNames" as const] : []),
    ...(isDay(bornOn) ? [] : ["bornOn" as const]),
    ...(sex === "M" || sex === "F" ? [] : ["sex" as const]),
    ...place.lacks,
    ...(isLong(birthName) ? ["long-birthName" as const] : []),
    ...(isLong(usedName) ? ["long-usedName" as const] : []),
    ...(given.some(isLong) ? ["long-givenNames" as const] : []),
    ...(isLong(place.name) ? ["long-place" as const] : []),
  ];
  if (lacks.length > 0) return { lacks };
  const [year, month, day] = bornOn.split("-").map(Number);
  return {
    holder: {
      birthName,
      usedName: usedName === "" || usedName === birthName ? null : usedName,
      given,
      year: year!,
      month: month!,
      day: day!,
      sex: sex as "M" | "F",
      insee: place.insee,
      place: place.name === "" ? null : place.name,
      country: place.country,
    },
  };
}

/** «Anne-Marie, Jeanne» or «Anne-Marie Jeanne»: by commas where there are any. */
function givenIn(line: string): string[] {
  const parts = line.includes(",") ? line.split(",") : line.split(" ");
  return parts
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .slice(0, MOST_GIVEN);
}

type Place = Pick<Holder, "insee" | "country"> & { readonly name: string; readonly lacks: readonly Lack[] };

function placeOf(identity: Contents, country: string, city: string): Place {
  const none = { insee: null, country: null, name: "" };
  if (country === "") return { ...none, lacks: ["birthCountry"] };
  if (!isFrance(country)) {
    const code = inseeCountry(country);
    if (code === undefined) return { ...none, lacks: ["country-code"] };
    return { insee: null, country: { code, name: plainLine(countryName(country, "fr")) }, name: city, lacks: [] };
  }
  const commune = birthplaceOf(lineOf(identity, "birthCommune"));
  if (!commune || commune.code === null) return { ...none, lacks: ["birthCommune"] };
  return { insee: commune.code, country: null, name: communeCalled(commune.code, commune.name), lacks: [] };
}

/** «34172 Montpellier (Hérault)» is called Montpellier. */
function communeCalled(code: string, name: string): string {
  const known = name === "" ? (communesOf(code)[0]?.name ?? "") : name;
  const department = known.lastIndexOf(" (");
  return plainLine(known.endsWith(")") && department > 0 ? known.slice(0, department) : known);
}
