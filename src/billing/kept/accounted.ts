/** The retention of data that accounting requires. */
import type { Tx } from "../../db/school.ts";
import type { Label } from "../../kit/lang.ts";
import { unpostMail } from "../../mail/post.ts";
import type { Retained } from "../../retention/retained.ts";
import { keptUntil, overBefore } from "../../retention/rules/period.ts";
import type { Asked, Old } from "../rules/past.ts";

type Kept = {
  readonly name: string;
  readonly label: Label;
  readonly counted?: Label;
  readonly tables: readonly string[];
  readonly prefix: string;
  readonly old: (tx: Tx, asked: Asked, limit: number) => Promise<Old[]>;
  readonly remove: (tx: Tx, id: string) => Promise<void>;
};

/** All of it has the same ground and period, and is erased the same way: by its chain, with the mails about it. */
export function accounted({ name, label, counted, tables, prefix, old, remove }: Kept): Retained {
  const idOf = (chain: string) => chain.slice(prefix.length);
  return {
    name,
    label,
    ...(counted && { counted }),
    tables,
    place: "school",
    prefix,
    kind: "accounting",
    untilOver: true,
    chains: async () => [],
    over: async (tx, { period, today }, limit) => {
      const expired = await old(tx, { before: overBefore(today, period) }, limit);
      return expired.map(({ id, last }) => ({ chain: prefix + id, day: keptUntil(last, period) }));
    },
    still: async (tx, chain, { period, today }) =>
      (await old(tx, { before: overBefore(today, period), only: idOf(chain) }, 1)).length > 0,
    erase: async (tx, chain) => {
      await remove(tx, idOf(chain));
      await unpostMail(tx, chain);
    },
  };
}
