/**
 * The experience over time, drawn on the server. Horizontal positions are percentages, so that it fits any width while text keeps its size.
 * All that colours and heights show is also written beside it and in the table.
 */
import { dayNumber, dayOf, LAST_DAY } from "../../kit/day.ts";
import { type Html, html } from "../../kit/html.ts";
import { type Lang, sayDay, sayNumber } from "../../kit/lang.ts";
import type { Diploma } from "../../law/diploma.ts";
import { readDoors } from "../../law/doors.ts";
import {
  type Counts,
  dayReached,
  FULL,
  type Period,
  type Timeline,
  timelines,
  fieldsOf,
} from "../../law/experience.ts";
import { table } from "../../page/form.ts";
import type { DoorAnswer, EligibilityAnswer, EligibilityInput } from "../../decisions/eligibility/rule.ts";
import { sayFullTime } from "../../decisions/eligibility/experience-words.ts";
import { resultWords } from "./result-words.ts";
import { sayField, titleName } from "./say.ts";

/** With more lanes, which would be indistinguishable, only the total is drawn. */
const LANES = 12;
const LANE = 34;
const BAR = 16;
const TOTAL = 56;
/** The signs above the lines, in as many rows as keep neighbours apart (in percent of the width). */
const SIGN = 17;
const APART = 7;
const FOOT = 24;

type Scale = (day: number) => string;
type Mark = {
  readonly day: number;
  readonly sign: string;
  readonly text: string;
  readonly kind: "award" | "on" | "threshold";
};

export function experiencePicture(
  law: Diploma,
  input: EligibilityInput,
  answer: EligibilityAnswer,
  lang: Lang,
  /** False if the totals are stated beside it. */
  { totals = true }: { readonly totals?: boolean } = {},
): Html | false {
  if (input.experience.length === 0) return false;
  const words = resultWords(lang);
  const countsOf = new Map<string, Counts>(fieldsOf(law).map((entry) => [entry.field, entry.counts]));
  const lines = timelines(input.experience, countsOf);
  const door = doorShown(answer);
  const marks = marksOf(law, input, door, lines.sure, lang);
  const { first, last } = bounds(input, marks);
  const x: Scale = (day) => `${(((day - first) / (last - first)) * 100).toFixed(3)}%`;
  const placed = inRows(marks, x);
  const head = 6 + SIGN * (1 + Math.max(...placed.map(({ row }) => row)));
  const drawn = input.experience.length > LANES ? [] : input.experience;
  const lanes = drawn.map((period, at) => lane(period, at, countsOf.get(period.field) ?? "no", last, x, head, lang));
  const floor = head + lanes.length * LANE;
  const height = floor + TOTAL + FOOT;
  const after = door?.best?.choice.after ?? Number.NEGATIVE_INFINITY;
  const uncounted = input.experience.some(({ from }) => dayNumber(from) <= after);
  return html`<figure class="picture">
<figcaption>${totals ? summary(law, input, door, lines.sure, lang) : `${words.chart.caption(input.experience.length)}.`}</figcaption>
<svg class="timeline" role="img" aria-label="${words.picture}" width="100%" height="${height}">
<defs><pattern id="undecided" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="3" height="6"></rect></pattern></defs>
${years(first, last, x, head, height)}
${lanes.map(({ bar }) => bar)}
${total(lines, last, x, floor)}
${uncounted && html`<rect class="before" x="0" y="${head - 2}" width="${x(after + 1)}" height="${height - head - FOOT + 2}"></rect>`}
${lanes.map(({ label }) => label)}<text x="0" y="${floor + 13}">${words.chart.total}</text>
${placed.map((mark) => line(mark, x, height))}
</svg>
${legend(marks, { undecided: hasUndecided(input.experience, countsOf), before: uncounted ? door!.door.door : undefined }, lang)}
${input.experience.length > LANES && html`<p>${words.chart.tooMany(LANES)}</p>`}
<details class="ds-details"><summary>${words.chart.table}</summary><div>${periodTable(law, input, countsOf, lang)}</div></details>
</figure>`;
}

function hasUndecided(periods: readonly Period[], countsOf: ReadonlyMap<string, Counts>): boolean {
  return periods.some(({ field }) => countsOf.get(field) === "undecided");
}

