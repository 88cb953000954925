/**
 * The BPF (cerfa 10443*17): money document by document, then people. A frame is a table with a row for each enrolment, its
 * cells counted one after the other.
 */
import type { BpfAnswer, BpfInput, BpfLine, Cell, Enrolment, PeopleHours } from "./contract-figures.ts";
import { numberOf } from "./days.ts";
import { part, pct } from "./quotients.ts";

/** The lines in the form's order, and who pays on each. */
const LINES: readonly [line: string, ...sources: string[]][] = [
  ["1", "employer-plan"],
  ["2a"],
  ["2b"],
  ["2c", "reconversion"],
  ["2d", "transition"],
  ["2e", "cpf"],
  ["2f", "job-seekers-fund"],
  ["2g", "self-employed-fund"],
  ["2h", "opco"],
  ["3", "employer-public"],
  ["4"],
  ["5", "state"],
  ["6", "region"],
  ["7", "france-travail"],
  ["8"],
  ["9", "personal"],
  ["10", "other-body"],
  ["11", "fees"],
];
const STATUS_CELLS: readonly [cell: string, ...statuses: string[]][] = [
  ["a", "private-employee"],
  ["b", "apprentice"],
  ["c", "job-seeker"],
  ["d", "own-cost"],
  ["e", "public-employee", "self-employed", "other"],
];
const GOALS = "rncp-6-8 rncp-5 rncp-4 rncp-3 rncp-2 rncp-cqp rs cqp other skills-assessment vae".split(" ");
const CODES_SHOWN = 5;
const OTHERS = "others";

/** An enrolment of the year, with its minutes in it. */
type Followed = { of: Enrolment; minutes: number };
/** Of a frame, whose minutes stand in which cell. */
type Entry = { person: string; cell: string; minutes: number };

export function bpf(input: BpfInput): BpfAnswer {
  const sums = LINES.map(([line, ...sources]) => ({ line, cents: centsOf(input, sources) }));
  const followed = input.enrolments.flatMap((of) => followedIn(input, of));
  const own = followed.filter(({ of }) => of.entrustedBy === undefined);
  const codes = codesOf(own);

  const frame = (cells: readonly string[], cellOf: (enrolment: Enrolment) => string) =>
    frameOf(
      cells,
      own.map(({ of, minutes }) => ({ person: of.person, cell: cellOf(of), minutes })),
      input.count === "enrolment",
    );
  const headed = (list: readonly Followed[]): PeopleHours => ({
    people: input.count === "enrolment" ? list.length : new Set(list.map(({ of }) => of.person)).size,
    hours: hoursOf(list),
  });
  const entrustedToUs = followed.filter(({ of }) => of.entrustedBy !== undefined);
  return {
    id: input.id,
    C: frameC(input, sums),
    D: {
      total: euros(input.charges.total),
      trainerSalaries: euros(input.charges.trainerSalaries),
      purchases: euros(input.charges.purchases),
    },
    E: { staff: taught(input, "staff"), external: taught(input, "external") },
    F1: frame(
      STATUS_CELLS.map(([cell]) => cell),
      ({ status }) => STATUS_CELLS.find(([, ...statuses]) => statuses.includes(status))![0],
    ),
    F2: headed(own.filter(({ of }) => of.entrustedTo !== undefined)),
    F3: frame(GOALS, ({ goal }) => goal),
    F4: frame([...codes, OTHERS], ({ speciality }) => (codes.includes(speciality) ? speciality : OTHERS)),
    totals: headed(own),
    G: headed(entrustedToUs),
    findings: findings(input, sums, own, entrustedToUs),
  };
}

type Sum = { line: string; cents: number };

export function negativeLines(input: BpfInput): string[] {
  return LINES.filter(([, ...sources]) => centsOf(input, sources) < 0).map(([line]) => line);
}

// ---- C

function centsOf({ lines, declared = [], recognition = "period", to }: BpfInput, sources: string[]): number {
  const come = lines
    .filter(({ source }) => sources.includes(source))
    .map((line) => (recognition === "issued" ? whole(line, to) : performed(line, to)));
  const deposited = declared.filter(({ source }) => sources.includes(source)).map(({ amount }) => -amount);
  return add([...come, ...deposited]);
}

function signed({ kind, amount }: BpfLine): number {
  return kind === "credit" ? -amount : amount;
}

function whole(line: BpfLine, to: string): number {
  return line.on > to ? 0 : signed(line);
}

