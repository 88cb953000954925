/** What is asked about one title, a page a question. Every list comes from the référentiel. */
import { countryName, countryNames, isCountry } from "../../kit/country.ts";
import { html } from "../../kit/html.ts";
import { addDays, type Day } from "../../kit/day.ts";
import type { Lang } from "../../kit/lang.ts";
import { LIMITS } from "../../law/input.ts";
import type { Diploma } from "../../law/diploma.ts";
import { dateField, type Option, radios, select, textField } from "../../web/form.ts";
import {
  type DateParts,
  datePartsOf,
  isEmptyDate,
  partsOf,
  readDate,
  readNumber,
  textOf,
} from "../../web/form-values.ts";
import type { Page } from "../../web/page.ts";
import {
  type Draft,
  measureOf,
  startMatters,
  type TitleDraft,
  type TitleQuestion,
  titleQuestions,
  withTitle,
} from "./draft.ts";
import { capital, dateErrors, oldLevel, sayAttestation, sayCountry, sayParts, titleName } from "./say.ts";
import { type At, type Journey, type Step, stepPage } from "./step.ts";
import { pageOf, TITLE_PAGES, titleList } from "./title-list.ts";

function titleAt({ draft, item }: At): TitleDraft {
  return draft.titles.find((title) => title.item === item) ?? { item };
}

/** What the steps of a title share: they are there when the title is, and lead to its next open question. */
function about<T>(
  question: TitleQuestion,
  step: Omit<Step<T>, "name" | "applies" | "otherwise" | "next" | "back">,
): Step<T> {
  return {
    ...step,
    name: `${TITLE_PAGES[question]}/:item`,
    applies: (at) =>
      at.draft.titles.some(({ item }) => item === at.item) && titleQuestions(at.law, titleAt(at)).includes(question),
    otherwise: "titres",
    next: (_, at) => {
      const title = at.draft.titles.find(({ item }) => item === at.item);
      return (title && pageOf(at, title)) ?? "titres";
    },
    back: (at) => {
      const title = titleAt(at);
      const questions = titleQuestions(at.law, title);
      const earlier = questions[questions.indexOf(question) - 1];
      return earlier ? `${TITLE_PAGES[earlier]}/${title.item}` : "titres";
    },
  };
}

const NEITHER = "none";

const what = about<{ choice: string }>("title", {
  heading: ({ words }) => words.title.heading,
  shown: (at) => {
    const { title, kind } = titleAt(at);
    return { choice: title !== undefined ? `title:${title}` : kind !== undefined ? `kind:${kind}` : "" };
  },
  read: (form) => ({ choice: form.get("choice") }),
  check: ({ choice }, at) =>
    titleOptions(at).some(({ value }) => value === choice) ? [] : [{ field: "choice", message: at.words.title.choose }],
  store: ({ choice }, at) => {
    const { draft, item } = at;
    if (choice === NEITHER) return { ...draft, titles: draft.titles.filter((title) => title.item !== item) };
    const before = titleAt(at);
    const name = choice.slice(choice.indexOf(":") + 1);
    if (choice.startsWith("title:") ? before.title === name : before.kind === name) return draft;
    // Another title: only its day may still be true.
    const awarded = before.awardedOn === undefined ? {} : { awardedOn: before.awardedOn };
    return withTitle(draft, { item, ...awarded, ...(choice.startsWith("title:") ? { title: name } : { kind: name }) });
  },
  body: ({ choice }, errors, at) =>
    radios({
      name: "choice",
      legend: at.words.title.heading,
      heading: true,
      hint: at.words.title.hint,
      options: titleOptions(at),
      value: choice,
      errors,
      lang: at.visit.lang,
    }),
  say: ({ choice }, at) => titleOptions(at).find(({ value }) => value === choice)?.label ?? at.words.notSaid,
});

function titleOptions({ law, words, visit: { lang } }: At): Option[] {
  return [
    ...law.catalogue.map((entry) => ({
      value: `title:${entry.title}`,
      label: `${capital(entry.label[lang])} (${entry.title})`,
      hint: entry.note && capital(entry.note[lang]),
    })),
    ...law.titleKinds.map((entry) => ({
      value: `kind:${entry.kind}`,
      label: law.catalogue.some((one) => one.kind === entry.kind)
        ? words.title.unlisted(entry.label[lang])
        : words.title.otherKind(entry.label[lang]),
    })),
    { value: NEITHER, label: words.title.neither, hint: words.title.neitherHint },
  ];
}

