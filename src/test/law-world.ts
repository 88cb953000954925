/** The law of the repository, and its decisions asked as a door asks them. */
import { fileURLToPath } from "node:url";
import { type Decide, decider, decisionNamed } from "../decisions/decide.ts";
import { loadLaws } from "../law/load.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const laws = loadLaws(ROOT);

const doors = new Map<string, Decide>();

/** Asks a decision by name, of whichever law the input names. */
export function ask(name: string, input: unknown): ReturnType<Decide> {
  let door = doors.get(name);
  if (!door) {
    door = decider(decisionNamed(name)!, laws, { diploma: undefined, establishment: undefined });
    doors.set(name, door);
  }
  return door(input);
}
