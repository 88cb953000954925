/** Where a cohort is taught and in which periods: read beside the maquette, and set by the head of training. */
import { may } from "../../../act/permissions.ts";
import { html } from "../../../kit/html.ts";
import { sayDay, sayMinutes } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { dayIn } from "../../../kit/zone.ts";
import { see } from "../../../page/acting.ts";
import type { At } from "../../../page/declared.ts";
import { readNumber } from "../../../page/form-values.ts";
import { button, group, summaryList, table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { day, pick, version } from "../../../page/kinds.ts";
import { typedNumber } from "../../../page/number-kinds.ts";
import { MORE, rows } from "../../../page/rows.ts";
import { planCohort } from "../plan-acts.ts";
import { seeCohortPlan } from "../views.ts";
import { places } from "./places.ts";
import { cohortWords } from "./words.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seeCohortPlan.read>>>;
type Words = ReturnType<typeof cohortWords>["plan"];
type Here = At<Seen, Words, unknown>;

/** As many as the form shows; a program may give more. */
const MOST_PERIODS = 24;

export const cohortPlanPage = formPage({
  name: "promotion-periodes",
  route: places.cohortPlan,
  who: "see the training",
  words: (lang) => cohortWords(lang).plan,
  seen: async (visit, { cohort }) => (isId(cohort) ? see(visit, seeCohortPlan, { cohort }) : undefined),
  form: {
    fields,
    begin: ({ seen }) => ({
      version: seen.plan?.version ?? 0,
      campus: seen.plan?.campus ?? seen.campuses[0]?.campus ?? "",
      periods: (seen.plan?.periods ?? seen.proposed).map(({ place, from, to, units }) => ({
        place: place - 1,
        from,
        to,
        ...Object.fromEntries(units.map(({ minutes }, nth) => [hoursKey(nth), minutes === 0 ? undefined : minutes])),
      })),
    }),
    beside: ({ words }) => button(words.more, { name: "do", value: MORE, variant: "secondary" }),
    act: planCohort,
    input: ({ version: of, campus, periods }, { seen }) => ({
      cohort: seen.cohort.id,
      version: of,
      campus,
      periods: periods.map(({ place: _place, from, to, ...hours }) => ({
        from,
        to,
        units: seen.units.flatMap(({ unit }, nth) => {
          const minutes = (hours as Readonly<Record<string, number | undefined>>)[hoursKey(nth)];
          return minutes === undefined ? [] : [{ unit, minutes }];
        }),
      })),
    }),
    done: "fixe",
  },
  shown: ({ visit, lang, words, seen }, { form, returned }) => {
    const { cohort, plan, campuses, proposed } = seen;
    const sets = may(visit.actor, planCohort.who);
    const site = campuses.find(({ campus }) => campus === plan?.campus)?.name ?? plan?.campus;
    const main = html`${
      plan
        ? html`<p>${words.planned(sayDay(dayIn(new Date(plan.plannedAt), visit.school.timezone), lang))}</p>${summaryList([{ key: words.site, value: site ?? "" }], lang)}`
        : html`<p class="ds-alert" data-color="info">${words.proposal}</p>`
    }
${hoursTable(seen, plan?.periods ?? proposed, words, lang)}
${
  sets &&
  (plan
    ? html`<details class="ds-details"${returned && html` open`}><summary>${words.change}</summary><div><p>${words.changeWhy}</p>${form()}</div></details>`
    : form())
}`;
    const back = places.cohort.to({ cohort: cohort.id });
    return { title: words.heading(cohort.name), lead: words.lead, main, back };
  },
});

/** The label of a unit may have a dot, which is no part of a control's name. */
function hoursKey(nth: number): `hours${number}` {
  return `hours${nth}`;
}

function fields({ lang, words, seen }: Here) {
  const hours = Object.fromEntries(
    seen.units.map(({ unit }, nth) => [
      hoursKey(nth),
      typedNumber({
        label: words.hoursOf(unit),
        fault: words.hoursFault(unit),
        blank: true,
        reads: readHours,
        writes: (minutes) => String(minutes / 60).replace(".", lang === "fr" ? "," : "."),
      }),
    ]),
  );
  const shown = Math.max(seen.plan?.periods.length ?? seen.proposed.length, 1);
  return {
    version: version(),
    campus: pick({ options: seen.campuses.map(({ campus, name }) => ({ value: campus, label: name })) }),
    periods: rows({
      label: words.periods,
      fields: () => ({ from: day({ label: words.fields.from }), to: day({ label: words.fields.to }), ...hours }),
      count: shown,
      most: Math.max(MOST_PERIODS, shown),
      missing: words.none,
      arranged: ({ from, to, ...units }, at) =>
        group(
          { name: at === 0 ? "periods" : `period-${at}`, legend: words.legend(at + 1), errors: [], lang },
          html`<div class="field-row">${from}${to}</div><div class="field-row">${Object.values(units)}</div>`,
        ),
      say: (typed) => typed.map(({ from, to }) => `${from} – ${to}`).join(", "),
    }),
  };
}

/** Hours as typed, in whole minutes. */
function readHours(text: string): number | undefined {
  const hours = readNumber(text);
  const minutes = hours === undefined ? undefined : hours * 60;
  if (minutes === undefined || minutes < 0 || minutes > 1_000_000) return undefined;
  const whole = Math.round(minutes);
  return Math.abs(whole - minutes) < 1e-6 ? whole : undefined;
}

type Periods = Seen["proposed"];

/** The sums stand right above what they must be. */
function hoursTable({ units }: Seen, periods: Periods, words: Words, lang: "fr" | "en") {
  const said = (minutes: number) => (minutes === 0 ? "–" : sayMinutes(minutes, lang));
  const line = (label: string, counts: readonly number[]) => [label, ...counts.map(said), said(sum(counts))];
  const minutesIn = (period: Periods[number]) =>
    units.map(({ unit }) => period.units.find((own) => own.unit === unit)?.minutes ?? 0);
  const sums = units.map((_unit, nth) => sum(periods.map((one) => minutesIn(one)[nth]!)));
  const maquette = units.map(({ minutes }) => minutes);
  return table({
    id: "plan",
    caption: words.caption,
    head: [words.period, ...units.map(({ unit }) => unit), words.total],
    rows: [
      ...periods.map((one) =>
        line(words.numbered(one.place, sayDay(one.from, lang), sayDay(one.to, lang)), minutesIn(one)),
      ),
      line(words.sum, sums),
    ],
    foot: line(words.maquette, maquette),
    numeric: Array.from({ length: units.length + 1 }, (_, nth) => nth + 1),
    stacks: true,
  });
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, one) => total + one, 0);
}
