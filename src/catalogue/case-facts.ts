/** The facts of a worked case, and the expected answer, in words: no names of the program, no JSON. */
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
/** `domain`: the one whose exam is being described, which names the parts of the exam. */
type Context = { readonly law: Law; readonly lang: Lang; readonly domain?: string | undefined };

const MONEY = new Set(
  (
    "amount unitAmount tuition discount total net tax gross open penalty recovery available rest refund issued paid " +
    "credited trainerSalaries purchases before left"
  ).split(" "),
);
const DAYS = new Set(["required", "counted", "wide", "missing"]);
/** Keys whose value speaks for itself: « DEES », « ouverte ». */
const BARE = new Set(["id", "title", "kind", "outcome", "status", "yearsOfStudy"]);
const HOURS = new Set(["hours", "remaining", "relief", "theory", "practice"]);
const MINUTES = new Set(
  "due planned done pending remainingMinutes beyond minutesMissed minutes given attended".split(" "),
);
const TIME = /^\d\d:\d\d$/;

/** One line per fact; nested facts are a list below their name. */
export function factsOf(facts: Named, context: Context): Html {
  return html`<ul>${Object.entries(facts).map(([key, value]) => line(key, value, context))}</ul>`;
}

function line(key: string, value: unknown, context: Context): Html {
  const named = capital(sayKey(key, context) ?? key);
  const within = { ...context, domain: domainNamed(key, context) ?? context.domain };
  const { colon } = caseWords[context.lang];
  if (Array.isArray(value) && value.some(isNamed))
    return html`<li>${named}${colon}<ul>${value.map((one) => html`<li>${capital(sayAll(one as Named, within))}</li>`)}</ul></li>`;
  if (isNamed(value) && Object.values(value).some(isNamed))
    return html`<li>${named}${colon}${factsOf(value, within)}</li>`;
  const whole = isNamed(value) && Object.keys(value).length > 0;
  return html`<li>${named}${colon}${whole ? sayAll(value, within) : sayFact(key, value, within)}</li>`;
}

/** Facts of one item, in one line. */
function sayAll(facts: Named, context: Context): string {
  return Object.entries(facts)
    .map(([key, value]) => {
      if (key === "to" && value === null) return sayFact(key, value, context);
      const kind =
        key === "kind" && kindLabel(context.law.diploma, value as string, facts.country as string | undefined);
      const meant = meantBy(key, facts);
      const name = BARE.has(key) ? "" : `${sayKey(meant, context) ?? sayKey(key, context) ?? key} `;
      return `${name}${kind ? kind[context.lang] : sayFact(meant, value, context)}`;
    })
    .join(", ");
}

/** The meaning of a key among its siblings: who marks, minutes left, the time of day. */
function meantBy(key: string, facts: Named): string {
  if (key === "by" && "marked" in facts) return "examinedBy";
  if (key === "remaining" && "due" in facts) return "remainingMinutes";
  if (key === "missing" && "paper" in facts) return "lacks";
  if (key === "due" && typeof facts.due === "string") return "dueOn";
  if (key === "left" && typeof facts.left === "object") return "departure";
  if (key === "status" && "goal" in facts) return "situation";
  return (key === "from" || key === "to") && TIME.test(String(facts[key])) ? `${key}Time` : key;
}

function sayFact(key: string, value: unknown, context: Context): string {
  const { lang } = context;
  const words = caseWords[lang];
  if (value === null) return words.nothing[key] ?? words.none;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return sayMeasure(key, value, lang);
  if (typeof value === "string") return sayWritten(key, value, context);
  if (Array.isArray(value))
    return (
      sayList(
        value.map((one) => sayFact(key, one, context)),
        lang,
      ) || words.none
    );
  return Object.keys(value as Named).length === 0 ? words.none : `(${sayAll(value as Named, context)})`;
}

