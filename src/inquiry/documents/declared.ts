/** The declaration of the person, as made: the answer is only as good as it. */
import { inBoth } from "../../kit/in-both.ts";
import { countryName } from "../../kit/country.ts";
import { type Lang, sayDay, sayNumber, sayPartialDay } from "../../kit/lang.ts";
import type { PartialDay } from "../../kit/partial-day.ts";
import { capital } from "../../kit/typography.ts";
import type { Diploma } from "../../law/diploma.ts";
import { fieldsOf, type Period } from "../../law/experience.ts";
import type { Law } from "../../law/law.ts";
import { sayTitle } from "../../law/title-words.ts";
import { type ReadTitle, titleReader } from "../../law/titles.ts";
import type { Block } from "../../documents/blocks.ts";
import type { EligibilityInput } from "../../decisions/eligibility/rule.ts";

/** The days as they were typed: « 2016 » where the input has the first or last day of that year. */
export type TypedDays = {
  readonly titles: readonly { readonly awardedOn: PartialDay; readonly startedOn?: PartialDay | null | undefined }[];
  readonly experience: readonly { readonly from: PartialDay; readonly to: PartialDay | null }[];
};

export function declaredBlocks(
  { diploma }: Law,
  input: EligibilityInput,
  lang: Lang,
  typed: TypedDays = input,
): Block[] {
  return [
    { kind: "heading", level: 1, text: WORDS[lang].declared },
    { kind: "facts", items: facts(diploma, input, lang) },
    ...titlesTable(diploma, input, { lang, typed }),
    ...periodsTable(diploma, input.experience, { lang, typed }),
  ];
}

function facts(diploma: Diploma, input: EligibilityInput, lang: Lang): { label: string; value: string }[] {
  const words = WORDS[lang];
  const corps = diploma.corps.filter((entry) => input.corps?.includes(entry.corps)).map((entry) => entry.label[lang]);
  return [
    { label: words.on, value: sayDay(input.on, lang) },
    ...(input.titles.length === 0 ? [{ label: words.titles, value: words.none }] : []),
    ...(input.experience.length === 0 ? [{ label: words.periods, value: words.none }] : []),
    ...(diploma.corps.length > 0
      ? [{ label: words.corps, value: corps.length > 0 ? corps.join(" ; ") : words.none }]
      : []),
    ...diploma.waivers.map((entry) => ({
      label: entry.label[lang],
      value: input[entry.input] === true ? words.yes : words.no,
    })),
  ].map(({ label, value }) => ({ label: capital(label), value }));
}

type Typed = { readonly lang: Lang; readonly typed: TypedDays };

function titlesTable(diploma: Diploma, input: EligibilityInput, { lang, typed }: Typed): Block[] {
  if (input.titles.length === 0) return [];
  const words = WORDS[lang];
  const read = titleReader(diploma);
  const rows = input.titles
    .map(read)
    .map((title, at) => ({ title, days: typed.titles[at] ?? title.input }))
    .map(({ title, days }) => [
      nameOf(title, title.kind, lang),
      sayPartialDay(days.awardedOn, lang) +
        (days.startedOn ? ` (${words.started} ${sayPartialDay(days.startedOn, lang)})` : ""),
      countryName(title.input.country ?? "FR", lang),
      attestation(title, lang),
    ]);
  const columns = [
    { label: words.title, width: 5 },
    { label: words.awarded, width: 3 },
    { label: words.country, width: 2 },
    { label: words.attestation, width: 3 },
  ];
  return [{ kind: "table", caption: words.titles, columns, rows }];
}

function nameOf(title: ReadTitle, kind: Parameters<typeof sayTitle>[0]["kind"], lang: Lang): string {
  const inWords = sayTitle({ title, kind }, lang);
  return title.named ? `${inWords} : ${title.named.label[lang]}`.replace(" :", lang === "fr" ? " :" : ":") : inWords;
}

function attestation({ abroad, input }: ReadTitle, lang: Lang): string {
  const words = WORDS[lang];
  if (!abroad) return words.notAsked;
  if (input.attestation === undefined) return words.notGiven;
  const { level, yearsOfStudy } = input.attestation;
  return [level === undefined ? "" : words.level(level), yearsOfStudy === undefined ? "" : words.years(yearsOfStudy)]
    .filter((one) => one !== "")
    .join(", ");
}

function periodsTable(diploma: Diploma, periods: readonly Period[], { lang, typed }: Typed): Block[] {
  if (periods.length === 0) return [];
  const words = WORDS[lang];
  const fields = new Map(fieldsOf(diploma).map((entry) => [entry.field, entry.label[lang]]));
  const rows = periods.map((period, index) => {
    const { from, to } = typed.experience[index] ?? period;
    return [
      String(index + 1),
      sayPartialDay(from, lang),
      to === null ? words.goingOn : sayPartialDay(to, lang),
      `${sayNumber(Math.round(period.share * 10_000) / 100, lang)}${lang === "fr" ? " %" : "%"}`,
      fields.get(period.field) ?? period.field,
    ];
  });
  const columns = [
    { label: words.number },
    { label: words.fromDay, width: 2 },
    { label: words.toDay, width: 2 },
    { label: words.share, align: "end" as const },
    { label: words.field, width: 4 },
  ];
  return [{ kind: "table", caption: words.periods, columns, rows }];
}

const WORDS = inBoth({
  declared: ["Ce que vous avez déclaré", "What you declared"],
  on: ["Jour de la réponse", "Day of the answer"],
  none: ["aucune déclaration", "nothing declared"],
  corps: ["Corps d’appartenance", "Membership of a corps"],
  yes: ["oui", "yes"],
  no: ["non", "no"],
  titles: ["Diplômes et titres", "Diplomas and titles"],
  title: ["Titre", "Title"],
  awarded: ["Obtenu le", "Awarded on"],
  started: ["formation commencée le", "course begun on"],
  country: ["Pays", "Country"],
  attestation: ["Attestation de niveau", "Attestation of level"],
  notAsked: ["sans objet", "not applicable"],
  notGiven: ["non fournie", "not given"],
  level: (level: number | string) => [`niveau ${level}`, `level ${level}`],
  years: (years: number) => [`${years} ans d’études`, `${years} years of study`],
  periods: ["Périodes d’expérience", "Periods of experience"],
  number: ["N°", "No."],
  fromDay: ["Du", "From"],
  toDay: ["Au", "To"],
  goingOn: ["en cours", "still going on"],
  share: ["Quotité", "Share"],
  field: ["Champ", "Field"],
});
