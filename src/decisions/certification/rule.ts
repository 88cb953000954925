/**
 * What has been certified: each domain on its own, no compensation between them, and the clock that runs from the first
 * validation. Marks are integer hundredths and are never rounded before they are compared.
 *
 * With weights 3 and 2 and a threshold of 50: 8 and 13 make 50 and pass; 7 and 14 make 49 and do not.
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
  /** The authority, asked about a lapse, kept what was validated until then. */
  readonly keptUntil?: string;
  /** Under the name of each domain, what is known of it. */
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

/** Reads the law once; the function it gives is pure. */
export function certificationRule(law: Law): (input: CertificationInput) => CertificationAnswer {
  const { diploma } = law;
  return (input) => {
    const before = diploma.domains.map((domain) => domainResult(law, domain, input.domains.get(domain.domain)));
    const clock = readClock(diploma, input, before);
    const domains = clock.lapses ? before.map((result) => lapse(law, result, clock.end!)) : before;
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

function domainResult(law: Law, domain: DomainEntry, given: DomainInput | undefined): DomainResult {
  if (given === undefined)
    return { domain, status: "not-sat", findings: [finding("not-sat", false, "not-sat", domain.exam, { domain })] };
  if ("dispensedBy" in given) return dispensed(law.diploma, domain, given as DispensedInput);
  if ("validatedOn" in given) {
    return {
      domain,
      status: "held",
      // Where nothing makes it fall again, it is for good: its exam is what is not sat again.
      findings: [
        finding("held", true, "held", law.diploma.clock ?? domain.exam, { domain, on: given.validatedOn, held: given }),
      ],
    };
  }
  return judge(law, domain, given);
}

/** The dispense a title gives from a domain's exam, by the table of the référentiel. */
export function dispenseOf(law: Diploma, title: string, domain: string): ReliefEntry["dispenses"][number] | undefined {
  return law.reliefs.find((relief) => relief.title === title)?.dispenses.find((one) => one.domain === domain);
}

function dispensed(law: Diploma, domain: DomainEntry, given: DispensedInput): DomainResult {
  const entry = dispenseOf(law, given.dispensedBy, domain.domain)!;
  const values = { domain, title: given.dispensedBy, by: given.confirmedBy };
  const cite = (status: Status, met: boolean | null, says: string) => ({
    domain,
    status,
    findings: [finding("dispense", met, says, entry, values)],
  });
  if (entry.exam === "dispensed") return cite("dispensed", true, "dispensed");
  if (given.confirmedBy === undefined) return cite("needs-decision", null, "dispense-contested");
  return given.confirmed === false
    ? cite("not-sat", false, "dispense-refused")
    : cite("dispensed", true, "dispense-confirmed");
}

/**
 * `end` is the last day of the clock given, or until when the authority kept what was validated where that is later (`ended`: when
 * the years themselves were over); `over` where the deliberation comes after it; `lapses` where Held domains fall.
 */
type Clock = {
  readonly start?: string;
  readonly end?: string;
  readonly ended?: string;
  readonly over: boolean;
  readonly lapses: boolean;
  readonly spared: boolean;
};

/** The clock of what is given as held, with when its years end where the authority kept it beyond. */
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
    const given = domains.get(domain);
    return given !== undefined && "validatedOn" in given ? [(given as HeldInput).validatedOn] : [];
  });
}

function readClock(law: Diploma, input: CertificationInput, results: readonly DomainResult[]): Clock {
  const clock = clockIn(law, input);
  if (!clock) return { over: false, lapses: false, spared: false };
  const over = input.on > clock.end;
  // What was complete in time does not fall because nobody drew the conclusion in time.
  const complete = results.every(({ status }) => status === "held" || status === "dispensed");
  const spared = over && complete && heldDays(law, input.domains).every((day) => day <= clock.end);
  return { ...clock, over, lapses: over && !spared, spared };
}

/** That all fall together can be no surer than that a clock runs at all; the rules of version 1 did not say so. */
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

/** With no clock running, or one that has run out, what is validated now starts one at its notification. */
function newClock(law: Diploma, input: CertificationInput, clock: Clock): Started | undefined {
  if (law.clock === undefined || (clock.end !== undefined && !clock.over)) return undefined;
  const start = input.notifiedOn ?? input.on;
  return { entry: law.clock, start, end: addYears(start, law.clock.years), again: clock.over };
}

/** A second clock rests on the reading that the first one took everything with it. The rules of version 1 did not tell of either. */
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
