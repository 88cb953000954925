/** Acts and views are found by their names alone: by a program’s address, a life, the record. Two of one name would hide one of them. */
import type { Manifest } from "./manifest.ts";

/** Stops the program, whatever it was to do, where two rooms give one name. */
export function mindNames(rooms: readonly Pick<Manifest, "name" | "acts" | "views">[]): void {
  const given = new Map<string, string>();
  for (const { name: room, acts = [], views = [] } of rooms) {
    for (const { name } of [...acts, ...views]) {
      const other = given.get(name);
      if (other !== undefined)
        throw new Error(
          other === room
            ? `The room “${room}” gives the name “${name}” to two acts or views: rename one of them.`
            : `The rooms “${other}” and “${room}” both have an act or a view “${name}”: rename one of them.`,
        );
      given.set(name, room);
    }
  }
}
