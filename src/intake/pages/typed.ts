/** The settings of an intake as they are typed: one text a field, both ways. What cannot be read is said beside its field. */
import type { Lang } from "../../kit/lang.ts";
import { hasDecimals } from "../../kit/schema.ts";
import { isTime, type Minute } from "../../kit/zone.ts";
import { NEEDED, SETTINGS } from "../../law/intake.ts";
import type { FieldError } from "../../page/form.ts";
import { datePartsOf, isEmptyDate, partsOf, readDate, readNumber, textOf } from "../../page/form-values.ts";
import type { Form } from "../../page/page.ts";
import { type IntakePiece, LIMITS, type Settings } from "../rules/settings.ts";
import { intakeWords } from "../words.ts";

/** Rows for pieces of the school: those it has, and some empty ones. */
export const SPARE_PIECES = 3;

/** What is typed in each field, by its name. */
export type Typed = { readonly get: (name: string) => string; readonly all: (name: string) => readonly string[] };

export function typedOf(settings: Settings, lang: Lang): Typed {
  const { label, opens, closes, entryOn, answerBy, interviewsFrom, interviewsTo, places, fees, interview } = settings;
  const { admissionValidity, waitingList, appeal, pagesOutside } = settings;
  const values = new Map<string, string>([
    ["labelFr", label.fr],
    ["labelEn", label.en],
    ...dateTexts("entryOn", entryOn),
    ...dateTexts("answerBy", answerBy),
    ...dateTexts("interviewsFrom", interviewsFrom),
    ...dateTexts("interviewsTo", interviewsTo),
    ...minuteTexts("opens", opens),
    ...minuteTexts("closes", closes),
    ["places", places === null ? "" : String(places)],
    ["waiting", waitingList?.kind ?? ""],
    ["most", waitingList?.most ? String(waitingList.most) : ""],
    ...fees.map(({ key, amount }): [string, string] => [`fee-${key}`, sayEuros(amount, lang)]),
    ...interview.map(({ key, value }): [string, string] => [`interview-${key}`, value === null ? "" : String(value)]),
    ["pagesOutside", pagesOutside],
    ["validity", admissionValidity === null ? "" : admissionValidity.months === 0 ? "this" : "months"],
    ["months", admissionValidity?.months ? String(admissionValidity.months) : ""],
    ["appealFr", appeal.fr],
    ["appealEn", appeal.en],
    ...ownPieces(settings).flatMap((piece, at) => pieceTexts(piece, at + 1)),
  ]);
  return { get: (name) => values.get(name) ?? "", all: (name) => (values.has(name) ? [values.get(name)!] : []) };
}

export function ownPieces({ pieces }: Settings): IntakePiece[] {
  return pieces.filter(({ national }) => !national);
}

function dateTexts(name: string, day: string | null): [string, string][] {
  const { day: number, month, year } = partsOf(day);
  return [
    [`${name}-day`, number],
    [`${name}-month`, month],
    [`${name}-year`, year],
  ];
}

function minuteTexts(name: string, minute: Minute | null): [string, string][] {
  return [...dateTexts(name, minute?.day ?? null), [`${name}-time`, minute?.time ?? ""]];
}

function pieceTexts({ key, label, needed, many, pages }: IntakePiece, at: number): [string, string][] {
  return [
    [`piece-${at}-key`, key],
    [`piece-${at}-fr`, label.fr],
    [`piece-${at}-en`, label.en],
    [`piece-${at}-needed`, needed],
    [`piece-${at}-many`, many ? "yes" : "no"],
    [`piece-${at}-min`, pages ? String(pages.min) : ""],
    [`piece-${at}-max`, pages ? String(pages.max) : ""],
  ];
}

function sayEuros(cents: number, lang: Lang): string {
  const text = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
  return lang === "fr" ? text.replace(".", ",") : text;
}

export type ReadSettings = { readonly settings: Settings; readonly errors: readonly FieldError[] };

/** `before` gives what no field types: keys and names of fees, pieces of the law. */
export function readSettings(form: Form, before: Settings, lang: Lang): ReadSettings {
  const errors: FieldError[] = [];
  const reader = readerOf(form, lang, errors);
  const { faults } = intakeWords(lang);
  const fees = before.fees.map((fee) => ({
    ...fee,
    amount:
      reader.number(`fee-${fee.key}`, { decimals: 2, least: 0, most: 100_000 }, faults.amount, (euros) =>
        Math.round(euros * 100),
      ) ?? 0,
  }));
  const interview = before.interview.map((one) => {
    const value = reader.whole(`interview-${one.key}`, faults.minutes, 10_000);
    return { ...one, label: withNumber(one.label, one.value, value), value };
  });
  const checked = new Set(form.all("checked"));
  const settings: Settings = {
    label: { fr: reader.text("labelFr", LIMITS.label), en: reader.text("labelEn", LIMITS.label) },
    opens: reader.minute("opens"),
    closes: reader.minute("closes"),
    entryOn: reader.day("entryOn"),
    answerBy: reader.day("answerBy"),
    interviewsFrom: reader.day("interviewsFrom"),
    interviewsTo: reader.day("interviewsTo"),
    places: reader.whole("places", faults.places, 10_000),
    fees,
    pieces: [...before.pieces.filter(({ national }) => national), ...piecesOf(form, reader, lang, errors)],
    pagesOutside: form.get("pagesOutside") === "refuse" ? "refuse" : "explain",
    interview,
    admissionValidity: validityOf(form, reader, lang, errors),
    waitingList: waitingListOf(form, reader, lang),
    appeal: { fr: reader.long("appealFr"), en: reader.long("appealEn") },
    toCheck: SETTINGS.filter((setting) => before.toCheck.includes(setting) && !checked.has(setting)),
  };
  return { settings, errors };
}

