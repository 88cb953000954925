/**
 * A table of people in training, read line by line: each line is a person, or faults that name their cell. Nothing is written before every
 * line is a person.
 */
import type { Day } from "../../kit/day.ts";
import { type Label, sayList } from "../../kit/lang.ts";
import { addressKey, isAddress, mailboxKey } from "../../kit/mail-address.ts";
import { readDay, type SheetRow } from "../../kit/sheet.ts";
import { nameKey, personKey, readCents, readMinutes } from "./cells.ts";
import {
  type Column,
  columnNamed,
  columnsOf,
  grantKey,
  hoursKey,
  invoicedKey,
  numberKey,
  paidKey,
  payerKey,
  shareKey,
  validatedByKey,
  validatedKey,
} from "./columns.ts";
import { faults } from "./faults.ts";
import { type Brought, type Known, type KnownCohort, type KnownPerson, type Spelt, studiedIn } from "./known.ts";

/** The first line names the columns. */
export type Table = { readonly head: SheetRow; readonly rows: readonly SheetRow[] };

/** `at`: the column, from 0; null where the whole line is meant. `typed`: what stands in the cell. */
type Fault = {
  readonly line: number;
  readonly at: number | null;
  readonly heading: string;
  readonly typed: string;
  readonly said: Label;
};

export type CarriedPerson = {
  readonly line: number;
  readonly identity: {
    readonly birthName: string;
    readonly usedName: string;
    readonly givenNames: string;
    readonly bornOn: Day;
  };
  readonly contact: {
    readonly phone: string;
    readonly street: string;
    readonly postcode: string;
    readonly city: string;
  };
  readonly address: string;
  readonly cohort: KnownCohort;
  readonly givenOn: Day;
  readonly contractOn: Day;
  readonly relief: { readonly on: Day; readonly paper: string; readonly facts: Brought };
  readonly followed: {
    readonly until: Day;
    readonly by: string;
    readonly units: readonly { readonly unit: string; readonly minutes: number }[];
  } | null;
  readonly money: CarriedMoney;
};

type CarriedMoney = {
  /** `payer`: of the register; null of the person. */
  readonly shares: readonly { readonly source: string; readonly amount: number; readonly payer: string | null }[];
  readonly billed: readonly {
    readonly source: string;
    readonly invoiced: number;
    readonly paid: number;
    readonly until: Day;
    readonly number: string | null;
  }[];
};

/** What differs and bars nothing. */
type Note = { readonly line: number; readonly said: Label };

/** People where there is no fault at all. */
export type Read = {
  readonly people: readonly CarriedPerson[];
  readonly faults: readonly Fault[];
  readonly notes: readonly Note[];
};

/** The act writes them in one transaction: some ten seconds at most. */
export const MOST_ROWS = 300;
const LONGEST = { name: 100, line: 200 } as const;

export function readTable(table: Table, known: Known): Read {
  const columns = columnsOf(studiedIn(known.cohorts));
  const found = headFaults(table, columns);
  if (found.length > 0) return { people: [], faults: found, notes: [] };
  const places = new Map(table.head.cells.flatMap((heading, at) => placeOf(columns, heading, at)));
  const lines = table.rows.map((row) => lineOf(row, table.head, places));
  const people = lines.map((line) => personOn(line, known));
  twice(lines, people);
  knownAlready(lines, people, known);
  const all = [...table.rows.flatMap((row) => wideFaults(row, table.head)), ...lines.flatMap((line) => line.faults)];
  const faulty = all.toSorted((a, b) => a.line - b.line || (a.at ?? -1) - (b.at ?? -1));
  const read = faulty.length > 0 ? [] : people.filter((one) => one !== undefined);
  return { people: read, faults: faulty, notes: read.flatMap((one) => priceNote(one, known)) };
}

function placeOf(columns: readonly Column[], heading: string, at: number): [string, Placed][] {
  const column = columnNamed(columns, heading);
  return column ? [[column.key, { column, at }]] : [];
}

type Placed = { readonly column: Column; readonly at: number };

