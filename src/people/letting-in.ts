/** What lets a person act here, an invitation or a role, for the rooms that rely on the person. */
import { type RawBuilder, sql } from "kysely";
import type { Permission } from "../act/permissions.ts";
import { WHO_MAY } from "../act/permissions.ts";
import type { Standing } from "../act/standing.ts";
import { INVITATION } from "./guests/rules/standing.ts";
import { GRANT } from "./staff/rules/grant.ts";

type LetsIn = Pick<Standing, "on" | "moves" | "does"> & {
  /** SQL for those of the ids that alone give the permission: their `id`, and in `who` the actor's name. */
  readonly whose: (ids: readonly string[], permission: Permission) => RawBuilder<unknown>;
};

/** May end although the person was called on, with a ground; those who called on them are told to find another. */
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
    // Another role of theirs with the same permission covers it.
    whose: (ids, permission) => {
      const able = sql`any(${[...WHO_MAY[permission]]}::text[])`;
      return sql`select g.id, 'account:' || g.account as who from role_grant g
        where g.id = any(${ids}::uuid[]) and g.role = ${able}
          and not exists (select from role_grant o where o.account = g.account and o.id <> g.id and o.role = ${able})`;
    },
  },
];
