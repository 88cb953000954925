/** The declared titles: their list, and the questions about one, on one page. Every name comes from the référentiel. */
import { countryNames, isCountry } from "../../kit/country.ts";
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { firstDay, lastDay } from "../../kit/partial-day.ts";
import { capital } from "../../kit/typography.ts";
import { LIMITS } from "../../law/input.ts";
import type { Diploma } from "../../law/diploma.ts";
import { button, dateField, type FieldError, type Option, radios, select, textField } from "../../page/form.ts";
import {
  type DateParts,
  datePartsOf,
  isEmptyDate,
  partsOf,
  readNumber,
  readPartialDay,
  textOf,
} from "../../page/form-values.ts";
import { startMatters } from "../rules/course-start.ts";
import { measureOf, openQuestion, type TitleDraft, withTitle } from "../rules/draft.ts";
import { kindsFor, namesOf, plain, titlesFor } from "../rules/title-search.ts";
import { listed } from "./listed.ts";
import { partialDateErrors, oldLevel, sayParts, titleName, titleSays } from "./say.ts";
import type { At, Step } from "./step.ts";

/** As typed: all texts, so that they can be stored and shown again. */
type TitleValue = {
  /** The name, or some letters of it. */
  readonly q: string;
  /** Of the titles and kinds that were found. */
  readonly choice: string;
  /** Years of study, said before the kind of the title is known. */
  readonly bac: string;
  readonly measure: string;
  readonly country: string;
  readonly level: string;
  readonly years: string;
  readonly awarded: DateParts;
  readonly started: DateParts;
};

/** A title of another nature opens nothing: it is not kept. */
const NEITHER = "none";
/** The letters that the shown choice was found by. */
const FOUND = "_found";

function titleAt({ draft, item }: At): TitleDraft {
  return draft.titles.find((title) => title.item === item) ?? { item };
}

const titleStep: Step<TitleValue> = {
  name: "titre/:item",
  applies: (at) => at.draft.titles.some(({ item }) => item === at.item),
  otherwise: "titres",
  headed: true,
  heading: ({ words }) => words.title.heading,
  shown: (at) => {
    const title = titleAt(at);
    const { name = "", level, yearsOfStudy, country, attestation, awardedOn, startedOn } = title;
    const text = (value: number | undefined) => (value === undefined ? "" : String(value));
    return {
      q: name,
      choice: title.title !== undefined ? `title:${title.title}` : title.kind !== undefined ? `kind:${title.kind}` : "",
      bac: "",
      measure: text(measureOf(at.law, title) === "level" ? level : yearsOfStudy),
      country: country ?? "",
      level: text(attestation?.level),
      years: text(attestation?.yearsOfStudy),
      awarded: partsOf(awardedOn),
      started: partsOf(startedOn),
    };
  },
  read: (form, { law }) => ({
    q: textOf(form, "q"),
    choice: form.get("choice"),
    bac: textOf(form, "bac"),
    measure: textOf(form, "measure") || (isByYears(law, form.get("choice")) ? textOf(form, "bac") : ""),
    country: form.get("country"),
    level: textOf(form, "level"),
    years: textOf(form, "years"),
    awarded: datePartsOf(form, "awarded"),
    started: datePartsOf(form, "started"),
  }),
  asksMore: (value, form, at) => {
    const { words, law } = at;
    const searched = form.get("_then") === "search" || form.get(FOUND) !== value.q;
    const names = form.get("_then") !== "search" && chosenOf(value, at) !== undefined;
    if (value.q !== "" && searched && !names) return [{ field: "choice", label: words.title.which }];
    const title = titleOf(value, [], at);
    const measure = measureOf(law, title) === "level" ? words.measure.levelHeading : words.measure.yearsHeading;
    const asks = [
      ...(title.kind === undefined ? [] : [{ field: "measure", label: measure }]),
      ...(startMatters(law, title) === undefined ? [] : [{ field: "started-day", label: words.titles.started }]),
    ];
    return asks.filter(({ field }) => !form.names.includes(field) && !(field === "measure" && value.measure !== ""));
  },
  earlier: (typed) => (typeof typed === "object" && typed !== null ? { bac: "", ...typed } : typed),
  check: (value, at) => titleErrors(value, at),
  store: (value, at) => {
    if (value.choice === NEITHER && chosenOf(value, at) === undefined)
      return { ...at.draft, titles: at.draft.titles.filter(({ item }) => item !== at.item) };
    return withTitle(at.draft, titleOf(value, [], at));
  },
  partly: (value, errors, at) => withTitle(at.draft, titleOf(value, errors, at)),
  typed: true,
  body: (value, errors, at) => titleBody(value, errors, at),
  // As typed, if it is unreadable.
  say: (value, at) => {
    const chosen = chosenOf(value, at);
    const name = chosen ? capital(titleName(at.law, titleOf(value, [], at), at.visit.lang)) : value.q;
    const rest = [value.measure, value.country, value.level, value.years].filter(Boolean);
    const days = [value.awarded, value.started].filter((parts) => !isEmptyDate(parts));
    return [name || at.words.notSaid, ...rest, ...days.map((parts) => sayParts(parts, at.words))].join(", ");
  },
  next: () => "titres",
  back: () => "titres",
};