const country = about<{ place: string; country: string }>("country", {
  heading: ({ words }) => words.country.heading,
  shown: (at) => {
    const given = titleAt(at).country;
    return { place: given === undefined ? "" : given === null ? "home" : "abroad", country: given ?? "" };
  },
  read: (form) => ({ place: form.get("place"), country: form.get("country") }),
  check: ({ place, country: given }, { words }) => {
    if (place === "home") return [];
    if (place !== "abroad") return [{ field: "place", message: words.country.choose }];
    return isCountry(given) ? [] : [{ field: "country", message: words.country.choosePlace }];
  },
  store: ({ place, country: given }, at) => {
    const title = titleAt(at);
    const home = place === "home" || at.law.homeTerritory.countries.includes(given);
    if (!home) return withTitle(at.draft, { ...title, country: given });
    const { attestation: _, ...rest } = title;
    return withTitle(at.draft, { ...rest, country: null });
  },
  body: ({ place, country: given }, errors, at) => {
    const { law, words, visit } = at;
    const { lang } = visit;
    const options = [
      { value: "home", label: words.country.home(countryName(law.homeTerritory.countries[0]!, lang)) },
      { value: "abroad", label: words.country.abroad },
    ];
    return html`${radios({ name: "place", legend: words.country.heading, heading: true, options, value: place, errors, lang })}
${select({ name: "country", label: words.country.label, options: countriesAbroad(law, lang), value: given, empty: words.country.empty, errors, lang })}`;
  },
  say: ({ place, country: given }, at) =>
    sayCountry(at.law, place === "home" ? null : given || undefined, at.visit.lang),
});

function countriesAbroad(law: Diploma, lang: Lang): Option[] {
  return countryNames(lang)
    .filter(({ code }) => !law.homeTerritory.countries.includes(code))
    .map(({ code, name }) => ({ value: code, label: name }));
}

const measure = about<{ value: string }>("measure", {
  heading: (at) =>
    measureOf(at.law, titleAt(at)) === "level" ? at.words.measure.levelHeading : at.words.measure.yearsHeading,
  shown: (at) => {
    const title = titleAt(at);
    const given = measureOf(at.law, title) === "level" ? title.level : title.yearsOfStudy;
    return { value: given === undefined ? "" : String(given) };
  },
  read: (form) => ({ value: textOf(form, "value") }),
  check: ({ value }, at) => {
    const { law, words } = at;
    if (measureOf(law, titleAt(at)) === "level")
      return levelOf(law, value) === undefined ? [{ field: "value", message: words.measure.levelChoose }] : [];
    return yearsOf(value) === undefined ? [{ field: "value", message: words.measure.yearsFault(LIMITS.years) }] : [];
  },
  store: ({ value }, at) => {
    const title = titleAt(at);
    const { level: _, yearsOfStudy: __, ...rest } = title;
    return withTitle(
      at.draft,
      measureOf(at.law, title) === "level"
        ? { ...rest, level: levelOf(at.law, value)! }
        : { ...rest, yearsOfStudy: yearsOf(value)! },
    );
  },
  body: ({ value }, errors, at) => {
    const { law, words, visit } = at;
    const { lang } = visit;
    if (measureOf(law, titleAt(at)) === "level") {
      return radios({
        name: "value",
        legend: words.measure.levelHeading,
        heading: true,
        hint: words.measure.levelHint,
        options: levelOptions(at),
        value,
        errors,
        lang,
      });
    }
    return html`<h1>${words.measure.yearsHeading}</h1>
${textField({ name: "value", label: words.measure.yearsLabel, hint: words.measure.yearsHint, value, inputmode: "numeric", size: 4, errors, lang })}`;
  },
  say: ({ value }, at) =>
    value === ""
      ? at.words.notSaid
      : measureOf(at.law, titleAt(at)) === "level"
        ? at.words.level(Number(value), oldLevel(at.law, Number(value)))
        : at.words.years(Number(value)),
});

