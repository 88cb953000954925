/** The doctor's findings as lines: ✓ sound, · to know, ✗ to fix. */
import { type Lang, plural, sayNumber } from "../kit/lang.ts";
import type { Check } from "../act/check.ts";

/** Up to this many schools are listed line by line; beyond, sound ones are counted together. */
const FEW = 5;

export function sayChecks(checks: readonly Check[], lang: Lang): string[] {
  const schools = new Set(checks.flatMap(({ school }) => school ?? [])).size;
  if (schools <= FEW) return checks.map((one) => line(one, one.label[lang]));
  return [...Map.groupBy(checks, ({ name }) => name).values()].flatMap((ofName) => sayTogether(ofName, lang));
}

/** Every fault has its line; of notices, the first few of each kind. */
function sayTogether(checks: readonly Check[], lang: Lang): string[] {
  const [first] = checks as [Check];
  if (first.school === undefined) return checks.map((one) => line(one, one.label[lang]));
  const well = checks.filter(({ ok }) => ok === true);
  const known = checks.filter(({ ok }) => ok === null);
  const faults = checks.filter(({ ok }) => ok === false);
  const more = known.length - FEW;
  return [
    ...(well.length > 0 ? [line(well[0]!, WELL[lang](well.length))] : []),
    ...known.slice(0, FEW).map((one) => line(one, one.label[lang])),
    ...(more > 0 ? [line(known[0]!, MORE[lang](more))] : []),
    ...faults.map((one) => line(one, one.label[lang])),
  ];
}

function line({ ok, name }: Pick<Check, "ok" | "name">, said: string): string {
  const sign = ok === null ? "·" : ok ? "✓" : "✗";
  return `${sign} ${name.padEnd(11)} ${said}`;
}

const WELL = {
  fr: (count: number) =>
    `${sayNumber(count, "fr")} ${plural(count, "établissement où tout va", "établissements où tout va", "fr")}.`,
  en: (count: number) => `${sayNumber(count, "en")} ${plural(count, "school is", "schools are", "en")} well.`,
};
const MORE = {
  fr: (count: number) =>
    `… et ${sayNumber(count, "fr")} ${plural(count, "autre établissement", "autres établissements", "fr")}.`,
  en: (count: number) => `… and ${sayNumber(count, "en")} ${plural(count, "other school", "other schools", "en")}.`,
};
