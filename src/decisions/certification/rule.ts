/**
 * What is certified: each domain on its own, no compensation between them, and the clock that runs from the first validation. Marks are
 * integer hundredths, never rounded before they are compared.
 *
 * With weights 3 and 2 and a threshold of 50: 8 and 13 make 50 and pass; 7 and 14 make 49 and fail.
 */
import { addYears } from "../../kit/day.ts";
import type { ClockEntry, Diploma, DomainEntry, ReliefEntry } from "../../law/diploma.ts";
import { weakest } from "../../law/entry.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { registrationFindings } from "../../law/registration.ts";
import { type DomainResult, judge, type JudgedInput, type Status } from "./marks.ts";

export type DispensedInput = {
  readonly dispensedBy: string;
  readonly confirmedBy?: string;
  readonly confirmed?: boolean;
};
type HeldInput = { readonly validatedOn: string };
export type DomainInput = DispensedInput | HeldInput | JudgedInput;
export type CertificationInput = {
  readonly id: string;
  readonly on: string;
  readonly notifiedOn?: string;
  readonly clockStartedOn?: string;
  /** The day until which the authority, asked about a lapse, kept earlier validations. */
  readonly keptUntil?: string;
  /** The known facts, by domain. */
  readonly domains: ReadonlyMap<string, DomainInput>;
};

type CertificationOutcome = "diploma" | "partial" | "none" | "pending";
export type CertificationAnswer = {
  readonly domains: readonly DomainResult[];
  readonly outcome: CertificationOutcome;
  readonly validated: readonly string[];
  readonly acquired: readonly string[];
  readonly completeBy: string | null;
  readonly findings: readonly Finding[];
};

/** Reads the law once; the returned function is pure. */
export function certificationRule(law: Law): (input: CertificationInput) => CertificationAnswer {
  const { diploma } = law;
  return (input) => {
    const results = diploma.domains.map((domain) => domainResult(law, domain, input.domains.get(domain.domain)));
    const clock = readClock(diploma, input, results);
    const domains = clock.lapses ? results.map((result) => lapse(law, result, clock.end!)) : results;
    const named = (...statuses: Status[]) =>
      domains.filter((one) => statuses.includes(one.status)).map((one) => one.domain.domain);
    const validated = named("validated");
    const acquired = named("validated", "held", "dispensed");
    const outcome = outcomeOf(domains, acquired);
    const started = outcome === "diploma" || validated.length === 0 ? undefined : newClock(diploma, input, clock);
    const running = outcome === "diploma" || clock.over ? undefined : clock.end;
    return {
      domains,
      outcome,
      validated,
      acquired,
      completeBy: running ?? started?.end ?? null,
      findings: [
        ...clockFindings(diploma, clock, outcome),
        ...(started && law.basis.rules !== "1" ? [startFinding(started)] : []),
        ...registrationFindings(diploma, input.on),
      ],
    };
  };
}

function outcomeOf(domains: readonly DomainResult[], acquired: readonly string[]): CertificationOutcome {
  if (acquired.length === domains.length) return "diploma";
  if (domains.some(({ status }) => status === "needs-agreement" || status === "needs-decision")) return "pending";
  return domains.some(({ status }) => status === "validated" || status === "held") ? "partial" : "none";
}

function domainResult(law: Law, domain: DomainEntry, known: DomainInput | undefined): DomainResult {
  if (known === undefined)
    return { domain, status: "not-sat", findings: [finding("not-sat", false, "not-sat", domain.exam, { domain })] };
  if ("dispensedBy" in known) return dispensed(law.diploma, domain, known as DispensedInput);
  if ("validatedOn" in known) {
    return {
      domain,
      status: "held",
      // Without a clock the validation never expires: then the finding cites the exam.
      findings: [
        finding("held", true, "held", law.diploma.clock ?? domain.exam, { domain, on: known.validatedOn, held: known }),
      ],
    };
  }
  return judge(law, domain, known);
}

/** The dispense that a title gives from a domain's exam, by the table of the référentiel. */
export function dispenseOf(law: Diploma, title: string, domain: string): ReliefEntry["dispenses"][number] | undefined {
  return law.reliefs.find((relief) => relief.title === title)?.dispenses.find((one) => one.domain === domain);
}

