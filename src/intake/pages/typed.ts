/**
 * Converts the settings of an intake to the fields of one form and back. What no field holds (keys, names of fees, pieces of the law) is
 * kept.
 */
import { html } from "../../kit/html.ts";
import { type Lang, sayMoney } from "../../kit/lang.ts";
import { lengthOf, tooLong } from "../../kit/schema.ts";
import { capital } from "../../kit/typography.ts";
import { NEEDED, type Setting, SETTINGS } from "../../law/intake.ts";
import { type Field, under, type Values } from "../../page/field.ts";
import { carried, choice, day, longText, pick, text, version } from "../../page/kinds.ts";
import { whole } from "../../page/number-kinds.ts";
import { rows } from "../../page/rows.ts";
import { type IntakePiece, LIMITS, type Settings } from "../rules/settings.ts";
import { intakeWords, sayNeeded } from "../words.ts";
import { answerWithin, euros, minute, optionalDay } from "./fields.ts";

/** Empty rows for the school's pieces, besides those it has. */
const SPARE_PIECES = 3;

/** The form of the stored settings. */
export function settingsFields(before: Settings, lang: Lang) {
  const { form: words, faults, terms } = intakeWords(lang);
  const entryOn = day({ label: words.entryOn, missing: faults.day, unreal: faults.unreal });
  return {
    labelFr: short({ label: words.labelFr, hint: words.labelHint, most: LIMITS.label }, lang),
    labelEn: short({ label: words.labelEn, most: LIMITS.label }, lang),
    // Required to open, not to save: hence not labelled optional.
    entryOn: { ...optionalDay(words.entryOn, lang), print: entryOn.print },
    opens: minute(words.opens, undefined, lang),
    closes: minute(words.closes, words.closesHint, lang),
    interviewsFrom: optionalDay(words.interviewsFrom, lang),
    interviewsTo: optionalDay(words.interviewsTo, lang),
    decidesBy: optionalDay(words.decidesBy, lang),
    places: whole({ label: words.places, most: 10_000, fault: faults.places, blank: true }),
    waiting: choice({
      label: words.waiting,
      options: [
        { value: "none", label: words.waitingNone },
        { value: "ranked", label: words.waitingRanked, hint: words.waitingRankedHint },
      ],
      blank: true,
    }),
    answerWithin: answerWithin(lang),
    callsUntil: optionalDay(words.callsUntil, lang),
    most: under("waiting", "ranked", whole({ label: words.most, most: 10_000, fault: faults.places, optional: true })),
    fees: rows({
      label: words.fees,
      fields: (at) => ({ amount: euros(capital(before.fees[at]!.label[lang]), faults.amount, lang) }),
      named: (_, at) => `fee-${before.fees[at]!.key}`,
      count: before.fees.length,
      most: before.fees.length,
      arranged: ({ amount }) => html`${amount}`,
      say: (typed) =>
        typed.map(({ amount, place }) => `${before.fees[place]!.label[lang]} ${sayMoney(amount, lang)}`).join(", "),
    }),
    pieces: rows({
      label: words.pieces,
      fields: () => pieceFields(lang),
      named: (field, at) => `piece-${at + 1}-${field}`,
      counts: ["fr", "en"],
      count: ownPieces(before).length + SPARE_PIECES,
      most: LIMITS.pieces + SPARE_PIECES,
      check: ({ fr, en, min, max }) => ({
        ...(fr === "" && { fr: faults.pieceName }),
        ...(en === "" && { en: faults.pieceName }),
        ...((min === undefined) !== (max === undefined) && { min: faults.pages }),
      }),
      arranged: (fields, at) =>
        html`<div role="group" aria-label="${words.piece(at + 1)}" class="piece">${Object.values(fields)}</div>`,
      say: (typed) => typed.map((one) => one[lang]).join(", "),
    }),
    pagesOutside: choice({
      label: words.outside,
      options: [
        { value: "explain", label: terms.outside.explain },
        { value: "refuse", label: terms.outside.refuse },
      ],
      otherwise: "explain",
    }),
    interview: rows({
      label: words.interview,
      fields: (at) => ({
        value: whole({
          label: before.interview[at]!.label[lang],
          most: 10_000,
          fault: faults.minutes,
          size: 4,
          suffix: words.minutes,
          blank: true,
        }),
      }),
      named: (_, at) => `interview-${before.interview[at]!.key}`,
      count: before.interview.length,
      most: before.interview.length,
      arranged: ({ value }) => html`${value}`,
      say: (typed) => typed.map(({ value }) => String(value)).join(", "),
    }),
    validity: choice({
      label: words.validityWhich,
      options: [
        { value: "this", label: words.validityThis },
        { value: "months", label: words.validityMonths },
      ],
      blank: true,
    }),
    months: under("validity", "months", whole({ label: words.months, most: 120, fault: faults.months, size: 4 })),
    appealFr: long(words.appealFr, words.appealHint, lang),
    appealEn: long(words.appealEn, undefined, lang),
    ...marks(before, lang),
    version: version(),
  };
}