function sayWritten(key: string, value: string, context: Context): string {
  if (isDay(value)) return sayDay(value, context.lang);
  return TIME.test(value) ? sayMinute({ time: value }, context.lang) : sayName(key, value, context);
}

function sayMeasure(key: string, value: number, lang: Lang): string {
  if (MONEY.has(key)) return sayMoney(value, lang);
  if (DAYS.has(key)) return sayDays(value, lang);
  if (MINUTES.has(key)) return sayMinutes(value, lang);
  if (key === "yearsOfStudy") return caseWords[lang].years(sayYears(value, lang));
  const number = sayNumber(value, lang);
  if (HOURS.has(key)) return `${number}\u00a0h`;
  return key === "share"
    ? `${sayNumber(Math.round(value * 10_000) / 100, lang)}${lang === "fr" ? "\u00a0%" : "%"}`
    : number;
}

/** A name in the words of the law's files; else of the decisions; else as written. */
function sayName(key: string, value: string, context: Context): string {
  const { law, lang } = context;
  const words = caseWords[lang];
  if (key === "country") return countryName(value, lang);
  if (key === "path") return sayPath(value, context);
  if (key === "reliefBy") {
    const [by, what] = value.split(":");
    return what === undefined ? value : by === "grant" ? words.byProtocol(what) : words.byHeld(what);
  }
  const entry = NAMES[key]?.(law).find((one) => one.name === value);
  return entry
    ? entry.label[lang]
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
  source: payersOf,
  behind: payersOf,
  takesOver: payersOf,
  regime: ({ establishment: { money } }) =>
    (money?.invoices.regimes ?? []).map(({ regime, label }) => ({ name: regime, label })),
  situation: ({ establishment: { money } }) =>
    (money?.declaration.statuses ?? []).map(({ status, label }) => ({ name: status, label })),
  goal: ({ establishment: { money } }) =>
    (money?.declaration.goals ?? []).map(({ goal, label }) => ({ name: goal, label })),
  contract: (law) => particularsOf(law, "contract"),
  convention: (law) => particularsOf(law, "convention"),
  before: (law) => particularsOf(law, "before"),
  lacks: (law) => [...particularsOf(law, "contract"), ...particularsOf(law, "convention")],
};

/** The funders of the course, then the payers of the school. */
function payersOf({ school, establishment: { money } }: Law): readonly Known[] {
  return [
    ...school.funders.map(({ funder, label }) => ({ name: funder, label })),
    ...(money?.payers ?? []).map(({ payer, label }) => ({ name: payer, label })),
  ];
}

function particularsOf({ establishment: { money } }: Law, of: "contract" | "convention" | "before"): readonly Known[] {
  return (money?.agreement.particulars[of] ?? []).map(({ particular, label }) => ({ name: particular, label }));
}

/** The path of a fault in the facts: « titres, 1, obtenu le ». */
function sayPath(path: string, context: Context): string {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => step);
  const domain = steps.map((step) => domainNamed(step, context)).find((one) => one !== undefined);
  return steps
    .map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : (sayKey(step, { ...context, domain }) ?? step)))
    .join(", ");
}

/** The name of a fact, from the law's files, else from the decisions' words. */
export function sayKey(key: string, { law, lang, domain }: Context): string | undefined {
  const { diploma, school } = law;
  // The key may be an invented person, a group or a document, whose answer is below it.
  if (/^\p{Lu}\p{Ll}|^[A-Z]-\d|^p\d$/u.test(key)) return key;
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
    school.funders.find(({ funder }) => funder === key) ??
    law.establishment.money?.payers.find(({ payer }) => payer === key) ??
    law.establishment.money?.declaration.lines.find(({ line }) => line === key);
  return entry?.label[lang] ?? caseWords[lang].keys[key];
}

function domainNamed(key: string, { law }: Context): string | undefined {
  return law.diploma.domains.find(({ domain }) => domain === key)?.domain;
}

function isNamed(value: unknown): value is Named {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
