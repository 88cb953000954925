/** The facts of a worked case, and the answer expected, as a reader reads them: no name of the program, no JSON. */
import { fieldsOf } from "../law/experience.ts";
import { countryName } from "../kit/country.ts";
import { type Html, html } from "../kit/html.ts";
import {
  type Label,
  type Lang,
  sayDay,
  sayDays,
  sayList,
  sayMinutes,
  sayMoney,
  sayNumber,
  sayYears,
} from "../kit/lang.ts";
import { isDay } from "../kit/day.ts";
import { sayMinute } from "../kit/moment.ts";
import { capital } from "../kit/typography.ts";
import type { Law } from "../law/law.ts";
import { kindLabel } from "../law/title-words.ts";
import { caseWords } from "./case-words.ts";

type Named = Readonly<Record<string, unknown>>;
/** `domain` is the one whose exam is being told: the parts of an exam are called by it. */
type Told = { readonly law: Law; readonly lang: Lang; readonly domain?: string | undefined };

const MONEY = new Set(["amount", "unitAmount", "tuition", "discount", "total"]);
const DAYS = new Set(["required", "counted", "wide", "missing"]);
/** What says by itself what it is: « DEES », « ouverte ». */
const BARE = new Set(["id", "title", "kind", "outcome", "status", "yearsOfStudy"]);
const HOURS = new Set(["hours", "remaining", "relief", "theory", "practice"]);
const MINUTES = new Set(["due", "planned", "done", "pending", "remainingMinutes", "beyond", "minutesMissed"]);
const TIME = /^\d\d:\d\d$/;

/** One line a fact; what has facts of its own is a list below its name. */
export function factsOf(facts: Named, told: Told): Html {
  return html`<ul>${Object.entries(facts).map(([key, value]) => line(key, value, told))}</ul>`;
}

function line(key: string, value: unknown, told: Told): Html {
  const named = capital(sayKey(key, told) ?? key);
  const within = { ...told, domain: domainNamed(key, told) ?? told.domain };
  const { colon } = caseWords[told.lang];
  if (Array.isArray(value) && value.some(isNamed))
    return html`<li>${named}${colon}<ul>${value.map((one) => html`<li>${capital(sayAll(one as Named, within))}</li>`)}</ul></li>`;
  if (isNamed(value) && Object.values(value).some(isNamed))
    return html`<li>${named}${colon}${factsOf(value, within)}</li>`;
  const whole = isNamed(value) && Object.keys(value).length > 0;
  return html`<li>${named}${colon}${whole ? sayAll(value, within) : sayFact(key, value, within)}</li>`;
}

/** Facts that belong together, in one line. */
function sayAll(facts: Named, told: Told): string {
  return Object.entries(facts)
    .map(([key, value]) => {
      if (key === "to" && value === null) return sayFact(key, value, told);
      const kind = key === "kind" && kindLabel(told.law.diploma, value as string, facts.country as string | undefined);
      const meant = meantBy(key, facts);
      const name = BARE.has(key) ? "" : `${sayKey(meant, told) ?? sayKey(key, told) ?? key} `;
      return `${name}${kind ? kind[told.lang] : sayFact(meant, value, told)}`;
    })
    .join(", ");
}

/** What a key means beside the others: who marks, what is left in minutes, when on a day. */
function meantBy(key: string, facts: Named): string {
  if (key === "by" && "marked" in facts) return "examinedBy";
  if (key === "remaining" && "due" in facts) return "remainingMinutes";
  return (key === "from" || key === "to") && TIME.test(String(facts[key])) ? `${key}Time` : key;
}

function sayFact(key: string, value: unknown, told: Told): string {
  const { lang } = told;
  const words = caseWords[lang];
  if (value === null) return words.nothing[key] ?? words.none;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return sayMeasure(key, value, lang);
  if (typeof value === "string") return sayWritten(key, value, told);
  if (Array.isArray(value))
    return (
      sayList(
        value.map((one) => sayFact(key, one, told)),
        lang,
      ) || words.none
    );
  return Object.keys(value as Named).length === 0 ? words.none : `(${sayAll(value as Named, told)})`;
}

