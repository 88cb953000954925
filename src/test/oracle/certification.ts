/** The jury's day: each domain gets its status, the clock may take the old ones away, then the diploma is counted. */
import type {
  CertificationAnswer,
  CertificationInput,
  Dispensed,
  Held,
  Missed,
  Part,
  Status,
  TwoMarks,
  TwoParts,
} from "./contract.ts";
import { earliest, fiveYearsLater } from "./days.ts";
import { scaled } from "./decimals.ts";

type Entry = Dispensed | Held | TwoParts | TwoMarks | undefined;
type DomainAnswer = { domain: string; status: Status; points?: number; threshold?: number };
type Clock = { end: string; ranOut: boolean } | null;

const GRAVEST_FIRST: Missed[] = ["fraud-reported", "not-deposited", "absent", "excused"];

export function certification(input: CertificationInput): CertificationAnswer {
  const clock = clockOf(input);
  const domains: DomainAnswer[] = [
    { domain: "DF1", ...resultOf("DF1", input.DF1) },
    { domain: "DF2", ...resultOf("DF2", input.DF2) },
    { domain: "DF3", ...resultOf("DF3", input.DF3) },
  ];
  if (clock?.ranOut === true && !completedInTime(domains, heldDays(input), clock.end))
    for (const domain of domains) if (domain.status === "held") domain.status = "lapsed";

  const having = (...statuses: Status[]) =>
    domains.filter(({ status }) => statuses.includes(status)).map(({ domain }) => domain);
  const validated = having("validated");
  const acquired = having("validated", "held", "dispensed");
  const outcome = outcomeOf(acquired.length, having("needs-agreement", "needs-decision"), having("validated", "held"));
  const completeBy = outcome === "diploma" ? null : runningEnd(clock, validated, input);
  return { id: input.id, domains, outcome, validated, acquired, completeBy };
}

function outcomeOf(acquired: number, waiting: string[], validatedOrHeld: string[]): CertificationAnswer["outcome"] {
  if (acquired === 3) return "diploma";
  if (waiting.length > 0) return "pending";
  return validatedOrHeld.length > 0 ? "partial" : "none";
}

function heldDays(input: CertificationInput): string[] {
  return [input.DF1, input.DF2, input.DF3].flatMap((entry) =>
    entry !== undefined && "validatedOn" in entry ? [entry.validatedOn] : [],
  );
}

function clockOf(input: CertificationInput): Clock {
  const starts = heldDays(input);
  if (input.clockStartedOn !== undefined) starts.push(input.clockStartedOn);
  const start = earliest(starts);
  if (start === null) return null;
  const five = fiveYearsLater(start);
  const end = input.keptUntil !== undefined && input.keptUntil > five ? input.keptUntil : five;
  return { end, ranOut: input.on > end };
}

/** Held and dispensed domains alone make the diploma, and the last of them was validated while the clock ran. */
function completedInTime(domains: DomainAnswer[], days: string[], end: string): boolean {
  const complete = domains.every(({ status }) => status === "held" || status === "dispensed");
  return complete && days.every((day) => day <= end);
}

function runningEnd(clock: Clock, validated: string[], input: CertificationInput): string | null {
  if (clock !== null && !clock.ranOut) return clock.end;
  return validated.length > 0 ? fiveYearsLater(input.notifiedOn ?? input.on) : null;
}

function resultOf(domain: string, entry: Entry): Omit<DomainAnswer, "domain"> {
  if (entry === undefined) return { status: "not-sat" };
  if ("dispensedBy" in entry) return { status: dispensed(entry) };
  if ("validatedOn" in entry) return { status: "held" };
  const computed = computedResult(domain, entry);
  if (entry.jury === undefined) return computed;
  return { ...computed, status: entry.jury.validated ? "validated" : "not-validated" };
}

function dispensed(entry: Dispensed): Status {
  if (entry.dispensedBy !== "CAFERUIS") return "dispensed";
  if (entry.confirmedBy === undefined) return "needs-decision";
  return entry.confirmed === false ? "not-sat" : "dispensed";
}

function computedResult(domain: string, entry: TwoParts | TwoMarks): Omit<DomainAnswer, "domain"> {
  if ("missed" in entry) return { status: entry.missed };
  if ("marks" in entry) return agreedResult(entry.marks, entry.agreed);
  const missed = gravest([entry.written, entry.oral]);
  if (missed !== undefined) return { status: missed };
  const written = scaled(entry.written as number, 2);
  const oral = scaled(entry.oral as number, 2);
  if (domain === "DF1") {
    const points = 3 * written + 2 * oral;
    return { status: points >= 5_000 ? "validated" : "not-validated", points: points / 100, threshold: 50 };
  }
  const twice = written + oral;
  return { status: twice >= 2_000 ? "validated" : "not-validated", points: twice / 200, threshold: 10 };
}

function agreedResult([first, second]: [number, number], agreed: number | undefined): Omit<DomainAnswer, "domain"> {
  if (agreed === undefined && first !== second) return { status: "needs-agreement" };
  const mark = scaled(agreed ?? first, 2);
  return { status: mark >= 1_000 ? "validated" : "not-validated", points: mark / 100, threshold: 10 };
}

function gravest(parts: Part[]): Missed | undefined {
  return GRAVEST_FIRST.find((missed) => parts.includes(missed));
}
