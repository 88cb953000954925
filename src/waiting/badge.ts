/** How much waits for the reader today, beside their home in the menu of every page. */
import { type Actor, actorName, may, type Permission } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { thingsOf } from "../people/guests/things.ts";
import { countDue } from "./store.ts";

/** What is late or due today, of the reader and of everybody with a permission that they have; stops counting at the most that is shown. */
export function dueFor(
  { db, waits }: Pick<World, "db" | "waits">,
  actor: Actor,
  { establishment, today }: { readonly establishment: string; readonly today: Day },
): Promise<number> {
  const taken = new Set<Permission>(
    waits.flatMap(({ keys }) => Object.values(keys).flatMap((key) => key.takenBy ?? [])),
  );
  const me = actorName(actor);
  const who = [me, ...[...taken].filter((one) => may(actor, one)).map((one) => `may:${one}`)];
  return withSchool(db, establishment, async (tx) => {
    const things = actor.kind === "guest" ? await thingsOf(tx, actor.guest) : null;
    return countDue(tx, { who, me, things, today });
  });
}
