/**
 * The questions of a dossier by section, and the missing or wrong answers. Pure and wordless: page, task list and submission share it.
 * Answers are stored as typed.
 */
import { lengthOf } from "../../kit/schema.ts";
import { isTownOf } from "../../kit/commune.ts";
import { isFrance } from "../../kit/country.ts";
import { isDay } from "../../kit/day.ts";

type FieldKind = "line" | "tel" | "day" | "one" | "several" | "text" | "commune" | "country" | "town" | "postcode";
export type Contents = { readonly [name: string]: string | readonly string[] };

export type Field = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly optional?: true;
  /** Required for `one` and `several`. */
  readonly options?: readonly string[];
  /** In characters; 200 by default. */
  readonly longest?: number;
  /** Asked only if this holds. */
  readonly when?: (contents: Contents) => boolean;
  /** Filled in until the section is saved. */
  readonly usual?: string;
  /** Shown under this option of another field, where it is chosen. */
  readonly under?: { readonly field: string; readonly option: string };
  /** Left off the page if this holds, since it cannot apply. */
  readonly unless?: (contents: Contents) => boolean;
};

export type Section = { readonly key: string; readonly fields: readonly Field[] };

export type Problem = { readonly field: string; readonly why: "missing" | "wrong" | "long" };
export type SectionStatus = "to-do" | "in-progress" | "problem" | "done";

const LONGEST = 200;
const bornAtHome = (contents: Contents) => isFrance(lineOf(contents, "birthCountry"));
const bornElsewhere = (contents: Contents) => lineOf(contents, "birthCountry") !== "" && !bornAtHome(contents);

/** Where most applicants live. */
export const HOME = "FR";

/** Possible arrangements; organisers of a test may see them. */
export const ACCOMMODATIONS: readonly string[] = [
  "extra-time",
  "room",
  "documents",
  "assistant",
  "interpreter",
  "breaks",
  "other",
];
const needsThem = (contents: Contents) => lineOf(contents, "needed") === "yes";

/** Asked of everybody, in the order of the task list. What depends on the law is asked by its own rooms. */
export const SECTIONS: readonly Section[] = [
  {
    key: "identity",
    fields: [
      { name: "birthName", kind: "line" },
      { name: "usedName", kind: "line", optional: true },
      { name: "givenNames", kind: "line" },
      { name: "sex", kind: "one", options: ["F", "M"] },
      { name: "bornOn", kind: "day" },
      { name: "birthCountry", kind: "country" },
      { name: "birthCommune", kind: "commune", when: bornAtHome, unless: bornElsewhere },
      { name: "birthCity", kind: "line", when: bornElsewhere, unless: bornAtHome },
    ],
  },
  {
    key: "contact",
    fields: [
      { name: "phone", kind: "tel" },
      { name: "street", kind: "line" },
      { name: "streetMore", kind: "line", optional: true },
      { name: "postcode", kind: "postcode", longest: 12 },
      { name: "city", kind: "town" },
      { name: "country", kind: "country", usual: HOME },
    ],
  },
  {
    key: "accommodations",
    fields: [
      { name: "needed", kind: "one", options: ["no", "yes"] },
      {
        name: "effects",
        kind: "several",
        options: ACCOMMODATIONS,
        when: needsThem,
        under: { field: "needed", option: "yes" },
      },
      {
        name: "other",
        kind: "text",
        longest: 2000,
        when: (contents) => severalOf(contents, "effects").includes("other"),
        under: { field: "effects", option: "other" },
      },
    ],
  },
];

/** Read only by its author and the référent handicap; others see the effects above. */
export const CONFIDENTIAL: Section = {
  key: "accommodations-said",
  fields: [{ name: "said", kind: "text", optional: true, longest: 5000 }],
};

export function sectionOf(key: string): Section | undefined {
  return [...SECTIONS, CONFIDENTIAL].find((section) => section.key === key);
}

