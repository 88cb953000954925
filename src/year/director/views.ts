/** The director's year: from an application to a diploma, hours, days ahead, what is late, and money; each figure with its rows. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { actorName, may, type Permission, WHO_MAY } from "../../act/permissions.ts";
import { addDays, addMonths, type Day, dayNumber } from "../../kit/day.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { endsAt } from "../../kit/zone.ts";
import { KeySchema, oneOf } from "../../law/entry.ts";
import * as output from "./output.ts";
import { missing, STEPS, yearBefore } from "./rules/steps.ts";
import {
  cohortsThere,
  countedKinds,
  type Deadline,
  deadlinesIn,
  diplomasOffered,
  dueKinds,
  hoursByUnit,
  lessonsOfUnit as lessonRows,
  moneyMonths,
  openedIntakes,
  reachedOf,
  waitingKinds,
  waitingTotals,
  whoReached,
} from "./store.ts";

/** The most intakes to choose among, people or lessons listed, and days looked ahead. */
const [INTAKES, LISTED, AHEAD, SOON, MONTHS] = [12, 1_000, 90, 31, 12];

const MonthSchema = Type.String({ pattern: "^2[01][0-9]{2}-(?:0[1-9]|1[0-2])$" });
const daysOf = (month: string) => ({ from: `${month}-01`, until: lastOf(month) });
/** Its last minute, which every clock has. */
const endOf = (day: Day, zone: string): Date => endsAt({ day, time: "23:59" }, zone)!;
const lastOf = (month: string): Day => addDays(addMonths(`${month}-01`, 1), -1);

export const seeFunnel = defineView({
  name: "seeFunnel",
  label: { fr: "Voir le chemin des candidats d’une campagne", en: "See how far the candidates of an intake came" },
  who: "see the year",
  form: Type.Object({ intake: Type.Optional(Id), month: Type.Optional(MonthSchema) }, closed),
  output: output.seeFunnel,
  async read({ tx, at: clock, today: really, zone, input }) {
    // At the end of a month that is over, as it was then.
    const last = input.month === undefined ? really : lastOf(input.month);
    const today = last < really ? last : really;
    const at = today < really ? endOf(today, zone) : clock;
    const intakes = await openedIntakes(tx, zone, INTAKES);
    const intake =
      input.intake === undefined
        ? intakes.find(({ opensOn }) => opensOn <= today)
        : intakes.find(({ id }) => id === input.intake);
    if (!intake && input.intake !== undefined) return undefined;
    const earlier = intake && yearBefore(intakes, intake);
    const earlierOn = earlier && addDays(earlier.opensOn, dayNumber(today) - dayNumber(intake.opensOn));
    const now = intake && (await reachedOf(tx, { intake: intake.id, until: at, zone }));
    const until = earlierOn === undefined ? undefined : endsAt({ day: earlierOn, time: "23:59" }, zone);
    const before =
      earlier && until !== undefined ? await reachedOf(tx, { intake: earlier.id, until, zone }) : undefined;
    return {
      intakes,
      intake: intake ?? null,
      earlier: earlier ?? null,
      earlierOn: earlierOn ?? null,
      asOf: today,
      steps: now ? STEPS.map((step) => ({ step, count: now[step], before: before?.[step] ?? null })) : [],
      carried: now?.carried ?? 0,
    };
  },
});

export const whoReachedStep = defineView({
  name: "whoReachedStep",
  label: { fr: "Voir qui est arrivé à une étape", en: "See who reached a step" },
  who: "see the year",
  form: Type.Object({ intake: Id, step: oneOf(...STEPS), month: Type.Optional(MonthSchema) }, closed),
  output: output.whoReachedStep,
  async read({ tx, at: clock, today, zone, input: { month, ...input } }) {
    const last = month === undefined ? today : lastOf(month);
    const at = last < today ? endOf(last, zone) : clock;
    const intake = (await openedIntakes(tx, zone, INTAKES)).find(({ id }) => id === input.intake);
    if (!intake) return undefined;
    const people = await whoReached(tx, { ...input, until: at, zone }, LISTED + 1);
    return { intake, people: people.slice(0, LISTED), more: people.length > LISTED };
  },
});

export const seeHoursByUnit = defineView({
  name: "seeHoursByUnit",
  label: { fr: "Voir les heures tenues, prévues et manquantes", en: "See the hours held, planned and missing" },
  who: "see the year",
  form: Type.Object({ cohort: Type.Optional(Id) }, closed),
  output: output.seeHoursByUnit,
  async read({ tx, today, law: lawOf, input }) {
    const all = await hoursByUnit(tx, today);
    const there = await cohortsThere(tx, today);
    const cohorts = there.filter(({ id }) => input.cohort === undefined || id === input.cohort);
    return {
      cohorts: cohorts.map(({ diploma, lawVersion, ...cohort }) => {
        const law = lawOf(diploma, { version: lawVersion });
        const named = law?.diploma.domains.flatMap(({ units }) => units) ?? [];
        const order = new Map(named.map(({ unit }, nth) => [unit, nth]));
        const labels = new Map(named.map(({ unit, label }) => [unit, label]));
        const units = all
          .filter((one) => one.cohort === cohort.id)
          .toSorted((a, b) => (order.get(a.unit) ?? named.length) - (order.get(b.unit) ?? named.length))
          .map(({ cohort: _of, ...one }) => ({
            ...one,
            missing: missing(one),
            label: labels.get(one.unit) ?? { fr: one.unit, en: one.unit },
          }));
        return { ...cohort, units };
      }),
    };
  },
});