function pieceFields(lang: Lang) {
  const { form: words, faults } = intakeWords(lang);
  const pages = (label: string) => whole({ label, most: 1000, fault: faults.pages, size: 4, optional: true });
  return {
    key: carried<string>(),
    fr: short({ label: words.pieceFr, most: 200 }, lang),
    en: short({ label: words.pieceEn, most: 200 }, lang),
    needed: pick({
      label: words.pieceNeeded,
      options: NEEDED.map((needed) => ({ value: needed, label: sayNeeded({ needed }, lang) })),
      empty: "–",
      blank: true,
    }),
    many: pick({
      label: words.pieceMany,
      options: [
        { value: "no", label: words.no },
        { value: "yes", label: words.yes },
      ],
      empty: "–",
      blank: true,
    }),
    min: pages(words.minPages),
    max: pages(words.maxPages),
  };
}

type Short = { readonly label: string; readonly hint?: string; readonly most: number };

function short({ label, hint, most }: Short, lang: Lang): Field<string> {
  const field = text({ label, hint, blank: true });
  return {
    ...field,
    read: (typed, name) => {
      const read = field.read(typed, name, lang);
      const over = "value" in read && lengthOf(read.value) > most;
      return over ? { fault: tooLong(name, read.value, most).message(lang) } : read;
    },
  };
}

function long(label: string, hint: string | undefined, lang: Lang): Field<string> {
  return {
    ...longText({ label, hint, rows: 5, blank: true }),
    read: (typed, name) => {
      const value = typed
        .get(name)
        .replace(/[^\P{Cc}\n]/gu, " ")
        .trim();
      return value.length > LIMITS.appeal ? { fault: intakeWords(lang).faults.long } : { value };
    },
  };
}

/** A checkbox for each carried-over setting, to confirm that it was read. */
function marks({ toCheck }: Settings, lang: Lang) {
  const words = intakeWords(lang);
  const marked = SETTINGS.map((setting) => [markOf(setting), mark(setting)] as const);
  function mark(setting: Setting): Field<true | undefined> {
    const label = capital(words.settings[setting]);
    return {
      label,
      read: (typed, name) => ({ value: typed.get(name) === "yes" || undefined }),
      write: () => ({}),
      print: ({ name, typed }) =>
        html`${
          toCheck.includes(setting) &&
          html`<div class="ds-field"><input class="ds-input" type="checkbox" id="${name}" name="${name}" value="yes"${typed.get(name) === "yes" && html` checked`}>
<label class="ds-label" for="${name}"><span class="ds-tag" data-color="warning">${words.form.toCheck}</span> ${label} – ${words.form.checked}</label></div>`
        }`,
      say: () => words.form.checked,
    };
  }
  return Object.fromEntries(marked) as Record<Mark, Field<true | undefined>>;
}

type Mark = `checked-${Setting}`;

export function markOf(setting: Setting): Mark {
  return `checked-${setting}`;
}

type Fields = ReturnType<typeof settingsFields>;

