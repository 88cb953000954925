/**
 * What is to be declared of one person, or of a year's rate: one line for each event that a portal asks, with its values, and by when. Pure.
 *
 * Only half-days that are countersigned give a value. Where one is not, the value is unknown and the half-day is named: somebody there on
 * Monday 7 December, whose list is signed on the 9th, entered on the 7th; due three working days later, Thursday 10 December.
 */
import { addDays, addYears, type Day, daysInMonth } from "../../../kit/day.ts";
import { addWorkdays } from "../../../kit/holidays.ts";
import type { DeclareEntry, PortalEntry, PortalEvent, PortalField } from "../../../law/portals.ts";

export type Values = Readonly<Partial<Record<PortalField, string | number | null>>>;
/** A half-day that nobody countersigned; `there`: the list says that the person was. Otherwise no list was kept. */
type Unsigned = { readonly on: Day; readonly lesson: string; readonly there: boolean };

export type Line = {
  readonly portal: string;
  readonly declare: string;
  readonly event: PortalEvent;
  /** A month; empty where there is one of its kind. */
  readonly part: string;
  readonly happenedOn: Day;
  readonly dueOn: Day | null;
  readonly values: Values;
  readonly unsigned: readonly Unsigned[];
};

/** Minutes are of units that are billed, but those of half-days: of all. */
export type PersonFacts = {
  readonly name: string;
  /** By portal: the file's number there, where somebody of that portal pays; null where it is not known. */
  readonly numbers: ReadonlyMap<string, string | null>;
  readonly halfDays: readonly { readonly on: Day; readonly minutes: number }[];
  readonly unsigned: readonly Unsigned[];
  /** Days of lessons that they were to follow. */
  readonly lessonDays: readonly Day[];
  /** They followed hours before this service kept them. */
  readonly earlier: boolean;
  /** The planned end. */
  readonly endsOn: Day;
  readonly ended: { readonly kind: string; readonly on: Day } | null;
  readonly done: number | null;
  readonly planned: number | null;
};

type Given = { readonly portals: readonly PortalEntry[]; readonly holidays: string; readonly today: Day };

export function linesOfPerson(facts: PersonFacts, { portals, holidays, today }: Given): Line[] {
  const left = leftOn(facts, today);
  return portals.flatMap((portal) =>
    !facts.numbers.has(portal.portal)
      ? []
      : portal.declares.flatMap((entry) =>
          happenings(facts, entry, { left, today }).map(({ part = "", on, values, unsigned }): Line => {
            const common = { person: facts.name, number: facts.numbers.get(portal.portal) ?? null };
            return {
              portal: portal.portal,
              declare: entry.declare,
              event: entry.event,
              part,
              happenedOn: on,
              dueOn: dueDay(entry, on, holidays),
              values: asked(entry, { ...common, ...values }),
              unsigned,
            };
          }),
        ),
  );
}

function dueDay({ within }: Pick<DeclareEntry, "within">, on: Day, holidays: string): Day | null {
  if (!within) return null;
  return within.working ? addWorkdays(holidays, on, within.days) : addDays(on, within.days);
}

/** Those of the entry, in its order. */
function asked({ fields }: DeclareEntry, values: Values): Values {
  return Object.fromEntries(fields.map(({ field }) => [field, values[field] ?? null]));
}

/** The day on which training ended: a departure, or the last planned day once it is past. */
function leftOn({ ended, endsOn }: PersonFacts, today: Day): Day | undefined {
  if (ended) return ended.on <= today ? ended.on : undefined;
  return endsOn < today ? endsOn : undefined;
}

type Happened = {
  readonly part?: string;
  readonly on: Day;
  readonly values: Values;
  readonly unsigned: readonly Unsigned[];
};
type Until = { readonly left: Day | undefined; readonly today: Day };

function happenings(facts: PersonFacts, entry: DeclareEntry, until: Until): readonly Happened[] {
  if (entry.event === "entry") return entered(facts);
  if (entry.event === "month") return months(facts, until);
  const came = facts.earlier || facts.halfDays.length > 0 || facts.unsigned.some(({ there }) => there);
  // Who never came had no entry, and has no exit.
  if (until.left === undefined || !came) return [];
  if (entry.event === "exit") return [{ on: until.left, values: { "left-on": until.left }, unsigned: [] }];
  return entry.event === "done" ? [followed(facts, entry, until.left)] : [];
}

