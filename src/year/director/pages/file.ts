/** The figures of the director's year as a spreadsheet, a sheet for each. */
import { may } from "../../../act/permissions.ts";
import { seeAgeGroups } from "../../../billing/ages/views.ts";
import { ageWords } from "../../../billing/ages/words.ts";
import { capital } from "../../../kit/typography.ts";
import { readTogether, see } from "../../../page/acting.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { seeDeadlines, seeFunnel, seeHoursByUnit, seeMoneyByMonth } from "../views.ts";
import { linesAhead } from "./ahead.ts";
import { askedOf } from "./asked.ts";
import { directorRoutes } from "./routes.ts";
import { saidKinds, sayMonth } from "./said.ts";
import { directorWords } from "./words.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Value = string | number | Date | null;
type Sheet = { readonly sheet: string; readonly head: readonly string[]; readonly rows: readonly (readonly Value[])[] };

export const directionFile: Page = {
  name: "annee-direction-xlsx",
  path: directorRoutes.file.path,
  who: "see the year",
  view: (visit): Promise<PageResult> =>
    readTogether(visit, async (visit) => {
      const sheets = await sheetsOf(visit, askedOf(visit));
      if (!sheets) return { notFound: true };
      return { file: await spreadsheet(sheets), type: XLSX, name: `direction-${visit.today}.xlsx` };
    }),
};

/** The same figures as the page, by the same views. */
async function sheetsOf(visit: Visit, asked: ReturnType<typeof askedOf>): Promise<readonly Sheet[] | undefined> {
  const { lang, actor } = visit;
  const words = directorWords[lang];
  const ofMonth = asked.month === undefined ? {} : { month: asked.month };
  const [funnel, hours, ahead] = [
    await see(visit, seeFunnel, asked),
    await see(visit, seeHoursByUnit, {}),
    await see(visit, seeDeadlines, ofMonth),
  ];
  if (!funnel || !hours || !ahead) return undefined;
  const { head } = words.hours;
  const amounts = may(actor, seeMoneyByMonth.who);
  const months = amounts ? await see(visit, seeMoneyByMonth, ofMonth) : undefined;
  const ages = amounts ? await see(visit, seeAgeGroups, {}) : undefined;
  const day = (one: string) => new Date(`${one}T00:00:00Z`);
  return [
    {
      sheet: words.sheets.funnel,
      head: [words.funnel.head.intake, words.funnel.head.step, words.funnel.head.now, words.funnel.head.before],
      rows: funnel.steps.map(({ step, count, before }) => [
        funnel.intake?.label[lang] ?? null,
        words.funnel.steps[step],
        count,
        before,
      ]),
    },
    {
      sheet: words.sheets.hours,
      head: [
        head.cohort,
        head.unit,
        head.due,
        head.held,
        head.unsigned,
        head.unnoted,
        head.planned,
        head.missing,
        head.apart,
      ],
      rows: hours.cohorts.flatMap(({ name, units }) =>
        units.map((one) => [
          name,
          capital(one.label[lang]),
          ...[one.due, one.held, one.unsigned, one.unnoted, one.planned, one.missing, one.apart].map(inHours),
        ]),
      ),
    },
    {
      sheet: words.sheets.ahead,
      head: [words.ahead.day, words.ahead.what, words.ahead.name],
      rows: linesAhead(visit, ahead).map(({ on, what, name }) => [day(on), what, name]),
    },
    {
      sheet: words.sheets.waiting,
      head: Object.values(words.waiting.head),
      rows: saidKinds(visit, ahead.waiting).map(({ says, roles, late, soon, first }) => [
        says,
        roles,
        late,
        soon,
        day(first),
      ]),
    },
    ...(months
      ? [
          {
            sheet: words.sheets.months,
            head: [words.money.month, words.money.charged, words.money.received],
            rows: months.months.map(({ month, charged, received }) => [
              capital(sayMonth(month, lang)),
              charged / 100,
              received / 100,
            ]),
          },
        ]
      : []),
    ...(ages
      ? [
          {
            sheet: words.sheets.owed,
            head: ageWords(lang).head,
            rows: ages.groups.map(({ age, today, soon }) => [
              ageWords(lang).ages[age],
              today.amount / 100,
              today.count,
              soon.amount / 100,
              soon.count,
            ]),
          },
        ]
      : []),
  ];
}

const inHours = (minutes: number) => Math.round((minutes * 100) / 60) / 100;

/** Hours and amounts are numbers and days are days, so that they can be added and sorted. */
async function spreadsheet(sheets: readonly Sheet[]): Promise<Buffer> {
  // Loaded when it is asked for.
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  return writeXlsxFile(
    sheets.map(({ sheet, head, rows }) => ({
      sheet,
      data: [head.map((value) => ({ value, fontWeight: "bold" as const })), ...rows.map((row) => row.map(cell))],
      columns: head.map((value) => ({ width: Math.max(14, value.length + 2) })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

function cell(value: Value) {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: "dd/mm/yyyy" };
  return typeof value === "number" ? { value, type: Number } : { value, type: String };
}