/** What is wrong with the columns: until they are right, no line is read. */
function headFaults({ head, rows }: Table, columns: readonly Column[]): Fault[] {
  const at = (place: number | null, said: Label): Fault => {
    const heading = place === null ? "" : (head.cells[place] ?? "");
    return { line: head.line, at: place, heading, typed: heading, said };
  };
  const named = head.cells.map((heading) => columnNamed(columns, heading));
  const holds = (place: number) => rows.some(({ cells }) => (cells[place] ?? "") !== "");
  return [
    ...(rows.length === 0 ? [at(null, faults.noRows)] : []),
    ...(rows.length > MOST_ROWS ? [at(null, faults.tooMany(MOST_ROWS))] : []),
    ...columns
      .filter((column) => column.needed && !named.includes(column))
      .map(({ label }) => at(null, faults.noColumn(label))),
    ...head.cells.flatMap((heading, place) => {
      if (named[place] === undefined) return heading === "" && !holds(place) ? [] : [at(place, faults.unknownColumn)];
      return named.indexOf(named[place]) < place ? [at(place, faults.columnTwice)] : [];
    }),
  ];
}

function wideFaults({ line, cells }: SheetRow, { cells: headings }: SheetRow): Fault[] {
  const extra = cells.slice(headings.length).find((cell) => cell !== "");
  return extra === undefined ? [] : [{ line, at: null, heading: "", typed: extra, said: faults.tooWide }];
}

/** One line being read: its cells by the key of their column, and what is found wrong with them. */
type Line = {
  readonly number: number;
  readonly faults: readonly Fault[];
  readonly text: (key: string) => string;
  /** The label of a column that the table has. */
  readonly labelOf: (key: string) => Label;
  /** A column that the table lacks is a fault of the line. */
  readonly blame: (key: string, said: Label) => undefined;
  /** Empty where nothing stands there. */
  readonly short: (key: string, most: number, must?: boolean) => string;
  /** A day that has come. */
  readonly past: (key: string, today: Day, must?: boolean) => Day | undefined;
  /** Undefined where nothing stands there, or none. */
  readonly minutes: (key: string) => number | undefined;
  /** The same of an amount, in cents. */
  readonly cents: (key: string) => number | undefined;
};

function lineOf(row: SheetRow, head: SheetRow, places: ReadonlyMap<string, Placed>): Line {
  const found: Fault[] = [];
  const text = (key: string) => {
    const placed = places.get(key);
    return placed ? (row.cells[placed.at] ?? "").trim() : "";
  };
  const blame = (key: string, said: Label): undefined => {
    const at = places.get(key)?.at ?? null;
    found.push({ line: row.line, at, heading: at === null ? "" : head.cells[at]!, typed: text(key), said });
  };
  const day = (key: string, must: boolean): Day | undefined => {
    const typed = text(key);
    if (typed === "") return must ? blame(key, faults.missing) : undefined;
    return readDay(typed) ?? blame(key, faults.noDay);
  };
  return {
    number: row.line,
    faults: found,
    text,
    labelOf: (key) => places.get(key)?.column.label ?? { fr: key, en: key },
    blame,
    short(key, most, must = false) {
      const typed = text(key);
      if (must && typed === "") blame(key, faults.missing);
      if (typed.length > most) blame(key, faults.tooLong(most));
      return typed;
    },
    past(key, today, must = false) {
      const on = day(key, must);
      return on !== undefined && on > today ? blame(key, faults.ahead) : on;
    },
    minutes(key) {
      const typed = text(key);
      if (typed === "") return undefined;
      const minutes = readMinutes(typed);
      if (minutes === undefined) return blame(key, faults.noHours);
      return minutes === 0 ? undefined : minutes;
    },
    cents(key) {
      const typed = text(key);
      if (typed === "") return undefined;
      const cents = readCents(typed);
      if (cents === undefined) return blame(key, faults.noAmount);
      return cents === 0 ? undefined : cents;
    },
  };
}