/** « L’entretien dure ensuite 30 minutes » says the number that was set, and keeps it where none is. */
function withNumber({ fr, en }: { fr: string; en: string }, before: number | null, now: number | null) {
  const said = (text: string) =>
    before === null || now === null ? text : text.replace(new RegExp(`\\b${before}\\b`), String(now));
  return { fr: said(fr), en: said(en) };
}

type Bounds = { readonly decimals: 0 | 2; readonly least: number; readonly most: number };

function readerOf(form: Form, lang: Lang, errors: FieldError[]) {
  const { faults } = intakeWords(lang);
  const fault = (field: string, message: string): null => {
    errors.push({ field, message });
    return null;
  };
  const number = <T>(name: string, bounds: Bounds, message: string, as: (value: number) => T): T | null => {
    const typed = textOf(form, name);
    if (typed === "") return null;
    const value = readNumber(typed);
    const fits =
      value !== undefined && value >= bounds.least && value <= bounds.most && hasDecimals(value, bounds.decimals);
    return fits ? as(value) : fault(name, message);
  };
  const day = (name: string): string | null => {
    const parts = datePartsOf(form, name);
    if (isEmptyDate(parts)) return null;
    const read = readDate(parts);
    if ("day" in read) return read.day;
    return fault(`${name}-${read.fault}`, read.why === "missing" ? faults.day : faults.unreal);
  };
  return {
    number,
    day,
    whole: (name: string, message: string, most: number) =>
      number(name, { decimals: 0, least: 1, most }, message, (value) => value),
    text: (name: string, most: number) => textOf(form, name).slice(0, most),
    /** Lines and paragraphs are kept. */
    long: (name: string): string => {
      const text = form
        .get(name)
        .replaceAll("\r\n", "\n")
        .replace(/[^\P{Cc}\n]/gu, " ")
        .trim();
      if (text.length <= LIMITS.appeal) return text;
      fault(name, faults.long);
      return text.slice(0, LIMITS.appeal);
    },
    minute: (name: string): Minute | null => {
      const on = day(name);
      const typed = textOf(form, `${name}-time`);
      const time = readTime(typed);
      if (typed !== "" && time === undefined) return fault(`${name}-time`, faults.time);
      if (on === null) return null;
      return time === undefined ? fault(`${name}-time`, faults.time) : { day: on, time };
    },
  };
}

/** « 23:59 », « 23h59 », « 9 h », "9.30": an hour of the day, `undefined` where it is none. */
export function readTime(text: string): string | undefined {
  const [, hour = "", minute = "00"] = /^(\d{1,2})\s*(?:[:h.]\s*(\d{2})?)?\s*(?:min)?$/i.exec(text) ?? [];
  const time = `${hour.padStart(2, "0")}:${minute}`;
  return hour !== "" && isTime(time) ? time : undefined;
}

type Reader = ReturnType<typeof readerOf>;

function piecesOf(form: Form, reader: Reader, lang: Lang, errors: FieldError[]): IntakePiece[] {
  const { faults } = intakeWords(lang);
  const taken = new Set<string>();
  const rows = form.names.filter((name) => /^piece-\d{1,2}-fr$/.test(name)).slice(0, LIMITS.pieces - 10);
  return rows.flatMap((name): IntakePiece[] => {
    const row = name.slice(0, -3);
    const label = { fr: reader.text(`${row}-fr`, 200), en: reader.text(`${row}-en`, 200) };
    const [min, max] = ["min", "max"].map((end) => reader.whole(`${row}-${end}`, faults.pages, 1000));
    if (label.fr === "" && label.en === "") return [];
    if (label.fr === "" || label.en === "")
      errors.push({ field: `${row}-${label.fr === "" ? "fr" : "en"}`, message: faults.pieceName });
    if ((min === null) !== (max === null)) errors.push({ field: `${row}-min`, message: faults.pages });
    const needed = NEEDED.find((one) => one === form.get(`${row}-needed`)) ?? "always";
    const key = keyFor(form.get(`${row}-key`), label.fr, taken);
    taken.add(key);
    return [
      { key, label, needed, many: form.get(`${row}-many`) === "yes", ...(min && max && { pages: { min, max } }) },
    ];
  });
}

/** A piece keeps its key for ever; a new one gets it from its name. */
function keyFor(given: string, name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase()
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, "");
  const wanted = /^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/.test(given) ? given : `own-${plain || "piece"}`;
  let key = wanted;
  for (let at = 2; taken.has(key); at++) key = `${wanted}-${at}`;
  return key;
}

function validityOf(form: Form, reader: Reader, lang: Lang, errors: FieldError[]): Settings["admissionValidity"] {
  const which = form.get("validity");
  if (which === "this") return { months: 0 };
  if (which !== "months") return null;
  const { faults } = intakeWords(lang);
  const months = reader.whole("months", faults.months, 120);
  if (months === null && !errors.some(({ field }) => field === "months"))
    errors.push({ field: "months", message: faults.months });
  return months === null ? null : { months };
}

function waitingListOf(form: Form, reader: Reader, lang: Lang): Settings["waitingList"] {
  const kind = form.get("waiting");
  if (kind === "none") return { kind, most: null };
  return kind === "ranked" ? { kind, most: reader.whole("most", intakeWords(lang).faults.places, 10_000) } : null;
}
