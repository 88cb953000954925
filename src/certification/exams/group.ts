/** A group of an exam as its acts and views take it: with the session around it, and who of the register is before it. */
import type { Performing } from "../../act/act.ts";
import type { Certifying, Entry, Group, Person } from "../rules/facts.ts";
import { lastSealed, sessionOfGroup } from "../store.ts";
import { type SessionWithLaw, sessionWithLaw } from "../load.ts";

export const groupChain = (id: string) => `exam-group:${id}`;

/** Somebody with when they pass. */
export type PassingEntry = { readonly entry: Entry; readonly from: Date; readonly until: Date };

/** Whoever passes before a group, in the order in which they do. */
export function passingIn({ sittings, entries }: Certifying, { id }: Pick<Group, "id">): readonly PassingEntry[] {
  const there = sittings.filter(({ group }) => group === id).toSorted((a, b) => +a.from - +b.from);
  return there.flatMap(({ entry, from, until }) => {
    const one = entries.find(({ id: own }) => own === entry);
    return one ? [{ entry: one, from, until }] : [];
  });
}

export type InGroup = SessionWithLaw & { readonly group: Group };
export async function groupIn(
  given: Pick<Performing<unknown>, "tx" | "law">,
  id: string,
  reads?: "reads",
): Promise<InGroup | undefined> {
  const session = await sessionOfGroup(given.tx, id);
  const found = session === undefined ? undefined : await sessionWithLaw(given, session, reads);
  const group = found?.of.groups.find((one) => one.id === id);
  return found && group && { ...found, group };
}

export function domainOf({ law, group }: Pick<InGroup, "law" | "group">) {
  return law.diploma.domains.find((one) => one.domain === group.exam)!;
}

/** Who of the group the actor is; or the director of one of its candidates, who takes part in that one's exam. */
export function markerOf({ of, group }: InGroup, me: readonly Person[]): Person | undefined {
  return me.find(({ id }) => of.examiners.some((one) => one.group === group.id && one.person === id));
}

/** Whether a closed jury ruled on one of them in this session: their marks are no examiner's any more. */
export async function isRuled({ tx }: Pick<Performing<unknown>, "tx">, entries: readonly string[]): Promise<boolean> {
  return (await lastSealed(tx, entries)).size > 0;
}
