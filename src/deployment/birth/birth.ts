/** Whether this deployment was made as a demonstration, read once at the start. */
import type { Database } from "../../db/open.ts";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { type Birth, findBirth } from "./store.ts";

declare module "../../act/world.ts" {
  interface World {
    /** Set in a demonstration: the people that a visitor may enter as. */
    readonly demo?: Birth;
  }
}

export { type Birth, SHOWN_GROUPS } from "./store.ts";

export function birthOf(db: Database): Promise<Birth | undefined> {
  return withSchool(db, DEPLOYMENT, findBirth);
}