function personOn(line: Line, known: Known): CarriedPerson | undefined {
  const { today } = known;
  const identity = {
    birthName: line.short("birthName", LONGEST.name, true),
    usedName: line.short("usedName", LONGEST.name),
    givenNames: line.short("givenNames", LONGEST.name, true),
    bornOn: line.past("bornOn", today, true),
  };
  const contact = {
    phone: line.short("phone", 30),
    street: line.short("street", LONGEST.line),
    postcode: line.short("postcode", 12),
    city: line.short("city", LONGEST.name),
  };
  const address = mailOn(line, known);
  const cohort = cohortOn(line, known);
  const contractOn = line.past("contractOn", today, true);
  const givenOn = line.past("givenOn", today, true);
  if (identity.bornOn && contractOn && contractOn <= identity.bornOn)
    line.blame("contractOn", faults.before(line.labelOf("bornOn"), identity.bornOn));
  if (givenOn && contractOn && givenOn > contractOn)
    line.blame("givenOn", faults.after(line.labelOf("contractOn"), contractOn));
  if (cohort && contractOn && contractOn > cohort.endsOn) line.blame("contractOn", faults.cohortOver(cohort.endsOn));
  const relief = cohort && reliefOn(line, cohort, { today, contractOn });
  const followed = cohort ? followedOn(line, cohort, { today, contractOn }) : null;
  const money = cohort ? moneyOn(line, cohort, { known, contractOn }) : NO_MONEY;
  if (cohort) foreignCells(line, cohort, known);
  const { bornOn } = identity;
  if (!cohort || !relief || !bornOn || !contractOn || !givenOn || line.faults.length > 0) return undefined;
  checkDue(line, { cohort, relief, contractOn, followed }, known);
  const person = {
    identity: { ...identity, bornOn },
    contact,
    address,
    cohort,
    givenOn,
    contractOn,
    relief,
    followed,
    money,
  };
  return { line: line.number, ...person };
}

function mailOn(line: Line, { staff }: Known): string {
  const mail = line.short("mail", LONGEST.line);
  if (mail === "") return "";
  if (!isAddress(mail)) line.blame("mail", faults.noMail);
  else if (staff.has(mailboxKey(mail))) line.blame("mail", faults.worksHere);
  return mail;
}

function cohortOn(line: Line, { cohorts, today }: Known): KnownCohort | undefined {
  const text = line.text("cohort");
  if (text === "") return line.blame("cohort", faults.missing);
  const named = cohorts.filter(({ name }) => nameKey(name) === nameKey(text));
  const [cohort] = named;
  if (!cohort) return line.blame("cohort", faults.noCohort);
  if (named.length > 1) return line.blame("cohort", faults.severalCohorts);
  return cohort.startsOn > today ? line.blame("cohort", faults.notBegun(cohort.startsOn)) : cohort;
}

type Days = { readonly today: Day; readonly contractOn: Day | undefined };

/** A decision, where something rests on one; else none was needed, as of the contract. */
function reliefOn(line: Line, cohort: KnownCohort, { today, contractOn }: Days): CarriedPerson["relief"] | undefined {
  const titles = titleOn(line, cohort, today);
  const held = heldOn(line, cohort, today);
  const grants = grantsOn(line, cohort);
  const decidedOn = line.past("reliefOn", today);
  const paper = line.short("paper", LONGEST.line);
  const rests = titles.length + held.length + grants.length > 0;
  if (rests && line.text("reliefOn") === "") line.blame("reliefOn", faults.needsRelief(line.labelOf("reliefOn")));
  if (rests && paper === "") line.blame("paper", faults.needsRelief(line.labelOf("paper")));
  for (const { awardedOn } of titles)
    if (decidedOn && awardedOn > decidedOn) line.blame("awardedOn", faults.after(line.labelOf("reliefOn"), decidedOn));
  for (const { domain, validatedOn } of held)
    if (decidedOn && validatedOn > decidedOn)
      line.blame(validatedKey(domain), faults.after(line.labelOf("reliefOn"), decidedOn));
  const on = decidedOn ?? contractOn;
  if (on === undefined) return undefined;
  const granted = grants.map((one) => ({ ...one, protocol: paper }));
  return { on, paper, facts: { titles, held, declined: [], ...(cohort.grants && { grants: granted }) } };
}

function titleOn(line: Line, { titles }: KnownCohort, today: Day) {
  const text = line.text("title");
  const awardedOn = line.past("awardedOn", today);
  if (text === "" && awardedOn) line.blame("title", faults.withOther(line.labelOf("title")));
  if (text === "") return [];
  const title = spelt(titles, text);
  if (!title) line.blame("title", faults.noTitle);
  if (line.text("awardedOn") === "") line.blame("awardedOn", faults.withOther(line.labelOf("awardedOn")));
  return title && awardedOn ? [{ title, awardedOn }] : [];
}

