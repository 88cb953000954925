/** Applications by week beside last year's, and how many came from a question to an enrolment. */
import { type Counted, COUNTED } from "../../act/counting.ts";
import { may } from "../../act/permissions.ts";
import { addDays, type Day, mondayOf } from "../../kit/day.ts";
import { inBoth } from "../../kit/in-both.ts";
import { plural, sayDay, sayNumber } from "../../kit/lang.ts";
import { see } from "../../page/acting.ts";
import { barsDrawn, figure, type Figures, weeksDrawn, yearsBar } from "../../page/figures.ts";
import { seeWeeklyCounts } from "../figures/views.ts";

const figureWords = inBoth({
  weeks: ["Dossiers déposés par semaine", "Applications by week"],
  weeksSay: (now: number, before: number) => [
    `${sayNumber(now, "fr")} ${plural(now, "dossier", "dossiers", "fr")} en douze semaines, ${sayNumber(before, "fr")} un an avant (en pointillé).`,
    `${sayNumber(now, "en")} ${plural(now, "application", "applications", "en")} in twelve weeks, ${sayNumber(before, "en")} a year before (dashed).`,
  ],
  week: ["Semaine du", "Week of"],
  now: ["Cette année", "This year"],
  before: ["Un an avant", "A year before"],
  way: ["De la question à l’inscription", "From question to enrolment"],
  waySays: [
    "Les douze derniers mois\u00a0; dessous et entre parenthèses, les douze d’avant.",
    "The last twelve months; below and in brackets, the twelve before.",
  ],
  steps: {
    question: ["Questions posées", "Questions asked"],
    application: ["Dossiers déposés", "Applications handed in"],
    interview: ["Entretiens menés", "Interviews held"],
    admission: ["Places acceptées", "Places accepted"],
    training: ["Inscriptions", "Enrolments"],
  },
});

/** Whole years of weeks, so that the same week of the year before begins on a Monday too. */
const YEAR = 52 * 7;
const WEEKS = 12;

export const countFigures: Figures = async (visit) => {
  const { actor, lang, today } = visit;
  if (!may(actor, seeWeeklyCounts.who)) return [];
  const monday = mondayOf(today);
  const first = addDays(monday, 7 - 2 * YEAR);
  const seen = await see(visit, seeWeeklyCounts, { from: first, until: monday });
  if (!seen || seen.weeks.length === 0) return [];
  const words = figureWords[lang];
  const counts = new Map(seen.weeks.map(({ week, step, count }) => [`${week} ${step}`, count]));
  const of = (step: Counted, week: Day) => counts.get(`${week} ${step}`) ?? 0;
  const sum = (step: Counted, from: Day) =>
    seen.weeks.reduce(
      (all, one) => (one.step === step && one.week >= from && one.week < addDays(from, YEAR) ? all + one.count : all),
      0,
    );
  const weeks = Array.from({ length: WEEKS }, (_, index) => addDays(monday, 7 * (index + 1 - WEEKS))).map((week) => ({
    week,
    label: `${week.slice(8)}/${week.slice(5, 7)}`,
    count: of("application", week),
    before: of("application", addDays(week, -YEAR)),
  }));
  const total = (which: "count" | "before") => weeks.reduce((all, week) => all + week[which], 0);
  const steps = COUNTED.map((step) => ({ step, now: sum(step, addDays(first, YEAR)), before: sum(step, first) }));
  const most = Math.max(...steps.flatMap(({ now, before }) => [now, before]));
  return [
    figure(
      {
        id: "by-week",
        title: words.weeks,
        says: words.weeksSay(total("count"), total("before")),
        drawing: weeksDrawn(weeks, lang),
        table: {
          head: [words.week, words.now, words.before],
          rows: weeks.map(({ week, count, before }) => [
            sayDay(week, lang),
            sayNumber(count, lang),
            sayNumber(before, lang),
          ]),
        },
      },
      lang,
    ),
    figure(
      {
        id: "by-step",
        title: words.way,
        says: words.waySays,
        drawing: barsDrawn(
          steps.map(({ step, now, before }) => ({
            label: words.steps[step],
            says: `${sayNumber(now, lang)} (${sayNumber(before, lang)})`,
            bar: yearsBar({ most, now, before }),
          })),
        ),
      },
      lang,
    ),
  ];
};
