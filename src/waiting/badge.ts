/** How much waits for the reader today, beside their home in the menu of every page. */
import { inOneReading, type Reading } from "../act/act.ts";
import { type Actor, actorName, may, type Permission } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import type { Day } from "../kit/day.ts";
import { thingsOf } from "../people/guests/things.ts";
import { countDue } from "./store.ts";

type Place = { readonly establishment: string; readonly today: Day };

/** Counts once, in the reading that is given first, or else in one of its own. */
export function dueFor(world: Pick<World, "db" | "waits">, actor: Actor, { establishment, today }: Place) {
  let counted: Promise<number> | undefined;
  const count = (reading: Reading) => countFor(world, actor, { tx: reading.tx, today });
  return (reading?: Reading): Promise<number> => {
    counted ??= (reading ? count(reading) : inOneReading(world, establishment, count)).catch((fault: unknown) => {
      // The transaction is tried again.
      counted = undefined;
      throw fault;
    });
    return counted;
  };
}

/** What is late or due today, of the reader and of everybody with a permission that they have; stops counting at the most that is shown. */
async function countFor(
  { waits }: Pick<World, "waits">,
  actor: Actor,
  { tx, today }: { readonly tx: Reading["tx"]; readonly today: Day },
): Promise<number> {
  const taken = new Set<Permission>(
    waits.flatMap(({ keys }) => Object.values(keys).flatMap((key) => key.takenBy ?? [])),
  );
  const me = actorName(actor);
  const who = [me, ...[...taken].filter((one) => may(actor, one)).map((one) => `may:${one}`)];
  const things = actor.kind === "guest" ? await thingsOf(tx, actor.guest) : null;
  return countDue(tx, { who, me, things, today });
}