function heldOn(line: Line, { domains, held }: KnownCohort, today: Day) {
  return domains.flatMap((domain) => {
    const [onKey, byKey] = [validatedKey(domain), validatedByKey(domain)];
    const validatedOn = line.past(onKey, today);
    const text = line.text(byKey);
    if (text === "" && line.text(onKey) !== "") line.blame(byKey, faults.withOther(line.labelOf(byKey)));
    if (text === "") return [];
    if (line.text(onKey) === "") line.blame(onKey, faults.withOther(line.labelOf(onKey)));
    const by = spelt(held, text);
    const names = (lang: "fr" | "en") =>
      sayList(
        held.map(({ label }) => label[lang]),
        lang,
        "or",
      );
    if (!by) line.blame(byKey, faults.noHeld(names("fr"), names("en")));
    return by && validatedOn ? [{ domain, validatedOn, by }] : [];
  });
}

function grantsOn(line: Line, { units, grants }: KnownCohort) {
  if (!grants) return [];
  return units.flatMap((unit) => {
    const minutes = line.minutes(grantKey(unit));
    if (minutes === undefined) return [];
    if (minutes % 30 > 0) line.blame(grantKey(unit), faults.noHalf);
    return [{ unit, hours: minutes / 60 }];
  });
}

function followedOn(line: Line, { units }: KnownCohort, { today, contractOn }: Days): CarriedPerson["followed"] {
  const followed = units.flatMap((unit) => {
    const minutes = line.minutes(hoursKey(unit));
    return minutes === undefined ? [] : [{ unit, minutes }];
  });
  const until = line.past("until", today);
  const by = line.short("by", LONGEST.line);
  if (until && contractOn && until < contractOn)
    line.blame("until", faults.before(line.labelOf("contractOn"), contractOn));
  if (followed.length === 0) return null;
  if (line.text("until") === "") line.blame("until", faults.withOther(line.labelOf("until")));
  if (by === "") line.blame("by", faults.withOther(line.labelOf("by")));
  return until ? { until, by, units: followed } : null;
}

const NO_MONEY: CarriedMoney = { shares: [], billed: [] };

/** Who pays what, and what was asked and paid of it until a day. */
function moneyOn(
  line: Line,
  { payers }: KnownCohort,
  { known, contractOn }: { readonly known: Known; readonly contractOn: Day | undefined },
): CarriedMoney {
  const until = line.past("billedUntil", known.today);
  if (until && contractOn && until < contractOn)
    line.blame("billedUntil", faults.before(line.labelOf("contractOn"), contractOn));
  const shares: CarriedMoney["shares"][number][] = [];
  const billed: CarriedMoney["billed"][number][] = [];
  for (const one of payers) {
    const source = one.payer;
    const amount = line.cents(shareKey(source));
    const payer = one.own ? null : registeredOn(line, source, known);
    const invoiced = line.cents(invoicedKey(source)) ?? 0;
    const paid = line.cents(paidKey(source)) ?? 0;
    const number = line.short(numberKey(source), 50);
    if (amount === undefined) {
      if (["", "0"].includes(line.text(shareKey(source)))) shareless(line, source);
      continue;
    }
    if (!one.own && line.text(payerKey(source)) === "")
      line.blame(payerKey(source), faults.withOther(line.labelOf(payerKey(source))));
    if (invoiced > amount) line.blame(invoicedKey(source), faults.overShare);
    if (paid > invoiced) line.blame(paidKey(source), faults.overInvoiced);
    if (invoiced > 0 && line.text("billedUntil") === "")
      line.blame("billedUntil", faults.withOther(line.labelOf("billedUntil")));
    shares.push({ source, amount, payer: payer ?? null });
    if (invoiced > 0 && until) billed.push({ source, invoiced, paid, until, number: number === "" ? null : number });
  }
  return { shares, billed };
}

/** What is said of a payer without a share would be lost. */
function shareless(line: Line, source: string): void {
  for (const key of [payerKey, invoicedKey, paidKey, numberKey].map((keyOf) => keyOf(source)))
    if (!["", "0"].includes(line.text(key))) line.blame(key, faults.noShare);
}

function registeredOn(line: Line, source: string, { registered }: Known): string | undefined {
  const text = line.text(payerKey(source));
  if (text === "") return undefined;
  const named = registered.filter(({ name }) => nameKey(name) === nameKey(text));
  if (named.length > 1) return line.blame(payerKey(source), faults.severalPayers);
  return named[0]?.id ?? line.blame(payerKey(source), faults.noPayer);
}