function dispensed(law: Diploma, domain: DomainEntry, input: DispensedInput): DomainResult {
  const entry = dispenseOf(law, input.dispensedBy, domain.domain)!;
  const values = { domain, title: input.dispensedBy, by: input.confirmedBy };
  const cite = (status: Status, met: boolean | null, says: string) => ({
    domain,
    status,
    findings: [finding("dispense", met, says, entry, values)],
  });
  if (entry.exam === "dispensed") return cite("dispensed", true, "dispensed");
  if (input.confirmedBy === undefined) return cite("needs-decision", null, "dispense-contested");
  return input.confirmed === false
    ? cite("not-sat", false, "dispense-refused")
    : cite("dispensed", true, "dispense-confirmed");
}

/**
 * `end`: the last day of the clock, or the later day until which the authority kept the validations (`ended`: when the years themselves
 * were over); `over`: the deliberation comes after `end`; `lapses`: the held domains expire.
 */
type Clock = {
  readonly start?: string;
  readonly end?: string;
  readonly ended?: string;
  readonly over: boolean;
  readonly lapses: boolean;
  readonly spared: boolean;
};

/** The clock of the domains held, and the end of its years if the authority extended it. */
export function clockIn(
  law: Diploma,
  { domains, clockStartedOn, keptUntil }: Pick<CertificationInput, "domains" | "clockStartedOn" | "keptUntil">,
): { readonly start: string; readonly end: string; readonly ended?: string } | undefined {
  const start = [...heldDays(law, domains), ...(clockStartedOn === undefined ? [] : [clockStartedOn])].sort()[0];
  if (start === undefined || law.clock === undefined) return undefined;
  const years = addYears(start, law.clock.years);
  return keptUntil !== undefined && keptUntil > years ? { start, end: keptUntil, ended: years } : { start, end: years };
}

function heldDays({ domains: of }: Diploma, domains: CertificationInput["domains"]): readonly string[] {
  return of.flatMap(({ domain }) => {
    const held = domains.get(domain);
    return held !== undefined && "validatedOn" in held ? [(held as HeldInput).validatedOn] : [];
  });
}

function readClock(law: Diploma, input: CertificationInput, results: readonly DomainResult[]): Clock {
  const clock = clockIn(law, input);
  if (!clock) return { over: false, lapses: false, spared: false };
  const over = input.on > clock.end;
  // A diploma completed in time does not lapse because the conclusion is drawn late.
  const complete = results.every(({ status }) => status === "held" || status === "dispensed");
  const spared = over && complete && heldDays(law, input.domains).every((day) => day <= clock.end);
  return { ...clock, over, lapses: over && !spared, spared };
}

/** That all domains lapse together is no surer than that a clock runs at all; the rules of version 1 did not say so. */
function lapse({ diploma, basis }: Law, result: DomainResult, end: string): DomainResult {
  if (result.status !== "held") return result;
  const { years, together, source } = diploma.clock!;
  const own = together.source.confidence;
  const sure = basis.rules === "1" ? own : weakest(own, source.confidence);
  const values = { domain: result.domain, end, years };
  return {
    domain: result.domain,
    status: "lapsed",
    findings: [finding("lapsed", false, "lapsed", together, values, sure)],
  };
}

type Started = { readonly entry: ClockEntry; readonly start: string; readonly end: string; readonly again: boolean };

/** Without a running clock, a validation starts one at its notification. */
function newClock(law: Diploma, input: CertificationInput, clock: Clock): Started | undefined {
  if (law.clock === undefined || (clock.end !== undefined && !clock.over)) return undefined;
  const start = input.notifiedOn ?? input.on;
  return { entry: law.clock, start, end: addYears(start, law.clock.years), again: clock.over };
}

/** A second clock rests on the reading that the first took everything with it. The rules of version 1 reported neither. */
function startFinding({ entry: clock, start, end, again }: Started): Finding {
  const own = clock.source.confidence;
  const sure = again ? weakest(own, clock.together.source.confidence) : own;
  const values = { start, end, years: clock.years, again, restsOn: again ? [clock.together] : [] };
  return finding("new-clock", true, "clock-starts", clock, values, sure);
}

function clockFindings(law: Diploma, clock: Clock, outcome: CertificationOutcome): Finding[] {
  if (clock.start === undefined) return [];
  const entry = law.clock!;
  const ended = clock.ended !== undefined && { ended: clock.ended };
  const values = { start: clock.start, end: clock.end, ...ended, years: entry.years };
  if (clock.spared) return [finding("clock", true, "clock-spared", entry, values)];
  if (clock.over) return [finding("clock", false, "clock-over", entry, values)];
  if (outcome === "diploma") return [];
  return [finding("clock", true, ended ? "clock-kept" : "clock-running", entry, values)];
}
