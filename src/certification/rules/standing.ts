/** What a person holds of a diploma on a day, and so the exams left to sit: the decision's input. */
import { certificationRule, clockIn, type DomainInput } from "../../decisions/certification/rule.ts";
import type { Day } from "../../kit/day.ts";
import type { DomainEntry } from "../../law/diploma.ts";
import type { Law } from "../../law/law.ts";
import type { Origin } from "../../training/rules/origin.ts";
import type { Held } from "./facts.ts";

/** What a jury of this school validated, and the day of the State's notification. */
export type Notified = {
  readonly validated: readonly string[];
  readonly notifiedOn: Day;
};

/** What is held of one domain, and its origin; null for this school's juries, whose seals tell it. */
export type Standing = { readonly input: DomainInput; readonly origin: Origin | null };

/**
 * What is held, by domain: decided in admission, last entered by hand, then validated by juries. A decided lapse ends all
 * validations up to its day, those entered by hand included.
 */
export function standings(
  held: readonly Held[],
  notified: readonly Notified[],
  lapsedOn?: Day,
): ReadonlyMap<string, Standing> {
  const byDomain = new Map<string, Standing>();
  for (const { origin, ...entry } of held) {
    if (entry.validatedOn !== null) {
      if (counts(entry.validatedOn, lapsedOn))
        byDomain.set(entry.domain, { input: { validatedOn: entry.validatedOn }, origin });
      continue;
    }
    const answered = entry.confirmedBy !== null && {
      confirmedBy: entry.confirmedBy,
      confirmed: entry.confirmed ?? true,
    };
    byDomain.set(entry.domain, { input: { dispensedBy: entry.dispensedBy!, ...answered }, origin });
  }
  for (const { validated, notifiedOn } of notified.toSorted((a, b) => (a.notifiedOn < b.notifiedOn ? -1 : 1)))
    for (const domain of validated)
      if (counts(notifiedOn, lapsedOn)) byDomain.set(domain, { input: { validatedOn: notifiedOn }, origin: null });
  return byDomain;
}

/** The same, as the decision's input. */
export function inputsOf(standing: ReadonlyMap<string, Standing>): ReadonlyMap<string, DomainInput> {
  return new Map([...standing].map(([domain, { input }]) => [domain, input]));
}

function counts(day: Day, lapsedOn: Day | undefined): boolean {
  return lapsedOn === undefined || day > lapsedOn;
}

/** What is known on a day: not a validation notified later. */
export function knownOn(domains: ReadonlyMap<string, DomainInput>, on: Day): ReadonlyMap<string, DomainInput> {
  return new Map([...domains].filter(([, one]) => !("validatedOn" in one) || (one.validatedOn as Day) <= on));
}

/** All that a person holds, and until when the authority kept it. */
export type Holding = { readonly domains: ReadonlyMap<string, DomainInput>; readonly keptUntil?: Day | undefined };

/** `keptUntil` is passed only if there is a validation it can apply to. */
export function keptOf(domains: ReadonlyMap<string, DomainInput>, keptUntil: Day | undefined) {
  const runs = [...domains.values()].some((one) => "validatedOn" in one);
  return runs && keptUntil !== undefined ? { keptUntil } : {};
}

/** The exams to sit: neither held nor dispensed on that day. */
export function toSit(law: Law, { domains, keptUntil }: Holding, on: Day) {
  const known = knownOn(domains, on);
  const held = { domains: known, ...keptOf(known, keptUntil) };
  const answer = certificationRule(law)({ id: "presented", on, ...held });
  const exams = answer.domains.map(({ domain }) => domain.domain).filter((domain) => !answer.acquired.includes(domain));
  return { exams, answer, clock: clockIn(law.diploma, held) };
}

/** Domains whose five years are over on that day: only the authority decides whether they lapse. */
export const lapses = ({ answer }: Pick<ReturnType<typeof toSit>, "answer">): readonly DomainEntry[] =>
  answer.domains.filter(({ status }) => status === "lapsed").map(({ domain }) => domain);
