/** A group of an exam as acts and views load it: with its session and the persons before it. */
import type { Performing } from "../../act/act.ts";
import type { Certifying, Entry, Group, Person } from "../rules/facts.ts";
import { lastSealed, sessionOfGroup } from "../store.ts";
import { type SessionWithLaw, sessionWithLaw } from "../load.ts";

export const groupChain = (id: string) => `exam-group:${id}`;

/** A candidate with the hours at which they pass. */
export type PassingEntry = { readonly entry: Entry; readonly from: Date; readonly until: Date };

/** The group's candidates in passing order. */
export function passingIn({ sittings, entries }: Certifying, { id }: Pick<Group, "id">): readonly PassingEntry[] {
  const there = sittings.filter(({ group }) => group === id).toSorted((a, b) => +a.from - +b.from);
  return there.flatMap(({ entry, from, until }) => {
    const candidate = entries.find(({ id: own }) => own === entry);
    return candidate ? [{ entry: candidate, from, until }] : [];
  });
}

export type InGroup = SessionWithLaw & { readonly group: Group };
export async function groupIn(
  context: Pick<Performing<unknown>, "tx" | "law">,
  id: string,
  reads?: "reads",
): Promise<InGroup | undefined> {
  const session = await sessionOfGroup(context.tx, id);
  const examSession = session === undefined ? undefined : await sessionWithLaw(context, session, reads);
  const group = examSession?.of.groups.find((one) => one.id === id);
  return examSession && group && { ...examSession, group };
}

export function domainOf({ law, group }: Pick<InGroup, "law" | "group">) {
  return law.diploma.domains.find((one) => one.domain === group.exam)!;
}

/** The actor as an examiner of this group; a work's director, who only attends, is not one. */
export function markerOf({ of, group }: InGroup, me: readonly Person[]): Person | undefined {
  return me.find(({ id }) => of.examiners.some((one) => one.group === group.id && one.person === id));
}

/** Whether a closed jury ruled on one of these entries: examiners can no longer change their marks. */
export async function isRuled({ tx }: Pick<Performing<unknown>, "tx">, entries: readonly string[]): Promise<boolean> {
  return (await lastSealed(tx, entries)).size > 0;
}