/** Who began elsewhere was declared there. */
function entered({ halfDays, unsigned, earlier }: PersonFacts): Happened[] {
  const signed = halfDays[0]?.on;
  const attended = unsigned.filter(({ there }) => there);
  const first = [...(signed === undefined ? [] : [signed]), ...attended.map(({ on }) => on)].toSorted()[0];
  if (first === undefined || earlier) return [];
  const known = first === signed;
  return [
    {
      on: first,
      values: { "entered-on": known ? first : null },
      unsigned: known ? [] : attended.filter(({ on }) => signed === undefined || on < signed),
    },
  ];
}

/** Each calendar month in which there was a lesson for them, once it is over or they left. */
function months({ halfDays, unsigned, lessonDays }: PersonFacts, { left, today }: Until): Happened[] {
  const all = new Set([...lessonDays, ...halfDays.map(({ on }) => on)].map((on) => on.slice(0, 7)));
  return [...all].toSorted().flatMap((month): Happened[] => {
    const [year, number] = month.split("-").map(Number) as [number, number];
    const last = `${month}-${String(daysInMonth(year, number)).padStart(2, "0")}`;
    const on = left !== undefined && left < last ? left : last;
    if (left !== undefined && left < `${month}-01`) return [];
    if (left === on ? on > today : on >= today) return [];
    const within = ({ on: day }: { readonly on: Day }) => day.slice(0, 7) === month && day <= on;
    const minutes = halfDays.filter(within).reduce((sum, one) => sum + one.minutes, 0);
    return [{ part: month, on, values: { month, followed: minutes }, unsigned: unsigned.filter(within) }];
  });
}

/** Rounded down: a share that is said to be whole is whole. */
function followed(facts: PersonFacts, { reasons = [] }: DeclareEntry, left: Day): Happened {
  const { done, planned, ended, unsigned } = facts;
  const of = { on: left, unsigned: unsigned.filter(({ on }) => on <= left) };
  if (done === null || planned === null || planned <= 0)
    return { ...of, values: { reason: null, percent: null, done: null, planned: null, undone: null } };
  const whole = Math.min(done, planned);
  const how = whole === planned ? "whole" : (ended?.kind ?? "absent");
  return {
    ...of,
    values: {
      reason: reasons.find(({ when }) => when.includes(how))?.label.fr ?? null,
      percent: Math.floor((whole * 100) / planned),
      done: whole,
      planned,
      undone: planned - whole,
    },
  };
}

export type RateFacts = {
  readonly year: number;
  /** The day on which the year was first published. */
  readonly publishedOn: Day;
  /** Null where too few people are counted: nothing else is published. */
  readonly rate: {
    readonly asked: number | null;
    readonly answered: number | null;
    readonly numerator: number | null;
    readonly denominator: number | null;
    readonly percent: number | null;
  };
};

export function linesOfRate({ year, publishedOn, rate }: RateFacts, { portals, holidays }: Given): Line[] {
  const { percent, ...counts } = rate;
  return portals.flatMap(({ portal, declares }) =>
    declares
      .filter(({ event }) => event === "insertion")
      .map((entry) => ({
        portal,
        declare: entry.declare,
        event: entry.event,
        part: String(year),
        happenedOn: publishedOn,
        dueOn: dueDay(entry, publishedOn, holidays),
        values: asked(entry, { year, ...counts, rate: percent }),
        unsigned: [],
      })),
  );
}

/** What happened over a year before anybody looked was declared elsewhere, if at all. */
export function isTooOld({ happenedOn }: Pick<Line, "happenedOn">, today: Day): boolean {
  return happenedOn < addYears(today, -1);
}

/** Without these nothing can be typed: what hours give, and no other may guess. The others may be read on the portal. */
const FROM_HOURS: readonly PortalField[] = [
  "entered-on",
  "left-on",
  "reason",
  "percent",
  "done",
  "planned",
  "undone",
  "followed",
];

export function unknownIn(values: Values): readonly PortalField[] {
  return FROM_HOURS.filter((field) => values[field] === null);
}

/** The next day on which time alone may change the lines. */
export function nextLook({ endsOn, ended }: Pick<PersonFacts, "endsOn" | "ended">, today: Day): Day | null {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const nextMonth = addDays(`${today.slice(0, 7)}-${String(daysInMonth(year, month)).padStart(2, "0")}`, 1);
  const days = ended ? [ended.on] : [addDays(endsOn, 1), nextMonth];
  const over = ended ? ended.on <= today : endsOn < today;
  return over ? null : (days.filter((day) => day > today).toSorted()[0] ?? null);
}