export const titles = listed({
  of: "titles",
  list: "titres",
  one: "titre",
  step: titleStep,
  isEmpty: ({ q, choice, bac, country, awarded }) =>
    (q === "" && choice === "" && bac === "" && country === "" && isEmptyDate(awarded)) || choice === NEITHER,
  unfinished: (title, _, { law, words, visit }) =>
    openQuestion(law, title) && words.titles.unfinished(titleName(law, title, visit.lang)),
  card: (title, _, { law, visit: { lang } }) => ({
    name: capital(titleName(law, title, lang)),
    says: [titleSays(law, title, lang)],
  }),
  called: (title, { law, visit }) => titleName(law, title, visit.lang),
  back: () => "",
});

type Chosen = { readonly title: string } | { readonly kind: string };

/** Whether the kind chosen is measured by years of study. */
function isByYears({ titleKinds }: Diploma, choice: string): boolean {
  return titleKinds.some(({ kind, measure }) => choice === `kind:${kind}` && measure === "years");
}

/** What was chosen of what the letters find, or the only title that they name in full. */
function chosenOf({ q, choice }: TitleValue, { law }: At): Chosen | undefined {
  const kind = law.titleKinds.find((entry) => choice === `kind:${entry.kind}`);
  if (kind) return { kind: kind.kind };
  const named = law.catalogue.find((entry) => choice === `title:${entry.title}`);
  if (named && (q === "" || titlesFor(law, q).includes(named))) return { title: named.title };
  const exact = choice === NEITHER ? undefined : law.catalogue.filter((entry) => namesOf(entry).includes(plain(q)));
  return exact?.length === 1 ? { title: exact[0]!.title } : undefined;
}

function titleErrors(value: TitleValue, at: At): FieldError[] {
  const { law, words } = at;
  const chosen = chosenOf(value, at);
  if (!chosen && value.choice === NEITHER) return [];
  const title = titleOf(value, [], at);
  const starts = startMatters(law, title) !== undefined;
  return [
    ...(chosen ? [] : [{ field: value.q === "" ? "q" : "choice", message: words.title.choose }]),
    ...(title.title !== undefined && value.country !== ""
      ? [{ field: "country", message: words.country.ofFrance }]
      : []),
    ...(title.kind === undefined ? [] : kindErrors(value, title, at)),
    ...partialDateErrors("awarded", value.awarded, words, starts ? words.titles.awarded : undefined),
    ...futureErrors(title, at),
    ...(!starts || isEmptyDate(value.started) ? [] : startErrors(value.started, title, at)),
  ];
}

function kindErrors(
  { measure, country, level, years }: TitleValue,
  title: TitleDraft,
  { law, words }: At,
): FieldError[] {
  const byLevel = measureOf(law, title) === "level";
  const read = byLevel ? levelOf(law, measure) : yearsOf(measure);
  const says = words.attestation;
  return [
    ...(read !== undefined
      ? []
      : [{ field: "measure", message: byLevel ? words.measure.levelChoose : words.measure.yearsFault(LIMITS.years) }]),
    ...(country === "" || isCountry(country) ? [] : [{ field: "country", message: words.country.choosePlace }]),
    ...(country === "" && (level !== "" || years !== "")
      ? [{ field: "country", message: words.country.choosePlace }]
      : []),
    ...(level === "" || levelOf(law, level) !== undefined
      ? []
      : [{ field: "level", message: words.measure.levelChoose }]),
    ...(years === "" || yearsOf(years) !== undefined
      ? []
      : [{ field: "years", message: says.yearsFault(LIMITS.years) }]),
  ];
}