export const lessonsOfUnit = defineView({
  name: "lessonsOfUnit",
  label: { fr: "Voir les séances d’une unité", en: "See the lessons of a unit" },
  who: "see the year",
  form: Type.Object({ cohort: Id, unit: KeySchema }, closed),
  output: output.lessonsOfUnit,
  async read({ tx, today, law: lawOf, input }) {
    const cohort = (await cohortsThere(tx, today)).find(({ id }) => id === input.cohort);
    if (!cohort) return undefined;
    const law = lawOf(cohort.diploma, { version: cohort.lawVersion });
    const units = law?.diploma.domains.flatMap((domain) => domain.units) ?? [];
    const rows = await lessonRows(tx, input, LISTED + 1);
    const lessons = rows.slice(0, LISTED).map(({ apart, signed, noted, ...one }) => {
      const past = signed ? "held" : noted ? "unsigned" : "unnoted";
      const state: typeof past | "planned" | "apart" = apart ? "apart" : one.on >= today ? "planned" : past;
      return { ...one, state };
    });
    const label = units.find(({ unit }) => unit === input.unit)?.label ?? { fr: input.unit, en: input.unit };
    return { cohort: cohort.name, label, lessons, more: rows.length > LISTED };
  },
});

export const seeDeadlines = defineView({
  name: "seeDeadlines",
  label: { fr: "Voir les échéances de l’école et ce qui est en retard", en: "See the days ahead and what is late" },
  who: "see the year",
  form: Type.Object({ month: Type.Optional(MonthSchema) }, closed),
  output: output.seeDeadlines,
  async read({ tx, today, zone, actor, law: lawOf, input: { month } }) {
    const days = month === undefined ? { from: today, until: addDays(today, AHEAD) } : daysOf(month);
    const registered = (await diplomasOffered(tx)).flatMap((diploma): Deadline[] => {
      const known = lawOf(diploma, { on: today })?.diploma;
      const on = known?.registration.until;
      if (known === undefined || on === undefined || on < days.from || on > days.until) return [];
      return [{ kind: "registration-ends", id: diploma, on, name: known.label }];
    });
    const waited = { permissions: PERMISSIONS, today, until: addDays(today, SOON) };
    const mine = { permissions: PERMISSIONS.filter((one) => may(actor, one)), me: actorName(actor), today };
    return {
      ...days,
      dates: [...(await deadlinesIn(tx, { ...days, zone })), ...registered].toSorted((a, b) =>
        a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
      ),
      due: await dueKinds(tx, { ...mine, ...days }, LISTED),
      waiting: await waitingKinds(tx, waited),
      totals: await waitingTotals(tx, { ...waited, mine: mine.permissions, me: mine.me }),
    };
  },
});

const PERMISSIONS = Object.keys(WHO_MAY) as Permission[];

export const countWaiting = defineView({
  name: "countWaiting",
  label: { fr: "Compter ce qui m’attend, par sorte", en: "Count what waits for me, by kind" },
  who: "see the year",
  form: Type.Object({ keys: Type.Array(KeySchema, { maxItems: 50, uniqueItems: true }) }, closed),
  output: output.countWaiting,
  async read({ tx, today, actor, input: { keys } }) {
    const permissions = PERMISSIONS.filter((one) => may(actor, one));
    return { kinds: await countedKinds(tx, { keys, permissions, me: actorName(actor), today }) };
  },
});

export const seeMoneyByMonth = defineView({
  name: "seeMoneyByMonth",
  label: { fr: "Voir ce qui est demandé et reçu par mois", en: "See what is asked for and received by month" },
  who: "see the accounts",
  form: Type.Object({ month: Type.Optional(MonthSchema) }, closed),
  output: output.seeMoneyByMonth,
  async read({ tx, today, input: { month = today.slice(0, 7) } }) {
    const first = addMonths(`${month}-01`, 1 - MONTHS);
    const last = lastOf(month);
    const moved = await moneyMonths(tx, { from: first, until: last < today ? last : today });
    const found = new Map(moved.map((one) => [one.month, one]));
    const months = Array.from({ length: MONTHS }, (_, nth) => addMonths(first, nth).slice(0, 7));
    return { months: months.map((month) => found.get(month) ?? { month, charged: 0, received: 0 }) };
  },
});
