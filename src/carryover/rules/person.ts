/** One line as a person, or as faults that name their cell. */
import type { Day } from "../../kit/day.ts";
import { isAddress, mailboxKey } from "../../kit/mail-address.ts";
import { nameKey } from "./cells.ts";
import { grantKey, hoursKey, validatedByKey, validatedKey } from "./columns.ts";
import { faults } from "./faults.ts";
import { allCohorts, type Known, type KnownCohort, type Studies, studiedIn } from "./known.ts";
import type { Line } from "./line.ts";
import { type CarriedMoney, moneyOn } from "./money.ts";
import { checkDue, type Days, type Followed, type Relief, reliefOn } from "./relief.ts";
import type { Who } from "./twice.ts";

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
  readonly relief: Relief;
  readonly followed: Followed | null;
  readonly money: CarriedMoney;
};

const LONGEST = { name: 100, line: 200 } as const;

export type ReadLine = {
  readonly who: Who;
  /** Undefined where something is wrong with the line by itself. */
  readonly person: CarriedPerson | undefined;
};

/** All that is wrong with a line is said at once: a cohort that is not known hides no other cell. */
export function personOn(line: Line, known: Known): ReadLine {
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
  // Read by the columns of every cohort where it is not known which is meant.
  const studies = cohort ?? allCohorts(known.cohorts);
  const contractOn = line.past("contractOn", today, true);
  const givenOn = line.past("givenOn", today, true);
  if (identity.bornOn && contractOn && contractOn <= identity.bornOn)
    line.blame("contractOn", faults.before(line.labelOf("bornOn"), identity.bornOn));
  if (givenOn && contractOn && givenOn > contractOn)
    line.blame("givenOn", faults.after(line.labelOf("contractOn"), contractOn));
  if (cohort && contractOn && contractOn > cohort.endsOn) line.blame("contractOn", faults.cohortOver(cohort.endsOn));
  const relief = reliefOn(line, studies, { today, contractOn });
  const followed = followedOn(line, studies, { today, contractOn });
  const money = moneyOn(line, studies, { known, contractOn });
  if (cohort) foreignCells(line, cohort, known);
  if (cohort && relief && contractOn) checkDue(line, { cohort, relief, contractOn, followed }, known);
  const { bornOn } = identity;
  const named = bornOn && identity.birthName !== "" && identity.givenNames !== "";
  const who = { line, address: isAddress(address) ? address : "", names: named ? { ...identity, bornOn } : undefined };
  if (!cohort || !relief || !bornOn || !contractOn || !givenOn) return { who, person: undefined };
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
  return { who, person: { line: line.number, ...person } };
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

function followedOn(line: Line, { units }: Studies, { today, contractOn }: Days): Followed | null {
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