/** A title of this year may still be to come: the answer says until when it counts. */
function futureErrors({ awardedOn }: TitleDraft, { words, visit }: At): FieldError[] {
  const year = visit.today.slice(0, 4);
  return awardedOn !== undefined && awardedOn.slice(0, 4) > year
    ? [{ field: "awarded-day", message: words.titles.future(year) }]
    : [];
}

function startErrors(started: DateParts, { awardedOn }: TitleDraft, { words }: At): FieldError[] {
  const errors = partialDateErrors("started", started, words, words.titles.started);
  const read = readPartialDay(started);
  const late = "day" in read && awardedOn !== undefined && firstDay(read.day) > lastDay(awardedOn);
  return late ? [{ field: "started-day", message: words.started.late }] : errors;
}

/** The readable part, without what is at fault, so that it is asked again. */
function titleOf(value: TitleValue, errors: readonly FieldError[], at: At): TitleDraft {
  const { law, item } = at;
  const faulty = new Set(errors.map(({ field }) => field.split("-")[0]));
  const day = (parts: DateParts) => {
    const read = readPartialDay(parts);
    return "day" in read ? read.day : undefined;
  };
  const awardedOn = day(value.awarded);
  const chosen = chosenOf(value, at);
  const title: TitleDraft = { item, ...chosen, ...(awardedOn !== undefined && { awardedOn }) };
  const startedOn = isEmptyDate(value.started) ? null : day(value.started);
  return {
    ...title,
    ...(title.kind !== undefined && value.q !== "" && { name: value.q }),
    ...(title.kind !== undefined && ofKind(value, title, faulty, law)),
    ...(startMatters(law, title) !== undefined && startedOn !== undefined && !faulty.has("started") && { startedOn }),
  };
}

function ofKind(
  value: TitleValue,
  title: TitleDraft,
  faulty: ReadonlySet<string | undefined>,
  law: Diploma,
): Partial<TitleDraft> {
  const level = levelOf(law, value.level);
  const years = yearsOf(value.years);
  const [byLevel, measured] = [
    measureOf(law, title) === "level",
    { level: levelOf(law, value.measure), yearsOfStudy: yearsOf(value.measure) },
  ];
  const abroad = value.country !== "" && !law.homeTerritory.countries.includes(value.country);
  const attested = { ...(level !== undefined && { level }), ...(years !== undefined && { yearsOfStudy: years }) };
  return {
    ...(byLevel && measured.level !== undefined && { level: measured.level }),
    ...(!byLevel && measured.yearsOfStudy !== undefined && { yearsOfStudy: measured.yearsOfStudy }),
    ...(!faulty.has("country") && { country: abroad ? value.country : null }),
    ...(abroad &&
      !faulty.has("level") &&
      !faulty.has("years") && { attestation: Object.keys(attested).length > 0 ? attested : null }),
  };
}

/** A level by its present or former name. */
function levelOf(law: Diploma, text: string): number | undefined {
  const level = law.levels.legacy[text] ?? (text === "" ? Number.NaN : Number(text));
  return law.levels.known.includes(level) ? level : undefined;
}

function levelOptions({ law, words }: At): Option[] {
  return law.levels.known.map((level) => ({
    value: String(level),
    label: words.levelOption(level, oldLevel(law, level)),
  }));
}

function yearsOf(text: string): number | undefined {
  const years = readNumber(text);
  return years !== undefined && Number.isInteger(years) && years <= LIMITS.years ? years : undefined;
}

