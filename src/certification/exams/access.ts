/** Until when somebody of the register can come in, where they do so by invitation alone: nothing is asked of them after that day. */
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { lastDays, lastDaysOfGuests } from "../../people/guests/things.ts";
import { neededUntil } from "../rules/access.ts";
import type { Certifying, Person } from "../rules/facts.ts";
import { listJuries } from "../store.ts";

/** By person; who has an account, or none and no invitation in force, is not in it. */
export async function accessesOf(tx: Tx, persons: readonly Person[]): Promise<ReadonlyMap<string, Day>> {
  const days = await lastDays(
    tx,
    persons.flatMap(({ actors }) => actors),
  );
  return new Map(
    persons.flatMap(({ id, actors }) => {
      const last = actors
        .flatMap((one) => days.get(one) ?? [])
        .toSorted()
        .at(-1);
      return last === undefined || actors.some((one) => one.startsWith("account:")) ? [] : [[id, last] as const];
    }),
  );
}

/** Those who come in by an invitation that ends before their work does, or has: with the last day of each. */
export async function shortAccesses(tx: Tx, of: Certifying) {
  const needed = neededUntil(of, await listJuries(tx, of.session.id));
  const guests = of.persons.flatMap(({ id, name, actors }) => {
    const by = needed.get(id);
    const ids = actors.flatMap((one) => (one.startsWith("guest:") ? one.slice("guest:".length) : []));
    return by === undefined || ids.length < actors.length || ids.length === 0 ? [] : [{ person: id, name, ids, by }];
  });
  const days = await lastDaysOfGuests(
    tx,
    guests.flatMap(({ ids }) => ids),
  );
  return guests.flatMap(({ ids, by, ...one }) => {
    const [last] = ids
      .flatMap((guest) => (days.has(guest) ? [{ guest, until: days.get(guest)! }] : []))
      .toSorted((a, b) => (a.until > b.until ? -1 : 1));
    return last === undefined || last.until >= by ? [] : [{ ...one, ...last, needed: by }];
  });
}
