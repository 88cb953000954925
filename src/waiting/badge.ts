/** How much waits for the reader today, beside their home in the menu of every page. */
import { inOneReading, type Reading } from "../act/act.ts";
import { type Actor, actorName, may, type Permission } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import type { Day } from "../kit/day.ts";
import { thingsOf } from "../people/guests/things.ts";
import { countDue } from "./store.ts";

type Place = {
  readonly establishment: string;
  readonly today: Day;
  /** The local time. */
  readonly time: string;
  /** The accounts for whom the reader stands in. */
  readonly standsInFor: (given: Standing) => Promise<readonly string[]>;
};
type Standing = { readonly tx: Reading["tx"]; readonly actor: Actor; readonly today: Day };

/** Counts once, in the reading that is given first, or else in one of its own. */
export function dueFor(world: Pick<World, "db" | "waits">, actor: Actor, place: Place) {
  const { establishment } = place;
  let counted: Promise<number> | undefined;
  const count = ({ tx }: Reading) => countFor(world, { tx, actor, ...place });
  return (reading?: Reading): Promise<number> => {
    counted ??= (reading ? count(reading) : inOneReading(world, establishment, count)).catch((fault: unknown) => {
      // The transaction is tried again.
      counted = undefined;
      throw fault;
    });
    return counted;
  };
}

/**
 * What is late or due today, of the reader, of everybody with a permission that they have, and of the absent for whom they stand in; stops
 * counting at the most that is shown. Who stands in is asked beside the count, which is repeated for those few: a page waits for one answer.
 */
async function countFor(
  { waits }: Pick<World, "waits">,
  { tx, actor, today, time, standsInFor }: Standing & Pick<Place, "standsInFor" | "time">,
): Promise<number> {
  const keys = waits.flatMap((declared) => Object.entries(declared.keys));
  const taken = new Set<Permission>(keys.flatMap(([, { takenBy = [] }]) => takenBy));
  const me = actorName(actor);
  const who = [me, ...[...taken].filter((one) => may(actor, one)).map((one) => `may:${one}`)];
  const things = actor.kind === "guest" ? await thingsOf(tx, actor.guest) : null;
  const asked = { who, me, things, today, time };
  const isStaff = actor.kind === "account" && actor.roles.length > 0;
  const [count, absent] = await Promise.all([
    countDue(tx, { ...asked, absent: [], keys: [] }),
    isStaff ? standsInFor({ tx, actor, today }) : [],
  ]);
  if (absent.length === 0) return count;
  const standing = keys.flatMap(([key, { standIn }]) => (standIn ? key : []));
  return countDue(tx, { ...asked, absent, keys: standing });
}
