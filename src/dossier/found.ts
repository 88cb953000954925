/** The part of a statement that finds people (`docs/decisions/finding-people.md`). */
import { type RawBuilder, sql } from "kysely";
import type { Search } from "./rules/search.ts";

/**
 * The dossiers of one intake that a search finds, or of all where none is given, each with its `rank`
 * (`dossiers_found`); `most`: no more than so many by each way of matching, the best and latest first.
 */
export function foundBy(search: Search, intake: string | null, most: number | null = null): RawBuilder<unknown> {
  const parts = "parts" in search ? [...search.parts] : null;
  const ending = "ending" in search ? search.ending : null;
  const mail = "mail" in search ? search.mail : null;
  return sql`dossiers_found(current_setting('livret.establishment'), ${intake}::uuid, ${sql.val(parts)}::text[], ${ending}::text, ${mail}::text, ${most}::integer)`;
}
