/** What lets somebody do something here, an invitation or a role, as the rooms see it that rely on whom it lets in. */
import { type RawBuilder, sql } from "kysely";
import type { Permission } from "../act/permissions.ts";
import { WHO_MAY } from "../act/permissions.ts";
import type { Standing } from "../act/standing.ts";
import { INVITATION } from "./guests/rules/standing.ts";
import { GRANT } from "./staff/rules/grant.ts";

type LetsIn = Pick<Standing, "on" | "moves" | "does"> & {
  /** Of these, each that alone lets somebody do it: its `id`, and in `who` the name that their acts are recorded under. */
  readonly whose: (ids: readonly string[], permission: Permission) => RawBuilder<unknown>;
};

/** Whoever was called by their name may go all the same, with a ground; those who called them then find somebody else. */
export const LETTING_IN: readonly LetsIn[] = [
  {
    on: INVITATION,
    moves: ["taken back"],
    does: "asks-ground",
    whose: (ids) => sql`select id, 'guest:' || id as who from unnest(${ids}::uuid[]) as id`,
  },
  {
    on: GRANT,
    moves: ["taken-back"],
    does: "asks-ground",
    // Another role of theirs that allows it leaves nothing undone.
    whose: (ids, permission) => {
      const able = sql`any(${[...WHO_MAY[permission]]}::text[])`;
      return sql`select g.id, 'account:' || g.account as who from role_grant g
        where g.id = any(${ids}::uuid[]) and g.role = ${able}
          and not exists (select from role_grant o where o.account = g.account and o.id <> g.id and o.role = ${able})`;
    },
  },
];
