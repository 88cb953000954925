/** The questions about one title, a page each. Every list comes from the référentiel. */
import { html } from "../../kit/html.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { capital } from "../../kit/typography.ts";
import { LIMITS } from "../../law/input.ts";
import { choice, day, text } from "../../page/kinds.ts";
import type { Option } from "../../page/form.ts";
import { datePartsOf } from "../../page/form-values.ts";
import type { Page } from "../../page/page.ts";
import { measureOf, startMatters, type TitleDraft, withTitle } from "../rules/draft.ts";
import { asked } from "./asked.ts";
import { dateErrors, oldLevel } from "./say.ts";
import { type At, type Journey, type Settled, stepPage } from "./step.ts";
import { attestation, country } from "./title-abroad.ts";
import { removeTitle, titleList } from "./title-list.ts";
import type { Words } from "./words.ts";
import { about, levelOf, levelOptions, titleAt, yearsOf } from "./title-question.ts";

const NEITHER = "none";

const what = about(
  "title",
  asked({
    heading: ({ words }: At) => words.title.heading,
    fields: (at) => ({
      choice: choice({
        label: at.words.title.heading,
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
      const current = titleAt(at);
      const name = chosen.slice(chosen.indexOf(":") + 1);
      if (chosen.startsWith("title:") ? current.title === name : current.kind === name) return draft;
      // For another title, all earlier answers are dropped, its day too.
      return withTitle(draft, { item, ...(chosen.startsWith("title:") ? { title: name } : { kind: name }) });
    },
  }),
);

/** By kind: the named titles, then the rest of the kind. */
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

const byLevel = (at: At) => measureOf(at.law, titleAt(at)) === "level";

const measure = about(
  "measure",
  asked({
    heading: (at: At) => (byLevel(at) ? at.words.measure.levelHeading : at.words.measure.yearsHeading),
    fields: (at) => {
      const { levelHeading, levelHint, levelChoose, yearsLabel, yearsHint } = at.words.measure;
      const level = { label: levelHeading, heading: true, hint: levelHint, missing: levelChoose };
      const years = { label: yearsLabel, hint: yearsHint, inputmode: "numeric", size: 4, blank: true } as const;
      return { value: byLevel(at) ? choice({ ...level, options: levelOptions(at) }) : text(years) };
    },
    begin: (at) => {
      const { level, yearsOfStudy } = titleAt(at);
      const measure = byLevel(at) ? level : yearsOfStudy;
      return measure === undefined ? {} : { value: String(measure) };
    },
    wrong: ({ value }, at) =>
      byLevel(at) || yearsOf(value) !== undefined ? {} : { value: at.words.measure.yearsFault(LIMITS.years) },
    keep: ({ value }, at) => {
      const { level: _, yearsOfStudy: __, ...rest } = titleAt(at);
      const measure = byLevel(at) ? { level: levelOf(at.law, value)! } : { yearsOfStudy: yearsOf(value)! };
      return withTitle(at.draft, { ...rest, ...measure });
    },
    partly: (_: unknown, __: unknown, at: At) => {
      const { level: _level, yearsOfStudy: _years, ...rest } = titleAt(at);
      return withTitle(at.draft, rest);
    },
    typed: true as const,
    arranged: ({ value }, at) => html`${!byLevel(at) && html`<h1>${at.words.measure.yearsHeading}</h1>`}
${value}`,
    said: ({ value = "" }, at) => {
      const { law, words } = at;
      const level = byLevel(at) ? levelOf(law, value) : undefined;
      if (level !== undefined) return words.level(level, oldLevel(law, level));
      // As typed, if it is not a number.
      const years = value === "" ? undefined : yearsOf(value);
      return years === undefined ? value || words.notSaid : words.years(years);
    },
  }),
);

const awarded = about(
  "awarded",
  asked({
    heading: ({ words }: At) => words.awarded.heading,
    fields: ({ words, visit }) => ({
      awarded: dayIn(words, {
        label: words.awarded.heading,
        hint: `${words.awarded.hint} ${words.date.hint(exampleDay(visit.today))}`,
      }),
    }),
    begin: (at) => ({ awarded: titleAt(at).awardedOn ?? "" }),
    keep: ({ awarded: awardedOn }, at) => {
      const title: TitleDraft = { ...titleAt(at), awardedOn };
      // Drops a start that no longer matters or is after the award.
      const { startedOn, ...rest } = title;
      const keeps =
        startMatters(at.law, title) !== undefined &&
        startedOn !== undefined &&
        (startedOn === null || startedOn <= awardedOn);
      return withTitle(at.draft, keeps ? { ...rest, startedOn } : rest);
    },
    partly: (_: unknown, __: unknown, at: At) => {
      const { awardedOn: _day, ...rest } = titleAt(at);
      return withTitle(at.draft, rest);
    },
    typed: true as const,
    earlier: (typed: unknown) => dayUnder("awarded", typed),
  }),
);

const started = about(
  "started",
  asked({
    heading: ({ words }: At) => words.started.heading,
    fields: (at) => ({
      started: dayIn(at.words, {
        label: at.words.started.heading,
        hint: at.words.started.hint(startMatters(at.law, titleAt(at))!),
        optional: true,
      }),
    }),
    begin: (at) => ({ started: titleAt(at).startedOn ?? "" }),
    wrong: ({ started: day }, at) =>
      day !== undefined && day > titleAt(at).awardedOn! ? { started: at.words.started.late } : {},
    keep: ({ started: day }, at) => withTitle(at.draft, { ...titleAt(at), startedOn: day ?? null }),
    partly: (_: unknown, __: unknown, at: At) => {
      const { startedOn: _day, ...rest } = titleAt(at);
      return withTitle(at.draft, rest);
    },
    typed: true as const,
    earlier: (typed: unknown) => dayUnder("started", typed),
  }),
);

/** A day as the question of its page; faults are shown on its parts. */
function dayIn<O extends true | undefined = undefined>(
  words: Words,
  asks: { readonly label: string; readonly hint: string; readonly optional?: O },
) {
  const field = day<O, string>({ ...asks, heading: true, missing: words.date.empty });
  const read: typeof field.read = (typed, name, lang) => {
    const result = field.read(typed, name, lang);
    const [wrong] = "value" in result ? [] : dateErrors(name, datePartsOf(typed, name), words);
    return wrong ? { fault: wrong.message, control: wrong.field.slice(name.length) } : result;
  };
  return { ...field, read };
}

/** Drafts store the parts of a half-typed day under their own names, or under the question's former name. */
function dayUnder(name: string, typed: unknown): unknown {
  if (typeof typed !== "object" || typed === null || !("day" in typed)) return typed;
  return Object.fromEntries(Object.entries(typed).map(([part, text]) => [`${name}-${part}`, text]));
}

/** A past day that is clearly not today's. */
function exampleDay(today: Day): Day {
  return addDays(today, -2_000);
}

/** Both journeys ask for titles, each at its own addresses, so that back links stay within it. */
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