/** The door whose threshold is drawn: one that its experience opened, else the next to open, else the nearest. */
function doorShown({ doors }: EligibilityAnswer): DoorAnswer | undefined {
  const counting = doors.filter((door) => door.experience && door.best);
  const met = counting.find((door) => door.outcome === "met");
  const next = counting
    .filter((door) => door.reachedOn !== null)
    .sort((a, b) => (a.reachedOn! < b.reachedOn! ? -1 : 1))[0];
  return met ?? next ?? counting.sort((a, b) => a.experience!.missing - b.experience!.missing)[0];
}

function thresholdOf(law: Diploma, door: DoorAnswer | undefined, sure: Timeline): number | undefined {
  if (!door?.best) return undefined;
  const { required } = readDoors(law).find(({ entry }) => entry.door === door.door.door)!;
  const day = dayReached(sure, door.best.choice.after, required);
  return day <= dayNumber(LAST_DAY) ? day : undefined;
}

function marksOf(
  law: Diploma,
  input: EligibilityInput,
  door: DoorAnswer | undefined,
  sure: Timeline,
  lang: Lang,
): Mark[] {
  const { chart } = resultWords(lang);
  const awards = input.titles.map((title, index): Mark => {
    const { title: named, kind, awardedOn } = title;
    const name = named ?? titleName(law, { item: 0, ...(kind !== undefined && { kind }) }, lang);
    return { day: dayNumber(awardedOn), sign: letter(index), text: chart.award(name, awardedOn), kind: "award" };
  });
  const threshold = thresholdOf(law, door, sure);
  return [
    ...awards,
    { day: dayNumber(input.on), sign: "●", text: chart.onDay(input.on), kind: "on" },
    ...(threshold === undefined
      ? []
      : [
          {
            day: threshold,
            sign: "★",
            text: chart.thresholdDay(door!.door.door, dayOf(threshold)),
            kind: "threshold",
          } as const,
        ]),
  ];
}

/** A, B … Z, AA, AB. */
function letter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letter(Math.floor(index / 26) - 1) + letter(index % 26);
}

/** The whole years around all that is drawn. */
function bounds(input: EligibilityInput, marks: readonly Mark[]): { first: number; last: number } {
  const starts = [...input.experience.map(({ from }) => from), ...marks.map(({ day }) => dayOf(day))].sort();
  const ends = [...input.experience.flatMap(({ to }) => to ?? []), ...marks.map(({ day }) => dayOf(day))].sort();
  return {
    first: dayNumber(`${starts[0]!.slice(0, 4)}-01-01`),
    last: dayNumber(`${ends.at(-1)!.slice(0, 4)}-12-31`) + 1,
  };
}

function years(first: number, last: number, x: Scale, head: number, height: number): Html {
  const from = +dayOf(first).slice(0, 4);
  const to = +dayOf(last - 1).slice(0, 4);
  const step = [1, 2, 5, 10, 20, 50, 100].find((one) => (to - from) / one <= 5) ?? 100;
  const ticks: number[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) ticks.push(year);
  return html`${ticks.map((year) => {
    const place = x(dayNumber(`${year}-01-01`));
    return html`<line class="year" x1="${place}" x2="${place}" y1="${head}" y2="${height - FOOT}"></line><text x="${place}" y="${height - 6}" dx="3">${year}</text>`;
  })}`;
}

type Lane = { readonly bar: Html; readonly label: Html };

function lane(period: Period, row: number, counts: Counts, last: number, x: Scale, head: number, lang: Lang): Lane {
  const top = head + row * LANE;
  const start = dayNumber(period.from);
  const end = period.to === null ? last : Math.min(last, dayNumber(period.to) + 1);
  const height = Math.max(3, BAR * period.share);
  const percent = `${sayNumber(Math.round(period.share * 1000) / 10, lang)}${lang === "fr" ? "\u00a0%" : "%"}`;
  const late = Number.parseFloat(x(start)) > 70;
  const width = Math.max(0.4, Number.parseFloat(x(end)) - Number.parseFloat(x(start)));
  return {
    bar: html`<rect class="${counts}" x="${x(start)}" y="${top + 15 + BAR - height}" width="${width.toFixed(3)}%" height="${height}"></rect>`,
    label: html`<text x="${late ? x(end) : x(start)}" y="${top + 11}" ${late && html`text-anchor="end"`}>${row + 1} · ${percent}</text>`,
  };
}