function sayWritten(key: string, value: string, told: Told): string {
  if (isDay(value)) return sayDay(value, told.lang);
  return TIME.test(value) ? sayMinute({ time: value }, told.lang) : sayName(key, value, told);
}

function sayMeasure(key: string, value: number, lang: Lang): string {
  if (MONEY.has(key)) return sayMoney(value, lang);
  if (DAYS.has(key)) return sayDays(value, lang);
  if (MINUTES.has(key)) return sayMinutes(value, lang);
  if (key === "yearsOfStudy") return caseWords[lang].years(sayYears(value, lang));
  const said = sayNumber(value, lang);
  if (HOURS.has(key)) return `${said}\u00a0h`;
  return key === "share"
    ? `${sayNumber(Math.round(value * 10_000) / 100, lang)}${lang === "fr" ? "\u00a0%" : "%"}`
    : said;
}

/** A name as the law's files say it; else a word of the decisions; else what somebody wrote. */
function sayName(key: string, value: string, told: Told): string {
  const { law, lang } = told;
  const words = caseWords[lang];
  if (key === "country") return countryName(value, lang);
  if (key === "path") return sayPath(value, told);
  if (key === "reliefBy") {
    const [by, what] = value.split(":");
    return what === undefined ? value : by === "grant" ? words.byProtocol(what) : words.byHeld(what);
  }
  const found = NAMES[key]?.(law).find((one) => one.name === value);
  return found
    ? found.label[lang]
    : (law.diploma.missed.find((one) => one.missed === value)?.label[lang] ?? words.values[value] ?? value);
}

type Known = { readonly name: string; readonly label: Label };
const NAMES: Readonly<Record<string, (law: Law) => readonly Known[]>> = {
  corps: ({ diploma }) => diploma.corps.map(({ corps, label }) => ({ name: corps, label })),
  field: ({ diploma }) => fieldsOf(diploma).map(({ field, label }) => ({ name: field, label })),
  by: ({ diploma }) => diploma.held.map(({ by, label }) => ({ name: by, label })),
  track: ({ school }) => school.tracks.map(({ track, label }) => ({ name: track, label })),
  college: ({ diploma }) => diploma.jury.colleges.map(({ key, name, label }) => ({ name: key, label: name ?? label })),
  represents: ({ diploma }) =>
    diploma.jury.colleges.flatMap(({ seats = [] }) => seats.map(({ seat, label }) => ({ name: seat, label }))),
  side: ({ diploma }) =>
    diploma.jury.colleges.flatMap(({ sides = [] }) => sides.map(({ side, label }) => ({ name: side, label }))),
  kind: ({ diploma }) => (diploma.jury.links ?? []).map(({ link, label }) => ({ name: link, label })),
  source: ({ school }) => school.funders.map(({ funder, label }) => ({ name: funder, label })),
};

/** The place of a fault in the facts: « titres, 1, obtenu le ». */
function sayPath(path: string, told: Told): string {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => step);
  const domain = steps.map((step) => domainNamed(step, told)).find((one) => one !== undefined);
  return steps
    .map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : (sayKey(step, { ...told, domain }) ?? step)))
    .join(", ");
}

/** What a fact is called: by the law's files where they name it, else by the words of the decisions. */
export function sayKey(key: string, { law, lang, domain }: Told): string | undefined {
  const { diploma, school } = law;
  // An invented person, or a group, under whose own name an answer stands.
  if (/^\p{Lu}\p{Ll}/u.test(key)) return key;
  const { domains, waivers, doors } = diploma;
  const units = domains.flatMap((one) => one.units);
  if (
    domainNamed(key, { law, lang }) ||
    units.some(({ unit }) => unit === key) ||
    doors.some((one) => one.door === key)
  )
    return key;
  const parts = domains.find((one) => one.domain === domain)?.exam.components;
  const entry =
    parts?.find(({ component }) => component === key) ??
    waivers.find(({ input }) => input === key) ??
    school.price.lines.find((one) => one.line === key && !(key in caseWords[lang].keys)) ??
    school.funders.find(({ funder }) => funder === key);
  return entry?.label[lang] ?? caseWords[lang].keys[key];
}

function domainNamed(key: string, { law }: Told): string | undefined {
  return law.diploma.domains.find(({ domain }) => domain === key)?.domain;
}

function isNamed(value: unknown): value is Named {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