/** A level under its present or its old name. */
function levelOf(law: Diploma, text: string): number | undefined {
  const level = law.levels.legacy[text] ?? Number(text);
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

type AttestationValue = { has: string; level: string; years: string };
const attestation = about<AttestationValue>("attestation", {
  heading: ({ words }) => words.attestation.heading,
  shown: (at) => {
    const given = titleAt(at).attestation;
    if (given === undefined || given === null) return { has: given === null ? "no" : "", level: "", years: "" };
    return { has: "yes", level: String(given.level ?? ""), years: String(given.yearsOfStudy ?? "") };
  },
  read: (form) => ({ has: form.get("has"), level: form.get("level"), years: textOf(form, "years") }),
  check: ({ has, level, years }, { law, words }) => {
    if (has === "no") return [];
    if (has !== "yes") return [{ field: "has", message: words.attestation.choose }];
    if (level === "" && years === "") return [{ field: "level", message: words.attestation.nothing }];
    return [
      ...(level !== "" && levelOf(law, level) === undefined
        ? [{ field: "level", message: words.measure.levelChoose }]
        : []),
      ...(years !== "" && yearsOf(years) === undefined
        ? [{ field: "years", message: words.measure.yearsFault(LIMITS.years) }]
        : []),
    ];
  },
  store: (value, at) => withTitle(at.draft, { ...titleAt(at), attestation: attestationOf(at.law, value) }),
  body: ({ has, level, years }, errors, at) => {
    const { words, visit } = at;
    const { lang } = visit;
    const options = [
      { value: "yes", label: words.attestation.has },
      { value: "no", label: words.attestation.hasNot },
    ];
    return html`${radios({ name: "has", legend: words.attestation.heading, heading: true, hint: words.attestation.hint, options, value: has, errors, lang })}
${select({ name: "level", label: words.attestation.level, optional: true, options: levelOptions(at), value: level, empty: words.attestation.levelEmpty, errors, lang })}
${textField({ name: "years", label: words.attestation.years, optional: true, value: years, inputmode: "numeric", size: 4, errors, lang })}`;
  },
  say: (value, at) =>
    value.has === "" ? at.words.notSaid : sayAttestation(at.law, attestationOf(at.law, value), at.visit.lang),
});

function attestationOf(
  law: Diploma,
  { has, level, years }: AttestationValue,
): NonNullable<TitleDraft["attestation"]> | null {
  if (has !== "yes") return null;
  return {
    ...(level !== "" && { level: levelOf(law, level)! }),
    ...(years !== "" && { yearsOfStudy: yearsOf(years)! }),
  };
}

const awarded = about<DateParts>("awarded", {
  heading: ({ words }) => words.awarded.heading,
  shown: (at) => partsOf(titleAt(at).awardedOn),
  read: (form) => datePartsOf(form, "awarded"),
  check: (parts, { words }) => dateErrors("awarded", parts, words),
  store: (parts, at) => {
    const title: TitleDraft = { ...titleAt(at), awardedOn: dayOf(parts)! };
    // A start that no longer matters is forgotten, and one after the award asked again.
    const { startedOn, ...rest } = title;
    const keeps =
      startMatters(at.law, title) !== undefined &&
      startedOn !== undefined &&
      (startedOn === null || startedOn <= title.awardedOn!);
    return withTitle(at.draft, keeps ? { ...rest, startedOn } : rest);
  },
  body: (value, errors, { words, visit }) =>
    dateField({
      name: "awarded",
      legend: words.awarded.heading,
      heading: true,
      hint: `${words.awarded.hint} ${words.date.hint(exampleDay(visit.today))}`,
      value,
      errors,
      lang: visit.lang,
    }),
  say: (parts, { words }) => sayParts(parts, words),
});

const started = about<DateParts>("started", {
  heading: ({ words }) => words.started.heading,
  shown: (at) => partsOf(titleAt(at).startedOn),
  read: (form) => datePartsOf(form, "started"),
  check: (parts, at) => {
    if (isEmptyDate(parts)) return [];
    const errors = dateErrors("started", parts, at.words);
    const day = dayOf(parts);
    const late = day !== undefined && day > titleAt(at).awardedOn!;
    return late ? [{ field: "started-year", message: at.words.started.late }] : errors;
  },
  store: (parts, at) => withTitle(at.draft, { ...titleAt(at), startedOn: dayOf(parts) ?? null }),
  body: (value, errors, at) => {
    const { words, visit, law } = at;
    const hint = words.started.hint(startMatters(law, titleAt(at))!);
    return dateField({
      name: "started",
      legend: words.started.heading,
      heading: true,
      optional: true,
      hint,
      value,
      errors,
      lang: visit.lang,
    });
  },
  say: (parts, { words }) => sayParts(parts, words),
});

function dayOf(parts: DateParts): Day | undefined {
  const read = readDate(parts);
  return "day" in read ? read.day : undefined;
}

/** A day of the past that nobody takes for today's. */
function exampleDay(today: Day): Day {
  return addDays(today, -2_000);
}

const removeTitle: Step<{ remove: string }> = {
  name: "titre/:item/retirer",
  applies: (at) => at.draft.titles.some(({ item }) => item === at.item),
  otherwise: "titres",
  heading: (at) => at.words.titles.removeHeading(titleName(at.law, titleAt(at), at.visit.lang)),
  shown: () => ({ remove: "" }),
  read: (form) => ({ remove: form.get("remove") }),
  check: ({ remove }, { words }) =>
    remove === "yes" || remove === "no" ? [] : [{ field: "remove", message: words.titles.removeChoose }],
  store: ({ remove }, { draft, item }): Draft =>
    remove === "yes"
      ? { ...draft, titles: draft.titles.filter((title) => title.item !== item), titlesDone: false }
      : draft,
  body: ({ remove }, errors, at) =>
    radios({
      name: "remove",
      legend: at.words.titles.removeHeading(titleName(at.law, titleAt(at), at.visit.lang)),
      heading: true,
      options: [
        { value: "yes", label: at.words.yes },
        { value: "no", label: at.words.no },
      ],
      value: remove,
      errors,
      lang: at.visit.lang,
    }),
  say: ({ remove }, { words }) => (remove === "yes" ? words.yes : words.no),
  next: () => "titres",
  back: () => "titres",
};

/** Both journeys ask for titles, each at addresses of its own, so that going back stays in it. */
export function titlePages(journey: Journey): Page[] {
  return [
    stepPage(journey, titleList),
    stepPage(journey, what),
    stepPage(journey, country),
    stepPage(journey, measure),
    stepPage(journey, attestation),
    stepPage(journey, awarded),
    stepPage(journey, started),
    stepPage(journey, removeTitle),
  ];
}
