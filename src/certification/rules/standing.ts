/** What somebody holds of a diploma on a day, and so which exams they may be presented to: what the decision is asked. */
import { certificationRule, clockIn, type DomainInput } from "../../decisions/certification/rule.ts";
import type { Day } from "../../kit/day.ts";
import type { DomainEntry } from "../../law/diploma.ts";
import type { Law } from "../../law/law.ts";
import type { Origin } from "../../training/rules/origin.ts";
import type { Held } from "./facts.ts";

/** What a jury of this school validated: when the State notified it, and that a lapse was decided since. */
export type Notified = {
  readonly validated: readonly string[];
  readonly notifiedOn: Day;
};

/** What stands of one domain, and where it comes from; of what juries of this school validated, their own sealed say it. */
export type Standing = { readonly input: DomainInput; readonly origin: Origin | null };

/**
 * By domain, what is held: what admission decided, what was entered last of each, and what juries validated since. What an authority
 * decided to be lapsed counts no more, whoever gave it.
 */
export function standings(
  held: readonly Held[],
  notified: readonly Notified[],
  lapsedOn?: Day,
): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  for (const { origin, ...one } of held) {
    if (one.validatedOn !== null) {
      if (counts(one.validatedOn, lapsedOn)) found.set(one.domain, { input: { validatedOn: one.validatedOn }, origin });
      continue;
    }
    const answered = one.confirmedBy !== null && { confirmedBy: one.confirmedBy, confirmed: one.confirmed ?? true };
    found.set(one.domain, { input: { dispensedBy: one.dispensedBy!, ...answered }, origin });
  }
  for (const { validated, notifiedOn } of notified.toSorted((a, b) => (a.notifiedOn < b.notifiedOn ? -1 : 1)))
    for (const domain of validated)
      if (counts(notifiedOn, lapsedOn)) found.set(domain, { input: { validatedOn: notifiedOn }, origin: null });
  return found;
}

/** The same, as the decision is asked. */
export function inputsOf(standing: ReadonlyMap<string, Standing>): ReadonlyMap<string, DomainInput> {
  return new Map([...standing].map(([domain, { input }]) => [domain, input]));
}

function counts(day: Day, lapsedOn: Day | undefined): boolean {
  return lapsedOn === undefined || day > lapsedOn;
}

/** What is known on a day: a validation notified later is not. */
export function knownOn(domains: ReadonlyMap<string, DomainInput>, on: Day): ReadonlyMap<string, DomainInput> {
  return new Map([...domains].filter(([, one]) => !("validatedOn" in one) || (one.validatedOn as Day) <= on));
}

/** All that somebody holds, and until when the authority kept it. */
export type Holding = { readonly domains: ReadonlyMap<string, DomainInput>; readonly keptUntil?: Day | undefined };

/** What the authority kept is asked where something runs that it keeps. */
export function keptOf(domains: ReadonlyMap<string, DomainInput>, keptUntil: Day | undefined) {
  const runs = [...domains.values()].some((one) => "validatedOn" in one);
  return runs && keptUntil !== undefined ? { keptUntil } : {};
}

/** Of these, the exams to be sat: those of what is neither held nor dispensed on that day. */
export function toSit(law: Law, { domains, keptUntil }: Holding, on: Day) {
  const known = knownOn(domains, on);
  const held = { domains: known, ...keptOf(known, keptUntil) };
  const answer = certificationRule(law)({ id: "presented", on, ...held });
  const exams = answer.domains.map(({ domain }) => domain.domain).filter((domain) => !answer.acquired.includes(domain));
  return { exams, answer, clock: clockIn(law.diploma, held) };
}

/** Whose five years are over on that day: whether it all falls is the authority’s to decide, and until it has, nobody else’s. */
export const lapses = ({ answer }: Pick<ReturnType<typeof toSit>, "answer">): readonly DomainEntry[] =>
  answer.domains.filter(({ status }) => status === "lapsed").map(({ domain }) => domain);