function titleBody(value: TitleValue, errors: readonly FieldError[], at: At): Html {
  const { words, law } = at;
  const { lang } = at.visit;
  const common = { errors, lang };
  const title = titleOf(value, [], at);
  const starts = startMatters(law, title);
  const options = titleOptions(value, at);
  const { q, bac } = value;
  // A title of the list has its own level.
  const asksBac = title.title === undefined && (bac !== "" || titlesFor(law, q).length === 0);
  return html`<div class="search-row">${textField({ name: "q", label: words.title.name, value: value.q, ...common })}
${button(words.title.search, { name: "_then", value: "search", variant: "secondary" })}</div>
<input type="hidden" name="${FOUND}" value="${value.q}">
${value.q !== "" && titlesFor(law, value.q).length === 0 && kindsFor(law, value.q).length === 0 && html`<p>${words.title.none(value.q)}</p>`}
${options.length > 0 && radios({ name: "choice", legend: words.title.which, options, value: value.choice, ...common })}
${title.kind !== undefined ? measureField(value, title, at, errors) : asksBac && bacField(value.bac, at, errors)}
${(title.title === undefined || value.country !== "") && abroadFields(value, at, errors)}
${dateField({ name: "awarded", legend: words.titles.awarded, hint: words.date.yearIsEnough, value: value.awarded, ...common })}
${starts !== undefined && dateField({ name: "started", legend: words.titles.started, hint: words.started.hint(starts), value: value.started, optional: true, ...common })}`;
}

const NUMBER = { inputmode: "numeric", size: 4 } as const;

/** Before it is known which kind of title it is, and whether the list has it. */
function bacField(bac: string, { words, visit: { lang } }: At, errors: readonly FieldError[]): Html {
  const { yearsHeading: label } = words.measure;
  return textField({ name: "bac", label, value: bac, optional: true, ...NUMBER, errors, lang });
}

function measureField({ measure }: TitleValue, title: TitleDraft, at: At, errors: readonly FieldError[]): Html {
  const { words, law } = at;
  const common = { name: "measure", errors, lang: at.visit.lang };
  return measureOf(law, title) === "level"
    ? select({
        label: words.measure.levelHeading,
        options: levelOptions(at),
        value: String(levelOf(law, measure) ?? ""),
        empty: words.measure.levelEmpty,
        ...common,
      })
    : textField({
        label: words.measure.yearsHeading,
        hint: words.measure.yearsHint,
        value: measure,
        ...NUMBER,
        ...common,
      });
}

function abroadFields({ country, level, years }: TitleValue, at: At, errors: readonly FieldError[]): Html {
  const { words, law } = at;
  const { lang } = at.visit;
  const common = { errors, lang };
  const says = words.attestation;
  const wrong = errors.some(({ field }) => ["country", "level", "years"].includes(field));
  return html`<details class="ds-details" ${wrong || country !== "" ? html`open` : html``}><summary>${words.country.abroad}</summary><div class="stack">
${select({ name: "country", label: words.country.label, options: countriesAbroad(law, lang), value: country, empty: words.country.empty, ...common })}
<p>${says.hint}</p>
${select({ name: "level", label: says.level, options: levelOptions(at), value: String(levelOf(law, level) ?? ""), empty: says.levelEmpty, optional: true, ...common })}
${textField({ name: "years", label: says.years, value: years, optional: true, ...NUMBER, ...common })}
</div></details>`;
}

/** What the letters find, what is chosen, then the kinds. Nothing before anything was said. */
function titleOptions(value: TitleValue, at: At): Option[] {
  const { law, words } = at;
  const { lang } = at.visit;
  const { q, choice } = value;
  if (q === "" && choice === "") return [];
  const chosen = chosenOf(value, at);
  const named = q === "" ? [] : titlesFor(law, q);
  const already = chosen && "title" in chosen ? law.catalogue.filter(({ title }) => title === chosen.title) : [];
  const said = q === "" ? [] : kindsFor(law, q);
  const kindOption = ({ kind, label, examples }: Diploma["titleKinds"][number], group?: string): Option => {
    const another = words.title.unlisted(label[lang]);
    return {
      value: `kind:${kind}`,
      ...(examples ? { label: words.title.suchAs(examples[lang]), hint: another } : { label: another }),
      ...(group !== undefined && { group }),
    };
  };
  return [
    ...said.map((kind) => kindOption(kind)),
    ...[...new Set([...named, ...already])].map(({ title, label }) => ({
      value: `title:${title}`,
      label: `${capital(label[lang])} (${title})`,
    })),
    ...law.titleKinds.filter((kind) => !said.includes(kind)).map((kind) => kindOption(kind, words.title.others)),
    { value: NEITHER, label: words.title.neither, group: words.title.others },
  ];
}

function countriesAbroad(law: Diploma, lang: Lang): Option[] {
  return countryNames(lang)
    .filter(({ code }) => !law.homeTerritory.countries.includes(code))
    .map(({ code, name }) => ({ value: code, label: name }));
}