/** The initial values of the form. */
export function settingsTyped(settings: Settings): Partial<Values<Fields>> {
  const { label, waitingList, admissionValidity, appeal, pagesOutside, fees, interview } = settings;
  const { opens, closes, entryOn, decidesBy, interviewsFrom, interviewsTo, places } = settings;
  const { answerWithin: within = null, callsUntil = null } = settings;
  const days = { opens, closes, entryOn, decidesBy, interviewsFrom, interviewsTo };
  const set = Object.entries({ ...days, places, answerWithin: within, callsUntil });
  const own = ownPieces(settings).map((piece) => ({ ...piece.label, ...piece, ...piece.pages }));
  const spare = Array.from({ length: SPARE_PIECES }, () => BLANK);
  return {
    ...Object.fromEntries(set.filter(([, value]) => value !== null)),
    labelFr: label.fr,
    labelEn: label.en,
    ...(waitingList && { waiting: waitingList.kind, ...(waitingList.most !== null && { most: waitingList.most }) }),
    fees: fees.map(({ amount }, place) => ({ place, amount })),
    pieces: [...own, ...spare].map(({ key, fr, en, needed, many, min, max }, place) => {
      return { place, key, fr, en, needed, many: many ? "yes" : "no", ...(min && max && { min, max }) };
    }),
    pagesOutside,
    interview: interview.flatMap(({ value }, place) => (value === null ? [] : [{ place, value }])),
    ...(admissionValidity && monthsTyped(admissionValidity)),
    appealFr: appeal.fr,
    appealEn: appeal.en,
  };
}

const BLANK = { key: "", fr: "", en: "", needed: "always", many: false, min: undefined, max: undefined } as const;

function monthsTyped({ months }: NonNullable<Settings["admissionValidity"]>) {
  return months === 0 ? ({ validity: "this" } as const) : ({ validity: "months", months } as const);
}

/** The form's values merged into the stored settings. */
export function settingsRead(typed: Values<Fields>, before: Settings): Settings {
  const { opens = null, closes = null, entryOn = null, decidesBy = null, places = null } = typed;
  const { interviewsFrom = null, interviewsTo = null, waiting, validity, pagesOutside } = typed;
  const taken = new Set<string>();
  return {
    label: { fr: typed.labelFr, en: typed.labelEn },
    opens,
    closes,
    entryOn,
    decidesBy,
    interviewsFrom,
    interviewsTo,
    places,
    ...(typed.answerWithin !== undefined && { answerWithin: typed.answerWithin }),
    ...(typed.callsUntil !== undefined && { callsUntil: typed.callsUntil }),
    fees: before.fees.map((fee, at) => ({ ...fee, amount: typed.fees.find(({ place }) => place === at)?.amount ?? 0 })),
    pieces: [
      ...before.pieces.filter(({ national }) => national),
      ...typed.pieces.map(({ key: typedKey, fr, en, needed, many, min, max }): IntakePiece => {
        const key = keyFor(typedKey, fr, taken);
        taken.add(key);
        const pages = min !== undefined && max !== undefined && { pages: { min, max } };
        return { key, label: { fr, en }, needed: needed || "always", many: many === "yes", ...pages };
      }),
    ],
    pagesOutside,
    interview: before.interview.map((part, index) => {
      const value = typed.interview.find(({ place }) => place === index)?.value ?? null;
      return { ...part, label: withNumber(part.label, part.value, value), value };
    }),
    // What is not chosen is not settled yet.
    admissionValidity: validity ? { months: validity === "this" ? 0 : typed.months! } : null,
    waitingList: waiting ? { kind: waiting, most: typed.most ?? null } : null,
    appeal: { fr: typed.appealFr, en: typed.appealEn },
    toCheck: before.toCheck.filter((setting) => !typed[markOf(setting)]),
  };
}

function ownPieces({ pieces }: Settings): IntakePiece[] {
  return pieces.filter(({ national }) => !national);
}

/** « L’entretien dure ensuite 30 minutes »: puts the new number in, unless there is none. */
function withNumber({ fr, en }: { fr: string; en: string }, before: number | null, now: number | null) {
  const replaced = (text: string) =>
    before === null || now === null ? text : text.replace(new RegExp(`\\b${before}\\b`), String(now));
  return { fr: replaced(fr), en: replaced(en) };
}

/** A piece keeps its key permanently; a new one gets a key from its name. */
function keyFor(typedKey: string, name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase()
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, "");
  const wanted = /^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/.test(typedKey) ? typedKey : `own-${plain || "piece"}`;
  let key = wanted;
  for (let suffix = 2; taken.has(key); suffix++) key = `${wanted}-${suffix}`;
  return key;
}