/** The daily total as the rule counts it: at most full time. */
function total(lines: { sure: Timeline; wide: Timeline }, last: number, x: Scale, top: number): Html {
  const full = TOTAL - 20;
  const floor = top + TOTAL - 2;
  const steps = (line: Timeline, name: string) =>
    line.map(({ start, rate: tenThousandths }, index) => {
      const rate = tenThousandths / FULL;
      const end = Math.min(last, line[index + 1]?.start ?? last);
      if (rate === 0 || start >= last) return false;
      const width = Number.parseFloat(x(end)) - Number.parseFloat(x(start));
      return html`<rect class="${name}" x="${x(start)}" y="${floor - full * rate}" width="${width.toFixed(3)}%" height="${full * rate}"></rect>`;
    });
  return html`<line class="full" x1="0" x2="100%" y1="${floor - full}" y2="${floor - full}"></line>
${steps(lines.wide, "undecided")}${steps(lines.sure, "yes")}
<line class="floor" x1="0" x2="100%" y1="${floor}" y2="${floor}"></line>`;
}

type Placed = Mark & { readonly row: number };

/** Puts each sign into the first row where it does not touch its neighbour. */
function inRows(marks: readonly Mark[], x: Scale): Placed[] {
  const ends: number[] = [];
  return [...marks]
    .sort((a, b) => a.day - b.day)
    .map((mark) => {
      const place = Number.parseFloat(x(mark.day));
      const free = ends.findIndex((end) => place - end >= APART);
      const row = free === -1 ? ends.length : free;
      ends[row] = place;
      return { ...mark, row };
    });
}

function line({ day, sign, kind, row }: Placed, x: Scale, height: number): Html {
  const place = x(day);
  const side = Number.parseFloat(place) > 90 ? "end" : Number.parseFloat(place) < 5 ? "start" : "middle";
  const baseline = SIGN * (row + 1) - 2;
  return html`<line class="${kind}" x1="${place}" x2="${place}" y1="${baseline + 3}" y2="${height - FOOT}"></line><text class="sign" x="${place}" y="${baseline}" text-anchor="${side}">${sign}</text>`;
}

type Keys = { readonly undecided: boolean; readonly before: string | undefined };

function legend(marks: readonly Mark[], { undecided, before }: Keys, lang: Lang): Html {
  const { chart } = resultWords(lang);
  const key = (name: string, label: string) =>
    html`<li><svg class="timeline key" width="22" height="12" aria-hidden="true">${name === "before" && html`<rect class="yes" width="22" height="12"></rect>`}<rect class="${name}" width="22" height="12"></rect></svg> ${label}</li>`;
  return html`<ul class="legend">
${marks.map(({ sign, text }) => html`<li><b aria-hidden="true">${sign}</b> ${text}</li>`)}
${key("yes", chart.sure)}${undecided && key("undecided", chart.undecided)}${key("no", chart.not)}${before !== undefined && key("before", chart.before(before))}
</ul>`;
}

/** The content of the picture in a sentence. */
function summary(
  law: Diploma,
  input: EligibilityInput,
  door: DoorAnswer | undefined,
  sure: Timeline,
  lang: Lang,
): string {
  const { chart } = resultWords(lang);
  const start = `${chart.caption(input.experience.length)}.`;
  if (!door?.experience) return `${start} ${chart.none}`;
  const { counted, required, wide } = door.experience;
  const inWords = (days: number) => sayFullTime(days, law.experience!.year.days, lang);
  const reaches = (sure.at(-1)?.rate ?? 0) !== 0 || counted >= required;
  return [
    start,
    chart.counted(door.door.door, inWords(counted), inWords(required)),
    wide > counted && chart.wide(inWords(wide)),
    !reaches && door.reachedOn === null && chart.neverReached,
  ]
    .filter(Boolean)
    .join(" ");
}

function periodTable(law: Diploma, input: EligibilityInput, countsOf: ReadonlyMap<string, Counts>, lang: Lang): Html {
  const { chart } = resultWords(lang);
  const says: Readonly<Record<Counts, string>> = { yes: chart.sure, undecided: chart.undecided, no: chart.not };
  const rows = input.experience.map(({ from, to, share, field }, index) => [
    String(index + 1),
    sayDay(from, lang),
    to === null ? chart.ongoing : sayDay(to, lang),
    `${sayNumber(Math.round(share * 10_000) / 100, lang)}${lang === "fr" ? "\u00a0%" : "%"}`,
    sayField(law, field, lang),
    says[countsOf.get(field) ?? "no"],
  ]);
  return table({ id: "periods-table", caption: chart.table, head: chart.tableHead, rows, numeric: [3], stacks: true });
}