/** The contract holds that was signed; that the school's quote differs is said. */
function priceNote({ line, cohort, relief, contractOn, money }: CarriedPerson, known: Known): Note[] {
  if (money.shares.length === 0) return [];
  const sum = (of: CarriedMoney["shares"]) => of.reduce((all, { amount }) => all + amount, 0);
  const others = sum(money.shares.filter(({ payer }) => payer !== null));
  const on = relief.on > contractOn ? relief.on : contractOn;
  const price = known.price(cohort, relief.facts, { on, others });
  const all = sum(money.shares);
  return price === undefined || price === all ? [] : [{ line, said: faults.otherPrice(all, price) }];
}

/** Cells of the units and domains of another diploma. */
function foreignCells(line: Line, cohort: KnownCohort, { cohorts }: Known): void {
  const { units, domains } = studiedIn(cohorts);
  const keys = [
    ...units.filter((unit) => !cohort.units.includes(unit)).flatMap((unit) => [hoursKey(unit), grantKey(unit)]),
    ...domains
      .filter((domain) => !cohort.domains.includes(domain))
      .flatMap((domain) => [validatedKey(domain), validatedByKey(domain)]),
    ...(cohort.grants ? [] : cohort.units.map(grantKey)),
  ];
  for (const key of keys) if (line.text(key) !== "") line.blame(key, faults.notTheirs);
}

function checkDue(
  line: Line,
  person: Pick<CarriedPerson, "cohort" | "relief" | "contractOn" | "followed">,
  known: Known,
): void {
  const { cohort, relief, contractOn, followed } = person;
  const due = known.due(cohort, relief.facts, relief.on > contractOn ? relief.on : contractOn);
  if ("refused" in due) {
    for (const { path, said } of due.refused) line.blame(columnOf(path, relief.facts), said);
    return;
  }
  for (const { unit, minutes } of followed?.units ?? []) {
    const most = due.minutes.get(unit) ?? 0;
    if (minutes > most) line.blame(hoursKey(unit), faults.tooManyHours(most));
  }
}

/** The column from which a refused fact came. */
function columnOf(path: string, { held, grants = [] }: Brought): string {
  const [, list, index = ""] = /^(titles|held|grants)\[(\d+)\]/.exec(path) ?? [];
  if (list === "titles") return "title";
  if (list === "held") return validatedKey(held[Number(index)]!.domain);
  if (list === "grants") return grantKey(grants[Number(index)]!.unit);
  return "cohort";
}

function spelt(known: readonly Spelt[], text: string): string | undefined {
  const wanted = nameKey(text);
  return known.find(({ key, label }) => [key, label.fr, label.en].some((one) => nameKey(one) === wanted))?.key;
}

/** The same address, or the same person, on two lines of the table. */
function twice(lines: readonly Line[], people: readonly (CarriedPerson | undefined)[]): void {
  const mails = new Map<string, number>();
  const persons = new Map<string, number>();
  lines.forEach((line, index) => {
    const person = people[index];
    if (!person) return;
    const mail = person.address === "" ? undefined : addressKey(person.address);
    const first = mail === undefined ? undefined : mails.get(mail);
    if (first !== undefined) line.blame("mail", faults.mailTwice(first));
    else if (mail !== undefined) mails.set(mail, line.number);
    const keys = keysOf(person.identity);
    const before = keys.map((key) => persons.get(key)).find((one) => one !== undefined);
    if (before !== undefined) line.blame("birthName", faults.personTwice(before));
    else for (const key of keys) persons.set(key, line.number);
  });
}

function knownAlready(
  lines: readonly Line[],
  people: readonly (CarriedPerson | undefined)[],
  { people: known }: Known,
): void {
  const mails = new Map(known.flatMap((one) => (one.address === null ? [] : [[addressKey(one.address), one.number]])));
  const persons = new Map(known.flatMap((one) => keysOf(one).map((key) => [key, one.number] as const)));
  lines.forEach((line, index) => {
    const person = people[index];
    if (!person) return;
    const byName = keysOf(person.identity)
      .map((key) => persons.get(key))
      .find((one) => one !== undefined);
    const byMail = person.address === "" ? undefined : mails.get(addressKey(person.address));
    if (byName !== undefined) line.blame("birthName", faults.known(byName));
    else if (byMail !== undefined) line.blame("mail", faults.known(byMail));
  });
}

/** By the name at birth, and by that in use. */
function keysOf({ birthName, usedName, givenNames, bornOn }: Omit<KnownPerson, "number" | "address">): string[] {
  const names = [birthName, usedName].filter((name) => name !== "");
  return [...new Set(names.map((name) => personKey(name, givenNames, bornOn)))];
}
