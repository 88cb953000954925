/**
 * What a dossier asks, section by section, and what is missing or wrong in what was typed. Pure and without words: the
 * page asks, the task list counts and the submission judges by the same list. Everything is kept as it was typed.
 */
import { lengthOf } from "../../kit/schema.ts";
import { isFrance } from "../../kit/country.ts";
import { isDay } from "../../kit/day.ts";

type FieldKind = "line" | "tel" | "day" | "one" | "several" | "text" | "commune" | "country";
export type Contents = { readonly [name: string]: string | readonly string[] };

export type Field = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly optional?: true;
  /** Of `one` and `several`, which are always of some. */
  readonly options?: readonly string[];
  /** In characters; 200 where absent. */
  readonly longest?: number;
  /** Asked only where this holds of the rest. */
  readonly when?: (contents: Contents) => boolean;
  /** Left out of the page where this holds: it cannot be what is asked. */
  readonly unless?: (contents: Contents) => boolean;
};

export type Section = { readonly key: string; readonly fields: readonly Field[] };

export type Problem = { readonly field: string; readonly why: "missing" | "wrong" | "long" };
export type SectionStatus = "to-do" | "in-progress" | "problem" | "done";

const LONGEST = 200;
const bornAtHome = (contents: Contents) => isFrance(lineOf(contents, "birthCountry"));
const bornElsewhere = (contents: Contents) => lineOf(contents, "birthCountry") !== "" && !bornAtHome(contents);

/** What may be arranged, and what everybody who organises a test may see of it. */
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

/** What is asked of everybody, in the order of the task list. What depends on the law is asked by its own rooms. */
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
      { name: "postcode", kind: "line", longest: 12 },
      { name: "city", kind: "line" },
      { name: "country", kind: "country" },
    ],
  },
  {
    key: "accommodations",
    fields: [
      { name: "needed", kind: "one", options: ["no", "yes"] },
      { name: "effects", kind: "several", options: ACCOMMODATIONS, when: needsThem },
      {
        name: "other",
        kind: "text",
        longest: 2000,
        when: (contents) => severalOf(contents, "effects").includes("other"),
      },
    ],
  },
];

/** Read by the référent handicap and by whoever wrote it; everybody else sees the effects above, and nothing of this. */
export const CONFIDENTIAL: Section = {
  key: "accommodations-said",
  fields: [{ name: "said", kind: "text", optional: true, longest: 5000 }],
};

export function sectionOf(key: string): Section | undefined {
  return [...SECTIONS, CONFIDENTIAL].find((section) => section.key === key);
}

/** The text of a field, without the blanks around it. */
export function lineOf(contents: Contents, name: string): string {
  const value = contents[name];
  return typeof value === "string" ? value.trim() : "";
}

export function severalOf(contents: Contents, name: string): readonly string[] {
  const value = contents[name];
  return typeof value === "string" ? [value] : (value ?? []);
}

/** The fields that are asked, given what was answered so far. */
function asked(section: Section, contents: Contents): readonly Field[] {
  return section.fields.filter(({ when }) => when === undefined || when(contents));
}

/** A place of birth: its INSEE code and its name as it was chosen, or the name alone of one that no list has. */
export type Birthplace = { readonly code: string | null; readonly name: string };

/**
 * A commune is one text: « 34172 Montpellier (Hérault) » once it is chosen, « ? Saint-Truc (Hérault) » where it was looked
 * for and is in no list, and whatever was typed until then, which is no place yet.
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
  return asked(section, contents).flatMap((field) => {
    const why = problemWith(field, contents);
    return why === undefined ? [] : [{ field: field.name, why }];
  });
}

/** Nothing typed: to do. Something wrong: a problem. Something missing: in progress. */
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
  // A name typed and not chosen yet is nothing wrong.
  if (kind === "commune") return birthplaceOf(value) ? undefined : "missing";
  return FITS[kind](value) ? undefined : "wrong";
}

const FITS: Readonly<Record<Exclude<FieldKind, "one" | "several" | "commune">, (value: string) => boolean>> = {
  line: () => true,
  text: () => true,
  // Written in any way that leaves six digits or more: other countries number otherwise.
  tel: (value) => /^[\d\s().+/-]+$/.test(value) && value.replaceAll(/\D/g, "").length >= 6,
  day: isDay,
  country: (value) => /^[A-Z]{2}$/.test(value),
};
