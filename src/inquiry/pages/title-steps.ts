/** What is asked about one title, a page a question. Every list comes from the référentiel. */
import { html } from "../../kit/html.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { capital } from "../../kit/typography.ts";
import { LIMITS } from "../../law/input.ts";
import { choice } from "../../page/kinds.ts";
import { dateField, type Option, radios, textField, yesOrNo } from "../../page/form.ts";
import { type DateParts, datePartsOf, isEmptyDate, partsOf, readDate, textOf } from "../../page/form-values.ts";
import type { Page } from "../../page/page.ts";
import { type Draft, measureOf, startMatters, type TitleDraft, withTitle } from "../rules/draft.ts";
import { asked } from "./asked.ts";
import { dateErrors, oldLevel, sayParts, titleName } from "./say.ts";
import { type At, type Journey, type Settled, type Step, stepPage } from "./step.ts";
import { attestation, country } from "./title-abroad.ts";
import { titleList } from "./title-list.ts";
import { about, levelOf, levelOptions, titleAt, yearsOf } from "./title-question.ts";

const NEITHER = "none";

const what = about(
  "title",
  asked({
    heading: ({ words }: At) => words.title.heading,
    fields: (at) => ({
      choice: choice({
        legend: at.words.title.heading,
        heading: true,
        hint: at.words.title.hint,
        options: titleOptions(at),
        missing: at.words.title.choose,
      }),
    }),
    begin: (at) => {
      const { title, kind } = titleAt(at);
      if (title !== undefined) return { choice: `title:${title}` };
      return kind !== undefined ? { choice: `kind:${kind}` } : {};
    },
    keep: ({ choice: chosen }, at) => {
      const { draft, item } = at;
      if (chosen === NEITHER) return { ...draft, titles: draft.titles.filter((title) => title.item !== item) };
      const before = titleAt(at);
      const name = chosen.slice(chosen.indexOf(":") + 1);
      if (chosen.startsWith("title:") ? before.title === name : before.kind === name) return draft;
      // Another title: nothing said of the one before is taken for said of it, its day neither.
      return withTitle(draft, { item, ...(chosen.startsWith("title:") ? { title: name } : { kind: name }) });
    },
  }),
);

/** Under each nature, those that have a name; then whatever else is of it. */
function titleOptions({ law, words, visit: { lang } }: At): Option[] {
  const natures = law.titleKinds.flatMap((entry): Option[] => {
    const named = law.catalogue.filter(({ kind }) => kind === entry.kind);
    const group = named.length > 0 ? capital(entry.label[lang]) : words.title.others;
    return [
      ...named.map(({ title, label, note }) => ({
        value: `title:${title}`,
        label: `${capital(label[lang])} (${title})`,
        hint: note && capital(note[lang]),
        group,
      })),
      {
        value: `kind:${entry.kind}`,
        label: named.length > 0 ? words.title.unlisted(entry.label[lang]) : capital(entry.label[lang]),
        hint: entry.examples && words.title.examples(entry.examples[lang]),
        group,
      },
    ];
  });
  return [
    ...natures,
    { value: NEITHER, label: words.title.neither, hint: words.title.neitherHint, group: words.title.others },
  ];
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
  partly: (_, __, at) => {
    const { level: _level, yearsOfStudy: _years, ...rest } = titleAt(at);
    return withTitle(at.draft, rest);
  },
  typed: true,
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
  say: ({ value }, at) => {
    const { law, words } = at;
    if (value === "") return words.notSaid;
    const level = measureOf(law, titleAt(at)) === "level" ? levelOf(law, value) : undefined;
    if (level !== undefined) return words.level(level, oldLevel(law, level));
    // As it was typed, where it is no number.
    const years = yearsOf(value);
    return years === undefined ? value : words.years(years);
  },
});

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
  partly: (_, __, at) => {
    const { awardedOn: _day, ...rest } = titleAt(at);
    return withTitle(at.draft, rest);
  },
  typed: true,
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
  partly: (_, __, at) => {
    const { startedOn: _day, ...rest } = titleAt(at);
    return withTitle(at.draft, rest);
  },
  typed: true,
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
      options: yesOrNo(at.words),
      value: remove,
      errors,
      lang: at.visit.lang,
    }),
  say: ({ remove }, { words }) => (remove === "yes" ? words.yes : words.no),
  next: () => "titres",
  back: () => "titres",
};

/** Both journeys ask for titles, each at addresses of its own, so that going back stays in it. */
export function titlePages(journey: Journey, settled?: Settled): Page[] {
  return [
    stepPage(journey, titleList, settled),
    stepPage(journey, what, settled),
    stepPage(journey, country, settled),
    stepPage(journey, measure, settled),
    stepPage(journey, attestation, settled),
    stepPage(journey, awarded, settled),
    stepPage(journey, started, settled),
    stepPage(journey, removeTitle, settled),
  ];
}