function performed(line: BpfLine, to: string): number {
  if (line.period === undefined) return whole(line, to);
  const [first, last, end] = [line.period.from, line.period.to, to].map(numberOf) as [number, number, number];
  const days = Math.min(last, end) - first + 1;
  return days <= 0 ? 0 : part(signed(line), days, last - first + 1);
}

function frameC({ otherTurnover = 0 }: BpfInput, sums: Sum[]): BpfAnswer["C"] {
  const lines = sums.map(({ line, cents }) => ({ line, euros: euros(cents) }));
  const sum = add(sums.map(({ cents }) => cents));
  const turnover = sum + otherTurnover;
  return {
    lines,
    two: add(lines.filter(({ line }) => line.startsWith("2")).map((one) => one.euros)),
    total: add(lines.map((one) => one.euros)),
    share: sum <= 0 || turnover <= 0 ? null : pct(sum, turnover),
  };
}

function euros(cents: number): number {
  return part(cents, 1, 100);
}

function findings(input: BpfInput, sums: Sum[], own: Followed[], entrustedToUs: Followed[]): string[] {
  const sum = add(sums.map(({ cents }) => cents));
  const total = add(sums.map(({ cents }) => euros(cents)));
  const earns = (wanted: string) => sums.some(({ line, cents }) => line === wanted && cents > 0);
  const selfPaying = own.some(({ of }) => of.status === "own-cost");
  return [
    ...negativeLines(input).map(() => "negative false"),
    ...(total === euros(sum) ? [] : ["rounding true"]),
    ...(sum > 0 && input.charges.total === 0 ? ["no-charges false"] : []),
    ...(earns("10") === entrustedToUs.length > 0 ? [] : ["entrusted false"]),
    ...(earns("9") === selfPaying ? [] : ["own-cost false"]),
  ];
}

// ---- E to G

function taught({ trainers }: BpfInput, row: "staff" | "external"): PeopleHours {
  const there = trainers.filter((one) => one.as === row && one.minutes > 0);
  return { people: new Set(there.map(({ id }) => id)).size, hours: hoursOf(there) };
}

function followedIn({ from, to }: BpfInput, of: Enrolment): Followed[] {
  if (of.from > to || (of.to !== undefined && of.to < from)) return [];
  const inside = of.attended.filter(({ on }) => from <= on && on <= to);
  return [{ of, minutes: add(inside.map(({ minutes }) => minutes)) }];
}

function hoursOf(list: readonly { minutes: number }[]): number {
  return part(add(list.map(({ minutes }) => minutes)), 1, 60);
}

/** The specialities of most minutes; of as many, by their code. */
function codesOf(own: Followed[]): string[] {
  const minutes = new Map<string, number>();
  for (const one of own) minutes.set(one.of.speciality, (minutes.get(one.of.speciality) ?? 0) + one.minutes);
  return [...minutes]
    .sort(([code, most], [other, less]) => less - most || Number(code) - Number(other))
    .slice(0, CODES_SHOWN)
    .map(([code]) => code);
}

function frameOf(cells: readonly string[], entries: Entry[], byEnrolment: boolean): Cell[] {
  const minutesIn = (cell: string, list = entries) =>
    add(list.filter((one) => one.cell === cell).map(({ minutes }) => minutes));
  const heads = byEnrolment ? entries.map(({ cell }) => cell) : homes(cells, entries);

  const minutes = cells.map((cell) => minutesIn(cell));
  const hours = minutes.map((each) => Math.floor(each / 60));
  const rests = minutes.map((each) => each % 60);
  for (let left = hoursOf(entries) - add(hours); left > 0; left--) {
    const largest = rests.indexOf(Math.max(...rests));
    hours[largest]! += 1;
    rests[largest] = -1;
  }
  return cells.map((cell, at) => ({
    cell,
    people: heads.filter((one) => one === cell).length,
    hours: hours[at]!,
  }));
}

/** Where each person is counted: where they spent most of their time, of the cells in which they are enrolled. */
function homes(cells: readonly string[], entries: Entry[]): string[] {
  return [...new Set(entries.map(({ person }) => person))].map((person) => {
    const theirs = entries.filter((one) => one.person === person);
    let home = { cell: "", minutes: -1 };
    for (const cell of cells) {
      const there = theirs.filter((one) => one.cell === cell);
      const minutes = add(there.map((one) => one.minutes));
      if (there.length > 0 && minutes > home.minutes) home = { cell, minutes };
    }
    return home.cell;
  });
}

function add(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