/** A field's trimmed text. */
export function lineOf(contents: Contents, name: string): string {
  const value = contents[name];
  return typeof value === "string" ? value.trim() : "";
}

export function severalOf(contents: Contents, name: string): readonly string[] {
  const value = contents[name];
  return typeof value === "string" ? [value] : (value ?? []);
}

/** The fields asked, given the answers so far. */
function askedFields(section: Section, contents: Contents): readonly Field[] {
  return section.fields.filter(({ when }) => when === undefined || when(contents));
}

/** A birthplace: INSEE code and name if chosen from the list, or a name alone. */
export type Birthplace = { readonly code: string | null; readonly name: string };

/**
 * A commune is stored as text: « 34172 Montpellier (Hérault) » if chosen, « ? Saint-Truc (Hérault) » if searched but unlisted; before that,
 * the raw input, which is not a place yet.
 */
export function birthplaceOf(value: string): Birthplace | undefined {
  const listed = /^((?:\d{2}|2[AB])\d{3})(?: (.+))?$/.exec(value);
  if (listed) return { code: listed[1]!, name: listed[2] ?? "" };
  const name = /^\? *(\S.*)$/.exec(value)?.[1];
  return name === undefined ? undefined : { code: null, name };
}

export function placeText({ code, name }: Birthplace): string {
  return `${code ?? "?"} ${name}`.trim();
}

export function problemsOf(section: Section, contents: Contents): Problem[] {
  return askedFields(section, contents).flatMap((field) => {
    const why = problemWith(field, contents);
    return why === undefined ? [] : [{ field: field.name, why }];
  });
}

/** To do if empty, problem if something is wrong, in progress if something is missing. */
export function statusOf(section: Section, contents: Contents | undefined): SectionStatus {
  if (contents === undefined || section.fields.every(({ name }) => severalOf(contents, name).join("") === ""))
    return "to-do";
  const problems = problemsOf(section, contents);
  if (problems.length === 0) return "done";
  return problems.some(({ why }) => why !== "missing") ? "problem" : "in-progress";
}

function problemWith(field: Field, contents: Contents): Problem["why"] | undefined {
  const { name, kind, optional, options, longest = LONGEST } = field;
  const chosen = severalOf(contents, name).filter((one) => one.trim() !== "");
  if (chosen.length === 0) return optional ? undefined : "missing";
  if (kind === "several" || kind === "one") return chosen.every((one) => options!.includes(one)) ? undefined : "wrong";
  const value = lineOf(contents, name);
  if (lengthOf(value) > longest) return "long";
  // A commune typed but not chosen is missing, not wrong.
  if (kind === "commune") return birthplaceOf(value) ? undefined : "missing";
  return FITS[kind](value, contents) ? undefined : "wrong";
}

/** In any notation: the ten digits of a French number, or the whole number of another country, which begins by + (or 00). */
function isTelephone(value: string): boolean {
  const dialled = value.replaceAll(/[\s().\u2011/-]/g, "").replace(/^00/, "+");
  return /^0\d{9}$/.test(dialled) || /^\+[1-9]\d{7,15}$/.test(dialled);
}

const inFrance = (contents: Contents) => isFrance(lineOf(contents, "country") || HOME);
const FRENCH_POSTCODE = /^\d{2} ?\d{3}$/;

/** A postcode of five digits, and a town that has it, are asked for in France only; the list lacks some postcodes, which are taken. */
const FITS: Readonly<
  Record<Exclude<FieldKind, "one" | "several" | "commune">, (value: string, contents: Contents) => boolean>
> = {
  line: () => true,
  postcode: (value, contents) => !inFrance(contents) || FRENCH_POSTCODE.test(value),
  town: (value, contents) => !inFrance(contents) || isTownOf(lineOf(contents, "postcode"), value),
  text: () => true,
  tel: isTelephone,
  day: isDay,
  country: (value) => /^[A-Z]{2}$/.test(value),
};
