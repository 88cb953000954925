/** What waits for somebody, in tests: as they read it, and whether all that is kept is what the facts say. */
import { ok } from "node:assert/strict";
import { type Actor, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { DUTIES } from "../house/house.ts";
import { waitingCheck } from "../waiting/check.ts";

const SCHOOL = "faire-ess";

/** The daily mail of what waits. */
export const REMINDING = DUTIES.filter(({ act }) => act.name === "remindOfWaiting");

type Line = readonly [key: string, dueOn: Day | null];

/** The lines of these keys, or of all, as an account or a guest reads them. */
export async function linesFor(world: World, actor: Actor, ...keys: readonly string[]) {
  const { myWaiting, guestWaiting } = world.house;
  const shown = actor.kind === "guest" ? guestWaiting : myWaiting;
  const seen = await view(world, shown, { actor, establishment: SCHOOL, input: {} });
  ok(seen.kind === "found", seen.kind);
  return seen.value.lines.filter(({ key }) => keys.length === 0 || keys.includes(key));
}

export async function waitingFor(world: World, actor: Actor, ...keys: readonly string[]): Promise<Line[]> {
  return (await linesFor(world, actor, ...keys)).map(({ key, dueOn }): Line => [key, dueOn]);
}

/** The pages on which it is done, below the school. */
export async function whereToDo(world: World, actor: Actor, key: string): Promise<string[]> {
  return (await linesFor(world, actor, key)).map(({ to }) => to);
}

/** Fails where a row differs from its facts. */
export async function soundWaiting(world: World): Promise<void> {
  const check = waitingCheck(world, world.waits);
  const found = await withSchool(world.db, SCHOOL, (tx) => check(tx, SCHOOL));
  ok(found?.ok, found?.label.en);
}
